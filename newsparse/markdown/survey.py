"""Whether a text is Markdown: it has headings, links, pictures or strong text that plain pages do not have."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsparse.markdown import HEADING

LINK = re.compile(r"\[[^\[\]]{0,1000}\]\((?:[^()\s]{0,2000}[\s()]|<|data:)")
STRONG = re.compile(r"\*\*(?=\S)(?:(?!\*\*).){1,2000}(?<=\S)\*\*")
DEFINITION = re.compile(
    r"\[([^\[\]]{1,300})\]:[ \t]{1,9}(?:<[^<>\s]{1,2000}>|(?:https?:|mailto:|www\.|[/.#])\S{0,4000})"
    r"(?:[ \t]{1,9}(?:\"[^\"]{0,500}\"|'[^']{0,500}'|\([^()]{0,500}\)))?$"
)
"""The line that says where a link leads: `[1]: https://example.org/ "Title"`."""
FOOTNOTE = re.compile(r"\[\^[^\[\]\s]{1,60}\]:")
"""How a footnote's line begins."""
LONGEST = 4000
"""Characters of a line that are looked at."""


def survey(lines: Iterable[str]) -> bool:
    """Whether the lines look like Markdown."""
    marks = 0
    for line in lines:
        if line[0] == "#":
            match = HEADING.match(line)
            marks += 0 if match is None else 2 if match[1] else 1  # "##Tolls" may be a word with number signs
        elif "](" in line or "**" in line:
            head = line[:LONGEST]
            marks += 2 if LINK.search(head) or STRONG.search(head) else 0
        elif line[0] == "[" and "]:" in line:
            marks += 2 if is_definition(line) else 0
        if marks > 3:
            return True
    return marks > 1


def is_definition(line: str) -> bool:
    """Whether a line says where links lead, or is a footnote."""
    return bool(DEFINITION.match(line) or FOOTNOTE.match(line))
