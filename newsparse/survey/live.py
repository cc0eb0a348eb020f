"""Live blogs whose entries have a line with the time of day or their author, a title below it, and then their text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from newsparse.block import Block
from newsparse.dates.dated import DAY
from newsparse.names import has_given_name, is_name
from newsparse.survey.contents import stands_above_text
from newsparse.survey.header_looks import has_header_shape

if TYPE_CHECKING:
    from newsparse.page import Page

TIME_OF_DAY = re.compile(r"(?<![\d:.])([01]?\d|2[0-3])[:.h]([0-5]\d)(?![\d:.]?\d)")
LONGEST = 8
"""Words of a line with a time: the author's name, how long ago it was, what sort of entry it is."""
WORDS_OF_A_NAME = 4
"""Words of a line that is an author's name, at most."""
FEWEST = 5
"""Entries that make a live blog."""
WORDS_OF_ENTRY = 35
"""Words of prose of an entry, on average: teasers have a sentence each."""
IN_ORDER = 0.8
"""The share of entries in the order of their times, the latest first or last: at midnight that starts anew."""


def find_entries(page: Page) -> frozenset[int]:
    """The titles of the entries of a live blog within the page's window, or none."""
    times: list[int] = []
    timed: list[int] = []
    signed: list[int] = []
    authors: set[str] = set()
    for block in page.telling(LONGEST):
        minute = minute_of(block, page)
        if minute < 0 and not is_author(block, page):
            continue
        title = page.neighbour(block, 1)
        if title is None or not has_header_shape(title) or not stands_above_text(title.index, page):
            continue
        if minute >= 0:
            times.append(minute)
            timed.append(title.index)
        else:
            authors.add(block.lower)
            signed.append(title.index)
    if in_order(times) and are_entries(timed, page):
        return frozenset(timed)
    # a few authors take turns
    return frozenset(signed if 2 * len(authors) <= len(signed) and are_entries(signed, page) else ())


def are_entries(titles: Sequence[int], page: Page) -> bool:
    """Whether lines are enough for a live blog, and have enough text below them."""
    if len(titles) < FEWEST:
        return False
    prose = sum(block.words for block in page.blocks[titles[0] : page.body_end] if page.prose[block.index])
    return prose >= WORDS_OF_ENTRY * len(titles)


def is_author(block: Block, page: Page) -> bool:
    """Whether a line is nothing but a name, and stands on the page more than once."""
    return (
        2 <= block.words <= WORDS_OF_A_NAME
        and block.index not in page.turns.speakers
        and page.times[block.lower] > 1
        and is_name(block.text)
        and has_given_name(block.text)
    )


def minute_of(block: Block, page: Page) -> int:
    """The minute of the day that a short line says without a day, or -1."""
    # most short lines have no time at all, which is known of them already
    found = TIME_OF_DAY.search(block.text) if page.date_shares[block.index][1] else None
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
