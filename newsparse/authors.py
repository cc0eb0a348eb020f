"""Authors: which lines of a page name them, and how far each is to be trusted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from newsparse.article import Role
from newsparse.block import Block
from newsparse.byline_names import PART, Reading, bare_names, has_picture_label, read_names
from newsparse.credits import is_credit_line
from newsparse.dates import find_dates
from newsparse.page import Page

LONGEST = 240
"""Characters of a byline that are read; longer lines are no bylines."""
WORDS_OF_A_BYLINE = 30
WORDS_OF_A_NAME_LINE = 14
FARTHEST = 400
"""Blocks above the body beyond which no headline is believed, so that the work stays in proportion to the text."""
ABOVE_TITLE = 5
"""Blocks above the headline among which names may stand."""
NEAR = 2
"""Blocks between a name and the date that makes it one of an author."""
BELOW_BODY, TAIL = 3, 8
"""Blocks below the last paragraph in which an author may sign without a word, and with one such as "by"."""
WORD_OF_JOB = re.compile(r"[^\s,.:;|/]+")
SIGNED = re.compile(r"[(（\[]([^()（）\[\]]{3,150})[)）\]]\W{0,3}$")
PROSE = frozenset({Role.PARAGRAPH, Role.LEAD, Role.HEADLINE})
SIGNING = frozenset({Role.BYLINE, Role.SIGNATURE, Role.BOILERPLATE, Role.RELATED})
UNLIKELY = frozenset({Role.HEADLINE, Role.PARAGRAPH, Role.LEAD})


class Authors:
    """The lines of a page that name authors: made for one page, asked once."""

    def __init__(self, page: Page, blocks: Sequence[Block]) -> None:
        self.page = page
        self.blocks = blocks
        self.cues = page.cues
        paragraphs = [block.index for block in blocks if block.role is Role.PARAGRAPH]
        self.body = paragraphs[0] if paragraphs else len(blocks)
        self.end = paragraphs[-1] if paragraphs else len(blocks)
        top = page.title if 0 <= page.title <= self.body else self.body - 2 * ABOVE_TITLE
        self.top = max(-1, top, self.body - FARTHEST)

    def names(self) -> list[str]:
        """The names of people and agencies, from the lines to be trusted most; in order.

        A line that opens with "by" or says a job is taken at its word. Where there is none near the top,
        lines that are nothing but names count, those beside a date first; then what signs the last paragraph.
        """
        told = list(self.told(range(max(0, self.top - ABOVE_TITLE), self.body + 2)))
        if told:
            return told
        bare = list(self.bare())
        if bare:
            return bare
        signed = list(self.signed())
        return signed or list(self.told(range(self.body + 2, min(self.end + TAIL, len(self.blocks)))))

    @cached_property
    def prose(self) -> str:
        """The text of headline, lead and paragraphs, lower-case, but the last: it may say who the author is."""
        above = self.blocks[: self.end]
        return "\n".join(block.lower for block in above if block.role in PROSE and block.words > 4)

    def in_the_news(self, name: str) -> bool:
        """Whether somebody is written about: the name stands in the article itself."""
        return name.lower() in self.prose

    def told(self, where: range) -> Iterator[str]:
        """The names of lines that open like bylines, or say a job; and of those that go on with names below them."""
        waiting = going_on = False
        for block in self.blocks[where.start : where.stop]:
            labelled = block.role is Role.BYLINE
            front = block.index <= self.body + 1
            opening = self.opening(block, labelled=labelled, front=front)
            rest = block.text[len(opening) :].strip(" :：\xa0")
            if opening and not rest:
                waiting, going_on = labelled or front, False
                continue
            found: list[str] = []
            if len(block.text) <= LONGEST:
                if opening or waiting:
                    found = list(self.of_opened(block, rest, waiting=waiting))
                elif going_on:
                    found = list(bare_names(self.read(block), self.page)) if block.words <= WORDS_OF_A_NAME_LINE else []
                elif labelled or (front and block.role not in UNLIKELY):
                    found = list(self.of_job(block))
                if not found and (labelled or front) and block.role not in UNLIKELY:
                    found = list(names_told_within(block, self.page))
            yield from found
            going_on = bool(found) and (waiting or going_on or (bool(opening) and block.words <= WORDS_OF_A_NAME_LINE))
            waiting = False

    def opening(self, block: Block, *, labelled: bool, front: bool) -> str:
        """The words that open a byline; in a line taken for something else, only where names and no more follow."""
        opening = self.cues.byline_opening(block)
        if is_hangul(block.lower[len(opening) - 1 : len(opening) + 1]):
            return ""  # the start of a longer word
        if not opening or labelled:
            return opening
        if not front or not is_short(block, WORDS_OF_A_BYLINE) or block.ends_with_stop or block.role is Role.HEADLINE:
            return ""
        reading = read_names(block.text[len(opening) :].strip(" :："), self.page, sure=False)
        bare = not block.text[len(opening) :].strip(" :：\xa0")
        return opening if bare or (reading.names and not reading.rest) else ""

    def of_opened(self, block: Block, rest: str, *, waiting: bool) -> Iterator[str]:
        """The names behind the words that open a byline, on the same line or the next."""
        share, dated = self.page.date_share(block)
        if waiting and ((dated and share > 0.6) or block.words > WORDS_OF_A_NAME_LINE or self.is_furniture(block)):
            return
        yield from read_names(rest, self.page, sure=True).names

    def of_job(self, block: Block) -> Iterator[str]:
        """The names of a line that says a job of the trade."""
        if block.words > WORDS_OF_A_NAME_LINE or block.ends_with_stop:
            return
        if any(map(self.cues.is_job, WORD_OF_JOB.findall(block.lower))) or self.cues.after_name(block):
            reading = self.read(block)
            if block.role is Role.BYLINE or not reading.rest:
                yield from (name for name in reading.names if not self.in_the_news(name))

    def read(self, block: Block) -> Reading:
        """The names of a line that nothing opens; none of one that says who took a picture."""
        if has_picture_label(block.text, self.page):
            return Reading(rest=block.words)
        return read_names(block.text, self.page, sure=False)

    def bare(self) -> Iterator[str]:
        """The names of lines between headline and body, or just above, that have nothing else."""
        near: list[str] = []
        other: list[str] = []
        for block in self.blocks[max(0, self.top - ABOVE_TITLE) : self.body + 2]:
            if block.role in UNLIKELY or not is_short(block, WORDS_OF_A_NAME_LINE) or not is_in_capitals(block):
                continue
            if self.is_furniture(block):
                continue
            below = block.index > self.top
            dated = any(self.page.date_share(other)[1] for other in self.around(block))
            names = [name for name in bare_names(self.read(block), self.page) if not self.in_the_news(name)]
            if dated and (below or block.role is Role.BYLINE):
                near += names
            elif below and block.role is not Role.CAPTION:
                other += names
        return iter(near or other)

    def around(self, block: Block) -> Sequence[Block]:
        """The blocks beside a block, and itself."""
        return self.blocks[max(0, block.index - NEAR) : block.index + NEAR + 1]

    def is_furniture(self, block: Block) -> bool:
        """Whether a line is one of those that pages have about themselves, or names who is in the picture below."""
        following = self.page.neighbour(block, 1)
        return (
            self.cues.boilerplate_whole(block)
            or self.cues.related_head(block)
            or (following is not None and following.words <= 16 and is_credit_line(following, self.cues))
        )

    def signed(self) -> Iterator[str]:
        """The names behind the body: in parentheses at its end, or alone on a line below it."""
        tail = signed_tail(self.blocks)
        if tail:
            reading = read_names(tail, self.page, sure=False)
            dated = bool(find_dates(tail.lower(), self.cues.language))
            named = reading.names if dated else list(bare_names(reading, self.page))
            found = [name for name in named if dated or not self.in_the_news(name)]
            if found:
                yield from found
                return
        for block in self.blocks[self.end + 1 : self.end + 1 + BELOW_BODY]:
            fitting = block.role in SIGNING and is_short(block, WORDS_OF_A_NAME_LINE) and not block.text.isupper()
            if fitting and not block.ends_with_stop and is_in_capitals(block) and not self.is_furniture(block):
                names = [name for name in bare_names(self.read(block), self.page) if not self.in_the_news(name)]
                if names:
                    yield from names
                    return


def is_short(block: Block, words: int) -> bool:
    """Whether a line is no longer than bylines are."""
    return block.words <= words and len(block.text) <= LONGEST


def is_in_capitals(block: Block) -> bool:
    """Whether at least half of a line's words are not written small: others are not worth reading for names."""
    return 2 * sum([word[0].islower() for word in block.text.split()]) <= block.words


def is_hangul(text: str) -> bool:
    """Whether a text is two syllables of Korean."""
    return len(text) == 2 and all("\uac00" <= character <= "\ud7af" for character in text)


def names_told_within(block: Block, page: Page) -> Iterator[str]:
    """The names behind a word that opens bylines inside a line: after a bar or the like, or after a genre label."""
    for number, part in enumerate(PART.split(block.text)):
        words = part.split()
        if number and page.cues.byline_words(part.lower()):
            yield from read_names(part, page, sure=False).names
        for place in (1, 2):
            before = " ".join(words[:place]).lower()
            if len(words) > place + 1 and before in page.cues.kicker_labels:
                rest = " ".join(words[place:])
                if page.cues.byline_words(rest.lower()):
                    yield from read_names(rest, page, sure=False).names


def signed_tail(blocks: Sequence[Block]) -> str:
    """What stands in parentheses at the end of the last paragraph, or ""."""
    last = next((block for block in reversed(blocks) if block.role is Role.PARAGRAPH), None)
    tail = SIGNED.search(last.text[-160:]) if last is not None else None
    return tail[1] if tail else ""


def names_in(page: Page, blocks: Sequence[Block]) -> list[str]:
    """The names of people and agencies in the bylines of a page whose blocks have their roles, in order."""
    return Authors(page, blocks).names()
