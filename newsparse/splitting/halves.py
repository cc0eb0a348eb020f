"""Paragraphs that something parts in the middle of a sentence: the end of a printed page, an advertisement."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from itertools import pairwise

from newsparse.block import Block, sign

HYPHENS = "-‐"
WITHIN = f",;{HYPHENS}–—"
"""What stands within a sentence, besides letters and digits."""
SENTENCE = 8
"""Words above a page's end from which a sentence goes on below it with a capital, too."""
STOP = "."
RUNNING = "^"
"""The mark of a line that a printed page has at its top or foot."""


def find_upper_halves(blocks: Sequence[Block], breaks: Sequence[Block]) -> None:
    """Write into the part of a paragraph above a page's end that a stop ends it, as one ends the whole."""
    printed = [block.start for block in breaks if block.marker == RUNNING]
    for upper, lower in pairwise(blocks) if printed else ():
        between = bisect(printed, upper.end) < bisect(printed, lower.start)
        if between and upper.words >= SENTENCE and goes_on(upper, lower, printed=True):
            sign(upper, 0, STOP)


def goes_on(upper: Block, lower: Block, *, printed: bool) -> bool:
    """Whether a sentence goes on from the one block to the other, with nothing between them but what is `printed` on
    each page, or with some other break."""
    return (upper.text[-1].isalnum() or upper.text[-1] in WITHIN) and (
        lower.text[0].islower() or (printed and upper.words >= SENTENCE)
    )
