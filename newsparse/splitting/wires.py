"""Wires: lines around a report that are meant for those who print it, and not for readers.

Above it what is new in this version ("(Adds quotes)"), to whom it may matter ("Eds: …", "URGENT"), below it a mark
that it ends ("(END)"). They are set apart before the survey, and the sign that ends a headline ("Quay closed =") goes.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.article import Evidence, Role
from newsparse.block import Block, settle, shorten
from newsparse.splitting.handed_on import AROUND, OPENING_OF_SLUG, is_end, phrases, plain
from newsparse.survey.prose import first_sentence

LONGEST = 40
"""Words of a line for editors at most."""
TOP = 12
"""Lines at the beginning among which those above the report are."""
EQUALS = "="
"""What agencies write behind a headline."""
SUM = frozenset("=+{};_")
"""What else is in a line that an equals sign ends as part of a sum, or in code."""
FOR_EDITORS = (Evidence("Wire", Role.BOILERPLATE, 1.0, "meant for editors"),)
ENDED = (Evidence("Wire", Role.BOILERPLATE, 1.0, "only says that the text ends"),)
"""Why such lines are boilerplate."""


def for_editors(blocks: Sequence[Block], marks: Sequence[Block]) -> frozenset[int]:
    """The lines around a report that are for editors alone, by their index; `marks` are those that may end it."""
    headed = [block for block in blocks[:TOP] if block.text[-1] == EQUALS and ends_like_wire(block)]
    ends = [block for block in marks if not block.text[0].isalpha() and is_end(block)]
    if headed or ends:
        first = first_sentence(blocks)
        ends = [block for block in ends if block.index > first]
        for block in headed:
            if block.index < first:
                shorten(block, block.text[:-1].rstrip())
    openings = phrases().openings_of_slugs
    slugs = [block for block in blocks[:TOP] if block.lower[:OPENING_OF_SLUG] in openings and is_slug(block)]
    for block in slugs:
        settle(block, Role.BOILERPLATE, FOR_EDITORS)
    for block in ends:
        settle(block, Role.BOILERPLATE, ENDED)
    return frozenset(block.index for block in (*slugs, *ends))


def ends_like_wire(block: Block) -> bool:
    """Whether a line that an equals sign ends may be a headline with an agency's mark, and neither code nor a sum:
    not "The energy E ="."""
    text = block.text
    if not 2 < block.words <= LONGEST or text[-2] != " " or not text[-3].isalnum() or text[0].islower():
        return False
    return SUM.isdisjoint(text[:-1]) and not (text[-4] == " " and text[-3].isalpha())


def is_slug(block: Block) -> bool:
    """Whether a line at the beginning is for editors."""
    if block.words > LONGEST or not block.lower.startswith(phrases().slugs):
        return plain(block.lower).strip(AROUND) in phrases().urgent
    return block.text[0] != "(" or block.text[-1] in ").:"
