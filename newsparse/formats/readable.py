"""What every format but JSON starts from: an article whose strings are one line each, and safe to write anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, time

import attrs

from newsparse.article import Article, BulletList, Caption, Paragraph, Section

BREAKS = re.compile("[\t-\r\x1c-\x1f\x85\u2028\u2029]")
PLANE_ENDS = "".join(chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
UNWRITABLE = re.compile(f"[\0-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{PLANE_ENDS}]")
"""Control characters, lone surrogates and noncharacters: UTF-8, HTML, terminals or databases refuse or obey them."""
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
UPDATED = "\N{CLOCKWISE OPEN CIRCLE ARROW}"
"""Stands before the date of the last change; a word would have to be translated."""


def readable(article: Article) -> Article:
    """The article with each string on one line, `UNWRITABLE` characters as U+FFFD, and nothing that is empty."""
    return attrs.evolve(
        article,
        headline=line_or_none(article.headline),
        kicker=line_or_none(article.kicker),
        lead=line_or_none(article.lead),
        authors=lines(article.authors),
        agencies=lines(article.agencies),
        dateline=line_or_none(article.dateline),
        bullets=lines(article.bullets),
        sections=tuple(readable_sections(article.sections)),
        captions=tuple(readable_captions(article.captions)),
        related=lines(article.related),
        boilerplate=lines(article.boilerplate),
        signature=line_or_none(article.signature),
        publisher=line_or_none(article.publisher),
        language=line_or_none(article.language),
    )


def line(text: str) -> str:
    """A string on one line: a run of line ends, tabs and the spaces around it is one space, both ends are stripped."""
    if text.isprintable():  # nearly always: no need to look for what is not there
        return text.strip()
    text = " ".join(part for part in map(str.strip, BREAKS.split(text)) if part)
    return UNWRITABLE.sub(REPLACEMENT, text)


def line_or_none(text: str | None) -> str | None:
    """A string on one line, None where nothing is left."""
    return (line(text) or None) if text is not None else None


def lines(texts: Iterable[str]) -> tuple[str, ...]:
    """Strings on one line each, without empty ones."""
    return tuple(text for text in map(line, texts) if text)


def readable_sections(sections: Iterable[Section]) -> Iterable[Section]:
    """Sections with readable strings, without empty parts."""
    for section in sections:
        content: list[Paragraph | BulletList] = []
        for part in section.content:
            if isinstance(part, BulletList):
                if items := lines(part.items):
                    content.append(BulletList(items))
            elif text := line(part.text):
                content.append(Paragraph(text))
        header = line_or_none(section.header)
        if header or content:
            yield Section(header, tuple(content))


def readable_captions(captions: Iterable[Caption]) -> Iterable[Caption]:
    """Captions with readable strings; a credit that stands alone, or is all that the caption says, is the text."""
    for caption in captions:
        text, credit = line(caption.text), line_or_none(caption.credit)
        if text or credit:
            yield Caption(text or credit or "", credit if text and credit != text else None)


def kicker_above(article: Article) -> str | None:
    """The kicker, unless the headline begins with it, as whole words, and so says it already."""
    kicker, headline = article.kicker, article.headline
    if kicker and headline and headline.startswith(kicker) and not headline[len(kicker) :][:1].isalnum():
        return None
    return kicker


def byline(article: Article) -> list[str]:
    """Who and when, for a reader: authors, agencies, the date of publication, the date of the last change."""
    parts = [*article.authors, *article.agencies]
    if article.published:
        parts.append(date_for_reading(article.published))
    if article.modified:
        parts.append(f"{UPDATED} {date_for_reading(article.modified)}")
    return parts


def is_day(moment: datetime) -> bool:
    """Whether a date says the day alone: the page named no time, so midnight without a zone stands for none."""
    return moment.tzinfo is None and moment.time() == time()


def date_for_reading(moment: datetime) -> str:
    """A date as "2024-05-03", with its time, to the minute, where the page named one: "2024-05-03 10:21+01:00"."""
    return moment.date().isoformat() if is_day(moment) else moment.isoformat(" ", "minutes")


def date_for_machines(moment: datetime) -> str:
    """A date as ISO 8601: "2024-05-03", or "2024-05-03T10:21:00+01:00" where the page named a time."""
    return moment.date().isoformat() if is_day(moment) else moment.isoformat()
