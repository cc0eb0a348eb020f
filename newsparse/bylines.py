"""Bylines and sign-offs: authors, agencies, dates, signature."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import attrs

from newsparse.article import Role
from newsparse.block import Block
from newsparse.page import Page
from newsparse.publishers import Publisher


@attrs.frozen
class Bylines:
    """What the bylines and sign-offs of a page say."""

    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    published: datetime | None = None
    modified: datetime | None = None
    signature: str | None = None


def read_bylines(page: Page, blocks: Sequence[Block], publisher: Publisher | None) -> Bylines:
    """Authors, agencies, dates and signature of a page's bylines and sign-offs."""
    signature = None
    for block in blocks:
        if block.role is Role.SIGNATURE:
            match = publisher.signature.search(block.text) if publisher and publisher.signature else None
            signature = next((group for group in match.groups() if group), None) if match else block.text
    return Bylines(signature=signature)
