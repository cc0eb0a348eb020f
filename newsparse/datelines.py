"""Datelines: the place, and perhaps date and agency, that open the first paragraph of an agency's report."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsparse.names import small_in_places

if TYPE_CHECKING:
    from newsparse.cues import PageCues

PLACE = (
    r"[^\W\d_](?:[^.!?:;\n–—(]|(?<=\b[^\W\d_])\.|(?<=\b[^\W\d_]{2})\.|(?<=\b[^\W\d_]{3})\.|(?<=\b[^\W\d_]{4})\.){1,40}?"
)
"""A place may have an abbreviation: "ST. LOUIS", "JACKSON, Miss."; a full stop behind a longer word ends a sentence."""
AFTER_PLACE = re.compile(r"[(–—,/]|\s--?\s|(?<=[^\W\d_]{5})\.\s")
MOST_WORDS = 5
REACH = 48
"""Characters within which what ends a dateline's place begins."""


def find_dateline(text: str, cues: PageCues) -> str:
    """The dateline that opens a paragraph, with its dash or parentheses, or ""."""
    head = text[:REACH]
    if "(" not in head and "–" not in head and "—" not in head and " -" not in head:
        return ""  # most paragraphs: nothing that a place would stand before
    match = dateline().match(text)
    return match[0] if match and names_place(match, cues) else ""


@cache
def dateline() -> re.Pattern[str]:
    """A place, and what ends it; compiled when first used, as it takes 3 ms."""
    return re.compile(
        rf"(?P<place>{PLACE})(?:\s?\((?P<inner>[^()]{{1,40}})\)\s?(?P<dash>[-–—.:/]\s?)?"
        r"|\s?[–—]\s|\s--?\s|\.\s?[–—]\s)(?=\S)"
    )


def names_place(match: re.Match[str], cues: PageCues) -> bool:
    """Whether what stands before a dash or parenthesis may be a place: few words, all but particles in capitals.

    Parentheses alone open no dateline, unless an agency stands in them.
    """
    words = match["place"].partition(",")[0].split()
    if len(words) > MOST_WORDS or words[0].lower() in cues.language.function_words:
        return False
    if any(word[0].islower() and word not in small_in_places() for word in words):
        return False
    inner = match["inner"]
    if inner is None or any(cues.is_agency(part.strip()) for part in re.split("[/,]", inner)):
        return True
    return match["dash"] is not None and match["dash"][0] in "-–—" and len(inner.split()) < 3


def place_of(dateline: str) -> str | None:
    """The place alone, of a dateline."""
    return AFTER_PLACE.split(dateline, maxsplit=1)[0].strip(" .-") or None
