"""The headline is chosen for the whole page: of the lines above the prose, the one that most looks like it.

Each line's traits are summed with the weights of `weights.toml`, table `[title]`. The outline has the last
word: it may find that the page, as an extractor left it, has no headline.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, chain
from typing import TYPE_CHECKING

from newsparse.block import Block, ends_like_title, stops_within
from newsparse.dates.dated import is_only_date
from newsparse.languages import Stem
from newsparse.splitting.lines import NUMBER
from newsparse.survey.choice import Choice, Part, many, room, worth
from newsparse.survey.headless import traits_of_none
from newsparse.survey.kinds import KINDS, LONGISH, SHORT
from newsparse.survey.page_title import said_again
from newsparse.survey.reader import OFTEN, ONCE
from newsparse.survey.title_lines import LONGEST, REACH, has_trail_mark, is_end_of, likely_lines, may_be_headline

if TYPE_CHECKING:
    from newsparse.page import Page
    from newsparse.weights import Weights

BELOW = 7
"""Blocks below a headline among which dates and bylines are looked for."""
NOT_FAR = 30
"""Lines above a headline among which others like titles are counted."""
STEP = 20
LENGTHS = tuple(
    f"{size} characters"
    for size in (*(f"{low} to {low + STEP - 1}" for low in range(0, 7 * STEP, STEP)), "140 and more")
)
"""How many characters a headline has, in steps."""
CAPITALS = tuple(f"{share} of its words with a capital" for share in ("few", "some", "many", "most", "all"))
SEVERAL = tuple(f"{count} title-like lines not far above" for count in ("no", "one", "two", "several"))
OPENS = ("opens like a byline", "opens like a link to another article", "opens like a word to the reader")
OF_PAGES, TO_READER = "has a word that pages use of themselves", "speaks to the reader"
FELLOWS = ("another title-like line above it", "another title-like line below it")
KINDRED = tuple(f"{fellow}, on the subject" for fellow in FELLOWS)
SIDES = ("is", "above", "two above", "three above", "below", "two below")
MOSTLY_SAID, NOT_SAID = "most of its words stand in the body", "no word of it stands in the body"
IN_BODY, MANY_IN_BODY = "share of its words in the body", "many of its words in the body"
MANY_IN_OPENING = "many of its words in the opening"
OPENING = 3
"""Blocks of prose that are the opening."""
SAID_ABOVE, SAID_BELOW = "says what a line above says", "a line below says much the same"
PART_BELOW, END_OF_ABOVE, END_IS_BELOW = (
    "a line below is part of it",
    "the line above ends with it",
    "ends with the line below",
)
DIVIDERS = (", ", " - ", " – ", " | ", " / ", " · ", " • ", " » ", " > ", " › ")
DIVIDED = (
    "no comma, bar or dash",
    "one comma, bar or dash",
    "two commas, bars or dashes",
    "several commas, bars or dashes",
)
SENTENCES, NUMBERED = ("two sentences", "several sentences"), "opens with a number"
TIMES = ("", *(f"stands on the page {often}" for often in ("once", "twice", "more often")))


def likely_headline(page: Page, weights: Weights) -> int:
    """The index of the line that most looks like the page's headline, or -1: none comes into question, or the page
    looks more like one without."""
    lines = likely_lines(page)
    likeliest = choice(weights).likeliest
    best, most = likeliest(lines, page, may_be_headline)
    if best < 0:
        return -1
    opening = lines[0]
    if opening.index == 0 and may_be_headline(opening, page):
        lines = [line for line in lines if may_be_headline(line, page)]
        if again := said_again(lines, best, page):
            return likeliest(again, page, may_be_headline)[0]
    return best if most >= worth(traits_of_none(page), weights.title) else -1


@lru_cache(maxsize=8)
def choice(weights: Weights) -> Choice:
    """The choice among lines, made once for a set of weights."""
    return Choice(PARTS, weights.title)


def traits(block: Block, page: Page) -> Iterator[tuple[str, float]]:
    """What speaks for or against a line as the headline, each with its amount (mostly 1)."""
    return chain.from_iterable([part.traits(block, page) for part in PARTS])


def traits_of_form(block: Block, page: Page) -> Iterator[tuple[str, float]]:
    """Length, ending and marks of the line itself."""
    words, text = block.words, block.text
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
    yield LENGTHS[min(len(text) // STEP, len(LENGTHS) - 1)], 1.0
    capitals = sum([part[0].isupper() for part in parts])
    yield CAPITALS[4 * capitals // len(parts)], 1.0
    if text.isupper():
        yield "all in capitals", 1.0
    elif text[0].islower():
        yield "begins in lower case", 1.0


def traits_of_phrases(block: Block, page: Page) -> Iterator[tuple[str, float]]:
    """Phrases by which a line is something else than a headline."""
    may_open, cues = page.may_open[block.index], page.cues
    if may_open and cues.byline_opening(block):
        yield OPENS[0], 1.0
    if may_open and cues.related_opening(block):
        yield OPENS[1], 1.0
    if may_open and cues.boilerplate_opening(block):
        yield OPENS[2], 1.0
    elif page.phrases_inside[block.index]:
        yield OF_PAGES, 1.0
    if page.to_reader[block.index] in (ONCE, OFTEN):
        yield TO_READER, 1.0


def traits_of_details(block: Block, page: Page) -> Iterator[tuple[str, float]]:
    """How the line is divided, how it opens, and how often it stands on the page."""
    text = block.text
    yield DIVIDED[min(divisions(text), 3)], 1.0
    stops = stops_within(text)
    if stops:
        yield SENTENCES[stops > 1], 1.0
    if text[0].isdigit() and NUMBER.match(text):
        yield NUMBERED, 1.0
    yield TIMES[min(page.times[block.lower], 3)], 1.0


def divisions(text: str) -> int:
    """How many commas, bars, dashes and arrows divide a text."""
    return sum(map(text.count, DIVIDERS))


def traits_of_topic(block: Block, page: Page) -> Iterator[tuple[str, float]]:
    """The words that the line shares with the body."""
    index, topic = block.index, page.topic
    share = topic.share_in_body(index)
    yield IN_BODY, share
    yield MANY_IN_BODY, many(topic.shared_with_body(index))
    if share >= 0.6:
        yield MOSTLY_SAID, 1.0
    elif share == 0.0:
        yield NOT_SAID, 1.0
    opening = [place for place in topic.opening[: OPENING + 1] if place != index][:OPENING]
    yield MANY_IN_OPENING, many(topic.shared(index, opening))


def traits_of_repeats(block: Block, page: Page) -> Iterator[tuple[str, float]]:
    """The words that the line shares with its neighbours."""
    index = block.index
    own = frozenset(page.topic.words[index])
    below = page.blocks[index + 1 : index + 6]
    if len(own) > 1:
        if is_said_in(page.blocks[max(0, index - 5) : index], own, 0.8, page):
            yield SAID_ABOVE, 1.0
        if is_said_in(below[: max(0, page.first_prose - index - 1)], own, 0.5, page):
            yield SAID_BELOW, 1.0
    words, lower = block.words, block.lower
    for other in below:
        if words > other.words >= 2 and other.lower in lower:
            yield PART_BELOW, 1.0
            break
    if index and is_end_of(block, page.blocks[index - 1]):
        yield END_OF_ABOVE, 1.0
    if index + 1 < len(page.blocks) and is_end_of(page.blocks[index + 1], block):
        yield END_IS_BELOW, 1.0


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
    below = page.neighbour(block, 1)
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


def traits_of_fellows(block: Block, page: Page) -> Iterator[tuple[str, float]]:
    """Whether the lines next to it might be the headline as well."""
    for offset, fellow, kindred in zip((-1, 1), FELLOWS, KINDRED, strict=True):
        other = page.neighbour(block, offset)
        if other is not None and is_title_like(other, page):
            yield fellow, 1.0
            if page.topic.share_in_body(other.index) >= 0.5:
                yield kindred, 1.0


def traits_of_surroundings(block: Block, page: Page) -> Iterator[tuple[str, float]]:
    """What sort of lines are around it."""
    index, kinds = block.index, page.kinds
    if kinds[index] not in (SHORT, LONGISH):  # how long it is has been told
        yield f"is {kinds[index]}", 1.0
    yield f"above {kinds[index + 1]}", 1.0
    yield f"two above {kinds[index + 2]}", 1.0
    yield f"three above {kinds[index + 3]}", 1.0
    yield f"below {kinds[index - 1]}", 1.0
    yield f"two below {kinds[index - 2]}", 1.0


def traits_of_room(block: Block, page: Page) -> Iterator[tuple[str, float]]:
    """How much space is around it, and how many lines that might be the headline as well are above."""
    if page.spaced:
        yield room(block), 1.0
    yield SEVERAL[min(page.title_like_above[block.index], 3)], 1.0


PARTS = (
    Part(traits_of_form),
    Part(traits_of_details, (DIVIDED, SENTENCES, (NUMBERED,), TIMES)),
    Part(
        traits_of_topic,
        ((IN_BODY,), (MANY_IN_BODY,), (MOSTLY_SAID, NOT_SAID), (MANY_IN_OPENING,)),
    ),
    Part(
        traits_of_repeats, tuple((trait,) for trait in (SAID_ABOVE, SAID_BELOW, PART_BELOW, END_OF_ABOVE, END_IS_BELOW))
    ),
    Part(traits_of_place),
    Part(traits_of_fellows, tuple((trait,) for trait in (*FELLOWS, *KINDRED))),
    Part(traits_of_phrases, ((OPENS[0],), (OPENS[1],), (OPENS[2], OF_PAGES), (TO_READER,))),
    Part(traits_of_surroundings, tuple(tuple(f"{side} {kind}" for kind in KINDS) for side in SIDES)),
    Part(traits_of_room),
)
"""What is looked at. Without choices: cheap, and looked at in every line. The others take most of the time: those that
tell the most lines from the likeliest for the time that they take come first."""


def count_title_like(page: Page) -> list[int]:
    """How many of the lines not far above look like titles, for each line down to the prose and one past it; none for
    those too far above to be the headline."""
    first = max(0, page.body_start - REACH - NOT_FAR)
    alike = [is_title_like(block, page) for block in page.blocks[first : page.body_start + 4]]
    count = [0] * (first + 1) + list(accumulate(alike))
    return [above - count[max(0, index - NOT_FAR)] for index, above in enumerate(count)]


def title_shaped(page: Page) -> list[int]:
    """The lines without a stop, as long as a headline, before the prose gets going."""
    last = min(page.body_start + 2, len(page.blocks))
    return [
        block.index
        for block in page.blocks[max(0, last - REACH) : last]
        if 5 <= block.words <= 30
        and not block.is_item
        and ends_like_title(block)
        and not page.date_shares[block.index][1]
    ]


def first_after(places: Sequence[int], index: int) -> int:
    """How many lines stand between line `index` and the next of some sorted places."""
    number = bisect_right(places, index)
    return places[number] - index - 1 if number < len(places) else BELOW


def is_title_like(block: Block, page: Page) -> bool:
    """Whether a line could be a title by its form."""
    if not 4 <= block.words <= 26 or block.is_item or is_only_date(*page.date_shares[block.index]):
        return False
    return ends_like_title(block)
