"""Dates and times as news pages write them: in digits, or with the month's name in the page's language.

Nothing is guessed: a date has a day, a month and a year, all three said in the text. Where digits alone
do not tell the day from the month, the language's habit decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache, lru_cache

import attrs

from newsparse.cues import end_of
from newsparse.dates.clocks import REACH, TIME, find_hour, month_first, tables, with_time
from newsparse.dates.dated import DIGITS, TOKEN
from newsparse.languages import LANGUAGES, Language

FULL_DAY = re.compile(
    r"(?<!\d)(?:(?P<iso>(?:19|20)\d\d)(?P<mark>[./\-‑–])\s?(?P<iso_month>\d{1,2})(?P=mark)\s?"
    r"(?P<iso_day>\d\d(?=\d\d:\d\d)|\d{1,2}(?!\d))"
    r"|(?<!\d\.)(?P<first>\d{1,2})(?P<sign>[./\-‑–])(?P<gap>\s?)(?P<second>\d{1,2})(?P=sign)"
    r"(?:\s?(?=\d{4})|(?P=gap)(?!(?:[01]\d|2[0-3])(?:\s?[:h]\s?[0-5]\d(?!\d)|\.[0-5]\d(?!\d|\s?[:.h]\s?\d))))"
    r"(?P<year>\d{4}(?=\d{1,2}:\d\d)|(?:\d{4}|\d{2})(?!\d))"
    r"|(?P<cjk>\d{4})\s?[年년]\s?(?P<cjk_month>\d{1,2})\s?[月월]\s?(?P<cjk_day>\d{1,2})\s?[日일](?!\d(?!\d?[:時时시點点]))"
    r"|(?P<apart>(?:19|20)\d\d)\s(?P<apart_month>\d\d)/(?P<apart_day>\d\d)(?=\s\d\d:\d\d))"
)
"""A day in digits with its year, in the order year first, year last, with the signs of East Asia, or the year apart
("2023 06/11 16:22", as Chinese pages set it).

A year of two digits stands as far from the month as that from the day, and is no hour: "12.03. 17:45" has none."""
ROMAN_DAY = re.compile(
    r"(?<![\d.])(?P<day>\d{1,2})\.?[\s./-]\s?(?P<month>i{1,3}|i[vx]|vi{0,3}|xi{0,2})\.?[\s./-]\s?(?P<year>(?:19|20)\d\d)(?!\d)"
)
"""A day whose month has a Roman number: "12 III 2024"."""
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
TWO_DIGITS = re.compile(r"\d\d")
TIME_BEHIND = re.compile(r",?\s\d{1,2}:\d\d(?!\d)")
BETWEEN = " ,|/·•–-"
"""What may stand between a time and the day behind it."""
GLUED = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=\d{1,2}\.?\s?([^\W\d_]+))")
"""A year to whose last digit the next date's day is glued, as pages have that of a change: "1 May 20242 May 2024"."""
EARLIEST, THIS_CENTURY, LATEST = 1900, 2000, 2100
"""Years outside are not read: what looks like one is a number."""
READ = 2000
"""Characters of a line that are read: no longer one tells when an article is from, and to keep the places of its words
takes 40 bytes a character."""


@attrs.frozen
class FoundDate:
    """A date in a line: where it stands (code points of the line) and when it is, at midnight without a time of day."""

    start: int
    end: int
    when: datetime


def find_dates(lower: str, language: Language, months: Mapping[str, int] | None = None) -> list[FoundDate]:
    """Every date in a lower-case line, in order, each with the time of day and zone that stand next to it.

    `months` takes the place of the language's own names of months.
    """
    lower = lower[:READ]
    if DIGITS.search(lower) is None:
        return []
    days = distinct(
        sorted([*days_in_digits(lower, language), *days_in_words(lower, language, months or language.months)])
    )
    found: list[FoundDate] = []
    previous_end = 0
    ahead = times_stand_ahead(lower, days)
    for number, (start, end, when) in enumerate(days):
        if start < previous_end:
            continue
        following = days[number + 1][0] if number + 1 < len(days) else len(lower)
        timed = None if ahead else time_after(lower, end, min(following, end + REACH), when, language)
        if timed is not None and (change := change_between(lower, end, timed[1], language)):
            found.append(FoundDate(start, end, when))
            if following == len(lower) or lower[timed[1] : following].strip(BETWEEN):
                found.append(FoundDate(change, timed[1], timed[0]))
                previous_end = timed[1]
            else:
                previous_end = end  # the time is the next day's
            continue
        if timed is None:
            timed = time_before(lower, start, when, previous_end, language, close=bool(found) and not ahead)
        if timed is not None:
            when, time_end = timed
            end = max(end, time_end)
        found.append(FoundDate(start, end, when))
        previous_end = end
    return found


def distinct(days: list[tuple[int, int, int, int, int]]) -> list[tuple[int, int, datetime]]:
    """Start, end and date of the days that the calendar has; of those that overlap, the first: a month may have two
    names, as in Arabic."""
    kept: list[tuple[int, int, datetime]] = []
    for start, end, year, month, day in days:
        if kept and start < kept[-1][1]:
            continue
        try:
            kept.append((start, end, datetime(year, month, day)))
        except ValueError:
            continue
    return kept


def change_between(lower: str, start: int, stop: int, language: Language) -> int:
    """Where a word such as "updated" ends that stands between a day and the time behind it, which is the change's; or
    0."""
    match = TIME.search(lower, start, stop)
    between = lower[start : match.start() if match else stop]
    place = max([end_of(word, between) for word in language.words("dates", "modified") if word in between], default=0)
    return start + place if place > 0 else 0


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
        elif match["apart"]:
            year, month, day = int(match["apart"]), int(match["apart_month"]), int(match["apart_day"])
        else:
            year_first = len(match["year"]) == 2 and language.code in year_first_languages()
            digits = f"{match['first']}/{match['second']}/{match['year']}"
            slashed = match["sign"] == "/"
            american = slashed and month_first(lower, match.end(), language)
            day_first = (language.day_first or not slashed) and not american and not year_first
            year, month, day = read_digits(digits, day_first=day_first, year_first=year_first)
            if language.era and len(match["year"]) == 2:
                year = (THIS_CENTURY + language.era) // 100 * 100 + int(match["year"])
        year = in_common_era(year, language)
        if EARLIEST <= year <= LATEST and 1 <= month <= 12:
            yield match.start(), match.end(), year, month, day
    for match in ROMAN_DAY.finditer(lower):
        if match["month"] not in language.function_words:
            yield match.start(), match.end(), int(match["year"]), ROMAN.index(match["month"]) + 1, int(match["day"])
    if not language.spaced:
        for match in day_of_era().finditer(lower):
            year = eras()[match["era"]] + (int(match["year"]) if match["year"].isdecimal() else 1)
            yield match.start(), match.end(), year, int(match["month"]), int(match["day"])


@cache
def eras() -> dict[str, int]:
    """The eras of East Asia, to the year before the first of each."""
    table = tables()["eras"]
    return dict(zip(table["names"], table["before"], strict=True))


@cache
def day_of_era() -> re.Pattern[str]:
    """A day with the year of an era, of which the first has a sign of its own."""
    names = "|".join(eras())
    return re.compile(
        rf"(?P<era>{names})\s?(?P<year>\d{{1,3}}|元)\s?年\s?(?P<month>\d{{1,2}})\s?月\s?(?P<day>\d{{1,2}})\s?日"
    )


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
        return  # whose words' places are not asked for
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
        if year is None and day is not None and (short := short_year(lower, tokens, place, day)):
            yield day.start(), short.end(), THIS_CENTURY + int(short[0]), month, int(day[0])
            continue
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


def short_year(lower: str, tokens: list[re.Match[str]], place: int, day: re.Match[str]) -> re.Match[str] | None:
    """The year of two digits right behind a month that stands right behind its day, where the time of day follows it:
    "11 MAR 25 14:05 ET"; otherwise it may be an hour."""
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    if following is None or TWO_DIGITS.fullmatch(following[0]) is None or tokens[place - 1] is not day:
        return None
    return following if TIME_BEHIND.match(lower, following.end()) else None


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
    return with_time(lower, match, day, language) if match else None


def times_stand_ahead(lower: str, days: list[tuple[int, int, datetime]]) -> bool:
    """Whether every day has its time of day before it: "21:07, 2 June 2023 | Updated: 08:44, 3 June 2023"."""
    previous = 0
    for start, end, _ in days:
        if not TIME.search(lower, previous, start):
            return False
        previous = end
    return len(days) > 1


def time_before(
    lower: str, stop: int, day: datetime, start: int, language: Language, *, close: bool
) -> tuple[datetime, int] | None:
    """The day with the time of day that stands before it, right before it if it must stand `close`."""
    match = TIME.search(lower, max(start, stop - REACH), stop)
    timed = with_time(lower, match, day, language) if match else None
    if timed is None or (close and lower[timed[1] : stop].strip(BETWEEN)):
        return None
    return timed[0], stop


@cache
def months_elsewhere() -> dict[str, int]:
    """The months of the languages that a page may be in whose language is unknown, and those of English."""
    months = enumerate(tables()["elsewhere"]["months"], 1)
    return {name: number for number, names in months for name in names} | LANGUAGES["en"].months


@cache
def months_of_systems() -> dict[str, int]:
    """The months of the languages that publishing systems speak whatever the language of the article."""
    languages = tables()["habits"]["systems"]
    return {name: number for code in languages for name, number in LANGUAGES[code].months.items()}


@cache
def modified_elsewhere() -> tuple[str, ...]:
    """Words such as "updated" of those languages."""
    return tuple(tables()["elsewhere"]["modified"])


@cache
def year_first_languages() -> frozenset[str]:
    """Languages that write the year first even where it has two digits."""
    return frozenset(tables()["habits"]["year_first"])
