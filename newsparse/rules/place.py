"""What a block's place on the page and its neighbours tell."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.article import Role
from newsparse.block import Block
from newsparse.page import Page
from newsparse.rules.base import FittedRule


class Place(FittedRule):
    """Where a block stands as against the stretch of the page with the most prose, and the page's ends."""

    role = Role.PARAGRAPH

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        index = block.index
        kind = "prose" if page.prose[index] else "a line"
        if page.body_end == 0:
            yield "a page without prose"
        elif index < page.body_start:
            distance = page.body_start - index
            yield f"{kind} " + (
                "right before the prose" if distance == 1
                else "shortly before the prose" if distance <= 4
                else "before the prose" if distance <= 12
                else "far before the prose"
            )
        elif index >= page.body_end:
            distance = index - page.body_end
            yield f"{kind} " + (
                "right after the prose" if distance == 0
                else "shortly after the prose" if distance <= 4
                else "after the prose" if distance <= 12
                else "far after the prose"
            )
        elif index == page.body_start:
            yield "opens the prose"
        elif index == page.body_start + 1:
            yield f"{kind}, second of the prose"
        else:
            yield f"{kind} within the prose"
        if index == 0:
            yield "the page's first line"
        elif index <= 3:
            yield "among the page's first lines"
        if index == len(page.blocks) - 1:
            yield "the page's last line"


class Neighbours(FittedRule):
    """What stands above and below, and how much space there is."""

    role = Role.PARAGRAPH

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        index, prose = block.index, page.prose
        above, below = page.neighbour(block, -1), page.neighbour(block, 1)
        kind = "prose" if prose[index] else "a line of some length" if block.words >= 9 else "a short line"
        yield f"{kind} below {self.kind(above, page)}"
        yield f"{kind} above {self.kind(below, page)}"
        if page.spaced:
            yield f"{kind} " + (
                ("between blank lines" if block.gap_below else "below a blank line")
                if block.gap
                else ("above a blank line" if block.gap_below else "without blank lines")
            )
            if block.gap >= 2 and index:
                yield f"{kind} below a wide gap"

    @staticmethod
    def kind(other: Block | None, page: Page) -> str:
        """What sort of neighbour a block is."""
        if other is None:
            return "nothing"
        if page.prose[other.index]:
            return "prose"
        if other.is_item:
            return "a list item"
        if other.words >= 9:
            return "a line of some length"
        return "a short line"


class Repeats(FittedRule):
    """A line that stands on the page more than once."""

    role = Role.BOILERPLATE

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        times = page.times[block.lower]
        if times > 1:
            yield "stands on the page twice" if times == 2 else "stands on the page several times"
            if block.words >= 5 and block.index < page.body_start:
                yield "a longer line said twice"
