"""A first guess at the headline, made for the whole page before any rule speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsparse.block import Block

if TYPE_CHECKING:
    from newsparse.page import Page

SHORTEST, LONGEST = 3, 32
REACH = 40
"""Blocks above the densest prose among which the headline is looked for."""
LEAST = 1.6
"""A page whose best line has less than this has no headline: an extractor may have dropped it."""


UPPER = 0.75
"""Of two lines that may be the headline the upper one is, if it has at least this share of the other's worth."""


def likely_headline(page: Page) -> int:
    """The index of the line that most looks like the page's headline, or -1.

    It shares words with the body, has a headline's length and no full stop, stands not far above the
    prose, and is no list item, date, byline or other line of known use.
    """
    blocks = page.blocks
    if not page.body_end:
        return -1
    last = min(page.body_start + 3, len(blocks))
    best, most = -1, LEAST
    for index in range(max(0, last - REACH), last):
        block = blocks[index]
        if SHORTEST <= block.words <= LONGEST:
            worth = headline_worth(block, page)
            if worth > most:
                best, most = index, worth
    for index in range(max(0, best - 4), best):
        if SHORTEST <= blocks[index].words <= LONGEST and headline_worth(blocks[index], page) > UPPER * most:
            return index
    return best


def headline_worth(block: Block, page: Page) -> float:
    """How much a line looks like the headline of its page; set by hand."""
    words = block.words
    worth = 2.5 * page.share_in_body(block.index)
    worth += 1.0 if 6 <= words <= 18 else 0.4 if words >= 5 else 0.0
    if block.ends_with_stop and block.final not in "?!？！":
        worth -= 1.6
    if block.ends_with_colon:
        worth -= 1.0
    if block.is_item:
        worth -= 1.2
    if block.marker == "#":
        worth += 2.5
    share, dated = page.date_share(block)
    if dated and share > 0.3:
        worth -= 2.0
    cues = page.cues
    if cues.byline_opening(block) or cues.related_opening(block) or cues.boilerplate_opening(block):
        worth -= 1.5
    if cues.boilerplate_inside(block):
        worth -= 1.0
    if block.index > page.body_start:
        worth -= 0.8
    distance = page.first_prose - block.index
    worth -= 0.03 * max(0, distance - 2)
    if block.index + 1 < len(page.blocks):
        below = page.blocks[block.index + 1]
        if below.words > words and below.words >= 10:
            worth += 0.5
        if page.is_dated(below) or cues.byline_opening(below):
            worth += 0.5
    return worth
