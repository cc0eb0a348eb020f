"""The headline is chosen for the whole page: of the lines above the prose, the one that most looks like it.

Each line's traits are summed with the weights of `weights.toml`, table `[title]`. The outline has the last
word: it may find that the page, as an extractor left it, has no headline.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, chain
from typing import TYPE_CHECKING

from newsparse.block import Block
from newsparse.choice import likeliest
from newsparse.languages import Stem
from newsparse.names import looks_like_names
from newsparse.reader import OFTEN, ONCE

if TYPE_CHECKING:
    from newsparse.page import Page

SHORTEST, LONGEST = 3, 32
"""Words that a headline has; one of two words only counts near the prose."""
REACH = 70
"""Blocks above the densest prose among which the headline is looked for."""
NEARBY = 8
"""Blocks above the prose within which two words may be a headline."""
BELOW = 7
"""Blocks below a headline among which dates and bylines are looked for."""
NOT_FAR = 30
"""Lines above a headline among which others like titles are counted."""
STEP = 20
LENGTHS = (*(f"{low} to {low + STEP - 1}" for low in range(0, 7 * STEP, STEP)), f"{7 * STEP} and more")
"""How many characters a headline has, in steps."""
QUARTERS = ("few", "some", "many", "most", "all")
SPACES = ("no blank line", "a blank line", "a wide gap")
SEVERAL = ("no", "one", "two", "several")
TRAIL_MARKS = (" » ", " > ", " › ", " / ", " | ", "/ ")
"""What stands between the parts of a breadcrumb trail or a list of topics."""


def likely_headline(page: Page, weights: Mapping[str, float]) -> int:
    """The index of the line that most looks like the page's headline, or -1 if no line comes into question."""
    found = candidates(page)
    return found[0] if len(found) == 1 else likeliest(((n, traits(page.blocks[n], page)) for n in found), weights)


def candidates(page: Page) -> list[int]:
    """The lines that may be a headline: not far above the prose, neither too short nor too long, and no date."""
    if not page.body_end:
        return []
    last = min(page.body_start + 3, len(page.blocks))
    return [
        block.index
        for block in page.blocks[max(0, last - REACH) : last]
        if block.words <= LONGEST
        and (block.words >= SHORTEST or (block.words == 2 and block.index >= page.body_start - NEARBY))
        and page.date_share(block)[0] < 0.5
        and not is_byline(block, page)
    ]


def is_byline(block: Block, page: Page) -> bool:
    """Whether a line is a word such as "by", and names."""
    opening = page.cues.byline_opening(block)
    rest = block.text[len(opening) :].strip(" :") if opening else ""
    return bool(rest) and looks_like_names(rest.partition(",")[0], page.cues.between_names)


def traits(block: Block, page: Page) -> Iterator[tuple[str, float]]:
    """What speaks for or against a line as the headline, each with its amount (mostly 1)."""
    parts = (traits_of_form, traits_of_topic, traits_of_place, traits_of_surroundings)
    return chain.from_iterable([part(block, page) for part in parts])


def traits_of_form(block: Block, page: Page) -> Iterator[tuple[str, float]]:
    """Length, ending, marks and phrases of the line itself."""
    words, text, cues = block.words, block.text, page.cues
    if words <= 2:
        yield "two words", 1.0
    elif words <= 4:
        yield "up to four words", 1.0
    elif words == 5:
        yield "five words", 1.0
    elif words <= 18:
        yield "six to eighteen words", 1.0
    elif words > 22:
        yield "more than 22 words", 1.0
    if block.ends_with_question or block.final in "!！":
        yield "ends with a question or exclamation mark", 1.0
    elif block.ends_with_stop:
        yield "ends with a stop", 1.0
    elif block.ends_with_colon:
        yield "ends with a colon", 1.0
    if block.marker == "#":
        yield "the page's first-level heading", 1.0
    elif block.is_item:
        yield "a list item", 1.0
        above = page.neighbour(block, -1)
        if above is not None and above.is_item:
            yield "one of several list items", 1.0
    if words <= 14 and has_trail_mark(text):
        yield "a trail or a list of topics", 1.0
    if " - " in text or " – " in text or ": " in text:
        yield "a dash or a colon within", 1.0
    parts = text.split()
    yield f"{LENGTHS[min(len(text) // STEP, len(LENGTHS) - 1)]} characters", 1.0
    capitals = sum([part[0].isupper() for part in parts])
    yield f"{QUARTERS[4 * capitals // len(parts)]} of its words with a capital", 1.0
    if text.isupper():
        yield "all in capitals", 1.0
    elif text[0].islower():
        yield "begins in lower case", 1.0
    if cues.byline_opening(block):
        yield "opens like a byline", 1.0
    if cues.related_opening(block):
        yield "opens like a link to another article", 1.0
    if cues.boilerplate_opening(block):
        yield "opens like a word to the reader", 1.0
    elif page.boilerplate_inside(block):
        yield "has a word that pages use of themselves", 1.0
    if page.to_reader[block.index] in (ONCE, OFTEN):
        yield "speaks to the reader", 1.0


def has_trail_mark(text: str) -> bool:
    """Whether one of `TRAIL_MARKS` stands in a text."""
    for mark in TRAIL_MARKS:  # noqa: SIM110 - a generator takes twice as long
        if mark in text:
            return True
    return False


def traits_of_topic(block: Block, page: Page) -> Iterator[tuple[str, float]]:
    """The words that the line shares with the body and with its neighbours."""
    index, first = block.index, page.first_prose
    share = page.topic.share_in_body(index)
    yield "share of its words in the body", share
    if share >= 0.6:
        yield "most of its words stand in the body", 1.0
    elif share == 0.0:
        yield "no word of it stands in the body", 1.0
    if first != index:
        yield "share of its words in the first paragraph", page.topic.kinship(index, first, first + 1)
    own = frozenset(page.topic.words[index])
    above, below = page.blocks[max(0, index - 5) : index], page.blocks[index + 1 : index + 6]
    if len(own) > 1:
        if is_said_in(above, own, 0.8, page):
            yield "says what a line above says", 1.0
        if is_said_in(below[: max(0, first - index - 1)], own, 0.5, page):
            yield "a line below says much the same", 1.0
    words, lower = block.words, block.lower
    for other in below:
        if words > other.words >= 2 and other.lower in lower:
            yield "a line below is part of it", 1.0
            break
    if index and is_end_of(block, page.blocks[index - 1]):
        yield "the line above ends with it", 1.0
    if index + 1 < len(page.blocks) and is_end_of(page.blocks[index + 1], block):
        yield "ends with the line below", 1.0


def is_said_in(lines: Sequence[Block], own: frozenset[Stem], share: float, page: Page) -> bool:
    """Whether one of some lines has this share of a line's own words."""
    fewest = share * len(own)
    for line in lines:
        if line.words <= LONGEST:
            words = page.topic.words[line.index]
            # the comparison of lengths spares most lines that of the words
            if len(words) >= fewest and len(own.intersection(words)) >= fewest:
                return True
    return False


def is_end_of(block: Block, above: Block) -> bool:
    """Whether a line is the last part of a longer one, as a headline is of a breadcrumb trail."""
    return above.words > block.words and above.lower.endswith(block.lower)


def traits_of_place(block: Block, page: Page) -> Iterator[tuple[str, float]]:
    """How far above the prose the line stands, and what is near it."""
    index = block.index
    distance = page.first_prose - index
    if distance <= 1:
        yield "right above the prose", 1.0
    elif distance <= 3:
        yield "shortly above the prose", 1.0
    elif distance <= 8:
        yield "a little above the prose", 1.0
    elif distance > 15:
        yield "far above the prose", 1.0
    if index == 0:
        yield "the page's first line", 1.0
    if index > page.body_start:
        yield "within the prose", 1.0
    if index and page.prose[index - 1]:
        yield "right below prose", 1.0
    if page.prose_precedes(block, 4):
        yield "not far below prose", 1.0
    above, below = page.neighbour(block, -1), page.neighbour(block, 1)
    if below is not None and below.words > block.words and below.words >= 10:
        yield "above a longer line", 1.0
    dated = first_after(page.dated_places, index)
    if dated < BELOW:
        yield "a date below it", 1.0
        if dated <= 1:
            yield "a date right below it", 1.0
    signed = first_after(page.byline_places, index)
    if signed < BELOW:
        yield "a byline below it", 1.0
        if signed <= 1:
            yield "a byline right below it", 1.0
    if first_after(page.dated_places, index - 4) < 3:
        yield "a date above it", 1.0
    for name, other in (("above", above), ("below", below)):
        if other is not None and is_title_like(other, page):
            yield f"another title-like line {name} it", 1.0
            if page.topic.share_in_body(other.index) >= 0.5:
                yield f"another title-like line {name} it, on the subject", 1.0


def traits_of_surroundings(block: Block, page: Page) -> Iterator[tuple[str, float]]:
    """What sort of lines are around it, and how much space."""
    index, kinds = block.index, page.kinds
    yield f"above {kinds[index + 1]}", 1.0
    yield f"two above {kinds[index + 2]}", 1.0
    yield f"below {kinds[index - 1]}", 1.0
    yield f"two below {kinds[index - 2]}", 1.0
    if page.spaced:
        yield f"{SPACES[min(block.gap, 2)]} above it, {SPACES[min(block.gap_below, 2)]} below", 1.0
    yield f"{SEVERAL[min(page.title_like_above[index], 3)]} title-like lines not far above", 1.0


def count_title_like(page: Page) -> list[int]:
    """How many of the lines not far above look like titles, for each line down to the prose and one past it."""
    alike = [is_title_like(block, page) for block in page.blocks[: page.body_start + 4]]
    count = [0, *accumulate(alike)]
    return [above - count[max(0, index - NOT_FAR)] for index, above in enumerate(count)]


def first_after(places: Sequence[int], index: int) -> int:
    """How many lines stand between line `index` and the next of some sorted places."""
    number = bisect_right(places, index)
    return places[number] - index - 1 if number < len(places) else BELOW


def is_title_like(block: Block, page: Page) -> bool:
    """Whether a line could be a title by its form."""
    if not 4 <= block.words <= 26 or block.is_item or page.date_share(block)[0] >= 0.5:
        return False
    return not block.ends_with_stop or block.final in "?!？！"
