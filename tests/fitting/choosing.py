"""The weights of `newsparse.survey.titles` and `newsparse.survey.leads`: a conditional logit over the lines that may be chosen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs
import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from newsparse.page import Page
from newsparse.survey import ends, headless, leads, titles
from tests.pages import headline_candidates

PENALTY, PENALTY_OF_TITLES = 2.0, 1.0
"""How much large weights cost; less where there are many examples and many traits. Measured with publishers left out."""
MISSED = 0.6
"""Nats that are taken off the fitted worth of having no lead, once the rest is fitted to what the choice is without:
a paragraph taken for the lead does less harm than a lead missed. Measured with publishers left out: of the reference
pages' leads (248 on main and whole pages) 203 are found instead of 197, and 46 of the 86 pages without get one instead
of 38; on the further news articles 264 instead of 254 of 306, and 91 instead of 72 of 169."""
BREADCRUMB = 0.5
"""Nats that are taken off a line that opens with a number, once the rest is fitted: above a headline it is the last of
the numbered lines that lead there, which says the headline in other words, and some references have it for that. With
publishers left out it makes no difference (of 504 read articles one more headline is right, of 148 pages one less)."""
DROPPED = 2.5
"""Nats that are taken off the fitted worth of having no headline, once the rest is fitted: a headline missed does more
harm than a line too many. Measured with publishers left out, three times over: none is chosen on 0.62 of the texts by
trafilatura and 0.54 of those by newspaper4k that have none; where there is one, the right line is chosen on 0.962 of the
main contents and 0.909 of the whole pages, for 0.956 and 0.918 where none is no choice."""
Array = npt.NDArray[np.float64]


@attrs.frozen
class Choice:
    """A page's candidates as dicts of traits, and which of them are right."""

    group: str
    weight: float
    candidates: list[dict[str, float]]
    right: list[int]


def choice_of_title(page: Page, right: set[int], group: str, weight: float) -> Choice | None:
    """The choice of a headline or none, or None where the right line comes into no question."""
    lines = headline_candidates(page)
    places = [n for n, index in enumerate(lines) if index in right]
    if not lines or (right and not places):
        return None
    offered = [dict(titles.traits(page.blocks[index], page)) for index in lines] + [dict(headless.traits_of_none(page))]
    return Choice(group, weight, offered, places or [len(lines)])


def choice_of_lead(page: Page, right: set[int], group: str, weight: float, *, there: bool) -> Iterator[Choice]:
    """The choice of a lead or none; nothing where the reference's lead (is it `there`?) is no line of the page."""
    lines = leads.candidates(page)
    places = [n for n, index in enumerate(lines) if index in right]
    if there and not places:
        return
    offered = [dict(leads.traits(page.blocks[index], page)) for index in lines] + [dict(leads.traits_of_none(page))]
    yield Choice(group, weight, offered, places[:1] or [len(lines)])


def sure_of_numbers(title: Mapping[str, float]) -> dict[str, float]:
    """The weights that choose a headline, less ready to take a numbered line for it."""
    return {**title, titles.NUMBERED: round(title.get(titles.NUMBERED, 0.0) - BREADCRUMB, 2)}


def sure_of_titles(title: Mapping[str, float]) -> dict[str, float]:
    """The weights that choose a headline, readier to find one."""
    return {**title, headless.NONE: round(title.get(headless.NONE, 0.0) - DROPPED, 2)}


def ready_to_find(lead: Mapping[str, float]) -> dict[str, float]:
    """The weights that choose a lead, readier to find one."""
    return {**lead, leads.NONE: round(lead.get(leads.NONE, 0.0) - MISSED, 2)}


def choice_of_end(page: Page, last: int, group: str, weight: float) -> Iterator[Choice]:
    """The choice of a last paragraph; nothing where the reference's `last` comes into no question."""
    lines = ends.candidates(page)
    if last in lines:
        offered = [dict(ends.traits(page.blocks[index], page)) for index in lines]
        yield Choice(group, weight, offered, [lines.index(last)])


def fit_choice(choices: Sequence[Choice], *, penalty: float = PENALTY) -> dict[str, float]:
    """The weight of each trait."""
    keys = sorted({trait for choice in choices for line in choice.candidates for trait in line})
    tables = [np.array([[line.get(key, 0.0) for key in keys] for line in choice.candidates]) for choice in choices]

    def objective(theta: Array) -> tuple[float, Array]:
        loss, gradient = 0.5 * penalty * float(theta @ theta), penalty * theta
        for choice, table in zip(choices, tables, strict=True):
            score = table @ theta
            mass = np.exp(score - score.max())
            share = mass / mass.sum()
            right = np.zeros_like(share)
            right[choice.right] = mass[choice.right] / mass[choice.right].sum()
            loss -= choice.weight * float(np.log(share[choice.right].sum()))
            gradient = gradient + choice.weight * (table.T @ (share - right))
        return loss, gradient

    found = minimize(objective, np.zeros(len(keys)), jac=True, method="L-BFGS-B", options={"maxiter": 100})
    return {key: round(float(weight), 2) for key, weight in zip(keys, found.x, strict=True) if abs(weight) >= 0.05}
