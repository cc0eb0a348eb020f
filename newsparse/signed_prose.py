"""Tails of prose that look like credits of pictures: agencies and reporters that sign it, a source behind a day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsparse.block import CLOSING_MARKS, STOPS, Block, stops_within
from newsparse.credits import AROUND_CREDIT, agency_parts
from newsparse.dated import DAY, NEARLY_ALL, date_share

if TYPE_CHECKING:
    from newsparse.cues import PageCues

AROUND_SIGN = AROUND_CREDIT + "©–—-"
"""What stands around agencies that sign an article."""
OPENING = "(["
ADDRESS = re.compile(r"\s\S{1,40}@\S{1,40}$")
FEWEST_OF_EAST = 16
"""Words from which one sentence and its reporter are a paragraph, in East Asia."""
MOST_SIGNS = 4
"""Signs of East Asia beside a day, as of hours and minutes, at most."""
LONGEST_SIGN, LONGEST_CODE = 30, 4
"""Characters of agencies that sign an article, and letters of an editor's code beside them, at most."""
FEWEST_OF_SENTENCES, FEWEST_OF_PARAGRAPH, MORE_WITHOUT = 12, 24, 10
"""Words from which a text with an agency at its end is a paragraph: with several sentences, or one; and how many more
where no parentheses are around the agency."""


def is_day(text: str, cues: PageCues) -> bool:
    """Whether a text opens with a day and has hardly a word else."""
    day = DAY.match(text)
    if day is None or date_share(text.lower(), cues.language)[0] < NEARLY_ALL:
        return False
    # signs without spaces between count as one word
    return cues.spaced or sum(map(str.isalpha, text[day.end() :])) <= MOST_SIGNS


def signs_off(block: Block, place: int, cues: PageCues) -> bool:
    """Whether the tail at `place` is nothing but news agencies and perhaps an editor's code ("(dpa/pes)", "(©NTB)"),
    behind a full stop: of a paragraph by its length, or by the words with which articles of the language are signed."""
    place -= block.text[place - 1] in OPENING
    tail = block.text[place:]
    apart = tail[0] in OPENING
    inner = tail.strip(AROUND_SIGN)
    if not cues.spaced:
        reporter = cues.job_after(ADDRESS.sub("", inner.lower())) and not cues.credit.opening(inner.lower())
        several = stops_within(block.text[:place].rstrip()) > 0
        return bool(reporter) and block.words >= (FEWEST_OF_SENTENCES if several else FEWEST_OF_EAST)
    if len(inner) > LONGEST_SIGN or not (apart or inner == tail.strip(AROUND_CREDIT)):
        return False
    parts = agency_parts(inner.lower())
    agencies = [part for part in parts if part in cues.news_agencies]
    if not agencies or any(part not in agencies and not is_code(part) for part in parts):
        return False
    if block.text[:place].rstrip(" " + CLOSING_MARKS)[-1:] not in STOPS:
        return False
    own = apart and bool(cues.agency_words(inner.lower()))
    several = own or stops_within(block.text[:place].rstrip()) > 0
    return block.words >= (FEWEST_OF_SENTENCES if several else FEWEST_OF_PARAGRAPH) + (0 if apart else MORE_WITHOUT)


def is_code(part: str) -> bool:
    """Whether a part of a sign-off is an editor's code of a few letters."""
    return part.isalpha() and len(part) <= LONGEST_CODE
