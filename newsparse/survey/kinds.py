"""What sort of line a block is at first sight: what its neighbours, and the choice of the lead, want to know of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsparse.block import Block
from newsparse.captions.credit_places import NO_CREDIT
from newsparse.captions.pictures import LONGEST_CAPTION, tells_places
from newsparse.survey.header_looks import opens_with_time

if TYPE_CHECKING:
    from newsparse.page import Page

LONG = 9
"""Words from which a line is of some length."""
PLAIN_WORDS = 14
"""Words from which prose amid prose is looked at no further."""
ASKED_FOR_BYLINE, ASKED_FOR_LABEL, ASKED_FOR_NOTICE, ASKED_FOR_CALL = 20, 8, 45, 25
"""Words up to which a line is asked whether it is a date or opens like a byline; whether it heads a box or is one that
pages have about themselves; whether it opens like a word to the reader; and like a call to read on."""
LONGEST_CALL = 4
"""Words of a call to read on without the title of what is to be read: what that is stands below."""
NOTHING, PROSE, BYLINE, CREDIT = "nothing", "prose", "a byline", "a credit"
NOTICE, CALL, ITEM = "a word to the reader", "a call to read on", "a list item"
LONGISH, SHORT, TIME = "a line of some length", "a short line", "a time that heads a post"
LINK = "a link to another article"
KINDS = (NOTHING, PROSE, BYLINE, CREDIT, NOTICE, CALL, ITEM, LONGISH, SHORT, TIME, LINK)


def kind_of(block: Block, page: Page) -> str:
    """The sort of line, in the words that reasons use."""
    words, cues, index = block.words, page.cues, block.index
    if index in page.turns.speakers or index in page.turns.first:
        return PROSE
    may_open = page.may_open[index]
    if words <= ASKED_FOR_BYLINE and (page.is_dated(block) or (may_open and cues.byline_opening(block))):
        return TIME if page.headers.live and opens_with_time(block) else BYLINE
    if words <= ASKED_FOR_LABEL:
        if cues.related_head(block):
            return CALL
        if cues.boilerplate_whole(block):
            return NOTICE
    if words <= LONGEST_CAPTION and (page.credits[index] is not NO_CREDIT or tells_places(block, cues)):
        return CREDIT
    if may_open and words <= ASKED_FOR_NOTICE:
        if cues.boilerplate_opening(block):
            return NOTICE
        if words <= ASKED_FOR_CALL and cues.related_opening(block):
            return CALL if words <= LONGEST_CALL or block.ends_with_colon else LINK
    if page.prose[index]:
        return PROSE
    if block.is_item:
        return ITEM
    return LONGISH if words >= LONG else SHORT


def plain_prose(page: Page) -> frozenset[int]:
    """The blocks that are prose next to prose, well within the body, without a trace of anything else."""
    first, last = max(page.body_start, page.title, page.lead) + 2, page.body_end - 1
    kinds = list(map(page.kinds.__getitem__, range(first - 1, last + 1)))
    blocks, times, inside, about_authors = page.blocks, page.times, page.phrases_inside, page.biographies
    return frozenset(
        index
        for index in range(first, last)
        if kinds[index - first + 1] == PROSE
        and (kinds[index - first] == PROSE or kinds[index - first + 2] == PROSE)
        and blocks[index].words >= PLAIN_WORDS
        and not blocks[index].marker
        and not blocks[index].is_numbered
        and times[blocks[index].lower] == 1
        and not inside[index]
        and index not in about_authors
    )
