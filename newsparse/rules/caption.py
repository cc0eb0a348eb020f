"""Captions of pictures, and the credits of those who took them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsparse.article import Role
from newsparse.block import STOPS, Block
from newsparse.captions.credit_places import NO_CREDIT
from newsparse.captions.credit_tails import names_behind_sentence
from newsparse.captions.pictures import LONGEST_CAPTION, ends_with_mark, gallery_count, label_around, tells_places
from newsparse.page import Page
from newsparse.rules.base import ORDINARY, FittedRule
from newsparse.survey.kinds import BYLINE

CREDIT_ALONE = "nothing but a credit"
AGENCY_ALONE = "nothing but an agency"
CREDIT_AT_END = "a credit at the end"
AGENCY_AT_END = "an agency at the end"
ABOVE_CREDIT = "above a line that is nothing but a credit"
SHORT_ABOVE_CREDIT = "prose far shorter than the rest, above a line that is nothing but a credit"
PLACES = "says who stands where"
LABEL = "nothing but a label of pictures"
LABELLED = "a label of pictures before or behind it"
BELOW_LABEL = "below a label of pictures"
CLOSE = "close to a line that is nothing but a credit"
NOT_APART = "a short sentence inside the body, close to another line"
TWICE = "said twice in a row"
FEW = 3
"""How often a picture's text stands on the page at most: what is said more often is no caption."""
WORDS_FOR_A_PICTURE = 2
"""Words of a line that is nothing but a word for a picture, at most."""
FAR_SHORTER = 0.5
"""The share of a usual paragraph's words that is far less."""
SHORTEST = 4
"""Words of the shortest line that a credit above or below it makes a caption."""
SAID_WORDS, SAID_AGAIN, BEGINNING = 5, 60, 4
"""Words of the shortest text that is said again; letters in which a caption and its picture's text are alike; and the
first few of them, a cheap test."""


class CaptionCredit(FittedRule):
    """A credit ends the line, stands alone, or comes on the next line."""

    role = Role.CAPTION
    longest = LONGEST_CAPTION

    def narrow(self, page: Page) -> Sequence[Block]:
        found = page.credits
        return [
            block
            for block in self.blocks(page)
            if found[block.index] is not NO_CREDIT
            or found[block.index + 1].alone
            or found[block.index - 1].alone
            or block.words <= WORDS_FOR_A_PICTURE
        ]

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        index = block.index
        alone, tail = page.credits[index]
        if alone:
            yield CREDIT_ALONE if page.has_marked_credit(index) else AGENCY_ALONE
            if index >= page.body_end:
                yield "nothing but a credit, below the prose"
        elif tail:
            yield CREDIT_AT_END if page.has_marked_credit(index) else AGENCY_AT_END
        elif block.words <= WORDS_FOR_A_PICTURE and block.lower.strip(" :") in page.cues.credit.phrases:
            yield "nothing but a word for a picture"
        if not alone and page.kinds[index] != BYLINE:
            below, above = page.credits[index + 1].alone, page.credits[index - 1].alone
            if below or above:
                yield from self.beside_credit(block, page, below=below, above=above)

    @staticmethod
    def beside_credit(block: Block, page: Page, *, below: bool, above: bool) -> Iterator[str]:
        """That the next line or the one above is nothing but a credit, and what sort of line this one is."""
        index = block.index
        if page.is_close_to_credit(block):
            yield CLOSE
        if below:
            if 0 <= page.end <= index:
                yield "above a line that is nothing but a credit, at the body's end"
            elif page.prose[index]:
                short = block.words < FAR_SHORTER * page.median and index > page.first_prose
                yield SHORT_ABOVE_CREDIT if short else "prose above a line that is nothing but a credit"
            elif block.words >= SHORTEST and page.has_marked_credit(index + 1):
                yield ABOVE_CREDIT
            else:
                yield "above a line that is nothing but an agency"
        if above:
            if page.prose[index]:
                yield "prose below a line that is nothing but a credit"
            elif block.words >= SHORTEST and page.has_marked_credit(index - 1):
                yield "below a line that is nothing but a credit"
            if block.words > SHORTEST and not block.ends_with_stop:
                yield "below a line that is nothing but a credit, without a stop"


class CaptionForm(FittedRule):
    """Who stands where in the picture; archive marks; a sentence between paragraphs without its stop."""

    role = Role.CAPTION
    longest = LONGEST_CAPTION

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        words, cues, text = block.words, page.cues, block.text
        sentence = block.final in STOPS
        before, behind = label_around(block.lower, cues)
        if max(before, behind) == len(block.lower):
            yield LABEL
        elif before or behind:
            yield LABELLED
        above = page.blocks[block.index - 1] if block.index else None
        if above is not None and above.words <= SHORTEST and above.lower.strip(" :") in cues.picture_labels.phrases:
            yield BELOW_LABEL
        if page.kinds[block.index] not in ORDINARY and tells_places(block, cues):
            yield PLACES
        elif ends_with_mark(block, cues):
            yield "a picture's mark in parentheses at the end"
        inside = page.body_start <= block.index < page.body_end
        if words >= 8 and inside and not sentence and not block.ends_with_colon:
            yield "a long line inside the body without a stop"
            if page.prose_precedes(block) and page.prose_follows(block):
                yield "a longer line amid prose without a stop" if words >= 14 else "a line amid prose without a stop"
        if 6 <= words <= 40 and inside and not sentence and names_behind_sentence(block, cues):
            yield "a sentence, and then names"
        if inside and sentence and words <= 20 and page.spaced and not (block.gap and block.gap_below):
            yield NOT_APART
        if gallery_count(text, cues):
            yield "a place in a gallery"
        if words >= SAID_WORDS and page.title != block.index:
            yield from self.said_again(block, page)

    @staticmethod
    def said_again(block: Block, page: Page) -> Sequence[str]:
        """Whether the next line, or the one above, says the same, or begins alike: a picture's text and its caption."""
        lower = block.lower
        seen: list[str] = []
        times = page.times[lower]
        if times > FEW:
            return seen
        if times > 1:
            above = page.neighbour(block, -1)
            if above is not None and above.lower == lower and page.title != above.index:
                seen.append(TWICE)
        below = page.neighbour(block, 1)
        if below is None or below.lower[:BEGINNING] != lower[:BEGINNING]:
            return seen  # most lines: five words are longer than that
        if below.words < SAID_WORDS or page.title == below.index:
            return seen
        if below.lower == lower:
            seen.append(TWICE)
        elif below.lower.startswith(lower[:SAID_AGAIN]) or lower.startswith(below.lower[:SAID_AGAIN]):
            seen.append("begins like the line below")
        return seen
