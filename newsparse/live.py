"""Live blogs whose entries have a line with the time of day, a title below it, and then their text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from newsparse.block import Block
from newsparse.contents import stands_above_text
from newsparse.dated import DAY
from newsparse.header_looks import has_header_shape

if TYPE_CHECKING:
    from newsparse.page import Page

TIME_OF_DAY = re.compile(r"(?<![\d:.])([01]?\d|2[0-3])[:.h]([0-5]\d)(?![\d:.]?\d)")
LONGEST = 8
"""Words of a line with a time: the author's name, how long ago it was, what sort of entry it is."""
FEWEST = 5
"""Entries that make a live blog."""
WORDS_OF_ENTRY = 35
"""Words of prose of an entry, on average: teasers have a sentence each."""
IN_ORDER = 0.8
"""The share of entries in the order of their times, the latest first or last: at midnight that starts anew."""


def find_entries(page: Page) -> frozenset[int]:
    """The titles of the entries of a live blog within the page's window, or none."""
    times: list[int] = []
    titles: list[int] = []
    for block in page.near:
        minute = minute_of(block, page)
        title = page.neighbour(block, 1) if minute >= 0 else None
        if title is not None and has_header_shape(title) and stands_above_text(title.index, page):
            times.append(minute)
            titles.append(title.index)
    if len(titles) < FEWEST or not in_order(times):
        return frozenset()
    prose = sum(block.words for block in page.blocks[titles[0] : page.body_end] if page.prose[block.index])
    return frozenset(titles if prose >= WORDS_OF_ENTRY * len(titles) else ())


def minute_of(block: Block, page: Page) -> int:
    """The minute of the day that a short line says without a day, or -1."""
    found = TIME_OF_DAY.search(block.text) if block.words <= LONGEST else None
    if found is None or DAY.search(block.text) or names_month(block, page):
        return -1
    return 60 * int(found[1]) + int(found[2])


def names_month(block: Block, page: Page) -> bool:
    """Whether one of the words of a line is a month."""
    return not page.cues.language.months.keys().isdisjoint(block.lower.split())


def in_order(times: Sequence[int]) -> bool:
    """Whether times of day hardly ever turn around."""
    steps = list(pairwise(times))
    fewest = IN_ORDER * len(steps)
    return sum(a >= b for a, b in steps) >= fewest or sum(a <= b for a, b in steps) >= fewest
