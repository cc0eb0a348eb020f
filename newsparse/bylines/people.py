"""Names of people and agencies in one line: without titles, jobs, places, dates and addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import attrs

from newsparse.article import Role
from newsparse.block import Block, has_any
from newsparse.bylines.jobs import has_job, without_beat, without_jobs
from newsparse.bylines.parts import given_first, kind_of, names_alone, parts, stretches
from newsparse.bylines.words import (
    EDGES,
    behind_particle,
    is_code,
    is_elided,
    is_medium,
    is_place,
    may_be_surname,
    opens_with_article,
)
from newsparse.cues import PageCues, cues_of
from newsparse.dates.dated import DIGITS
from newsparse.languages import Cues
from newsparse.names import (
    are_initials,
    editors,
    has_given_name,
    is_east_asian_name,
    is_full_name,
    is_name,
    is_part_of_japanese_name,
    is_surname_first,
    long_surnames,
    media_ends,
    names_table,
    nobody,
    openings_elsewhere,
    particles,
)
from newsparse.page import Page

BRACKETS = frozenset("(（[【〔")
INSIDE_PARENTHESES = re.compile(r"[(（\[【〔]([^()（）\[\]【】〔〕]{2,40})[)）\]】〕]")
WORDS_WITH_PLACE = 4
"""Words of a name with "in" and a place before it."""
WORDS_OF_A_NAME = 2
WORDS_OF_A_GENRE = 2
DASH = "-"
"""What stands between names in a language that has it among its words for "and"."""
WORDS_BEHIND_DASH = 3
"""Words of a name behind a dash, at least: shorter ones are places."""
BYLINE = Role.BYLINE
SHORTEST_ALONE, LONGEST_ALONE = 3, 20
"""Letters of a name of one word."""
MOST_WORDS = 4
"""Words in capitals of a name that nothing but its form tells."""


@attrs.frozen
class Reading:
    """What a line gave.

    `names` in order; `rest`, how many words are neither part of one nor of a date, job or the like; `places`,
    how many of those stand alone in a part of their own, as the place does in "Jane Roe, London".
    """

    names: tuple[str, ...] = ()
    rest: int = 0
    places: int = 0


def read_names(text: str, cues: PageCues, *, sure: bool) -> Reading:
    """The names in one byline without the word that opens it.

    Where a line is `sure` to have names, a single word may be one, if it has no other.
    """
    names: list[str] = []
    rest = places = 0
    dashed = DASH in cues.language.words("byline", "and")
    if not BRACKETS.isdisjoint(text):
        text = without_pictures(text, cues)
    for segment in names_alone(given_first(text) if sure else text, cues):
        if not cues.spaced and not all(map(cues.is_agency, names)):
            break
        for number, stretch in enumerate(stretches(segment)):
            for part in parts(stretch):
                inner = cues.byline_words(part.lower())
                another = dashed and has_given_name(stretch) and len(stretch.split()) >= WORDS_BEHIND_DASH
                agency = cues.is_agency(part.strip(EDGES))
                if (number and names and not (inner or another or agency)) or inner.strip(" :：/") in editors():
                    continue
                job = not sure and not cues.spaced and cues.is_job(inner.strip(" :："))
                found, left, alone = read_part(
                    part[len(inner) :].lstrip(" :：\xa0") if inner else part, cues, names, sure=sure or job
                )
                if (names and not cues.spaced and not inner) or job:
                    found = [name for name in found if is_full_name(name) or cues.is_agency(name)]
                names += found
                rest += left
                places += alone
    if any(" " in name for name in names):
        names = [name for name in names if " " in name or is_east_asian_name(name) or cues.is_agency(name)]
    elif cues.spaced and names and (opens_with_desk(text, cues) or any(map(cues.is_agency, names))):
        names = [name for name in names if cues.is_agency(name)]  # "dpa, t-online"
    if BRACKETS.isdisjoint(text):
        return Reading(tuple(names), rest, places)
    inside = [
        (inner, cues.agency_words(inner.lower()).rpartition(" ")[2]) for inner in INSIDE_PARENTHESES.findall(text)
    ]
    # "(AFP)", "(avec AFP)": the last word of what says so
    agencies = [inner[-len(last) :] if cues.is_agency(last) else inner for inner, last in inside]
    agencies = [agency for agency in agencies if cues.is_agency(agency)]
    return Reading((*names, *agencies), rest, places)


def opens_with_desk(line: str, cues: PageCues) -> bool:
    """Whether a byline opens with the name of a desk: a single word behind it is its place."""
    first = cues.between_names.split(parts(line)[0], maxsplit=1)[0]
    return cues.is_desk(first.lower().strip(EDGES))


def read_part(part: str, cues: PageCues, before: Sequence[str], *, sure: bool) -> tuple[list[str], int, int]:
    """The names in a part of a byline that has no bars, the words left over, and those of them that stand alone.

    `before` are the names already read.
    """
    names: list[str] = []
    rest = places = 0
    pieces = cues.between_names.split(part)
    followed = bool(cues.job_after(pieces[-1].lower().strip(EDGES)))
    for number, piece in enumerate(pieces, 1):
        if opens_credit(piece, cues, named=bool(names or before)):
            return names, rest + len(piece.split()), places
        if number < len(pieces) and cues.is_job(pieces[-1].lower().strip(EDGES).rpartition(" ")[2]):
            piece = without_beat(piece)
        found, left = read_piece(
            cut_place(piece, cues), cues, sure=sure, followed=followed, named=bool(names or before)
        )
        if followed and number < len(pieces) and not cues.spaced:
            found = [name for name in found if is_full_name(name) or " " in name]  # the others are places
        if (names or before) and (opens_with_article(piece, cues) or (found and is_medium(found[-1], cues))):
            continue  # behind the author: "Jane Roe, Harbour News"
        if rest and not names and found and " " not in found[0] and cues.spaced and not cues.is_agency(found[0]):
            found, left = [], 1  # behind what is no name: "unserem Mann Peter Lange, Rom"
        names += found
        rest += left
        places += left == 1 and (len(pieces) == 1 or "," in part) and is_place(piece, cues)
    return names, rest, places


def opens_credit(piece: str, cues: PageCues, *, named: bool) -> bool:
    """Whether a piece of a byline names who took the pictures: behind a word for them, which has a colon or a
    name, or is shortened ("Fot. Anna Nowak")."""
    lower = piece.lower().lstrip()
    opening = cues.credit.opening(lower)
    rest = lower[len(opening) :].lstrip()
    return bool(opening) and (rest[:1] in (":", "：", "=") or bool(rest and (named or opening[-1] == ".")))


def without_pictures(text: str, cues: PageCues) -> str:
    """A byline without the name before a word for a picture in parentheses: "Jane Roe (text) and John Doe (photos)"."""
    for match in reversed(list(INSIDE_PARENTHESES.finditer(text))):
        if match[1].lower() in cues.credit:
            start = max([found.end() for found in cues.between_names.finditer(text, 0, match.start())], default=0)
            text = text[:start] + text[match.end() :]
    return text


def cut_place(text: str, cues: PageCues) -> str:
    """A part of a byline up to the word that opens a place or a medium ("in", "aus", "for")."""
    words = text.split()
    openings, other = cues.places, cues.language.function_words
    for number, word in enumerate(words[2:-1], 2):
        if (
            word not in particles()
            and (word in openings or word.lower() in other)
            and not (words[number + 1][0].islower() or behind_particle(words, number))
        ):
            return " ".join(words[:number])
    return text


def read_piece(text: str, cues: PageCues, *, sure: bool, followed: bool, named: bool) -> tuple[list[str], int]:
    """The name in a piece of a byline without titles and jobs, an agency right behind it; and the words left over.

    Where an author is `named` before it, more must tell that the words before a job are another.
    """
    name = text.strip(EDGES)
    if cues.is_agency(name):
        return [name], 0
    after = cues.job_after(name.lower())
    if after:
        name = name[: len(name) - len(after)].strip(EDGES)
    words = [word for word in name.split() if word.strip(EDGES)]
    if cues.spaced and len(words) >= 2 * WORDS_OF_A_NAME:
        words = [*words[:WORDS_OF_A_NAME], *before_picture(words[WORDS_OF_A_NAME:], cues)]  # "Ann Roe Foto Bo Ek"
    if not cues.spaced and len(words) > 1:
        words = before_picture([word for word in words if word.lower() not in cues.desks], cues)
        words = [word for word in words if not word.endswith(media_ends())] or words
    agency = agency_behind(words, cues)
    whole = (name[: -len(agency)] if agency else name).lower() if cues.spaced else " ".join(words).lower()
    if not words or (cues.is_desk(whole) and not has_job(words, cues)):
        return [], 0
    words = words[: len(words) - len(agency.split())]
    if len(words) == WORDS_WITH_PLACE and words[0] in cues.places and words[1][0].isupper():
        words = words[2:]  # "de notre correspondante à Rome Claire Fontaine"
    if len(words) > 2 and words[0].lower() in openings_elsewhere():
        words = words[1:]  # a byline in another language than the page's
    count = len(words)
    words = without_jobs(words, cues, named=named)
    followed = followed or bool(after) or len(words) < count
    if len(words) < count and not agency and (agency := agency_behind(words, cues)):
        words = words[: len(words) - len(agency.split())]  # "Jane Roe PA Political Correspondent"
    if not words:
        return ([agency] if agency else []), 0
    half = len(words) // 2
    if half and len(words) == 2 * half and words[:half] == words[half:]:
        words = words[:half]
    if not cues.spaced and len(words) > 1 and (followed or sure or all(map(is_surname_first, words))):
        full = [word for word in words if is_full_name(word)]
        if len(full) > 1 or (full and followed):
            return [*full, *([agency] if agency else [])], 0
        divided = len(words) == WORDS_OF_A_NAME and all(map(is_part_of_japanese_name, words))
        if (
            followed
            and not divided
            and words[0] not in long_surnames()
            and len(words[-1]) > 1
            and is_east_asian_name(words[-1])
        ):
            words = words[-1:]
    if words[-1].lower() in names_table()["suffixes"] and f"{words[-1]}." in text:
        words = [*words[:-1], f"{words[-1]}."]
    found = [" ".join(words)] if is_authors_name(words, cues, sure=sure, followed=followed) else []
    left = 0 if found else sum(not (is_code(word) or says_nothing(word.lower().strip(EDGES), cues)) for word in words)
    return ([*found, agency] if agency else found), left


def says_nothing(lower: str, cues: PageCues) -> bool:
    """Whether a word that is no part of a name is one of pages, or a shortened one that opens bylines ("oprac.")."""
    return lower in cues.words_of_pages or f"{lower}." in cues.by


def before_picture(words: list[str], cues: PageCues) -> list[str]:
    """The words before one for a picture: "김서연 사진 박민수" names the author and then the photographer."""
    spaced = cues.spaced
    known = (
        number
        for number, word in enumerate(words)
        if (word[0].isupper() and word.lower() in cues.credit if spaced else number and word in cues.credit)
    )
    return words[: next(known, len(words))]


def agency_behind(words: Sequence[str], cues: PageCues) -> str:
    """The agency that follows a name without a comma, or ""."""
    for size in (3, 2, 1):
        if len(words) >= size + 2 and cues.is_agency(" ".join(words[-size:])):
            return " ".join(words[-size:])
    return ""


def is_authors_name(words: Sequence[str], cues: PageCues, *, sure: bool, followed: bool) -> bool:
    """Whether the words of a piece, freed of all else, are a name."""
    name = " ".join(words)
    lower = name.lower()
    if not name or lower in cues.language.date_words or cues.is_desk(lower):
        return False
    if any(cues.is_job(word.lower()) for word in words) or lower in nobody():
        return False
    if is_east_asian_name(name):
        return followed or sure or is_surname_first(name)
    if not cues.spaced and any(map(is_east_asian_name, words)):
        return len(words) == 2 and all(map(is_east_asian_name, words)) and max(map(len, words)) <= 3
    if is_name(name):
        first = words[0].lower()
        return not (first in particles() and first in cues.language.function_words) and not are_initials(words)
    alone = sure and len(words) == 1 and SHORTEST_ALONE <= len(name) <= LONGEST_ALONE and name[0].isalpha()
    return alone and not (is_code(name) or is_elided(name, cues))


def bare_names(reading: Reading, cues: PageCues, *, placed: bool = False) -> Iterator[str]:
    """The names of a line that has nothing else, for lines that nothing but their form tells.

    None of their words may be one that pages use of themselves, or that no person is called. Where a line
    may be `placed`, it may have a place as well.
    """
    places = min(reading.places, max(1, len(reading.names)))  # "Jane Roe, Lagos and John Doe, Abuja"
    if reading.rest > (places if placed else 0) or not 1 <= len(reading.names) <= MOST_WORDS:
        return
    for name in reading.names:
        words = name.split()
        capitals = [word for word in words if not word.islower()]
        told = nobody().isdisjoint(word.lower().strip(EDGES) for word in words) and not any(
            word.lower().strip(EDGES) in cues.words_of_pages and not may_be_surname(words, number, cues)
            for number, word in enumerate(words)
        )
        if cues.is_agency(name) or (len(capitals) <= MOST_WORDS and told):
            yield name


def names_told_within(block: Block, page: Page) -> Iterator[str]:
    """The names behind a word that opens bylines inside a line: after a bar, dash or the like, a genre's label, or a
    date."""
    if block.role is not BYLINE and not has_any(block.lower, page.cues.within_bylines):
        yield from names_of_systems(block, page)
        return  # most lines, which are not cut into parts
    cues = page.cues
    found: list[str] = []
    for stretch_number, stretch in enumerate(stretches(block.text)):
        for number, part in enumerate(parts(stretch)):
            opening = cues.byline_words(part.lower()) if number or stretch_number else ""
            if opening:
                reading = read_names(part[len(opening) :], cues, sure=False)
                if number or not reading.rest:
                    found += reading.names
            else:
                found += names_behind_date(part, cues)
            found += names_behind_genre(part, cues)
    found = found or (list(names_behind_words(block, page)) if block.role is BYLINE else [])
    yield from found or names_of_systems(block, page)


def names_of_systems(block: Block, page: Page) -> Iterator[str]:
    """The names of a line in English on a page in another language, as publishing systems write it: "By Jane Roe |
    Published: 3 May 2024". It must have nothing else, and a date or known first names."""
    opening = openings_of_systems().opening(block.lower)
    rest = block.text[len(opening) :].lstrip(" :")
    if not opening or not rest or page.language is None:
        return
    for cues in (page.cues, cues_of(None)):
        reading = read_names(rest, cues, sure=False)
        if reading.names and not reading.rest:
            dated = DIGITS.search(rest) is not None
            yield from (name for name in reading.names if dated or has_given_name(name) or not name[0].isupper())
            return


@cache
def openings_of_systems() -> Cues:
    """Words that open bylines in the language that publishing systems speak."""
    return Cues(names_table()["openings_of_systems"])


def names_behind_date(part: str, cues: PageCues) -> Iterator[str]:
    """The names behind a date or time and a word that opens bylines: "17:45 by Jane Roe"."""
    if DIGITS.search(part) is None:
        return  # most parts
    words = part.split()
    last = max((number for number, word in enumerate(words) if kind_of(word, cues) == "digit"), default=-1)
    rest = " ".join(words[last + 1 :])
    opening = cues.byline_words(rest.lower()) if last >= 0 else ""
    if opening:
        yield from read_names(rest[len(opening) :], cues, sure=False).names


def names_behind_genre(part: str, cues: PageCues) -> Iterator[str]:
    """The names behind a genre's label and a word that opens bylines: "Opinion by Jane Roe"."""
    words = part.split(maxsplit=WORDS_OF_A_GENRE)
    if not words or words[0].lower() not in cues.openings_of_kickers:
        return  # most parts
    for place in range(1, WORDS_OF_A_GENRE + 1):
        label = " ".join(words[:place]).lower()
        # "Photo by Jane Roe": a label of picture series, and a credit
        if len(words) > place and label in cues.kicker_labels and label not in cues.credit:
            rest = " ".join(words[place:])
            if cues.byline_words(rest.lower()):
                yield from read_names(rest, cues, sure=False).names


def names_behind_words(block: Block, page: Page) -> Iterator[str]:
    """The names behind a word that opens bylines in any language, inside a line with a date or where known first names
    stand behind it alone: "1 May 2024 by Jane", "Harbour notes by Jane Roe"."""
    cues, dated = page.cues, page.date_shares[block.index][1]
    for segment in names_alone(block.text, cues):
        for part in (part for stretch in stretches(segment) for part in parts(stretch)):
            words = part.split()
            place = next((n for n, word in enumerate(words[:-1]) if opens_byline(word.lower(), cues)), None)
            if place is None:
                continue
            names = read_names(" ".join(words[place + 1 :]), cues, sure=dated).names
            if dated or (not has_given_name(" ".join(words[:place])) and any(map(has_given_name, names))):
                yield from names


def opens_byline(word: str, cues: PageCues) -> bool:
    """Whether a word opens bylines by itself, in the page's language or another."""
    return word in openings_elsewhere() or cues.byline_words(word) == word
