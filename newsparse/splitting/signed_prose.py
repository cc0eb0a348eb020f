"""Paragraphs that somebody signs behind their last sentence: agencies, reporters, editors' codes, a mark of the end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsparse.block import CLOSING_MARKS, STOPS, Block, sign, stops_within
from newsparse.captions.credits import AROUND_CREDIT, agency_parts
from newsparse.dates.dated import DAY, NEARLY_ALL, date_share
from newsparse.names import are_initials, editors, is_name, is_surname_first

if TYPE_CHECKING:
    from newsparse.cues import PageCues

ADDRESS = re.compile(r"(?:^|\s)\S{1,40}@\S{1,40}$")
END = re.compile(
    r"(?<=[^\W_]{2})(?:\s?[\"”’'»)）])?[.!?…。！？][\"”’'»」』)）]?(?:\s|(?<=。)|(?<=[」』])|(?=[(（\[［【〔/<〈©ⓒ]))"
)
"""Where a sentence ends within a text, not behind an initial."""
SENTENCE_ENDS = frozenset(".!?…。！？")
"""One of them is in each."""
LONGEST = 48
"""Characters of what signs a text, at most."""
AROUND_STOP = " " + CLOSING_MARKS + STOPS
BRACKETS = "([（［【〔<〈"
MARKS = " ()[]（）［］【】〔〕<>〈〉/©ⓒ–—-·.。,#◇◆■*=＝"
"""What stands around what signs a text, and alone marks the end."""
CODES = re.compile(r"[^\W\d_]{1,5}(?:[\s/.,+-]{1,3}[^\W\d_]{1,5}){0,3}[/.]?")
BRACKETED = (")", ").", "）", "）。", "]", "】")
NUMBER = re.compile(r"[)）\]】]\d{4,8}$")
"""A number behind the parentheses that end a text, as Taiwan's agency has it."""
DIVIDED = frozenset("/:：")
LONGEST_CODE, LONGEST_WORD, LONGEST_NAME = 4, 12, 24
"""Letters of an editor's code, of a word in brackets, and characters of a reporter's name with the job, at most."""
FEWEST = 8
"""Words from which a text with nothing of prose below it is a paragraph that is signed."""
BELOW = 10
"""Blocks below among which there is no prose where a text ends the article, and words of such prose."""
WORDS_OF_PROSE = 14
FEWEST_OF_SENTENCES, FEWEST_OF_PARAGRAPH, MORE_WITHOUT = 12, 24, 10
"""Words from which one with prose below it is, not a caption with its credit: with several sentences, or one; and how
many more where no brackets are around what signs it."""
MOST_SIGNS = 4
"""Signs of East Asia beside a day, as of hours and minutes, at most."""


def is_day(text: str, cues: PageCues) -> bool:
    """Whether a text opens with a day and has hardly a word else."""
    day = DAY.match(text)
    if day is None or date_share(text.lower(), cues.language)[0] < NEARLY_ALL:
        return False
    # signs without spaces between count as one word
    return cues.spaced or sum(map(str.isalpha, text[day.end() :])) <= MOST_SIGNS


def find_signed(blocks: Sequence[Block], cues: PageCues) -> None:
    """Write into each paragraph that is signed behind its last sentence where the signature begins.

    A caption with its credit looks the same: it is shorter, and there is prose below it.
    """
    for number, block in enumerate(blocks):
        if block.words < FEWEST or (block.final in STOPS and not block.text.endswith(BRACKETED)):
            continue
        place = signature(block.text, cues)
        if not place:
            continue
        below = blocks[number + 1 : number + 1 + BELOW]
        if any(is_text(other, cues) for other in below):
            several = stops_within(block.text[:place].rstrip(AROUND_STOP)) > 0
            more = 0 if block.text[place:].lstrip()[0] in BRACKETS else MORE_WITHOUT
            if block.words < (FEWEST_OF_SENTENCES if several else FEWEST_OF_PARAGRAPH) + more:
                continue
        sign(block, place, next(mark for mark in reversed(block.text[:place]) if mark in STOPS))


def is_text(block: Block, cues: PageCues) -> bool:
    """Whether a block may be prose of the article."""
    return block.words >= WORDS_OF_PROSE and block.final in STOPS and not cues.boilerplate_opening(block)


def signature(text: str, cues: PageCues) -> int:
    """Where behind the last sentence of a text begins what signs it, or 0."""
    first = max(0, len(text) - LONGEST - 2)
    if SENTENCE_ENDS.isdisjoint(text[first:]):
        return 0  # most lines, in a sixth of a search's time
    for match in END.finditer(text, first):
        tail = text[match.end() :].strip()
        if cues.credit.opening(tail.lower().lstrip(MARKS)):
            return 0
        if tail and len(tail) <= LONGEST and is_whole(tail) and signs(tail, cues):
            return match.end()
    return 0


def is_whole(tail: str) -> bool:
    """Whether brackets that close in a text open in it, too."""
    return all(tail.count(closing) <= tail.count(opening) for opening, closing in ("()", "[]", "（）", "【】"))


def signs(tail: str, cues: PageCues) -> bool:
    """Whether the words behind a text's last sentence sign it."""
    apart = tail[0] in BRACKETS
    bare = NUMBER.sub("", ADDRESS.sub("", tail))
    inner = bare.strip(MARKS)
    lower = inner.lower()
    if not inner:
        return "ⓒ" not in tail and "©" not in tail
    if cues.credit.opening(lower) or cues.credit.closing(lower) or (lower in cues.marks and not is_agency(lower, cues)):
        return False
    if are_agencies(lower, cues) or cues.is_desk(lower) or cues.agency_words(lower):
        return True
    first, _, others = inner.partition(" ")
    if others and are_initials([first]) and cues.agency_words(others.lower()):
        return True
    if any(map(lower.startswith, editors())):
        return True
    if cues.is_furniture(lower):
        return False  # "… on Tuesday. [more]"
    if CODES.fullmatch(inner) and (inner.isupper() or inner.islower()) and cues.spaced:
        return apart or len(inner) <= LONGEST_CODE or "/" in tail or are_initials(inner.split())
    if not cues.spaced and len(inner) <= LONGEST_NAME:
        named = any(map(is_surname_first, re.split(r"[、,，・ ]", inner)))
        if cues.job_after(lower) or cues.byline_words(lower) or (apart and named):
            return True
    if not apart or not DIVIDED.isdisjoint(inner):
        return False
    words = inner.split()
    if len(words) == 1:
        return len(inner) <= LONGEST_WORD and lower not in cues.photo_agencies
    return cues.spaced and (is_name(inner) or (words[-2].islower() and is_agency(words[-1].lower(), cues)))


def is_agency(lower: str, cues: PageCues) -> bool:
    """Whether a text is an agency that has news."""
    return lower in cues.news_agencies


def are_agencies(lower: str, cues: PageCues) -> bool:
    """Whether a text is nothing but agencies that have news, and perhaps editors' codes ("dpa/pes", "PAP) kmk/ joz")"""
    parts = [part.strip(AROUND_CREDIT) for part in agency_parts(lower.replace(")", ",").replace("、", ","))]
    parts = [part for part in parts if part]
    agencies = [part for part in parts if is_agency(part, cues) or all(is_agency(one, cues) for one in part.split("-"))]
    return bool(agencies) and all(part in agencies or is_code(part) for part in parts)


def is_code(part: str) -> bool:
    """Whether a part of a sign-off is an editor's code of a few letters."""
    return part.isalpha() and len(part) <= LONGEST_CODE
