"""What a word or two of a byline may be beside a name: a medium, a place, the code of an editor."""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.cues import PageCues
from newsparse.names import first_names_too, has_given_name, nobody, particles

EDGES = " .,:：;*–—―-“”„«»\"'‘’`´+=＝|/\xa0\u200b"
SHORTEST_PLACE = 2
LONGEST_ARTICLE = 3
LONGEST_INITIALS = 2


def is_medium(name: str, cues: PageCues) -> bool:
    """Whether what looks like a name has a word that media are called by."""
    words = name.split()
    last = words[-1].lower() in cues.words_of_pages and not may_be_surname(words, len(words) - 1, cues)
    told = last or not nobody().isdisjoint(name.lower().split()) or opens_with_acronym(words)
    return told and not cues.is_agency(name)


def opens_with_acronym(words: Sequence[str]) -> bool:
    """Whether the first of a few words is one of capitals alone, and no known first name among them: "NRK Sport"."""
    first = words[0]
    acronym = first.isupper() and first.isalpha() and len(first) > LONGEST_INITIALS and len(words) > 1
    return acronym and not " ".join(words).isupper() and not has_given_name(" ".join(words))


def may_be_surname(words: Sequence[str], number: int, cues: PageCues) -> bool:
    """Whether a word with a capital that pages have of themselves may be a surname here, behind a known first name.

    It stands after a particle ("Anna van der Meer"), or has little meaning of its own ("Elizabeth Day").
    """
    word = words[number].lower()
    if not number or words[number].islower():
        return False
    language = cues.language
    known = behind_particle(words, number) or word in language.function_words or word in language.date_words
    return known and has_given_name(" ".join(words[:number]))


def behind_particle(words: Sequence[str], number: int) -> bool:
    """Whether a word with a capital, and longer than articles are, stands behind a particle."""
    word = words[number]
    return len(word) > LONGEST_ARTICLE and word[0].isupper() and words[number - 1] in particles()


def is_place(piece: str, cues: PageCues) -> bool:
    """Whether a piece of a byline is one word that may be a place."""
    word = piece.strip(EDGES)
    before, _, last = word.rpartition(" ")
    word = last if before and before in cues.places else word  # "Jeanne Martin, à Neuville"
    lower = word.lower()
    return (
        word.isalpha()
        and not (word.islower() or len(word) < SHORTEST_PLACE)
        and not (lower in cues.words_of_pages or lower in nobody() or cues.is_desk(lower))
    )


def is_code(word: str) -> bool:
    """Whether a word is a few small letters, as editors sign."""
    return len(word) <= 4 and word.islower()


def opens_with_article(piece: str, cues: PageCues) -> bool:
    """Whether a piece of a byline is an article and other words with capitals, as media are called: "Le Monde"."""
    words = piece.strip(EDGES).split()
    if len(words) < 2 or any(word[0].islower() and word not in particles() for word in words):
        return False
    first = words[0].lower()
    article = len(first) <= LONGEST_ARTICLE and first in cues.language.function_words and words[0][0].isupper()
    return (
        article
        and first not in first_names_too()
        and not has_given_name(piece)
        and not cues.is_agency(piece.strip(EDGES))
    )


def is_elided(word: str, cues: PageCues) -> bool:
    """Whether a word opens with one of the language's that an apostrophe shortens: "L'Obs"."""
    first = word.replace("’", "'").partition("'")
    return bool(first[1]) and first[0].lower() in cues.language.function_words
