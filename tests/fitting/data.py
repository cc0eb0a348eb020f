"""Pages as the fit sees them: what the rules observe of each block, and the roles that the reference allows it."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType, ModuleType
from typing import Any

import attrs

from newsparse.article import Role
from newsparse.block import Block
from newsparse.breaks import apart
from newsparse.languages import LANGUAGES
from newsparse.languages.detect import detect
from newsparse.page import Page
from newsparse.parser import prose_of
from newsparse.rules import DEFAULT_RULES, FittedRule
from newsparse.split import split
from newsparse.weights import Weights
from tests.fitting.bench import BENCH, dev_pages, group_of, scorer
from tests.fitting.choosing import Choice, choice_of_end, choice_of_lead, choice_of_title
from tests.fitting.known import OWN, known_texts

INPUTS = {"main": 1.0, "full": 1.0, "trafilatura": 0.6, "newspaper": 0.6}
"""The renderings of a reference page, and how much each counts in the fit."""
SILVER = 0.3
"""How much a page of the further pages counts."""
NONE = 0.1
"""How much less a page counts whose reference has no lead: taking a paragraph for a lead does less harm than missing
a lead, and many a reference has none because the publisher's HTML does not mark it."""
OWN_CHOICE = 3.0
"""How much the project's own cases count in the choice of a lead: they show a lead set apart, and pages without."""
TITLE_OF_PLAIN = 0.25
"""How much less a short page made of a reference page counts in the choice of a headline: it stands on top of all."""
R = Role
OTHER = frozenset({R.BOILERPLATE, R.RELATED, R.BYLINE, R.KICKER, R.SIGNATURE, R.CAPTION})

ANCHORS: tuple[tuple[str, frozenset[Role]], ...] = (
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
    blocks, _ = apart(split(text))
    return Page(text, blocks, detect(prose_of(blocks), LANGUAGES), weights)


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
        for source, weight in INPUTS.items():
            if len(page["text"][source]) > 200:
                yield page, page["text"][source], weight


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
            roles = OTHER
            if block.is_item:
                roles |= {R.BULLET}
            roles = narrowed(plausible(roles, seen[i], block.words), seen[i])
            if i > first:
                roles = roles - {R.KICKER} or roles
            elif i < headline:
                near = {R.KICKER} if i >= headline - 2 else set()
                roles = roles & ({R.BOILERPLATE, R.BYLINE, R.CAPTION} | near) or roles
                if i == headline - 1 and is_kicker(block, seen[i]):
                    roles = frozenset({R.KICKER})
            if i == surveyed.title:
                roles |= {R.HEADLINE}  # chosen wrongly, or of a page whose reference headline is not in the text
        allowed.append(roles)
    return example(group, weight, surveyed, seen, allowed)


Lines = list[tuple[str, str, int]]
ABOVE = 15
"""Lines above the prose among which a line tagged as a caption is one: menus and footers have that tag on some pages."""


def is_caption(line: str, caption: str) -> bool:
    """Whether a line is a caption of the reference, with its credit or without, or most of one."""
    return (caption in line and len(line) < 2 * len(caption)) or (line in caption and 2 * len(line) > len(caption))


def is_kicker(block: Block, seen: list[tuple[str, str]]) -> bool:
    """Whether a line right above the headline is its kicker rather than a menu's item or a date."""
    reasons = {reason for _, reason in seen}
    rules = {rule for rule, _ in seen}
    menu = "a line that pages have about themselves" in reasons and "a genre label" not in reasons
    return block.words <= 6 and "Kicker" in rules and not menu and not rules & {"BylineDate", "CaptionCredit"}


def silver_lines() -> Iterator[tuple[str, Lines, list[int], list[int]]]:
    """Publisher, lines (text, tag, kept), places of prose and of titles of each further page with enough text."""
    with gzip.open(BENCH / "silver.jsonl.gz") as rows:
        for row in map(json.loads, rows):
            lines = [(text.replace("\n", " "), tag, kept) for text, tag, kept in row["lines"] if text.strip()]
            blocks = split("\n\n".join(text for text, _, _ in lines))
            if len(blocks) != len(lines):
                continue
            gone = {block.index for block in apart(blocks)[1]}
            lines = [line for index, line in enumerate(lines) if index not in gone]
            prose = [i for i, (text, tag, kept) in enumerate(lines) if kept and tag == "p" and len(text.split()) >= 12]
            if len(prose) >= 4:
                h1 = [i for i, (text, tag, _) in enumerate(lines) if tag == "h1" and len(text.split()) >= 4]
                titles = [i for i in h1 if i <= prose[0]]
                if titles:
                    yield group_of(row["url"]), lines, prose, titles


def survey_lines(lines: Lines, weights: Weights) -> Page | None:
    """The page of tagged lines; None where a line would be more than one block."""
    page = survey("\n\n".join(text.replace("\n", " ") for text, _, _ in lines), weights)
    return page if len(page.blocks) == len(lines) else None


def silver_examples(choosers: Choosers) -> Iterator[Example]:
    """The further pages, whose lines carry their HTML tags."""
    for group, lines, prose, heads in silver_lines():
        page = survey_lines(lines, choosers(group))
        if page is not None:
            yield label_silver(group, page, lines, prose, heads)


def label_silver(group: str, surveyed: Page, lines: Lines, prose: list[int], titles: list[int]) -> Example:
    """The roles that tag and extractor allow each line."""
    seen = observe(surveyed)
    first, last = prose[0], prose[-1]
    title = surveyed.title if surveyed.title in titles else titles[-1]
    allowed: list[frozenset[Role]] = []
    for i, (text, tag, kept) in enumerate(lines):
        words = len(text.split())
        if i == title:
            roles = frozenset({R.HEADLINE})
        elif tag == "figcaption" and first - ABOVE <= i <= last + 1:
            roles = frozenset({R.CAPTION})
        elif kept and tag == "p" and words >= 12:
            roles = frozenset({R.PARAGRAPH, R.LEAD} if i <= first + 1 else {R.PARAGRAPH})
        elif kept and tag in ("h2", "h3", "h4", "h5", "h6"):
            roles = frozenset({R.SECTION_HEADER} if i > first else {R.SECTION_HEADER, R.LEAD, R.KICKER, R.HEADLINE})
        elif kept and tag == "li":
            roles = frozenset({R.BULLET, R.PARAGRAPH, R.RELATED})
        elif kept and tag == "blockquote":
            roles = frozenset({R.PARAGRAPH})
        elif kept:
            roles = frozenset({R.PARAGRAPH, R.LEAD, R.BYLINE, R.SIGNATURE, R.CAPTION, R.RELATED, R.KICKER, R.HEADLINE})
        elif i > last:
            roles = OTHER - {R.KICKER}
        elif first <= i <= last:
            roles = OTHER - {R.KICKER} | ({R.PARAGRAPH, R.LEAD} if words >= 12 and tag == "p" else set())
        else:
            roles = OTHER | ({R.LEAD, R.HEADLINE} if i > first - 8 else set())
        if len(roles) > 3:
            roles = narrowed(plausible(roles, seen[i], words), seen[i])
        allowed.append(roles)
    return example(group, SILVER, surveyed, seen, allowed)


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


def title_choices() -> Iterator[Choice]:
    """The choice of a headline that each page offers."""
    score = scorer()
    found: list[Choice | None] = []
    nothing = choosing({}, {})
    for page, text, weight in dev_texts(dev_pages()):
        surveyed = survey(text, nothing)
        right = {b.index for b in surveyed.blocks if score.alike(score.norm(b.text), page["_gold"]["headline"])}
        found.append(choice_of_title(surveyed, right, group_of(page["url"]), weight))
    for group, lines, _, titles in silver_lines():
        tagged = survey_lines(lines, nothing)
        if tagged is not None:
            found.append(choice_of_title(tagged, set(titles), group, SILVER))
    for known in known_texts():
        if known.group != OWN:
            page_of_known = survey(known.text, nothing)
            right = set(known.places(Role.HEADLINE))
            found.append(choice_of_title(page_of_known, right, known.group, TITLE_OF_PLAIN * known.weight))
    return (one for one in found if one is not None)


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
    for group, lines, prose, _ in silver_lines():
        tagged = survey_lines(lines, choosers(group))
        if tagged is not None:
            yield from choice_of_end(tagged, prose[-1], group, SILVER)
    for known in known_texts():
        surveyed = survey(known.text, choosers(known.group))
        found = [i for i in known.places(Role.PARAGRAPH) if surveyed.prose[i]]
        weight = 1.0 if known.group == OWN else known.weight
        yield from choice_of_end(surveyed, max(found, default=-1), known.group, weight)
