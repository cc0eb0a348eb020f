"""Every pattern of the package is linear in the length of its text: counted, not timed, on texts made from itself."""

from __future__ import annotations

import ast
import importlib
import itertools
import pkgutil
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import newsparse
from newsparse.cues import PageCues
from newsparse.languages import LANGUAGES, Language
from newsparse.names import separator
from tests.backtracking import CAP, TooManyStepsError, alphabet, example, parsed, steps

LENGTHS = (3 * CAP, 5 * CAP, 9 * CAP)
"""Rounds of what is repeated: beyond any bound, so that only what has none can grow further."""
GROWTH = 1.3
"""By how much the steps of one more round may grow from shorter to longer texts: 1.75 is what a quadratic pattern has."""
PREFIX = "newsparse."


def modules() -> Iterator[Any]:
    """Every module of the package whose dependencies are here."""
    for found in pkgutil.walk_packages(newsparse.__path__, PREFIX):
        if not found.name.endswith("__main__"):
            try:
                yield importlib.import_module(found.name)
            except ModuleNotFoundError as error:  # of an extra that is not installed
                assert error.name is None or not error.name.startswith("newsparse")


def patterns_within(thing: Any, seen: dict[int, Any]) -> Iterator[re.Pattern[Any]]:
    """Every compiled pattern that can be reached from a module, class, container or object of the package.

    `seen` has the things themselves, too, by their identity: that of one that is gone may be another's.
    """
    if id(thing) in seen:
        return
    seen[id(thing)] = thing
    if hasattr(thing, "finditer") and hasattr(thing, "pattern"):
        yield as_re(thing)
    elif getattr(getattr(thing, "__wrapped__", None), "__annotations__", None) == {"return": "re.Pattern[str]"}:
        yield thing()  # one that is compiled when first used
    elif isinstance(thing, dict):
        for value in list(thing.values()):
            yield from patterns_within(value, seen)
    elif isinstance(thing, list | tuple | set | frozenset):
        for value in thing:
            yield from patterns_within(value, seen)
    elif str(getattr(thing, "__module__", "")).startswith("newsparse"):
        yield from patterns_within(dict(getattr(thing, "__dict__", {})), seen)
        for name in getattr(type(thing), "__slots__", ()):
            yield from patterns_within(getattr(thing, name, None), seen)


def as_re(pattern: Any) -> re.Pattern[Any]:
    """A pattern of `re` as it is; one of `regex` with its named lists written out, as `re` has it."""
    if isinstance(pattern, re.Pattern):
        return pattern
    source = pattern.pattern
    for name, words in pattern.named_lists.items():
        source = source.replace(rf"\L<{name}>", f"(?:{'|'.join(map(re.escape, sorted(words)))})")
    return re.compile(source, re.IGNORECASE if pattern.flags & re.IGNORECASE else 0)


def patterns_in_calls(path: Path) -> Iterator[re.Pattern[Any]]:
    """Every pattern that stands in a call such as `re.split(r"...", text)`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
            owner, first = node.func.value, node.args[0]
            if isinstance(owner, ast.Name) and owner.id == "re" and isinstance(first, ast.Constant):
                yield re.compile(first.value)


def all_patterns() -> dict[str, re.Pattern[Any]]:
    """Every pattern of the package by its source: of modules, classes, calls, and of each language's cues."""
    seen: dict[int, Any] = {}
    found: list[re.Pattern[Any]] = []
    for module in modules():
        found += patterns_within(dict(vars(module)), seen)
    for code in LANGUAGES:
        found += patterns_within(PageCues(LANGUAGES[code]), seen)
    for path in Path(newsparse.__path__[0]).rglob("*.py"):
        found += patterns_in_calls(path)
    return {repr(pattern.pattern): pattern for pattern in sorted(found, key=lambda found: repr(found.pattern))}


PATTERNS = all_patterns()


def shortened(source: str) -> str:
    """The beginning of a pattern, by which it is found when its test fails."""
    return source if len(source) <= 60 else f"{source[:57]}..."


def growth(pattern: re.Pattern[Any]) -> tuple[float, str]:
    """By how much the steps of one more round grow from short texts to long ones, on the text on which they grow most.

    The texts are what the pattern matches, or nothing, and then one or two of the characters that it tells apart,
    over and over, with something at the end that it does not match.
    """
    letters = alphabet(pattern)
    openings = {"", example(parsed(pattern), pattern.flags, letters)}
    units = {"".join(unit) for size in (1, 2) for unit in itertools.product(letters, repeat=size)} | openings - {""}
    worst = (0.0, "")
    for opening, unit, end in itertools.product(sorted(openings), sorted(units), ("", "\x00")):
        try:
            # what the opening and the end take is the same for all lengths, and would hide or feign a growth
            few, short, long = (steps(pattern, opening + unit * length + end) for length in LENGTHS)
            ratio = ((long - short) / (LENGTHS[2] - LENGTHS[1])) / (max(1, short - few) / (LENGTHS[1] - LENGTHS[0]))
        except (TooManyStepsError, RecursionError):
            ratio = float("inf")
        if ratio > worst[0]:
            worst = (ratio, f"{opening!r} + {unit!r} * n + {end!r}")
    return worst


@pytest.fixture(autouse=True)
def deep_recursion() -> Iterator[None]:
    """The counting search calls itself for every round of a repeat."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(20_000)
    yield
    sys.setrecursionlimit(limit)


@pytest.mark.parametrize("source", PATTERNS, ids=map(shortened, PATTERNS))
def test_no_pattern_backtracks_more_the_longer_its_text(source: str) -> None:
    ratio, text = growth(PATTERNS[source])
    assert ratio <= GROWTH, f"the steps of one more round grow {ratio:.2f} times with n in {text}"


@pytest.mark.parametrize("source", [r"(a+)+$", r"(a|aa)+$", r"\s*[,;]", r"(\d+)*x", r"^(\w+\s?)*$", r"x*y", r"<.*>"])
def test_a_pattern_that_backtracks_is_found(source: str) -> None:
    assert growth(re.compile(source))[0] > GROWTH


@pytest.mark.parametrize("source", PATTERNS, ids=map(shortened, PATTERNS))
def test_the_counting_search_finds_what_the_engine_finds(source: str) -> None:
    pattern = PATTERNS[source]
    text = example(parsed(pattern), pattern.flags, alphabet(pattern))
    assert steps(pattern, text) >= len(text)
    assert [m.span() for m in re.compile(r"(a|b)+?c{2,3}(?<=c)\b").finditer("abcc bccc")] == [(0, 4), (5, 9)]


def test_no_language_file_can_bring_a_pattern() -> None:
    data = {**LANGUAGES["en"]._data, "code": "xx"}
    language = Language({**data})
    nasty = "(a*)*$"
    for table, keys in data.items():
        if isinstance(keys, dict):
            data[table] = {key: [*words, nasty] if key != "months" else words for key, words in keys.items()}
    with pytest.raises(ValueError, match="must be plain words, not a pattern"):
        Language(data)
    language._data = data  # as if it had got past that
    found = list(patterns_within(PageCues(language), {}))
    assert [pattern for pattern in found if nasty in pattern.pattern] == []
    assert all(growth(pattern)[0] <= GROWTH for pattern in found)
    assert separator(["and", nasty]).split("a (a*)*$ b and c") == ["a (a*)*$ b ", " c"]
