"""Headings with a line of "=" or "-" below them, as pandoc, turndown and people at typewriters set them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsparse.block import is_row

if TYPE_CHECKING:
    from newsparse.splitting.lines import Line

LEVELS = {"=": "#", "-": "##"}
"""The mark of a heading by what underlines it."""
SHORTEST = 3
"""Signs of an underline at least."""
LONGEST_HEADING, MOST_WORDS = 250, 30
"""Characters and words of a heading at most."""
NEAR = 0.2
"""By how much of a heading's length that of its underline may differ where only this tells that it is one."""
FULL_STOP = "."
NO_HEADING = ("#", ">", "|", "`", "=", "-", "* ", "+ ")
"""What no line that is a heading begins with."""


def with_headings(lines: Sequence[Line], *, marked: bool) -> list[Line]:
    """The lines, each heading one line together with its underline, and with "#" or "##" before it.

    A line of hyphens may also be a rule. It underlines a heading if it is about as long as it; or, in Markdown
    (`marked`), if the text has no headings with "#" or "##" instead. Below what ends like a sentence only the length
    counts. In a text without other marks all lines of hyphens are underlines, or none is.
    """
    places = [index for index, line in enumerate(lines) if index and line.gap == 0 and is_underline(line.text)]
    headings = [index for index in places if may_be_heading(lines, index - 1)]
    if not headings:
        return list(lines)
    clear = {index for index in headings if is_clear(lines[index - 1].text, lines[index].text)}
    if any(lines[index].text[0] == "=" for index in clear):
        marked = True
    elif not marked and len(clear) < len(places):
        return list(lines)  # hyphens that also stand below other lines are rules
    if marked and not any(line.text.startswith(("# ", "## ")) for line in lines):
        clear.update(index for index in headings if lines[index - 1].text[-1] != FULL_STOP)
    kept: list[Line] = []
    for index, line in enumerate(lines):
        if index in clear:
            heading = kept[-1]
            kept[-1] = heading._replace(end=line.end, text=f"{LEVELS[line.text[0]]} {heading.text}")
        else:
            kept.append(line)
    return kept


def is_underline(text: str) -> bool:
    """Whether a line is only equals signs or only hyphens."""
    return text[0] in LEVELS and len(text) >= SHORTEST and not text.strip(text[0])


def may_be_heading(lines: Sequence[Line], index: int) -> bool:
    """Whether a line may be a heading: short, no row of a table, no item, and with a blank line or heading above."""
    text = lines[index].text
    if len(text) > LONGEST_HEADING or text.count(" ") >= MOST_WORDS or text.startswith(NO_HEADING):
        return False
    if "  " in text or is_row(text):
        return False
    alone = index == 0 or lines[index].gap > 0
    return alone or is_clear(text, lines[index + 1].text, only_length=True)


def is_clear(heading: str, underline: str, *, only_length: bool = False) -> bool:
    """Whether a line can only be an underline: of equals signs, or about as long as what it stands below."""
    if abs(len(heading) - len(underline)) <= 1 + NEAR * len(heading):
        return True
    return not only_length and underline[0] == "=" and heading[-1] != FULL_STOP
