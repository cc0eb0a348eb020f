"""Section headers: short lines of the body that name what is below them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsparse.article import Role
from newsparse.block import Block
from newsparse.page import Page
from newsparse.rules.base import FittedRule
from newsparse.survey.header_looks import LONGEST_HEADER, look, opens_with_time

LIVE = "opens with a time, in a live blog"
ENTRY = "the title of an entry of a live blog"
LISTED, CONTENTS = "listed in the table of contents", "a line of the table of contents"


class HeaderShape(FittedRule):
    """A short line between paragraphs, with prose below it."""

    role = Role.SECTION_HEADER

    def blocks(self, page: Page) -> Sequence[Block]:
        return page.like_headers

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        above, below = page.prose_precedes(block), page.prose_follows(block)
        size = "very short" if block.words <= 2 else "short" if block.words <= 9 else "longish"
        if above and below:
            yield f"a {size} line between two paragraphs"
            if block.gap and block.gap_below:
                yield "alone between two paragraphs and blank lines"
        elif below:
            yield f"a {size} line above a paragraph"
        elif page.prose_follows(block, 2):
            yield f"a {size} line not far above a paragraph"
        else:
            yield f"a {size} line with no paragraph below"
        if below and page.headers.live and opens_with_time(block):
            yield LIVE
        if below and block.ends_with_question:
            yield "a short question above prose"
            answer = page.blocks[block.index + 1]
            if answer.opens_with_quote:
                yield "a question above an answer in quotation marks"
            if page.headers.interview:
                yield "a question in an interview"
            if page.headers.asks_somebody:
                yield "one of the questions to somebody"
            elif page.headers.asks_nobody:
                yield "one of several questions to nobody"
            if page.headers.questions >= 4:
                alone = page.headers.others < 2
                yield "one of many questions" if alone else "one of many questions, among other headers"


class HeaderTopic(FittedRule):
    """A header shares words with the paragraphs below it more than with those above."""

    role = Role.SECTION_HEADER
    topical = True

    def blocks(self, page: Page) -> Sequence[Block]:
        return page.like_headers

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        if not page.prose_follows(block, 2) or not page.topic.words[block.index]:
            return
        index = block.index
        below = page.topic.kinship(index, index + 1, index + 5)
        above = page.topic.kinship(index, index - 4, index)
        if below == 0 and above == 0:
            yield "shares no word with the text around it"
        elif below > above + 0.2:
            yield "shares more words with the text below than above"
        elif above > below + 0.2:
            yield "shares more words with the text above than below"
        else:
            yield "shares words with the text above and below"
        body = page.topic.share_in_body(index)
        if body == 0:
            yield "shares no word with the body"
        elif body >= 0.6:
            yield "shares most of its words with the body"


class HeaderFellows(FittedRule):
    """A page's headers look alike: several lines of the same shape, each above prose, speak for each other."""

    role = Role.SECTION_HEADER

    def blocks(self, page: Page) -> Sequence[Block]:
        return page.like_headers

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        if not page.prose_follows(block):
            return
        fellows = page.headers.counts[look(block)] - (page.body_start <= block.index < page.body_end)
        if fellows <= 0:
            yield "no other line like it above prose"
        elif fellows <= 2:
            yield "one or two others like it above prose"
        elif fellows <= 8:
            yield "several others like it above prose"
        else:
            yield "many others like it above prose"


class TableOfContents(FittedRule):
    """What a table of contents lists is a header where it stands above a paragraph; the table's lines are none."""

    role = Role.SECTION_HEADER
    longest = LONGEST_HEADER

    def narrow(self, page: Page) -> Sequence[Block]:
        found = page.contents
        return [block for block in self.blocks(page) if block.index in found.lines or block.index in found.headers]

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        if block.index in page.contents.headers:
            yield LISTED
        if block.index in page.contents.lines:
            yield CONTENTS


class LiveEntry(FittedRule):
    """The line below a time of day, or below the name of one of a few authors, heads an entry of a live blog."""

    role = Role.SECTION_HEADER
    longest = LONGEST_HEADER

    def narrow(self, page: Page) -> Sequence[Block]:
        titles = page.live_entries
        return [block for block in self.blocks(page) if block.index in titles] if titles else []

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        if block.index in page.live_entries:
            yield ENTRY
