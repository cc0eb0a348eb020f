"""Which blocks of a page are credits, or end with one, by their place, too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsparse.captions.credit_tails import credit_tail
from newsparse.captions.credits import LONGEST_CREDIT, is_credit_line, is_marked, signs_picture
from newsparse.captions.pictures import LONGEST_CAPTION

if TYPE_CHECKING:
    from newsparse.block import Block
    from newsparse.cues import PageCues
    from newsparse.page import Page

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
CLAIM_EDGES = " \xa0(cC):,"
PARENTHESIS = re.compile(r"\([^()]{2,40}\)")
BEFORE_PLACE = re.compile(r"([^\W\d_][^/().:]{4,60})/[^/().:]{2,30}\s?\(([^()]{2,20})\)")
"""Names before a slash, a place and an agency, as in Turkey: "Mehmet YALIN/ANKARA, (DHA) - "."""
REPEATED = 12
"""Characters at its end that a line has in common with the one that repeats its credit: a cheap test to begin with."""


class Credit(NamedTuple):
    """What there is of a credit in a block."""

    alone: bool = False
    """Whether the block is nothing else."""
    tail: int = 0
    """If not, where in its text the credit at its end begins, or 0."""


NO_CREDIT = Credit()
"""Of every block that neither is a credit nor ends with one: told by identity."""


def find_credit(index: int, page: Page) -> Credit:
    """The credit that a block is, or ends with."""
    if not 0 <= index < len(page.blocks):
        return NO_CREDIT
    block, above = page.blocks[index], page.blocks[max(index - 1, 0)]
    words = block.words
    alone = words <= LONGEST_CREDIT and (
        is_credit_line(block, page.cues)
        or signs_picture(block, above, page.cues)
        or repeats_credit(block, above, page)  # which asks the same of the line above, as far as lines grow upwards
    )
    tail = 0 if alone or words > LONGEST_CAPTION else credit_tail(block, page.cues) or behind_repeat(block, above)
    if tail and page.cues.spaced and page.is_dated(block):
        return NO_CREDIT  # "3 May 2024 / Harbour News / AFP", when and where it was published
    if not (alone or tail) or claims_rights(block, page):
        return NO_CREDIT
    reported = BEFORE_PLACE.fullmatch(block.text) if block.text[-1] == ")" else None
    return NO_CREDIT if reported and page.cues.is_agency(reported[2]) else Credit(alone, tail)


def repeats_credit(block: Block, above: Block, page: Page) -> bool:
    """Whether a line is the credit at the end of a longer line above it, once more."""
    if not above.words > block.words or not above.text.endswith(block.text[-REPEATED:]):
        return False
    tail = page.credits[above.index].tail
    return tail > 0 and above.text[tail:].split() == block.text.split()


def behind_repeat(block: Block, above: Block) -> int:
    """Where the parentheses begin that a line has behind the words of the one above, as pictures below a headline do
    that have its words for a caption ("Ferry is back(KXYZ)"), or 0."""
    size = repeated(block, above)
    rest = block.text[size:].strip() if size else ""
    return size if rest and PARENTHESIS.fullmatch(rest) else 0


def repeated(block: Block, above: Block) -> int:
    """How much of a line says the whole of another line, the one above it, once more: 0 if it does not."""
    return len(above.text) if block is not above and block.text.startswith(above.text) else 0


def is_marked_credit(index: int, page: Page) -> bool:
    """Whether a block is a credit, or ends with one, that says so: by a sign or a word for it, in capitals with a slash
    ("ANA SILVA/LUSA"), or behind the words of the line above."""
    alone, tail = page.credits[index]
    if not (alone or tail):
        return False
    block, above = page.blocks[index], page.blocks[max(index - 1, 0)]
    if alone and "/" in block.text and " /" not in block.text and block.text.isupper():
        return True
    return 0 < tail == repeated(block, above) or is_marked(block.lower[tail:], page.cues, tail=tail > 0)


def claims_rights(block: Block, page: Page) -> bool:
    """Whether a line with a copyright sign, or one below the body with other words for it, speaks of the page, not
    of a picture; so does one that begins with such a word and a year."""
    below = block.index >= page.body_end
    if "©" not in block.text and not (
        (below and any(map(block.lower.__contains__, page.cues.rights.phrases))) or claims_year(block, page.cues)
    ):
        return False
    return page.boilerplate_inside(block) > 0 or (below and bool(YEAR.search(block.text)))


def claims_year(block: Block, cues: PageCues) -> bool:
    """Whether a line begins with a claim of rights and the year that it is of: "Copyright (c) 2024 Harbour Times"."""
    claim = cues.rights.opening(block.lower)
    return bool(claim) and YEAR.match(block.text[len(claim) :].lstrip(CLAIM_EDGES)) is not None
