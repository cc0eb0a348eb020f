"""A choice made once for the whole page: of the lines that come into question, the one whose traits are worth most."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from newsparse.block import Block
    from newsparse.page import Page

Traits = Iterable[tuple[str, float]]
"""What speaks for or against a choice, each with its amount (mostly 1)."""


def worth(traits: Traits, weights: Mapping[str, float]) -> float:
    """The sum of the traits' weights (nats), each by its amount."""
    known = weights.get
    return sum([known(trait, 0.0) * amount for trait, amount in traits])


def likeliest(offered: Iterable[tuple[int, Traits]], weights: Mapping[str, float], *, none: Traits = ()) -> int:
    """The index of the line with the most worth, or -1 where there is no line, or none is worth more than having none.

    `offered` are pairs of a line's index and its traits; `none` are the traits of choosing no line, if that is open.
    """
    none = tuple(none)
    best, most = -1, worth(none, weights) if none else float("-inf")
    for index, traits in offered:
        value = worth(traits, weights)
        if value > most:
            best, most = index, value
    return best


@attrs.frozen
class Part:
    """Some of the traits of a line, which are found together.

    `choices` are all of them, in groups of which a line has one at most; a part without `choices` may have any.
    """

    traits: Callable[[Block, Page], Iterator[tuple[str, float]]]
    choices: tuple[tuple[str, ...], ...] = ()

    def most(self, weights: Mapping[str, float]) -> float:
        """What these traits are worth at most, each by an amount of 1 at most."""
        return sum([max(0.0, *[weights.get(trait, 0.0) for trait in choice]) for choice in self.choices])


ROUNDING = 1e-6
"""More than sums of weights in another order differ by."""


class Choice:
    """The same as `likeliest`, of traits in parts; made once for a set of weights.

    The parts with `choices` are looked at only in lines that may still be the likeliest, which are few: the others are
    behind by more than the rest may be worth.
    """

    def __init__(self, parts: Sequence[Part], weights: Mapping[str, float]) -> None:
        self._weights = weights
        self._number = range(len(parts))
        self._first = [(number, part) for number, part in enumerate(parts) if not part.choices]
        later = [(number, part) for number, part in enumerate(parts) if part.choices]
        self._later = [
            (number, part, sum([other.most(weights) for _, other in later[place:]]) + ROUNDING)
            for place, (number, part) in enumerate(later)
        ]

    def likeliest(self, lines: Sequence[Block], page: Page) -> int:
        """The index of the line with the most worth: of several, the first."""
        known = self._weights.get
        standing: list[tuple[float, int, Block, dict[int, list[float]]]] = []
        for line in lines:
            found = {
                n: [known(trait, 0.0) * amount for trait, amount in part.traits(line, page)] for n, part in self._first
            }
            standing.append((sum(map(sum, found.values())), -line.index, line, found))
        standing.sort(reverse=True)
        best, most = -1, float("-inf")
        for value, _, line, found in standing:
            for n, part, bound in self._later:
                if value + bound < most:
                    break
                found[n] = [known(trait, 0.0) * amount for trait, amount in part.traits(line, page)]
                value += sum(found[n])
            else:
                # added up part by part: in another order, sums that are the same may differ by a rounding
                value = sum(chain.from_iterable(map(found.__getitem__, self._number)))
                if value > most or (value == most and line.index < best):
                    best, most = line.index, value
        return best
