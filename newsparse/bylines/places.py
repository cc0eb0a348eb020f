"""Where on a page bylines and sign-offs stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from newsparse.article import Role
from newsparse.block import Block
from newsparse.names import has_given_name

LONGEST = 240
"""Characters of a byline that are read; longer lines are no bylines."""
SIGNED = re.compile(r"[(（\[【〔]([^()（）\[\]【】〔〕]{3,150})[)）\]】〕]\W{0,3}$")
LONGEST_TAIL = 80
SENTENCE = re.compile(r"[^\W\d_][”\"'’]?(?:[.!?]\s|。)\S")
"""Where a sentence ends within a line; not within a date ("2024. 5. 3.")."""
BULLET = Role.BULLET
ABOVE_TEXT = 2
"""How far above the text a line with a name and a place is at most: the lead may stand between."""


def body_of(blocks: Sequence[Block], paragraphs: Sequence[Block]) -> int:
    """The index of the block that the body begins with: the first paragraph, but for one that opens a list above it."""
    for paragraph in paragraphs:
        following = blocks[paragraph.index + 1 : paragraph.index + 2]
        if not (following and following[0].role is BULLET):
            return paragraph.index
    return paragraphs[0].index if paragraphs else len(blocks)


def may_have_place(block: Block, body: int) -> bool:
    """Whether a line right above the text, which begins at `body`, opens with a first name: a place may stand behind
    the name."""
    return block.index >= body - ABOVE_TEXT and has_given_name(block.text.partition(" ")[0])


def signed_tail(paragraphs: Sequence[Block]) -> str:
    """What stands in parentheses at the end of the last of the paragraphs, or ""."""
    tail = SIGNED.search(paragraphs[-1].text[-160:]) if paragraphs else None
    return tail[1] if tail else ""


def reporting_tail(paragraphs: Sequence[Block]) -> str:
    """The few words behind the last sentence of the last of the paragraphs, without an address behind them, or ""."""
    tail = reporting().search(paragraphs[-1].text[-LONGEST_TAIL:]) if paragraphs else None
    return tail[1] if tail else ""


@cache
def reporting() -> re.Pattern[str]:
    """Two or three words behind a sentence, as reporters sign in Korea; compiled when first used, as few pages ask."""
    return re.compile(
        r"[.。!?]”?[\"'’]?\s?[/\[(]?([^\s.。!?@\[\]()]{2,10}(?:\s[^\s.。!?@\[\]()]{2,8}){1,2})(?:\s\S{1,30}@\S{1,30})?$"
    )
