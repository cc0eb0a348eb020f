"""Datelines: the place, and perhaps date and agency, that open the first paragraph of an agency's report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

import attrs

from newsparse.bylines.eastern_datelines import eastern_dateline
from newsparse.data import read_data
from newsparse.dates.dated import DIGITS
from newsparse.names import has_given_name, is_name, small_in_places

if TYPE_CHECKING:
    from newsparse.cues import PageCues

PLACE = (
    r"[^\W\d_](?:[^.!?:;\n–—(]|(?<=\b[^\W\d_])\.|(?<=\b[^\W\d_]{2})\.|(?<=\b[^\W\d_]{3})\.|(?<=\b[^\W\d_]{4})\."
    r"|(?<=\b\d)\.|(?<=\b\d\d)\.|(?<=\b\d{4})\.|(?<=[^\W\d_]{5})\.(?=[^\W\d_])){1,40}?"
)
"""A place may have an abbreviation, a date or a site: "ST. LOUIS", "JACKSON, Miss.", "Praha 12. března", "JAKARTA,
KOMPAS.com"; a full stop and a space behind a longer word end a sentence."""
AFTER_PLACE = re.compile(r"[(–—,/]|\s--?\s|(?<=[^\W\d_]{5})\.\s")
FRONT = re.compile(
    r"(?:\(([^()]{2,30})\)|([^\W\d_][^()–—,:\n]{1,24}?))\s?(?:--?|[–—])\s(?=\S)|\(([^()]{2,30})\)\s?(?=\S)"
)
"""What may be an agency, and a dash: "(ANSA) - ", "AGI - "; in parentheses it does without: "(dpa) "."""
BEHIND = re.compile(r"([^\W\d_][^.–—()\n]{1,29}?)(?:\.|\s?[–—]|\s--?)\s")
"""What may be an agency behind the dash: "МОСКВА, 12 мар — РИА Новости. "."""
BETWEEN_AGENCIES = re.compile(r"[()（）\[\],/;|–—]|\s-\s|\s\+\s")
BETWEEN_PEOPLE = re.compile(r"\s?[-–,&]\s?")
SITE = re.compile(r"[^\W\d_]{5}\.[^\W\d_]")
MARKS = ("(", "–", "—", " -", " /", ".-")
"""One of them ends every dateline of scripts with spaces."""
BAR = " | "
PLAIN = re.compile(r"(?:\(([^\W\d_][^().:,\n]{1,30})\)|([^\W\d_][^().:,\n]{1,30}):)\s(?=\S)")
"""What may be a place, in parentheses or before a colon: "(Québec) ", "NEW DELHI: "."""
MOST_WORDS = 5
REACH = 48
"""Characters within which what ends a dateline's place begins."""


@attrs.frozen
class Dateline:
    """What opens a report: the text with its dash or parentheses, the place and the agencies."""

    text: str
    place: str | None = None
    agencies: tuple[str, ...] = ()


def find_dateline(text: str, cues: PageCues) -> str:
    """The dateline that opens a paragraph, with its dash or parentheses, or ""."""
    found = read_dateline(text, cues)
    return "" if found is None else found.text


def read_dateline(text: str, cues: PageCues) -> Dateline | None:
    """The dateline that opens a paragraph, with its place and agencies, or None."""
    if not cues.spaced and (eastern := eastern_dateline(text, cues)):
        return Dateline(*eastern)
    head = text[:REACH]
    if BAR in head and (barred := before_bar(text, cues)):
        return barred
    if not any(map(head.__contains__, MARKS)):
        return None  # most paragraphs: nothing that a place would stand before
    front = FRONT.match(text)
    said = (front[1] or front[2] or front[3]) if front else ""
    agencies = wired_in(said, cues)
    if front and agencies and (front[1] or front[3] or not said.islower()):
        if front[3] and text[front.end()].islower():
            return None  # "(AP) is short for …"
        start = front.end()
        match = dateline().match(text, start)
        if match and match["place"].isupper() and names_place(match, cues):
            return Dateline(text[: match.end()], place_of(match[0], cues), tuple(agencies))
        return Dateline(front[0], None, tuple(agencies)) if is_agencies(said, cues) or said.lower() in media() else None
    match = dateline().match(text)
    if match is None or not names_place(match, cues):
        return None
    behind = BEHIND.match(text, match.end()) if match["inner"] is None and match["slashed"] is None else None
    end = behind.end() if behind and cues.is_agency(behind[1]) else match.end()
    return Dateline(text[:end], place_of(match[0], cues), tuple(wired_in(text[:end], cues)))


def dateline_of(leads: Sequence[str], paragraphs: Sequence[str], cues: PageCues) -> Dateline | None:
    """The dateline of an article: of its first paragraph, or, if agencies stand in it, of the lead or the second."""
    found = read_dateline(paragraphs[0], cues) if paragraphs else None
    if found is not None:
        return found
    others = (read_dateline(text, cues) for text in (*leads, *paragraphs[1:2]))
    return next((other for other in others if other and other.agencies), None)


@cache
def dateline() -> re.Pattern[str]:
    """A place, and what ends it; compiled when first used, as it takes 3 ms."""
    return re.compile(
        rf"(?P<place>{PLACE})(?:\s?\((?P<inner>[^()]{{1,40}})\)\s?(?P<dash>[-–—.:/]\s?)?"
        r"|\.?\s/(?P<slashed>[^/]{2,30})/\s?(?:[-–—.:]\s?)?"
        r"|\s?[–—]\s|\s--?\s|\.\s?[–—]\s|(?P<stop>\.-\s))(?=\S)"
    )


def names_place(match: re.Match[str], cues: PageCues) -> bool:
    """Whether what stands before a dash or parenthesis may be a place: few words, all but particles in capitals.

    Parentheses alone open no dateline, unless an agency stands in them; slashes never do without one. A place that
    opens with an article ("LA HABANA", "The Hague") is one beside an agency, or in capitals.
    """
    whole = match["place"].partition(",")[0]
    if SITE.search(whole):
        return False
    place = before_date(whole, cues)
    words = place.split()
    inner = match["slashed"] or match["inner"]
    agency = inner is not None and any(
        cues.is_agency(part := said.strip()) or part.lower() in media() for said in re.split("[/,]", inner)
    )
    if len(words) > MOST_WORDS or (match["slashed"] and not agency):
        return False
    if not (agency or place.isupper()) and (words[0].lower() in cues.language.function_words or match["stop"]):
        return False
    if any(word[0].islower() and word not in small_in_places() for word in words):
        return False
    if inner is None or agency:
        return True
    return match["dash"] is not None and match["dash"][0] in "-–—" and len(inner.split()) < 3


def before_date(place: str, cues: PageCues) -> str:
    """A place without the day behind it: "Praha 12. března"; other numbers are part of what it is."""
    digit = DIGITS.search(place)
    if digit is None or not digit.start():
        return place
    words = [word.strip(".,") for word in place[digit.start() :].lower().split()]
    names = [word for word in words if not word.isdecimal()]
    return place[: digit.start()].rstrip() if names and cues.language.date_words.issuperset(names) else place


def place_of(text: str, cues: PageCues) -> str | None:
    """The place alone, of a dateline that opens with it."""
    place, *others = AFTER_PLACE.split(text)
    if others and text[len(place) : len(place) + 1] == "/" and names_people(place):
        place = others[0]  # "Mehmet YALIN/ANKARA, (DHA) - "
    return before_date(place.strip(" .-"), cues) or None


def names_people(text: str) -> bool:
    """Whether what stands before a slash is a person's name, or several."""
    return " " in text.strip() and has_given_name(text) and all(map(is_name, BETWEEN_PEOPLE.split(text.strip())))


def before_bar(text: str, cues: PageCues) -> Dateline | None:
    """The dateline before a bar: a place in capitals, and perhaps the medium or agencies ("BERLIN taz/dpa | ")."""
    head = text[:REACH].partition(BAR)[0]
    words = head.split()
    agencies = agencies_in(words[-1], cues) if len(words) > 1 else []
    if len(words) > 1 and (agencies or words[-1].islower()):
        words.pop()
    place = " ".join(words)
    lower = place.lower()
    if not place.isupper() or not place.replace(" ", "").isalpha() or not 0 < len(words) <= MOST_WORDS:
        return None
    if lower in cues.kicker_labels or lower in cues.marks or not cues.words_of_pages.isdisjoint(lower.split()):
        return None
    return Dateline(head + BAR, place, tuple(agencies))


def plain_place(paragraphs: Sequence[str], cues: PageCues) -> str | None:
    """The place in parentheses, or in capitals before a colon, that opens the first paragraph; or None.

    Labels and those who speak in an interview stand so too: a place is named again, within a sentence, and opens no
    other paragraph. Where nouns have capitals this tells nothing.
    """
    match = PLAIN.match(paragraphs[0]) if paragraphs and not cues.language.capital_nouns else None
    if match is None:
        return None
    place = match[1] or match[2]
    lower = place.lower()
    if place.isupper() != (match[2] is not None) or not place[0].isupper() or len(place.split()) > MOST_WORDS:
        return None
    if cues.is_agency(place) or lower in cues.marks or lower in cues.kicker_labels:
        return None
    if any(other and other[0] == match[0] for other in map(PLAIN.match, paragraphs[1:])):
        return None
    again = re.compile(rf"[^\W\d_],? {re.escape(place.title() if match[2] else place)}\b")
    return place if any(map(again.search, paragraphs)) else None


@cache
def media() -> frozenset[str]:
    """Media that hand their reports on with a dateline as agencies have it."""
    return frozenset(read_data("tables/agencies.toml")["handing_on"])


def wired_in(text: str, cues: PageCues) -> list[str]:
    """The agencies in a dateline, or else the medium."""
    others = (part.strip(" .,:") for part in BETWEEN_AGENCIES.split(text))
    return agencies_in(text, cues) or [part for part in others if part.lower() in media()]


def agencies_in(text: str, cues: PageCues) -> list[str]:
    """The parts of a text that are agencies; of those with a hyphen too ("TT-AFP"), if they are nothing else."""
    found: list[str] = []
    for part in BETWEEN_AGENCIES.split(text):
        part = part.strip(" .,:")
        if part and cues.is_agency(part):
            found.append(part)
        elif "-" in part and all(map(cues.is_agency, halves := part.split("-"))):
            found += halves
    return found


def is_agencies(text: str, cues: PageCues) -> bool:
    """Whether a text is nothing but agencies."""
    parts = [part for part in BETWEEN_AGENCIES.split(text) if part.strip(" .,:")]
    return len(parts) > 0 and all(agencies_in(part, cues) for part in parts)
