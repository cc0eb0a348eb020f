"""The lead: one or two sentences that sum the article up, between headline and body."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.article import Role
from newsparse.block import Block
from newsparse.page import Page
from newsparse.rules.base import FittedRule

TOO_LATE = "below the first prose and the next"


class LeadPlace(FittedRule):
    """A lead stands first of all prose, often apart from the rest: byline, caption or space between."""

    role = Role.LEAD

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        if block.is_item:
            return
        first = page.first_prose
        if first >= 0 and block.index > max(first, page.opening) + 1:
            yield TOO_LATE
            return
        if block.index == page.opening:
            yield from self.below_headline(block, page)
        elif page.opening >= 0 and block.index == page.opening + 1 and block.words >= 9:
            yield "right below the first line of some length"
        if block.index == first:
            yield "the page's first prose"
            below = page.neighbour(block, 1)
            if below and not page.prose[below.index]:
                yield "the first prose, set apart from the next"
                if page.cues.byline_opening(below) or page.is_dated(below):
                    yield "the first prose, above a byline"
            elif below:
                yield "the first prose, with prose right below"
                if block.gap != below.gap:
                    yield "the first prose, spaced unlike the next"
            above = page.neighbour(block, -1)
            if above is None:
                yield "the first prose, with nothing above"
            elif page.cues.byline_opening(above) or page.is_dated(above):
                yield "the first prose, below a byline"
            elif 4 <= above.words <= 30 and not above.ends_with_stop and not above.is_item:
                yield "the first prose, below a headline-like line"
        elif first >= 0 and block.index == first + 1 and page.prose[block.index]:
            yield "the second prose, right below the first"
        elif page.first_title >= 0 and block.index == page.first_title + 1 and block.words >= 6:
            yield "a sentence's length below the first title"

    @staticmethod
    def below_headline(block: Block, page: Page) -> Iterator[str]:
        """What is to be seen of the first line of some length below the headline."""
        yield "the first line of some length below the headline"
        if block.index == page.title + 1:
            yield "the first line of some length, right below the headline"
        below = page.neighbour(block, 1)
        if below is None:
            return
        if below.words <= 8:
            yield "the first line of some length, above a short line"
        elif not page.prose[below.index]:
            yield "the first line of some length, above a line that is no prose"
        if page.is_dated(below) or page.cues.byline_opening(below):
            yield "the first line of some length, above a byline"
        if not page.prose[block.index]:
            yield "the first line of some length, no prose by its form"
        elif block.index < page.first_prose:
            yield "the first line of some length, apart from the body's prose"
        if block.words <= 40:
            yield "the first line of some length, of a lead's length"
        elif block.words > 60:
            yield "the first line of some length, too long for a lead"


class LeadForm(FittedRule):
    """A lead is shorter or longer than the paragraphs, and may do without a final stop."""

    role = Role.LEAD

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        if block.index != page.first_prose or block.is_item or not page.median:
            return
        share = block.words / page.median
        if share < 0.5:
            yield "the first prose, far shorter than the rest"
        elif share < 0.85:
            yield "the first prose, shorter than the rest"
        elif share > 1.6:
            yield "the first prose, far longer than the rest"
        if not block.ends_with_stop:
            yield "the first prose, without a stop"
        if page.dateline(block):
            yield "the first prose opens with a dateline"
        following = page.next_prose(block)
        if following and page.dateline(following):
            yield "the prose after it opens with a dateline"
        if following and page.word_set(block.index):
            kin = page.kinship(block.index, following.index, following.index + 1)
            yield (
                "says much the same as the prose after it"
                if kin >= 0.4
                else "says little of the prose after it"
                if kin < 0.12
                else "says some of the prose after it"
            )
