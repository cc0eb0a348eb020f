"""What holds of a page, or of its single blocks, found out when first asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar, overload

Fact = TypeVar("Fact")


class found_once(Generic[Fact]):  # noqa: N801 - a decorator, as `property` is
    """An attribute found out when first asked for, as with `functools.cached_property`, but without its lock.

    A page belongs to one thread; some twenty locks a page took a hundredth of the parser's time.
    """

    def __init__(self, find_out: Callable[[Any], Fact]) -> None:
        self._find_out = find_out
        self.__doc__ = find_out.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, page: None, owner: type) -> found_once[Fact]: ...

    @overload
    def __get__(self, page: object, owner: type) -> Fact: ...

    def __get__(self, page: object, owner: type) -> found_once[Fact] | Fact:
        if page is None:
            return self
        fact = page.__dict__[self._name] = self._find_out(page)
        return fact


class Facts(dict[int, Fact], Generic[Fact]):
    """Facts of one sort, by the block's index.

    What is known already is looked up without a call: the rules ask for some of it hundreds of times a page.
    """

    def __init__(self, find_out: Callable[[int], Fact]) -> None:
        self._find_out = find_out

    def __missing__(self, index: int) -> Fact:
        fact = self[index] = self._find_out(index)
        return fact


class Times(dict[str, int]):
    """How often each of some lines is there. Only those that come again are kept, as few do; any other counts once."""

    def __init__(self, lines: Iterable[str]) -> None:
        super().__init__((line, count) for line, count in Counter(lines).items() if count > 1)

    def __missing__(self, line: str) -> int:
        return 1
