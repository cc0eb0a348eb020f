"""A choice made once for the whole page: of the lines that come into question, the one whose traits are worth most."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from math import exp, log1p
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


MANY = 10
"""Words beyond which one more does not count."""


def many(count: int) -> float:
    """How many words that are, from 0 (none) to 1 (ten or more): the first counts most."""
    return log1p(min(count, MANY)) / log1p(MANY)


SPACES = ("no blank line", "a blank line", "a wide gap")
ROOM = tuple(tuple(f"{above} above it, {below} below" for below in SPACES) for above in SPACES)


def room(block: Block) -> str:
    """How much space is around a line."""
    return ROOM[min(block.gap, 2)][min(block.gap_below, 2)]


Chances = dict[int, float]
"""How likely each line is the right one (0 to 1, in sum 1), by its index; -1 stands for no line."""


def chances(offered: Iterable[tuple[int, Traits]], weights: Mapping[str, float], *, none: Traits = ()) -> Chances:
    """How likely each line is the right one by its worth; nothing where no line and no other choice is open.

    `offered` are pairs of a line's index and its traits; `none` are the traits of choosing no line, if that is open.
    """
    none = tuple(none)
    worths = {-1: worth(none, weights)} if none else {}
    worths.update((index, worth(traits, weights)) for index, traits in offered)
    most = max(worths.values(), default=0.0)
    masses = {index: exp(value - most) for index, value in worths.items()}
    whole = sum(masses.values())
    return {index: mass / whole for index, mass in masses.items()}


def likeliest(found: Chances) -> int:
    """The index of the likeliest line (of several, the first), or -1 where there is none, or none is likelier."""
    return max(found, key=found.__getitem__, default=-1)


LEVELS = (0.02, 0.06, 0.15, 0.35, 0.65, 0.85, 0.94, 0.98)
LEVEL_NAMES = (
    "hardly",
    "very unlikely",
    "unlikely",
    "rather unlikely",
    "maybe",
    "rather likely",
    "likely",
    "very likely",
    "surely",
)


def how_likely(chance: float) -> str:
    """How likely that is, in words."""
    return LEVEL_NAMES[bisect(LEVELS, chance)]


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
    """The likeliest line, of traits in parts; made once for a set of weights.

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

    def likeliest(self, lines: Sequence[Block], page: Page, may_be: Callable[[Block, Page], bool]) -> tuple[int, float]:
        """The index of the line with the most worth (of several, the first) of those that `may_be` it, and that worth;
        -1 for none. What `may_be` says takes time, and few lines are asked."""
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
                if (value > most or (value == most and line.index < best)) and may_be(line, page):
                    best, most = line.index, value
        return best, most
