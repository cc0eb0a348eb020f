"""Lines outside the page's window, which are too far from its headline and prose for the rules to look at them."""

from __future__ import annotations

from newsparse.article import Evidence, Role
from newsparse.block import Block
from newsparse.page import Page

FAR = (Evidence("Window", Role.BOILERPLATE, 1.0, "far from the page's prose"),)
"""Why most of them are boilerplate, and all above the window."""
LISTED = (Evidence("Window", Role.RELATED, 1.0, "far below the page's prose, under a heading of other articles"),)
CALLED = (Evidence("Window", Role.RELATED, 1.0, "far below the page's prose, opens like a link to another article"),)
FEWEST_OF_TITLE = 4
"""Words that a link to another article has at least; shorter lines there are menus."""


def far_below(page: Page) -> list[tuple[Evidence, ...]]:
    """Why each block below the page's window is a link to another article, or boilerplate."""
    return [
        of_title(block, page) if block.words >= FEWEST_OF_TITLE else FAR for block in page.blocks[page.window.stop :]
    ]


def of_title(block: Block, page: Page) -> tuple[Evidence, ...]:
    """The same of a block that is long enough for a title."""
    cues = page.cues
    may_open = page.may_open[block.index]
    listed = page.after_tail_heading(block)
    if not listed and not (may_open and cues.related_opening(block)):
        return FAR  # most lines, before their words are looked for
    if cues.boilerplate_whole(block) or (may_open and cues.boilerplate_opening(block)):
        return FAR
    if cues.boilerplate_inside(block.lower, page.topic.find_words(block) if cues.spaced else ()):
        return FAR  # the words are not kept: nobody else asks for them
    return LISTED if listed else CALLED
