"""Links to other articles: "read also" lines, teasers, and the headings of their boxes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsparse.article import Role
from newsparse.block import Block
from newsparse.page import Page
from newsparse.rules.base import ORDINARY, FittedRule, between_prose
from newsparse.survey.kinds import ASKED_FOR_CALL, ASKED_FOR_LABEL, BYLINE, TIME

ARROWS_BEHIND = "►▶▸»›→>➤"
ARROWS = ARROWS_BEHIND + "+☞⇒"
ALONE = "a call to read on between two paragraphs"
DATED = frozenset({BYLINE, TIME})
"""The kinds that every short line that is mostly a date is of."""
BOX_ABOVE_PROSE = "right below the heading of a box, above prose, on the article's subject"
ON_SUBJECT = 0.75
"""The share of its words in the body from which a line below a box's heading is on the article's subject: the box was
left empty, and the line heads what is below it."""


class RelatedCue(FittedRule):
    """Opens with "read also", or heads a box or list of other articles."""

    role = Role.RELATED
    topical = True

    def narrow(self, page: Page) -> Sequence[Block]:
        kinds, may_open = page.kinds, page.may_open
        return [
            block
            for block in self.blocks(page)
            if kinds[block.index] not in ORDINARY
            or kinds[block.index - 1] not in ORDINARY
            or may_open[block.index]
            or block.text[0] in ARROWS
            or block.text[-1] in ARROWS
        ]

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        cues, text, words = page.cues, block.text, block.words
        if words > ASKED_FOR_CALL or page.kinds[block.index] not in ORDINARY:
            if words <= ASKED_FOR_LABEL and cues.related_head(block):
                yield "heads a box of other articles" + (" within the prose" if self.inside(block, page) else "")
            elif words <= 40 and page.may_open[block.index] and cues.related_opening(block):
                colon = ":" in text[:40]
                if between_prose(block, page):
                    yield ALONE
                yield (
                    ("opens like a link to another article" + (", with a colon" if colon else ""))
                    if (words > 6 or not block.ends_with_stop)
                    else "a short call to read on"
                )
        if text[0] in ARROWS or text[-1] in ARROWS_BEHIND:
            yield "an arrow at the edge"
        above = page.neighbour(block, -1)
        if above is not None and above.words <= ASKED_FOR_LABEL and page.kinds[above.index] not in ORDINARY:
            if cues.related_head(above) or (cues.related_opening(above) and above.ends_with_colon):
                yield self.below_heading(block, page)

    @staticmethod
    def below_heading(block: Block, page: Page) -> str:
        """What there is to say of a line right below a box's heading."""
        if not page.prose_follows(block):
            return "right below the heading of a box"
        if page.topic.share_in_body(block.index) >= ON_SUBJECT:
            return BOX_ABOVE_PROSE
        return "right below the heading of a box, above prose"

    @staticmethod
    def inside(block: Block, page: Page) -> bool:
        """Whether a block is within the body's prose."""
        return page.body_start < block.index < page.body_end - 1


class Teaser(FittedRule):
    """A title, a sentence, a title, a sentence: teasers of other articles; and titles with dates."""

    role = Role.RELATED

    def narrow(self, page: Page) -> Sequence[Block]:
        kinds, prose = page.kinds, page.prose
        return [
            block
            for block in self.blocks(page)
            if prose[block.index]
            or kinds[block.index - 1] in DATED
            or kinds[block.index + 1] in DATED
            or page.after_tail_heading(block)
        ]

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        above, below = page.neighbour(block, -1), page.neighbour(block, 1)
        if block.words <= 25 and below is not None and below.words <= 8 and page.is_dated(below):
            yield "a line above a date"
        if block.words <= 40 and above is not None and above.words <= 8 and page.is_dated(above):
            yield "a line below a date"
        within = page.first_prose <= block.index < page.body_end - 1
        if block.words <= 45 and above is not None and below is not None and page.prose[block.index] and not within:
            if (
                2 <= above.words <= 20
                and not above.ends_with_stop
                and 2 <= below.words <= 20
                and not below.ends_with_stop
            ):
                yield "one paragraph between two titles"
        if page.after_tail_heading(block):
            yield "below a heading of the page's tail"
