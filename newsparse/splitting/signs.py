"""Signs that a text writes in another way: entities of HTML that a crawl left in it ("&amp;", "&#8222;"), and letters
that stand apart from their accents, as some file systems and programs write them (Unicode's form NFD)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from typing import TYPE_CHECKING
from unicodedata import is_normalized, normalize

if TYPE_CHECKING:
    from newsparse.splitting.lines import Line

ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
"""With its semicolon: without one, the parts of an address may look like one."""
MOST_TIMES = 4
"""How often they are read at most: each program on the way may have written them anew."""

ACCENTED = (0x03, 0x06, 0x11, 0x30)
"""The upper halves of the signs that may stand apart from their letters: accents of Latin, Greek and Cyrillic, of
Arabic, the vowels of Hangul, the marks of kana."""


def has_accents_apart(text: str, halves: bytes) -> bool:
    """Whether some letters of a text, of which `halves` are the `upper_halves`, stand apart from their accents."""
    return any(half in halves for half in ACCENTED) and not is_normalized("NFC", text)


def may_have_entities(text: str) -> bool:
    """Whether a text has any entity: most have none."""
    return "&" in text and ENTITY.search(text) is not None


def without_entities(text: str) -> str:
    """A line with the characters that entities stand for; every space is a plain one."""
    return ENTITY.sub(character, text)


def character(entity: re.Match[str]) -> str:
    """What an entity stands for; the entity itself where nothing has its name."""
    said = unescape(entity[0])
    return " " if said.isspace() else said


def decoded(lines: Sequence[Line], edges: str) -> list[Line]:
    """The lines of a text with the characters that entities stand for, those written again ("&amp;quot;") too; a line
    of nothing but spaces (`edges` are all that are stripped) is a blank one, at the end of the line above."""
    kept: list[Line] = []
    blank, start = 0, -1
    for line in lines:
        text = line.text
        if "&" in text and (said := without_entities(text)) != text:
            for _ in range(MOST_TIMES - 1):
                if "&" not in said:
                    break
                said = without_entities(said)
            text = said.strip(edges)
        if text:
            if start >= 0:
                line = line._replace(start=start)
            kept.append(line._replace(text=text, gap=line.gap + blank) if blank or text is not line.text else line)
            blank, start = 0, -1
        else:
            blank += line.gap + 1
            if kept:
                kept[-1] = kept[-1]._replace(end=line.end)
            elif start < 0:
                start = line.start
    return kept or list(lines)


def composed(lines: Sequence[Line]) -> list[Line]:
    """The lines of a text with each letter and its accents in one sign, as phrases and names are written (NFC)."""
    return [line._replace(text=normalize("NFC", line.text)) for line in lines]
