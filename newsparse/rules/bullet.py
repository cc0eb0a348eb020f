"""Bullets: the key points above the body, and lists inside it."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.article import Role
from newsparse.block import Block
from newsparse.page import Page
from newsparse.rules.base import FittedRule

ON_SUBJECT = 0.35
"""The share of its words in the body from which a list item is on the article's subject."""
REACH = 8
"""Items below a heading that it may speak for."""


class KeyPoints(FittedRule):
    """List items on the article's subject: above the body its key points, within it a list of its own."""

    role = Role.BULLET

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        if not block.is_item:
            if block.words <= 6 and page.cues.bullet_heads and block.lower.strip(" :") in page.cues.bullet_heads:
                yield "a heading of key points"
            return
        subject = "on its subject" if page.share_in_body(block.index) >= ON_SUBJECT else "off its subject"
        if self.above_body(block, page):
            yield f"a list item above the prose, {subject}"
        elif page.body_start < block.index < page.body_end:
            yield f"a list item within the prose, {subject}"
        if self.below_heading(block, page):
            yield "below a heading of key points"

    @staticmethod
    def above_body(block: Block, page: Page) -> bool:
        """Whether at most one block of prose, a lead, stands between the headline and an item."""
        start = max(page.body_start, page.title + 1)
        return block.index > page.title and page.prose_between(start, block.index) <= 1 and bool(page.body_end)

    @staticmethod
    def below_heading(block: Block, page: Page) -> bool:
        """Whether the list that an item is in stands below a heading of key points."""
        index = block.index - 1
        while index >= max(0, block.index - REACH) and page.blocks[index].is_item:
            index -= 1
        return index >= 0 and page.blocks[index].lower.strip(" :") in page.cues.bullet_heads
