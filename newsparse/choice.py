"""A choice made once for the whole page: of the lines that come into question, the one whose traits are worth most."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

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
