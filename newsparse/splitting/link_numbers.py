"""Numbers in brackets for links ("[12]Sport"), with a list of the addresses at the end, as text browsers print them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsparse.splitting.lines import Line

NUMBER = re.compile(r"\[\d{1,4}\]|⟨\d{1,4}⟩")
LISTED = re.compile(r"(?:(\d{1,4})\.|⟨(\d{1,4})⟩)[ \t]{1,3}[a-z][a-z0-9+]{1,12}:")
"""How a line of the list begins: with its number and an address."""
FEWEST = 3
"""Addresses of a list at least."""


def may_be_numbered(text: str) -> bool:
    """Whether a text has the number of a first link, and of a second."""
    return ("[1]" in text and "[2]" in text) or ("⟨1⟩" in text and "⟨2⟩" in text)


def addresses(lines: Sequence[Line]) -> frozenset[int]:
    """Where the lines of the list begin: one number after the other."""
    found: list[int] = []
    before = 0
    for line in lines:
        match = LISTED.match(line.text)
        if match and (number := int(match[1] or match[2])) > before:
            found.append(line.start)
            before = number
    return frozenset(found) if len(found) >= FEWEST else frozenset()


def without_numbers(text: str) -> str:
    """A line without the numbers of its links; one that is nothing else stays."""
    return NUMBER.sub("", text).strip() or text
