"""What a block's own shape tells: its length, how it begins, how it ends."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Sequence
from operator import itemgetter

from newsparse.article import Role
from newsparse.block import COLONS, OPENING_QUOTES, QUESTIONS, STOPS, Block, is_row, stops_within
from newsparse.page import Page
from newsparse.rules.base import FittedRule
from newsparse.survey.header_looks import look

ROW = "a row of a table"
SYMBOL = "begins with a symbol"
CLOSING_QUOTES = frozenset("“”«»\"’」』‘'")

BEFORE_SENTENCE = frozenset("¿¡")
"""What opens a question or exclamation in Spanish; no symbol."""
FIRST_LETTER = itemgetter(0)
ALONE = frozenset("|»›>/-–—")
"""Bars, arrows and dashes."""

LENGTHS = (2, 3, 5, 8, 13, 19, 28, 45, 90)
LENGTH_NAMES = (
    "one word",
    "two words",
    "3 or 4 words",
    "5 to 7 words",
    "8 to 12 words",
    "13 to 18 words",
    "19 to 27 words",
    "28 to 44 words",
    "45 to 89 words",
    "90 words or more",
)


class Length(FittedRule):
    """Paragraphs are long, headers and menus short; also as against the page's usual paragraph."""

    role = Role.PARAGRAPH

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        words = block.words
        yield LENGTH_NAMES[bisect(LENGTHS, words)]
        if words >= 8 and page.median:
            share = words / page.median
            if share < 0.35:
                yield "far shorter than the page's paragraphs"
            elif share > 2.5:
                yield "far longer than the page's paragraphs"


class Ending(FittedRule):
    """Sentences end with a stop, headers without, openers of lists with a colon."""

    role = Role.PARAGRAPH

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        long = "a long line" if block.words >= 14 else "a line" if block.words >= 5 else "a short line"
        text, final = block.text, block.final
        if "\t" in text and is_row(text):
            yield ROW
            return
        if final in QUESTIONS:
            yield f"{long} ends with a question mark"
        elif text[-1] in ".…]" and text.endswith(("...", "…", "[…]", "[...]")):
            yield f"{long} breaks off"
        elif final in STOPS:
            yield f"{long} ends with a stop"
        elif final in COLONS:
            yield f"{long} ends with a colon"
        elif final.isdigit():
            yield f"{long} ends with a digit"
        else:
            yield f"{long} without a stop"
        sentences = stops_within(text)
        if sentences >= 2:
            yield "several sentences"
        elif sentences == 1:
            yield "two sentences or an abbreviation"


class Opening(FittedRule):
    """How a line begins: quotation, lower case, digit, capitals, symbol."""

    role = Role.PARAGRAPH

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        text, words = block.text, block.words
        first = text[0]
        if first in OPENING_QUOTES:
            yield "opens with a quotation mark"
            if words >= 9 and CLOSING_QUOTES.isdisjoint(text[1:]):
                yield "opens a quotation that does not end"
            if words < 30 and text[-1] in "“”«»\"'’」":
                yield "a short quotation from end to end"
        elif first.islower():
            yield "begins in lower case"
        elif first.isdigit():
            yield "begins with a digit"
        elif not first.isalpha() and first not in BEFORE_SENTENCE:
            yield SYMBOL
        if words <= 25:
            if words >= 3:
                parts = text.split()
                capitals = sum(map(str.isupper, map(FIRST_LETTER, parts)))
                if text.isupper():
                    yield in_capitals(block, page)
                elif capitals == len(parts):
                    yield "every word with a capital"
                elif capitals >= 0.7 * len(parts):
                    yield "most words with a capital"
                elif capitals <= 1:
                    yield "hardly a capital"
            elif text.isupper():
                yield in_capitals(block, page)
            if not ALONE.isdisjoint(text):
                if "|" in text or "»" in text or "›" in text or " > " in text or " / " in text:
                    yield "has a bar or an arrow"
                if " - " in text or " – " in text or " — " in text:
                    yield "a short line with a dash"


def in_capitals(block: Block, page: Page) -> str:
    """That a line is all in capitals: by itself, or as other lines above prose are, which makes them headers."""
    alike = page.prose_follows(block) and page.headers.counts[look(block)] > 1
    return "all in capitals, as others above prose" if alike else "all in capitals"


class Marker(FittedRule):
    """A list marker, a Markdown mark, an indent."""

    role = Role.BULLET

    def blocks(self, page: Page) -> Sequence[Block]:
        return [block for block in super().blocks(page) if block.marker or block.indent >= 2]

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        marker = block.marker
        if not marker:
            long = "long " if block.words >= 9 else ""
            yield f"a {long}item of a numbered list" if block.index in page.lists.heads else "indented"
            return
        if marker[0] == "#":
            yield "a Markdown heading of the first level" if len(marker) == 1 else "a Markdown heading"
        elif marker == ">":
            yield "a Markdown quotation"
        elif marker == "**":
            yield "a line in bold"
        elif marker == "![]":
            yield "a picture's text"
        elif marker == "[]":
            yield "a line that is a link"
        else:
            long = "long " if block.words >= 9 else ""
            stop = "that ends like a sentence" if block.ends_with_stop and block.words >= 5 else "without a stop"
            yield f"a {long}list item {stop}"
            if block.indent >= 4:
                yield "a nested list item"
            above, below = page.neighbour(block, -1), page.neighbour(block, 1)
            if not (above and above.marker) and not (below and below.marker):
                yield "a lone list item"
            elif page.body_start <= block.index < page.body_end:
                yield "a list inside the body"
