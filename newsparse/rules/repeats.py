"""What is said more than once: lines that stand on the page again, and those whose words do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsparse.article import Role
from newsparse.block import CLOSING_MARKS, OPENING_QUOTES, STOPS, Block
from newsparse.page import Page
from newsparse.rules.base import FittedRule
from newsparse.rules.place import size_of

RUN, RUN_UNSPACED = 4, 8
"""Words that a line has in a row with another; characters, in scripts without spaces."""
MARKS = OPENING_QUOTES + CLOSING_MARKS + STOPS
BEGINNING = 30_000
"""Characters of the window's text, at most, in which a line's words are looked for."""


class Repeats(FittedRule):
    """A line that stands on the page more than once."""

    role = Role.BOILERPLATE

    def blocks(self, page: Page) -> Sequence[Block]:
        return [block for block in super().blocks(page) if page.times[block.lower] > 1]

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        times = page.times[block.lower]
        yield "stands on the page twice" if times == 2 else "stands on the page several times"
        if page.body_start < block.index < page.body_end:
            yield "stands on the page more than once, within the prose"
        if block.words >= 5 and block.index < page.body_start:
            yield "a longer line said twice"


class Echo(FittedRule):
    """A line whose words stand elsewhere in a row: pull quotes say a sentence again, contents a header."""

    role = Role.BOILERPLATE
    longest = 40

    def blocks(self, page: Page) -> Sequence[Block]:
        times = page.times
        return [block for block in super().blocks(page) if block.words >= RUN and times[block.lower] == 1]

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        line = block.text.strip(MARKS)
        parts, size, between = (line.split(), RUN, " ") if page.cues.spaced else (line, RUN_UNSPACED, "")
        last = len(parts) - size
        # most lines are done with when those in the middle are not found
        if last >= 0 and is_again(between.join(parts[last // 2 : last // 2 + size]), page):
            # without its first letter, which is a capital here, and within a sentence elsewhere none
            opening, closing = between.join(parts[:size])[1:], between.join(parts[last:])
            ends = is_again(opening, page) and is_again(closing, page)
            yield f"{size_of(block, page)}, {'all' if ends else 'some'} of its words stand elsewhere in a row"


def is_again(run: str, page: Page) -> bool:
    """Whether the beginning of the window's text, as it came, has a line's words a second time.

    As it came, capitals and line ends and all: a copy without them took a twentieth of the memory that a parse holds.
    """
    text, first, last = page.text, page.near[0].start, page.near[-1].end
    last = min(last, first + BEGINNING)
    once = text.find(run, first, last)
    return once >= 0 and text.find(run, once + 1, last) >= 0
