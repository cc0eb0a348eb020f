"""Captions of pictures, and the credits of those who took them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsparse.article import Role
from newsparse.block import Block
from newsparse.credits import credit_tail, is_credit_line, opens_credit
from newsparse.page import Page
from newsparse.rules.base import FittedRule

LONGEST_CAPTION = 90
PARENTHESIS = re.compile(r"\(([^()]{1,40})\)")
COUNT = re.compile(r"^\s*\d{1,3}\s?(?:/|von|of|de)\s?\d{1,3}\b")


class CaptionCredit(FittedRule):
    """A credit ends the line, stands alone, or comes on the next line."""

    role = Role.CAPTION
    longest = LONGEST_CAPTION

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        cues = page.cues
        if is_credit_line(block, cues):
            yield "nothing but a credit"
        elif credit_tail(block, cues):
            yield "a credit at the end"
        elif opens_credit(block, cues):
            yield (
                "opens with a word for a picture"
                if block.words <= 25
                else "a long line that opens with a word for a picture"
            )
        below = page.neighbour(block, 1)
        if below is not None and below.words <= 14 and is_credit_line(below, cues):
            yield "above a line that is nothing but a credit"
        above = page.neighbour(block, -1)
        if above is not None and above.words <= 14 and is_credit_line(above, cues):
            yield "below a line that is nothing but a credit"
            if block.words >= 5 and not block.ends_with_stop:
                yield "below a line that is nothing but a credit, without a stop"


class CaptionForm(FittedRule):
    """Who stands where in the picture; archive marks; a sentence between paragraphs without its stop."""

    role = Role.CAPTION
    longest = LONGEST_CAPTION

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        words = block.words
        for match in PARENTHESIS.finditer(block.lower):
            inner = match[1].strip()
            if inner in page.cues.positions:
                yield "says who stands where"
                break
            if inner in page.cues.marks and match.end() >= len(block.text) - 2:
                yield "a picture's mark in parentheses at the end"
                break
        if words >= 8 and not block.ends_with_stop and not block.ends_with_colon:
            if page.body_start < block.index < page.body_end:
                yield "a long line inside the body without a stop"
        if 6 <= words <= 40 and page.body_start <= block.index <= page.body_end:
            tail = block.text.rpartition(". ")[2].split()
            if len(tail) < len(block.text.split()) and 1 <= len(tail) <= 5 and not block.ends_with_stop:
                if all(not word[0].islower() for word in tail):
                    yield "a sentence, and then names"
        if COUNT.match(block.text):
            yield "a place in a gallery"
        above = page.neighbour(block, -1)
        if above is not None and above.lower != block.lower and words >= 5:
            if above.lower.startswith(block.lower[:60]) or (
                block.lower.startswith(above.lower[:60]) and above.words >= 5
            ):
                yield "begins like the line above"
        below = page.neighbour(block, 1)
        if below is not None and words >= 5 and below.words >= 5 and below.lower.startswith(block.lower[:60]):
            yield "begins like the line below"
