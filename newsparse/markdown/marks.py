"""One line of Markdown: what its marks say, and what it is without them."""

from __future__ import annotations

import re
from collections.abc import Collection

from newsparse.markdown import HEADING
from newsparse.markdown.inline import hide, restore, without_emphasis, without_html, without_strong
from newsparse.markdown.links import ATTRIBUTES, FOOTNOTE, without_links
from newsparse.markdown.survey import is_definition
from newsparse.splitting.hints import NOTHING
from newsparse.splitting.signs import without_entities

CLOSED_HEADING = re.compile(r"(?<![ \t])[ \t]+#+$")
ITEM = re.compile(r"([*+-])[ \t]+(?=\S)")
ORDERED = re.compile(r"(\d{1,3}[.)]|\+)[ \t\xa0]+(?=\S)")
"""The mark of an item that is one only next to others."""
TASK = re.compile(r"\[[ xX]\][ \t]+(?=\S)")
FENCES = ("```", "~~~", ":::")
"""How lines open and close a stretch of code or a container."""
LONGEST_FENCE = 100
DEEPEST = 4
"""Marks before a line, one within the other: a heading in a list in a quotation."""


def strip_marks(text: str, marker: str = "", *, listed: bool = False, labels: Collection[str] = ()) -> tuple[str, str]:
    """The mark that says what a line is ("##", ">", "![]", "[]", "**", a list's, or ""), and the line without marks.

    `marker` is the list marker already taken off; `listed` says that the line is an item of an ordered list; `labels`
    are those of targets of links. A line that is nothing but marks comes back as it is, with the mark `NOTHING`.
    """
    if (text[0] == "[" and is_definition(text)) or (text.startswith(FENCES) and len(text) <= LONGEST_FENCE):
        return NOTHING, text
    line = text.rstrip("\\")  # a line that is broken off, which some converters say twice
    hidden = hide(line)
    mark, bare = opening(hidden, marker, listed=listed)
    fixed = mark not in ("", marker)
    found, bare = within(bare, labels)
    bare = (bare if hidden is line else restore(bare)).strip()
    if not bare:
        return NOTHING, text
    # an item that is a link is an item
    return (mark if fixed or (mark and found == "[]") else found or mark), bare


def opening(text: str, marker: str, *, listed: bool) -> tuple[str, str]:
    """The mark before a line, and what follows it; a heading in a list is an item."""
    mark = marker
    if listed and (match := ORDERED.match(text)):
        mark, text = match[1], text[match.end() :]
    for _ in range(DEEPEST):
        if match := HEADING.match(text):
            mark = marker or match[1] or match[2]
            return mark, CLOSED_HEADING.sub("", without_attributes(text[match.end() :]))
        if not text.startswith(">"):
            break
        mark, text = ">", text.lstrip("> ")
        if match := ITEM.match(text):
            mark = marker = match[1]
            text = text[match.end() :]
    if mark and mark != ">" and (match := TASK.match(text)):
        text = text[match.end() :]
    return mark, text


def without_attributes(heading: str) -> str:
    """A heading without the attributes that pandoc writes behind it."""
    heading = heading.rstrip()
    start = heading.find(" {") if heading.endswith("}") else -1
    return heading[:start].rstrip() if start > 0 and ATTRIBUTES.fullmatch(heading, start + 1) else heading


def within(text: str, labels: Collection[str]) -> tuple[str, str]:
    """What the marks within a line say of all of it, and the line without them."""
    mark = ""
    if "[^" in text or "^[" in text:
        text = FOOTNOTE.sub("", text)
    if "[" in text or "](" in text:
        mark, text = without_links(text, labels)
    if "<" in text:
        text = without_html(text)
    if "**" in text or "__" in text or "~~" in text:
        text, whole = without_strong(text)
        mark = mark or ("**" if whole else "")
    if "*" in text or "_" in text:
        text = without_emphasis(text)
    if "&" in text:
        text = without_entities(text)
    return mark, text
