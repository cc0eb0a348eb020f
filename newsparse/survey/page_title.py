"""The title that a page's HTML has in its head, where a tool has put it above the text: "Headline | Publisher".

Mostly a line further below says it again, without the publisher: that is the headline. Where none does, the title is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsparse.block import Block

if TYPE_CHECKING:
    from newsparse.page import Page

MOSTLY, HALF = 0.8, 0.5
"""How much of a line's words the title has, where the line says it again, and how much of the title the line has."""
FEWEST = 3
"""Words of such a line at least."""
FEWEST_OF_TITLE = 6
"""Words of a title at least: what opens the page may as well be the site's name."""
NEAR = 4
"""Lines below the headline among which a key point may say what it says."""
DIVIDER = re.compile(r" [|\-–—·•»«›:] |(?<=\S)[｜：ㅣ](?=\S)")
"""What stands between headline, section and site."""
BARS = "|｜ㅣ"
"""Dividers that hardly stand within a headline."""
LONGEST_ENDING = 4
"""Letters behind the last dot of a site's address."""
LONGEST_SITE, LONGEST_SECTION = 5, 2
"""Words of a site's name, and of a section's, at most."""
SHORTEST = 10
"""Characters of a headline at least."""
LONGEST_LINE = 12
"""Words of a line of the page's furniture that names the site."""


def said_again(lines: Sequence[Block], likeliest: int, page: Page) -> Sequence[Block]:
    """Those of some lines, of which one is the likeliest headline, that say again what the first of them does, which
    opens the page; none if that is not the title of the page's HTML."""
    title = lines[0]
    others = [line for line in lines[1:] if line.words >= FEWEST and not line.is_item]
    same = [line for line in others if is_part(line.lower, title.lower)]
    if same and title.words >= FEWEST_OF_TITLE and page.topic.share_in_body(title.index) >= HALF:
        return same
    if likeliest != title.index:
        return []
    return same or [line for line in others if line.index < page.first_prose and says(line, title, page)]


def is_part(text: str, title: str) -> bool:
    """Whether a text is the title, or its first or last part and no small one."""
    if len(text) < HALF * len(title):
        return False
    if title.startswith(text):
        return len(text) == len(title) or DIVIDER.match(title, len(text)) is not None
    return title.endswith(text) and any(part.end() == len(title) - len(text) for part in DIVIDER.finditer(title))


def says(line: Block, title: Block, page: Page) -> bool:
    """Whether a line has hardly a word but those of the title, and half of them; close to the headline, a key point
    may have them, too."""
    if line.index < NEAR and DIVIDER.search(title.text) is None:
        return False
    own, words = page.topic.words[title.index], page.topic.words[line.index]
    fewest = max(HALF * len(own), MOSTLY * len(words), 2)
    return len(words) >= fewest and len(frozenset(own).intersection(words)) >= fewest


def without_site(title: str, furniture: Sequence[Block]) -> str:
    """A title without the name of the site behind it, and that of its section before that.

    A name is the site's if it is an address, or stands behind a bar, or if a line of the page's `furniture` has it too.
    """
    parts = list(DIVIDER.finditer(title))
    if not parts:
        return title  # most headlines
    lines = [f" {block.lower} " for block in furniture if block.words <= LONGEST_LINE]
    kept, longest, last = title, LONGEST_SITE, ""
    for part in reversed(parts):
        name = kept[part.end() :].strip().lower()
        if part.start() < max(SHORTEST, len(name)) or name.count(" ") >= longest:
            break
        known = part[0].strip() in BARS or part[0] == last or is_address(name)
        if not known and not any(f" {name} " in line and f"{part[0]}{name}" not in line for line in lines):
            break
        kept, longest, last = kept[: part.start()].rstrip(), LONGEST_SECTION, part[0]
    return kept


def is_address(name: str) -> bool:
    """Whether a name is the address of a site: "valleytimes.com"."""
    before, _, ending = name.rpartition(".")
    return bool(before) and " " not in name and ending.isalpha() and 1 < len(ending) <= LONGEST_ENDING
