"""Titles in capitals that a full stop ends, as newspapers had them until the twentieth century ("A SECOND BRIDGE.")."""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.block import Block, sign

FIRST, LONGEST = 6, 14
"""Blocks of a page among which such titles are looked for, and words of one at most."""
STOP = "."


def without_stops_of_titles(blocks: Sequence[Block]) -> None:
    """Write into each such title that no stop ends it."""
    for block in blocks[:FIRST]:
        if block.final == STOP and 1 < block.words <= LONGEST and block.text.isupper() and block.text[-1] == STOP:
            sign(block, 0, block.text.rstrip(". ")[-1:] or STOP)
