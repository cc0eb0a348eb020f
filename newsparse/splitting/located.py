"""Where the blocks of a text stand in the input, if the text that was parsed is another: the input as it was meant."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from newsparse.article import Article
from newsparse.block import Block
from newsparse.split import EDGES


def located(article: Article, source: str, end_of: Callable[[Block], int]) -> Article:
    """The article with its blocks where they stand in the source; `end_of` says where one ends there.

    A block begins at the first sign behind the one above that is not blank, and the last goes on to the last such sign:
    marks, line ends and spaces that were written otherwise are in one of them, so that nothing is lost.
    """
    end = 0
    moved: list[Block] = []
    for block in article.blocks:
        start = first_sign(source, end)
        end = end_of(block)
        moved.append(attrs.evolve(block, start=start, end=end))
    if moved:
        left = source[end:].rstrip(EDGES)
        moved[-1] = attrs.evolve(moved[-1], end=end + len(left))
    return attrs.evolve(article, blocks=tuple(moved))


def first_sign(text: str, place: int) -> int:
    """The place of the first sign at or behind another that is not blank."""
    while text[place] in EDGES:
        place += 1
    return place
