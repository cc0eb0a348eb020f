"""Dates and times as news pages write them: in digits, or with the month's name in the page's language.

Nothing is guessed: a date has a day, a month and a year, all three said in the text. Where digits alone
do not tell the day from the month, the language's habit decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta, timezone
from functools import cache, lru_cache
from typing import TypedDict

import attrs

from newsparse.data import read_data
from newsparse.dated import DIGITS, TOKEN
from newsparse.languages import LANGUAGES, Language

FULL_DAY = re.compile(
    r"(?<!\d)(?:(?P<iso>(?:19|20)\d\d)(?P<mark>[./\-‑–])\s?(?P<iso_month>\d{1,2})(?P=mark)\s?"
    r"(?P<iso_day>\d\d(?=\d\d:\d\d)|\d{1,2}(?!\d))"
    r"|(?P<first>\d{1,2})(?P<sign>[./\-‑–])\s?(?P<second>\d{1,2})(?P=sign)\s?"
    r"(?P<year>\d{4}(?=\d{1,2}:\d\d)|(?:\d{4}|\d{2})(?!\d))"
    r"|(?P<cjk>\d{4})\s?[年년]\s?(?P<cjk_month>\d{1,2})\s?[月월]\s?(?P<cjk_day>\d{1,2})\s?[日일](?!\d(?!\d?[:時时시點点])))"
)
"""A day in digits with its year, in the order year first, year last, or with the signs of East Asia."""
TIME = re.compile(
    r"(?:(?<![\d:.])|(?<=(?<!\d)20\d\d)|(?<=(?<!\d)19\d\d))(?P<hour>\d{1,2})(?:\s?[:.h]\s?(?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:[.,]\d{1,6})?)?"
    r"|\s?[時时시點点](?![間间간])(?:\s?(?P<sign_minute>\d{1,2}))?)(?!\d)"
)
"""Hours and minutes, perhaps seconds; or hours, perhaps minutes, with the signs of East Asia. Behind a year of four
digits the hour may be glued to it."""
AFTER_TIME = re.compile(
    r"\s?(?P<half>[ap]\.?\s?m\b\.?)?\s?\(?(?P<zone>(?:gmt|utc)[+-]\d{1,2}(?::?\d\d)?|[^\W\d_]{1,5}\b|[+-]\d{2}:?\d{2})?"
)
LONGEST_HALF = 10
"""Characters before a time among which the word for the half of the day stands."""
REACH = 32
"""Characters between a day and the time that belongs to it."""
GLUED = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=\d{1,2}\.?\s?([^\W\d_]+))")
"""A year to whose last digit the next date's day is glued, as pages have that of a change: "1 May 20242 May 2024"."""
EARLIEST, THIS_CENTURY, LATEST = 1900, 2000, 2100
"""Years outside are not read: what looks like one is a number."""


@attrs.frozen
class FoundDate:
    """A date in a line: where it stands (code points of the line), when it is, and whether it says the time of day."""

    start: int
    end: int
    when: datetime


class Half(TypedDict):
    """Words for one half of the day."""

    before: tuple[str, ...]
    behind: frozenset[str]


def find_dates(lower: str, language: Language, months: Mapping[str, int] | None = None) -> list[FoundDate]:
    """Every date in a lower-case line, in order, each with the time of day and zone that stand next to it.

    `months` takes the place of the language's own names of months.
    """
    if DIGITS.search(lower) is None:
        return []
    days = sorted([*days_in_digits(lower, language), *days_in_words(lower, language, months or language.months)])
    found: list[FoundDate] = []
    previous_end = 0
    ahead = times_stand_ahead(lower, days)
    for number, (start, end, year, month, day) in enumerate(days):
        if start < previous_end:
            continue
        following = days[number + 1][0] if number + 1 < len(days) else len(lower)
        try:
            when = datetime(year, month, day)
        except ValueError:
            continue
        timed = None if ahead else time_after(lower, end, min(following, end + REACH), when, language)
        if timed is None and (ahead or not found):
            timed = time_before(lower, start, when, previous_end)
        if timed is not None:
            when, time_end = timed
            end = max(end, time_end)
        found.append(FoundDate(start, end, when))
        previous_end = end
    return found


def apart(lower: str) -> str:
    """A line with a space between a year and the day of the next date, where pages have none."""
    return GLUED.sub(lambda match: f"{match[1]} " if match[2] in months_of_systems() else match[1], lower)


def days_in_digits(lower: str, language: Language) -> Iterator[tuple[int, int, int, int, int]]:
    """Start, end, year, month and day of each day written in digits."""
    for match in FULL_DAY.finditer(lower):
        if match["iso"]:
            year, month, day = int(match["iso"]), int(match["iso_month"]), int(match["iso_day"])
        elif match["cjk"]:
            year, month, day = int(match["cjk"]), int(match["cjk_month"]), int(match["cjk_day"])
        else:
            american = match["sign"] == "/" and zone_near(lower, match.end()) in month_first_zones()
            year_first = len(match["year"]) == 2 and language.code in year_first_languages()
            digits = f"{match['first']}/{match['second']}/{match['year']}"
            day_first = language.day_first and not american and not year_first
            year, month, day = read_digits(digits, day_first=day_first, year_first=year_first)
            if language.era and len(match["year"]) == 2:
                year = (THIS_CENTURY + language.era) // 100 * 100 + int(match["year"])
        year = in_common_era(year, language)
        if EARLIEST <= year <= LATEST and 1 <= month <= 12:
            yield match.start(), match.end(), year, month, day


def in_common_era(year: int, language: Language) -> int:
    """A year of the language's own era as one of the common era, which its pages have too: 2567 in Thai is 2024."""
    return year - language.era if year > LATEST else year


@lru_cache(maxsize=4096)  # dateutil takes a tenth of a millisecond, and a corpus has few days
def read_digits(digits: str, *, day_first: bool, year_first: bool) -> tuple[int, int, int]:
    """Year, month and day of "3/4/2024", or zeros if it is no day."""
    from dateutil import parser as dateutil_parser  # here, so that `import newsparse` does not wait for it

    try:
        read = dateutil_parser.parse(digits, dayfirst=day_first, yearfirst=year_first)
    except (ValueError, OverflowError):
        return 0, 0, 0
    return read.year, read.month, read.day


def days_in_words(
    lower: str, language: Language, months: Mapping[str, int]
) -> Iterator[tuple[int, int, int, int, int]]:
    """Start, end, year, month and day of each day with its month's name, in either order of day and month."""
    for name, stand_in in language.months_of_parts:
        if name in lower:
            lower = lower.replace(name, stand_in)
            months = {**months, stand_in: language.months[name]}
    if months.keys().isdisjoint(TOKEN.findall(lower)):
        return  # a line of millions of characters took 40 bytes for each with its words' places, and takes 15 without
    tokens = list(TOKEN.finditer(lower))
    weekdays = language.words("dates", "weekdays")
    latest = LATEST + language.era
    for place, token in enumerate(tokens):
        month = months.get(token[0])
        if month is None:
            continue
        day = neighbour_number(tokens, place, -1, language, highest=31)
        year = neighbour_number(tokens, place, 1, language, lowest=EARLIEST, highest=latest)
        if day is not None and year is None:  # "2024. gada 14. martā"
            place_of_day = tokens.index(day, max(0, place - 3))
            year = neighbour_number(tokens, place_of_day, -1, language, lowest=EARLIEST, highest=latest)
        if token[0] in weekdays and (day is None or year is None):
            continue  # in Spanish and Italian, "mar" is Tuesday as well as March
        if day is None or year is None:
            day = neighbour_number(tokens, place, 1, language, highest=31)
            year = neighbour_number(tokens, place, -1, language, lowest=EARLIEST, highest=latest)  # "2024. május 3."
            if day is not None and (year is None or not is_right_before(year, token)):
                behind = neighbour_number(
                    tokens, tokens.index(day, place), 1, language, lowest=EARLIEST, highest=latest
                )
                year = behind or year
        if day is None or year is None:
            continue
        parts = (token, day, year)
        yield (
            min(part.start() for part in parts),
            max(part.end() for part in parts),
            in_common_era(int(year[0]), language),
            month,
            int(day[0]),
        )


def is_right_before(year: re.Match[str], month: re.Match[str]) -> bool:
    """Whether hardly more than a full stop and a space stands between a year and the month behind it."""
    return month.start() - year.end() <= 2


def neighbour_number(
    tokens: list[re.Match[str]], place: int, step: int, language: Language, *, lowest: int = 1, highest: int
) -> re.Match[str] | None:
    """The next number before or after a token, with at most two small words of dates between; None if out of range."""
    for distance in (1, 2, 3):
        index = place + step * distance
        if not 0 <= index < len(tokens):
            return None
        token = tokens[index]
        if token[0].isdigit():
            return token if len(token[0]) <= 4 and token[0].isdecimal() and lowest <= int(token[0]) <= highest else None
        glued = index > 0 and tokens[index - 1].end() == token.start() and len(token[0]) <= 3
        if not (glued or len(token[0]) <= 2 or token[0] in language.date_words):
            return None
    return None


def time_after(lower: str, start: int, stop: int, day: datetime, language: Language) -> tuple[datetime, int] | None:
    """The day with the time of day that stands behind it, and where that ends."""
    match = TIME.search(lower, start, min(len(lower), stop + 6))
    if match is None or match.start() >= stop:
        match = find_hour(lower, start, stop, language)
    return with_time(lower, match, day) if match else None


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


def times_stand_ahead(lower: str, days: list[tuple[int, int, int, int, int]]) -> bool:
    """Whether every day has its time of day before it: "21:07, 2 June 2023 | Updated: 08:44, 3 June 2023"."""
    previous = 0
    for start, end, *_ in days:
        if not TIME.search(lower, previous, start):
            return False
        previous = end
    return len(days) > 1


def time_before(lower: str, stop: int, day: datetime, start: int = 0) -> tuple[datetime, int] | None:
    """The day with the time of day that stands before it."""
    match = TIME.search(lower, max(start, stop - REACH), stop)
    timed = with_time(lower, match, day) if match else None
    return (timed[0], stop) if timed else None


def with_time(lower: str, match: re.Match[str], day: datetime) -> tuple[datetime, int] | None:
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
        zone = zone_of(after["zone"]) if after["zone"] else None
        end = after.end() if zone else max(end, after.end("half"))
    try:
        return day.replace(hour=hour, minute=minute, second=second, tzinfo=zone), end
    except ValueError:
        return None


def half_of_day(lower: str, match: re.Match[str]) -> str:
    """ "am" or "pm" where a word right before or behind a time says which half of the day it is in, or ""."""
    before, behind = (
        lower[max(0, match.start() - LONGEST_HALF) : match.start()].rstrip(),
        lower[match.end() :].split(" ", 2)[:2],
    )
    for half, words in halves().items():
        if before.endswith(words["before"]) or not words["behind"].isdisjoint(behind):
            return half
    return ""


def zone_of(name: str) -> timezone | None:
    """The zone of an abbreviation or an offset, or None."""
    if name[-1].isdigit():
        name = name.removeprefix("gmt").removeprefix("utc")
        digits = name[1:].replace(":", "")
        minutes = int(digits[:2]) * 60 + int(digits[2:] or 0)
        if minutes >= 24 * 60:
            return None
        return timezone(timedelta(minutes=minutes if name[0] == "+" else -minutes))
    minutes_ahead = zones().get(name)
    return None if minutes_ahead is None else timezone(timedelta(minutes=minutes_ahead))


def zone_near(lower: str, start: int) -> str:
    """The first abbreviation of a zone within reach behind a date, or ""."""
    known = zones()
    return next((word for word in TOKEN.findall(lower[start : start + REACH]) if len(word) > 1 and word in known), "")


@cache
def tables() -> dict[str, dict[str, object]]:
    """The data file `dates.toml`."""
    return read_data("dates.toml")


@cache
def months_elsewhere() -> dict[str, int]:
    """The months of the languages that a page may be in whose language is unknown, and those of English."""
    months = tables()["elsewhere"]["months"]
    assert isinstance(months, list)
    return {name: number for number, names in enumerate(months, 1) for name in names} | LANGUAGES["en"].months


@cache
def months_of_systems() -> dict[str, int]:
    """The months of the languages that publishing systems speak whatever the language of the article."""
    languages = tables()["habits"]["systems"]
    assert isinstance(languages, list)
    return {name: number for code in languages for name, number in LANGUAGES[code].months.items()}


@cache
def modified_elsewhere() -> tuple[str, ...]:
    """Words such as "updated" of those languages."""
    listed = tables()["elsewhere"]["modified"]
    assert isinstance(listed, list)
    return tuple(map(str, listed))


@cache
def zones() -> dict[str, int]:
    """Abbreviations of time zones, to minutes ahead of UTC."""
    return {name: int(str(minutes)) for name, minutes in tables()["zones"].items()}


@cache
def month_first_zones() -> frozenset[str]:
    """Zones of countries that write the month before the day."""
    listed = tables()["habits"]["month_first_zones"]
    assert isinstance(listed, list)
    return frozenset(map(str, listed))


@cache
def year_first_languages() -> frozenset[str]:
    """Languages that write the year first even where it has two digits."""
    listed = tables()["habits"]["year_first"]
    assert isinstance(listed, list)
    return frozenset(map(str, listed))


@cache
def halves() -> dict[str, Half]:
    """The words for the halves of the day: "am" and "pm", to those that stand before a time, and behind one."""
    table: dict[str, dict[str, list[str]]] = read_data("dates.toml")["halves"]
    return {
        half: Half(before=tuple(words["before"]), behind=frozenset(words["behind"])) for half, words in table.items()
    }
