"""Names of people, as bylines and credits have them."""

from __future__ import annotations

import re
from functools import cache

from newsparse.data import read_data

NAME_WORD = re.compile(r"^[^\W\d_](?:[^\W\d_]|['’\-.‑])*\.?$")
HAN_OR_HANGUL = re.compile("[\u3400-\u9fff\uac00-\ud7af\u3040-\u30ff・]{2,8}$")
LONGEST_NAME = 60


@cache
def particles() -> frozenset[str]:
    """Particles inside names, written small."""
    return frozenset(read_data("names.toml")["particles"])


def is_name(text: str) -> bool:
    """Whether a text has the form of one person's name: two to five words, all but particles in capitals."""
    words = text.split()
    if not 2 <= len(words) <= 6 or len(text) > LONGEST_NAME:
        return False
    proper = 0
    for word in words:
        if not NAME_WORD.match(word):
            return False
        if word[0].isupper() or not (word[0].islower() or word[0].isupper()):
            proper += 1
        elif word not in particles():
            return False
    return proper >= 2


def is_east_asian_name(text: str) -> bool:
    """Whether a text may be a name in Chinese, Japanese or Korean, written without a space."""
    return HAN_OR_HANGUL.match(text) is not None


def separator(words: list[str]) -> re.Pattern[str]:
    """What stands between names: a comma, a slash, a bar, or one of a language's words for "and"."""
    between = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True) if word.isalpha())
    spelled = rf"|(?<!\S)(?:{between})(?!\S)" if between else ""
    return re.compile(rf"[,;/|&·•+、，]{spelled}", re.IGNORECASE)


def looks_like_names(text: str, between: re.Pattern[str]) -> bool:
    """Whether a text is nothing but one to four names."""
    if len(text) > 120:
        return False
    parts = [part for part in map(str.strip, between.split(text.strip(" .:–-"))) if part]
    return 1 <= len(parts) <= 4 and all(is_name(part) for part in parts)
