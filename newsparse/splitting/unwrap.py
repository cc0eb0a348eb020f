"""Hard-wrapped text: the lines of each of its paragraphs are joined again."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from newsparse import markdown
from newsparse.block import STOPS, is_row, unspaced_sign
from newsparse.markdown.broken import ADDRESS, NOTHING_OPEN, is_plain, left_open

if TYPE_CHECKING:
    from newsparse.split import Line

BULLET = re.compile(r"[•▪●◦‣∙·■□►▸○✓➤*\-‐][ \t\xa0]+(?=\S)|[•▪●◦‣∙](?=\w)")
NUMBER = re.compile(r"(\d{1,3})[.)][ \t\xa0]+(?=\S)")

ADDRESS_LINE = re.compile(r"(?:\d{1,4}\. )?(?:[a-z]{3,9}://|mailto:)")

NARROWEST, WIDEST = 40, 120
"""Columns at which mail programs, terminals and typewriters wrap lines, with room to spare."""
MOSTLY = 0.95
"""The share of lines in Markdown that are wrapped if any is."""
MOST_BROKEN = 12
"""Lines that one link takes at most."""
OFTEN = 0.08
"""The share of lines that end within a word where words are parted."""
MANY = 12
"""Full lines that are enough, however many lines of menus stand around."""
LONG_LINE = 0.6
"""The share of these columns that a wrapped line takes at least, but for a paragraph's last."""


def wrap_width(lines: Sequence[Line], *, marked: bool = False) -> int:
    """The column at which the text was hard-wrapped, or 0 if it was not.

    In a wrapped text a line ends where the next word would not have fitted any more. The next word's
    length tells: line, space and word together pass the width nearly everywhere within a paragraph.
    In Markdown (`marked`) only lines of plain words tell: converters leave items whole, break links elsewhere, and
    wrap neither tables nor menus.
    """
    if not marked:
        return plain_width(lines)
    kept = [line for line in lines if is_plain(line.text) and not is_item(line)]
    lengths = sorted(columns(line) for line in kept)
    lengths = lengths[: int(MOSTLY * len(lengths))]  # a few lines may be whole
    if len(lengths) < 4 or lengths[-1] > 2 * WIDEST:
        return 0
    width = lengths[int(0.97 * (len(lengths) - 1))]
    if not NARROWEST <= width <= WIDEST or lengths[-1] > 2 * width:
        return 0
    told = {line.start for line in kept}
    pairs = [
        (above, below)
        for above, below in itertools.pairwise(lines)
        if below.gap == 0
        and not opens(below, above)
        and above.start in told
        and below.start in told
        # menus may stand one item a line, too
        and columns(above) > LONG_LINE * width
    ]
    full = sum(is_full(above, below, width) for above, below in pairs)
    long = sum(length > LONG_LINE * width for length in lengths)
    return width if full >= 3 and full >= 0.6 * len(pairs) and full >= 0.35 * long else 0


def plain_width(lines: Sequence[Line]) -> int:
    """The column at which a text without marks was hard-wrapped, or 0: the one at which most lines are full."""
    if any(len(line.text) > 2 * WIDEST and not is_address(line.text) for line in lines):
        return 0  # most pages
    lengths = [columns(line) for line in lines if len(line.text) <= NARROWEST or not is_address(line.text)]
    pairs = [
        (columns(above), len(first_word(below.text)), above, below)
        for above, below in itertools.pairwise(lines)
        if below.gap == 0 and columns(above) > LONG_LINE * NARROWEST and not opens(below, above)
    ]
    width = likeliest_width(pairs)
    pairs = [pair for pair in pairs if pair[0] > LONG_LINE * width]
    ends = [above.text[-1] for _, _, above, below in pairs if is_full(above, below, width)]
    full = len(ends)
    if sum(end in STOPS for end in ends) > 0.5 * full:
        return 0  # whole paragraphs, about as long as each other
    if not width or full < min(MANY, max(3, 0.15 * len(lines))):
        return 0
    long = sum(length > LONG_LINE * width for length in lengths)
    beyond = sum(length > width for length in lengths)
    # some leave headings whole
    few = beyond <= (1 - MOSTLY) * len(lengths) or (beyond < 0.5 * full and full >= max(MANY, MOSTLY * len(pairs)))
    return width if few and full >= 0.6 * len(pairs) and full >= 0.35 * long else 0


def likeliest_width(pairs: Sequence[tuple[int, int, Line, Line]]) -> int:
    """The column that most lines end at or before, and would have passed with the first word of the line below."""
    changes = [0] * (WIDEST + 2)
    for reach, word, _, _ in pairs:
        if reach <= WIDEST and reach + word >= NARROWEST:
            changes[max(reach, NARROWEST)] += 1
            changes[min(reach + word, WIDEST) + 1] -= 1
    times = list(itertools.accumulate(changes))
    most = max(times)
    return times.index(most) if most else 0


def first_word(text: str) -> str:
    """The first word of a line; it ends where a script without spaces begins, which breaks lines between any signs."""
    word = text.split(" ", 1)[0]
    if word.isascii():
        return word
    sign = unspaced_sign().search(word, 1)
    return word[0] if is_unspaced(word) else word[: sign.start()] if sign else word


def is_address(text: str) -> bool:
    """Whether a line is an address, with a number before it or none: it cannot be wrapped."""
    return (" " not in text and text.isascii()) or ADDRESS_LINE.match(text) is not None


def columns(line: Line) -> int:
    """How far a line reaches to the right."""
    return line.indent + len(line.text)


def is_full(above: Line, below: Line, width: int) -> bool:
    """Whether the first word of `below` would not have fitted on `above`; a table's rows are not wrapped."""
    if is_row(above.text) or is_row(below.text):
        return False
    word = first_word(below.text)
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


def hyphenates(groups: Sequence[Sequence[Line]]) -> bool:
    """Whether words are parted at the ends of lines, as books do: where lines only end behind the hyphens that words
    have of their own, few do."""
    ends = [pair for group in groups for pair in itertools.pairwise(group)]
    parted = sum(is_parted(above.text, below.text) for above, below in ends)
    return parted >= 3 and parted >= OFTEN * len(ends)


def is_parted(above: str, below: str) -> bool:
    """Whether a word seems to go on on the next line."""
    return above[-1] in "-‐" and above[-2:-1].isalpha() and below[0].islower()


def whole_words(text: str) -> frozenset[str]:
    """The words with hyphens of their own."""
    return frozenset(word.strip('.,;:!?()"“”„»«') for word in text.split() if "-" in word[1:-1])


def as_line(group: Sequence[Line], *, marked: bool = False, whole: Collection[str] | None = None) -> Line:
    """One line of those of a paragraph; a hyphen at a line's end stays, with no space behind it, and a script without
    spaces gets none, nor does the address of a link.

    With `whole`, words are parted: a hyphen goes but for words that are among these.
    """
    if len(group) == 1:
        return group[0]
    parts = [group[0].text]
    left = left_open(group[0].text, NOTHING_OPEN) if marked else NOTHING_OPEN
    for above, below in itertools.pairwise(group):
        hyphenated = above.text[-1] in "-‐" and above.text[-2:-1].isalpha()
        glued = hyphenated or is_unspaced(below.text) or is_unspaced(above.text[-1])
        glued = glued or (left == ADDRESS and above.text[-1] == "-")
        if whole is not None and is_parted(above.text, below.text) and joined_word(above, below) not in whole:
            parts[-1] = parts[-1][:-1]
        parts.append(below.text if glued else " " + below.text)
        if marked:
            left = left_open(below.text, left)
    return group[0]._replace(end=group[-1].end, text="".join(parts))


def joined_word(above: Line, below: Line) -> str:
    """The word that two lines part, with its hyphen."""
    return above.text.rsplit(" ", 1)[-1].lstrip('("“„»«') + below.text.split(" ", 1)[0].rstrip('.,;:!?)"“”»«')
