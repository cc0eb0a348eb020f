"""Times of day as news pages write them behind a day or before it: hours and minutes, half of the day, zone."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from functools import cache
from typing import Any, TypedDict

from newsparse.data import read_data
from newsparse.dates.dated import TOKEN
from newsparse.languages import Language

TIME = re.compile(
    r"(?:(?<![\d:.])|(?<=(?<!\d)20\d\d)|(?<=(?<!\d)19\d\d))(?P<hour>\d{1,2})(?:\s?[:.h]\s?(?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:[.,]\d{1,6})?)?"
    r"|\s?[時时시點点](?![間间간])(?:\s?(?P<sign_minute>\d{1,2}))?)(?!\d)"
)
"""Hours and minutes, perhaps seconds; or hours, perhaps minutes, with the signs of East Asia. Behind a year of four
digits the hour may be glued to it."""
AFTER_TIME = re.compile(
    r"\s?(?P<half>[ap]\.?\s?m\b\.?)?\s?\(?(?P<zone>(?:gmt|utc)[+-]\d{1,2}(?::?\d\d)?|[^\W\d_]{1,5}\b|[+-]\d{2}:?\d{2})?"
)
REACH = 32
"""Characters between a day and the time that belongs to it."""
ZONE_BEHIND = re.compile(r"\d\s?(?:[ap]\.?\s?m\b\.?)?\s?\(?(?P<zone>[^\W\d_]{2,5})\b")
"""An abbreviation behind a time of day."""
MARCH, NOVEMBER, SUNDAY = 3, 11, 6
LONGEST_HALF, REACH_BEHIND = 10, 40
"""Characters before a time, and behind one, among which the word for the half of the day stands: with all of a long
line behind each of its times, a line of nothing else would cost its square."""


class Half(TypedDict):
    """Words for one half of the day."""

    before: tuple[str, ...]
    behind: frozenset[str]


def find_hour(lower: str, start: int, stop: int, language: Language) -> re.Match[str] | None:
    """An hour without minutes behind a day: "9 pm", or beside the language's word for "o'clock" ("14 uhr", "kl. 14").

    Such a word is one of a span too ("2 uur geleden"): nothing but small words may stand before it, and none of a
    span behind it.
    """
    match = hour_alone(language).search(lower, start, stop)
    if match is None or match["half"]:
        return match
    small = [word for key in ("filler", "clock", "weekdays") for word in language.words("dates", key)]
    before, behind = TOKEN.findall(lower[start : match.start()]), TOKEN.search(lower, match.end())
    of_span = behind is not None and behind[0] in language.words("dates", "relative")
    return None if of_span or not set(before).issubset(small) else match


@cache
def hour_alone(language: Language) -> re.Pattern[str]:
    """An hour before a word for the half of the day, or beside a word for "o'clock", which may have minutes behind."""
    of_half = {word for words in halves().values() for word in words["behind"]}
    other = {*of_half, *halves(), *language.words("dates", "reading_time")}
    clock = {word.strip(".") for word in language.words("dates", "clock")} - other if language.spaced else set()
    words = sorted([word for word in clock if word.isalpha()], key=len, reverse=True)
    ahead = "|".join([word for word in words if len(word) > 1]) or "(?!)"
    return re.compile(
        rf"(?<![\d:.])(?P<hour>\d{{1,2}})\s?(?:(?P<half>[ap]\.?m\b)|(?=(?:{'|'.join(sorted(of_half))})\b)"
        rf"|(?:{'|'.join(['h', *words])})\b(?:\s(?P<minute>\d\d)(?!\d|\.\d))?)"
        rf"|\b(?:{ahead})\.?\s?(?P<hour_behind>\d{{1,2}})(?![:.]?\d)"
    )


def with_time(lower: str, match: re.Match[str], day: datetime, language: Language) -> tuple[datetime, int] | None:
    """The day at the time that was matched, in its zone if one follows; None where no clock shows that time."""
    groups = match.groupdict()
    hour, second = int(groups["hour"] or groups["hour_behind"]), int(groups.get("second") or 0)
    minute = int(groups.get("minute") or groups.get("sign_minute") or 0)
    after = AFTER_TIME.match(lower, match.end())
    half = groups.get("half") or (after["half"] if after else None) or half_of_day(lower, match)
    if half and hour <= 12:
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    end = match.end()
    zone = None
    if after is not None:
        end = max(end, after.end("half"))
    try:
        when = day.replace(hour=hour, minute=minute, second=second)
    except ValueError:
        return None
    if after is not None and after["zone"] and not is_word(lower, after, language):
        zone = zone_of(after["zone"], when)
        end = after.end() if zone else end
    return when.replace(tzinfo=zone), end


def is_word(lower: str, after: re.Match[str], language: Language) -> bool:
    """Whether what may be a zone is a small word of the language, set apart from the time: "17:45 et 18:00"."""
    return after["zone"] in language.function_words and lower[after.start("zone") - 1].isspace()


def half_of_day(lower: str, match: re.Match[str]) -> str:
    """ "am" or "pm" where a word right before or behind a time says which half of the day it is in, or ""."""
    before, behind = (
        lower[max(0, match.start() - LONGEST_HALF) : match.start()].rstrip(),
        lower[match.end() : match.end() + REACH_BEHIND].split(" ", 2)[:2],
    )
    for half, words in halves().items():
        if before.endswith(words["before"]) or not words["behind"].isdisjoint(behind):
            return half
    return ""


def zone_of(name: str, when: datetime) -> timezone | None:
    """The zone of an abbreviation or an offset at a time, or None."""
    if name[-1].isdecimal():
        name = name.removeprefix("gmt").removeprefix("utc")
        digits = name[1:].replace(":", "")
        minutes = int(digits[:2]) * 60 + int(digits[2:] or 0)
        if minutes >= 24 * 60:
            return None
        return timezone(timedelta(minutes=minutes if name[0] == "+" else -minutes))
    seasons = zones_of_seasons().get(name)
    minutes_ahead = seasons[is_summer_in_america(when)] if seasons else zones().get(name)
    return None if minutes_ahead is None else timezone(timedelta(minutes=minutes_ahead))


def is_summer_in_america(when: datetime) -> bool:
    """Whether North America has summer time: from the second Sunday of March to the first of November, at two o'clock
    (Energy Policy Act of 2005)."""
    start, end = first_sunday(when.year, MARCH) + timedelta(days=7), first_sunday(when.year, NOVEMBER)
    return start <= when < end


def first_sunday(year: int, month: int) -> datetime:
    """The first Sunday of a month, at two o'clock."""
    first = datetime(year, month, 1, 2)
    return first + timedelta(days=SUNDAY - first.weekday())


def month_first(lower: str, start: int, language: Language) -> bool:
    """Whether the first zone within reach behind a date is of a country that writes the month before the day."""
    known = zones().keys() | zones_of_seasons().keys()
    names = [match["zone"] for match in ZONE_BEHIND.finditer(lower, start, start + REACH)]
    zone = next((name for name in names if name in known and name not in language.function_words), "")
    return zone in month_first_zones()


@cache
def tables() -> dict[str, dict[str, Any]]:
    """The data file `dates.toml`."""
    return read_data("tables/dates.toml")


@cache
def zones() -> dict[str, int]:
    """Abbreviations of time zones, to minutes ahead of UTC."""
    return tables()["zones"]


@cache
def zones_of_seasons() -> dict[str, tuple[int, int]]:
    """Abbreviations of zones that North America has all year, to minutes ahead of UTC in winter and in summer."""
    return {name: (winter, summer) for name, (winter, summer) in tables()["seasons"].items()}


@cache
def month_first_zones() -> frozenset[str]:
    """Zones of countries that write the month before the day."""
    return frozenset(tables()["habits"]["month_first_zones"])


@cache
def halves() -> dict[str, Half]:
    """The words for the halves of the day: "am" and "pm", to those that stand before a time, and behind one."""
    return {
        half: Half(before=tuple(words["before"]), behind=frozenset(words["behind"]))
        for half, words in tables()["halves"].items()
    }
