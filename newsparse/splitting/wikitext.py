"""Text with the marks of wikis: headings between equals signs, links in double brackets, templates in double braces.

The marks are no part of the strings. They are hints for the rules, as marks of Markdown are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsparse.splitting.hints import NOTHING, Hints

if TYPE_CHECKING:
    from newsparse.splitting.lines import Line

HEADING = re.compile(r"(={1,5})([^=](?:[^=]|=(?!=)){0,200}?)\1$")
"""A heading: as many signs behind it as before."""
LINK = re.compile(r"\[\[:?(?:[^\[\]|\n]{0,300}\|)?([^\[\]|\n]{1,300})\]\]")
"""A link to another page, and what is read of it."""
OUTER = re.compile(r"\[(?:https?:)?//[^\s\[\]]{1,1000}[ \t]+([^\[\]\n]{1,500})\]")
"""A link that leads elsewhere, with its text."""
FILE = re.compile(
    r"\[\[[^\W\d_]{2,20}:[^\[\]|\n]{1,200}\.(?:jpe?g|png|gif|svg|tiff?|webp|ogg|ogv|webm)\|", re.IGNORECASE
)
"""How a line opens that is a picture with its caption."""
NAMESPACE = re.compile(r"\[\[[^\W\d_]{2,20}:[^\[\]\n]{1,300}\]\]$")
"""The whole of a line that puts the page into a category, or says where it is in another language."""
NOTE = re.compile(r"<ref(?:\s[^<>]{0,300})?(?:/>|>[^<]{0,2000}</ref>)|<!--(?:(?!-->).){0,300}-->", re.IGNORECASE)
"""A note, or what only authors see."""
TEMPLATE = re.compile(r"\{\{[^{}]{0,2000}\}\}")
VALUE = re.compile(r"\{\{([^{}|]{1,60})\|([^{}|=]{1,200})\}\}$")
"""The whole of a line that is a template with one value, as a date is."""
EMPHASIS = re.compile("'{2,5}")
FEWEST = 2
"""Lines with links that make such a text."""


def may_be_wikitext(text: str) -> bool:
    """Whether a text has what opens a heading, a link or a template: nearly all have none."""
    return ("\n==" in text) or ("[[" in text and "]]" in text)


def read_wikitext(lines: Sequence[Line]) -> Hints | None:
    """The lines of a text without its marks; None if it has none."""
    if sum(is_marked(line.text) for line in lines) < FEWEST:
        return None
    marks: dict[int, str] = {}
    kept: list[Line] = []
    for line in lines:
        mark, text = bare(line.text)
        if mark:
            marks[line.start] = mark
            line = line._replace(gap=max(line.gap, 1))
        kept.append(line._replace(text=text))
    return Hints(kept, marks)


def is_marked(text: str) -> int:
    """How much a line tells: a heading is enough, two links are."""
    if text[0] == "=":
        return FEWEST if text[:2] == "==" and HEADING.match(text) else 0
    return "[[" in text and (LINK.search(text) or FILE.match(text)) is not None


def bare(text: str) -> tuple[str, str]:
    """The mark of a line, and its text without marks; a line that is nothing but marks stays as it is."""
    if text[0] == "=" and (match := HEADING.match(text)):
        said = plain(match[2]) or match[2].strip()
        return ("#" * len(match[1]), said) if said else (NOTHING, text)
    if FILE.match(text):
        caption = plain(text[2:].removesuffix("]]").rpartition("|")[2] if text.count("[[") == 1 else after_bars(text))
        return ("![]", caption) if caption else (NOTHING, text)
    if NAMESPACE.match(text):
        return NOTHING, text
    if match := VALUE.match(text):
        return "", match[2].strip() or text
    said = plain(text)
    return ("", said) if said.strip("*#:;. ") else (NOTHING, text)


def after_bars(text: str) -> str:
    """What stands behind the last bar of a picture's line that is in no link."""
    return LINK.sub(r"\1", text[2:].removesuffix("]]")).rpartition("|")[2]


def plain(text: str) -> str:
    """A line without the marks of links, templates, notes and strong text."""
    if "<" in text:
        text = NOTE.sub("", text)
    if "[[" in text:
        text = LINK.sub(r"\1", text)
    if "://" in text:
        text = OUTER.sub(r"\1", text)
    if "{{" in text:
        text = TEMPLATE.sub("", text)
    if "''" in text:
        text = EMPHASIS.sub("", text)
    return text.strip()
