"""The lines that may be the headline, and those that never are: breadcrumb trails, bylines, sentences, captions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsparse.block import Block, has_any
from newsparse.dates.dated import is_only_date
from newsparse.names import looks_like_names
from newsparse.splitting.fields import names_lead
from newsparse.survey.prose import PROSE_WORDS

if TYPE_CHECKING:
    from newsparse.page import Page

SHORTEST, LONGEST = 3, 32
"""Words that a headline has; one of two words only counts near the prose."""
FULL_STOPS = ".。।۔"
"""What ends no headline that is as long as a line of prose: of a thousand pages, none has one."""
FEWEST_OF_PAGE = 5
"""Words of a line that pages have about themselves and that is no title."""
REACH = 70
"""Blocks above the densest prose among which the headline is looked for."""
WITHIN_PROSE, PAST_MENU = 3, 5
"""Lines from the first prose on among which it may stand too; and where a menu above may have been taken for prose."""
NEARBY = 8
"""Blocks above the prose within which two words may be a headline."""
ARROWS = (" » ", " > ", " › ")
TRAIL_MARKS = (*ARROWS, " / ", " | ", "/ ")
"""What stands between the parts of a breadcrumb trail or a list of topics."""
TRAIL_SIGNS = ("|", "/", "»", ">", "›")
"""One of them is in each: single signs are found several times as fast."""
FEWEST_ARROWS, FEWEST_BARS = 2, 3
"""Arrows of a line that is a trail for certain; and bars of one that is a row of links."""


def likely_lines(page: Page) -> list[Block]:
    """The lines that may be a headline: not far above the prose, neither too short nor too long, and no date; among
    them those that only a longer look tells to be none, `may_be_headline`."""
    if not page.body_end:
        return []
    past = PAST_MENU if page.body_start > PAST_MENU else WITHIN_PROSE
    last = min(page.body_start + past, len(page.blocks))
    return [
        block
        for block in page.blocks[max(0, last - REACH) : last]
        if block.words <= LONGEST
        and (block.words >= SHORTEST or (block.words == 2 and block.index >= page.body_start - NEARBY))
        and not is_long_sentence(block)
        and not is_only_date(*page.date_shares[block.index])
        and not is_byline(block, page)
        and not is_trail(block, page)
        and not names_lead(block.text)
        and not is_of_page(block, page)
    ]


def may_be_headline(block: Block, page: Page) -> bool:
    """Whether one of these lines may be a headline: it has no credit at its end, and is not names and jobs alone."""
    return not ends_in_credit(block, page) and not page.cues.is_names_and_jobs(block)


def ends_in_credit(block: Block, page: Page) -> bool:
    """Whether a credit that says so ends a line, as a caption's does, or one behind a sentence's full stop."""
    tail = page.credits[block.index].tail
    return tail > 0 and (block.text[:tail].rstrip()[-1:] in FULL_STOPS or page.has_marked_credit(block.index))


def is_of_page(block: Block, page: Page) -> bool:
    """Whether a line is one that pages have about themselves, longer than any heading of a box that a title may say
    too; or has the label of a caption before it."""
    cues = page.cues
    if block.words >= FEWEST_OF_PAGE and cues.boilerplate_whole(block):
        return True
    return " " in cues.picture_labels.opening(block.lower)


def is_long_sentence(block: Block) -> bool:
    """Whether a line is as long as prose and ends with its full stop, as no headline does."""
    return block.words >= PROSE_WORDS and block.final in FULL_STOPS and not block.text.endswith("..")


def is_trail(block: Block, page: Page) -> bool:
    """Whether a line is a breadcrumb trail ("Home » Politics » Headline"), of three parts or that ends with the line
    below, or a row of links with bars between them."""
    text = block.text
    if not has_any(text, TRAIL_SIGNS):
        return False  # most lines
    if text.count("|") >= FEWEST_BARS or max(map(text.count, ARROWS)) >= FEWEST_ARROWS:
        return True
    below = page.neighbour(block, 1)
    return below is not None and has_trail_mark(text) and is_end_of(below, block)


def is_byline(block: Block, page: Page) -> bool:
    """Whether a line is a word such as "by", and names."""
    opening = page.may_open[block.index] and page.cues.byline_opening(block)
    rest = block.text[len(opening) :].strip(" :") if opening else ""
    return bool(rest) and looks_like_names(rest.partition(",")[0], page.cues.between_names)


def has_trail_mark(text: str) -> bool:
    """Whether one of `TRAIL_MARKS` stands in a text."""
    return has_any(text, TRAIL_SIGNS) and has_any(text, TRAIL_MARKS)


def is_end_of(block: Block, above: Block) -> bool:
    """Whether a line is the last part of a longer one, as a headline is of a breadcrumb trail."""
    return above.words > block.words and above.lower.endswith(block.lower)
