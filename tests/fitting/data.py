"""Pages as the fit sees them: what the rules observe of each block, and the roles that the reference allows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType, ModuleType
from typing import Any

import attrs

from newsparse.article import Role
from newsparse.block import Block
from newsparse.page import Page
from newsparse.parser import cut
from newsparse.rules import DEFAULT_RULES, FittedRule
from newsparse.weights import Weights
from tests.fitting.bench import group_of, scorer
from tests.fitting.known import known_texts
from tests.fitting.renderings import SHORTEST, renderings_of

INPUTS = {
    "main": 1.0,
    "full": 1.0,
    "trafilatura": 0.6,
    "newspaper": 0.6,
    "markdown": 0.5,
    "html2text": 0.3,
    "extracted": 0.3,
}
"""The renderings of a reference page, and how much each counts in the fit."""
R = Role
OTHER = frozenset({R.BOILERPLATE, R.RELATED, R.BYLINE, R.KICKER, R.SIGNATURE, R.CAPTION})

ANCHORS: tuple[tuple[str, frozenset[Role]], ...] = (
    ("in a list below a call to read on", frozenset({R.RELATED, R.BOILERPLATE})),
    ("in a list below a word to the reader", frozenset({R.RELATED, R.BOILERPLATE})),
    ("below a heading of key points", frozenset({R.BULLET})),
    ("a list after a colon", frozenset({R.BULLET})),
    ("a list item above the prose, on its subject", frozenset({R.BULLET})),
    ("nothing but a date or a time, near the top", frozenset({R.BYLINE})),
    ("a word that opens bylines, and a name, near the top", frozenset({R.BYLINE})),
    ("mostly a date, near the top", frozenset({R.BYLINE})),
    ("nothing but names, near the top", frozenset({R.BYLINE})),
    ("opens like a date of publication", frozenset({R.BYLINE})),
    ("opens like a byline, near the top", frozenset({R.BYLINE})),
    ("nothing but a word that opens bylines, near the top", frozenset({R.BYLINE})),
    ("nothing but words of dates, near the top", frozenset({R.BYLINE})),
    ("says who stands where", frozenset({R.CAPTION})),
    ("a credit at the end", frozenset({R.CAPTION})),
    ("nothing but a credit, below the prose", frozenset({R.CAPTION, R.BOILERPLATE, R.SIGNATURE})),
    ("nothing but a credit", frozenset({R.CAPTION})),
    ("above a line that is nothing but a credit", frozenset({R.CAPTION})),
    ("a picture's mark in parentheses at the end", frozenset({R.CAPTION})),
    ("a code of a few letters", frozenset({R.SIGNATURE})),
    ("nothing but agencies", frozenset({R.SIGNATURE, R.BYLINE})),
    ("opens like a link to another article", frozenset({R.RELATED})),
    ("opens like a link to another article, with a colon", frozenset({R.RELATED})),
    ("a short call to read on", frozenset({R.RELATED})),
    ("heads a box of other articles within the prose", frozenset({R.RELATED})),
    ("heads a box of other articles", frozenset({R.RELATED})),
    ("right below the heading of a box", frozenset({R.RELATED})),
    ("below a heading of the page's tail", frozenset({R.RELATED, R.BOILERPLATE, R.SIGNATURE})),
    ("one paragraph between two titles", frozenset({R.RELATED, R.BOILERPLATE})),
    ("a heading of key points", frozenset({R.BOILERPLATE})),
    ("a line that pages have about themselves", frozenset({R.BOILERPLATE})),
    ("opens like a word to the reader", frozenset({R.BOILERPLATE})),
    ("a short line with a word that pages use of themselves", frozenset({R.BOILERPLATE})),
    ("a genre label", frozenset({R.KICKER, R.BOILERPLATE})),
)
"""Observations so telling that, on a line the reference does not claim, they narrow its role down; the first counts."""


@attrs.frozen
class Example:
    """One page: for each block what is observed (`seen`) and the roles that it may have (`allowed`)."""

    group: str
    weight: float
    seen: list[list[tuple[str, str]]]
    allowed: list[frozenset[Role]]


Seen = list[tuple[str, str]]


def observe(page: Page) -> list[Seen]:
    """What the built-in rules see of each block."""
    seen: list[Seen] = [[] for _ in page.blocks]
    for rule in DEFAULT_RULES:
        if isinstance(rule, FittedRule):
            for block in rule.blocks(page):
                seen[block.index] += [(rule.name, reason) for reason in rule.observe(block, page)]
    return seen


def example(group: str, weight: float, page: Page, seen: list[Seen], allowed: list[frozenset[Role]]) -> Example:
    """The example that a page's window is."""
    low, high = page.window.start, page.window.stop
    return Example(group, weight, seen[low:high], allowed[low:high])


def survey(text: str, weights: Weights) -> Page:
    """The page of a text, as the parser makes it, its headline and lead chosen by `weights`."""
    blocks, _, language = cut(text)
    return Page(text, blocks, language, weights)


def choosing(
    title: Mapping[str, float], lead: Mapping[str, float], end: Mapping[str, float] = MappingProxyType({})
) -> Weights:
    """Weights that choose headline, lead and end, and nothing else."""
    return Weights(title=title, lead=lead, end=end, evidence={}, inside={}, outside={}, zones={}, moves={})


TRACES: dict[Role, frozenset[str]] = {
    R.BYLINE: frozenset({"BylineDate", "BylineName"}),
    R.CAPTION: frozenset({"CaptionCredit", "CaptionForm"}),
    R.SIGNATURE: frozenset({"SignOff"}),
}
"""Roles that a line not claimed by the reference has only where a rule of theirs sees something."""


def plausible(allowed: frozenset[Role], seen: list[tuple[str, str]], words: int) -> frozenset[Role]:
    """The allowed roles without those of which there is no trace."""
    rules = {rule for rule, _ in seen}
    gone = {role for role, needed in TRACES.items() if not needed & rules}
    if words > 8:
        gone.add(R.KICKER)
    return allowed - gone or allowed


def narrowed(allowed: frozenset[Role], seen: list[tuple[str, str]]) -> frozenset[Role]:
    """The allowed roles, narrowed by the first anchor among the observations."""
    reasons = {reason for _, reason in seen}
    for reason, roles in ANCHORS:
        if reason in reasons and roles & allowed:
            return roles & allowed
    return allowed


Choosers = Callable[[str], Weights]
"""From a publisher to the weights that choose the headline and the lead of its pages."""


def dev_texts(pages: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], str, float]]:
    """Each rendering of each reference page that has some text, with its weight."""
    for page in pages:
        texts = {**page["text"], **renderings_of(page["id"])}
        for source, weight in INPUTS.items():
            if len(texts.get(source, "")) > SHORTEST:
                yield page, texts[source], weight


def dev_examples(pages: list[dict[str, Any]], choosers: Choosers) -> Iterator[Example]:
    """The reference pages in each of their renderings."""
    score = scorer()
    for page, text, weight in dev_texts(pages):
        yield label_dev(score, page, text, weight, choosers)


def label_dev(score: ModuleType, page: dict[str, Any], text: str, weight: float, choosers: Choosers) -> Example:
    """The roles that the reference allows each block of a page."""
    gold = page["_gold"]
    group = group_of(page["url"])
    surveyed = survey(text, choosers(group))
    seen = observe(surveyed)
    lines = [score.norm(block.text) for block in surveyed.blocks]
    headers = {header for header, _ in gold["sections"] if header}
    paragraphs = {p for _, ps in gold["sections"] for p in ps}
    body = [i for i, line in enumerate(lines) if line in paragraphs]
    first = body[0] if body else len(lines)
    alike = [i for i, line in enumerate(lines) if i <= first and score.alike(line, gold["headline"])]
    headline = surveyed.title if surveyed.title in alike else alike[-1] if alike else -1
    allowed: list[frozenset[Role]] = []
    joined = " ".join(paragraphs)
    for i, (line, block) in enumerate(zip(lines, surveyed.blocks, strict=True)):
        if i == headline and headline == surveyed.title:
            roles = frozenset({R.HEADLINE})
        elif i in alike:
            roles = frozenset({R.BOILERPLATE, R.KICKER, R.CAPTION, R.RELATED})
        elif line in gold["lead_lines"] and (i <= first or line not in paragraphs):
            roles = frozenset({R.LEAD}) if i <= first else frozenset({R.LEAD, R.BOILERPLATE, R.RELATED, R.PARAGRAPH})
        elif line in headers:
            roles = frozenset({R.SECTION_HEADER})
        elif line in paragraphs:
            roles = frozenset({R.BULLET if block.is_item else R.PARAGRAPH})
        elif any(is_caption(line, caption) for caption in gold["captions"]):
            roles = frozenset({R.CAPTION})
        elif len(line) > 40 and line in joined:
            roles = frozenset({R.PARAGRAPH, R.BULLET, R.CAPTION, R.RELATED})
        else:
            roles = unclaimed(block, seen[i], first, headline)
            if i == surveyed.title:
                roles |= {R.HEADLINE}  # chosen wrongly, or of a page whose reference headline is not in the text
        allowed.append(roles)
    return example(group, weight, surveyed, seen, allowed)


def unclaimed(block: Block, seen: Seen, first: int, headline: int) -> frozenset[Role]:
    """The roles of a line that is no part of the article's text, by what is seen of it and by its place: `first` is the
    first paragraph's index."""
    roles = OTHER
    if block.is_item:
        roles |= {R.BULLET}
    roles = narrowed(plausible(roles, seen, block.words), seen)
    if block.index > first:
        roles = roles - {R.KICKER} or roles
    elif block.index < headline:
        near = {R.KICKER} if block.index >= headline - 2 else set()
        roles = roles & ({R.BOILERPLATE, R.BYLINE, R.CAPTION} | near) or roles
        if block.index == headline - 1 and is_kicker(block, seen):
            roles = frozenset({R.KICKER})
    return roles


def is_caption(line: str, caption: str) -> bool:
    """Whether a line is a caption of the reference, with its credit or without, or most of one."""
    return (caption in line and len(line) < 2 * len(caption)) or (line in caption and 2 * len(line) > len(caption))


def is_kicker(block: Block, seen: list[tuple[str, str]]) -> bool:
    """Whether a line right above the headline is its kicker rather than a menu's item or a date."""
    reasons = {reason for _, reason in seen}
    rules = {rule for rule, _ in seen}
    menu = "a line that pages have about themselves" in reasons and "a genre label" not in reasons
    return block.words <= 6 and "Kicker" in rules and not menu and not rules & {"BylineDate", "CaptionCredit"}


def known_examples(choosers: Choosers) -> Iterator[Example]:
    """The texts whose roles are known."""
    for known in known_texts():
        page = survey(known.text, choosers(known.group))
        seen = observe(page)
        allowed = [
            roles if len(roles) == 1 else narrowed(plausible(roles, seen[i], page.blocks[i].words), seen[i])
            for i, roles in enumerate(known.allowed)
        ]
        yield example(known.group, known.weight, page, seen, allowed)
