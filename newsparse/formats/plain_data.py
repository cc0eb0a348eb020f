"""An article as dicts, lists, strings and numbers, and back again without loss."""

from __future__ import annotations

import reprlib
from collections.abc import Callable, Mapping, Set
from datetime import datetime
from typing import Any, TypeVar

from newsparse.article import Article, BulletList, Caption, Evidence, Paragraph, Role, Section
from newsparse.block import Block

T = TypeVar("T")

STRINGS = ("headline", "kicker", "lead", "dateline", "signature", "publisher", "language")
LISTS = ("authors", "agencies", "bullets", "related", "boilerplate")
DATES = ("published", "modified")
KEYS = frozenset((*STRINGS, *LISTS, *DATES, "sections", "captions", "blocks"))
ROLES = {role.value: role for role in Role}


def article_to_dict(article: Article) -> dict[str, Any]:
    """See `Article.to_dict`."""
    return {
        "headline": article.headline,
        "kicker": article.kicker,
        "lead": article.lead,
        "authors": list(article.authors),
        "agencies": list(article.agencies),
        "published": article.published.isoformat() if article.published else None,
        "modified": article.modified.isoformat() if article.modified else None,
        "dateline": article.dateline,
        "bullets": list(article.bullets),
        "sections": [section_to_dict(section) for section in article.sections],
        "captions": [{"text": caption.text, "credit": caption.credit} for caption in article.captions],
        "related": list(article.related),
        "boilerplate": list(article.boilerplate),
        "signature": article.signature,
        "publisher": article.publisher,
        "language": article.language,
        "blocks": [block_to_dict(block) for block in article.blocks],
    }


def section_to_dict(section: Section) -> dict[str, Any]:
    """A section; each part of its content says which `type` it is."""
    return {
        "header": section.header,
        "content": [
            {"type": "paragraph", "text": part.text}
            if isinstance(part, Paragraph)
            else {"type": "bullet_list", "items": list(part.items)}
            for part in section.content
        ],
    }


def block_to_dict(block: Block) -> dict[str, Any]:
    """A block with its evidence."""
    return {
        "text": block.text,
        "start": block.start,
        "end": block.end,
        "role": block.role.value,
        "evidence": [
            {"rule": e.rule, "role": e.role.value, "weight": e.weight, "reason": e.reason} for e in block.evidence
        ],
    }


def article_from_dict(data: Mapping[str, Any]) -> Article:
    """See `Article.from_dict`."""
    fields = mapping(data, "an article", optional=KEYS)
    values: dict[str, Any] = {key: text_or_none(fields.get(key), key) for key in STRINGS}
    values |= {key: each(fields.get(key, ()), key, text) for key in LISTS}
    values |= {key: date_or_none(fields.get(key), key) for key in DATES}
    return Article(
        **values,
        sections=each(fields.get("sections", ()), "sections", section),
        captions=each(fields.get("captions", ()), "captions", caption),
        blocks=each(fields.get("blocks", ()), "blocks", block),
    )


def section(data: object, place: str) -> Section:
    """A section of what `section_to_dict` made."""
    fields = mapping(data, place, {"content"}, optional={"header"})
    return Section(
        text_or_none(fields.get("header"), f"{place}.header"), each(fields["content"], f"{place}.content", part)
    )


def part(data: object, place: str) -> Paragraph | BulletList:
    """A part of a section's content."""
    fields = mapping(data, place, {"type"}, optional={"text", "items"})
    if fields["type"] == "paragraph":
        return Paragraph(text(mapping(data, place, {"type", "text"})["text"], f"{place}.text"))
    if fields["type"] == "bullet_list":
        return BulletList(each(mapping(data, place, {"type", "items"})["items"], f"{place}.items", text))
    raise misfit(f"{place}.type", "'paragraph' or 'bullet_list'", fields["type"])


def caption(data: object, place: str) -> Caption:
    """A caption."""
    fields = mapping(data, place, {"text"}, optional={"credit"})
    return Caption(text(fields["text"], f"{place}.text"), text_or_none(fields.get("credit"), f"{place}.credit"))


def block(data: object, place: str) -> Block:
    """A block of what `block_to_dict` made."""
    fields = mapping(data, place, {"text", "start", "end", "role", "evidence"})
    return Block(
        text(fields["text"], f"{place}.text"),
        whole_number(fields["start"], f"{place}.start"),
        whole_number(fields["end"], f"{place}.end"),
        role(fields["role"], f"{place}.role"),
        each(fields["evidence"], f"{place}.evidence", evidence),
    )


def evidence(data: object, place: str) -> Evidence:
    """One piece of a block's evidence."""
    fields = mapping(data, place, {"rule", "role", "weight", "reason"})
    return Evidence(
        text(fields["rule"], f"{place}.rule"),
        role(fields["role"], f"{place}.role"),
        number(fields["weight"], f"{place}.weight"),
        text(fields["reason"], f"{place}.reason"),
    )


def mapping(
    data: object, place: str, required: Set[str] = frozenset(), *, optional: Set[str] = frozenset()
) -> Mapping[str, Any]:
    """A mapping that has all of the required keys, and none but those and the optional ones."""
    if not isinstance(data, Mapping):
        raise misfit(place, "a mapping", data)
    for key in sorted(required):
        if key not in data:
            raise ValueError(f"{place} lacks the key {key!r}")
    for key in data:
        if key not in required and key not in optional:
            raise ValueError(f"{place} has an unknown key {key!r}: known are {', '.join(sorted(required | optional))}")
    return data


def each(items: object, place: str, make: Callable[[object, str], T]) -> tuple[T, ...]:
    """What `make` makes of each item of a list, told the item's place."""
    if not isinstance(items, list | tuple):
        raise misfit(place, "a list", items)
    return tuple([make(item, f"{place}[{index}]") for index, item in enumerate(items)])


def text(value: object, place: str) -> str:
    """A string."""
    if not isinstance(value, str):
        raise misfit(place, "a string", value)
    return value


def text_or_none(value: object, place: str) -> str | None:
    """A string or None."""
    if value is not None and not isinstance(value, str):
        raise misfit(place, "a string or null", value)
    return value


def date_or_none(value: object, place: str) -> datetime | None:
    """The date that a string says, None for None."""
    written = text_or_none(value, place)
    try:
        return datetime.fromisoformat(written) if written is not None else None
    except ValueError:
        raise misfit(place, "an ISO 8601 date", value) from None


def whole_number(value: object, place: str) -> int:
    """A number of code points."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise misfit(place, "a whole number from 0", value)
    return value


def number(value: object, place: str) -> float:
    """A number."""
    try:
        if isinstance(value, int | float) and not isinstance(value, bool):
            return float(value)
    except OverflowError:  # an int beyond all floats
        pass
    raise misfit(place, "a number", value)


def role(value: object, place: str) -> Role:
    """The role of that name."""
    if not isinstance(value, str) or value not in ROLES:
        raise misfit(place, f"a role ({', '.join(ROLES)})", value)
    return ROLES[value]


def misfit(place: str, wanted: str, value: object) -> ValueError:
    """The error that says what stands where instead of what."""
    return ValueError(f"{place} must be {wanted}, got {reprlib.repr(value)}")
