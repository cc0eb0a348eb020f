"""What sets a lead apart by what it says: the text below says it again, and gives in full the names that it shortens.

A lead is written for itself, and the article begins anew below it. A first paragraph is gone on from: whoever it names
has only a surname from there on, and the day that it tells is not told again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from newsparse.block import Block
from newsparse.dates.dated import DIGITS
from newsparse.names import full_name
from newsparse.survey.kinds import LONG

if TYPE_CHECKING:
    from newsparse.page import Page

FOLLOWING, REACH = 4, 9
"""Blocks of prose that are compared with a line, and how far below it they are looked for."""
READ = 3000
"""Characters of a block that are compared."""
MANY = 5
"""Words three in a row from which one more said again does not count."""
WORD = re.compile(r"[a-z0-9_ß-öø-ÿ\w]+")
"""The usual letters are named first: they are looked up in a table, without a call."""


class Said(NamedTuple):
    """What a block says, as far as it is compared with others."""

    words: str
    """Its words in lower case, each between spaces: as a string each, they would take a tenth of a parse's memory."""
    names: tuple[tuple[str, str], ...]
    """Each name in full, and its surname."""


def said(block: Block) -> Said:
    """The same of a block."""
    names = [(match[0], match[1]) for match in full_name().finditer(block.text[:READ])]
    return Said(f" {' '.join(WORD.findall(block.lower[:READ]))} ", tuple(names))


def traits_of_retelling(block: Block, page: Page) -> Iterator[tuple[str, float]]:
    """What a line tells, and what of it the text below tells once more."""
    if DIGITS.search(block.text, 0, READ):
        yield "has a digit", 1.0
    words = page.said[block.index].words.split()
    if not page.cues.days.isdisjoint(words):
        yield "names a day or a month", 1.0
    following = prose_below(block, page)
    if not following or block.words < LONG:
        return
    again = times_again(words, [page.said[other.index].words for other in following])
    if again:
        yield "three words in a row that the text below has", 1.0
        yield "many such words", min(again, MANY) / MANY
    if page.prose[block.index]:
        yield from traits_of_names(block, following, page)


def times_again(words: Sequence[str], below: Sequence[str]) -> int:
    """How many three words in a row the text below has too, of which `below` are the words of each block."""
    # most words are not in it, and need not be looked for with their neighbours
    shared = set(words).intersection(chain.from_iterable(map(str.split, below)))
    threes = zip(words, words[1:], words[2:], strict=False)
    told = {f" {a} {b} {c} " for a, b, c in threes if a in shared and b in shared and c in shared}
    text = "\n".join(below) if told else ""
    return sum([three in text for three in told])


def traits_of_names(block: Block, following: Sequence[Block], page: Page) -> Iterator[tuple[str, float]]:
    """Who is named in full in a paragraph, and who only in the prose below it."""
    text, names = block.text[:READ], page.said[block.index].names
    below = "\n".join([other.text[:READ] for other in following])
    if any(full in below for full, _ in names):
        yield "a name in full that the text below has in full", 1.0
    elif not names and any(map(str.isupper, text)):
        yield "no name in full", 1.0
    told = chain.from_iterable([page.said[other.index].names for other in following])
    # the text is only cut into words where a surname stands in it, be it as a part of one: in few
    named = [surname for full, surname in told if surname in text and full not in text]
    if named and not set(named).isdisjoint(WORD.findall(text)):
        yield "a surname that the text below has in full", 1.0


def prose_below(block: Block, page: Page) -> list[Block]:
    """The next blocks of prose."""
    near = page.blocks[block.index + 1 : block.index + 1 + REACH]
    return [other for other in near if page.prose[other.index]][:FOLLOWING]
