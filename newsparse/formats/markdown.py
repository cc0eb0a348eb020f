"""An article as Markdown (CommonMark) that a person would write."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsparse.article import Article, BulletList, Caption
from newsparse.formats.readable import byline, kicker_above, readable

MARKS = re.compile(r"[\\`*\[~]|(?<![^\W_])_|_(?![^\W_])")
"""What may open or close something anywhere in a line. An underscore inside a word never does."""
HTML = re.compile(r"<(?=[A-Za-z/!?])|&(?=#?[0-9A-Za-z]{1,50};)")
"""A tag or entity; written as an entity, since not every reader of Markdown lets a backslash stand before "<"."""
START = re.compile(r"[0-9]{1,9}(?=[.)](?:\s|$))|(?=[#>|]|[-+](?:\s|$)|--)")
"""What at the start of a line makes a header, quotation, table, list item or rule of it, up to where a backslash
undoes that."""
CLOSING_HASHES = re.compile(r"(?<!\S)(#+)$")
BULLETS = "-*"
"""Markers of lists: two lists that follow each other take turns, or they would be one."""
RULE = "---"


def to_markdown(article: Article) -> str:
    """The article as CommonMark, without a line end behind it.

    In this order: kicker (unless the headline begins with it), `# headline`, lead in bold as newspapers set it,
    byline, key points as a list, the sections with `## header`, signature; below a rule the captions in italics,
    their credits behind them. Captions stand at the end because an article does not say where its pictures were,
    and in italics because a quotation or a list would say something that they are not.

    >>> from newsparse import Article, Caption
    >>> print(to_markdown(Article(headline="5 * 3", authors=("Jane Doe",), captions=(Caption("Jane.", "dpa"),))))
    # 5 \\* 3
    <BLANKLINE>
    Jane Doe
    <BLANKLINE>
    ---
    <BLANKLINE>
    *Jane.* (dpa)
    """
    article = readable(article)
    parts: list[str] = []
    if kicker := kicker_above(article):
        parts.append(escape_line(kicker))
    if article.headline:
        parts.append(f"# {escape_header(article.headline)}")
    if article.lead:
        parts.append(f"**{escape(article.lead)}**")
    if names := byline(article):
        parts.append(escape_line(" · ".join(names)))
    if article.bullets:
        parts.append(bullet_list(article.bullets, parts))
    for section in article.sections:
        if section.header:
            parts.append(f"## {escape_header(section.header)}")
        for part in section.content:
            parts.append(bullet_list(part.items, parts) if isinstance(part, BulletList) else escape_line(part.text))
    if article.signature:
        parts.append(escape_line(article.signature))
    if article.captions:
        parts += [*([RULE] if parts else []), *map(figure, article.captions)]
    return "\n\n".join(parts)


def bullet_list(items: Iterable[str], above: list[str]) -> str:
    """A list; its marker differs from that of a list directly above it."""
    marker = BULLETS[bool(above) and above[-1].startswith(f"{BULLETS[0]} ")]
    return "\n".join(f"{marker} {escape_line(item)}" for item in items)


def figure(caption: Caption) -> str:
    """A caption with its credit."""
    text = f"*{escape(caption.text)}*"
    return f"{text} ({escape(caption.credit)})" if caption.credit else text


def escape(text: str) -> str:
    """A string that stands inside a line."""
    return HTML.sub(lambda match: "&lt;" if match[0] == "<" else "&amp;", MARKS.sub(r"\\\g<0>", text))


def escape_line(text: str) -> str:
    """A string that opens a line."""
    escaped = escape(text)
    if opening := START.match(escaped):
        return f"{escaped[: opening.end()]}\\{escaped[opening.end() :]}"
    return escaped


def escape_header(text: str) -> str:
    """A string behind `#`, where number signs at the end would be dropped."""
    return CLOSING_HASHES.sub(r"\\\1", escape(text))
