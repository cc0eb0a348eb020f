"""Markdown as extractors write it: its marks are hints for the rules, and no part of the strings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")
CLOSED_HEADING = re.compile(r"(?<![ \t])[ \t]+#+$")
IMAGE = re.compile(r"!\[([^\[\]]{0,1000})\]\([^()\s]{0,2000}(?:\s\"[^\"]{0,500}\")?\)")
LINK = re.compile(r"\[([^\[\]]{1,1000})\]\([^()\s]{0,2000}(?:\s\"[^\"]{0,500}\")?\)")
EMPHASIS = re.compile(
    r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,1000})(?<=[^\s*])\*(?![\w*])|(?<![\w_])_(?=[^\s_])([^_\n]{1,1000})(?<=[^\s_])_(?![\w_])"
)
ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")
"""Quantifiers are bounded, and spaces are tried from the first one only, so that a line of openings without their
closings costs linear time."""


@cache
def strong() -> re.Pattern[str]:
    """Text between two stars or underscores; compiled when first met, which takes 8 ms."""
    return re.compile(r"(\*\*|__)(?=\S)((?:(?!\1).){1,2000})(?<=\S)\1")


def may_be_marked(text: str) -> bool:
    """Whether a text has any of the characters that `survey` looks for: most have none."""
    # a single character is found several times as fast as two
    return "#" in text or ("[" in text and "](" in text) or ("*" in text and "**" in text)


def survey(lines: Iterable[str]) -> bool:
    """Whether the lines look like Markdown: headings, links or strong text that plain pages do not have."""
    marks = 0
    for line in lines:
        if line[0] == "#":
            marks += 2 if HEADING.match(line) else 0
        elif "](" in line or "**" in line:
            marks += 2 if LINK.search(line[:4000]) or strong().search(line[:4000]) else 0
        if marks > 3:
            return True
    return marks > 1


def strip_marks(text: str) -> tuple[str, str]:
    """The mark that says what a line is ("##", ">", "![]", "**" or ""), and the line without marks."""
    mark = ""
    if heading := HEADING.match(text):
        mark, text = heading[1], CLOSED_HEADING.sub("", text[heading.end() :])
    elif text.startswith(">"):
        mark, text = ">", text.lstrip("> ") or text
    plain = text
    if "](" in text:
        images = IMAGE.sub(r"\1", text)
        if images != text and not IMAGE.sub("", text).strip():
            mark = "![]"
        text = LINK.sub(r"\1", images)
        if not mark and plain != text and LINK.fullmatch(plain.strip()):
            mark = "[]"
    if "**" in text or "__" in text:
        whole = strong().fullmatch(text.strip())
        mark = mark or ("**" if whole else "")
        text = strong().sub(r"\2", text)
    if "*" in text or "_" in text:
        text = EMPHASIS.sub(lambda match: match[1] or match[2], text)
    if "\\" in text:
        text = ESCAPE.sub(r"\1", text)
    return mark, text
