"""Bylines and sign-offs: authors, agencies, dates, signature."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

import attrs

from newsparse.article import Role
from newsparse.block import Block
from newsparse.bylines.authors import names_in
from newsparse.bylines.datelines import Dateline, agencies_in, dateline_of
from newsparse.bylines.publication import read_dates
from newsparse.bylines.sign_offs import MOST_WORDS, SIGNS, TAIL, SignOff, below_body, names_sources, read_sign_off
from newsparse.page import Page
from newsparse.publishers import Publisher

MOST_AUTHORS = 12
END = 60
"""Characters at the end of the last paragraph among which agencies sign."""
LEAD = Role.LEAD
"""A member of an enumeration takes eight times as long to look up as this, and every block of a page is asked."""


@attrs.frozen
class Bylines:
    """What the bylines and sign-offs of a page say."""

    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    published: datetime | None = None
    modified: datetime | None = None
    signature: str | None = None
    dateline: Dateline | None = None
    sign_offs: Sequence[tuple[Block, SignOff]] = ()
    """The lines below the body that are sign-offs, though none was taken for one."""


def read_bylines(  # noqa: PLR0917 - what the page's blocks were sorted into, one after the other
    page: Page,
    blocks: Sequence[Block],
    paragraphs: Sequence[Block],
    signatures: Sequence[Block],
    publisher: Publisher | None,
    reference_time: datetime | None,
) -> Bylines:
    """Authors, agencies, dates and signature of a page's bylines and sign-offs; `blocks` have their roles."""
    names = names_in(page, blocks, paragraphs)
    authors = unique(name for name in names if not page.cues.is_agency(name))
    agencies = [name for name in names if page.cues.is_agency(name)]
    sign_offs = below_body(blocks, paragraphs, page)
    below = [read for _, read in sign_offs]
    agencies += agencies_of(signatures, below, paragraphs, page)
    leads = [block.text for block in blocks if block.role is LEAD]
    dateline = dateline_of(leads, [block.text for block in paragraphs[:2]], page.cues)
    agencies += dateline.agencies if dateline else ()
    if not authors:
        signed = (read.author for read in below if read.author)
        authors = unique(name for name in signed if not any(name in block.text for block in paragraphs))
    published, modified = read_dates(page, blocks, paragraphs, reference_time)
    if published is None:
        published = next((read.day for read in below if read.day), None)
    return Bylines(
        authors=authors[:MOST_AUTHORS],
        agencies=unique(agencies),
        published=published,
        modified=modified,
        signature=read_signature(signatures, publisher),
        dateline=dateline,
        sign_offs=sign_offs,
    )


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """Each name once, in order, whatever its capitals."""
    return tuple({name.casefold(): name for name in reversed(list(names))}.values())[::-1]


def agencies_of(
    signatures: Sequence[Block], below: Iterable[SignOff], paragraphs: Sequence[Block], page: Page
) -> list[str]:
    """The agencies of sign-offs and of the end of the last paragraph."""
    found: list[str] = []
    for block in signatures:
        if block.words <= MOST_WORDS and (read := read_sign_off(block.text, page.cues)):
            found += read.agencies
    for read in below:
        found += read.agencies
    if paragraphs:
        end = paragraphs[-1].text[-END:]
        tail = TAIL.search(end)
        inner = tail[1].strip(SIGNS) if tail else end.rpartition(". ")[2]
        if inner and names_sources(inner, page.cues):
            found += agencies_in(inner, page.cues)
    return found


def read_signature(signatures: Sequence[Block], publisher: Publisher | None) -> str | None:
    """The code of the author or desk: what the publisher's profile finds, or the last sign-off as it stands."""
    for block in reversed(signatures):
        if publisher is not None and publisher.signature is not None:
            match = publisher.signature.search(block.text)
            if match:
                return next((group for group in match.groups() if group), match[0])
    return signatures[-1].text if signatures else None
