"""What sets a lead apart by what it says: the text below says it again, and gives in full the names that it shortens.

A lead is written for itself, and the article begins anew below it. A first paragraph is gone on from: whoever it names
has only a surname from there on, and the day that it tells is not told again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from newsparse.block import Block
from newsparse.kinds import LONG
from newsparse.names import FULL_NAME

if TYPE_CHECKING:
    from newsparse.page import Page

FOLLOWING, REACH = 4, 9
"""Blocks of prose that are compared with a line, and how far below it they are looked for."""
READ = 3000
"""Characters of a block that are compared."""
MANY = 5
"""Words three in a row from which one more said again does not count."""
WORD = re.compile(r"\w+")
DIGIT = re.compile(r"\d")


def traits_of_retelling(block: Block, page: Page) -> Iterator[tuple[str, float]]:
    """What a line tells, and what of it the text below tells once more."""
    text = block.text[:READ]
    if DIGIT.search(text):
        yield "has a digit", 1.0
    if not page.cues.days.isdisjoint(WORD.findall(block.lower[:READ])):
        yield "names a day or a month", 1.0
    following = prose_below(block, page)
    if not following or block.words < LONG:
        return
    again = len(trigrams(block).intersection(chain.from_iterable(map(trigrams, following))))
    if again:
        yield "three words in a row that the text below has", 1.0
        yield "many such words", min(again, MANY) / MANY
    if page.prose[block.index]:
        yield from traits_of_names(text, "\n".join([other.text[:READ] for other in following]))


def traits_of_names(text: str, below: str) -> Iterator[tuple[str, float]]:
    """Who is named in full in a paragraph, and who only in the text below it."""
    named = [match[0] for match in FULL_NAME.finditer(text)]
    if any(map(below.__contains__, named)):
        yield "a name in full that the text below has in full", 1.0
    elif not named and any(map(str.isupper, text)):
        yield "no name in full", 1.0
    words = set(WORD.findall(text))
    if any(match[2] in words and match[0] not in text for match in FULL_NAME.finditer(below)):
        yield "a surname that the text below has in full", 1.0


def prose_below(block: Block, page: Page) -> list[Block]:
    """The next blocks of prose."""
    near = page.blocks[block.index + 1 : block.index + 1 + REACH]
    return [other for other in near if page.prose[other.index]][:FOLLOWING]


def trigrams(block: Block) -> set[tuple[str, str, str]]:
    """The words of a block, three in a row."""
    words = WORD.findall(block.lower[:READ])
    return set(zip(words, words[1:], words[2:], strict=False))
