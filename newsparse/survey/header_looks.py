"""What the lines of a page that may be section headers have in common."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from newsparse.block import COLONS, Block, ends_like_title
from newsparse.survey.reader import NOT_AT_ALL

if TYPE_CHECKING:
    from newsparse.page import Page

LONGEST_HEADER = 22
"""Words beyond which no line is a section header."""
FEWEST_QUESTIONS = 5
"""Questions that make an interview, if they and the answers take turns."""
FEWEST_ASKED, ASKED, FEWEST_UNASKED = 2, 0.2, 3
"""Questions that say "you", and their share of all, where somebody is asked; and questions where nobody is, as none
says so."""

FEWEST_TIMES = 3
"""Times of day, each opening a line above prose, that make a live blog."""
OPENING_CLOCK = re.compile(r"[^\w\s]{0,3} ?(?:[01]?\d|2[0-3])[:.h][0-5]\d\b")

Look = tuple[str, int, int, bool, bool]
"""List marker or Markdown mark, blank lines above and below, whether it is a question, whether it is in capitals."""


def look(block: Block) -> Look:
    """How a line looks, as headers of one page look alike."""
    return block.marker, block.gap, block.gap_below, block.ends_with_question, block.text.isupper()


def has_header_shape(block: Block) -> bool:
    """Whether a line may be a header at all: short, no list item, no full stop, no colon."""
    return block.words <= LONGEST_HEADER and ends_like_title(block) and block.final not in COLONS and not block.is_item


def opens_with_time(block: Block) -> bool:
    """Whether a line that may be a header says more behind a time of day."""
    return block.words >= 2 and has_header_shape(block) and OPENING_CLOCK.match(block.text) is not None


class HeaderLooks:
    """The short lines of the body, each above prose, by their looks."""

    def __init__(self, page: Page) -> None:
        body = page.blocks[page.body_start : page.body_end]
        above_prose = [block for block, below in zip(body, page.prose[page.body_start + 1 :], strict=False) if below]
        shaped = [block for block in above_prose if has_header_shape(block)]
        self.counts: Counter[Look] = Counter([look(block) for block in shaped if not page.prose[block.index]])
        self.questions = sum(count for seen, count in self.counts.items() if seen[3])
        """How many of them are questions: many in an interview."""
        self.others = self.counts.total() - self.questions
        """And how many are not: counted once, as there may be as many looks as lines."""
        self.live = len(shaped) >= FEWEST_TIMES and sum(map(opens_with_time, shaped)) >= FEWEST_TIMES
        """Whether lines that open with a time of day stand above prose again and again, as in a live blog."""
        places = [
            block.index for block in above_prose if block.ends_with_question and block.words <= 2 * LONGEST_HEADER
        ]
        steps = sorted(below - above for above, below in pairwise(places))
        self.interview = len(places) >= FEWEST_QUESTIONS and steps[len(steps) // 2] <= 3
        """Whether questions and answers take turns: one or two paragraphs between two questions."""
        asked = sum(page.to_reader[index] != NOT_AT_ALL for index in places)
        self.asks_somebody = asked >= FEWEST_ASKED and asked >= ASKED * len(places)
        """Whether questions, among them some that say "you", are put to somebody: what a header asks, it answers."""
        self.asks_nobody = len(places) >= FEWEST_UNASKED and asked == 0
        """Whether several questions are put to nobody, so that the article answers them itself."""
