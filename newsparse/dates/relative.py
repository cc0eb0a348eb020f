"""Times that count from now: "two hours ago", "yesterday, 18:50", "published 22:31"; read only with a reference."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import cache

from newsparse.data import read_data
from newsparse.dates.absolute import FoundDate, time_after
from newsparse.dates.dated import TOKEN
from newsparse.languages import Language

NUMBER = re.compile(r"\d{1,3}(?!\d)")
UNITS = {
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
    "week": timedelta(weeks=1),
}
DAYS = {"today": 0, "yesterday": 1, "before_yesterday": 2}
REACH = 24
"""Characters between "yesterday" and the time of day."""
SPAN = 40
"""Characters before and behind a word such as "ago" among which the span stands: with all of a long line around each, a
line of nothing else would cost its square."""


@cache
def tables() -> dict[str, dict[str, list[str]]]:
    """The data file `relative.toml`."""
    return read_data("tables/relative.toml")


def find_relative(lower: str, language: Language, reference: datetime) -> list[FoundDate]:
    """The times of a lower-case line that count from `reference`, in order; none in a language without a table.

    What counts in hours or less has the time of day, to the minute; days and weeks have the day alone.
    """
    table = tables().get(language.code)
    if table is None:
        return []
    spaced = language.spaced
    found = [*spans_ago(lower, table, reference, spaced=spaced), *days_named(lower, table, reference, language)]
    found += [
        FoundDate(place, place + len(phrase), reference.replace(second=0, microsecond=0))
        for phrase in table["now"]
        if (place := find_phrase(lower, phrase, spaced=spaced)) >= 0
    ]
    return sorted(found, key=lambda date: date.start)


def find_phrase(lower: str, phrase: str, *, spaced: bool, start: int = 0) -> int:
    """Where a phrase stands in a line, from a word boundary to one in scripts with spaces; or -1."""
    place = lower.find(phrase, start)
    while spaced and place >= 0:
        end = place + len(phrase)
        if not (place and lower[place - 1].isalnum()) and not lower[end : end + 1].isalnum():
            return place
        place = lower.find(phrase, place + 1)
    return place


def spans_ago(lower: str, table: dict[str, list[str]], reference: datetime, *, spaced: bool) -> list[FoundDate]:
    """Every number with its unit that has a word such as "ago" before or behind it."""
    found: list[FoundDate] = []
    for word in table["ago"]:
        place = find_phrase(lower, word, spaced=spaced)
        while place >= 0:
            end = place + len(word)
            ahead, behind = lower[max(0, place - SPAN) : place], lower[end : end + SPAN]
            span = span_before(ahead, table, spaced=spaced) or span_behind(behind, table)
            if span is not None:
                found.append(FoundDate(place, end, moment(reference, span)))
            place = find_phrase(lower, word, spaced=spaced, start=end)
    return found


def moment(reference: datetime, span: timedelta) -> datetime:
    """The time that a span before the reference, to the minute; the day alone where the span is one of days."""
    when = before(reference, span).replace(second=0, microsecond=0)
    return when.replace(hour=0, minute=0) if span >= UNITS["day"] else when


def before(reference: datetime, span: timedelta) -> datetime:
    """The time that a span before the reference; in the year 1 at the earliest."""
    earliest = datetime.min.replace(tzinfo=reference.tzinfo)
    return reference - span if reference - earliest >= span else earliest


def span_before(text: str, table: dict[str, list[str]], *, spaced: bool) -> timedelta | None:
    """The span at the end of a text: "… 2 hours"; a unit counts as one where the language says it so."""
    text = text.rstrip(" .\xa0")
    for unit, length in UNITS.items():
        for name in table[unit]:
            if not text.endswith(name):
                continue
            before = text[: len(text) - len(name)]
            if spaced and before[-1:].isalpha():
                continue
            number = last_number(before.rstrip(" \xa0"), table)
            if number is not None:
                return number * length
            if spaced and not table["one"]:
                return length
    return None


def last_number(text: str, table: dict[str, list[str]]) -> int | None:
    """The number at the end of a text, in digits or written out if it is one."""
    digits = re.search(r"\d{1,3}$", text[-4:])
    if digits and digits[0].isdecimal():
        return int(digits[0])
    words = text[-12:].split()
    return 1 if words and words[-1] in table["one"] else None


def span_behind(text: str, table: dict[str, list[str]]) -> timedelta | None:
    """The span at the start of a text: "2 Stunden …"; a unit that means one by itself counts as one."""
    words = text.replace("\xa0", " ").split()
    if not words:
        return None
    digits = NUMBER.match(words[0])
    if digits and digits[0].isdecimal():
        rest = words[0][digits.end() :] or (words[1] if len(words) > 1 else "")
        number = int(digits[0])
    elif words[0] in table["one"] and len(words) > 1:
        number, rest = 1, words[1]
    elif not table["one"]:
        number, rest = 1, words[0]
    else:
        return None
    first = TOKEN.match(rest)
    unit = next((unit for unit in UNITS if first and first[0] in table[unit]), None)
    return None if unit is None else number * UNITS[unit]


def days_named(lower: str, table: dict[str, list[str]], reference: datetime, language: Language) -> list[FoundDate]:
    """Today, yesterday and the day before, each with the time of day that stands behind it."""
    found: list[FoundDate] = []
    for key, days in DAYS.items():
        for phrase in table[key]:
            place = find_phrase(lower, phrase, spaced=language.spaced)
            if place >= 0:
                end = place + len(phrase)
                day = before(reference, timedelta(days=days)).replace(hour=0, minute=0, second=0, microsecond=0)
                timed = time_after(lower, end, min(len(lower), end + REACH), day, language)
                when = timed[0] if timed else day
                found.append(FoundDate(place, timed[1] if timed else end, keep_zone(when, reference)))
    return found


def find_clock(lower: str, reference: datetime, language: Language) -> list[FoundDate]:
    """The first time of day in a line that has no day: the last such time up to `reference`."""
    midnight = reference.replace(hour=0, minute=0, second=0, microsecond=0)
    timed = time_after(lower, 0, len(lower), midnight, language)
    if timed is None:
        return []
    when = keep_zone(timed[0], reference)
    late = when.replace(tzinfo=None) > reference.replace(tzinfo=None) if reference.tzinfo is None else when > reference
    return [FoundDate(0, timed[1], before(when, UNITS["day"]) if late else when)]


def keep_zone(when: datetime, reference: datetime) -> datetime:
    """A time in the zone that it names, or in that of the reference."""
    return when if when.tzinfo is not None else when.replace(tzinfo=reference.tzinfo)
