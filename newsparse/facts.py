"""What holds of single blocks of a page, found out when first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Fact = TypeVar("Fact")


class Facts(dict[int, Fact], Generic[Fact]):
    """Facts of one sort, by the block's index.

    What is known already is looked up without a call: the rules ask for some of it hundreds of times a page.
    """

    def __init__(self, find_out: Callable[[int], Fact]) -> None:
        self._find_out = find_out

    def __missing__(self, index: int) -> Fact:
        fact = self[index] = self._find_out(index)
        return fact
