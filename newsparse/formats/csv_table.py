"""Articles as rows of CSV, for spreadsheets and data frames."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from newsparse.article import Article
from newsparse.formats.readable import readable

CSV_COLUMNS: tuple[str, ...] = (
    "headline",
    "kicker",
    "lead",
    "authors",
    "agencies",
    "published",
    "modified",
    "dateline",
    "bullets",
    "section_headers",
    "text",
    "captions",
    "credits",
    "related",
    "boilerplate",
    "signature",
    "publisher",
    "language",
)
"""The columns, in order: the attributes of an article; `section_headers` and `text` for its sections."""
JOINER = "; "
TO_ESCAPE = re.compile(r"[;\\]")
FORMULA = re.compile(r"^'*[=+\-@\uff1d\uff0b\uff0d\uff20]")
"""What spreadsheets take for a formula, full-width forms included (OWASP, "CSV injection"). The apostrophes let the
one put before it be taken away again."""


def to_csv(articles: Iterable[Article]) -> str:
    """Articles as CSV with a header row; fields between commas, in double quotes where need be, rows end in "\\n"."""
    output = io.StringIO()
    writer = csv.DictWriter(output, CSV_COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(map(to_csv_row, articles))
    return output.getvalue()


def to_csv_row(article: Article) -> dict[str, str]:
    """The cells of an article, by column; a cell is empty where the article has nothing.

    Items of a list are joined with "; "; a semicolon or backslash in an item has a backslash before it. `captions`
    and `credits` have the same order and number. Dates are ISO 8601. A cell that a spreadsheet would take for a
    formula (it begins with = + - or @) has an apostrophe before it.

    >>> from newsparse import Article
    >>> to_csv_row(Article(headline="=1+1", authors=("Jane Doe", "John Roe")))["headline"]
    "'=1+1"
    """
    article = readable(article)
    makers = [caption.credit or "" for caption in article.captions]
    cells = {
        "headline": article.headline,
        "kicker": article.kicker,
        "lead": article.lead,
        "authors": join(article.authors),
        "agencies": join(article.agencies),
        "published": article.published and article.published.isoformat(),
        "modified": article.modified and article.modified.isoformat(),
        "dateline": article.dateline,
        "bullets": join(article.bullets),
        "section_headers": join(section.header for section in article.sections if section.header),
        "text": article.text,
        "captions": join(caption.text for caption in article.captions),
        "credits": join(makers) if any(makers) else "",
        "related": join(article.related),
        "boilerplate": join(article.boilerplate),
        "signature": article.signature,
        "publisher": article.publisher,
        "language": article.language,
    }
    return {column: defuse(cell or "") for column, cell in cells.items()}


def join(items: Iterable[str]) -> str:
    """Items in one cell."""
    return JOINER.join(TO_ESCAPE.sub(r"\\\g<0>", item) for item in items)


def defuse(cell: str) -> str:
    """A cell that no spreadsheet computes."""
    return f"'{cell}" if FORMULA.match(cell) else cell
