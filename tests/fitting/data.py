"""Pages as the fit sees them: what the rules observe of each block, and the roles that the reference allows it."""

from __future__ import annotations

import gzip
import hashlib
import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs

from newsparse.article import Role
from newsparse.languages import LANGUAGES
from newsparse.languages.detect import detect
from newsparse.page import Page
from newsparse.parser import prose_of
from newsparse.rules import DEFAULT_RULES, FittedRule
from newsparse.split import split

BENCH = Path(__file__).resolve().parents[3] / "shared" / "newsbench"
INPUTS = {"main": 1.0, "full": 1.0, "trafilatura": 0.6, "newspaper": 0.6}
"""The renderings of a reference page, and how much each counts in the fit."""
SILVER = 0.5
R = Role
OTHER = frozenset({R.BOILERPLATE, R.RELATED, R.BYLINE, R.KICKER, R.SIGNATURE, R.CAPTION})

ANCHORS: tuple[tuple[str, frozenset[Role]], ...] = (
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
    ("nothing but a credit", frozenset({R.CAPTION})),
    ("above a line that is nothing but a credit", frozenset({R.CAPTION})),
    ("opens with a word for a picture", frozenset({R.CAPTION})),
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
    ("a line that pages have about themselves", frozenset({R.BOILERPLATE})),
    ("opens like a word to the reader", frozenset({R.BOILERPLATE})),
    ("a short line with a word that pages use of themselves", frozenset({R.BOILERPLATE})),
    ("a genre label", frozenset({R.KICKER, R.BOILERPLATE})),
)
"""Observations so telling that, on a line the reference does not claim, they narrow its role down; first come, first served."""


@attrs.frozen
class Example:
    """One page: for each block what is observed (`seen`) and the roles that it may have (`allowed`)."""

    group: str
    weight: float
    seen: list[list[tuple[str, str]]]
    allowed: list[frozenset[Role]]


def scorer() -> ModuleType:
    """NewsBench's own scorer."""
    spec = importlib.util.spec_from_file_location("newsbench_score", BENCH / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def fold_of(group: str, folds: int) -> int:
    """The fold of a publisher: by hash, so that it never changes."""
    return int(hashlib.sha256(group.encode()).hexdigest(), 16) % folds


def group_of(page_id: str, url: str) -> str:
    """The publisher of a page: the name in its address without country endings, so that sister sites go together."""
    host = url.split("//")[-1].split("/")[0].lower().removeprefix("www.")
    labels = [label for label in host.split(".") if label not in ("com", "co", "org", "net", "de", "at", "ch", "uk")]
    name = max(labels, key=len) if labels else host
    return "euronews" if "euronews" in host else name


def observe(page: Page) -> list[list[tuple[str, str]]]:
    """What the built-in rules see of each block."""
    rules = [rule for rule in DEFAULT_RULES if isinstance(rule, FittedRule)]
    return [
        [(rule.name, reason) for rule in rules for reason in rule.observe(block, page)]
        if block.index in page.window
        else []
        for block in page.blocks
    ]


def survey(text: str) -> Page:
    """The page of a text, as the parser makes it."""
    blocks = split(text)
    return Page(text, blocks, detect(prose_of(blocks), LANGUAGES))


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


def dev_pages() -> list[dict[str, Any]]:
    """NewsBench's reference pages, with the scorer's normalised reference in `_gold`."""
    pages: list[dict[str, Any]] = scorer().load(BENCH / "dev")
    return pages


def dev_examples(pages: list[dict[str, Any]]) -> Iterator[Example]:
    """The reference pages in each of their renderings."""
    score = scorer()
    for page in pages:
        for source, weight in INPUTS.items():
            text = page["text"][source]
            if len(text) > 200:
                yield label_dev(score, page, text, weight)


def label_dev(score: ModuleType, page: dict[str, Any], text: str, weight: float) -> Example:
    """The roles that the reference allows each block of a page."""
    gold = page["_gold"]
    surveyed = survey(text)
    seen = observe(surveyed)
    lines = [score.norm(block.text) for block in surveyed.blocks]
    headers = {header for header, _ in gold["sections"] if header}
    paragraphs = {p for _, ps in gold["sections"] for p in ps}
    body = [i for i, line in enumerate(lines) if line in paragraphs]
    first = body[0] if body else len(lines)
    alike = [i for i, line in enumerate(lines) if i <= first and score.alike(line, gold["headline"])]
    headline = alike[-1] if alike else -1
    allowed: list[frozenset[Role]] = []
    joined = " ".join(paragraphs)
    for i, (line, block) in enumerate(zip(lines, surveyed.blocks, strict=True)):
        if i == headline:
            roles = frozenset({R.HEADLINE})
        elif line in gold["lead_lines"] and (i <= first or line not in paragraphs):
            roles = frozenset({R.LEAD}) if i <= first else frozenset({R.LEAD, R.BOILERPLATE, R.RELATED, R.PARAGRAPH})
        elif line in headers:
            roles = frozenset({R.SECTION_HEADER})
        elif line in paragraphs:
            roles = frozenset({R.BULLET, R.PARAGRAPH}) if block.is_item else frozenset({R.PARAGRAPH})
        elif any(c in line and len(line) < 2 * len(c) for c in gold["captions"]):
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
        allowed.append(roles)
    low, high = surveyed.window.start, surveyed.window.stop
    return Example(group_of(page["id"], page["url"]), weight, seen[low:high], allowed[low:high])


def silver_examples() -> Iterator[Example]:
    """The further pages, whose lines carry their HTML tags."""
    with gzip.open(BENCH / "silver.jsonl.gz") as rows:
        for row in map(json.loads, rows):
            example = label_silver(row)
            if example is not None:
                yield example


def label_silver(row: dict[str, Any]) -> Example | None:
    """The roles that tag and extractor allow each line; None for a page with hardly any text."""
    lines = [(text, tag, kept) for text, tag, kept in row["lines"] if text.strip()]
    prose = [i for i, (text, tag, kept) in enumerate(lines) if kept and tag == "p" and len(text.split()) >= 12]
    if len(prose) < 4:
        return None
    surveyed = survey("\n\n".join(text.replace("\n", " ") for text, _, _ in lines))
    if len(surveyed.blocks) != len(lines):
        return None
    seen = observe(surveyed)
    first, last = prose[0], prose[-1]
    titles = [i for i, (_, tag, _) in enumerate(lines) if tag == "h1" and i <= first]
    allowed: list[frozenset[Role]] = []
    for i, (text, tag, kept) in enumerate(lines):
        words = len(text.split())
        if titles and i == titles[-1]:
            roles = frozenset({R.HEADLINE})
        elif tag == "figcaption":
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
    low, high = surveyed.window.start, surveyed.window.stop
    return Example(group_of(row["id"], row["url"]), SILVER, seen[low:high], allowed[low:high])
