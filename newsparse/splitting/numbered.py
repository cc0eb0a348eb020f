"""Text whose lines are numbered one after the other, as programs and annotators number them ("1. …", "[2] …", "003 …").

Such text is read as if the numbers were not there. Where only some lines have one, or where all lines are alike, as in
rankings, laws, recipes and standings, they mean something.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from newsparse.block import AFTER_STOP, QUESTIONS, STOPS
from newsparse.splitting.lines import EDGES
from newsparse.splitting.quoted import MARK, Bare, without_openings

NUMBER = re.compile(r"[ \t\ufeff]*+([\[(#]?)([0-9]{1,7}+)([\])]?[.):|>]?)(?:[ \t\xa0]++|(?=\s|$))")
"""The number of a line, with the marks around it."""
FEWEST = 4
"""Lines with a number that make a numbered text."""
NEARLY_ALL = 0.9
"""The share of lines with a number from which a text is numbered, but for one: below may stand where it is from."""
YEARS = range(1000, 2200)
"""Numbers that a chronology's lines open with, where no mark is around them."""
AGAIN = 0.5
"""The share of lines from which what is behind the numbers is numbered, or quoted, itself: then it is a table or the
like."""
LOOKED_AT = 40
"""Characters within which the first number stands."""
BRACKET = "["
"""What is around numbers of programs only."""
FULL_STOPS = frozenset(STOPS) - frozenset(QUESTIONS)
SENTENCES = 0.15
"""The share of lines that are sentences of the text, at least, where nothing else tells that lines are counted."""
LONG, LONG_IN_SIGNS = 40, 20
"""Characters of such a sentence at least; and where a script has no spaces."""


def unnumbered(text: str) -> Bare | None:
    """A text with numbered lines without the numbers; None for any other, as nearly all are.

    The first line has a number, and so has nearly every other that is not blank: the one after that above, written
    like that.
    """
    first = NUMBER.match(text[:LOOKED_AT].lstrip(EDGES))
    if first is None or (int(first[2]) in YEARS and not first[1]):
        return None
    # the ends of lines are the same as in `newsparse.splitting.lines.LINE_END`
    lines = text.splitlines(keepends=True)
    marks = marks_of(lines)
    blank = sum(not line.strip(EDGES) for line in lines)
    numbered = len(marks) - marks.count(0)
    if numbered < FEWEST or numbered < NEARLY_ALL * (len(lines) - blank - 1):
        return None
    numbered_lines = [line[mark:].strip(EDGES) for line, mark in zip(lines, marks, strict=True) if mark]
    if len({words[0] for line in numbered_lines if (words := line.split(None, 1))}) == 1:
        return None  # days of a month
    if not (is_of_program(first) or is_article(numbered_lines)):
        return None
    bare = without_openings(text, lines, marks)
    return None if bare and is_table(bare.text) else bare


def marks_of(lines: Sequence[str]) -> list[int]:
    """How many characters of each line belong to its number; 0 for a line that has none, or not the next."""
    marks: list[int] = []
    form: tuple[str, str] = "", ""
    before = -1
    for line in lines:
        match = NUMBER.match(line)
        if match and (before < 0 or (int(match[2]) == before + 1 and (match[1], match[3]) == form)):
            form, before = (match[1], match[3]), int(match[2])
            marks.append(match.end())
        else:
            marks.append(0)
    return marks


def is_of_program(first: re.Match[str]) -> bool:
    """Whether a first number is one that nobody writes before an item of a list, unlike the "01" of one of songs."""
    return first[1] == BRACKET or first[2] == "0" or first[2].startswith("00")


def is_article(lines: Sequence[str]) -> bool:
    """Whether lines are as unlike each other as those of an article, titles and sentences, or some blank: items of a
    list are all titles, or all sentences."""
    if not all(lines):
        return True
    if all(line.rstrip(AFTER_STOP)[-1:] in FULL_STOPS for line in lines):
        return False
    pairs = pairwise(lines)
    running = sum(len(above) >= LONG and above[-1] not in STOPS and line[0].islower() for above, line in pairs)
    return sum(map(is_sentence, lines)) + running >= SENTENCES * len(lines)


def is_sentence(line: str) -> bool:
    """Whether a line ends as sentences do that state something, and is as long as those of prose."""
    long = LONG if " " in line else LONG_IN_SIGNS
    return len(line) >= long and line.rstrip(AFTER_STOP)[-1:] in FULL_STOPS


def is_table(text: str) -> bool:
    """Whether many lines open with a number or a mark of quoting."""
    lines = [line for line in text.splitlines() if line.strip(EDGES)]
    return sum(MARK in line[:LOOKED_AT] or NUMBER.match(line) is not None for line in lines) >= AGAIN * len(lines)
