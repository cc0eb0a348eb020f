"""The article's last paragraph is chosen for the whole page: below it stand other articles, comments and teasers.

The traits of each block of prose that may be the last are summed with the weights of `weights.toml`, table `[end]`.
The outline has the last word.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import pairwise
from math import log1p
from typing import TYPE_CHECKING

from newsparse.block import Block
from newsparse.survey.choice import chances, how_likely, likeliest
from newsparse.survey.header_looks import look
from newsparse.survey.kinds import BYLINE, CALL, CREDIT, ITEM, LINK, LONGISH, NOTICE, PROSE, SHORT

if TYPE_CHECKING:
    from newsparse.page import Page

WIDEST = 30
"""Lines below a paragraph among which what divides it from the next prose is looked at."""
KINDS_BETWEEN = (BYLINE, CALL, LINK, NOTICE, ITEM, CREDIT, LONGISH, PROSE)
COUNTS = ("none", "one", "two", "three", "several")
MANY = 8
LABEL = 5
"""Words from which a line is longer than a label."""
BELOW = 4
"""Lines below a paragraph that tell whether the article ends there."""
NEAR = 4
"""Blocks of prose below a paragraph that tell how dense prose is there."""
APART = (
    "",
    *(
        f"the prose below it {often}"
        for often in ("without other lines", "every two lines", "every three lines", "far between")
    ),
)
MOST = 200
"""Blocks of prose that are looked at, from the first of the body on."""


class Ending:
    """How likely each block of prose is the article's last paragraph."""

    def __init__(self, page: Page, weights: Mapping[str, float]) -> None:
        found = candidates(page)
        if len(found) == 1:
            chance = {found[0]: 1.0}
        else:
            chance = chances(((n, traits(page.blocks[n], page)) for n in found), weights)
        self.likeliest = likeliest(chance)
        """The likeliest last paragraph: its index, or -1 for a page without prose."""
        self.is_above: list[str] = []
        """How likely it stands above each block of the page, in the words of `LEVEL_NAMES`."""
        above = 0.0
        for index, share in chance.items():
            self.is_above += [how_likely(above)] * (index + 1 - len(self.is_above))
            above += share
        self.is_above += [how_likely(above)] * (len(page.blocks) - len(self.is_above))


def candidates(page: Page) -> list[int]:
    """Prose that may be the article's last: the end of each run of prose within the window."""
    places = page.prose_places
    last = set(places[-1:])
    kinds = page.kinds
    for above, below in pairwise(places):
        if below > above + 1 or kinds[above] != PROSE or kinds[below] != PROSE:
            last.add(above)
    return sorted(last)[:MOST]


def traits(block: Block, page: Page) -> Iterator[tuple[str, float]]:
    """What speaks for or against a block of prose as the last of the article."""
    yield from traits_of_form(block, page)
    yield from traits_of_rest(block, page)
    yield from traits_of_gap(block, page)
    index, kinds = block.index, page.kinds
    yield f"above {kinds[index + 1]}", 1.0
    yield f"two above {kinds[index + 2]}", 1.0
    yield f"below {kinds[index - 1]}", 1.0
    yield f"two below {kinds[index - 2]}", 1.0
    below = [kinds[place] for place in range(index + 3, index + 1 + BELOW)]
    for kind in (BYLINE, CALL, LINK, NOTICE, PROSE):
        if kind in below:
            yield f"{kind} not far below", 1.0


def traits_of_form(block: Block, page: Page) -> Iterator[tuple[str, float]]:
    """What the block itself tells."""
    yield f"{length(block)} paragraph", 1.0
    index, text = block.index, block.text
    kind, said = page.kinds[index], page.to_reader[index]
    if kind != PROSE:
        yield f"reads like {kind}", 1.0
    if page.phrases_inside[block.index]:
        yield "has a word that pages use of themselves", 1.0
    if not block.ends_with_stop:
        yield "without a stop", 1.0
    if text[-1] in ")]）" or text[-2:] in (").", "].", ")。"):
        yield "ends with parentheses", 1.0
    if block.is_item:
        yield "a list item", 1.0
    if page.introductions[index]:
        yield "says who somebody is", 1.0
    if said:
        yield f"speaks to the reader {said}", 1.0
    if page.title >= 0:
        yield "many words of the headline", log1p(page.topic.shared(page.title, (index,)))
    yield "share of its words in the opening, with the next", page.share_with_opening(index)
    yield "share of its words in the body", page.topic.share_in_body(index)


def traits_of_rest(block: Block, page: Page) -> Iterator[tuple[str, float]]:
    """What is left below it: how much prose, on which subject, and how far away."""
    places, index = page.prose_places, block.index
    number = bisect_right(places, index)
    yield "much prose down to it", log1p(page.prose_words[number])
    if number == len(places):
        yield "the last of the prose", 1.0
        return
    near = places[number : number + NEAR]
    if len(near) > 1:
        yield APART[min((near[-1] - near[0]) // (len(near) - 1), len(APART) - 1)], 1.0
    following = places[number]
    said = page.to_reader[following]
    if said:
        yield f"the next prose speaks to the reader {said}", 1.0
    if page.introductions[following]:
        yield "the next prose says who somebody is", 1.0
    subject, total = page.subject_below[index], page.subject_below[places[0]] + 1
    yield "share of the subject's prose below", min(1.0, subject / total)
    amount = "no" if subject == 0 else "one" if subject == 1 else "some" if subject < 5 else "much"
    yield f"{amount} prose on the subject below", 1.0
    yield "share of the next prose's words in the opening, with its next", page.share_with_opening(following)
    few, dozen = page.shares_with_above[number]
    yield "share of the next prose's words in the few paragraphs above", few
    yield "share of the next prose's words in the dozen above", dozen
    distance = following - index - 1
    yield f"{far(distance)} lines between it and the next prose", 1.0
    if distance and page.spaced and block.gap_below > page.blocks[following].gap:
        yield "a wider gap below than usual", 1.0
    if index == page.body_end - 1:
        yield "the last of the densest stretch", 1.0
    elif index >= page.body_end:
        yield "below the densest stretch", 1.0
    if page.title >= 0:
        headline = page.blocks[page.title].lower
        if page.times[headline] > 1 and any(page.blocks[n].lower == headline for n in range(index + 1, following)):
            yield "the headline stands again right below", 1.0


def traits_of_gap(block: Block, page: Page) -> Iterator[tuple[str, float]]:
    """What stands between it and the next prose, a box or the page's tail, and of what size that prose is."""
    places, index = page.prose_places, block.index
    number = bisect_right(places, index)
    if number == len(places):
        return
    following = page.blocks[places[number]]
    gap = range(index + 1, min(following.index, index + 1 + WIDEST))
    if gap:
        found = [page.kinds[other] for other in gap]
        for kind in KINDS_BETWEEN:
            if kind in found:
                yield f"{kind} between it and the next prose", 1.0
        longer = sum(page.blocks[other].words >= LABEL for other in gap)
        yield f"lines longer than a label between it and the next prose: {COUNTS[min(longer, 4)]}", 1.0
        above = page.blocks[following.index - 1]
        if page.kinds[above.index] in {SHORT, LONGISH} and page.headers.counts[look(above)] > 1:
            yield "a line like the body's headers right above the next prose", 1.0
    yield f"a {length(following)} paragraph next", 1.0
    if page.median:
        yield f"a paragraph {relative(following.words / page.median)} the page's next", 1.0
    yield f"paragraphs down to it: {COUNTS[min(number, 4)] if number < MANY else 'many'}", 1.0


def length(block: Block) -> str:
    """How long a paragraph is."""
    return "long" if block.words >= 40 else "middling" if block.words >= 20 else "short"


def relative(share: float) -> str:
    """How long a paragraph is beside the page's others."""
    if share < 0.4:
        return "far shorter than"
    return "shorter than" if share < 0.7 else "like" if share < 1.3 else "longer than"


def far(distance: int) -> str:
    """How many lines that is."""
    return "no" if distance == 0 else "one or two" if distance <= 2 else "a few" if distance <= 6 else "many"
