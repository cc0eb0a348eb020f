"""Short and plain pages for the fit, made of the reference pages' structure: headline, lead, a few paragraphs.

Real pages have thirty lines and a menu; what users hand in may be a wire story of four. Their roles are all known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import attrs

from newsparse.article import Role

SENTENCE = re.compile(r"(?<=[.!?…。？！])\s+|(?<=[。？！])")
SHORTEST_SENTENCE = 20
"""Characters of a sentence that is made a paragraph of its own; a shorter one may be an abbreviation."""
FURNITURE = frozenset({Role.BOILERPLATE, Role.RELATED, Role.BYLINE, Role.SIGNATURE, Role.CAPTION})
"""What a line below the article may be."""

LONGEST = 1000
"""Paragraphs of an article at most."""
HEADLESS = 0.25
"""How many of the pages are made without their headline: some extractors drop it."""
LEADLESS = 0.2
"""How many of the pages are made without the lead that they have: their first paragraph is surely none."""

Lines = list[tuple[str, frozenset[Role]]]


@attrs.frozen
class Plain:
    """A short page: its text, and the roles that its blocks may have."""

    text: str
    allowed: list[frozenset[Role]]
    sure: bool
    """Whether a page without a lead is known to have none."""


def plain_pages(page: dict[str, Any], norm: Callable[[str], str]) -> Iterator[Plain]:
    """Two short pages made of a reference page: the article's beginning as it is, and its beginning with every
    sentence a paragraph. Half of them have some lines of the page below."""
    gold = page["gold"]
    chance = Random(page["id"])
    furniture = below(page, norm)
    for split in (False, True):
        leads = [] if chance.random() < LEADLESS else gold["lead"]
        headlines = [] if chance.random() < HEADLESS else [gold["headline"]]
        lines = [(line, frozenset({Role.HEADLINE})) for line in headlines]
        lines += [(line, frozenset({Role.LEAD})) for line in leads]
        whole = chance.randint(0, 1) if split else LONGEST
        body = beginning(gold["sections"], chance.randint(2, 9) + 4 * split, whole=whole)
        lines = [(" ".join(text.split()), roles) for text, roles in lines + body]
        if chance.random() < 0.5:
            lines += [(line, FURNITURE) for line in furniture[: chance.randint(1, 5)]]
        gap = "\n\n" if chance.random() < 0.7 else "\n"
        if len(body) >= 2 and all(text for text, _ in lines):
            roles = [roles for _, roles in lines]
            yield Plain(gap.join(text for text, _ in lines), roles, bool(gold["lead"]))


def beginning(sections: list[dict[str, Any]], size: int, *, whole: int) -> Lines:
    """The first `size` paragraphs and the headers above them; of those below the first `whole` paragraphs every
    sentence is a paragraph."""
    lines: Lines = []
    for section in sections:
        if section["header"]:
            lines.append((section["header"], frozenset({Role.SECTION_HEADER})))
        for paragraph in section["paragraphs"]:
            whole -= 1
            for text in sentences(paragraph) if whole < 0 else [paragraph]:
                lines.append((text, frozenset({Role.PARAGRAPH})))
                size -= 1
                if size == 0:
                    return lines
    while lines and Role.PARAGRAPH not in lines[-1][1]:
        lines.pop()
    return lines


def sentences(paragraph: str) -> list[str]:
    """A paragraph's sentences; what is too short for one stays with the sentence above."""
    found: list[str] = []
    for part in SENTENCE.split(paragraph):
        if found and (len(part) < SHORTEST_SENTENCE or len(found[-1]) < SHORTEST_SENTENCE):
            found[-1] += " " + part
        elif part:
            found.append(part)
    return found


def below(page: dict[str, Any], norm: Callable[[str], str]) -> list[str]:
    """The lines below the article on the whole page, without blank ones."""
    gold = page["gold"]
    said = {norm(paragraph) for section in gold["sections"] for paragraph in section["paragraphs"]}
    lines = [line.strip() for line in page["text"]["full"].splitlines() if line.strip()]
    last = max((n for n, line in enumerate(lines) if norm(line) in said), default=len(lines))
    return lines[last + 1 :]
