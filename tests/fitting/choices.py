"""The choices of a headline, a lead and a last paragraph that the pages offer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from newsparse.article import Role
from newsparse.page import Page
from tests.fitting.bench import dev_pages, group_of, scorer
from tests.fitting.choosing import Choice, choice_of_end, choice_of_lead, choice_of_title
from tests.fitting.data import Choosers, choosing, dev_texts, survey
from tests.fitting.further import further_pages, scorer_once
from tests.fitting.inserted import filled_pages
from tests.fitting.known import OWN, known_texts

NONE = 0.25
"""How much less a page counts whose reference has no lead: taking a paragraph for a lead does less harm than missing
a lead, and many a reference has none because the publisher's HTML does not mark it."""
OWN_CHOICE = 8.0
"""How much the project's own cases count in the choice of a lead: they show a lead set apart, and pages without."""
HEADLESS = 0.1
"""How much less a page counts in the choice of a headline whose own headline has been taken out; with 0.3, more whole
pages lose theirs."""
TITLE_OF_PLAIN = 0.25
"""How much less a short page made of a reference page counts in the choice of a headline: it stands on top of all."""


def title_choices() -> Iterator[Choice]:
    """The choice of a headline that each page offers."""
    score = scorer()
    found: list[Choice | None] = []
    nothing = choosing({}, {})
    for page, text, weight in dev_texts(dev_pages()):
        surveyed = survey(text, nothing)
        right = {b.index for b in surveyed.blocks if score.alike(score.norm(b.text), page["_gold"]["headline"])}
        group = group_of(page["url"])
        if right or not has_other_title(surveyed, page["_gold"]["headline"]):
            found.append(choice_of_title(surveyed, right, group, weight))
        if right:
            found.append(choice_of_title(headless(surveyed, right), set(), group, HEADLESS * weight))
    for further in further_pages():
        surveyed, right = further.survey(nothing), set(further.titles)
        found.append(choice_of_title(surveyed, right, further.group, further.weight))
        found.append(choice_of_title(headless(surveyed, right), set(), further.group, HEADLESS * further.weight))
    for known in known_texts():
        page_of_known = survey(known.text, nothing)
        weight = 1.0 if known.group == OWN else TITLE_OF_PLAIN * known.weight
        found.append(choice_of_title(page_of_known, set(known.places(Role.HEADLINE)), known.group, weight))
    return (one for one in found if one is not None)


def has_other_title(page: Page, headline: str) -> bool:
    """Whether a line above the prose says half of a headline: the page has one in other words, or glued to a kicker."""
    own = set(scorer_once().words(headline))
    above = page.blocks[: page.body_start + 3]
    return any(2 * len(own.intersection(scorer_once().words(block.text))) >= len(own) for block in above)


def headless(page: Page, titles: set[int]) -> Page:
    """A page without the lines that say its headline."""
    kept = [block.text for block in page.blocks if block.index not in titles]
    return survey(("\n\n" if page.spaced else "\n").join(kept), choosing({}, {}))


def lead_choices(titles: Callable[[str], Mapping[str, float]]) -> Iterator[Choice]:
    """The choice of a lead, or of none, that each page with a reference offers; the titles are chosen already."""
    score = scorer()
    for page, text, weight in dev_texts(dev_pages()):
        group, gold = group_of(page["url"]), page["_gold"]
        surveyed = survey(text, choosing(titles(group), {}))
        right = {b.index for b in surveyed.blocks if score.norm(b.text) in gold["lead_lines"]}
        whole = score.norm(text)
        there = bool(gold["lead"]) and all(line in whole for line in gold["lead_lines"])
        yield from choice_of_lead(surveyed, right, group, weight if right else NONE * weight, there=there)
    for further in further_pages():
        if further.is_lead_sure:
            surveyed = further.survey(choosing(titles(further.group), {}))
            right = set(further.leads)
            weight = further.weight if right else NONE * further.weight
            yield from choice_of_lead(surveyed, right, further.group, weight, there=bool(right))
    for known in known_texts():
        surveyed = survey(known.text, choosing(titles(known.group), {}))
        right = set(known.places(Role.LEAD))
        weight = OWN_CHOICE if known.group == OWN else known.weight if right or known.sure else NONE * known.weight
        yield from choice_of_lead(surveyed, right, known.group, weight, there=bool(right))


def end_choices(choosers: Choosers) -> Iterator[Choice]:
    """The choice of a last paragraph that each page offers; titles and leads are chosen already."""
    score = scorer()
    for page, text, weight in dev_texts(dev_pages()):
        group = group_of(page["url"])
        surveyed = survey(text, choosers(group))
        paragraphs = {p for _, ps in page["_gold"]["sections"] for p in ps} | page["_gold"]["lead_lines"]
        found = [b.index for b in surveyed.blocks if surveyed.prose[b.index] and score.norm(b.text) in paragraphs]
        yield from choice_of_end(surveyed, max(found, default=-1), group, weight)
    for further in (*further_pages(), *(filled.page for filled in filled_pages())):
        surveyed = further.survey(choosers(further.group))
        found = [i for i in further.prose if surveyed.prose[i]]
        yield from choice_of_end(surveyed, max(found, default=-1), further.group, further.weight)
    for known in known_texts():
        surveyed = survey(known.text, choosers(known.group))
        found = [i for i in known.places(Role.PARAGRAPH) if surveyed.prose[i]]
        weight = 1.0 if known.group == OWN else known.weight
        yield from choice_of_end(surveyed, max(found, default=-1), known.group, weight)
