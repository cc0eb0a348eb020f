"""Names of people, as bylines and credits have them."""

from __future__ import annotations

import re
from functools import cache
from typing import Any
from unicodedata import category

from newsparse.data import read_data

MARKS_IN_NAMES = frozenset("'’ʼ´`-.‑‐·")
HAN_OR_HANGUL = re.compile("[\u3400-\u9fff\uac00-\ud7af\u3040-\u30ff・々]{1,8}$")
LONGEST_NAME = 60
LONGEST_PARTICLE = 5
"""Letters beyond which no word written small is part of a name, or stands between two."""
LONGEST_ABBREVIATION = 5
"""Characters of a name's word that ends with a full stop, at most: "Jr.", "M.-L."; a longer one ends a sentence."""


@cache
def names_table() -> dict[str, Any]:
    """The data file `names.toml`."""
    return read_data("names.toml")


@cache
def particles() -> frozenset[str]:
    """Particles inside names, written small."""
    return frozenset(names_table()["particles"])


@cache
def small_in_places() -> frozenset[str]:
    """Words inside names of places, written small."""
    return frozenset(names_table()["small_in_places"])


@cache
def glued_openings() -> frozenset[str]:
    """Beginnings of surnames that a capital follows without a space."""
    return frozenset(names_table()["glued_openings"])


@cache
def other_beats() -> frozenset[str]:
    """What stands before a job: the beat or the rank of a journalist."""
    return frozenset(names_table()["beats"])


def is_name(text: str) -> bool:
    """Whether a text has the form of one person's name: two to six words, all but particles in capitals.

    In scripts without capitals every word counts as one; in those without spaces no text does.
    """
    words = text.split()
    if not 2 <= len(words) <= 6 or len(text) > LONGEST_NAME:
        return False
    proper = 0
    for word in words:
        if word in particles():
            continue
        if not is_name_word(word) or (word[0].islower() and not starts_with_article(word)):
            return False
        proper += 1
    return proper >= 2


def is_name_word(word: str) -> bool:
    """Whether a word has nothing but letters, marks on them, apostrophes, hyphens and dots, a letter first."""
    if word.isalpha():
        return True
    if word[-1] == "." and len(word) > LONGEST_ABBREVIATION:
        return False
    return word[0].isalpha() and all(
        character.isalpha() or character in MARKS_IN_NAMES or category(character)[0] == "M" for character in word
    )


def starts_with_article(word: str) -> bool:
    """Whether a word opens small but goes on with a capital: "d'Ancona", "al-Khatib"."""
    place = next((n for n, character in enumerate(word[:6]) if character in MARKS_IN_NAMES), 0)
    return 0 < place < len(word) - 1 and word[place + 1].isupper()


def is_surname_first(text: str) -> bool:
    """Whether a text of three or four signs opens with one of the surnames of China or Korea."""
    table = names_table()
    return (len(text) == 3 and text[0] in table["surnames"]) or (3 <= len(text) <= 4 and text[:2] in table["long"])


@cache
def first_names_too() -> frozenset[str]:
    """Everyday words that are first names as well."""
    return frozenset(names_table()["first_names_too"])


def is_east_asian_name(text: str) -> bool:
    """Whether a text may be a name, or a half of one, in Chinese, Japanese or Korean: signs without a space."""
    return HAN_OR_HANGUL.match(text) is not None


def separator(words: list[str]) -> re.Pattern[str]:
    """What stands between names: a comma, a slash, a bar, or one of a language's words for "and"."""
    between = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True) if word.isalpha())
    spelled = rf"|(?<!\S)(?:{between})(?!\S)" if between else ""
    return re.compile(rf"[,;/|&·•+、，]{spelled}", re.IGNORECASE)


def looks_like_names(text: str, between: re.Pattern[str]) -> bool:
    """Whether a text is nothing but one to four names."""
    if len(text) > 120 or any(len(word) > LONGEST_PARTICLE and word[0].islower() for word in text.split()):
        return False
    parts = [part for part in map(str.strip, between.split(text.strip(" .:–-"))) if part]
    return 1 <= len(parts) <= 4 and all(is_name(part) for part in parts)
