"""Wires: lines around a report that are meant for those who print it, and not for readers.

Above it what is new in this version ("(Adds quotes)"), to whom it may matter ("Eds: …", "URGENT"), below it a mark
that it ends ("(END)"). They are set apart before the survey.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.article import Evidence, Role
from newsparse.block import STOPS, Block, settle
from newsparse.splitting.handed_on import AROUND, DASHES, LONGEST_LABEL, is_end, phrases
from newsparse.survey.prose import PROSE_WORDS

LONGEST = 40
"""Words of a line for editors at most."""
TOP = 12
"""Lines at the beginning among which those above the report are."""
FOR_EDITORS = (Evidence("Wire", Role.BOILERPLATE, 1.0, "meant for editors"),)
ENDED = (Evidence("Wire", Role.BOILERPLATE, 1.0, "only says that the text ends"),)
"""Why such lines are boilerplate."""


def for_editors(blocks: Sequence[Block]) -> frozenset[int]:
    """The lines around a report that are for editors alone, by their index."""
    found: set[int] = set()
    for block in blocks[:TOP]:
        if is_slug(block):
            settle(block, Role.BOILERPLATE, FOR_EDITORS)
            found.add(block.index)
    text = False
    for block in blocks:
        if block.words >= PROSE_WORDS:
            text = text or block.final in STOPS
        elif text and block.words <= LONGEST_LABEL and not block.text[0].isalpha() and is_end(block):
            settle(block, Role.BOILERPLATE, ENDED)
            found.add(block.index)
    return frozenset(found)


def is_slug(block: Block) -> bool:
    """Whether a line at the beginning is for editors."""
    if block.words > LONGEST or not block.lower.startswith(phrases().slugs):
        return block.lower.translate(DASHES).strip(AROUND) in phrases().urgent
    return block.text[0] != "(" or block.text[-1] in ").:"
