"""The clean article as HTML elements: what a reader would see in a newspaper."""

from __future__ import annotations

from datetime import datetime
from xml.etree.ElementTree import Element

from newsparse.article import Article, BulletList, Caption, Paragraph, Section
from newsparse.formats.readable import date_for_machines, date_for_reading
from newsparse.view.element import element
from newsparse.view.pieces import direction


def reading(article: Article) -> Element:
    """An `<article>` of the headline, byline, lead, body and captions; what was not found is left out."""
    head = [element("p", {"class": "kicker"}, article.kicker)] if article.kicker else []
    if article.headline:
        head.append(element("h3", {"class": "headline"}, article.headline))
    if article.lead:
        head.append(element("p", {"class": "lead"}, article.lead))
    if names := (*article.authors, *article.agencies):
        head.append(element("p", {"class": "byline"}, " · ".join(names)))
    if dates := [moment(at) for at in (article.published, article.modified) if at]:
        head.append(element("p", {"class": "dates"}, *between(dates, " · ")))
    parts = [element("header", None, *head)] if head else []
    if article.bullets:
        parts.append(listed(article.bullets, "key-points"))
    parts += map(section, article.sections)
    if article.signature:
        parts.append(element("p", {"class": "signature"}, article.signature))
    parts += map(figure, article.captions)
    if not parts:
        parts.append(element("p", {"class": "empty"}, "No article was found in this text."))
    attributes = {"class": "article", "lang": article.language, "dir": direction(article.language)}
    return element("article", attributes, *parts)


def section(part: Section) -> Element:
    """A section with its header."""
    header = [element("h4", None, part.header)] if part.header else []
    return element(
        "section",
        None,
        *header,
        *(element("p", None, piece.text) if isinstance(piece, Paragraph) else items(piece) for piece in part.content),
    )


def items(part: BulletList) -> Element:
    """A list of the body."""
    return listed(part.items)


def listed(texts: tuple[str, ...], name: str | None = None) -> Element:
    """A list."""
    return element("ul", {"class": name}, *(element("li", None, text) for text in texts))


def figure(caption: Caption) -> Element:
    """A caption with its credit; where the page has the credit alone, once."""
    credit = caption.credit if caption.credit != caption.text else None
    parts = [element("span", {"class": "credit"}, credit)] if credit else []
    return element("figure", None, element("figcaption", None, caption.text, *(" " for _ in parts), *parts))


def moment(at: datetime) -> Element:
    """A date for people and for programs."""
    return element("time", {"datetime": date_for_machines(at)}, date_for_reading(at))


def between(parts: list[Element], joiner: str) -> list[Element | str]:
    """The parts with a joiner between them."""
    joined: list[Element | str] = []
    for part in parts:
        joined += [joiner, part] if joined else [part]
    return joined
