"""Interviews whose speakers stand on lines of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsparse.article import Role
from newsparse.block import Block
from newsparse.page import Page
from newsparse.rules.base import FittedRule

SPEAKER = "a line that says who speaks, in turns"
FIRST = "right below a line that says who speaks"
SAID = "said by one of those who take turns"
HEADED = "a heading's mark, among those who take turns"


class Speakers(FittedRule):
    """What is said in turns, and the lines above that say by whom, are paragraphs; what has a heading's mark is not."""

    role = Role.PARAGRAPH

    def blocks(self, page: Page) -> Sequence[Block]:
        every = page.turns.every | page.turns.headers
        # prose next to prose, too
        return [block for block in page.near if block.index in every] if every else []

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        index, turns = block.index, page.turns
        if index in turns.headers:
            yield HEADED
        else:
            yield SPEAKER if index in turns.speakers else FIRST if index in turns.first else SAID
