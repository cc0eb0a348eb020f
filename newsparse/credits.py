"""Photo credits: at the end of captions, or on lines of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsparse.block import Block

if TYPE_CHECKING:
    from newsparse.cues import PageCues

AGENCY_SPLIT = re.compile(r"(?:(?<!\s)\s+)?[/|,;&+]\s*|\s-\s|\s–\s|\svia\s")
"""White space is tried from its first character only: otherwise a line with a million tabs costs a million squared."""
WORD_BEFORE_COLON = re.compile(r"([^\W\d_][\w.\- ]{1,25}?)\s?[:：]\s?")
PARENTHESES = " ()[]（）［］【】"


def is_agency_list(lower: str, cues: PageCues) -> bool:
    """Whether a text is nothing but names of news agencies."""
    parts = [part for part in AGENCY_SPLIT.split(lower.strip(PARENTHESES + "./")) if part]
    return 0 < len(parts) <= 6 and all(part in cues.news_agencies for part in parts)


def names_photo_agency(lower: str, cues: PageCues) -> bool:
    """Whether one of the parts of a credit is an agency."""
    parts = AGENCY_SPLIT.split(lower.strip(PARENTHESES + "."))
    return len(parts) <= 12 and any(part in cues.photo_agencies for part in parts)


def is_credit_line(block: Block, cues: PageCues) -> bool:
    """Whether a block is nothing but a credit."""
    if block.words > 16 or cues.boilerplate_whole(block):
        return False
    text, lower = block.text, block.lower.strip(PARENTHESES)
    if text[0] in "©📷📸" or lower.startswith(("(c) ", "c) ")):
        return block.words <= 12
    opening = cues.credit.opening(lower)
    if opening:
        rest = lower[len(opening) :].lstrip()
        if rest[:1] in ":：/|" or not rest:
            return block.words <= 14 and not block.ends_with_question
        if block.words <= 7 and not block.ends_with_stop and names_photo_agency(rest, cues):
            return True
    # a sentence before it makes it a caption with its credit
    return block.words <= 9 and not block.ends_with_stop and ". " not in lower and names_photo_agency(lower, cues)


def opens_credit(block: Block, cues: PageCues) -> bool:
    """Whether a block opens with a word for a picture and a colon."""
    opening = cues.credit.opening(block.lower.lstrip(PARENTHESES))
    return bool(opening) and block.lower.lstrip(PARENTHESES)[len(opening) :].lstrip()[:1] in (":", "：", "|")


def credit_tail(block: Block, cues: PageCues) -> int:
    """Where in the block's text the credit at its end begins, or 0.

    A credit begins with a copyright sign, with a word for a picture and a colon, or is an agency's
    name in parentheses, behind a bar or slash, or as the last words.
    """
    text, lower = block.text, block.lower
    first = max(0, len(text) - 120)
    sign = text.rfind("©", first)
    if sign > 0 and len(text) - sign <= 80:
        return sign
    colon = ":" in lower[first:] or "：" in lower[first:]
    for match in WORD_BEFORE_COLON.finditer(lower, first) if colon else ():
        words = match[1].split()
        for size in (1, 2):
            if len(words) >= size and " ".join(words[-size:]).strip("(.") in cues.credit and match.start() > 0:
                return match.start() + match[1].rfind(words[-size])
    if text[-1] in ")]）":
        opening = max(text.rfind("(", first), text.rfind("[", first), text.rfind("（", first))
        if opening > 0:
            inner = lower[opening + 1 : -1]
            if names_photo_agency(inner, cues) or inner.strip() in cues.marks:
                return opening
            word = cues.credit.opening(inner)
            if word and len(inner) > len(word) and len(inner.split()) <= 8:
                return opening
    for bar in (" | ", " / ", " – ", " - "):
        place = text.rfind(bar, first)
        if place > 0 and names_photo_agency(lower[place + len(bar) :], cues):
            return place
    slash = text.rfind("/", first)
    if slash > 0 and lower[slash + 1 :].strip(PARENTHESES + ".") in cues.photo_agencies:
        return max(
            text.rfind(". ", first, slash) + 2, text.rfind("  ", first, slash) + 2, text.rfind(" ", 0, slash) + 1, 1
        )
    return 0
