"""Dates and times as news pages write them."""

from __future__ import annotations

import re

from newsparse.languages import Language

DIGITS = re.compile(r"\d")
TOKEN = re.compile(r"[^\W\d_]+|\d+")
DAY = re.compile(
    r"(?<!\d)(?:\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:\d{4}|\d{2})|(?:19|20)\d\d[./-]\s?\d{1,2}[./-]\s?\d{1,2})(?!\d)"
    r"|(?:19|20)\d\d\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]|\d{1,2}[月월]\s?\d{1,2}[日일]"
)
CLOCK = re.compile(r"(?<!\d)\d{1,2}[:.h時시]\s?\d{2}(?!\d)")


def date_share(lower: str, language: Language) -> tuple[float, bool]:
    """How much of a line's words and numbers are date, time or reading time; and whether it has a day or a time."""
    tokens = TOKEN.findall(lower)
    if not tokens:
        return 0.0, False
    known = language.date_words
    months = language.months
    hits = 0
    month = False
    for token in tokens:
        if token.isdigit():
            hits += 1
        elif token in months:
            hits += 1
            month = True
        elif token in known:
            hits += 1
    dated = bool(DAY.search(lower) or CLOCK.search(lower)) or month
    return hits / len(tokens), dated
