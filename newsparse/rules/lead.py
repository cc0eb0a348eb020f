"""The lead: one or two sentences that sum the article up, between headline and body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsparse.article import Role
from newsparse.block import Block
from newsparse.page import Page
from newsparse.rules.base import FittedRule
from newsparse.survey.choice import LEVEL_NAMES, how_likely
from newsparse.survey.leads import is_subtitle, opens_subtitles

NOT_CHOSEN = "another line is likelier the lead, or the page has none"
LIKELIEST = "the likeliest lead"
LEVELS = {level: f"{level} the lead" for level in LEVEL_NAMES}
CONTINUES = 4
"""Blocks below the likeliest lead that may continue it."""


class LeadChoice(FittedRule):
    """The line that `newsparse.survey.leads` chose for the whole page; a lead may go on for some lines below it."""

    role = Role.LEAD

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        distance = block.index - page.lead
        if page.lead < 0 or not 0 <= distance <= CONTINUES:
            yield NOT_CHOSEN
        elif distance == 0:
            yield LIKELIEST
            yield LEVELS[how_likely(page.lead_chances[block.index])]
            if page.prose[block.index]:
                yield "the likeliest lead, prose"
                if page.prose_follows(block):
                    yield "the likeliest lead, with prose right below"
            if block.index == page.title + 1:
                yield "the likeliest lead, right below the headline"
        else:
            yield from self.continued(block, page, distance)

    @staticmethod
    def continued(block: Block, page: Page, distance: int) -> Iterator[str]:
        """What is to be seen of a line shortly below the likeliest lead."""
        lead = page.blocks[page.lead]
        kind = "prose" if page.prose[block.index] else "a line of some length" if block.words >= 9 else "a short line"
        yield f"{kind} right below the likeliest lead" if distance == 1 else f"{kind} below the likeliest lead"
        if block.marker == lead.marker and block.ends_with_stop == lead.ends_with_stop and block.gap == 0 < lead.gap:
            yield "close below the likeliest lead, and like it"
        if page.cues.language.subtitles and block.gap == 0 and opens_subtitles(lead, page) and is_subtitle(block, page):
            yield "one of several subtitles"
        if block.gap > lead.gap_below:
            yield "below the likeliest lead, and set apart from it"
        if lead.words < block.words / 2:
            yield "below the likeliest lead, and more than twice as long"


class LeadForm(FittedRule):
    """A lead is shorter or longer than the paragraphs, and may do without a final stop."""

    role = Role.LEAD

    def blocks(self, page: Page) -> Sequence[Block]:
        return [block for block in super().blocks(page) if block.index == page.first_prose and not block.is_item]

    def observe(self, block: Block, page: Page) -> Iterator[str]:
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
