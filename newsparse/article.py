"""The result types: what ``parse()`` returns, all frozen and made of plain values."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from newsparse.block import Block


class Role(enum.Enum):
    """What a block of a news page is, in the field's own terms."""

    HEADLINE = "headline"
    KICKER = "kicker"
    LEAD = "lead"
    BYLINE = "byline"
    BULLET = "bullet"
    PARAGRAPH = "paragraph"
    SECTION_HEADER = "section_header"
    CAPTION = "caption"
    RELATED = "related"
    BOILERPLATE = "boilerplate"
    SIGNATURE = "signature"

    __hash__ = object.__hash__  # members are singletons; the default hashes their name each time


@attrs.frozen
class Evidence:
    """One reason for, or (with a negative weight) against, a role.

    `rule` is the name of the rule that spoke, `weight` a number in nats: evidence adds up, and a role
    that is ahead by 1 is about e times as likely as the next.
    """

    rule: str
    role: Role
    weight: float
    reason: str


@attrs.frozen
class Paragraph:
    """A paragraph of the body."""

    text: str


@attrs.frozen
class BulletList:
    """A list of the body: its items, without their markers."""

    items: tuple[str, ...]


@attrs.frozen
class Section:
    """A stretch of the body below one header; the first section of most articles has none."""

    header: str | None
    content: tuple[Paragraph | BulletList, ...] = ()

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The text of each paragraph, in order."""
        return tuple(part.text for part in self.content if isinstance(part, Paragraph))

    @property
    def bullets(self) -> tuple[str, ...]:
        """Each item of each list, in order."""
        return tuple(item for part in self.content if isinstance(part, BulletList) for item in part.items)


@attrs.frozen
class Caption:
    """The text below a picture, and who made the picture; either may be missing, never both."""

    text: str
    credit: str | None = None


@attrs.frozen
class Article:
    """A news article, taken apart. Strings are stripped text of the input; sequences are tuples."""

    headline: str | None = None
    kicker: str | None = None
    lead: str | None = None
    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    published: datetime | None = None
    modified: datetime | None = None
    dateline: str | None = None
    bullets: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    captions: tuple[Caption, ...] = ()
    related: tuple[str, ...] = ()
    boilerplate: tuple[str, ...] = ()
    signature: str | None = None
    publisher: str | None = None
    language: str | None = None
    blocks: tuple[Block, ...] = attrs.field(default=(), repr=False)

    @property
    def text(self) -> str:
        """Lead, section headers, paragraphs and lists, a blank line between them: the clean article."""
        parts = [self.lead] if self.lead else []
        for section in self.sections:
            if section.header:
                parts.append(section.header)
            for part in section.content:
                parts.append(part.text if isinstance(part, Paragraph) else "\n".join(part.items))
        return "\n\n".join(parts)

    def to_dict(self) -> dict[str, Any]:
        """The article as dicts, lists, strings and numbers, ready for JSON; dates as ISO 8601."""
        from newsparse.formats.plain_data import article_to_dict

        return article_to_dict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Article:
        """The article that `to_dict` made `data` of; raises `ValueError` naming what does not fit."""
        from newsparse.formats.plain_data import article_from_dict

        return article_from_dict(data)

    def to_json(self, *, blocks: bool = True, indent: int | None = 2) -> str:
        """The article as JSON text; `blocks=False` leaves the labelled lines out, `indent=None` makes it one line."""
        from newsparse.formats.json_text import to_json

        return to_json(self, blocks=blocks, indent=indent)

    @classmethod
    def from_json(cls, text: str) -> Article:
        """The article that `to_json` made `text` of; raises `ValueError` saying where it does not fit."""
        from newsparse.formats.json_text import from_json

        return from_json(text)

    def to_markdown(self) -> str:
        """The article as CommonMark: headline, lead, byline, key points, sections, captions."""
        from newsparse.formats.markdown import to_markdown

        return to_markdown(self)

    def to_plain_text(self) -> str:
        """What a reader reads: headline, lead, key points and body, a blank line between paragraphs."""
        from newsparse.formats.plain_text import to_plain_text

        return to_plain_text(self)

    def to_html(self) -> str:
        """The article as one self-contained page of semantic HTML, without scripts."""
        from newsparse.formats.html_page import to_html

        return to_html(self)

    def to_json_ld(self) -> str:
        """The article as a schema.org `NewsArticle` in JSON-LD, safe inside a `<script>` element."""
        from newsparse.formats.json_ld import to_json_ld

        return to_json_ld(self)

    def to_ninjs(self, *, uri: str | None = None) -> str:
        """The article as IPTC ninjs 3.1; `uri` identifies it there, by default a UUID made of its content."""
        from newsparse.formats.ninjs import to_ninjs

        return to_ninjs(self, uri=uri)

    def to_csv_row(self) -> dict[str, str]:
        """The article's cells by column; `newsparse.formats.to_csv` makes a table of articles."""
        from newsparse.formats.csv_table import to_csv_row

        return to_csv_row(self)

    def _repr_html_(self) -> str:
        """The article's blocks in the colours of their roles, for notebooks; see `newsparse.view.to_fragment`."""
        from newsparse.view import to_fragment

        return to_fragment(self)
