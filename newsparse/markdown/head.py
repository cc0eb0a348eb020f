"""Head matter: what tools write of a page above its text, as Jina Reader and trafilatura do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from newsparse.data import read_data
from newsparse.markdown.marks import strip_marks
from newsparse.splitting.fields import LABEL
from newsparse.splitting.hints import NOTHING

if TYPE_CHECKING:
    from newsparse.splitting.lines import Line

FENCE = "---"
"""What stands above and below the head matter of most tools."""
ADDRESS = "://"
MOST_LINES = 60
"""Lines of head matter at most."""
FEWEST_KEYS = 2
"""Lines with a known key at least; others have keys of the site's own."""
LINES_BELOW = 300
"""Lines below it among which the page's title is looked for."""
READ = 1000
"""Characters of such a line that are compared with a title: a page may have many titles, and long lines."""
FEWEST_WORDS = 3
"""Words of a line that may be the title, or most of it."""


@cache
def keys() -> dict[str, str]:
    """The known keys, each with the list that it stands in."""
    return {key: name for name, every in read_data("tables/head_matter.toml").items() for key in every}


@cache
def picture_number() -> re.Pattern[str]:
    """How a picture's text begins where a tool counts the pictures, with its bracket."""
    words = "|".join(word for word, kind in keys().items() if kind == "pictures")
    return re.compile(rf"!\[(?:{words}) \d{{1,4}}(?::[ \t]|(?=\]))", re.IGNORECASE)


def read_head(lines: Sequence[Line]) -> list[tuple[str, str]]:
    """The mark and the text of each line of a page's head matter; none if it has none.

    Lines that name authors and dates stay as they are, and that of the text without its key; the title stays where no
    line below says it: then it is the page's first heading. Every other is nothing but marks.
    """
    size = fenced(lines) if lines and lines[0].text == FENCE else unfenced(lines)
    head = [line.text for line in lines[:size]]
    found: list[tuple[str, str]] = []
    for text in head:
        kind, value = kind_of(text)
        if kind == "titles" and value and not is_said(value, lines[size:]):
            found.append(("#", value))
        elif kind == "texts" and value:
            found.append(("", value))
        else:
            found.append(("", text) if kind == "kept" and value else (NOTHING, text))
    return found


def fenced(lines: Sequence[Line]) -> int:
    """How many lines there are up to the second fence, if those between are keys, their values and items."""
    known = 0
    for index, line in enumerate(lines[1:MOST_LINES], 1):
        if line.text == FENCE:
            return index + 1 if known >= FEWEST_KEYS else 0
        if line.gap or not (LABEL.match(line.text) or line.indent or line.text.startswith("- ")):
            return 0
        known += kind_of(line.text)[0] != ""
    return 0


def unfenced(lines: Sequence[Line]) -> int:
    """How many of the first lines have known keys, if the first is the page's title and another its address."""
    if not lines or kind_of(lines[0].text)[0] != "titles":
        return 0
    head: list[str] = []
    for line in lines[:MOST_LINES]:
        kind, _ = kind_of(line.text)
        if not kind or (kind == "titles" and head):
            break
        head.append(kind if ADDRESS not in line.text else ADDRESS)
    return len(head) if ADDRESS in head else 0


def kind_of(text: str) -> tuple[str, str]:
    """The list of the key that opens a line, or "", and the value behind it."""
    match = LABEL.match(text)
    kind = keys().get(match[1].lower(), "") if match else ""
    value = text[match.end() :].strip() if match else ""
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return kind, value[1:-1].strip() if quoted else value


def is_said(title: str, lines: Iterable[Line]) -> bool:
    """Whether a line is a title, without the name of the site that may stand behind it, or begins with it."""
    title = title.lower()
    for line in islice(lines, LINES_BELOW):
        said = strip_marks(line.text[:READ])[1].lower()
        if said == title or (said.count(" ") + 1 >= FEWEST_WORDS and (said in title or said.startswith(title))):
            return True
    return False
