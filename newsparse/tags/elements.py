"""The tags of HTML in a text, one after the other, and what kinds of elements there are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newsparse.tags.escaped import FILLER, FILLERS

TOKEN = re.compile(
    r"<(?:(!--)|!\[CDATA\[|[!?][A-Za-z][^<>]*+>|(/?)([A-Za-z][A-Za-z0-9]{0,30}+(?:[.:-][A-Za-z0-9]{1,30}+){0,5}+)(?=[\s/>])"
    r"((?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+'|(?<==)\"[^\"]*+\"(?=[\s/>])|(?<==)'[^']*+'(?=[\s/>]))*+|[^<>]*+)>)|\]\]>"
)
"""A tag, with any sign in its quoted values or, where a quotation mark has no other, up to its end; how a comment
begins; what else is between angle brackets."""
END = re.compile(
    r"<(/?)(audio|canvas|head|iframe|noscript|object|rp|rt|script|style|svg|template|video)(?=[\s/>])[^<>]*+>",
    re.IGNORECASE,
)
"""The end of an element that holds nothing to read, or its beginning: another may stand in it."""
CODE = frozenset(("script", "style"))
"""Of these no other stands in one, whatever it looks like."""


def names(said: str) -> frozenset[str]:
    """The names of elements in a list."""
    return frozenset(said.split())


UNREAD = names("audio canvas head iframe noscript object rp rt script style svg template video")
"""Elements that hold nothing to read."""
HEADINGS = {f"h{level}": "#" * level for level in range(1, 7)} | {"headline": "#", "hl1": "#", "hl2": "##"}
"""The mark of each heading; the last ones are those of corpora and of the news industry's NITF."""
PARAGRAPH, ITEM = "p", "li"
LISTS = frozenset(("ul", "ol"))
CELLS = frozenset(("td", "th"))
CAPTIONS = frozenset(("figcaption", "caption"))
QUOTATION = "blockquote"
BREAK, RULE, KEPT = "br", "hr", "pre"
"""A line's end; a rule; what keeps the ends of its lines."""
STRONG = frozenset(("b", "strong"))
LINK, PICTURE = "a", "img"
LOOSE = names(
    "article aside blockquote body center details dialog dir div dl fieldset figure footer form header hgroup "
    "html main menu nav ol optgroup section table tbody td tfoot thead tr ul "
    "dateline text body.head body.content body.end block hedline"
)
"""Elements around others, those of corpora last: in what stands bare in them, blank lines part blocks."""
DATELINE, BODY = "dateline", "<body>"
"""A place that opens the first paragraph, where that is right behind it."""
WIRE = "text"
"""What corpora have around the text of a wire, which keeps the ends of its lines where no paragraph has tags."""
OTHERS = ("address", "byline", "dd", "docno", "dt", "legend", "option", "summary", "title")
BLOCKS = LOOSE.union(HEADINGS, CELLS, CAPTIONS, (PARAGRAPH, ITEM, BREAK, RULE, KEPT), OTHERS)
"""Elements that part what stands before them from what follows."""
CLOSE = CELLS.union((ITEM, "dd", "dt", "option", "optgroup", "summary", "tbody", "tfoot", "thead", "tr"))
"""Elements of which one stands right below the other, as the lines of a list do."""
WITHIN = names(
    "a abbr acronym area b base bdi bdo big button cite code col colgroup data del dfn em embed font i img input "
    "ins kbd label link map mark meta meter nobr output param picture progress q rb ruby s samp select small "
    "source span strike strong sub sup textarea time track tt u var wbr"
)
"""Elements within a line."""
NO_NAME = ""
"""The name of a comment, of an element that holds nothing to read but does not end, and of what is none."""

MOST_NAMES = 50
"""Names that HTML does not have whose ends are looked for in a text."""


class Tag(NamedTuple):
    """A tag, or a whole element that holds nothing to read: its place, whether it closes, its name, its attributes."""

    start: int
    end: int
    closes: bool
    name: str
    attributes: str


def tags_of(text: str) -> Iterator[Tag]:
    """The tags of a text, in order; what HTML has no such name for is text, unless it has an end."""
    place = last = 0
    unclosed: set[str] = set()
    others: dict[str, bool] = {}
    while match := TOKEN.search(text, place):
        start, place = match.span()
        name = (match[3] or NO_NAME).lower()
        if match[1]:
            end = text.find("-->", place) if NO_NAME not in unclosed else -1
            if end < 0:
                unclosed.add(NO_NAME)
                continue
            place = end + 3
        elif name in UNREAD and not match[2] and name not in unclosed:
            end = end_of(text, name, place)
            if end:
                place = end
            else:
                unclosed.add(name)
        elif name and not (name in BLOCKS or name in WITHIN or name in UNREAD or has_end(text, match[3], others)):
            continue
        whole = name not in UNREAD or place > match.end()
        if text[start - 1 : start] == FILLER:
            start = max(start - FILLERS, last)
        if text[place : place + 1] == FILLER and text[place - 1] == ">":
            place += FILLERS
        last = place
        yield Tag(start, place, bool(match[2]), name if whole else NO_NAME, match[4] or "")


def has_end(text: str, name: str, known: dict[str, bool]) -> bool:
    """Whether an element that HTML does not have ends somewhere, as those of a site's own do; `known` is of others."""
    if name not in known and len(known) < MOST_NAMES:
        known[name] = f"</{name}>" in text
    return known.get(name, False)


def end_of(text: str, name: str, place: int) -> int:
    """Where an element that holds nothing to read ends; 0 if it does not."""
    inner = 0
    for match in END.finditer(text, place):
        if match[2].lower() != name:
            continue
        if match[1]:
            if not inner:
                return match.end()
            inner -= 1
        elif name not in CODE:
            inner += 1
    return 0
