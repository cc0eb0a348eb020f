"""Lines: where they end, what is stripped from them, and the marks that open items of lists.

All that splits a text stands on this; it stands on nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

LINE = re.compile("[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
OTHER_ENDS = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
INVISIBLE = (
    "\xad\u061c\u115f\u1160\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u2800\u3164\ufeff\uffa0\ufffc"
)
"""Marks of direction, joiners, fillers and the like: a line of nothing else is blank."""
BLANK = (
    " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0"
    "\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
EDGES = BLANK + INVISIBLE
"""What is stripped from both ends of a block's text."""
WITHIN_WORDS = "\xad\u180e\u200b\u2060\ufeff"
"""Soft hyphens and the like, which no word is told by; joiners and marks of direction belong to some scripts' words."""
BULLET = re.compile(r"[•▪●◦‣∙·■□►▸○✓➤*\-‐][ \t\xa0]+(?=\S)|[•▪●◦‣∙](?=\w)")
NUMBER = re.compile(r"(\d{1,3})[.)][ \t\xa0]+(?=\S)")


class Line(NamedTuple):
    """A line that is not blank: its place without the white space around it, and the blank lines above."""

    start: int
    end: int
    indent: int
    gap: int
    text: str


make_line: Callable[[tuple[int, int, int, int, str]], Line] = partial(tuple.__new__, Line)
"""A line of its fields, in a third of the time that the class itself takes."""


def find_lines(text: str) -> list[Line]:
    """Every line of `text` that has something in it."""
    if any(end in text for end in OTHER_ENDS):
        return find_lines_of_any_end(text)
    lines: list[Line] = []
    here, gap = 0, 0
    tabs = "\t" in text
    for raw in text.split("\n"):  # the usual case, four times as fast as a pattern
        content = raw and raw.strip(EDGES)
        if content:
            start, indent = here, 0
            if raw[0] != content[0]:
                # no sign that is stripped opens the content: its first one stands nowhere before it
                indent = raw.find(content[0])
                start += indent
                if tabs:
                    indent += 3 * raw.count("\t", 0, indent)
            lines.append(make_line((start, start + len(content), indent, gap if lines else 9, content)))
            gap = 0
        else:
            gap += 1
        here += len(raw) + 1
    return lines


def find_lines_of_any_end(text: str) -> list[Line]:
    """The same for a text with other line ends than line feeds."""
    lines: list[Line] = []
    previous_end = 0
    for match in LINE.finditer(text):
        raw = match[0]
        content = raw.strip(EDGES)
        if content:
            before, indent = indented(raw) if raw[0] != content[0] else (0, 0)
            start = match.start() + before
            gap = len(LINE_END.findall(text, previous_end, start)) - 1 if lines else 9
            previous_end = start + len(content)
            lines.append(make_line((start, previous_end, indent, gap, content)))
    return lines


def indented(raw: str) -> tuple[int, int]:
    """How many characters stand before the content of a line, and how many columns they take."""
    indent = len(raw) - len(raw.lstrip(EDGES))
    return indent, indent + 3 * raw.count("\t", 0, indent)


def is_item(line: Line) -> bool:
    """Whether a line begins with a list marker; the lines below it may be indented more."""
    return bool(BULLET.match(line.text) or NUMBER.match(line.text))
