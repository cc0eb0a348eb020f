"""Captions of pictures, and the credits of those who took them."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.article import Role
from newsparse.block import Block
from newsparse.credits import opens_credit
from newsparse.kinds import BYLINE, LONGEST_CAPTION
from newsparse.page import Page
from newsparse.pictures import ends_with_mark, gallery_count, label_around, names_place, tells_places
from newsparse.rules.base import FittedRule

CREDIT_AT_END = "a credit at the end"
AGENCY_AT_END = "an agency at the end"
ABOVE_CREDIT = "above a line that is nothing but a credit"
PLACES = "says who stands where"
LABEL = "nothing but a label of pictures"
LABELLED = "a label of pictures before or behind it"
BELOW_LABEL = "below a label of pictures"
CLOSE = "close to a line that is nothing but a credit"
NOT_APART = "a short sentence inside the body, close to another line"
TWICE = "said twice in a row"
SHORTEST = 4
"""Words of the shortest line that a credit above or below it makes a caption."""
SAID_AGAIN = 60
"""Letters in which a caption and the picture's text above or below it are alike."""


class CaptionCredit(FittedRule):
    """A credit ends the line, stands alone, or comes on the next line."""

    role = Role.CAPTION
    longest = LONGEST_CAPTION

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        index, cues = block.index, page.cues
        alone, tail = page.credit(index)
        if alone:
            yield "nothing but a credit" if page.has_marked_credit(index) else "nothing but an agency"
            if index >= page.body_end:
                yield "nothing but a credit, below the prose"
        elif tail:
            if page.has_marked_credit(index):
                yield CREDIT_AT_END
            else:
                yield AGENCY_AT_END
                if 0 <= page.end <= index:
                    yield "an agency at the end, below the body"
        elif opens_credit(block, cues):
            yield (
                "opens with a word for a picture"
                if block.words <= 25
                else "a long line that opens with a word for a picture"
            )
        elif block.words <= 2 and block.lower.strip(" :") in cues.credit:
            yield "nothing but a word for a picture"
        if not alone and page.kind(index) != BYLINE:
            yield from self.beside_credit(block, page)

    @staticmethod
    def beside_credit(block: Block, page: Page) -> Iterator[str]:
        """Whether the next line or the one above is nothing but a credit, and what sort of line this one is."""
        index = block.index
        if page.is_close_to_credit(block):
            yield CLOSE
        if page.is_credit(index + 1):
            if 0 <= page.end <= index:
                yield "above a line that is nothing but a credit, at the body's end"
            elif page.prose[index]:
                yield "prose above a line that is nothing but a credit"
            elif block.words >= SHORTEST and page.has_marked_credit(index + 1):
                yield ABOVE_CREDIT
            else:
                yield "above a line that is nothing but an agency"
        if page.is_credit(index - 1):
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
        words, cues = block.words, page.cues
        yield from self.labels(block, page)
        if tells_places(block, cues):
            yield PLACES
        elif ends_with_mark(block, cues):
            yield "a picture's mark in parentheses at the end"
        elif "," in block.text and names_place(block, cues):
            yield "a place in the picture between commas"
        inside = page.body_start <= block.index < page.body_end
        if words >= 8 and not block.ends_with_stop and not block.ends_with_colon and inside:
            yield "a long line inside the body without a stop"
            if page.prose_precedes(block) and page.prose_follows(block):
                yield "a longer line amid prose without a stop" if words >= 14 else "a line amid prose without a stop"
        if 6 <= words <= 40 and inside and not block.ends_with_stop and ". " in block.text:
            names = block.text.rpartition(". ")[2].split()
            if 1 <= len(names) <= 5 and all(not word[0].islower() for word in names):
                yield "a sentence, and then names"
        if inside and page.spaced and words <= 20 and block.ends_with_stop and not (block.gap and block.gap_below):
            yield NOT_APART
        if gallery_count(block.text, cues):
            yield "a place in a gallery"
        yield from self.said_again(block, page)

    @staticmethod
    def labels(block: Block, page: Page) -> Iterator[str]:
        """Whether a label of pictures stands before, behind or above the line."""
        before, behind = label_around(block.lower, page.cues)
        if max(before, behind) == len(block.lower):
            yield LABEL
        elif before or behind:
            yield LABELLED
        above = page.neighbour(block, -1)
        if above is not None and above.lower.strip(" :") in page.cues.picture_labels:
            yield BELOW_LABEL

    @staticmethod
    def said_again(block: Block, page: Page) -> Iterator[str]:
        """Whether the line above or below begins alike: a picture's text and its caption."""
        start = block.lower[:SAID_AGAIN]
        for offset, name in ((-1, "above"), (1, "below")):
            other = page.neighbour(block, offset)
            if other is None or block.words < 5 or other.words < 5 or page.title in {block.index, other.index}:
                continue
            if other.lower == block.lower:
                yield TWICE
            elif other.lower.startswith(start) or block.lower.startswith(other.lower[:SAID_AGAIN]):
                yield f"begins like the line {name}"
                if page.credit(block.index)[1] or page.credit(other.index)[1]:
                    yield f"begins like the line {name}, and a credit ends one of them"
