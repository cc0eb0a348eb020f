"""Rules, publishers and languages of other installed packages, by the entry points that these declare."""

# ruff: noqa: PTH113, PTH118, PTH123, PTH208 - to import pathlib takes longer than all that is done here

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

T = TypeVar("T")


class PluginError(RuntimeError):
    """What an installed package offers cannot be used; the message names the package and its entry point."""


def plugged_in(group: str, kind: type[T], check: Callable[[T], None] | None = None) -> list[T]:
    """What installed packages offer in an entry-point group, such as `newsparse.rules`, each made without arguments.

    Raises `PluginError` naming the package and its entry point if one cannot be loaded, makes anything but `kind`, or
    makes what `check` raises for.
    """
    if not may_be_declared():
        return []
    from importlib.metadata import entry_points

    return [made(entry, kind, check) for entry in entry_points(group=group)]


def made(entry: EntryPoint, kind: type[T], check: Callable[[T], None] | None) -> T:
    """What an entry point names, called; raises `PluginError` as `plugged_in` does."""
    package = f"package {entry.dist.name!r}" if entry.dist else "an installed package"
    place = f"{package}, entry point '{entry.name} = {entry.value}' in {entry.group}"
    wanted = f"name a subclass of newsparse.{kind.__name__}, or a function without arguments that returns an instance"
    try:
        maker = entry.load()
        if not callable(maker):
            raise TypeError(f"{maker!r} cannot be called; {wanted}")
        found = maker()
        if not isinstance(found, kind):
            raise TypeError(f"it makes {found!r}; {wanted}")
        if check is not None:
            check(found)
    except Exception as error:
        raise PluginError(f"{place}: {type(error).__name__}: {error}") from error
    return found


@cache
def may_be_declared() -> bool:
    """Whether any installed package may offer something: one of its files of entry points names newsparse, or it is
    installed in a way that only `importlib.metadata` understands.

    Hardly anybody has such a package, and to import `importlib.metadata` would take a fifth of the first parse.
    """
    from importlib.machinery import PathFinder

    if any(hasattr(finder, "find_distributions") for finder in sys.meta_path if finder is not PathFinder):
        return True
    return any(os.path.isfile(folder) or declares(folder) for folder in sys.path)


def declares(folder: str) -> bool:
    """Whether a package in a folder of the import path has entry points for newsparse."""
    for file in files_of_entry_points(folder or "."):
        try:
            with open(file, "rb") as opened:
                if b"[newsparse." in opened.read():
                    return True
        except OSError:
            pass  # most packages have no entry points
    return False


def files_of_entry_points(folder: str) -> Iterator[str]:
    """Where the packages in a folder would have their entry points."""
    try:
        names = os.listdir(folder)
    except OSError:
        return  # the import path may name what is not there
    for name in names:
        if name.lower().endswith("-info"):  # .dist-info, .egg-info, and EGG-INFO within an egg
            yield os.path.join(folder, name, "entry_points.txt")
