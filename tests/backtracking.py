"""How many steps a backtracking search takes, counted instead of timed: the same on every machine.

`steps(pattern, text)` searches a text as the engine of `re` does, without its short cuts, and counts. Repeats are
capped at `CAP`, so that a pattern which is linear only because of its bounds shows what a larger bound would cost.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

CAP = 8
"""Most rounds of a bounded repeat that are counted."""
GIVE_UP = 100_000
"""Steps after which a search is given up: no linear pattern comes near it on the texts of the tests."""

Next = Callable[[int], bool]
Node = Callable[[int, Next], bool]
"""Tries to match from a place on, and then what comes next from where it ends."""
Test = Callable[[str], bool]

CATEGORIES: dict[Any, Test] = {
    sre.CATEGORY_DIGIT: str.isdecimal,
    sre.CATEGORY_NOT_DIGIT: lambda c: not c.isdecimal(),
    sre.CATEGORY_SPACE: str.isspace,
    sre.CATEGORY_NOT_SPACE: lambda c: not c.isspace(),
    sre.CATEGORY_WORD: lambda c: c.isalnum() or c == "_",
    sre.CATEGORY_NOT_WORD: lambda c: not (c.isalnum() or c == "_"),
}


class TooManyStepsError(Exception):
    """The search did not come to an end within `GIVE_UP` steps."""


@cache
def parsed(pattern: re.Pattern[Any]) -> Any:
    """The syntax tree of a pattern, one of bytes as one of text."""
    source = pattern.pattern
    text = source.decode("latin-1") if isinstance(source, bytes) else source
    return _parser.parse(text, pattern.flags & ~(re.ASCII if isinstance(source, bytes) else 0))


def steps(pattern: re.Pattern[Any], text: str) -> int:
    """The steps of finding every match in a text, the last of which runs to its end in vain."""
    matcher = matcher_of(pattern)
    matcher.begin(text)
    place = 0
    while place <= len(text):
        matcher.step()
        end = matcher.end_of(matcher.whole, place)
        place = end if end is not None and end > place else place + 1
    return matcher.count


@cache
def matcher_of(pattern: re.Pattern[Any]) -> Matcher:
    """The matcher of a pattern, which serves for one text after the other."""
    return Matcher(pattern)


class Matcher:
    """The nodes of a pattern as functions over the places of a text."""

    def __init__(self, pattern: re.Pattern[Any]) -> None:
        self.flags = pattern.flags
        self.begin("")
        self.whole = self.sequence(parsed(pattern))

    def begin(self, text: str) -> None:
        """Take up a text."""
        self.text = text
        self.count = 0
        self.groups: dict[int, tuple[int, int]] = {}

    def step(self) -> None:
        self.count += 1
        if self.count > GIVE_UP:
            raise TooManyStepsError

    def end_of(self, node: Node, place: int) -> int | None:
        """Where a match that begins at a place ends."""
        found: list[int] = []

        def stop(end: int) -> bool:
            found.append(end)
            return True

        return found[-1] if node(place, stop) else None

    def sequence(self, items: Any) -> Node:
        """One node after the other."""
        nodes = [self.node(kind, value) for kind, value in items]

        def run(at: int, place: int, then: Next) -> bool:
            return then(place) if at == len(nodes) else nodes[at](place, lambda end: run(at + 1, end, then))

        return lambda place, then: run(0, place, then)

    def node(self, kind: Any, value: Any) -> Node:
        """The function of one node. Raises `ValueError` for a kind whose steps it cannot count."""
        if (test := test_of(kind, value, self.flags)) is not None:
            return lambda place, then: self.is_at(place, test) and then(place + 1)
        if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            return self.repeat(kind, *value)
        if kind is sre.SUBPATTERN:
            return self.group(value[0], self.sequence(value[3]))
        if kind is sre.ATOMIC_GROUP:
            return self.atomic(self.sequence(value))
        if kind is sre.BRANCH:
            branches = [self.sequence(branch) for branch in value[1]]
            return lambda place, then: any(branch(place, then) for branch in branches)
        if kind in (sre.ASSERT, sre.ASSERT_NOT):
            return self.look(value[0], value[1], wanted=kind is sre.ASSERT)
        if kind is sre.AT:
            return lambda place, then: self.holds(value, place) and then(place)
        if kind is sre.GROUPREF:
            return self.reference(value)
        raise ValueError(f"a pattern has {kind}, whose steps are not counted: add the kind here, or write it without")

    def is_at(self, place: int, test: Test) -> bool:
        self.step()
        return place < len(self.text) and test(self.text[place])

    def repeat(self, kind: Any, least: int, most: Any, items: Any) -> Node:
        most = sys.maxsize if most is sre.MAXREPEAT else max(least, min(int(most), CAP))
        node = self.sequence(items)
        if kind is sre.POSSESSIVE_REPEAT:
            return self.atomic(self.repeat(sre.MAX_REPEAT, least, most, items))

        def again(rounds: int, place: int, then: Next) -> bool:
            self.step()

            def more(end: int) -> bool:
                return (end > place or rounds < least) and again(rounds + 1, end, then)

            if rounds < least:
                return node(place, more)
            if kind is sre.MIN_REPEAT:
                return then(place) or (rounds < most and node(place, more))
            return (rounds < most and node(place, more)) or then(place)

        return lambda place, then: again(0, place, then)

    def group(self, number: int | None, node: Node) -> Node:
        if number is None:
            return node

        def run(place: int, then: Next) -> bool:
            def close(end: int) -> bool:
                before = self.groups.get(number)
                self.groups[number] = (place, end)
                if then(end):
                    return True
                if before is not None:
                    self.groups[number] = before
                return False

            return node(place, close)

        return run

    def atomic(self, node: Node) -> Node:
        def run(place: int, then: Next) -> bool:
            end = self.end_of(node, place)
            return end is not None and then(end)

        return run

    def look(self, direction: int, items: Any, *, wanted: bool) -> Node:
        node = self.sequence(items)
        width = items.getwidth()[0] if direction < 0 else 0

        def run(place: int, then: Next) -> bool:
            self.step()
            found = place >= width and self.end_of(node, place - width) is not None
            return found is wanted and then(place)

        return run

    def reference(self, number: int) -> Node:
        def run(place: int, then: Next) -> bool:
            self.step()
            if number not in self.groups:
                return False
            start, end = self.groups[number]
            return self.text.startswith(self.text[start:end], place) and then(place + end - start)

        return run

    def holds(self, what: Any, place: int) -> bool:
        """Whether a boundary is at a place."""
        self.step()
        text, last = self.text, len(self.text)
        if what in (sre.AT_BEGINNING, sre.AT_BEGINNING_STRING):
            return place == 0 or bool(self.flags & re.MULTILINE and text[place - 1] == "\n")
        if what in (sre.AT_END, sre.AT_END_STRING):
            return place == last or bool(self.flags & re.MULTILINE and text[place] == "\n")
        word = CATEGORIES[sre.CATEGORY_WORD]
        edge = (place > 0 and word(text[place - 1])) != (place < last and word(text[place]))
        return edge is (what is sre.AT_BOUNDARY)


def test_of(kind: Any, value: Any, flags: int) -> Test | None:
    """What a node that takes one character asks of it; None for any other node."""
    if kind is sre.ANY:
        return (lambda c: True) if flags & re.DOTALL else (lambda c: c != "\n")
    if kind in (sre.LITERAL, sre.NOT_LITERAL):
        wanted = chr(value).lower() if flags & re.IGNORECASE else chr(value)
        is_it: Test = (lambda c: c.lower() == wanted) if flags & re.IGNORECASE else (lambda c: c == wanted)
        return is_it if kind is sre.LITERAL else lambda c: not is_it(c)
    if kind is not sre.IN:
        return None
    negated = value[0][0] is sre.NEGATE
    members = [member_of(*member) for member in value[negated:]]
    return cache(lambda c: any(member(c) for member in members) is not negated)


def member_of(kind: Any, value: Any) -> Test:
    """A part of a character class."""
    if kind is sre.CATEGORY:
        return CATEGORIES[value]
    low, high = (value, value) if kind is sre.LITERAL else value
    return lambda c: low <= ord(c) <= high


def alphabet(pattern: re.Pattern[Any]) -> list[str]:
    """Characters of every kind that a pattern tells apart: for each of its tests one that passes it."""
    tests = list(tests_of(parsed(pattern), pattern.flags))
    found: dict[tuple[bool, ...], str] = {}
    for character in CANDIDATES + "".join(literals(parsed(pattern))):
        found.setdefault(tuple(test(character) for test in tests), character)
    return list(found.values())


CANDIDATES = "a A1 \t\n_.-/(é橋\xa0'#*[©日月年"


def tests_of(items: Any, flags: int) -> Iterator[Test]:
    """Every test of a character in a tree."""
    for kind, value in items:
        test = test_of(kind, value, flags)
        if test is not None:
            yield test
        for inner in inside(kind, value):
            yield from tests_of(inner, flags)


def literals(items: Any) -> Iterator[str]:
    """Every character that a tree names."""
    for kind, value in items:
        if kind in (sre.LITERAL, sre.NOT_LITERAL):
            yield chr(value)
        elif kind is sre.IN:
            for member, what in value:
                if member is sre.LITERAL:
                    yield chr(what)
                elif member is sre.RANGE:
                    yield chr(what[0])
        for inner in inside(kind, value):
            yield from literals(inner)


def inside(kind: Any, value: Any) -> Sequence[Any]:
    """The trees below a node."""
    if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        return (value[2],)
    if kind is sre.SUBPATTERN:
        return (value[3],)
    if kind is sre.ATOMIC_GROUP:
        return (value,)
    if kind is sre.BRANCH:
        return tuple(value[1])
    return (value[1],) if kind in (sre.ASSERT, sre.ASSERT_NOT) else ()


def example(items: Any, flags: int, letters: Sequence[str]) -> str:
    """A text that a tree is likely to match: the first branch of each choice, each repeat the least often (but once)."""
    made = ""
    for kind, value in items:
        test = test_of(kind, value, flags)
        if test is not None:
            made += next((letter for letter in letters if test(letter)), "")
        elif kind not in (sre.ASSERT, sre.ASSERT_NOT):
            trees = inside(kind, value)[:1]
            times = max(1, min(value[0], CAP)) if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT) else 1
            made += "".join(example(tree, flags, letters) for tree in trees) * times
    return made
