"""Markdown as extractors write it: its marks are hints for the rules, and no part of the strings.

`survey` tells whether a text is Markdown, `reading` finds what takes more than one line to tell, `marks` strips a line.
Most pages have no marks: only `may_be_marked`, which is cheap, is asked of them, and the rest is not even loaded.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsparse.markdown.reading import Reading
    from newsparse.splitting.lines import Line

HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)|(#{2,6})(?=[^\W\d_])")
"""A heading's mark; without a space behind it, two signs at least: one alone may open a word with a number sign."""
HEAD, FIRST_KEY = 1000, 40
"""Characters within which head matter names the page's address, and its first key ends."""


def may_be_marked(text: str) -> bool:
    """Whether a text has any of the characters that `read` looks for: most have none."""
    # a single character is found several times as fast as two
    return (
        "#" in text
        or ("[" in text and ("](" in text or "]: " in text))
        or ("*" in text and "**" in text)
        or ("=" in text and "===" in text)
        or "---" in text
        or ("://" in text[:HEAD] and ":" in text[:FIRST_KEY])
    )


def read(lines: Sequence[Line]) -> Reading | None:
    """What the lines of a text say together if it is Markdown; None if it is not."""
    from newsparse.markdown.reading import read as read_lines

    return read_lines(lines)


def is_heading(line: str) -> bool:
    """Whether a line has a heading's mark."""
    return line[0] == "#" and HEADING.match(line) is not None
