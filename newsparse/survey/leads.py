"""The lead is chosen for the whole page: of the lines below the headline, the one that most looks like it, or none.

Each line's traits are summed with the weights of `weights.toml`, table `[lead]`, as are those of having none.
The outline has the last word, and may find that the lead goes on for another line.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Mapping
from itertools import chain
from math import log1p
from typing import TYPE_CHECKING

from newsparse.block import Block, stops_within
from newsparse.bylines.eastern_datelines import opens_with_reporter
from newsparse.captions.credit_tails import names_behind_sentence
from newsparse.captions.credits import is_agency_list
from newsparse.dates.dated import is_only_date
from newsparse.survey.choice import Chances, chances, room
from newsparse.survey.kinds import BYLINE, CREDIT, LONG, LONGISH, NOTICE, SHORT
from newsparse.survey.reader import OFTEN, ONCE
from newsparse.survey.retold import traits_of_retelling
from newsparse.survey.title_lines import is_trail

if TYPE_CHECKING:
    from newsparse.page import Page

SHORTEST, LONGEST = 4, 130
REACH = 24
"""Blocks below the headline among which the lead is looked for."""
NONE = "no lead"
SHORT_LABEL = 4
"""Words up to which a line between headline and prose is more likely a label."""
PROSE = 3
"""Blocks of prose below the headline among which the lead is looked for."""
RETOLD = 2
"""Words that a lead has in common with the body, at least, if it opens like a word to the reader."""
SUBTITLED = 3.0
"""The amount of a trait that few pages have, as few are in such a language, and that tells nearly all there is to
tell: so a fit believes it from fewer."""
STEP = 6
SENTENCES = tuple(
    f"sentences of {size} words"
    for size in (*(f"{low} to {low + STEP - 1}" for low in range(0, 6 * STEP, STEP)), f"{6 * STEP} and more")
)
"""How long its sentences are, in steps."""
LENGTHS = (LONG, 15, 25, 41, 61)
LENGTH_NAMES = (
    "up to eight words",
    "nine to fourteen words",
    "15 to 24 words",
    "25 to 40 words",
    "41 to 60 words",
    "more than 60 words",
)
ORDER = (
    "the first line of some length",
    "the second line of some length",
    "the third line of some length or later",
)
DISTANCES = {
    -2: "below the second prose",
    -1: "right below the first prose",
    0: "the first prose",
    1: "right above the first prose",
    **{lines: f"{lines} lines above the first prose" for lines in (2, 3, 4)},
    5: "far above the first prose",
}
"""Where a line stands, by the lines from it to the first prose."""


def lead_chances(page: Page, weights: Mapping[str, float]) -> Chances:
    """How likely each line is the page's lead, by its index; -1: the page has none."""
    offered = ((index, traits(page.blocks[index], page)) for index in candidates(page))
    return chances(offered, weights, none=traits_of_none(page))


def candidates(page: Page) -> list[int]:
    """The lines that may be a lead: below the headline, down to the third block of prose."""
    if not page.body_end:
        return []
    start = first_line(page)
    found: list[int] = []
    prose = 0
    for index in range(start, min(start + REACH, len(page.blocks))):
        if may_be_lead(page.blocks[index], page):
            found.append(index)
        if page.prose[index] and index >= page.body_start:
            prose += 1
            if prose == PROSE:
                break
    return found


def first_line(page: Page) -> int:
    """Where the lines begin among which the lead is: below the headline, or shortly above the body."""
    return page.title + 1 if page.title >= 0 else max(0, page.body_start - 3)


def may_be_lead(block: Block, page: Page) -> bool:
    """Whether a line may be a lead by itself. What opens like a word to the reader may, if it is on the article's
    subject."""
    index = block.index
    return (
        SHORTEST <= block.words <= LONGEST
        and not block.is_item
        and index not in page.contents.lines
        and not (page.kinds[index] == NOTICE and page.topic.shared_with_body(index) < RETOLD)
        and not is_only_date(*page.date_shares[index])
        and not page.has_marked_credit(index)
        and not page.is_close_to_credit(block)
        and not ends_in_agency(block, page)
        and not is_trail(block, page)
        and not page.cues.is_names_and_jobs(block)
        and (page.cues.language.prose_leads or not page.prose[index])
        and (page.cues.spaced or not opens_with_reporter(block.text, page.cues))
    )


def ends_in_agency(block: Block, page: Page) -> bool:
    """Whether a credit ends a line; in parentheses, agencies may stand at the end of a lead as well, but no name."""
    place = page.credits[block.index].tail
    if place <= 0 or block.text[place] not in "(（":
        return place > 0
    credit = block.lower[place:]
    return "/" in credit and " " in credit.strip() and not is_agency_list(credit, page.cues)


def traits_of_none(page: Page) -> Iterator[tuple[str, float]]:
    """What speaks for a page without a lead."""
    yield NONE, 1.0
    if page.title < 0:
        yield "no lead, and no headline", 1.0
    elif page.first_prose == page.title + 1:
        yield "no lead, and prose right below the headline", 1.0


def traits(block: Block, page: Page) -> Iterator[tuple[str, float]]:
    """What speaks for or against a line as the lead, each with its amount (mostly 1)."""
    parts = (traits_of_form, traits_of_phrases, traits_of_place, traits_of_topic, traits_of_retelling)
    return chain.from_iterable([part(block, page) for part in parts])


def traits_of_form(block: Block, page: Page) -> Iterator[tuple[str, float]]:
    """Length, ending, marks and phrases of the line itself."""
    words, text = block.words, block.text
    yield LENGTH_NAMES[bisect(LENGTHS, words)], 1.0
    if page.median and words >= LONG:
        share = words / page.median
        if share < 0.5:
            yield "far shorter than the page's paragraphs", 1.0
        elif share < 0.8:
            yield "shorter than the page's paragraphs", 1.0
        elif share > 1.6:
            yield "far longer than the page's paragraphs", 1.0
        elif share > 1.2:
            yield "longer than the page's paragraphs", 1.0
    if block.ends_with_question:
        yield "ends with a question mark", 1.0
    elif text.endswith(("...", "…")):
        yield "breaks off", 1.0
    elif not block.ends_with_stop:
        yield "without a stop", 1.0
        if words >= 15:
            yield "long, without a stop", 1.0
        if names_behind_sentence(block, page.cues):
            yield "a sentence, and then names", 1.0
    if block.ends_with_colon:
        yield "ends with a colon", 1.0
    if block.marker:
        yield f"marked {block.marker[:2]}", 1.0
    if block.opens_with_quote:
        yield "opens with a quotation mark", 1.0
    if text[0].islower():
        yield "begins in lower case", 1.0
    if text.isupper():
        yield "all in capitals", 1.0
    stops = stops_within(text)
    if stops >= 3:
        yield "several sentences", 1.0
    elif stops == 0:
        yield "one sentence", 1.0
    yield SENTENCES[min(words // (stops + 1) // STEP, len(SENTENCES) - 1)], 1.0
    if page.spaced:
        yield room(block), 1.0
    if "(" in text and ")" in text[-14:]:
        yield "ends with parentheses", 1.0
    if page.dateline(block):
        yield "opens with a dateline", 1.0


def traits_of_phrases(block: Block, page: Page) -> Iterator[tuple[str, float]]:
    """Phrases by which a line is something else than a lead."""
    cues = page.cues
    if page.kinds[block.index] == CREDIT:
        yield "has a credit", 1.0
    if page.may_open[block.index]:
        if cues.byline_opening(block) and block.words < 20:
            yield "opens like a byline", 1.0
        if cues.related_opening(block):
            yield "opens like a link to another article", 1.0
        if cues.boilerplate_opening(block):
            yield "opens like a word to the reader", 1.0
    if page.phrases_inside[block.index]:
        yield "has a word that pages use of themselves", 1.0
    if page.to_reader[block.index] in (ONCE, OFTEN):
        yield "speaks to the reader", 1.0
    if "|" in block.text or "»" in block.text[1:-1] or " > " in block.text:
        yield "has a bar or an arrow", 1.0


def traits_of_place(block: Block, page: Page) -> Iterator[tuple[str, float]]:
    """Where the line stands, and what is above and below it."""
    index, blocks = block.index, page.blocks
    start, kinds = first_line(page), page.kinds
    if index == page.title + 1:
        yield "right below the headline", 1.0
        if page.first_prose == index + 1 and kinds[index] in {SHORT, LONGISH}:
            size = "short" if block.words <= SHORT_LABEL else "longer"
            yield f"the only line between headline and prose, a {size} one", 1.0
    if page.cues.language.subtitles and opens_subtitles(block, page):
        yield "the first of several subtitles", SUBTITLED
    longer = sum([above.words >= LONG for above in blocks[start:index]])
    yield ORDER[min(longer, len(ORDER) - 1)], 1.0
    prose = page.prose_between(start, index)
    kind = "prose" if page.prose[index] else "a line"
    yield f"{kind}, after {'no' if prose == 0 else 'one' if prose == 1 else 'two'} prose", 1.0
    if index < page.body_start:
        yield f"{kind} before the body", 1.0
    yield DISTANCES[min(max(page.first_prose - index, -2), 5)], 1.0
    if page.times[block.lower] > 1:
        yield "stands on the page twice", 1.0
    if page.body_start < index and page.spaced and block.gap != blocks[min(index + 1, len(blocks) - 1)].gap:
        yield "spaced unlike the next", 1.0
    yield f"above {kinds[index + 1]}", 1.0
    if index - 1 != page.title:
        yield f"below {kinds[index - 1]}", 1.0
    if BYLINE in map(kinds.__getitem__, range(start, index)):
        yield "with a byline between it and the headline", 1.0
    if BYLINE in map(kinds.__getitem__, range(index + 1, index + 5)):
        yield "with a byline not far below", 1.0


def opens_subtitles(block: Block, page: Page) -> bool:
    """Whether a line above the prose is short, set apart from what stands above it, and another such line stands
    close below it."""
    index = block.index
    return (
        block.gap > 0
        and index + 1 < page.first_prose
        and is_subtitle(block, page)
        and page.blocks[index + 1].gap == 0
        and is_subtitle(page.blocks[index + 1], page)
    )


def is_subtitle(block: Block, page: Page) -> bool:
    """Whether a line may be a subtitle by itself: it is short, without a stop, and nothing else at first sight."""
    return page.kinds[block.index] in {SHORT, LONGISH} and not block.ends_with_stop


def traits_of_topic(block: Block, page: Page) -> Iterator[tuple[str, float]]:
    """The words that the line shares with the headline, the body and the next prose."""
    index, topic = block.index, page.topic
    yield "share of its words in the body", topic.share_in_body(index)
    yield "many of its words in the body", log1p(topic.shared_with_body(index))
    if page.title >= 0:
        kin = topic.kinship(page.title, index, index + 1)
        yield "share of the headline's words in it", kin
        if kin >= 0.8:
            yield "says what the headline says", 1.0
    following = next_prose(block, page)
    if following is not None:
        if topic.words[index]:
            yield "share of its words in the prose after it", topic.kinship(index, following.index, following.index + 1)
        if page.dateline(following):
            yield "the prose after it opens with a dateline", 1.0


def next_prose(block: Block, page: Page) -> Block | None:
    """The next block of prose, at most six blocks further, or None."""
    for index in range(block.index + 1, min(block.index + 7, len(page.blocks))):
        if page.prose[index]:
            return page.blocks[index]
    return None
