"""Lists: the line above each, and whether it is one of buttons to share the article and the like."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from newsparse.kinds import NOTICE

if TYPE_CHECKING:
    from newsparse.page import Page

SOME = 0.3
"""The share of a list's items that are words to the reader, from which all are."""


class Lists:
    """The lists within a page's window."""

    def __init__(self, page: Page) -> None:
        self.heads: dict[int, int] = {}
        """For each list item, the place of the line above its list; -1: there is none."""
        for block in page.near:
            if block.is_item:
                self.heads[block.index] = self.heads.get(block.index - 1, block.index - 1)
        notices = Counter([head for item, head in self.heads.items() if page.kinds[item] == NOTICE])
        items = Counter(self.heads.values()) if notices else notices
        self._furniture = {head for head, count in notices.items() if count >= SOME * items[head]}

    def is_furniture(self, item: int) -> bool:
        """Whether an item's list is one of words to the reader."""
        return self.heads.get(item) in self._furniture
