"""The first step: a text is cut into blocks.

A block is a line, or the lines of one hard-wrapped paragraph. Offsets are code points of the input.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsparse import markdown, tags
from newsparse.block import COLONS, STOPS, Block, has_unspaced, is_row, measure, upper_halves
from newsparse.splitting.breaks import ORNAMENTS, SIGNS
from newsparse.splitting.cut_lines import joined_pieces, may_be_cut
from newsparse.splitting.doubled import single
from newsparse.splitting.fields import may_have_fields, read_fields
from newsparse.splitting.glued import parted
from newsparse.splitting.halves import RUNNING
from newsparse.splitting.hints import NOTHING
from newsparse.splitting.lines import BULLET, EDGES, WITHIN_WORDS, Line, find_lines
from newsparse.splitting.link_notes import has_notes, without_notes
from newsparse.splitting.link_numbers import addresses, may_be_numbered, without_numbers
from newsparse.splitting.points import may_have_points, read_points
from newsparse.splitting.printed import find_wrap_of_print, with_running_lines
from newsparse.splitting.signs import composed, decoded, has_accents_apart, may_have_entities
from newsparse.splitting.unwrap import Wrap, as_line, find_wrap, hyphenates, join_wrapped, whole_words
from newsparse.splitting.wikitext import may_be_wikitext, read_wikitext

if TYPE_CHECKING:
    from newsparse.markdown.reading import Reading
    from newsparse.splitting.hints import Hints

SPACES = "\t\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
SEVERAL_SPACES = re.compile("  +")

DASH = re.compile(r"[–—][ \t\xa0]+(?=\S)")

HYPHENS, DASHES = "-‐", "–—"
OPEN_SPEECH = HYPHENS + DASHES
"""What opens an item of a list or direct speech."""
MARKERS = frozenset("•▪●◦‣∙·■□►▸○✓➤*-‐–—")
"""What a list marker may begin with."""


def split(text: str) -> tuple[Block, ...]:
    """The blocks of `text`, in order: every non-blank line is in exactly one of them, or in several where it is several
    paragraphs glued together."""
    lines, printed = with_running_lines(single(find_lines(text)), text)
    tagged, reading = hints_of(text, lines)
    plain, marked = not (tagged or reading), reading is not None
    fields = read_fields(lines) if plain and may_have_fields(text) else None
    hints = tagged or reading or fields or (further_hints(text, lines) if plain else None)
    if hints:
        lines = hints.lines
    body = fields.body if fields else lines
    wrap = find_wrap_of_print(body, text, printed) if printed and not marked else find_wrap(body, text, marked=marked)
    if plain:
        lines = parted(lines)  # before any are joined
        if not wrap and may_be_cut(text):
            lines = list(joined_pieces(lines, text))
    if wrap:
        lines = whole_lines(lines, text, wrap, reading)
    if plain and may_have_entities(text):
        lines = decoded(lines, EDGES)
    halves = upper_halves(text)
    if has_accents_apart(text, halves):
        lines = composed(lines)
    numbered = addresses(lines) if may_be_numbered(text) else frozenset()
    gone = printed | numbered
    unspaced, noted, odd = has_unspaced(text, halves), has_notes(text), odd_signs(text)
    signs = [sign for sign, _ in odd]
    items = dashed_items(lines, marked=marked)
    listed = reading.listed(lines) if reading else items
    gaps = [line.gap for line in lines[1:]] + [9] * bool(lines)
    blocks: list[Block] = []
    # a line's memory is given back when it has become a block: of short lines it is as much as that of the blocks
    lines.reverse()
    for index, gap_below in enumerate(gaps):
        start, end, indent, gap, whole = lines.pop()
        for sign in signs:
            if sign in whole:
                whole = evened(whole, odd)
                break
        else:
            if "  " in whole:
                whole = evened(whole, odd)
        marker, content = "", whole
        if whole[0] in MARKERS:
            marker, content = take_marker(whole, dash=index in items)
        if hints:
            marker, content = hints.strip(content, marker, start, listed=index in listed)
            if not (content := content.strip(EDGES)):
                marker, content = NOTHING, whole
        if noted:
            content = without_notes(content)
        if gone and start in gone:
            marker = RUNNING if start in printed else NOTHING
        elif numbered:
            content = without_numbers(content)
        blocks.append(measure(content, start, end, index, marker, indent, gap, gap_below, unspaced=unspaced))
    return tuple(blocks)


def hints_of(text: str, lines: Sequence[Line]) -> tuple[Hints | None, Reading | None]:
    """What the tags of a text say, or the marks of Markdown: one of the two, or neither."""
    reading = markdown.read(lines) if markdown.may_be_marked(text) else None
    tagged = tags.read(text, marked=reading is not None) if tags.may_have_tags(text) else None
    return tagged, None if tagged else reading


def further_hints(text: str, lines: Sequence[Line]) -> Hints | None:
    """What the marks of wikis or of key points say of a text; most have neither."""
    hints = read_wikitext(lines) if may_be_wikitext(text) else None
    return hints or (read_points(lines) if may_have_points(text) else None)


def whole_lines(lines: Sequence[Line], text: str, wrap: Wrap, reading: Reading | None) -> list[Line]:
    """The lines of a hard-wrapped text, those of each paragraph in one."""
    groups = join_wrapped(lines, wrap, marked=reading is not None)
    if reading:
        return [as_line(reading.unquoted(group), marked=True) for group in groups]
    whole = whole_words(text) if hyphenates(groups) else None
    return [as_line(group, whole=whole) for group in groups]


def odd_signs(text: str) -> list[tuple[str, str]]:
    """The kinds of white space in a text other than the plain one, and the signs within words that nobody sees, each
    with what is read in its place."""
    signs = "\t" if text.isascii() else SPACES + WITHIN_WORDS
    return [(sign, " " if sign in SPACES else "") for sign in signs if sign in text]


def evened(text: str, odd: Sequence[tuple[str, str]]) -> str:
    """A line with plain spaces, one at a time, and without signs that nobody sees; a table's row keeps its tabs."""
    row = is_row(text)
    for sign, plain in odd:
        if sign in text and not (row and sign == "\t"):
            text = text.replace(sign, plain)
    return SEVERAL_SPACES.sub(" ", text) if "  " in text and not row else text


def take_marker(text: str, *, dash: bool) -> tuple[str, str]:
    """The list marker at the start of a line, and what follows it."""
    first = text[0]
    if text[1:2] == " " and text[2:3].isalnum():  # the usual case, without a pattern
        return (first, text[2:]) if dash or first not in OPEN_SPEECH else ("", text)
    if first in OPEN_SPEECH and not dash:
        return "", text
    match = (DASH if first in DASHES else BULLET).match(text)
    if not match or SIGNS.issuperset(text) or ORNAMENTS.issuperset(text):  # "* * *" is a rule, no item
        return "", text
    return match[0].strip(), text[match.end() :].strip(EDGES) or text


def dashed_items(lines: Sequence[Line], *, marked: bool) -> frozenset[int]:
    """Which lines are items of a list with dashes or hyphens: one alone opens direct speech, or a headline or header
    that quotes somebody, as in the north of Europe.

    Items with hyphens have another right above or below, or a colon above them, or are indented, or have indented lines
    below them; in Markdown (`marked`) any is one. Those with dashes stand one below the other without a blank line and
    do not end like sentences.
    """
    speech = [index for index, line in enumerate(lines) if line.text[0] in OPEN_SPEECH]
    if not speech:
        return frozenset()  # most pages
    items: set[int] = set()
    for index in [index for index in speech if lines[index].text[0] in HYPHENS]:
        line, near = lines[index], lines[max(0, index - 1) : index + 2]
        beside = sum(other.text[0] in HYPHENS for other in near) > 1
        if marked or beside or line.indent or near[-1].indent or near[0].text[-1] in COLONS:
            items.add(index)
    dashed = [index for index in speech if lines[index].text[0] in DASHES]
    for above, low in itertools.pairwise(dashed):
        adjacent = low == above + 1 and lines[low].gap == 0
        if adjacent and lines[above].text[-1] not in STOPS:
            items.update((above, low))
    return frozenset(items)
