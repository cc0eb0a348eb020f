"""Hard-wrapped text: the lines of each of its paragraphs are joined again."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsparse import markdown
from newsparse.block import is_row, unspaced_sign
from newsparse.markdown.broken import ADDRESS, NOTHING_OPEN, is_plain, left_open

if TYPE_CHECKING:
    from newsparse.split import Line

BULLET = re.compile(r"[•▪●◦‣∙·■□►▸○✓➤*\-‐][ \t\xa0]+(?=\S)|[•▪●◦‣∙](?=\w)")
NUMBER = re.compile(r"(\d{1,3})[.)][ \t\xa0]+(?=\S)")

NARROWEST, WIDEST = 40, 120
"""Columns at which mail programs, terminals and typewriters wrap lines, with room to spare."""
MOSTLY = 0.95
"""The share of lines in Markdown that are wrapped if any is."""
MOST_BROKEN = 12
"""Lines that one link takes at most."""
LONG_LINE = 0.6
"""The share of these columns that a wrapped line takes at least, but for a paragraph's last."""


def wrap_width(lines: Sequence[Line], *, marked: bool = False) -> int:
    """The column at which the text was hard-wrapped, or 0 if it was not.

    In a wrapped text a line ends where the next word would not have fitted any more. The next word's
    length tells: line, space and word together pass the width nearly everywhere within a paragraph.
    In Markdown (`marked`) only lines of plain words tell: converters leave items whole, break links elsewhere, and
    wrap neither tables nor menus.
    """
    kept = [line for line in lines if is_plain(line.text) and not is_item(line)] if marked else lines
    lengths = [indent + len(text) for _, _, indent, _, text in kept if len(text) <= WIDEST or not is_address(text)]
    if not lengths or (not marked and max(lengths) > 2 * WIDEST):
        return 0  # most pages
    lengths.sort()
    if marked:  # a few of its lines may be whole
        lengths = lengths[: int(MOSTLY * len(lengths))]
    if len(lengths) < 4 or lengths[-1] > 2 * WIDEST:
        return 0
    width = lengths[int(0.97 * (len(lengths) - 1))]
    if not NARROWEST <= width <= WIDEST or lengths[-1] > 2 * width:
        return 0
    told = {line.start for line in kept}
    pairs = [
        (above, below)
        for above, below in itertools.pairwise(lines)
        if below.gap == 0 and not opens(below, above) and above.start in told and below.start in told
    ]
    if marked:  # where menus stand one item a line, too
        pairs = [(above, below) for above, below in pairs if columns(above) > LONG_LINE * width]
    full = sum(is_full(above, below, width) for above, below in pairs)
    long = sum(length > LONG_LINE * width for length in lengths)
    often = full >= 3 and full >= 0.6 * len(pairs) and full >= 0.35 * long
    return width if often and (marked or full >= 0.15 * len(lines)) else 0


def is_address(text: str) -> bool:
    """Whether a line is one long word, as an address is: it cannot be wrapped."""
    return len(text) > WIDEST and " " not in text and text.isascii()


def columns(line: Line) -> int:
    """How far a line reaches to the right."""
    return line.indent + len(line.text)


def is_full(above: Line, below: Line, width: int) -> bool:
    """Whether the first word of `below` would not have fitted on `above`; a table's rows are not wrapped."""
    if is_row(above.text) or is_row(below.text):
        return False
    word = below.text.split(" ", 1)[0]
    if is_unspaced(word):
        word = word[0]  # scripts without spaces break lines between any two signs
    reach = columns(above)
    # above a link's address, which is a part of the word, a line may be short
    return reach + 1 + len(word) > width and (reach > LONG_LINE * width or not is_plain(word))


def is_unspaced(text: str) -> bool:
    """Whether a text begins in a script without spaces."""
    return text >= "\u0e00" and unspaced_sign().match(text) is not None  # the first of its signs


def join_wrapped(lines: Sequence[Line], width: int, *, marked: bool = False) -> list[tuple[Line, ...]]:
    """The lines of each paragraph of a hard-wrapped text together."""
    groups: list[tuple[Line, ...]] = []
    run: list[Line] = []
    left, broken = NOTHING_OPEN, 0
    for line in lines:
        if run and line.gap == 0 and ((left and broken <= MOST_BROKEN) or goes_on(line, run, width, marked=marked)):
            run.append(line)
        else:
            if run:
                groups.append(tuple(run))
            run, left = [line], NOTHING_OPEN
        if marked:
            left = left_open(line.text, left)
            broken = broken + 1 if left else 0
    if run:
        groups.append(tuple(run))
    return groups


def goes_on(line: Line, run: Sequence[Line], width: int, *, marked: bool) -> bool:
    """Whether a line goes on with the paragraph whose lines so far are `run`."""
    return not opens(line, run[-1], run[0], marked=marked) and is_full(run[-1], line, width)


def opens(line: Line, above: Line, first: Line | None = None, *, marked: bool = False) -> bool:
    """Whether a line opens an item or, by its indent, a paragraph, and so does not go on with the line above; `first`
    is the first of the lines that the one above goes on with. Converters to Markdown (`marked`) wrap headings too, and
    set them apart with blank lines."""
    first = first or above
    below_heading = markdown.is_heading(first.text) and not (marked and first.gap and is_one_line(first))
    return (
        below_heading
        or markdown.is_heading(line.text)
        or is_item(line)
        or (line.indent > above.indent and not is_item(first))
    )


def is_one_line(heading: Line) -> bool:
    """Whether a heading is a line with its mark, not two lines of which the second underlines it."""
    return heading.end - heading.start <= len(heading.text)


def is_item(line: Line) -> bool:
    """Whether a line begins with a list marker; the lines below it may be indented more."""
    return bool(BULLET.match(line.text) or NUMBER.match(line.text))


def as_line(group: Sequence[Line], *, marked: bool = False) -> Line:
    """One line of those of a paragraph; a hyphen at a line's end stays, with no space behind it, and a script without
    spaces gets none, nor does the address of a link."""
    if len(group) == 1:
        return group[0]
    parts = [group[0].text]
    left = left_open(group[0].text, NOTHING_OPEN) if marked else NOTHING_OPEN
    for above, below in itertools.pairwise(group):
        hyphenated = above.text[-1] in "-‐" and above.text[-2:-1].isalpha()
        glued = hyphenated or is_unspaced(below.text) or is_unspaced(above.text[-1])
        glued = glued or (left == ADDRESS and above.text[-1] == "-")
        parts.append(below.text if glued else " " + below.text)
        if marked:
            left = left_open(below.text, left)
    return group[0]._replace(end=group[-1].end, text="".join(parts))
