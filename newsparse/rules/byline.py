"""Bylines: who wrote it, when it was published, how long it takes to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsparse.article import Role
from newsparse.block import STOPS, Block
from newsparse.dates.dated import NO_DATE
from newsparse.names import has_given_name, looks_like_names
from newsparse.page import Page
from newsparse.rules.base import ORDINARY, FittedRule
from newsparse.survey.kinds import ASKED_FOR_BYLINE

LONGEST_BYLINE, LONGEST_NAME_LINE, LONGEST_TAILED = 30, 14, 12
"""Words of a byline, of one that is hardly more than names, and of one that ends in a word that follows names."""


class BylineDate(FittedRule):
    """A line that is a date, a time or a reading time, and little else."""

    role = Role.BYLINE
    longest = LONGEST_BYLINE

    def narrow(self, page: Page) -> Sequence[Block]:
        shares, may_open = page.date_shares, page.may_open
        return [block for block in self.blocks(page) if shares[block.index] != NO_DATE or may_open[block.index]]

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        if block.text.isdigit():
            return  # a number of comments, more likely than a day
        share, dated = page.date_shares[block.index]
        near = page.near_top(block)
        where = "near the top" if near else "elsewhere"
        if share >= 0.99:
            yield f"nothing but a date or a time, {where}" if dated else f"nothing but words of dates, {where}"
        elif share >= 0.5 and dated:
            yield f"mostly a date, {where}"
        elif dated and block.words <= 14:
            yield f"a short line with a date, {where}"
        if block.words <= 12 and page.may_open[block.index] and page.cues.dates_opening(block):
            yield "opens like a date of publication"


class BylineName(FittedRule):
    """A line that opens with "by", or is nothing but names, or names and a job."""

    role = Role.BYLINE
    longest = LONGEST_BYLINE

    def narrow(self, page: Page) -> Sequence[Block]:
        may_open = page.may_open
        return [block for block in self.blocks(page) if may_open[block.index] or block.words <= LONGEST_NAME_LINE]

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        cues, text, words = page.cues, block.text, block.words
        where = "near the top" if page.near_top(block) else "elsewhere"
        asked = words <= ASKED_FOR_BYLINE and page.kinds[block.index] in ORDINARY
        opening = "" if asked or not page.may_open[block.index] else cues.byline_opening(block)
        short = words <= LONGEST_NAME_LINE and block.final not in STOPS
        if opening:
            rest = text[len(opening) :].lstrip(" :")
            if not rest:
                yield f"nothing but a word that opens bylines, {where}"
            elif looks_like_names(rest.split(",")[0].split("|")[0], cues.between_names):
                yield f"a word that opens bylines, and a name, {where}"
            elif words <= 12 and short:
                yield f"opens like a byline, {where}"
        elif (
            short
            and words <= 9
            and not block.is_item
            and looks_like_names(text, cues.between_names)
            and not cues.boilerplate_whole(block)
            and not page.has_marked_credit(block.index)
            and (page.near_top(block) or not text.isupper() or has_given_name(text))  # else as likely a header
        ):
            yield f"nothing but names, {'above the headline' if block.index < page.title else where}"
        if short and cues.job_inside(block):
            yield f"a short line with a job of the trade, {where}"
        if words <= 8 and "@" in text:
            yield f"a mail address or a handle, {where}"
        if words <= LONGEST_TAILED and cues.after_name(block):
            yield f"ends as bylines do, {where}"
