"""Entities of HTML that an extractor or a crawl left in its text: "&amp;", "&quot;", "&#8222;" """

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsparse.split import Line

ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
"""With its semicolon: without one, the parts of an address may look like one."""


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
    """The lines of a text with the characters that entities stand for, those written twice ("&amp;quot;") too; a line
    of nothing but spaces (`edges` are all that are stripped) is a blank one."""
    kept: list[Line] = []
    blank = 0
    for line in lines:
        text = line.text
        if "&" in text and (once := without_entities(text)) != text:
            text = (without_entities(once) if "&" in once else once).strip(edges)
        if text:
            kept.append(line._replace(text=text, gap=line.gap + blank) if blank or text is not line.text else line)
            blank = 0
        else:
            blank += line.gap + 1
    return kept
