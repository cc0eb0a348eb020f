"""Links and pictures: their text stays, their targets go."""

from __future__ import annotations

import re
from collections.abc import Collection

TOKEN = re.compile(r"!?\[|\]")
TARGET = re.compile(
    r"\([ \t]{0,9}(?:<[^<>]*+>|(?:[^()\s<]|\((?:[^()\s]|\([^()\s]*+\))*+\))*+)"
    r"(?:[ \t]{1,9}(?:\"[^\"]*+\"|'[^']*+'|\([^()]*+\)))?[ \t]{0,9}\)"
    r"|\((?=https?:|[/#]|data:|mailto:)[^()]*+\)"
)
"""Where a link leads, with parentheses in it as in names of pages, and its title; or an address with spaces in it."""
LABEL = re.compile(r"\[([^\[\]]{0,300})\]")
ATTRIBUTES = re.compile(r"\{(?=[#.][^\s{}]|[^\s={}\"]{1,60}=)(?:[^{}\"]{1,300}+|\"(?:[^\"\\]|\\.){0,2000}+\"){0,40}+\}")
"""What pandoc writes behind a link, picture, heading or other stretch of text: `{#id .class width="100"}`."""
FOOTNOTE = re.compile(r"\[\^[^\[\]\s]{1,60}\]|\^\[\d{1,3}\]\^")
"""The sign of a footnote, also one that was a link's text: "[^1]", "^[1]^"."""
ADDRESSES = ("(http", "(<http", "(/", "(#", "(mailto:")
"""How a target begins where only this tells that it is one."""
FEW = 4
"""Pieces of a link's text that are looked at: a label or the sign of an anchor is one."""


def without_links(text: str, labels: Collection[str] = ()) -> tuple[str, str]:
    """The mark of a line of links, and the line without their targets; `labels` are those of targets given elsewhere.

    The mark is "![]" if the line is only pictures, "[]" if it is only a link, or "". A picture's text goes where it
    stands within a line of text. Brackets of a link that began on another line, or ends on one, go too.
    """
    pieces: list[str] = []
    opened: list[int] = []
    pictures: list[tuple[int, int]] = []
    whole = 0
    here, end_of_text = 0, len(text.rstrip())
    for token in TOKEN.finditer(text):
        if token.start() < here:
            continue  # within a target
        pieces.append(text[here : token.start()])
        here = token.end()
        if token[0] != "]":
            opened.append(len(pieces))
            pieces.append(token[0])
            continue
        start = opened.pop() if opened else -1
        end = target_end(text, here, pieces[start + 1 : start + FEW] if start >= 0 else [], labels)
        if not end or (start < 0 and not (end >= end_of_text and text.startswith(ADDRESSES, here))):
            pieces.append("]")
            continue
        if start >= 0:
            if pieces[start] == "![":
                while pictures and pictures[-1][0] > start:
                    pictures.pop()
                pictures.append((start, len(pieces)))
            elif text.startswith("(#", here) and is_anchor(pieces, start):
                pieces[start + 1 :] = []
            whole = start if end >= end_of_text and not text.startswith("{", here) else 0
            pieces[start] = ""
        here = end
    pieces.append(text[here:])
    if opened and not "".join(pieces[: opened[0]]).strip():
        pieces[opened[0]] = ""
    if pictures:
        around = without(pieces, pictures)
        if not around.strip():
            return "![]", "".join(pieces)
        long = [(start, end) for start, end in pictures if is_long(pieces, start, end)]
        if any(map(str.isalnum, around)):
            return "", without(pieces, long).strip()
    only = whole > 0 and not "".join(pieces[:whole]).strip()
    return "[]" if only else "", "".join(pieces)


def target_end(text: str, place: int, inner: list[str], labels: Collection[str]) -> int:
    """Where the target behind a closing bracket ends, with its attributes; 0 if there is none."""
    end = 0
    if text.startswith("(", place):
        match = TARGET.match(text, place)
        end = match.end() if match else 0
    elif labels:
        match = LABEL.match(text, place)
        label = match[1] if match else ""
        if (label or "".join(inner)).lower() in labels:
            end = match.end() if match else place
    after = end or place
    if text.startswith("{", after) and (match := ATTRIBUTES.match(text, after)):
        end = match.end()
    return end


def is_anchor(pieces: list[str], start: int) -> bool:
    """Whether a link within the page is a mere sign, as stands behind headings: "#", "¶"."""
    return len(pieces) - start < FEW and not any(map(str.isalnum, "".join(pieces[start + 1 :])))


def is_long(pieces: list[str], start: int, end: int) -> bool:
    """Whether a picture's text has words: else it may be a letter or a sign of the line's own."""
    return sum(map(str.isalnum, "".join(pieces[start:end]))) > 1


def without(pieces: list[str], ranges: list[tuple[int, int]]) -> str:
    """The pieces outside the ranges, together."""
    kept: list[str] = []
    here = 0
    for start, end in ranges:
        kept += pieces[here:start]
        here = end
    return "".join([*kept, *pieces[here:]])
