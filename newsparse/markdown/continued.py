"""Sentences that go on on the next line, where a converter ends a line behind each link, as Firecrawl's does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsparse.block import unspaced_sign

if TYPE_CHECKING:
    from newsparse.splitting.lines import Line

SIGN = re.compile(r"[,;?.)”»’…、，）」]|!(?!\[)|\](?!\()|'(?=[^\W\d_]{1,2}\b)|:(?!  )|(?:\"|\*\*|_)(?=[\s.,;:)]|$)")
"""How a line opens that goes on with no space before it: neither a picture nor an item of a list of definitions."""
LINK, ROOM = "[", 1
"""How a line opens that begins with a link, and the columns before one that goes on with a space."""


def with_continued(lines: list[Line]) -> Sequence[Line]:
    """The lines, those that go on behind a link in one with what they go on with."""
    behind = [index for index, line in enumerate(lines) if index and not line.gap and ends_in_link(lines[index - 1])]
    if not any(SIGN.match(lines[index].text) for index in behind):
        return lines  # most texts
    between = {index: found for index in behind if (found := space_between(lines[index - 1], lines[index])) is not None}
    kept: list[Line] = []
    start = 0
    for end in range(1, len(lines) + 1):
        if end in between:
            continue
        if end - start > 1:
            parts = [lines[start].text]
            for index in range(start + 1, end):
                parts += (between[index], lines[index].text)
            kept.append(lines[start]._replace(end=lines[end - 1].end, text="".join(parts)))
        else:
            kept.append(lines[start])
        start = end
    return kept


def ends_in_link(line: Line) -> bool:
    """Whether a line ends with a link's target."""
    text = line.text
    start = text.rfind("](") if text[-1] == ")" else -1
    return start >= 0 and (text.endswith('")') or " " not in text[start:])


def space_between(above: Line, line: Line) -> str | None:
    """What stands between a link at the end of a line and the next line, if that goes on with it."""
    if SIGN.match(line.text):
        return ""
    within = not above.text.startswith(LINK)
    if line.indent == ROOM and (within or not line.text.startswith(LINK)):
        return " "
    return "" if within and line.indent == 0 and unspaced_sign().match(line.text) else None
