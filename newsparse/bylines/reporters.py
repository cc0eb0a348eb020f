"""Who reported, by the datelines of East Asia and Turkey: "(서울=뉴스1) 김서연 기자 =", "（记者李晓雯、张波）"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsparse.bylines.datelines import find_dateline
from newsparse.bylines.eastern_datelines import BETWEEN_NAMES, DAY, EQUALS, GIVEN, before_place, without_agency
from newsparse.bylines.people import read_names
from newsparse.captions.credit_places import BEFORE_PLACE
from newsparse.cues import PageCues
from newsparse.names import has_given_name, is_surname_first

DATELINE = re.compile(r"[(（\[【〔]([^()（）\[\]【】〔〕]{2,40})[)）\]】〕](?:\s?([^=＝。.()（）]{2,30})[=＝])?")
"""Parentheses in an East Asian dateline and the rest to an equals sign: "(서울=뉴스1) 김서연 기자 ="."""
DATELINE_END = 80
"""Characters of the first paragraph in which a dateline may name the author."""


def reporters_in(paragraph: str, cues: PageCues) -> Iterator[str]:
    """The names in the dateline of a first paragraph."""
    if cues.spaced:
        signed = BEFORE_PLACE.match(paragraph)
        if signed and cues.is_agency(signed[2]) and has_given_name(signed[1]):
            yield from read_names(signed[1], cues, sure=False).names
            return
        name, dash, _ = paragraph[len(find_dateline(paragraph, cues)) :][:DATELINE_END].partition(" - ")
        if dash and name.isupper() and has_given_name(name) and not paragraph.startswith(name):
            yield from read_names(name, cues, sure=False).names
        return
    for match in DATELINE.finditer(paragraph[:DATELINE_END]):
        for whole in filter(None, match.groups()):
            text = without_agency(whole, cues)
            opening = cues.byline_words(text.lower())
            day = DAY.search(text) if opening else None
            if day is not None:
                # "中央社記者林怡君台北12日電": the last name and the place are one word
                *names, last = BETWEEN_NAMES.split(text[len(opening) : day.start()])
                yield from (name for name in (*names, before_place(last)) if len(name) > GIVEN)
            elif opening or cues.job_after(text.lower().strip()):
                yield from read_names(text[len(opening) :], cues, sure=bool(opening)).names
            elif is_surname_first(name := EQUALS.split(whole)[-1].strip()) and name != whole:
                yield name
