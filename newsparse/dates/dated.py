"""How much of a line is date or time: what rules ask of many lines, before those of bylines are read."""

from __future__ import annotations

import re
from functools import cache

from newsparse.block import Block
from newsparse.languages import MARKS, Language

DIGITS = re.compile(r"\d")
TOKEN = re.compile(
    rf"[a-zß-öø-ÿ]++(?![^\W\d_]|[{MARKS}])|(?:[^\W\d_]++[{MARKS}]*+)++|(?:19|20)\d\d(?=\d{{1,2}}:\d\d)|\d+"
)
"""A word or number, or a year to which the time is glued, as pages of several elements have it ("20249:15"). A word of
the usual letters comes first: they are looked up in a table, without a call."""
DAY = re.compile(
    r"(?<!\d)(?:\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:\d{4}\d{0,2}(?=:)|\d{4}|\d{2})|(?:19|20)\d\d[./-]\s?\d{1,2}[./-]\s?\d{1,2})(?!\d)"
    r"|(?:19|20)\d\d\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]|\d{1,2}[月월]\s?\d{1,2}[日일]"
)
"""A day in digits."""
CLOCK = re.compile(r"(?<![\d$£€₹¥])(?<![$£€₹¥]\s)[012]?\d[:.h時时시]\s?[0-5]\d(?!\d|\s?[%€])")
"""A time of day, and no price or share: "£12.50", "19.90 €", "12.30%"."""
MARKED = re.compile(r"\d\s?[./\-年년月월:h時时시]\s?\d")
"""What stands in every day and clock: most lines with digits have none, and it is found in an eighth of the time."""

FEW = 6
"""Words of a line that is looked at even without a digit, and may be a date without a day ("two hours ago")."""
SENTENCE = 14
"""Words beyond which a line with a day is more likely a sentence."""
MOSTLY = 0.5
"""The share of a line from which it is mostly a date."""
NEARLY_ALL = 0.75
"""The share from which a line is hardly anything else; a line without a day ("two hours ago") is one only from here, as
titles have much of "the" and "of" too."""
NO_DATE = (0.0, False)
"""The share, and whether there is a day, of a line without either."""


def share_of_date(block: Block, language: Language) -> tuple[float, bool]:
    """How much of a block is date, time or reading time, and whether it has a day or a time; nothing of a block that is
    more than a few words long and has neither."""
    if block.words <= FEW:
        return date_share(block.lower, language)
    if block.words > 30 or DIGITS.search(block.text) is None:
        return NO_DATE
    if not has_day_or_clock(block.lower) and not may_name_month(block.lower, language):
        return NO_DATE  # three lines of four, which need not be cut into words
    share, dated = date_share(block.lower, language)
    if dated and block.words > SENTENCE and share < 1:
        share = min(share, telling_share(block.lower, language))
    # in a longer line without a day, "in", "a" and "the" are no part of a date
    return (share, dated) if dated else NO_DATE


def telling_share(lower: str, language: Language) -> float:
    """The share of date among those words of a line that tell something: a sentence has many of "the" and "of"."""
    tokens: list[str] = [token for token in TOKEN.findall(lower) if token not in language.function_words]
    known = language.date_words
    hits = sum([token in known or token.isdigit() for token in tokens])
    return hits / max(len(tokens), 1)


def is_only_date(share: float, dated: bool) -> bool:
    """Whether a line of which so much is date, with a day or without, can be no headline and no lead."""
    return share >= (MOSTLY if dated else NEARLY_ALL)


def date_share(lower: str, language: Language) -> tuple[float, bool]:
    """How much of a line's words and numbers are date, time or reading time; and whether it has a day or a time."""
    tokens, numbers = lower.split(), 0
    if not "".join(tokens).isalpha():  # most short lines are words and nothing else: they need no pattern
        tokens = TOKEN.findall(lower)
        numbers = sum(map(str.isdigit, tokens))
    if not tokens:
        return NO_DATE
    known = language.date_words
    # most lines have none, told at one go
    words = [] if known.isdisjoint(tokens) else [token for token in tokens if token in known]
    hits = len(words) + numbers
    if not hits:
        return NO_DATE
    month = not language.months.keys().isdisjoint(words)
    dated = month or (numbers > 0 and has_day_or_clock(lower))
    return hits / len(tokens), dated


def may_name_month(lower: str, language: Language) -> bool:
    """Whether the beginning of a month's name stands in a line, be it within a word."""
    for name in beginnings_of_months(language):  # noqa: SIM110 - a generator takes twice as long
        if name in lower:
            return True
    return False


@cache
def beginnings_of_months(language: Language) -> tuple[str, ...]:
    """The fewest beginnings of names of months, of which a line has one where it has one of the names."""
    names = sorted(language.months, key=len)
    return tuple(name for number, name in enumerate(names) if not name.startswith(tuple(names[:number])))


def has_day_or_clock(lower: str) -> bool:
    """Whether a day in digits or a time of day stands in a line."""
    return MARKED.search(lower) is not None and bool(DAY.search(lower) or CLOCK.search(lower))
