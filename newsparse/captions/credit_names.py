"""Names behind a caption's last sentence: what tells them from more of the caption."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsparse.block import STOPS
from newsparse.captions.credits import BARS, DOTS, FEWEST_WORDS, MOST_WORDS, PARENTHESES, are_names, needs_name
from newsparse.names import are_initials, has_given_name

if TYPE_CHECKING:
    from newsparse.cues import PageCues

GLUED_CAPITAL = re.compile(r"[.!?…](?=[A-ZÀ-Þ])(?<=[^\W\d_]{2}.)")
"""Where a word with a capital is glued to a sentence's end, behind two letters. The rarest sign comes first: the others
are only looked at beside it."""
BEFORE_INITIAL = PARENTHESES + "/"
WORDS_OF_A_NAME, MOST_OF_A_NAME = 2, 3
LONGEST_ACRONYM = 4
"""Letters of a shortened word in capitals ("NATO"), at most."""
LONGEST_NAMES = 60
"""Characters of names behind a line's last sentence, at most."""
FEWEST_LETTERS = 12
"""Characters of the shortest sentence before a credit."""
MOST_OF_CAPTION = 30
"""Words before a name without a bar, at most: behind more it signs a paragraph."""


def glued_word(text: str, lower: str, first: int, cues: PageCues) -> int:
    """Where a word for a picture begins that is glued to the caption's last sentence, with names behind it ("Haus.Beeld
    Jane Roe / Agency"), or a name of two words ("finca.Juana Pérez"), or 0."""
    place = max((match.end() for match in GLUED_CAPITAL.finditer(text, first + 2)), default=0)
    if not place:
        return 0  # most lines
    word = cues.credit.opening(lower[place:])
    rest = text[place + len(word) :]
    names = rest.split()
    if not names or not are_names(names, cues):
        return 0
    divided = rest[:1] == " " or rest.startswith(DOTS)  # "Credit...Jane Roe"
    return place if (divided if word else len(names) == WORDS_OF_A_NAME) else 0


def behind_stop(text: str, first: int, bars: Sequence[str], cues: PageCues) -> int:
    """Where the names begin that stand behind a line's last sentence, in capitals ("en Almería. JUANA PÉREZ"), or with
    a bar or dash before them ("de garrigue. - SDIS 34", "de San Millán. / M.D."), or 0; `bars` are those in it."""
    if not bars and ". " not in text[first:]:
        return 0  # most lines
    mark = next((bar for bar in bars if text[text.rfind(bar, first) + len(bar) :].lower() in cues.marks), "")
    text = text[: text.rfind(mark, first)] if mark else text  # "… - GOBIERNO FORAL - Archivo"
    places = [(text.rfind(bar, first), bar) for bar in bars if bar in text[first:]]
    for place, bar in [(last_stop(text, ". ", first) + 1, " "), *places]:
        before, tail = text[:place].rstrip(), text[place + len(bar) :]
        names = tail.split()
        if place < FEWEST_LETTERS or before[-1] not in STOPS or before.isupper() or not 0 < len(names) <= MOST_WORDS:
            continue
        if bar == " " and before.count(" ") >= MOST_OF_CAPTION:
            continue
        if len(tail) > LONGEST_NAMES or (tail[-1] in STOPS and not are_initials(names)):
            continue
        capitals = tail.isupper() and (bar != " " or len(names) > 1)
        name, *media = tail.split(" / ")  # "… des professeurs. Jeanne Martin / Le Courrier du Soir"
        known = WORDS_OF_A_NAME <= len(name.split()) <= MOST_OF_A_NAME and (
            has_given_name(names[0]) or (bar != " " and len(names[0]) == WORDS_OF_A_NAME and names[0][1] == ".")
        )
        known = known and all(are_names(medium.split(), cues) for medium in media)
        if capitals or ((bar in BARS[:2] or known) and len(names) > 1 and are_names(names, cues)):
            return place + (bar == " ")
    return 0


def names_in_capitals(text: str) -> int:
    """Where a name in capitals begins that ends a line of other words, with a bar before it or nothing ("… na lanterna
    do farol NUNO FERREIRA"), or 0."""
    words = text.split()
    count = next((number for number, word in enumerate(reversed(words)) if not word.isupper()), 0)
    name = words[len(words) - count :]
    while name and not name[0][0].isalpha():
        name = name[1:]
    if not WORDS_OF_A_NAME <= len(name) <= MOST_OF_A_NAME or not has_given_name(name[0]):
        return 0
    before = text[: len(text) - len(" ".join(name))].rstrip(" |/–—-")
    told = before.split()
    alone = "".join(name).isalpha() and not any(word.isupper() and len(word) > LONGEST_ACRONYM for word in told)
    return len(before) if alone and len(told) >= FEWEST_WORDS else 0


def mark_alone(lower: str, first: int, cues: PageCues) -> int:
    """Where the mark of a picture begins that stands behind a line's last sentence as one by itself ("… à Lyon. Photo
    d’illustration."), or 0."""
    place = lower.rfind(". ", first, -1) + 2
    return place if place >= FEWEST_LETTERS and lower[place:-1] in cues.marks else 0


def last_stop(text: str, stop: str, first: int, end: int | None = None) -> int:
    """Where the last sentence's end stands from `first` on, or -1: no full stop behind a single initial ("J. Roe/AP"),
    but one behind an abbreviation ("in Washington, D.C. Jane Roe/AP")."""
    place = text.rfind(stop, first, end)
    while place > 0 and stop[0] == "." and text[place - 1].isupper() and text[max(place - 2, 0)] in BEFORE_INITIAL:
        place = text.rfind(stop, first, place)
    return place


def behind_slash(text: str, first: int, cues: PageCues) -> int:
    """Where the first of two slashes stands that have names behind them ("… / Jan Nowak / PAP"), or the one glued to a
    name ("… /Jan Nowak"), or 0."""
    place = text.find(" /", first)
    while place > 0:
        parts = [part.strip() for part in text[place + 2 :].split("/")]
        glued = text[place + 2 : place + 3] != " "
        named = all(part and (part.lower() in cues.photo_agencies or are_names(part.split(), cues)) for part in parts)
        agency = any(part.lower() in cues.photo_agencies for part in parts)
        if named and (agency or len(parts) + len(parts[0].split()) > WORDS_OF_A_NAME) and (glued or len(parts) > 1):
            # behind a sentence's end the words before the slash are of the credit too
            start = last_stop(text, ". ", 0, place) + 1
            before = text[start:place].strip()
            if start and needs_name(cues.credit.opening(before.lower()), cues):
                return start + 1  # "… Photo by Jane Roe /Harbour Post"
            return place if len(before.split()) >= FEWEST_WORDS - 1 else 0
        place = text.find(" /", place + 1)
    return 0
