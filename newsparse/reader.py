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
    if not cues.spaced:
        count = sum(map(block.lower.count, cues.reader))
    else:
        count = sum(map(cues.reader.__contains__, block.lower.split()))
        if cues.polite:
            words = block.text.split()
            if not cues.polite.isdisjoint(words):
                count += sum(word in cues.polite and above[-1] not in BEFORE_SENTENCE for above, word in pairwise(words))
    if not count:
        return NOT_AT_ALL
    return OFTEN if count > 1 and QUOTES.isdisjoint(block.text) else ONCE if QUOTES.isdisjoint(block.text) else QUOTED
