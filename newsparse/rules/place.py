"""What a block's place on the page, its neighbours and the words that it shares with the article tell."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Hashable, Iterator, Sequence

from newsparse.article import Role
from newsparse.block import Block
from newsparse.page import Page
from newsparse.rules.base import ORDINARY, FittedRule, GlanceRule
from newsparse.survey.choice import LEVEL_NAMES
from newsparse.survey.kinds import KINDS
from newsparse.survey.reader import NOT_AT_ALL

SHORTEST_SENTENCE = 4
"""Words of a short sentence, at least."""
BEFORE, BEFORE_FROM = ("right before", "shortly before", "before", "far before"), (2, 5, 13)
AFTER, AFTER_FROM = ("right after", "shortly after", "after", "far after"), (1, 5, 13)
"""Where a line stands before and after the prose, and the distance from which each but the first holds."""
BESIDE_HEADLINE = ("far above", "above", "right above", "right below", "below", "not far below")
BESIDE_HEADLINE_FROM = (-3, -1, 1, 2, 5)
"""Where a line stands beside the likely headline, and the distance from which each but the first holds."""


class Place(FittedRule):
    """Where a block stands as against the stretch of the page with the most prose, and the page's ends."""

    role = Role.PARAGRAPH

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        index = block.index
        kind = "prose" if page.prose[index] else "a line"
        if page.body_end == 0:
            yield "a page without prose"
        elif index < page.body_start:
            yield f"{kind} {BEFORE[bisect(BEFORE_FROM, page.body_start - index)]} the prose"
        elif index >= page.body_end:
            yield f"{kind} {AFTER[bisect(AFTER_FROM, index - page.body_end)]} the prose"
        elif index == page.body_start:
            yield "opens the prose"
        elif index == page.body_start + 1:
            yield f"{kind}, second of the prose"
        else:
            yield f"{kind} within the prose"
        if index == 0:
            yield "the page's first line"
        elif index <= 3:
            yield "among the page's first lines"
        if index == len(page.blocks) - 1:
            yield "the page's last line"


class Heading(FittedRule):
    """Where a block stands as against the likely headline."""

    role = Role.HEADLINE
    front = True

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        if page.title < 0:
            if block.index <= page.body_start:
                yield "a page without a likely headline"
            return
        distance = block.index - page.title
        if distance == 0 or (distance > 8 and block.index > page.body_start):
            return
        size = "a longer line" if block.words >= 9 else "a line" if block.words >= 4 else "a very short line"
        yield f"{size} {BESIDE_HEADLINE[bisect(BESIDE_HEADLINE_FROM, distance)]} the likely headline"


class Density(GlanceRule):
    """How much prose there is around: the article's lines stand among prose, others among themselves."""

    role = Role.PARAGRAPH

    def glance(self, block: Block, page: Page) -> tuple[Hashable, ...]:
        index, start = block.index, page.body_start
        return (
            "prose" if page.prose[index] else "a line",
            page.prose_above[index],
            page.prose_below[index],
            min(page.subject_below[index], 6) if index > start else -1,
            amount_left(page.prose_left[index]) if start <= index < page.body_end else "",
        )

    def say(self, facts: tuple[str, int, int, int, str]) -> Iterator[str]:
        kind, above, below, subject, left = facts
        yield f"{kind} with {AMOUNTS[above]} above"
        yield f"{kind} with {AMOUNTS[below]} below"
        if subject >= 0:
            yield f"{kind} with {AMOUNTS[subject]} on the subject below"
        if left:
            yield f"{kind} with {left} of the prose below"


def amount_left(share: float) -> str:
    """How much of the prose that is."""
    return "most" if share > 0.5 else "much" if share > 0.2 else "some" if share > 0.08 else "hardly any"


AMOUNTS = ("no prose", "little prose", "little prose", "some prose", "some prose", "much prose", "much prose")


class End(FittedRule):
    """Where a block stands as against the last paragraph, chosen for the whole page, and how sure that choice is."""

    role = Role.PARAGRAPH

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        distance = block.index - page.end
        if page.end >= 0 and block.index >= page.body_start:
            yield BELOW_THE_END[size_of(block, page)][page.ending.is_above[block.index]]
        if page.end < 0 or distance < 0:
            if page.body_start <= block.index:
                yield f"{'prose' if page.prose[block.index] else 'a line'} above the likeliest end"
        elif distance == 0:
            yield "the likeliest end"
        else:
            kind = size_of(block, page)
            if block.ends_with_stop and not page.prose[block.index]:
                kind += " that ends with a stop,"
            where = "right" if distance == 1 else "shortly" if distance <= 4 else "far"
            yield f"{kind} {where} below the likeliest end"
            if distance == 1 and is_plain_sentence(block, page):
                yield "a short sentence of no page, right below the likeliest end"


def is_plain_sentence(block: Block, page: Page) -> bool:
    """Whether a line too short for prose is a sentence without a trace of what pages say of themselves, as the last of
    an article often is."""
    index = block.index
    return (
        not page.prose[index]
        and block.ends_with_stop
        and block.words >= SHORTEST_SENTENCE
        and page.kinds[index] in ORDINARY
        and not page.may_open[index]
        and not page.phrases_inside[index]
        and page.to_reader[index] == NOT_AT_ALL
        and not page.cues.has_word_of_pages(block.lower)
    )


ABOVE_END = "prose next to prose, above the likeliest end"
BELOW_END = "prose next to prose, below the likeliest end"


class PlainProse(GlanceRule):
    """Prose next to prose, well within the body, is a paragraph; the other rules skip it."""

    role = Role.PARAGRAPH

    def blocks(self, page: Page) -> Sequence[Block]:
        return [page.blocks[index] for index in sorted(page.plain)]

    def glance(self, block: Block, page: Page) -> tuple[Hashable, ...]:
        index, size = block.index, block.words / page.median
        return (
            share_name(page.share_with_opening(index)),
            page.kinds[index - 1],
            page.kinds[index + 1],
            AMOUNTS[min(page.subject_below[index], 6)],
            amount_left(page.prose_left[index]),
            page.ending.is_above[index],
            index > page.end,
            "shorter than" if size < 0.6 else "longer than" if size > 1.6 else "as long as",
        )

    def say(self, facts: tuple[str, str, str, str, str, str, bool, str]) -> Iterator[str]:
        share, above, below, subject, left, ended, below_end, length = facts
        yield f"prose next to prose, with {share} words of the opening, here and below"
        yield f"prose next to prose, below {above}"
        yield f"prose next to prose, above {below}"
        yield f"prose next to prose, with {subject} on the subject below"
        yield f"prose next to prose, with {left} of the prose below"
        yield f"prose next to prose, {ended} below the article's end"
        yield BELOW_END if below_end else ABOVE_END
        yield f"prose next to prose, {length} usual"


class Topic(FittedRule):
    """A paragraph shares words with the rest of the article; a notice, a teaser or a comment less so."""

    role = Role.PARAGRAPH
    topical = True

    def blocks(self, page: Page) -> Sequence[Block]:
        return [block for block in super().blocks(page) if block.words >= 9]

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        share = page.topic.share_in_body(block.index)
        kind = "prose" if page.prose[block.index] else "a line of some length"
        yield f"{kind} with {share_name(share)} words of the body"
        if page.prose[block.index]:
            opening = page.share_with_opening(block.index)
            yield f"prose with {share_name(opening)} words of the opening, here and below"


def size_of(block: Block, page: Page) -> str:
    """Whether a block is prose, or how long a line."""
    return SIZES[0] if page.prose[block.index] else SIZES[1] if block.words >= 9 else SIZES[2]


SIZES = ("prose", "a line of some length", "a short line")
BELOW_THE_END = {size: {level: f"{size}, {level} below the article's end" for level in LEVEL_NAMES} for size in SIZES}
BESIDE = {
    size: {
        kind: tuple(f"{size} {side} {kind}" for side in ("below", "above", "two below", "two above")) for kind in KINDS
    }
    for size in SIZES
}
"""What `Neighbours` sees, by the line's size and its neighbour's kind: looked up, it is found among the weights in less
than half of the time of a string that has just been made."""


def share_name(share: float) -> str:
    """How many words that is."""
    return SHARE_NAMES[bisect(SHARES, share)]


SHARES = (0.15, 0.3, 0.45, 0.6)
SHARE_NAMES = ("hardly any", "few", "some", "many", "mostly")


class Neighbours(FittedRule):
    """What stands above and below, and how much space there is."""

    role = Role.PARAGRAPH

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        index, kinds = block.index, page.kinds
        kind = size_of(block, page)
        beside = BESIDE[kind]
        gap, gap_below = block.gap, block.gap_below
        yield beside[kinds[index - 1]][0]
        yield beside[kinds[index + 1]][1]
        yield beside[kinds[index - 2]][2]
        yield beside[kinds[index + 2]][3]
        if page.spaced:
            yield f"{kind} " + (
                ("between blank lines" if gap_below else "below a blank line")
                if gap
                else ("above a blank line" if gap_below else "without blank lines")
            )
            if gap >= 2 and index:
                yield f"{kind} below a wide gap"
