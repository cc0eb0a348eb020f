"""Notes that pages have behind links ("opens in a new window"), in parentheses within the text: no part of it."""

from __future__ import annotations

import re
from functools import cache

from newsparse.data import read_data
from newsparse.languages import HEAD


@cache
def notes() -> tuple[str, ...]:
    """The notes, the longest first."""
    return tuple(sorted(read_data("tables/link_notes.toml")["notes"], key=len, reverse=True))


@cache
def heads_of_notes() -> frozenset[str]:
    """How notes begin."""
    return frozenset(note[:HEAD] for note in notes())


@cache
def any_note() -> re.Pattern[str]:
    """A note in parentheses, with a space before it, and behind it where punctuation follows; compiled for pages that
    may have one, as it takes 12 ms."""
    either = "|".join(map(re.escape, notes()))
    return re.compile(rf"[ \xa0]?[(（](?:{either})[)）](?:[ \xa0](?=[.,:;!?…)]))?", re.IGNORECASE)


def has_notes(text: str) -> bool:
    """Whether one of a text's parentheses may be a note: on most pages none is."""
    return any(mark in text and begins_note(text, mark) for mark in "(（")


def begins_note(text: str, mark: str) -> bool:
    """Whether what stands behind some opening parenthesis begins like a note."""
    heads = heads_of_notes()
    place = text.find(mark)
    while place >= 0:
        if text[place + 1 : place + 1 + HEAD].lower() in heads:
            return True
        place = text.find(mark, place + 1)
    return False


def without_notes(line: str) -> str:
    """A line without its notes; one that is nothing else stays."""
    return any_note().sub("", line).strip() or line
