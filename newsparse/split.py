"""The first step: a text is cut into blocks.

A block is a line, or the lines of one hard-wrapped paragraph. Offsets are code points of the input.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from newsparse import markdown
from newsparse.block import COLONS, STOPS, Block, has_unspaced, is_row, measure, unspaced_sign
from newsparse.breaks import SIGNS
from newsparse.link_notes import has_notes, without_notes

LINE = re.compile("[^\n\r\u2028\u2029\x85]+")
LINE_END = re.compile("\r\n|[\n\r\u2028\u2029\x85]")
INVISIBLE = "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060\u00ad"
BLANK = (
    " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0"
    "\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
EDGES = BLANK + INVISIBLE
"""What is stripped from both ends of a block's text."""

BULLET = re.compile(r"[•▪●◦‣∙·■□►▸○✓➤*\-‐][ \t\xa0]+(?=\S)|[•▪●◦‣∙](?=\w)")
DASH = re.compile(r"[–—][ \t\xa0]+(?=\S)")
NUMBER = re.compile(r"(\d{1,3})[.)][ \t\xa0]+(?=\S)")

HYPHENS, DASHES = "-‐", "–—"
OPEN_SPEECH = HYPHENS + DASHES
"""What opens an item of a list or direct speech."""
MARKERS = frozenset("•▪●◦‣∙·■□►▸○✓➤*-‐–—")
"""What a list marker may begin with."""

NARROWEST, WIDEST = 40, 120
"""Columns at which mail programs, terminals and typewriters wrap lines, with room to spare."""


class Line(NamedTuple):
    """A line that is not blank: its place without the white space around it, and the blank lines above."""

    start: int
    end: int
    indent: int
    gap: int
    text: str


make_line: Callable[[tuple[int, int, int, int, str]], Line] = partial(tuple.__new__, Line)
"""A line of its fields, in a third of the time that the class itself takes."""


def split(text: str) -> tuple[Block, ...]:
    """The blocks of `text`, in order: every non-blank line is in exactly one of them."""
    lines = find_lines(text)
    marked = markdown.may_be_marked(text) and markdown.survey(line.text for line in lines)
    if width := wrap_width(lines):
        lines = [as_line(group) for group in join_wrapped(lines, width)]
    unspaced, noted = has_unspaced(text), has_notes(text)
    items = dashed_items(lines, marked=marked)
    gaps = [line.gap for line in lines[1:]] + [9] * bool(lines)
    blocks: list[Block] = []
    # a line's memory is given back when it has become a block: of short lines it is as much as that of the blocks
    lines.reverse()
    for index, gap_below in enumerate(gaps):
        start, end, indent, gap, text = lines.pop()
        marker, content = "", text
        if text[0] in MARKERS:
            marker, content = take_marker(text, dash=index in items)
            content = content.strip(EDGES) or text
        if marked:
            mark, content = markdown.strip_marks(text if marker == "*" else content)
            marker, content = mark or marker, content.strip(EDGES) or text
        if noted:
            content = without_notes(content)
        blocks.append(measure(content, start, end, index, marker, indent, gap, gap_below, unspaced=unspaced))
    return tuple(blocks)


def find_lines(text: str) -> list[Line]:
    """Every line of `text` that has something in it."""
    if any(end in text for end in OTHER_ENDS):
        return find_lines_of_any_end(text)
    lines: list[Line] = []
    here, gap = 0, 0
    for raw in text.split("\n"):  # the usual case, four times as fast as a pattern
        content = raw and (raw.strip(EDGES) or raw.strip())
        if content:
            start, indent = here, 0
            if raw[0] != content[0]:
                start, indent = indented(raw, content)
                start += here
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
        content = raw.strip(EDGES) or raw.strip()
        if content:
            before, indent = indented(raw, content) if raw[0] != content[0] else (0, 0)
            start = match.start() + before
            gap = len(LINE_END.findall(text, previous_end, start)) - 1 if lines else 9
            previous_end = start + len(content)
            lines.append(make_line((start, previous_end, indent, gap, content)))
    return lines


def indented(raw: str, content: str) -> tuple[int, int]:
    """How many characters stand before the content of a line, and how many columns they take."""
    indent = len(raw) - len(raw.lstrip(EDGES))
    return indent if indent < len(raw) else raw.index(content), indent + 3 * raw.count("\t", 0, indent)


OTHER_ENDS = "\r\u2028\u2029\x85"


def take_marker(text: str, *, dash: bool) -> tuple[str, str]:
    """The list marker at the start of a line, and what follows it."""
    first = text[0]
    if text[1:2] == " " and text[2:3].isalnum():  # the usual case, without a pattern
        return (first, text[2:]) if dash or first not in OPEN_SPEECH else ("", text)
    if first in OPEN_SPEECH and not dash:
        return "", text
    match = (DASH if first in DASHES else BULLET).match(text)
    if not match or SIGNS.issuperset(text):  # "* * *" is a rule, no item
        return "", text
    return match[0].strip(), text[match.end() :]


def dashed_items(lines: Sequence[Line], *, marked: bool) -> frozenset[int]:
    """Which lines are items of a list with dashes or hyphens: one alone opens direct speech, or a headline or header
    that quotes somebody, as in the north of Europe.

    Items with hyphens have another right above or below, or a colon above them, or are indented, or have indented lines
    below them; in Markdown (`marked`) any is one. Those with dashes stand one below the other without a blank line and
    do not end like sentences.
    """
    items: set[int] = set()
    for index in [index for index, line in enumerate(lines) if line.text[0] in HYPHENS]:
        line, near = lines[index], lines[max(0, index - 1) : index + 2]
        beside = sum(other.text[0] in HYPHENS for other in near) > 1
        if marked or beside or line.indent or near[-1].indent or near[0].text[-1] in COLONS:
            items.add(index)
    dashed = [index for index, line in enumerate(lines) if line.text[0] in DASHES]
    for above, low in itertools.pairwise(dashed):
        adjacent = low == above + 1 and lines[low].gap == 0
        if adjacent and lines[above].text[-1] not in STOPS:
            items.update((above, low))
    return frozenset(items)


def wrap_width(lines: Sequence[Line]) -> int:
    """The column at which the text was hard-wrapped, or 0 if it was not.

    In a wrapped text a line ends where the next word would not have fitted any more. The next word's
    length tells: line, space and word together pass the width nearly everywhere within a paragraph.
    """
    if len(lines) < 4:
        return 0
    lengths = sorted([len(line.text) for line in lines])
    if lengths[-1] > 2 * WIDEST:
        return 0
    width = lengths[int(0.97 * (len(lengths) - 1))]
    if not NARROWEST <= width <= WIDEST or lengths[-1] > 2 * width:
        return 0
    pairs = [(above, below) for above, below in itertools.pairwise(lines) if below.gap == 0]
    full = sum(is_full(above, below, width) for above, below in pairs)
    return width if full >= 3 and full >= 0.6 * len(pairs) and full >= 0.35 * len(lines) else 0


def is_full(above: Line, below: Line, width: int) -> bool:
    """Whether the first word of `below` would not have fitted on `above`; a table's rows are not wrapped."""
    if is_row(above.text) or is_row(below.text):
        return False
    word = below.text.split(" ", 1)[0]
    if is_unspaced(word):
        word = word[0]  # scripts without spaces break lines between any two signs
    return len(above.text) + 1 + len(word) > width and len(above.text) > 0.6 * width


def is_unspaced(text: str) -> bool:
    """Whether a text begins in a script without spaces."""
    return text >= "\u0e00" and unspaced_sign().match(text) is not None  # the first of its signs


def join_wrapped(lines: Sequence[Line], width: int) -> list[tuple[Line, ...]]:
    """The lines of each paragraph of a hard-wrapped text together."""
    groups: list[tuple[Line, ...]] = []
    run: list[Line] = []
    for line in lines:
        starts_item = is_item(line)
        indented = bool(run) and line.indent > run[-1].indent and not is_item(run[0])
        if run and line.gap == 0 and not starts_item and not indented and is_full(run[-1], line, width):
            run.append(line)
            continue
        if run:
            groups.append(tuple(run))
        run = [line]
    if run:
        groups.append(tuple(run))
    return groups


def is_item(line: Line) -> bool:
    """Whether a line begins with a list marker; the lines below it may be indented more."""
    return bool(BULLET.match(line.text) or NUMBER.match(line.text))


def as_line(group: Sequence[Line]) -> Line:
    """One line of those of a paragraph; a hyphen at a line's end stays, with no space behind it, and a script without
    spaces gets none."""
    if len(group) == 1:
        return group[0]
    parts = [group[0].text]
    for above, below in itertools.pairwise(group):
        hyphenated = above.text[-1] in "-‐\u00ad" and above.text[-2:-1].isalpha()
        glued = hyphenated or is_unspaced(below.text) or is_unspaced(above.text[-1])
        parts.append(below.text if glued else " " + below.text)
    return group[0]._replace(end=group[-1].end, text="".join(parts))
