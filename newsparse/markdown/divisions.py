"""Markdown with pandoc's divisions, as `pandoc -t markdown` writes a page: each paragraph becomes one line.

There every line goes on with the one above it, unless a blank line, a fence (":::"), a mark or a backslash parts them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsparse.markdown import is_heading
from newsparse.splitting.lines import is_item

if TYPE_CHECKING:
    from newsparse.splitting.lines import Line

FENCE = ":::"
OPENING = re.compile(r":{3,}+[ \t](?:\{|[\w-]{1,80}$)")
"""How a division begins: with its attributes or its only class."""
MOST_LINES = 30
"""Lines that the attributes of a division, or one tag, take at most."""
TAG = re.compile(r"</?[A-Za-z][^<>]*$")
"""A tag that does not end on its line."""
HYPHENS = re.compile(r"(?<![\\-])---?(?!-)")
"""What stands for a dash, unless it is escaped."""
ROW = ("|", "+-", "+=")
"""How rows of tables begin."""
RULE_SIGNS = "-=:+| "


def has_divisions(lines: Sequence[Line]) -> bool:
    """Whether the lines of a text have such fences."""
    fences = [line.text for line in lines if line.text.startswith(FENCE)]
    return any(not text.strip(":") for text in fences) and any(OPENING.match(text) for text in fences)


def joined(lines: Sequence[Line]) -> list[Line]:
    """The lines of each paragraph in one, and those of each fence and tag; a blank line is around each fence."""
    kept: list[Line] = []
    run: list[Line] = []
    left = ""
    for line in lines:
        if run and not line.gap and (len(run) < MOST_LINES if left else goes_on(line, run)):
            run.append(unquoted(line))
        else:
            apart = is_fence(line) or (run and is_fence(run[0]))
            if run:
                kept.append(whole(run))
            run = [line._replace(gap=max(line.gap, 1)) if apart else line]
            left = ""
        left = still_open(line.text, left, run[0])
    return [*kept, whole(run)] if run else kept


def is_fence(line: Line) -> bool:
    """Whether a line opens or closes a division, be it in a quotation."""
    return unquoted(line).text.startswith(FENCE)


def unquoted(line: Line) -> Line:
    """A line without the mark of a quotation."""
    return line._replace(text=line.text.lstrip("> ") or line.text) if line.text[0] == ">" else line


def goes_on(line: Line, run: Sequence[Line]) -> bool:
    """Whether a line goes on with those above it, of which all is closed."""
    first, last = run[0], run[-1].text[-1]
    if last in "\\>" or line.text[0] == "<" or any(stands_alone(one) for one in (line, first)):
        return False
    if is_item(line) and is_item(first):
        return False  # within a paragraph, what looks like an item is text
    return line.text[0] != ">" or first.text[0] == ">"


def stands_alone(line: Line) -> bool:
    """Whether a line is a fence, a heading, a row of a table or a rule."""
    text = line.text
    return is_heading(text) or text.startswith(ROW) or not text.strip(RULE_SIGNS) or is_fence(line)


def still_open(text: str, left: str, first: Line) -> str:
    """What closes the attributes or the tag open at a line's end, or ""; with what is `left` open above it."""
    if left:
        return "" if left in text else left
    if is_fence(first):
        return "}" if text.rfind("{") > text.rfind("}") else ""
    return ">" if TAG.search(text, max(text.rfind("<"), 0)) else ""


def whole(run: Sequence[Line]) -> Line:
    """One line of those of a paragraph, with the dashes that hyphens stand for; of a fence nothing but its mark."""
    first = run[0]
    if is_fence(first):
        return first._replace(end=run[-1].end, text=FENCE)
    text = " ".join([line.text for line in run])
    if "--" in text and text.strip(RULE_SIGNS):
        text = HYPHENS.sub(lambda found: "—" if len(found[0]) > 2 else "–", text)
    return first._replace(end=run[-1].end, text=text)
