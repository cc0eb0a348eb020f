"""What is not the article: menus, sharing, newsletters, legal lines, comments, advertising."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsparse.article import Role
from newsparse.block import Block
from newsparse.page import Page
from newsparse.rules.base import ORDINARY, FittedRule, between_prose
from newsparse.rules.place import size_of
from newsparse.survey.kinds import ASKED_FOR_LABEL, ASKED_FOR_NOTICE
from newsparse.survey.reader import LONGEST

ABOUT_AUTHOR = "opens with the name of a byline"
OPENS = "opens like a word to the reader"
ALONE = "a word to the reader between two paragraphs"
BELOW = 2
"""Lines below a paragraph among which prose goes on."""
SHORT_LINE = 12
"""Words of a short line."""
MAIL = re.compile(r"\w@[\w-]+\.\w")
FOLLOW = "opens like a word to the reader, and names several services"


class BoilerplateCue(FittedRule):
    """Words that pages say to their readers, not about the world."""

    role = Role.BOILERPLATE
    topical = True

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        cues, words, lower = page.cues, block.words, block.lower
        ordinary = page.kinds[block.index] in ORDINARY
        told = False
        if words <= ASKED_FOR_LABEL and not ordinary and cues.boilerplate_whole(block):
            told = True
            if block.index != page.title - 1 or lower.strip(" :|+") not in cues.kicker_labels:
                yield "a line that pages have about themselves"
        asked = ordinary and words <= ASKED_FOR_NOTICE
        hits = 0
        opening = not asked and page.may_open[block.index] and cues.boilerplate_opening(block)
        if opening:
            yield OPENS if words <= ASKED_FOR_NOTICE else "a long line that opens like a word to the reader"
        if words <= 60:
            hits = page.phrases_inside[block.index]
            if hits:
                told = told or words <= SHORT_LINE
                size = "a short line" if words <= SHORT_LINE else "a line" if words <= 35 else "a long line"
                yield f"{size} with a word that pages use of themselves"
                if hits > 1:
                    yield "several words that pages use of themselves"
            services = cues.services_inside(lower, page.topic.words[block.index])
            if services >= 2:
                yield "names several services where pages are followed"
                if opening:
                    yield FOLLOW
        if (told or opening) and between_prose(block, page):
            yield ALONE
        if words <= SHORT_LINE and ordinary and not (told or opening or hits) and cues.has_word_of_pages(lower):
            amid = between_prose(block, page)
            yield "a word of pages, in a line between two paragraphs" if amid else "a word of pages, in a short line"
        if words <= 30 and "©" in lower:
            yield "a copyright sign"
        if words <= 20 and ("http" in lower or "www." in lower):
            yield "a web address"
        if words <= 20 and "@" in lower:
            if "(@" in lower:
                yield "an account in parentheses"
            elif MAIL.search(lower):
                yield "an e-mail address"


class Biography(FittedRule):
    """What opens with an author's name is about the author: the news of an article are about others. The name alone
    stands above it, or in a box. Below the text, a line that says who somebody is is about the author, too."""

    role = Role.BOILERPLATE

    def blocks(self, page: Page) -> Sequence[Block]:
        known, tells = page.biographies, page.introductions
        return [block for block in super().blocks(page) if block.index in known or tells[block.index]]

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        if block.index in page.biographies:
            yield ABOUT_AUTHOR if block.words > 2 else "nothing but a name that stands in a byline"
        if page.introductions[block.index]:
            amid = page.prose_follows(block, BELOW) and page.prose_precedes(block)
            yield "says who somebody is, amid prose" if amid else "says who somebody is, where prose ends"


class ToReader(FittedRule):
    """News speak of the world; pages speak to their reader: "you", "your"."""

    role = Role.BOILERPLATE
    longest = LONGEST

    def blocks(self, page: Page) -> Sequence[Block]:
        return [block for block in super().blocks(page) if page.to_reader[block.index]]

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        size = size_of(block, page)
        yield f"{size} speaks to the reader {page.to_reader[block.index]}"
        if page.body_start < block.index < page.body_end:
            yield f"{size} within the body speaks to the reader"


class Menu(FittedRule):
    """Short lines in long runs are menus."""

    role = Role.BOILERPLATE

    def blocks(self, page: Page) -> Sequence[Block]:
        runs = page.short_runs
        return [block for block in super().blocks(page) if runs[block.index] >= 3]

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        run = page.short_runs[block.index]
        if run >= 12:
            yield "in a long run of short lines"
        elif run >= 5:
            yield "in a run of short lines"
        else:
            yield "in a few short lines"
