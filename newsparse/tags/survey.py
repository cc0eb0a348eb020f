"""Whether a text has tags that hold it: an article about HTML that mentions some, or shows lines of code, does not."""

from __future__ import annotations

import re
from enum import Enum

from newsparse.block import STOPS
from newsparse.tags.elements import BLOCKS, BREAK, UNREAD, WITHIN, Tag, tags_of
from newsparse.tags.escaped import FILLER

FEWEST, HALF = 2, 0.5
"""Tags around blocks at least, and the share of the text that stands next to them."""
FEWEST_WITHIN, SOME = 3, 0.25
"""Lines at least that have links or the like where few tags are around blocks, and their share of the text."""
MENTIONED = 0.5
"""How many tags may only be mentioned for each that stands at its place."""
FENCE = "```"
"""What stands around code in Markdown."""
BLANK_LINES = re.compile(r"\r?\n[ \t\r]*+\n")
AT_END = re.compile(r"[ \t\xa0]*+(?:[\r\n<]|$)")
"""The end of a line, or what the next tag begins with."""
SPACES = " \t\xa0"
LINE_ENDS = "\r\n"
ENDS = STOPS + LINE_ENDS + ">"
"""What a tag at its place has before it: a sentence's end, a line's, or another tag's."""
OPENING, CLOSING = "\"'`(„“‘«[", "\"'`)“”’»],;:.?!-–/"
"""What may stand right before and right behind a tag that is only mentioned, as spaces may."""


class Tags(Enum):
    """What tags a text has."""

    NONE = 0
    WITHIN = 1
    """Links, strong text and the like within its lines."""
    BLOCKS = 2
    """Those of paragraphs, lists, line breaks."""


def survey(text: str) -> Tags:
    """What tags hold a text."""
    if FENCE in text:
        return Tags.NONE
    here = last = placed = mentioned = size = covered = 0
    above = opened = False
    words: list[str] = []
    for tag in tags_of(text):
        words.append(text[here : tag.start])
        here = tag.end
        if tag.name not in BLOCKS and tag.name not in UNREAD:
            continue
        below = tag.name in UNREAD or not is_mentioned(text, tag, last)
        if tag.name in BLOCKS:
            placed += below
            mentioned += not below
        inside = above and below and (opened or tag.closes or tag.name == BREAK)
        every, beside = sizes(FILLER.join(words), above=above, below=below, inside=inside)
        size, covered = size + every, covered + beside
        last, above, opened = tag.end, below, not tag.closes and tag.name in BLOCKS
        words.clear()
    every, beside = sizes(FILLER.join([*words, text[here:]]), above=above, below=False, inside=False)
    size, covered = size + every, covered + beside
    if mentioned > MENTIONED * placed:
        return Tags.NONE
    if placed >= FEWEST and covered >= HALF * size:
        return Tags.BLOCKS
    return Tags.WITHIN if not mentioned and has_pairs(text) else Tags.NONE


def sizes(part: str, *, above: bool, below: bool, inside: bool) -> tuple[int, int]:
    """How many characters stand between two tags, and how many of them right next to one at its place, `above` or
    `below` them: on its line or, within an element (`inside`), without a blank line between."""
    pieces = BLANK_LINES.split(part) if inside else part.splitlines()
    sizes = [len(piece.strip()) for piece in pieces] or [0]
    every = sum(sizes)
    return every, sizes[0] * (above or below) if len(sizes) == 1 else sizes[0] * above + sizes[-1] * below


def is_mentioned(text: str, tag: Tag, here: int) -> bool:
    """Whether words of a sentence are around a tag: before it, from `here` on, and behind it."""
    before = text[here : tag.start]
    if not before or before[-1] not in SPACES + OPENING or tag.end == len(text):
        return False
    if text[tag.end] not in SPACES + CLOSING:
        return False
    before = before.rstrip(SPACES)
    if not before or before[-1] in ENDS:
        return False
    return text[tag.end] not in SPACES or not AT_END.match(text, tag.end)


def has_pairs(text: str) -> bool:
    """Whether enough lines have elements within them that begin and end there."""
    size = formatted = count = 0
    for line in text.splitlines():
        size += len(line)
        if "</" in line and has_pair(line):
            formatted += len(line)
            count += 1
    return count >= FEWEST_WITHIN and formatted >= SOME * size


def has_pair(line: str) -> bool:
    """Whether an element within a line begins and ends there."""
    opened: set[str] = set()
    for tag in tags_of(line):
        if tag.closes and tag.name in opened:
            return True
        if not tag.closes and tag.name in WITHIN:
            opened.add(tag.name)
    return False
