"""When an article was published and when it was changed: which lines say so, and which of their dates is which."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from newsparse.article import Role
from newsparse.block import Block, measure
from newsparse.bylines.places import LONGEST, body_of, signed_tail
from newsparse.dates.absolute import (
    FoundDate,
    apart,
    find_dates,
    modified_elsewhere,
    months_elsewhere,
    months_of_systems,
)
from newsparse.dates.clocks import TIME, with_time
from newsparse.dates.dated import CLOCK, DIGITS, NEARLY_ALL
from newsparse.dates.relative import find_clock, find_relative, keep_zone
from newsparse.page import Page

YEAR_WITHIN = re.compile(r"(?:19|20)\d\d")
"""Four digits that may be a year, if with others glued to them."""
DAY_AND_MONTH = re.compile(r"(?<![\d/.])(\d{1,2})[/.月]\s?(\d{1,2})(?:日|\.)?(?=[\s(（])(?!\s?[/:])")
"""A day and its month in digits, without a year."""
FARTHEST_CLOCK = 24
"""Characters between a word such as "updated" and a time of day without its day."""
WORDS_OF_A_DATE_LINE = 30
ABOVE_TITLE = 6
"""Blocks above the headline among which a date may stand."""
ABOVE_BODY = 15
"""Blocks above the body among which it may stand where no headline is known."""
BELOW_BODY = 8
"""Blocks below the last paragraph among which a byline or sign-off may give the date."""
RIGHT_BELOW = 3
"""Blocks below it among which any line that says so may give it."""
LEAST_SHARE = 0.25
"""The share of words of dates in a line that is neither byline nor sign-off."""
LEAST_IN_PROSE = 0.5
"""That share in a line taken for a headline, lead or paragraph, and in a caption without a time of day or a day in
digits: photographers write when a picture was taken in words."""
BYLINE, BOILERPLATE, HEADLINE = Role.BYLINE, Role.BOILERPLATE, Role.HEADLINE
FURNITURE = frozenset({Role.BOILERPLATE, Role.RELATED})
SIGNING = (BYLINE, Role.SIGNATURE)
"""A member of an enumeration takes eight times as long to look up as these, and many blocks of a page are asked."""
PROSE = frozenset({Role.HEADLINE, Role.LEAD, Role.PARAGRAPH})


def read_dates(
    page: Page, blocks: Sequence[Block], paragraphs: Sequence[Block], reference: datetime | None
) -> tuple[datetime | None, datetime | None]:
    """When the article was published and when it was modified.

    A date behind a word such as "updated" is the modification's, any other the publication's. The lines
    between headline and body are read first, then those above the headline from the nearest up, then those
    below the body. Where a page has but the date of its last change, that stands for the publication too.
    Without a whole day, times such as "two hours ago" count from `reference`, if it is given.
    """
    lines = list(date_lines(page, blocks, paragraphs))
    published, modified = told_dates(lines, page, None)
    if published is not None and modified is None:
        modified = changed_later(lines, page, published)
    if published is None and modified is None and reference is not None:
        published, modified = told_dates(lines, page, reference)
    if published and modified and published.date() > modified.date():
        modified = None
    return published or modified, modified


def told_dates(
    lines: Iterable[Block], page: Page, reference: datetime | None
) -> tuple[datetime | None, datetime | None]:
    """The first date of publication and the first of a change that lines tell."""
    published: datetime | None = None
    modified: datetime | None = None
    waiting = ""
    for block in lines:
        lower = apart(with_time_below(block, page))
        found = whole_dates(lower, page) if reference is None else relative_dates(lower, page, reference)
        for date, kind in zip(found, kinds_of(lower, found, page, waiting), strict=True):
            if kind == "modified":
                modified = modified or date.when
            else:
                published = published or date.when
        if published and modified:
            break
        waiting = date_kind(lower, page) if not found and block.words <= 6 else ""
    return published, modified


def changed_later(lines: Iterable[Block], page: Page, published: datetime) -> datetime | None:
    """When the article was changed, where only the time of day says so ("3 May 2024 11:08, updated 13:30"), perhaps
    with day and month ("2024/3/12 10:21 (3/12 14:02 更新)"): the rest is that of the publication."""
    for block in lines:
        end = page.cues.change_ends(block.lower) if DIGITS.search(block.lower) else -1
        if end < 0:
            continue  # without a digit, there is no time of day
        text = block.lower[end : end + FARTHEST_CLOCK]
        if not page.cues.spaced and not TIME.search(text):
            text = block.lower[max(0, end - FARTHEST_CLOCK) : end]
        clock = last_of(TIME.finditer(text))
        if clock is None or whole_dates(text, page):
            continue
        day = last_of(DAY_AND_MONTH.finditer(text, 0, clock.start()))
        midnight = published.replace(hour=0, minute=0, second=0, microsecond=0)
        timed = with_time(text, clock, on_day(midnight, day, page), page.cues.language)
        if timed and timed[0].replace(tzinfo=None) >= published.replace(tzinfo=None):
            return keep_zone(timed[0], published)
    return None


def last_of(matches: Iterator[re.Match[str]]) -> re.Match[str] | None:
    """The last of the matches, or None."""
    return next(iter(list(matches)[-1:]), None)


def on_day(day: datetime, match: re.Match[str] | None, page: Page) -> datetime:
    """A day, or the one of its year that was matched, if there is one; the month stands first where no spaces do."""
    if match is None:
        return day
    first, second = int(match[1]), int(match[2])
    number, month = (first, second) if page.cues.spaced and page.cues.language.day_first else (second, first)
    try:
        return day.replace(month=month, day=number)
    except ValueError:
        return day


def with_time_below(block: Block, page: Page) -> str:
    """A line in lower case, with the next one if that stands right below and is hardly more than a time of day."""
    blocks, below = page.blocks, block.index + 1
    if below >= len(blocks) or blocks[below].gap or blocks[below - 1].text != block.text:
        return block.lower
    clock = TIME.match(blocks[below].lower) and page.date_shares[below][0] >= NEARLY_ALL
    return f"{block.lower}\n{blocks[below].lower}" if clock else block.lower


def kinds_of(lower: str, found: Sequence[FoundDate], page: Page, waiting: str) -> list[str]:
    """What a line says of each of its dates, or the one above it (`waiting`) of the first: before the date; without
    spaces between words, behind it too ("(2024/03/13 8:02更新)")."""
    if not found:
        return []
    starts, ends = [date.start for date in found], [date.end for date in found]
    kinds = [date_kind(lower[start:end], page) for start, end in zip([0, *ends[:-1]], starts, strict=True)]
    if not page.cues.spaced and (last := page.cues.date_kind_behind(lower[ends[-1] :])):
        if not kinds[0]:
            gaps = zip(ends, [*starts[1:], len(lower)], strict=True)
            return [page.cues.date_kind_behind(lower[start:end]) for start, end in gaps]
        kinds[-1] = kinds[-1] or last
    kinds[0] = kinds[0] or waiting
    return kinds


def whole_dates(lower: str, page: Page) -> list[FoundDate]:
    """The dates of a line: where the page's language is unknown, with the months of several; and where it names none
    of its own, with those of the languages that publishing systems speak."""
    if page.language is None:
        return find_dates(lower, page.cues.language, months_elsewhere())
    found = find_dates(lower, page.cues.language)
    if found or YEAR_WITHIN.search(lower) is None:
        return found
    return find_dates(lower, page.cues.language, months_of_systems())


def date_kind(lower: str, page: Page) -> str:
    """What a text says of the date behind it: "modified", "published" or ""."""
    if page.language is None and any(map(lower.__contains__, modified_elsewhere())):
        return "modified"
    return page.cues.date_kind(lower)


def relative_dates(lower: str, page: Page, reference: datetime) -> list[FoundDate]:
    """The times of a line that count from a reference time; behind "published" a time of day alone too."""
    found = find_relative(lower, page.cues.language, reference)
    return found or (find_clock(lower, reference, page.cues.language) if date_kind(lower, page) else [])


def date_lines(page: Page, blocks: Sequence[Block], paragraphs: Sequence[Block]) -> Iterator[Block]:
    """The lines that dates are looked for in, the likeliest first."""
    body = body_of(blocks, paragraphs)
    end = paragraphs[-1].index if paragraphs else len(blocks)
    top = page.title if 0 <= page.title <= body else max(0, body - ABOVE_BODY)
    front = [block for block in blocks[top : body + 2] if is_date_line(block, page)]
    yield from [block for block in front if block.role is BYLINE]
    yield from [block for block in front if block.role is not BYLINE]
    yield from (block for block in reversed(blocks[max(0, top - ABOVE_TITLE) : top]) if is_date_line(block, page))
    if paragraphs and (line := page.dateline(blocks[body])):
        yield measure(line, 0, 0)
    yield from (
        block for block in blocks[body + 2 : end + BELOW_BODY] if block.role in SIGNING and is_date_line(block, page)
    )
    tail = signed_tail(paragraphs)
    if tail:
        yield measure(tail, 0, 0)
    yield from (block for block in blocks[end + 1 : end + 1 + RIGHT_BELOW] if says_of_date(block, page))
    yield from (
        block
        for block in blocks[end + 1 : end + 1 + BELOW_BODY]
        if is_all_date(block, page) and (date_kind(block.lower, page) == "published" or has_two_dates(block, page))
    )


def is_date_line(block: Block, page: Page) -> bool:
    """Whether a line may say when the article was published."""
    if block.role in SIGNING:
        return len(block.text) <= LONGEST
    share, dated = page.date_shares[block.index]
    if block.role is HEADLINE and dated and any(found.start == 0 for found in whole_dates(block.lower, page)):
        return True
    if block.words > WORDS_OF_A_DATE_LINE or (block.role in PROSE and share < LEAST_IN_PROSE):
        return not block.ends_with_stop and page.cues.dates_opening(block)
    if block.role is Role.CAPTION and share < LEAST_IN_PROSE and not CLOCK.search(block.text):
        return page.cues.dates_opening(block) or (dated and has_byline_behind(block, page))
    return share >= LEAST_SHARE or (dated and page.cues.dates_opening(block))


def has_byline_behind(block: Block, page: Page) -> bool:
    """Whether a line opens with a day and goes on with a word that opens bylines: "3 May 2024 by Jane Roe"."""
    found = whole_dates(block.lower, page)
    return (
        bool(found) and not found[0].start and bool(page.cues.byline_words(block.lower[found[0].end :].lstrip(" ,|-–")))
    )


def says_of_date(block: Block, page: Page) -> bool:
    """Whether a line below the body says when the article was published or changed: "This article was updated …"."""
    if block.role is not BOILERPLATE or block.words > WORDS_OF_A_DATE_LINE or not DIGITS.search(block.text):
        return False
    of_page = page.cues.boilerplate_opening(block) and date_kind(block.lower, page) != ""
    return of_page or page.cues.dates_opening(block)


def has_two_dates(block: Block, page: Page) -> bool:
    """Whether a line has two dates or more, of which the second is a change's: "3 May 2024 (changed 4 May 2024)"."""
    found = whole_dates(block.lower, page)
    return len(found) > 1 and kinds_of(block.lower, found, page, "")[:2] == ["", "modified"]


def is_all_date(block: Block, page: Page) -> bool:
    """Whether a line among furniture has a day and hardly a word else."""
    share, dated = page.date_shares[block.index]
    return block.role in FURNITURE and dated and share >= NEARLY_ALL
