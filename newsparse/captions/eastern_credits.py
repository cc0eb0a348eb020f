"""Photo credits in Chinese, Japanese and Korean: no spaces between words, so what divides them are signs."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsparse.names import is_east_asian_name

if TYPE_CHECKING:
    from newsparse.cues import PageCues

LONGEST = 48
"""Signs of a credit at a line's end, at most."""
FEWEST = 3
"""Signs of the shortest caption before a credit."""
LONGEST_NAME = 20
"""Signs before a word for a picture at a line's end among which the photographer's name stands."""
BEFORE_CREDIT = ("。", ". ", "./", "=", "＝")
"""What ends the caption before a credit; a space does too, before a credit that says what it is."""
ENDS_OF_SENTENCES = "。!?！？"
"""What no credit ends with."""
LONGEST_PERSON = 5
"""Signs of a part of a person's name beside an agency, at most."""
LONGEST_BEFORE_WORD = 14
"""Signs before a word for a picture, on a line that is nothing but a credit: a name, a job, the medium."""
OPEN_MARKS, CLOSE_MARKS = "([（［【<〈", ")]）］】>〉"
SIGNS = ("©", "ⓒ", "(c)")
DIVIDERS = "◎:：/／|｜丨ㅣ・·=＝,，"
EDGES = " .:：/／|｜=＝" + OPEN_MARKS + CLOSE_MARKS
LONGEST_DATED = 120
"""Signs of a day at a line's end with what stands behind it, at most."""
SIZES_OF_AGENCIES = range(2, 6)
ENDS_OF_DAYS = frozenset("日]0123456789abcdefghijklmnopqrstuvwxyz")
"""What a day ends with but for a full stop, or the address behind it."""
MOST_BEHIND_AGENCY = 2
"""Signs behind an agency before a credit in parentheses, at most."""
BETWEEN = re.compile(r"[/／・·=＝,，、|｜ ]+")
SLASHES = "/／"
SPELLED = re.compile(r"[a-z .'-]+")


def eastern_tail(text: str, lower: str, cues: PageCues) -> int:
    """Where the credit at a line's end begins, or 0; a day may stand behind it, and an address."""
    dated = lower[-1] in ENDS_OF_DAYS or lower[-2:-1].isdigit()
    return (before_day(text, lower, cues) if dated else 0) or undated_tail(text, lower, cues)


def before_day(text: str, lower: str, cues: PageCues) -> int:
    """Where the credit begins that a day ends, or 0: one that says so by itself, one that opens with an agency
    ("…。中央社記者林怡君攝 113年7月25日"), or the day and an address by themselves ("2024.07.25. kim@example.com")."""
    match = day_behind().search(lower, max(FEWEST, len(lower) - LONGEST_DATED))
    before = lower[: match.start()].rstrip() if match else ""
    if match is None or len(before) < FEWEST:
        return 0
    if before[-1] in "。.!?":
        return match.end() - len(match[0].lstrip()) if match["dotted"] else 0
    start = max(map(before.rfind, "。）)")) + 1
    signed = before[start:].strip()
    if len(signed) <= LONGEST_NAME and any(is_agency(signed[:size], cues) for size in SIZES_OF_AGENCIES):
        return start
    return undated_tail(text[: len(before)], before, cues)


@cache
def day_behind() -> re.Pattern[str]:
    """A day at a line's end, and who took the picture in brackets or by an address; compiled when first used."""
    return re.compile(
        r"\s?(?:(?P<dotted>(?:19|20)\d\d\.\s?\d{1,2}\.\s?\d{1,2}\.?)|\d{2,4}年\d{1,2}月\d{1,2}日)"
        r"(?:\s?\[[^\[\]]{2,20}\])?(?:\s(?:/\s)?\S{1,40}@\S{1,40})?$"
    )


def undated_tail(text: str, lower: str, cues: PageCues) -> int:
    """Where the credit at a line's end begins ("…＝共同", "…。图/新华社", "… 사진=뉴시스", "…（佐藤健撮影）"), or 0."""
    last = lower[-1]
    if last in CLOSE_MARKS:
        opening = max(map(lower.rfind, OPEN_MARKS))
        if opening >= FEWEST and len(lower) - opening <= LONGEST and is_credit(lower[opening + 1 : -1], cues):
            return with_agency_before(lower, opening, cues)
    if last in ENDS_OF_SENTENCES or last == "…":
        return 0
    first = max(FEWEST, len(lower) - LONGEST)
    places = sorted({place + len(stop) for stop in BEFORE_CREDIT if (place := lower.rfind(stop, first)) >= 0})
    for place in places:
        if is_credit(lower[place:], cues):
            return place
    sign = max([lower.rfind(sign, first) for sign in SIGNS])
    if sign > 0:
        return sign
    space = lower.find(" ", first)
    heads = heads_of_credits(cues)
    while space >= 0:
        head = lower[space + 1]  # most words begin with none of these
        if head in heads and (
            says_so(lower[space + 1 :], cues) or (head in SLASHES and is_credit(lower[space + 2 :], cues))
        ):
            return space + 1
        space = lower.find(" ", space + 1)
    return before_last_word(text, lower, cues)


def with_agency_before(lower: str, place: int, cues: PageCues) -> int:
    """Where the credit in parentheses at `place` begins: at the agency before it, if a sentence ends before that
    ("…。新华社发（王磊摄）")."""
    start = lower.rfind("。", 0, place) + 1
    before = lower[start:place].strip()
    sizes = range(len(before), max(1, len(before) - MOST_BEHIND_AGENCY - 1), -1)
    agency = len(before) <= LONGEST_BEFORE_WORD and any(is_agency(before[:size], cues) for size in sizes)
    return start if start and agency else place


def dated_tail(lower: str) -> int:
    """Where a day or month and a place begin that a caption ends with, behind an equals sign ("…船＝3日、沖ノ瀬島"), or
    in parentheses ("…船（1月、沖ノ瀬島）"); or 0."""
    match = day_and_place().search(lower, max(FEWEST, len(lower) - LONGEST))
    return match.start() if match else 0


@cache
def day_and_place() -> re.Pattern[str]:
    """A day or month and a place at a line's end; compiled when first used, as it takes a millisecond."""
    return re.compile(
        r"[=＝](?=[^。=＝]{0,40}\d[月日])[^。=＝]{2,45}$|[（(][^（()）。]{0,20}\d[月日]、[^（()）。]{2,30}[)）]$"
    )


@cache
def heads_of_credits(cues: PageCues) -> frozenset[str]:
    """The signs that may open a text that is a credit by itself."""
    return frozenset(EDGES).union(text[0] for text in (*SIGNS, *cues.credit.phrases, *cues.marks))


def before_last_word(text: str, lower: str, cues: PageCues) -> int:
    """Where the name begins that stands before a word for a picture at a line's end ("… 佐藤健撮影"), or 0."""
    word = cues.credit.closing(lower)
    before = text[: len(text) - len(word)].rstrip() if word else ""
    if len(before) < LONGEST_NAME:
        return 0
    apart = max(before.rfind(sign, len(before) - LONGEST_NAME) for sign in "。＝=") + 1
    name = before[apart or before.rfind(" ") + 1 :].strip()
    if not name or not is_east_asian_name(name[max(name.rfind(" "), name.rfind("、")) + 1 :]):
        return 0
    return len(before) - len(name)


def says_so(lower: str, cues: PageCues) -> bool:
    """Whether a text is a credit by itself, wherever it stands: a sign, a word for a picture and a colon or the like,
    or a mark of pictures."""
    if lower.startswith(SIGNS):
        return True
    opening = cues.credit.opening(lower)
    rest = lower[len(opening) :].lstrip()
    if opening and len(rest) > 1 and (rest[0] in DIVIDERS or " " in opening or opening[-1] in DIVIDERS):
        return True
    mark = lower.strip(EDGES)
    return len(mark) > 2 and mark in cues.marks


def is_credit(lower: str, cues: PageCues) -> bool:
    """Whether a text that is set apart at a line's end is a credit."""
    lower = lower.strip(EDGES)
    if not lower or len(lower) > LONGEST:
        return False
    if says_so(lower, cues) or lower in cues.marks:
        return True
    closing = cues.credit.closing(lower)
    if closing and not any(map(lower.__contains__, BEFORE_CREDIT)):
        if len(closing) > 1 or is_east_asian_name(lower[: -len(closing)].strip(EDGES).split(" ")[-1]):
            return True
    parts = [part for part in BETWEEN.split(lower) if part]
    agencies = [part for part in (lower, *parts) if is_agency(part, cues)]
    return bool(agencies) and (lower in agencies or all(part in agencies or may_stand_by(part, cues) for part in parts))


def is_agency(part: str, cues: PageCues) -> bool:
    """Whether a part of a credit is an agency, or a mark of pictures."""
    return part in cues.photo_agencies or part in cues.news_agencies or part in cues.marks


def may_stand_by(part: str, cues: PageCues) -> bool:
    """Whether a part of a credit may stand beside an agency: a name, a date, who provided it."""
    return (
        is_east_asian_name(part)
        or SPELLED.fullmatch(part) is not None
        or any(map(str.isdigit, part))
        or bool(cues.credit.closing(part))
    )


def stands_in_credit(lower: str, cues: PageCues) -> bool:
    """Whether all parts of a text may stand in a credit with an agency, and are no longer than a person's name."""
    return all(
        is_agency(part, cues) or (may_stand_by(part, cues) and (len(part) <= LONGEST_PERSON or part.isascii()))
        for part in BETWEEN.split(lower.strip(EDGES))
        if part
    )


def is_credit_alone(lower: str, cues: PageCues) -> bool:
    """Whether a whole line is a credit: it says so by itself, is nothing but agencies, or is a name or an agency before
    a word for a picture, or stands between two such words ("图片由…提供")."""
    lower = lower.strip()
    if not 0 < len(lower) <= LONGEST or lower[-1] in ENDS_OF_SENTENCES or "。" in lower:
        return False
    inner = lower[1:-1] if lower[0] in OPEN_MARKS and lower[-1] in CLOSE_MARKS else lower
    opening = cues.credit.opening(inner)
    if says_so(inner, cues) or (inner != lower and len(opening) > 1 and opening != inner):
        return True
    parts = [part for part in BETWEEN.split(inner) if part]
    if len(parts) > 1 and all(is_agency(part, cues) for part in parts):
        return True
    closing = cues.credit.closing(inner)
    if not closing or closing in cues.marks:
        return False
    before = inner[: -len(closing)].strip(EDGES)
    divided = inner[len(before)] in SLASHES if inner.startswith(before) else False
    name = before.split(" ")[-1]
    whole = len(before) <= LONGEST_BEFORE_WORD and (" " in before or len(closing) == 1 or divided)
    # a single sign before no divider is a word's beginning
    return len(cues.credit.opening(before)) > 1 or is_agency(before, cues) or (whole and is_east_asian_name(name))
