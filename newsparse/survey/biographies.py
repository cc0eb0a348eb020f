"""Paragraphs about the author: what a page says of whoever wrote the article opens with the name in its byline."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from newsparse.bylines.places import LONGEST
from newsparse.names import called_author, copulas, has_given_name, is_name, is_name_word
from newsparse.survey.kinds import BYLINE

if TYPE_CHECKING:
    from newsparse.block import Block
    from newsparse.cues import PageCues
    from newsparse.page import Page

SHORTEST = 8
"""Words of the shortest sentence about one."""
WORDS_TO_THE_VERB = 8
SENTENCE = re.compile(r"(?<=[^\W\d_]{3}[.!?])\s+")
LONGEST_BIOGRAPHY = 90
"""Words of a line about somebody, at most."""
APPOSITION = re.compile(r"[,(]")
AROUND = ",.:;|•·–-()"


def find_biographies(page: Page) -> frozenset[int]:
    """The sentences of the window that open with two words of a name in a byline, or a title and its last word ("Ms.
    Roe teaches law"), and lines that have no others."""
    lines = [block.text for block in page.near if page.kinds[block.index] == BYLINE]
    if not lines or not page.cues.spaced:
        return frozenset()
    # not all words of bylines: "Associated Press" is a name here
    other = page.cues.language.date_words | page.cues.language.function_words
    named = {pair for line in lines for pair in names_within(line, other)}
    if not named:
        return frozenset()
    lasts = {last for _, last in named}
    return frozenset(
        block.index
        for block in page.near
        if (block.words == 2 or (block.words >= SHORTEST and block.ends_with_stop))
        and ((pair := opening_pair(block)) in named or (pair[1] in lasts and pair[0].lower() in page.cues.titles))
        and page.kinds[block.index] != BYLINE
    )


def opening_pair(block: Block) -> tuple[str, str]:
    """The first two words of a block, without the marks around them; "" for those that it has not."""
    first, second, *_ = *block.text.split(None, 2), "", ""
    return first.strip(AROUND), second.strip(AROUND)


def names_within(line: str, other: Collection[str]) -> Iterator[tuple[str, str]]:
    """Pairs of words in a row that are written with capitals, and none of some others, in lower case."""
    for first, second in pairwise(word.strip(AROUND) for word in line.split()):
        if (
            first[:1].isupper()
            and second[:1].isupper()
            and is_name_word(first)
            and is_name_word(second)
            and first.lower() not in other
            and second.lower() not in other
        ):
            yield first, second


def introduces(block: Block, cues: PageCues) -> bool:
    """Whether a line opens with somebody's name and what that person is: "Jane Roe (45) is a lawyer in Hull."."""
    if not SHORTEST <= block.words <= LONGEST_BIOGRAPHY or not cues.spaced:
        return False
    verbs, opening = copulas(), block.text[:LONGEST].split(None, WORDS_TO_THE_VERB)[:WORDS_TO_THE_VERB]
    if verbs.isdisjoint(opening):
        return False  # most lines
    verb = next(number for number, word in enumerate(opening) if word in verbs)
    name = APPOSITION.split(" ".join(opening[:verb]), maxsplit=1)[0].strip()
    if name.lower() in called_author():
        return True
    return is_name(name) and has_given_name(name) and cues.language.function_words.isdisjoint(name.lower().split())


def introduced(block: Block, cues: PageCues) -> Iterator[str]:
    """The names of a line about the authors: "Jane Roe is a reporter at the Harbour Post."."""
    verbs = copulas()
    if verbs.isdisjoint(block.lower.split(maxsplit=WORDS_TO_THE_VERB)[:WORDS_TO_THE_VERB]):
        return
    if not cues.job_inside(block):
        return
    for sentence in SENTENCE.split(block.text[:LONGEST]):
        words = sentence.split()
        verb = next((number for number, word in enumerate(words[:WORDS_TO_THE_VERB]) if word in verbs), 0)
        name = " ".join(words[:verb])
        if verb and is_name(name):
            yield name
