"""Which lines speak to the reader, as pages do of themselves: news speak of the world, but for what they quote."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from newsparse.block import CLOSING_MARKS, OPENING_QUOTES, STOPS, Block

if TYPE_CHECKING:
    from newsparse.cues import PageCues

LONGEST = 90
"""Words of the longest line that is looked at: longer ones are paragraphs of the article or of legal notices."""
QUOTES = frozenset(OPENING_QUOTES)
NOT_AT_ALL, QUOTED, ONCE, OFTEN = "", "in quotation marks", "once", "more than once"
BEFORE_SENTENCE = STOPS + CLOSING_MARKS + ":-–—"


def speaks_to_reader(block: Block, cues: PageCues) -> str:
    """How often a line speaks to the reader, or whether it has quotation marks where it does; "" if it does not."""
    if block.words > LONGEST:
        return NOT_AT_ALL
    count = said(block, cues) if cues.spaced else sum(map(block.lower.count, cues.reader))
    if not count:
        return NOT_AT_ALL
    if not QUOTES.isdisjoint(block.text):
        return QUOTED
    return OFTEN if count > 1 else ONCE


def said(block: Block, cues: PageCues) -> int:
    """How many words of a line speak to the reader; none where only its first does, which has no space before it.

    A look for the few beginnings of such words spares most lines being cut into words, which takes several times as
    long in languages that have few of them.
    """
    text, lower = block.text, block.lower
    count = 0
    for opening in cues.before_reader:
        if opening in lower:
            count = sum(map(cues.reader.__contains__, lower.split()))
            break
    for opening in cues.before_polite:
        if opening in text:
            words = text.split()
            return count + sum(
                word in cues.polite and above[-1] not in BEFORE_SENTENCE for above, word in pairwise(words)
            )
    return count
