"""Hard-wrapped text: the lines of each of its paragraphs are joined again."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Collection, Sequence
from functools import cache
from typing import TYPE_CHECKING

import attrs

from newsparse import markdown
from newsparse.block import AFTER_STOP, STOPS, is_row, unspaced_sign
from newsparse.cues import agencies
from newsparse.markdown.broken import ADDRESS, NOTHING_OPEN, is_plain, left_open
from newsparse.splitting.lines import is_item
from newsparse.splitting.signs import without_entities

if TYPE_CHECKING:
    from newsparse.splitting.lines import Line

ADDRESS_LINE = re.compile(r"(?:\d{1,4}\. )?(?:[a-z]{3,9}://|mailto:)")

NARROWEST, WIDEST = 40, 120
"""Columns at which mail programs, terminals and typewriters wrap lines, with room to spare."""
MOSTLY = 0.95
"""The share of lines in Markdown that are wrapped if any is."""
MOST_BROKEN = 12
"""Lines that one link takes at most."""
LONGEST_AGENCY = 30
"""Characters of an agency's name on a line, with what stands around it."""
AROUND_AGENCY = " ()[]/-–—*#\x02\x03"
"""Marks of the beginning and end of a text (ASCII's STX and ETX) are on wires."""
ENDS = frozenset(STOPS)
"""Signs that end sentences."""
OFTEN = 0.08
"""The share of lines that end within a word where words are parted."""
MANY, SEVERAL = 12, 6
"""Full lines that are enough, however many lines of menus stand around; and where nearly all that may be are."""
NEARLY_ALL = 0.9
"""The share of lines that the next word would have made too long where no line contradicts the width."""
LONG_LINE = 0.6
"""The share of these columns that a wrapped line takes at least, but for a paragraph's last."""


@attrs.frozen
class Wrap:
    """How a text was hard-wrapped: at which column, and how wide a text is on its lines.

    Terminals give a sign of the East Asian scripts two columns, programs that count signs give it one.
    """

    column: int
    width_of: Callable[[str], int]
    full: int = 0
    """The lines that tell it."""

    def is_full(self, above: Line, below: Line) -> bool:
        """Whether the first word of `below` would not have fitted on `above`; a table's rows are not wrapped."""
        if is_row(above.text) or is_row(below.text):
            return False
        word = first_word(below.text)
        reach = reach_of(above, self.width_of)
        # above a link's address, which is a part of the word, a line may be short
        return reach + 1 + self.width_of(word) > self.column and (reach > LONG_LINE * self.column or not is_plain(word))


def reach_of(line: Line, width_of: Callable[[str], int]) -> int:
    """How far a line reaches to the right."""
    return line.indent + width_of(line.text)


def find_wrap(lines: Sequence[Line], text: str, *, marked: bool = False) -> Wrap | None:
    """How `text`, with these lines, was hard-wrapped, or nothing if it was not.

    In a wrapped text a line ends where the next word would not have fitted any more. The next word's
    length tells: line, space and word together pass the column nearly everywhere within a paragraph.
    In Markdown (`marked`) only lines of plain words tell: converters leave items whole, break links elsewhere, and
    wrap neither tables nor menus.
    """
    if not marked and any(len(line.text) > 2 * WIDEST and not is_address(line.text) for line in lines):
        return None  # most pages
    find = find_wrap_of_marked if marked else find_wrap_of_plain
    wrap = find(lines, len)
    wide = find(lines, wide_columns) if has_wide(text) else None
    return wide if wide and not (wrap and wrap.full >= wide.full) else wrap


def find_wrap_of_marked(lines: Sequence[Line], width_of: Callable[[str], int]) -> Wrap | None:
    """How a text in Markdown was wrapped."""
    kept = [line for line in lines if is_plain(line.text) and not is_item(line)]
    lengths = sorted(reach_of(line, width_of) for line in kept)
    lengths = lengths[: int(MOSTLY * len(lengths))]  # a few lines may be whole
    if len(lengths) < 4 or lengths[-1] > 2 * WIDEST:
        return None
    wrap = Wrap(lengths[int(0.97 * (len(lengths) - 1))], width_of)
    if not NARROWEST <= wrap.column <= WIDEST or lengths[-1] > 2 * wrap.column:
        return None
    told = {line.start for line in kept}
    pairs = [
        (above, below)
        for above, below in itertools.pairwise(lines)
        if below.gap == 0
        and not opens(below, above)
        and above.start in told
        and below.start in told
        # menus may stand one item a line, too
        and reach_of(above, width_of) > LONG_LINE * wrap.column
    ]
    full = sum(itertools.starmap(wrap.is_full, pairs))
    long = sum(length > LONG_LINE * wrap.column for length in lengths)
    return attrs.evolve(wrap, full=full) if full >= 3 and full >= 0.6 * len(pairs) and full >= 0.35 * long else None


def find_wrap_of_plain(lines: Sequence[Line], width_of: Callable[[str], int]) -> Wrap | None:
    """How a text without marks was wrapped: at the column at which most lines are full."""
    lengths = [reach_of(line, width_of) for line in lines if len(line.text) <= NARROWEST or not is_address(line.text)]
    pairs = [
        (reach, width_of(first_word(below.text)), above, below)
        for above, below in itertools.pairwise(lines)
        if below.gap == 0 and (reach := reach_of(above, width_of)) > LONG_LINE * NARROWEST and not opens(below, above)
    ]
    column = likeliest_column(pairs)
    pairs = [pair for pair in pairs if pair[0] > LONG_LINE * column]
    is_full = Wrap(column, width_of).is_full
    ends = [above.text[-1] for reach, _, above, below in pairs if reach <= column and is_full(above, below)]
    full = len(ends)
    wrap = Wrap(column, width_of, full)
    if sum(end in STOPS for end in ends) > 0.5 * full:
        return None  # whole paragraphs, about as long as each other
    long = sum(length > LONG_LINE * column for length in lengths)
    beyond = sum(length > column for length in lengths)
    if not beyond and full >= SEVERAL and full >= NEARLY_ALL * len(pairs):
        return wrap
    if not column or full < min(MANY, max(3, 0.15 * len(lines))):
        return None
    if not beyond and full >= MANY and full >= 0.25 * long:
        return wrap  # among menus of one line an item
    # some leave headings whole
    few = beyond <= (1 - MOSTLY) * len(lengths) or (beyond < 0.5 * full and full >= max(MANY, MOSTLY * len(pairs)))
    return wrap if few and full >= 0.6 * len(pairs) and full >= 0.35 * long else None


def likeliest_column(pairs: Sequence[tuple[int, int, Line, Line]]) -> int:
    """The column that most lines end at or before, and would have passed with the first word of the line below; 0 if
    there is none."""
    changes = [0] * (WIDEST + 2)
    for reach, word, _, _ in pairs:
        if reach <= WIDEST and reach + word >= NARROWEST:
            changes[max(reach, NARROWEST)] += 1
            changes[min(reach + word, WIDEST) + 1] -= 1
    times = list(itertools.accumulate(changes))
    most = max(times)
    return times.index(most) if most else 0


def first_word(text: str) -> str:
    """The first word of a line; it ends where a script without spaces begins, which breaks lines between any signs but
    those that open or close something."""
    word = text.split(" ", 1)[0]
    if word.isascii():
        return word
    if unspaced := unspaced_unit().match(word):
        return unspaced[0]
    sign = unspaced_sign().search(word, 1)
    return word[: sign.start()] if sign else word


@cache
def unspaced_unit() -> re.Pattern[str]:
    """The least that stands on a line of a script without spaces."""
    closing = "、。，．・：；？！ー々」』）】〉》〕］｝”’ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
    return re.compile(rf"[「『（【〈《〔［｛“‘]{{0,3}}{unspaced_sign().pattern}[{closing}]{{0,3}}")


@cache
def wide_sign() -> re.Pattern[str]:
    """Signs that take two columns (Unicode's East Asian Width: wide and fullwidth)."""
    return re.compile(
        "[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f"
        "\uff01-\uff60\uffe0-\uffe6\U00020000-\U0003fffd]"
    )


def has_wide(text: str) -> bool:
    """Whether a text has signs that take two columns."""
    return not text.isascii() and wide_sign().search(text) is not None


def wide_columns(text: str) -> int:
    """The columns of a text on a terminal."""
    return len(text) if text.isascii() else len(text) + len(wide_sign().findall(text))


def is_address(text: str) -> bool:
    """Whether a line is an address, with a number before it or none: it cannot be wrapped."""
    return (" " not in text and text.isascii()) or ADDRESS_LINE.match(text) is not None


def is_unspaced(text: str) -> bool:
    """Whether a text begins in a script without spaces."""
    return text >= "\u0e00" and unspaced_sign().match(text) is not None  # the first of its signs


def join_wrapped(lines: Sequence[Line], wrap: Wrap, *, marked: bool = False) -> list[tuple[Line, ...]]:
    """The lines of each paragraph of a hard-wrapped text together."""
    groups: list[tuple[Line, ...]] = []
    run: list[Line] = []
    left, broken = NOTHING_OPEN, 0
    for line in lines:
        if run and line.gap == 0 and ((left and broken <= MOST_BROKEN) or goes_on(line, run, wrap, marked=marked)):
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


def goes_on(line: Line, run: Sequence[Line], wrap: Wrap, *, marked: bool) -> bool:
    """Whether a line goes on with the paragraph whose lines so far are `run`."""
    opened = opens(line, run[-1], run[0], marked=marked) and not is_day(line, run)
    full = wrap.is_full(run[-1], line) or is_parted(run[-1].text, line.text)
    return not opened and full and not signs_off(line.text, run[-1].text)


def signs_off(text: str, above: str) -> bool:
    """Whether a line below the end of a sentence is nothing but the agency whose text it ends ("REUTER", "(dpa)")."""
    if len(text) > LONGEST_AGENCY or above.rstrip(AFTER_STOP)[-1:] not in ENDS:
        return False
    return without_entities(text).strip(AROUND_AGENCY).lower() in agencies()[0]


def is_day(line: Line, run: Sequence[Line]) -> bool:
    """Whether a number opens a line of prose as a day does ("on Sunday, / 28. April"), and no item."""
    within = run[-1].text[-1].isalpha() or run[-1].text[-1] == ","
    return within and line.text[0].isdigit() and line.indent <= run[-1].indent and not is_item(run[0])


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
