"""What captions say of their pictures: who stands where, that it is of the archive, its place in a gallery."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from newsparse.dates.dated import DIGITS

if TYPE_CHECKING:
    from newsparse.block import Block
    from newsparse.cues import PageCues

LONGEST_CAPTION = 90
"""Words beyond which no block is a caption."""
PARENTHESIS = re.compile(r"\(([^()]{1,40})\)")
CLAIMED_YEAR = re.compile(r"[ \xa0]?(?:19|20)\d\d\b")
"""What stands behind a copyright sign ("(c) 2024"), and behind no place."""
COUNT = re.compile(r"\s?(\d{1,3})\s?(/|[^\W\d_]{1,4})\s?(\d{1,3})(?![\d/]|\.\d)\s?([:.\-–|)]?)\s*")
"""A place in a gallery: "3/12", "3 of 12"; not the beginning of a date."""
EDGES = ".,:;"
AFTER_LABEL = ":：,，،"
CLOSED = "】］])）"
"""What ends a label in brackets, behind which the caption stands."""
MOST_WORDS = 40
"""Words of a line in which the place of somebody between commas tells a caption, at most."""
SHORTEST_PLACE = 3
LONGEST_OPENING = 12
"""Letters of the longest word for a picture that may stand before a place in a gallery."""


def tells_places(block: Block, cues: PageCues) -> bool:
    """Whether a line says who or what is to be seen where: in parentheses, before a colon near its start, or behind
    words that open captions."""
    lower = block.lower
    if cues.picture_openings.opening(lower) and not (cues.spaced and block.ends_with_stop):
        return True  # where words are spaced, a sentence that opens so may as well be the article's
    if "(" in lower and any(
        is_place(match[1].strip(), cues) and not CLAIMED_YEAR.match(lower, match.end())
        for match in PARENTHESIS.finditer(lower)
    ):
        return True
    if "," in lower and block.words <= MOST_WORDS and tells_place_of_name(block, cues):
        return True
    if ":" not in lower:
        return False  # most lines, before any is cut
    before, colon, _ = lower[:120].partition(":")
    return bool(colon) and before.endswith(cues.long_positions)


def tells_place_of_name(block: Block, cues: PageCues) -> bool:
    """Whether a place stands between commas behind a name, or ends the line: "Jane Roe, left, at the harbour"."""
    parts = block.text.split(",")
    for before, part in pairwise(parts):
        place = part.strip(" .").lower()
        if place in cues.positions and len(place) >= SHORTEST_PLACE:
            words = before.split()[-2:]
            if len(words) == 2 and all(word[0].isupper() for word in words):
                return True
    return False


def is_place(inner: str, cues: PageCues) -> bool:
    """Whether all words of a text are words of places in a picture, or short ones between them."""
    if inner in cues.positions:
        return True
    words = [word.strip(EDGES) for word in inner.split()]
    if not words:
        return False  # "( )"
    known = cues.position_words
    if len(words) == 1:
        return len(words[0]) > 1 and f"{words[0]}." in cues.positions
    return (
        len(words) <= 6
        and (words[0] in known or words[0] in cues.language.function_words)
        and sum(word in known for word in words) >= 2
        and all(word in known or len(word) <= 4 for word in words)
    )


def ends_with_mark(block: Block, cues: PageCues) -> bool:
    """Whether a picture's mark in parentheses ends a line: "(file photo)"."""
    if ")" not in block.text[-2:]:
        return False
    return block.lower.rstrip(").").rpartition("(")[2].strip() in cues.marks


def label_around(lower: str, cues: PageCues) -> tuple[int, int]:
    """How many characters of a line belong to a label before a caption ("Image caption: ") and to one behind it."""
    opening = cues.picture_labels.opening(lower)
    before = len(opening)
    if opening and lower[before:].strip():
        rest = lower[before:].lstrip()
        divided = rest[0] in AFTER_LABEL
        whole = opening[-1] in CLOSED or " " in opening  # a single word may be the caption's own
        before = len(lower) - len(rest[1:].lstrip()) if divided else before if whole else 0
    return before, label_behind(lower, cues)


def label_behind(lower: str, cues: PageCues) -> int:
    """How many characters of a line belong to a label behind a caption; a single word may be the caption's own."""
    closing = cues.picture_labels.closing(lower) if lower[-1].isalpha() else ""
    return len(closing) if " " in closing or not cues.spaced else 0


def gallery_count(text: str, cues: PageCues) -> int:
    """Where the text behind a place in a gallery begins ("3/12", "Photo 3 of 12", "3 of 12:"), or 0."""
    start = 0
    digit = DIGITS.search(text, 0, LONGEST_OPENING + 2)
    if digit is None:
        return 0
    if digit.start():
        start = len(cues.credit.opening(text[: LONGEST_OPENING + 2].lower()))
        if not start:
            return 0
    match = COUNT.match(text, start)
    if match is None or int(match[1]) > int(match[3]):
        return 0
    if match[2] != "/":
        # "3 of 12 ferries" is a text's beginning, unless a word for a picture or a mark sets it apart
        apart = start > 0 or match[4] or match.end() == len(text)
        if not apart or match[2].lower() not in cues.language.function_words:
            return 0
    return match.end()
