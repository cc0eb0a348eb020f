"""Names of people, as bylines and credits have them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any
from unicodedata import category

from newsparse.data import read_data

MARKS_IN_NAMES = frozenset("\u200c'’ʼ´`-.‑‐·")
LONGEST_NAME = 60
LONGEST_JAPANESE = 3
"""Signs of a surname or given name of Japan, at most."""
LONGEST_PARTICLE = 5
"""Letters beyond which no word written small is part of a name, or stands between two."""
LONGEST_ABBREVIATION = 5
"""Characters of a name's word that ends with a full stop, at most: "Jr.", "M.-L."; a longer one ends a sentence."""


@cache
def names_table() -> dict[str, Any]:
    """The data file `names.toml`."""
    return read_data("tables/names.toml")


@cache
def full_name() -> re.Pattern[str]:
    """Two words in a row with capitals (Latin, Greek, Cyrillic), the second as a group: a first name and a surname,
    mostly, also where all nouns have capitals. Compiled when first used: a class of so many letters takes 2 ms."""
    capitals = "".join(chr(code) for code in range(0x530) if chr(code).isupper())
    # what stands before the capital is asked behind it: a pattern that begins with a class runs over what it has not
    return re.compile(rf"[{capitals}](?<![\w'’-].)[\w'’-]++ ([{capitals}][\w'’-]{{2,}}+)")


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
def media_ends() -> tuple[str, ...]:
    """What ends the names of media, in scripts without spaces."""
    return tuple(names_table()["media_ends"])


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
    """Whether a text is as long as a full name, and opens with one of the surnames of China, Japan or Korea."""
    size = len(text)
    if (
        not 3 <= size <= 6
        or text[-1] in names_table()["place_signs"]
        or any("\u3041" <= sign <= "\u309f" for sign in text)
    ):
        return False
    long = long_surnames()
    if text[:2] in long or text[:3] in long:
        return 1 <= size - (2 if text[:2] in long else 3) <= 3
    return size == 3 and text[0] in names_table()["surnames"]


def is_full_name(text: str) -> bool:
    """Whether a text is a surname with its given name; of two signs too ("李雷"), where others are named beside it."""
    return is_surname_first(text) or (
        len(text) == 2 and text[0] in names_table()["surnames"] and text not in long_surnames()
    )


@cache
def long_surnames() -> frozenset[str]:
    """Surnames of East Asia of more than one sign."""
    return frozenset([*names_table()["long"], *names_table()["japanese"]])


@cache
def editors() -> frozenset[str]:
    """Labels before the names of those who edited or translated."""
    return frozenset(names_table()["editors"])


@cache
def openings_elsewhere() -> frozenset[str]:
    """Words that open bylines in other languages than English, for pages whose language is unknown."""
    return frozenset(names_table()["openings_elsewhere"])


@cache
def photographers() -> frozenset[str]:
    """What those are called who take pictures."""
    return frozenset(names_table()["photographers"])


@cache
def copulas() -> frozenset[str]:
    """The verb between a name and what its owner does."""
    return frozenset(names_table()["copulas"])


@cache
def called_author() -> frozenset[str]:
    """How a line about the author calls whoever that is: "the author"."""
    return frozenset(names_table()["authors"])


@cache
def nobody() -> frozenset[str]:
    """Words that no person is called."""
    return frozenset(names_table()["nobody"])


@cache
def openings_of_titles() -> frozenset[str]:
    """Articles that open no name, unlike "De", "La" or "An"."""
    return frozenset(names_table()["openings_of_titles"])


def are_initials(words: Sequence[str]) -> bool:
    """Whether words are nothing but initials: "C. F."."""
    return all(len(word) == 1 or "." in word for word in words)


@cache
def given_names() -> frozenset[str]:
    """First names, lower-case, as far as `given_names.toml` lists them: nine thousand, read when first asked for."""
    return frozenset(name for names in read_data("tables/given_names.toml").values() for name in names.split())


def has_given_name(name: str) -> bool:
    """Whether one of the words of a name is a known first name, or the first half of one with a hyphen."""
    known = given_names()
    lower = name.lower().replace("i̇", "i")  # of "İ"
    return any(word in known or word.partition("-")[0] in known for word in lower.split())


@cache
def first_names_too() -> frozenset[str]:
    """Everyday words that are first names as well."""
    return frozenset(names_table()["first_names_too"])


def is_east_asian_name(text: str) -> bool:
    """Whether a text may be a name, or a half of one, in Chinese, Japanese or Korean: signs without a space."""
    return text >= "々" and han_or_hangul().match(text) is not None  # the first of its signs


def is_part_of_japanese_name(text: str) -> bool:
    """Whether a text may be a surname or a given name of Japan that a space divides from the other: a few signs of
    Chinese, or for a given name of hiragana, and no medium's or place's."""
    known = not text.endswith(media_ends()) and text[-1] not in names_table()["place_signs"]
    return len(text) <= LONGEST_JAPANESE and text < "\uac00" and known and is_east_asian_name(text)


@cache
def han_or_hangul() -> re.Pattern[str]:
    """One to eight signs of Chinese, Japanese or Korean; compiled when first used, as its class takes 2 ms."""
    return re.compile("[\u3400-\u9fff\uac00-\ud7af\u3040-\u30ff・々]{1,8}$")


def separator(words: list[str]) -> re.Pattern[str]:
    """What stands between names: a comma, a slash, a bar, or one of a language's words for "and"."""
    between = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True) if word.isalpha())
    spelled = rf"|(?<!\S)(?:{between})(?!\S)" if between else ""
    return re.compile(rf"[,;/|&·•+、，،]{spelled}", re.IGNORECASE)


def looks_like_names(text: str, between: re.Pattern[str]) -> bool:
    """Whether a text is nothing but one to four names."""
    words = text.split()
    if len(text) > 120 or len(words) < 2 or words[0].lower() in openings_of_titles():
        return False
    for word in words:
        if word[0].islower() and (
            len(word) > LONGEST_PARTICLE or (word.isalpha() and word not in particles() and not between.fullmatch(word))
        ):
            return False
    parts = [part for part in map(str.strip, between.split(text.strip(" .:–-"))) if part]
    return 1 <= len(parts) <= 4 and all(is_name(part) for part in parts)
