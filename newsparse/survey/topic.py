"""What the article is about, as far as its words tell: which lines share words with its prose, and which do not."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, islice, pairwise, repeat
from typing import cast

from newsparse.block import Block, has_unspaced, unspaced_sign, upper_halves
from newsparse.languages import LONG_WORD, Language, Stem
from newsparse.languages.detect import hangul
from newsparse.survey.facts import Facts, found_once
from newsparse.survey.prose import LONG_PROSE_WORDS, densest_stretch

WORD = re.compile(r"[^\W\d_]+")
READ = 5000
"""Characters of a block whose words are compared."""

BRIDGE, BRIDGE_DOWN, BRIDGE_FAR = 10, 3, 25
"""Blocks above the densest stretch, below it, and far below it, within which prose on its subject belongs to it."""
WIDEST_BOX = 80
"""Blocks of a box at most, within which all may be such lines."""
KINDRED, CLOSE_KIN = 0.35, 0.5
"""The share of its content words that such prose has in common with the stretch; far below it."""
OPENING_PROSE = 8
"""Blocks of prose that are an article's opening."""
FEW, DOZEN = 3, 12
"""Blocks of prose above another whose words are compared with its own."""
SMOOTH = 4
"""Blocks of prose over which the share with the opening is averaged."""


class Topic:
    """The content words of a page's blocks, and the stretch of blocks, `start` up to but not including `end`, with
    the most prose on one subject: the body, as far as density and words tell."""

    def __init__(
        self, text: str, blocks: Sequence[Block], prose: Sequence[bool], language: Language | None, fewest: int
    ) -> None:
        spaced = language is not None and language.spaced
        self._has_unspaced = not spaced and has_unspaced(text, upper_halves(text))
        self._has_hangul = not spaced and hangul().search(text) is not None
        self.blocks = blocks
        self.prose = prose
        self._shares: dict[int, float] = {}
        self.start, self.end = densest_stretch(blocks, prose, fewest)

    def forget(self) -> None:
        """Give back the memory of the words, once the rules have looked: a third of what a parse takes at its peak."""
        self.__dict__.pop("words", None)
        self.__dict__.pop("vocabulary", None)

    def extend(self, is_known: Callable[[int], bool]) -> None:
        """Take prose on the same subject, cut off by lines of something else, into the stretch.

        Lines that pages have about themselves, as `is_known` says of a block's index, put nothing farther away: a box
        with an offer may be longer than the rest of the article.
        """
        if not self.end:
            return
        start, end = self.start, self.end
        index = start - 1
        while index >= max(0, start - BRIDGE):
            if self.prose[index] and self.share_in_body(index) >= KINDRED:
                start = index
            index -= 1
        index, far = end, 0
        # whether prose is on the subject, its words tell; whether it is near, only all lines above it: they are asked
        # about where such prose stands below them, as it does in few texts
        while (below := self._kindred_below(index, end + WIDEST_BOX)) is not None:
            while index < below and far < BRIDGE_FAR:
                far += not is_known(index)
                index += 1
            if far >= BRIDGE_FAR:
                break
            known = is_known(below)
            if not known:
                long = self.blocks[below].words >= LONG_PROSE_WORDS
                if self.share_in_body(below) >= (KINDRED if far < BRIDGE_DOWN else CLOSE_KIN if long else 2.0):
                    end, far = below + 1, -1
            far += not known
            index += 1
        if (start, end) != (self.start, self.end):
            self._take(*self.vocabulary, range(start, self.start))
            self._take(*self.vocabulary, range(self.end, end))
            self.start, self.end = start, end
            self._shares.clear()

    def _kindred_below(self, first: int, stop: int) -> int | None:
        """The first block of prose on the stretch's subject from `first` up to but not including `stop`."""
        below = (n for n in range(first, min(stop, len(self.blocks))) if self.prose[n])
        return next((n for n in below if self.share_in_body(n) >= KINDRED), None)

    @found_once
    def vocabulary(self) -> tuple[dict[Stem, Stem], set[Stem]]:
        """The words of the body's prose, and those of them that stand in more than one of its blocks."""
        once: dict[Stem, Stem] = {}
        again: set[Stem] = set()
        self._take(once, again, range(self.start, self.end))
        return once, again

    def _take(self, once: dict[Stem, Stem], again: set[Stem], places: range) -> None:
        known = self.words
        for index in places:
            if self.prose[index]:
                words = set(known[index]) if index in known else self.find_words(self.blocks[index])
                again.update(filter(once.__contains__, words))
                # a word of several blocks is kept once: of the memory of words that is a third
                known[index] = packed(map(once.setdefault, words, words))

    @found_once
    def words(self) -> Facts[Sequence[Stem]]:
        """The content words of each block, by its index, each once, lower-case: at least four letters, cut to a stem;
        in unspaced scripts, pairs of characters."""
        return Facts(lambda index: packed(self.find_words(self.blocks[index])))

    def find_words(self, block: Block) -> set[Stem]:
        """The content words of a block, for whoever asks for them once."""
        lower = block.lower[:READ]
        if self._has_unspaced and unspaced_sign().search(lower):
            return {first << 21 | second for first, second in pairwise(map(ord, lower))}
        if self._has_hangul and hangul().search(lower):
            return {word[:2] for word in WORD.findall(lower) if len(word) > 1}
        return set(LONG_WORD.findall(lower))

    @found_once
    def opening(self) -> list[int]:
        """The body's first blocks of prose."""
        return list(islice((index for index in range(self.start, self.end) if self.prose[index]), OPENING_PROSE))

    def share_in_body(self, index: int) -> float:
        """The share of a block's content words that the body's prose has too."""
        share = self._shares.get(index)
        if share is None:
            words = self.words[index]
            own = self.prose[index] and self.start <= index < self.end
            share = sum(map(self.vocabulary[own].__contains__, words)) / len(words) if words else 0.0
            self._shares[index] = share
        return share

    def shared_with_body(self, index: int) -> int:
        """How many of a block's content words the body's prose has too."""
        return round(self.share_in_body(index) * len(self.words[index]))

    def shared(self, index: int, others: Iterable[int]) -> int:
        """How many of a block's content words stand in others."""
        return len(set(self.words[index]).intersection(chain.from_iterable(map(self.words.__getitem__, others))))

    def kinship(self, index: int, first: int, last: int) -> float:
        """The share of a block's content words that stand in blocks `first` up to but not including `last`."""
        words = self.words[index]
        if not words:
            return 0.0
        missing = set(words)
        for other in range(max(first, 0), min(last, len(self.blocks))):
            missing.difference_update(self.words[other])
            if not missing:
                return 1.0
        return 1 - len(missing) / len(words)

    def shares_with_above(self, places: Sequence[int]) -> list[tuple[float, float]]:
        """For each of some blocks: the share of its content words that stand in the few above it, and in the dozen."""
        seen: dict[Stem, int] = {}
        shares: list[tuple[float, float]] = []
        for n, index in enumerate(places):
            words = self.words[index]
            last = sorted(map(seen.get, words, repeat(-DOZEN - 1)))  # where each word stood last, by number
            few, dozen = (len(last) - bisect_left(last, n - back) for back in (FEW, DOZEN))
            shares.append((few / max(1, len(last)), dozen / max(1, len(last))))
            seen.update(dict.fromkeys(words, n))
        return shares

    def shares_with_opening(self, title: int, places: Sequence[int]) -> dict[int, float]:
        """For each block of prose in `places`: how many of its words, and of the next ones', the opening has.

        The opening is the headline, block `title` (-1: none), and the body's first prose. The share is the average
        over a few blocks, so that it tells a second article from one paragraph on a side issue.
        """
        opening = set(self.words[title]) if title >= 0 else set()
        for index in self.opening:
            opening.update(self.words[index])
        known = map(self.words.__getitem__, places)
        single = [len(opening.intersection(words)) / len(words) if words else 0.0 for words in known]
        shares: dict[int, float] = {}
        for n, index in enumerate(places):
            near = single[n : n + SMOOTH]
            shares[index] = sum(near) / len(near)
        return shares


def packed(words: Iterable[Stem]) -> Sequence[Stem]:
    """Words as they are kept: in a tuple, as a set takes eight times the memory; pairs of characters in an array."""
    kept = tuple(words)
    return array("q", cast("tuple[int, ...]", kept)) if kept and isinstance(kept[0], int) else kept
