"""The headline: the line that names the whole article, above its prose."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.article import Role
from newsparse.block import Block, ends_like_title
from newsparse.page import Page
from newsparse.rules.base import FittedRule

SHORTEST, LONGEST = 2, 30
"""Words of a headline."""
CHOSEN = "the likeliest headline"
NOT_CHOSEN = "another line is likelier the headline"


def is_placed_for_headline(block: Block, page: Page) -> bool:
    """Whether a line has the length of a headline and stands above the end of the prose."""
    return SHORTEST <= block.words <= LONGEST and block.index <= page.body_start + 2


class HeadlineTopic(FittedRule):
    """A headline shares words with the body; lines of menus and teasers do not."""

    role = Role.HEADLINE
    topical = True
    front = True
    longest = LONGEST

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        if not is_placed_for_headline(block, page) or page.body_end == 0:
            return
        share = page.topic.share_in_body(block.index)
        if share >= 0.75:
            yield "nearly all its words stand in the body"
        elif share >= 0.5:
            yield "most of its words stand in the body"
        elif share >= 0.25:
            yield "some of its words stand in the body"
        else:
            yield "hardly a word of it stands in the body"


class HeadlineForm(FittedRule):
    """A headline has no full stop, may hold a colon or a quotation, and is often the first such line."""

    role = Role.HEADLINE
    front = True

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        if block.index == page.title:
            yield CHOSEN
            if block.index == 0:
                yield "the likeliest headline opens the page"
        elif block.index <= page.body_start + 2:
            yield NOT_CHOSEN
        if not is_placed_for_headline(block, page) or block.is_item:
            return
        if block.ends_with_stop and not block.ends_with_question and block.final != "!":
            yield "as long as a headline, with a full stop"
            return
        if block.words >= 5:
            yield "a line without a stop above the prose"
            if page.title_shaped[:1] == [block.index]:
                yield "the first such line"
            if page.title_shaped[-1:] == [block.index]:
                yield "the last such line"
        above, below = page.neighbour(block, -1), page.neighbour(block, 1)
        if block.words >= 4:
            if below is not None and self.like_a_title(below):
                yield "the upper of two title-like lines"
            if above is not None and self.like_a_title(above):
                yield "the lower of two title-like lines"
        if ": " in block.text or " : " in block.text:
            yield "a colon within"
        if below and below.words > block.words and page.prose[below.index]:
            yield "a longer sentence below it"
        if block.marker == "#":
            yield "the page's first-level heading"

    @staticmethod
    def like_a_title(block: Block) -> bool:
        """Whether a neighbour could be a headline too."""
        return 4 <= block.words <= 25 and not block.is_item and ends_like_title(block)


class Kicker(FittedRule):
    """A topic line or genre label, short, right above the headline."""

    role = Role.KICKER
    front = True
    longest = 12

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        if block.index > page.body_start + 1:
            return
        below = page.neighbour(block, 1)
        if block.words <= 6 and not block.ends_with_stop and below and is_placed_for_headline(below, page):
            if below.words > block.words and not below.is_item:
                yield "a few words above a longer line"
        labels = page.cues.kicker_labels
        if block.lower.strip(" :|+") in labels:
            yield "a genre label"
