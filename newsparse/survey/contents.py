"""The page's table of contents: lines above the text that stand below once more, as its section headers."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import attrs

from newsparse.block import Block
from newsparse.survey.header_looks import LONGEST_HEADER, has_header_shape
from newsparse.survey.prose import is_sentence

if TYPE_CHECKING:
    from newsparse.page import Page

NUMBERING = re.compile(r"[\W\d_]+")
"""Numbers and marks that open a line: the table may have others than the headers."""
FEWEST = 3
"""Headers that a table lists at least: two lines that come again are as often a box's."""
SENTENCE = 8
"""Words of a sentence below a header."""
LATEST = 5
"""Lines below the first prose at which a table begins at the latest: titles that come again further down are links'."""
MISSED = 4
"""Lines from one of a table to the next, at most, of which a header further below is found."""
FEWEST_LETTERS = 4
"""Letters of a header by which it is told again."""


@attrs.frozen
class Contents:
    """The places of a table's lines, and of the headers that it lists."""

    lines: frozenset[int] = frozenset()
    headers: frozenset[int] = frozenset()


def find_contents(page: Page) -> Contents:
    """The tables of contents within the page's window."""
    names: dict[int, str] = {}
    for block in page.near:
        named = block.words <= LONGEST_HEADER and (not block.ends_with_stop or block.ends_with_question)
        if named and len(name := name_of(block)) >= FEWEST_LETTERS:
            names[block.index] = name
    if len(names) - len(set(names.values())) < FEWEST:
        return Contents()  # most pages
    above_text: dict[str, list[int]] = defaultdict(list)
    for index, name in names.items():
        if has_header_shape(page.blocks[index]) and stands_above_text(index, page):
            above_text[name].append(index)
    lines: set[int] = set()
    headers: set[int] = set()
    for run in runs(names, above_text):
        if run[0] > page.first_prose + LATEST:
            break
        listed = dict(in_order([(index, above_text[names[index]]) for index in run], run[-1]))
        if len(listed) >= FEWEST:
            lines.update(range(min(listed), max(listed) + 1))
            headers.update(listed.values())
    return Contents(frozenset(lines), frozenset(headers))


def stands_above_text(index: int, page: Page) -> bool:
    """Whether the next line is prose or another sentence."""
    below = page.neighbour(page.blocks[index], 1)
    return below is not None and (page.prose[below.index] or is_sentence(below, SENTENCE))


def name_of(block: Block) -> str:
    """What a header is told by: its text in lower case, without numbers and marks before it."""
    numbering = NUMBERING.match(block.lower)
    return block.lower[numbering.end() :] if numbering else block.lower


def runs(names: Mapping[int, str], above_text: Mapping[str, Sequence[int]]) -> Iterator[list[int]]:
    """Lines that stand above a paragraph further below, too, with few other short lines between them."""
    run: list[int] = []
    last = -1
    for index, name in names.items():
        if run and (index != last + 1 or index > run[-1] + MISSED):
            yield run
            run = []
        last = index
        if name in above_text and above_text[name][-1] > index:
            run.append(index)
    if run:
        yield run


def in_order(offered: Sequence[tuple[int, Sequence[int]]], last: int) -> Iterator[tuple[int, int]]:
    """Each line of a table with the first of its headers that stands below that of the line before."""
    for index, places in offered:
        number = bisect_right(places, last)
        if number < len(places):
            last = places[number]
            yield index, last
