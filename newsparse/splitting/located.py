"""Texts that mean another, and where the blocks of what is meant stand in the input."""

from __future__ import annotations

import abc
from collections.abc import Iterable, Sequence

import attrs

from newsparse.article import Article
from newsparse.block import Block
from newsparse.splitting.lines import EDGES


@attrs.frozen
class Meant(abc.ABC):
    """A text as it was meant, and the `source` in which it is written otherwise."""

    text: str
    source: str

    @abc.abstractmethod
    def ends_of(self, blocks: Sequence[Block]) -> Iterable[int]:
        """Where each of the text's blocks, given in their order, ends in the source."""

    def locate(self, article: Article) -> Article:
        """The text's article with its blocks where they stand in the source.

        A block begins at the first sign behind the one above that is not blank, and the last goes on to the last such
        sign: marks, line ends and spaces that were written otherwise are in one of them, so that nothing is lost.
        """
        end = 0
        moved: list[Block] = []
        for block, here in zip(article.blocks, self.ends_of(article.blocks), strict=True):
            moved.append(attrs.evolve(block, start=first_sign(self.source, end), end=here))
            end = here
        if moved:
            left = self.source[end:].rstrip(EDGES)
            moved[-1] = attrs.evolve(moved[-1], end=end + len(left))
        return attrs.evolve(article, blocks=tuple(moved))


def first_sign(text: str, place: int) -> int:
    """The place of the first sign at or behind another that is not blank."""
    while text[place] in EDGES:
        place += 1
    return place
