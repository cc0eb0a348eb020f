"""Bullets: the key points above the body, and lists inside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsparse.article import Role
from newsparse.block import Block
from newsparse.captions.credit_places import NO_CREDIT
from newsparse.cues import PageCues
from newsparse.page import Page
from newsparse.rules.base import FittedRule
from newsparse.survey.kinds import CALL, NOTICE

ON_SUBJECT = 0.35
"""The share of its words in the body from which a list item is on the article's subject."""
POINT = "a list item above the prose, on its subject"
FURNITURE = "in a list with words to the reader"
LONGEST_HEAD = 6
"""Words of the line above the key points, at most."""
SHORTEST = 5
"""Words of a key point at least: shorter items above the body are subjects, or buttons to share the article."""
REACH = 8
"""Items below a heading that it may speak for."""
BELOW_CALL = f"in a list below {CALL}"
BELOW_OTHERS = {CALL: BELOW_CALL, NOTICE: f"in a list below {NOTICE}"}
"""What there is to say of a list by the kind of line above it, for those below which no list of the article's own
stands: "Read also", "Share this"."""


class KeyPoints(FittedRule):
    """List items on the article's subject: above the body its key points, within it a list of its own."""

    role = Role.BULLET
    topical = True

    def blocks(self, page: Page) -> Sequence[Block]:
        heads = page.lists.heads
        return [block for block in super().blocks(page) if block.index in heads or block.words <= LONGEST_HEAD]

    def narrow(self, page: Page) -> Sequence[Block]:
        items = page.lists.heads
        return [
            block
            for block in super().blocks(page)
            if block.index in items
            or (block.words <= LONGEST_HEAD and not block.marker and heads_points(block, page.cues))
        ]

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        place = page.lists.heads.get(block.index)
        if place is None:
            if heads_points(block, page.cues):
                yield "a heading of key points"
            return
        if block.is_item:
            yield from self.observe_item(block, page)
        if page.lists.is_furniture(block.index):
            yield FURNITURE
        elif page.kinds[place] in BELOW_OTHERS:
            yield BELOW_OTHERS[page.kinds[place]]
        elif place >= max(0, block.index - REACH - 1) and block.is_item:
            head = page.blocks[place]
            if heads_points(head, page.cues):
                yield "below a heading of key points"
            elif head.ends_with_colon and page.first_prose <= place:
                yield "a list after a colon"

    def observe_item(self, block: Block, page: Page) -> Iterator[str]:
        """What tells of an item with a marker whether it is the article's own: its place and words."""
        on_subject = page.topic.share_in_body(block.index) >= ON_SUBJECT
        if self.above_body(block, page):
            picture = page.credits[block.index] is not NO_CREDIT
            if block.words < SHORTEST:
                yield "a short list item above the prose"
            else:
                yield POINT if on_subject and not picture else "a list item above the prose, off its subject"
        elif page.body_start < block.index < page.body_end:
            yield f"a list item within the prose, {'on' if on_subject else 'off'} its subject"

    @staticmethod
    def above_body(block: Block, page: Page) -> bool:
        """Whether at most one block of prose, a lead, stands between the headline and an item."""
        start = max(page.body_start, page.title + 1)
        return block.index > page.title and page.prose_between(start, block.index) <= 1 and bool(page.body_end)


def heads_points(block: Block, cues: PageCues) -> bool:
    """Whether a line says no more than that key points stand below it: "Highlights:"."""
    return block.lower.strip(" :") in cues.bullet_heads
