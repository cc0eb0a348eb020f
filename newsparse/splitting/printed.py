"""Pages printed to paper or PDF and turned to text again: each has a line of its own at its top and its foot, such as
"03.05.24, 16:20 Title – Site" and "https://… 1/3", which is none of the article's.

Form feeds tell where a page ends, or lines that count the pages; what stands there again on another page, but for its
numbers, is such a line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from newsparse.block import STOPS
from newsparse.data import read_data
from newsparse.splitting.unwrap import NARROWEST, WIDEST, Wrap, find_wrap

if TYPE_CHECKING:
    from newsparse.splitting.lines import Line

FORM_FEED = "\x0c"
FIRST_OF = re.compile(r"1(?:/\d{1,3}| [^\W\d_]{1,4} \d{1,3})[ \t\r]{0,9}$", re.MULTILINE)
"""The end of the line that counts the first page: "1/3", "Page 1 of 3", "Seite 1 von 3"."""
COUNTED = re.compile(r"(?<!\d)(\d{1,3})(?:/| [^\W\d_]{1,4} )(\d{1,3})$")
DIGITS = re.compile(r"\d+")
PRINTED_ON = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}[:.]\d\d")
"""What browsers print at a page's top: the day and the time."""
ADDRESS = "://"
REACH = 3
"""Lines at a page's top, and at its foot, among which such a line is."""
OFTEN = 0.5
"""The share of the pages on which it stands."""
ABOUT = 0.88
"""How much of the longest line the others of a paragraph take at least, with the next word: letters are not all as
wide as each other on paper."""
WORDS_OF_TITLE = 3
"""Words before a count that are more than a label."""
SHORTEST_PAGE = 300
"""Characters above a foot that is known by its words alone."""
FEWEST, MOSTLY = 3, 0.7
"""Lines that take as much, and their share among those with another right below."""


def with_running_lines(lines: list[Line], text: str) -> tuple[list[Line], frozenset[int]]:
    """The lines, and where those of the pages' tops and feet begin; each has a blank one above and below then, so that
    no paragraph goes on with it."""
    if FORM_FEED not in text and not FIRST_OF.search(text):
        return lines, frozenset()  # most texts
    printed = running_lines(lines, text)
    starts = [line.start in printed for line in lines]
    beside = [here or above for above, here in pairwise([False, *starts])]
    return [
        line._replace(gap=1) if apart and not line.gap else line for line, apart in zip(lines, beside, strict=True)
    ], printed


def running_lines(lines: Sequence[Line], text: str) -> frozenset[int]:
    """The lines of the pages' tops and feet, by where they begin."""
    feet = counting_lines(lines)
    edges = {0, len(lines), *(foot + 1 for foot in feet)}
    if FORM_FEED in text:
        ends = [(above.end, below.start) for above, below in pairwise(lines)]
        edges.update(place for place, (end, start) in enumerate(ends, 1) if text.find(FORM_FEED, end, start) >= 0)
    if len(edges) <= 2 and not feet:
        return frozenset()
    found = {*feet, *again(lines, edges)}
    if len(feet) == 1 and PRINTED_ON.match(lines[0].text):
        found.add(0)  # a single page
    return frozenset(lines[place].start for place in found) if len(found) < len(lines) else frozenset()


def find_wrap_of_print(lines: Sequence[Line], text: str, printed: Collection[int]) -> Wrap | None:
    """How a print was wrapped: at a column, or at about one."""
    body = [line for line in lines if line.start not in printed]
    return find_wrap(body, text) or find_wrap_about(body)


def find_wrap_about(lines: Sequence[Line]) -> Wrap | None:
    """How a text was wrapped by a program that sets letters of several widths, or nothing if it was not."""
    longest = max((len(line.text) for line in lines), default=0)
    if not NARROWEST <= longest <= 2 * WIDEST:
        return None
    wrap = Wrap(int(ABOUT * longest), len)
    above = [above.text for above, below in pairwise(lines) if below.gap == 0 and wrap.is_full(above, below)]
    beside = sum(below.gap == 0 and len(above.text) > wrap.column / 2 for above, below in pairwise(lines))
    full = sum(text[-1] not in STOPS for text in above)
    return wrap if full >= FEWEST and full >= MOSTLY * beside else None


def counting_lines(lines: Sequence[Line]) -> list[int]:
    """The lines that count the pages, one after the other, all with the same words before; a single page's is known by
    its address."""
    series: dict[tuple[str, str], list[int]] = {}
    for place, line in enumerate(lines):
        match = COUNTED.search(line.text)
        if match and is_foot(before := line.text[: match.start()].strip()):
            places = series.setdefault((DIGITS.sub("0", before), match[2]), [])
            if int(match[1]) == len(places) + 1:
                places.append(place)
    found = [
        places
        for (before, total), places in series.items()
        if len(places) == int(total)
        and (len(places) > 1 or ADDRESS in before)
        and (is_label_of_page(before) or are_pages(lines, places))
    ]
    return max(found, key=len, default=[])


def is_foot(before: str) -> bool:
    """Whether what stands before the count is of a page, and not of a picture ("Image 1/9"): a word for it, an address,
    a title."""
    return is_label_of_page(before) or before.count(" ") >= WORDS_OF_TITLE - 1


def is_label_of_page(before: str) -> bool:
    """Whether what stands before the count can be of nothing but a page."""
    return ADDRESS in before or before.lower() in words_for_page()


def are_pages(lines: Sequence[Line], feet: Sequence[int]) -> bool:
    """Whether as much as a page stands above each foot but the last, where a picture has a caption."""
    above = [0, *(lines[place].end for place in feet[:-1])]
    return all(lines[place].start - end >= SHORTEST_PAGE for place, end in zip(feet[:-1], above, strict=False))


@cache
def words_for_page() -> frozenset[str]:
    """Words for a page, in any language."""
    return frozenset(read_data("tables/handed_on.toml", head=True)["pages"])


def again(lines: Sequence[Line], edges: Collection[int]) -> set[int]:
    """The lines near the edges of pages whose words stand near others too, but for their numbers."""
    near = sorted({place for edge in edges for place in range(edge - REACH, edge + REACH) if 0 <= place < len(lines)})
    bare = [" ".join(DIGITS.sub("0", lines[place].text).split()) for place in near]
    times = Counter(bare)
    fewest = max(2, OFTEN * (len(edges) - 1))
    return {place for place, words in zip(near, bare, strict=True) if times[words] >= fewest}
