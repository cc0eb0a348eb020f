"""Lists: the line above each, and whether it is one of buttons to share the article and the like."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from newsparse.block import Block
from newsparse.survey.kinds import NOTICE

if TYPE_CHECKING:
    from newsparse.page import Page

SOME = 0.3
"""The share of a list's items that are words to the reader, from which all are."""


class Lists:
    """The lists within a page's window."""

    def __init__(self, page: Page) -> None:
        self.heads: dict[int, int] = {}
        """For each list item, numbered ones too, the place of the line above its list; -1: there is none."""
        for block in page.near:
            if block.is_item or is_numbered_item(block, page):
                self.heads[block.index] = self.heads.get(block.index - 1, block.index - 1)
        notices = Counter([head for item, head in self.heads.items() if page.kinds[item] == NOTICE])
        items = Counter(self.heads.values()) if notices else notices
        self._furniture = {head for head, count in notices.items() if count >= SOME * items[head]}

    def is_furniture(self, item: int) -> bool:
        """Whether an item's list is one of words to the reader."""
        return self.heads.get(item) in self._furniture


def is_numbered_item(block: Block, page: Page) -> bool:
    """Whether a line is one of several in a row as a numbered list has them; its number is part of its text, as it may
    be that of a header or paragraph that counts."""
    if not block.is_numbered:
        return False
    above, below = page.neighbour(block, -1), page.neighbour(block, 1)
    return (above is not None and above.is_numbered) or (below is not None and below.is_numbered)
