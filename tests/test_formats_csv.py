"""CSV: rows that every reader reads back, and that no spreadsheet computes."""

from __future__ import annotations

import csv
import io
import re
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsparse import Article, Caption, Paragraph, Section
from newsparse.formats import CSV_COLUMNS, to_csv, to_csv_row
from newsparse.formats.readable import readable
from tests.formats import ARTICLES, NASTY, PAGES, everywhere

LISTS = ("authors", "agencies", "bullets", "related", "boilerplate")
STRINGS = ("headline", "kicker", "lead", "dateline", "signature", "publisher", "language", "text")


def undo(cell: str) -> str:
    """A cell without the apostrophe that keeps it from being computed."""
    return cell[1:] if re.match(r"'+[=+\-@\uff1d\uff0b\uff0d\uff20]", cell) else cell


def take_apart(cell: str) -> tuple[str, ...]:
    """The items of a cell that holds a list."""
    items = re.findall(r"((?:\\.|[^;\\])*)(?:; |\Z)", cell) if cell else []
    return tuple(re.sub(r"\\(.)", r"\1", item) for item in (items[:-1] if cell else items))


def check_row(article: Article) -> None:
    row = to_csv_row(article)
    assert tuple(row) == CSV_COLUMNS
    article = readable(article)
    for name in STRINGS:
        assert undo(row[name]) == (getattr(article, name) or "")
    for name in LISTS:
        assert take_apart(undo(row[name])) == getattr(article, name)
    assert take_apart(undo(row["captions"])) == tuple(caption.text for caption in article.captions)
    for name, cell in row.items():
        cell.encode()
        assert not re.match(r"[\s=+\-@\uff1d\uff0b\uff0d\uff20]", cell), name
        assert not set(cell) & set(map(chr, [*range(10), *range(11, 32), *range(127, 160)]))


def test_a_table_has_a_header_and_a_row_for_each_article() -> None:
    first = Article(
        headline="Bridge, again",
        authors=("Jane Doe", "Doe; Roe\\Co"),
        published=datetime(2024, 5, 3, 10, 21),
        sections=(Section(None, (Paragraph("Open."),)), Section("Tolls", (Paragraph('"Two pounds"'),))),
        captions=(Caption("The bridge.", "Reuters"), Caption("The tunnel.")),
    )
    text = to_csv([first, Article()])
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    assert tuple(header) == CSV_COLUMNS
    said = dict(zip(header, rows[0], strict=True))
    assert {name: cell for name, cell in said.items() if cell} == {
        "headline": "Bridge, again",
        "authors": "Jane Doe; Doe\\; Roe\\\\Co",
        "published": "2024-05-03T10:21:00",
        "section_headers": "Tolls",
        "text": 'Open.\n\nTolls\n\n"Two pounds"',
        "captions": "The bridge.; The tunnel.",
        "credits": "Reuters; ",
    }
    assert rows[1] == [""] * len(CSV_COLUMNS)


def test_a_table_of_nothing_is_a_header() -> None:
    assert to_csv([]) == ",".join(CSV_COLUMNS) + "\n"


@pytest.mark.parametrize("formula", ["=1", "+1", "-1", "@A1", "\t=1", "\r=1", "\uff1d1", " =1"])
def test_a_formula_is_text(formula: str) -> None:
    assert to_csv_row(Article(headline=formula))["headline"] == f"'{formula.strip()}"


def test_an_apostrophe_is_told_from_the_one_before_a_formula() -> None:
    cells = [to_csv_row(Article(headline=text))["headline"] for text in ("=1", "'=1", "'s Gravenhage")]
    assert cells == ["'=1", "''=1", "'s Gravenhage"]
    assert list(map(undo, cells)) == ["=1", "'=1", "'s Gravenhage"]


@pytest.mark.parametrize("name", PAGES)
def test_the_rows_of_pages_say_what_the_article_says(name: str) -> None:
    check_row(PAGES[name])


@pytest.mark.parametrize("text", NASTY)
def test_hostile_strings_are_never_computed(text: str) -> None:
    check_row(everywhere(text))


@given(ARTICLES)
@settings(max_examples=200)
def test_the_row_of_any_article_says_what_it_says(article: Article) -> None:
    check_row(article)


@given(st.lists(ARTICLES, max_size=3))
@settings(max_examples=50)
def test_a_reader_of_csv_gets_the_rows_back(articles: list[Article]) -> None:
    text = to_csv(articles)
    assert list(csv.DictReader(io.StringIO(text, newline=""))) == [to_csv_row(article) for article in articles]
