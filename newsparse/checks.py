"""What users hand to the parser, checked where they hand it in: their mistakes would show far from there, or never."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

T = TypeVar("T")


def instances(given: Iterable[T], kind: type[T], what: str) -> tuple[T, ...]:
    """Each of what is given as `what`; raises `TypeError` unless all are instances of `kind`."""
    name = f"newsparse.{kind.__name__}"
    if isinstance(given, kind):
        raise TypeError(f"{what} must be a list of instances of {name}, got one {type(given).__name__}: write [...]")
    if isinstance(given, type | str) or not isinstance(given, Iterable):
        raise TypeError(f"{what} must be a list of instances of {name}, got {shown(given)}")
    every = tuple(given)
    for one in every:
        if isinstance(one, type) and issubclass(one, kind):
            raise TypeError(f"{what} must be instances of {name}, got the class {one.__name__}: make one of it")
        if not isinstance(one, kind):
            raise TypeError(f"{what} must be instances of {name}, got {shown(one)}")
    return every


def check_text(given: object, what: str) -> None:
    """Raise `TypeError` for what is no string, with what to do with bytes, a path, an open file."""
    if isinstance(given, str):
        return
    hint = ""
    if isinstance(given, bytes | bytearray):
        hint = f"; decode it first: {what}.decode('utf-8')"
    elif ways := [way for way in ("read_text", "read") if hasattr(given, way)]:
        hint = f"; read it first: {what}.{ways[0]}()"
    raise TypeError(f"{what} must be str, got {type(given).__name__}{hint}")


def shown(value: object) -> str:
    """A value as a message shows it: of a long one no more than its beginning and end."""
    from reprlib import repr as shortened

    return shortened(value)
