"""Bylines and sign-offs: authors, agencies, dates, signature."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

import attrs

from newsparse.article import Role
from newsparse.block import Block, measure
from newsparse.credits import is_agency_list
from newsparse.dates import find_dates
from newsparse.names import is_east_asian_name, is_name
from newsparse.page import Page
from newsparse.publishers import Publisher

PART = re.compile(r"(?:(?<!\s)\s+)?(?:[|•·/;\t]|\s[–—-]\s|[(（][^()（）]{0,80}[)）])\s*")
"""What stands between the parts of a byline: bars, dots, dashes, parentheses with what is in them."""
ADDRESS = re.compile(r"\S{1,80}@\S{0,80}")
FIRST_DIGIT = re.compile(r"\d")
LONGEST = 240
"""Characters of a byline that are read; longer lines are no bylines."""
MOST_AUTHORS = 12
SIGNED = re.compile(r"\(([^()]{6,150})\)\W{0,3}$")
TAIL_AGENCIES = re.compile(r"[(\[]([^()\[\]]{2,40})[)\]]\W{0,3}$")


@attrs.frozen
class Bylines:
    """What the bylines and sign-offs of a page say."""

    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    published: datetime | None = None
    modified: datetime | None = None
    signature: str | None = None


def read_bylines(page: Page, blocks: Sequence[Block], publisher: Publisher | None) -> Bylines:
    """Authors, agencies, dates and signature of a page's bylines and sign-offs; `blocks` have their roles."""
    signatures = [block for block in blocks if block.role is Role.SIGNATURE]
    paragraphs = [block for block in blocks if block.role is Role.PARAGRAPH]
    names = list(names_in(page, blocks))
    authors = unique(name for name in names if not page.cues.is_agency(name))
    agencies = [name for name in names if page.cues.is_agency(name)]
    agencies += agencies_of(signatures, paragraphs, page)
    published, modified = read_dates(page, blocks)
    return Bylines(
        authors=authors[:MOST_AUTHORS],
        agencies=unique(agencies),
        published=published,
        modified=modified,
        signature=read_signature(signatures, publisher),
    )


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """Each name once, in order, whatever its capitals."""
    return tuple({name.casefold(): name for name in reversed(list(names))}.values())[::-1]


def names_in(page: Page, blocks: Sequence[Block]) -> Iterator[str]:
    """The names of people and agencies in bylines, in order.

    A line that opens with "by" or says a job is taken at its word. Where there is none, a line between
    headline and body that is nothing but names counts.
    """
    body = next((block.index for block in blocks if block.role is Role.PARAGRAPH), len(blocks))
    sure: list[str] = []
    likely: list[str] = []
    waiting = False
    for block in blocks:
        labelled = block.role is Role.BYLINE
        if len(block.text) > LONGEST or not (labelled or waiting or is_front_matter(block, page, body)):
            waiting = False
            continue
        opening = page.cues.byline_opening(block)
        rest = block.text[len(opening) :].strip(" :：\xa0")
        if opening and not rest:
            waiting = labelled
            continue
        told = bool(opening) or waiting
        if labelled or waiting:
            job = page.cues.job_inside(block) or page.cues.after_name(block)
            found = names_of_line(rest, page, sure=told)
            if told or job:
                sure.extend(found)
            elif page.title < block.index <= body + 1 and not block.text.isupper():
                likely.extend(found)
        sure.extend(names_told_within(block, page, whole=not labelled and not waiting))
        waiting = False
    yield from sure or likely or names_at_the_end(blocks, page)


def is_front_matter(block: Block, page: Page, body: int) -> bool:
    """Whether a short line stands between the headline and the body."""
    return block.words <= 20 and page.title < block.index < body and block.role is not Role.LEAD


def names_told_within(block: Block, page: Page, *, whole: bool) -> Iterator[str]:
    """The names behind a word that opens bylines inside a line: after a bar or the like, or after a genre label."""
    parts = PART.split(block.text)
    for number, part in enumerate(parts):
        words = part.split()
        if (number or whole) and page.cues.byline_words(part.lower()):
            yield from names_of_line(part, page, sure=False)
        for place in (1, 2):
            before = " ".join(words[:place]).lower()
            if len(words) > place + 1 and before in page.cues.kicker_labels:
                rest = " ".join(words[place:])
                if page.cues.byline_words(rest.lower()):
                    yield from names_of_line(rest, page, sure=False)


def names_at_the_end(blocks: Sequence[Block], page: Page) -> Iterator[str]:
    """The names that stand with a date in parentheses behind the last paragraph, as some newspapers sign."""
    tail = signed_tail(blocks)
    if tail and find_dates(tail.lower(), page.cues.language):
        yield from names_of_line(tail, page, sure=False)


def signed_tail(blocks: Sequence[Block]) -> str:
    """What stands in parentheses at the end of the last paragraph, or ""."""
    last = next((block for block in reversed(blocks) if block.role is Role.PARAGRAPH), None)
    tail = SIGNED.search(last.text[-160:]) if last is not None else None
    return tail[1] if tail else ""


def names_of_line(text: str, page: Page, *, sure: bool) -> Iterator[str]:
    """The names in one byline without the word that opens it."""
    cues = page.cues
    for part in PART.split(ADDRESS.sub(" | ", text)):
        inner = cues.byline_words(part.lower())
        rest = part[len(inner) :].lstrip(" :\xa0") if inner else part
        for piece in cues.between_names.split(cut_date(cut_place(rest, page), page)):
            yield from clean_names(piece, page, sure=sure)


def cut_place(text: str, page: Page) -> str:
    """A part of a byline up to the word that opens a place ("in", "aus")."""
    words = text.split()
    for number, word in enumerate(words):
        if number >= 2 and word in page.cues.places and number + 1 < len(words) and words[number + 1][0].isupper():
            return " ".join(words[:number])
    return text


def cut_date(text: str, page: Page) -> str:
    """A part of a byline up to its first digit, without the words of dates that then end it."""
    digit = FIRST_DIGIT.search(text)
    words = (text[: digit.start()] if digit else text).split()
    known = page.cues.language.date_words
    while words and words[-1].lower().strip(".,:") in known and (digit or len(words) > 2):
        words.pop()
    return " ".join(words)


def clean_names(text: str, page: Page, *, sure: bool) -> Iterator[str]:
    """The name in a piece of a byline without titles and jobs; also that of an agency right behind it."""
    cues = page.cues
    name = text.strip(" .,:;*–—-“”\"'\xa0")
    after = cues.job_after(name.lower())
    if after:
        name = name[: len(name) - len(after)].strip(" .,:")
    words = name.split()
    while words and words[0].lower() in cues.titles:
        words.pop(0)
    while len(words) > 2 and words[0].lower().strip(":") in cues.jobs:
        words.pop(0)
    if cues.is_agency(" ".join(words)):
        yield " ".join(words)
        return
    agency = ""
    for size in (1, 2, 3):
        if len(words) >= size + 2 and cues.is_agency(" ".join(words[-size:])):
            agency = " ".join(words[-size:])
    words = words[: len(words) - len(agency.split())]
    job = next((n for n, word in enumerate(words) if word.lower().strip(".") in cues.jobs), len(words))
    if job >= 2:
        words = words[:job]
    name = " ".join(words)
    if name and not known_word(name.lower(), page) and not any(word.lower() in cues.jobs for word in words):
        alone = len(words) == 1 and (
            is_east_asian_name(name) if after else sure and 3 <= len(name) <= 20 and name[0].isalpha()
        )
        if is_name(name) or alone:
            yield name
    if agency:
        yield agency


def known_word(lower: str, page: Page) -> bool:
    """Whether a text is the name of a desk or a word of dates, and so nobody's name."""
    return lower in page.cues.desks or lower in page.cues.language.date_words


def agencies_of(signatures: Sequence[Block], paragraphs: Sequence[Block], page: Page) -> list[str]:
    """The agencies of sign-offs, of the first paragraph's dateline and of the end of the last."""
    found: list[str] = []
    for block in signatures:
        if is_agency_list(block.lower, page.cues):
            found += agency_names(block.text, page)
    if paragraphs:
        found += agency_names(page.dateline(paragraphs[0]), page)
        tail = TAIL_AGENCIES.search(paragraphs[-1].text[-60:])
        if tail and is_agency_list(tail[1].lower(), page.cues):
            found += agency_names(tail[1], page)
    return found


def agency_names(text: str, page: Page) -> list[str]:
    """The parts of a text that are agencies."""
    parts = (part.strip(" .,:") for part in re.split(r"[(),/;|–—]|\s-\s|\s\+\s", text))
    return [part for part in parts if part and page.cues.is_agency(part)]


def read_dates(page: Page, blocks: Sequence[Block]) -> tuple[datetime | None, datetime | None]:
    """When the article was published and when it was modified.

    Bylines are read first, then other short lines between headline and body. A date counts as modified
    where a word such as "updated" stands before it, as published otherwise.
    """
    published: datetime | None = None
    modified: datetime | None = None
    waiting = ""
    for block in date_lines(page, blocks):
        lower = block.lower
        previous = 0
        for date in find_dates(lower, page.cues.language):
            kind = page.cues.date_kind(lower[previous : date.start]) or (waiting if previous == 0 else "")
            if kind == "modified":
                modified = modified or date.when
            else:
                published = published or date.when
            previous = date.end
        waiting = page.cues.date_kind(lower) if previous == 0 and block.words <= 6 else ""
    if published and modified and published.date() > modified.date():
        modified = None
    return published, modified


def date_lines(page: Page, blocks: Sequence[Block]) -> Iterator[Block]:
    """The lines that dates are looked for in: bylines, most of all those near the top, then others above the body."""
    body = next((block.index for block in blocks if block.role is Role.PARAGRAPH), len(blocks))
    top = page.title if page.title >= 0 else max(0, body - 15)
    bylines = [b for b in blocks if b.role in (Role.BYLINE, Role.SIGNATURE) and len(b.text) <= LONGEST]
    yield from (block for block in bylines if block.index <= body + 1)
    others = (Role.BOILERPLATE, Role.KICKER, Role.CAPTION, Role.RELATED, Role.BULLET)
    for block in blocks[max(0, top - 6) : body + 1]:
        if block.role in others and block.words <= 20 and page.date_share(block)[0] >= 0.3:
            yield block
    yield from (block for block in bylines if block.index > body + 1)
    tail = signed_tail(blocks)
    if tail:
        yield measure(tail, 0, 0)


def read_signature(signatures: Sequence[Block], publisher: Publisher | None) -> str | None:
    """The code of the author or desk: what the publisher's profile finds, or the last sign-off as it stands."""
    for block in reversed(signatures):
        if publisher is not None and publisher.signature is not None:
            match = publisher.signature.search(block.text)
            if match:
                return next((group for group in match.groups() if group), match[0])
    return signatures[-1].text if signatures else None
