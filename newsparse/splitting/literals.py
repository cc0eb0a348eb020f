"""A list or an object of strings as programs write it, JSON or Python's own, as the whole text: `["Title", "Text"]`.

Its strings are read one below the other; of an object, those whose keys name a part of an article. So is a single
string that JSON wrote, with its quotation marks or without, told by what hardly any other has: "<\\/p>", "\\u00e9".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import attrs

from newsparse.block import Block, has_any
from newsparse.data import read_data
from newsparse.splitting.fields import KEPT, TEXTS
from newsparse.splitting.lines import EDGES
from newsparse.splitting.located import Meant
from newsparse.splitting.written import PATH

TOKEN = re.compile(
    r"[ \t\r\n]*+(?:\"((?:[^\"\\\n]|\\.)*+)\"|'((?:[^'\\\n]|\\.)*+)'"
    r"|([\[\]{}(),:])|(-?[0-9A-Za-z][0-9A-Za-z_.+-]{0,40}+))"
)
"""A string, a bracket or another sign, a number or a name such as "null"."""
ESCAPE = re.compile(
    r"\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})"
    r"|(?:u(?=[0-9a-fA-F]{4})|x(?=[0-9a-fA-F]{2}))((?<=u)[0-9a-fA-F]{4}|[0-9a-fA-F]{2})|(.))"
)
"""A sign that is written as others: a pair of code units, a number, or a letter."""
LETTERS = {"n": "\n", "r": "\n", "t": "\t", "b": " ", "f": "\n", "v": "\n", "a": " ", "0": " "}
HALVES, UNKNOWN = range(0xD800, 0xE000), "\ufffd"
OPENING, CLOSING, OBJECT = "[{(", "]})", "{"
DEEPEST = 20
FEWEST, LONG = 6, 40
"""Words of the longest string at least; or characters, as some scripts have no spaces."""
BETWEEN = "\n\n"
OF_JSON = re.compile(r'\\(?:(["\\/bfnrt])|(u(?!005[cC])[0-9a-fA-F]{4}))')
"""A sign that JSON writes as others; a backslash it writes twice."""
WITHIN = re.compile(r"(?<=\w)\\u[0-9a-fA-F]{4}|\\u[0-9a-fA-F]{4}(?=\w|\\u)")
"""One within a word or beside it: a text that speaks of such signs has them between quotation marks."""
FEWEST_WITHIN = 2
TAG_END, NUMBER, QUOTE = "<\\/", "\\u", '"'
PLAIN = "\n", "</"
"""What no string has whose tags JSON wrote, unlike a guide to scripts that write them."""


@attrs.frozen
class Strings(Meant):
    """The strings of a list or an object, one below the other, and where their signs stand in it."""

    places: Sequence[int]
    """Where stretches of the strings begin in the text."""
    signs: Sequence[tuple[int, int]]
    """Where the first sign of each ends in the source, and how far the next is from that; 0 where there is but one."""

    def ends_of(self, blocks: Sequence[Block]) -> Iterator[int]:
        """Where each block ends in the source: behind what is written for its last sign."""
        for block in blocks:
            number = bisect_right(self.places, block.end - 1) - 1
            end, step = self.signs[number]
            yield end + step * (block.end - 1 - self.places[number])


@cache
def keys() -> dict[str, str]:
    """The known keys, and what each names."""
    read = read_data("tables/fields.toml")
    kinds = ("titles", "leads", "texts", "captions", "kept")
    return {key: kind for kind in kinds for table in ("labels", "keys") for key in read[table].get(kind, ())}


def as_strings(text: str) -> Strings | None:
    """The strings of a text that is a list or an object of them, or a string that JSON wrote; None for any other, as
    nearly all are."""
    whole = text.strip(EDGES)
    if whole and whole[0] in "[{" and whole[-1] in "]}":
        strings = strings_of(text)
        if any(value.count(" ") >= FEWEST - 1 or len(value) >= LONG for _, value in strings.values()):
            return read(text, strings)
    if (TAG_END in text or NUMBER in text) and is_of_json(inner := whole[1:-1] if is_quoted(whole) else whole):
        return read(text, {text.index(inner): ("", inner)})
    return None


def is_quoted(whole: str) -> bool:
    """Whether a text has quotation marks around it."""
    return len(whole) > 1 and whole[0] == whole[-1] == QUOTE and whole[-2] != "\\"


def is_of_json(text: str) -> bool:
    """Whether a text is what JSON writes for a string: each backslash of it is such a sign's, and some of the signs are
    tags, or within words."""
    signs = OF_JSON.findall(text)
    simple = [sign for sign, _ in signs if sign]
    if len(signs) + simple.count("\\") != text.count("\\") or PATH.search(text):
        return False
    if TAG_END in text and not has_any(text, PLAIN) and simple.count(QUOTE) == text.count(QUOTE):
        return True
    return len(WITHIN.findall(text)) >= FEWEST_WITHIN


def read(text: str, strings: Mapping[int, tuple[str, str]]) -> Strings:
    """Strings of a text, by where each begins, one below the other."""
    made: list[str] = []
    places: list[int] = []
    signs: list[tuple[int, int]] = []
    here = 0
    for start, (key, value) in strings.items():
        for said, end, step in [(key, start, 0), *stretches(value, start), (BETWEEN, start + len(value), 0)]:
            if said:
                made.append(said)
                places.append(here)
                signs.append((end, step))
                here += len(said)
    return Strings("".join(made), text, places, signs)


def strings_of(text: str) -> dict[int, tuple[str, str]]:
    """The strings that are read, by where each begins: what is written before it, and itself; none if the text is no
    such list or object, or names no part of an article."""
    found: dict[int, tuple[str, str]] = {}
    opened: list[tuple[str, str]] = []
    key = said = ""
    after_value = False
    place, size = 0, len(text.rstrip(EDGES))
    while place < size and (match := TOKEN.match(text, place)):
        place = match.end()
        sign = match[3]
        if sign is None:
            if after_value or not opened:
                return {}
            number = 1 if match[1] is not None else 2
            said, after_value = match[number] or "", True
            if said.strip() and (opened[-1][0] != OBJECT or key) and (kind := kind_of(key)):
                found[match.start(number)] = (f"{key}: " if kind == KEPT else "", said)
        elif sign in OPENING:
            if after_value or len(opened) == DEEPEST:
                return {}
            opened.append((sign, key))
            key = "" if sign == OBJECT else key
        elif not opened:
            return {}
        elif sign in CLOSING:
            bracket, key = opened.pop()
            if OPENING.index(bracket) != CLOSING.index(sign):
                return {}
            after_value = True
        else:
            if sign == ":" and not (after_value and opened[-1][0] == OBJECT and not key):
                return {}
            key = said if sign == ":" else "" if opened[-1][0] == OBJECT else key
            after_value = False
    return found if place == size and not opened else {}


def kind_of(key: str) -> str:
    """What a key names; a string without one is text."""
    return keys().get(key.lower().replace("_", " "), "") if key else TEXTS


def stretches(value: str, start: int) -> list[tuple[str, int, int]]:
    """The stretches of a string that begins at `start` of the source: each is one written sign or as it stands there;
    with the end of its first sign, and how far one is from the next."""
    found: list[tuple[str, int, int]] = []
    here = 0
    for match in ESCAPE.finditer(value):
        found.append((value[here : match.start()], start + here + 1, 1))
        found.append((sign_of(match), start + match.end(), 0))
        here = match.end()
    return [*found, (value[here:], start + here + 1, 1)]


def sign_of(match: re.Match[str]) -> str:
    """The sign that is written as others; half a pair of code units, which no UTF-8 has, is an unknown one."""
    high, low, number, letter = match.groups()
    if high:
        return chr(0x10000 + ((int(high, 16) & 0x3FF) << 10) + (int(low, 16) & 0x3FF))
    if number:
        return UNKNOWN if int(number, 16) in HALVES else chr(int(number, 16))
    return LETTERS.get(letter, letter)
