"""Datelines in Chinese, Japanese and Korean: brackets, an equals sign or the day tell the place from the agency."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsparse.data import read_data
from newsparse.names import is_east_asian_name, long_surnames

if TYPE_CHECKING:
    from newsparse.cues import PageCues

OPENINGS = tuple("(（【[［〔")
EQUALS = re.compile("[=＝]")
DAY = re.compile(r"(?:\d{1,2}月)?\d{1,2}日")
REACH = 40
"""Signs in which the day stands, in a Chinese dateline."""
LONGEST_AGENCY, LONGEST_PLACE = 8, 12
FEWEST = 2
"""Signs of the shortest name of a place."""
GIVEN = 2
"""Signs of a given name behind a surname."""
BETWEEN_AGENCIES = re.compile("[ ·/=＝]")
BETWEEN_NAMES = re.compile("[、，,]")

Parts = tuple[str, str | None, tuple[str, ...]]
"""A dateline's text, place and agencies."""


@cache
def wired() -> tuple[str, ...]:
    """The signs that end an agency's dateline, behind the day."""
    return tuple(read_data("tables/agencies.toml")["wired"])


def eastern_dateline(text: str, cues: PageCues) -> Parts | None:
    """The dateline that opens a paragraph of East Asia, or None."""
    match = bracketed().match(text) if text.startswith(OPENINGS) else None
    if match is None:
        end = wired_end(text)
        found = by_day(text[:end], cues) if end else None
        return (text[:end], *found) if found else None
    inner = match[1].strip()
    found = by_equals(inner, cues) or by_day(inner, cues) or by_spaces(inner, cues) or glued(inner, cues)
    return (match[0], *found) if found else None


@cache
def bracketed() -> re.Pattern[str]:
    """Brackets at a paragraph's start, and the rest to an equals sign or dash: "(서울=뉴스1) 김서연 기자 = "; compiled
    when first used, as it takes a millisecond."""
    return re.compile(
        r"[(（【\[［〔]([^()（）【】\[\]［］〔〕]{2,40})[)）】\]］〕](?:\s?[^=＝。.()（）]{2,30}[=＝]|\s?-)?\s?"
    )


def opens_with_reporter(text: str, cues: PageCues) -> bool:
    """Whether brackets that say who reported open a paragraph: "〔記者王大明／台北報導〕"."""
    match = bracketed().match(text) if text.startswith(OPENINGS) else None
    return match is not None and any(map(match[1].__contains__, cues.jobs_behind))


def wired_end(text: str) -> int:
    """Where the sign stops that ends a dateline without brackets: "新华社北京3月12日电", or 0."""
    day = DAY.search(text[:REACH])
    return day.end() + 1 if day and text.startswith(wired(), day.end()) else 0


def by_equals(inner: str, cues: PageCues) -> tuple[str | None, tuple[str, ...]] | None:
    """Place and agency with an equals sign between ("서울=연합뉴스"), or the author's name or medium instead."""
    place, *rest = (part.strip() for part in EQUALS.split(inner, maxsplit=1))
    if not rest or not is_place(place, cues):
        return None
    agencies = [part for part in BETWEEN_AGENCIES.split(rest[0]) if cues.is_agency(part)]
    if agencies or cues.is_agency(rest[0]):
        return place, tuple(agencies or rest)
    return (place, ()) if is_east_asian_name(rest[0]) or cues.job_after(rest[0].lower()) else None


def by_day(inner: str, cues: PageCues) -> tuple[str | None, tuple[str, ...]] | None:
    """Agency, perhaps its reporters, place and day: "中央社記者林怡君台北12日電"."""
    day = DAY.search(inner)
    size = next((size for size in range(LONGEST_AGENCY, 1, -1) if cues.is_agency(inner[:size])), 0)
    if day is None or not size or day.start() < size or not inner.endswith(wired()):
        return None
    place = inner[size : day.start()].strip()
    opening = cues.byline_words(place.lower())
    if opening:
        place = behind_name(BETWEEN_NAMES.split(place[len(opening) :])[-1].strip())
    return place if is_place(place, cues) else None, (inner[:size],)


def before_place(text: str) -> str:
    """The Chinese name that a place stands behind: a surname, mostly of one sign, and a given name of two."""
    surname = 2 if text[:2] in long_surnames() else 1
    return text[: surname + GIVEN].strip()


def behind_name(text: str) -> str:
    """What stands behind a Chinese name."""
    return text[len(before_place(text)) :].strip()


def without_agency(text: str, cues: PageCues) -> str:
    """A text without the agency it opens with."""
    size = next((size for size in range(LONGEST_AGENCY, 1, -1) if cues.is_agency(text[:size])), 0)
    return text[size:]


def by_spaces(inner: str, cues: PageCues) -> tuple[str | None, tuple[str, ...]] | None:
    """Place, day and agency with spaces between: "ロンドン 12日 ロイター"."""
    first, *rest = inner.split() or [""]
    if not rest or not cues.is_agency(rest[-1]) or not all(DAY.fullmatch(part) for part in rest[:-1]):
        return None
    if DAY.fullmatch(first):
        return None, (rest[-1],)
    return (first, (rest[-1],)) if is_place(first, cues) else None


def glued(inner: str, cues: PageCues) -> tuple[str | None, tuple[str, ...]] | None:
    """Place and agency without anything between ("ロンドン共同"), or an agency alone."""
    start = next((start for start in range(len(inner) - 1) if cues.is_agency(inner[start:])), -1)
    if start <= 0:
        return None if start else (None, (inner,))
    return (inner[:start], (inner[start:],)) if is_place(inner[:start], cues) else None


def is_place(text: str, cues: PageCues) -> bool:
    """Whether a text may be a place: a few signs, none of them a digit, and no word for a picture or a job."""
    lower = text.lower()
    return (
        FEWEST <= len(text) <= LONGEST_PLACE
        and text.replace(" ", "").replace("・", "").isalpha()
        and not cues.credit.opening(lower)
        and not cues.credit.closing(lower)
        and lower not in cues.marks
        and lower not in cues.kicker_labels
        and not cues.job_after(lower)
        and not cues.is_agency(text)
    )
