"""An article as clean plain text."""

from __future__ import annotations

from collections.abc import Iterable

from newsparse.article import Article, BulletList
from newsparse.formats.readable import kicker_above, readable


def to_plain_text(article: Article) -> str:
    """What a reader reads, a blank line between paragraphs, without a line end behind it.

    Kicker (unless the headline begins with it), headline, lead, key points, headers, paragraphs and lists ("- "
    before each item). No byline, dates, captions or signature: they are about the text, not of it, and attributes
    of the article hold them. `Article.text` is the same without kicker, headline, key points and marks.

    >>> from newsparse import Article
    >>> print(to_plain_text(Article(headline="Bridge opens", lead="After nine years.", bullets=("Free on foot",))))
    Bridge opens
    <BLANKLINE>
    After nine years.
    <BLANKLINE>
    - Free on foot
    """
    article = readable(article)
    parts = [kicker_above(article), article.headline, article.lead, as_list(article.bullets)]
    for section in article.sections:
        parts.append(section.header)
        parts += [as_list(part.items) if isinstance(part, BulletList) else part.text for part in section.content]
    return "\n\n".join(part for part in parts if part)


def as_list(items: Iterable[str]) -> str:
    """One item a line."""
    return "\n".join(f"- {item}" for item in items)
