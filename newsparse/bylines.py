"""Bylines and sign-offs: authors, agencies, dates, signature."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime

import attrs

from newsparse.article import Role
from newsparse.authors import names_in
from newsparse.block import Block
from newsparse.credits import AROUND_AGENCIES, agency_parts
from newsparse.datelines import agencies_in, read_dateline
from newsparse.page import Page
from newsparse.publication import read_dates
from newsparse.publishers import Publisher

MOST_AUTHORS = 12
BELOW_BODY = 2
"""Blocks below the last paragraph that may be a sign-off, though they look like a credit."""
WORDS_OF_A_SIGN_OFF, LONGEST_CODE = 6, 4
SIGNING = frozenset({Role.CAPTION, Role.BYLINE, Role.BOILERPLATE})
TAIL_AGENCIES = re.compile(r"[(\[]([^()\[\]]{2,40})[)\]]\W{0,3}$")


@attrs.frozen
class Bylines:
    """What the bylines and sign-offs of a page say."""

    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    published: datetime | None = None
    modified: datetime | None = None
    signature: str | None = None


def read_bylines(  # noqa: PLR0917 - what the page's blocks were sorted into, one after the other
    page: Page,
    blocks: Sequence[Block],
    paragraphs: Sequence[Block],
    signatures: Sequence[Block],
    publisher: Publisher | None,
    reference_time: datetime | None = None,
) -> Bylines:
    """Authors, agencies, dates and signature of a page's bylines and sign-offs; `blocks` have their roles."""
    names = names_in(page, blocks, paragraphs)
    authors = unique(name for name in names if not page.cues.is_agency(name))
    agencies = [name for name in names if page.cues.is_agency(name)]
    end = paragraphs[-1].index + 1 if paragraphs else len(blocks)
    below = [block for block in blocks[end : end + BELOW_BODY] if block.role in SIGNING]
    agencies += agencies_of([*signatures, *below], paragraphs, page)
    published, modified = read_dates(page, blocks, reference_time, paragraphs)
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


def agencies_of(signatures: Sequence[Block], paragraphs: Sequence[Block], page: Page) -> list[str]:
    """The agencies of sign-offs, of the first paragraph's dateline and of the end of the last."""
    found: list[str] = []
    for block in signatures:
        if block.words <= WORDS_OF_A_SIGN_OFF and names_sources(block.lower, page):
            found += agencies_in(block.text, page.cues)
    if paragraphs:
        dateline = read_dateline(paragraphs[0].text, page.cues)
        found += dateline.agencies if dateline else ()
        tail = TAIL_AGENCIES.search(paragraphs[-1].text[-60:])
        if tail and names_sources(tail[1].lower(), page):
            found += agencies_in(tail[1], page.cues)
    return found


def names_sources(lower: str, page: Page) -> bool:
    """Whether a sign-off is nothing but agencies, and perhaps the code of an editor: "(dpa/pes)"."""
    parts = agency_parts(lower.strip(AROUND_AGENCIES))
    codes = [part for part in parts if part not in page.cues.news_agencies]
    return len(codes) < len(parts) and all(part.isalpha() and len(part) <= LONGEST_CODE for part in codes)


def read_signature(signatures: Sequence[Block], publisher: Publisher | None) -> str | None:
    """The code of the author or desk: what the publisher's profile finds, or the last sign-off as it stands."""
    for block in reversed(signatures):
        if publisher is not None and publisher.signature is not None:
            match = publisher.signature.search(block.text)
            if match:
                return next((group for group in match.groups() if group), match[0])
    return signatures[-1].text if signatures else None
