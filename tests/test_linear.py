"""A parse takes steps in proportion to the length of its text: calls are counted, so that no clock decides.

What one call costs on a long line is the business of `tests/test_patterns.py` and of `tests.benchmarks.linear`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest

import newsparse
from tests.nasty import FAMILIES

SHORT, LONG = 12_000, 48_000
GROWTH = 1.15


def calls(run: Callable[[], object]) -> int:
    """How many calls of functions, Python's and the interpreter's own, something takes."""
    count = 0

    def note(frame: Any, event: str, argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        run()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("name", FAMILIES)
def test_a_text_four_times_as_long_takes_four_times_the_calls(name: str) -> None:
    newsparse.parse(FAMILIES[name](LONG))  # what is made once, on the first page of a language or of a form
    short, long = FAMILIES[name](SHORT), FAMILIES[name](LONG)
    few, many = calls(lambda: newsparse.parse(short)), calls(lambda: newsparse.parse(long))
    assert many / len(long) <= GROWTH * (few + 3000) / len(short)


def test_lines_whose_credit_depends_on_the_one_above_are_no_chain_of_calls() -> None:
    assert newsparse.parse(FAMILIES["ever shorter lines"](400_000)).blocks


@pytest.mark.parametrize("name", FAMILIES)
def test_no_family_raises_or_loses_a_line(name: str) -> None:
    text = FAMILIES[name](3000)
    article = newsparse.parse(text)
    inside = "".join(text[block.start : block.end] for block in article.blocks)
    assert sum(map(str.isalnum, inside)) == sum(map(str.isalnum, text))
