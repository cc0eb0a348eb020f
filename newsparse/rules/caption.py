"""Captions of pictures, and the credits of those who took them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsparse.article import Role
from newsparse.block import Block
from newsparse.credits import opens_credit
from newsparse.page import LONGEST_CAPTION, Page
from newsparse.rules.base import FittedRule

PARENTHESIS = re.compile(r"\(([^()]{1,40})\)")
COUNT = re.compile(r"^\s*\d{1,3}\s?(?:/|von|of|de)\s?\d{1,3}\b")


class CaptionCredit(FittedRule):
    """A credit ends the line, stands alone, or comes on the next line."""

    role = Role.CAPTION
    longest = LONGEST_CAPTION

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        index = block.index
        alone, tail = page.credit(index)
        if alone:
            yield "nothing but a credit"
        elif tail:
            yield "a credit at the end"
        elif opens_credit(block, page.cues):
            yield (
                "opens with a word for a picture"
                if block.words <= 25
                else "a long line that opens with a word for a picture"
            )
        if page.is_credit(index + 1):
            yield "above a line that is nothing but a credit"
        if page.is_credit(index - 1):
            yield "below a line that is nothing but a credit"
            if block.words >= 5 and not block.ends_with_stop:
                yield "below a line that is nothing but a credit, without a stop"


def says_places(inner: str, page: Page) -> bool:
    """Whether all words in parentheses are words of places in a picture, or short ones between them."""
    words = inner.rstrip(":").split()
    known = page.cues.position_words
    return (
        1 < len(words) <= 6
        and words[0] in known | page.cues.language.function_words
        and sum(word in known for word in words) >= 2
        and all(word in known or len(word) <= 4 for word in words)
    )


class CaptionForm(FittedRule):
    """Who stands where in the picture; archive marks; a sentence between paragraphs without its stop."""

    role = Role.CAPTION
    longest = LONGEST_CAPTION

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        words = block.words
        yield from self.places(block, page)
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

    @staticmethod
    def places(block: Block, page: Page) -> Iterator[str]:
        """Whether the line says who stands where: in parentheses, or before a colon near its start."""
        if "(" in block.text:
            for match in PARENTHESIS.finditer(block.lower):
                inner = match[1].strip()
                if inner in page.cues.positions or says_places(inner, page):
                    yield "says who stands where"
                    return
                if inner in page.cues.marks and match.end() >= len(block.text) - 2:
                    yield "a picture's mark in parentheses at the end"
                    return
        before, colon, _ = block.lower[:120].partition(":")
        if colon and before.endswith(page.cues.long_positions):
            yield "says who stands where"
