"""What a page says about the author of its article is no part of the article."""

from __future__ import annotations

import pytest

import newsparse
from newsparse.survey.biographies import find_biographies
from tests.pages import page_of

ARTICLE = """What the storm took from the islands

{byline}

The ferry to the outer islands left the harbour on Tuesday for the first time since the storm tore away its pier.

Sixty passengers were on board, most of them islanders who had spent nine days with friends in the town.

The harbour master said the new pier would hold for one winter; a stronger one is to be built in the spring.

Shops on the islands had run out of milk and flour, and the school had sent the children home for the week.

{last}"""


@pytest.mark.parametrize("byline", ["By Jane Roe", "Jane Roe, 3 May 2024", "By Tom Garrow and Jane Roe"])
def test_a_sentence_that_opens_with_the_author_s_name_is_about_the_author(byline: str) -> None:
    last = "Jane Roe teaches marine biology in the north and has written two books on the birds of the islands."
    article = newsparse.parse(ARTICLE.format(byline=byline, last=last))
    assert last in article.boilerplate
    assert len(article.sections[0].paragraphs) + (article.lead is not None) == 4


def test_a_title_and_the_author_s_surname_open_a_sentence_about_the_author_above_the_text_too() -> None:
    last = "The islands will have a doctor again in May."
    about = "Ms. Roe teaches marine biology in the north and is writing a book on the birds of the islands."
    article = newsparse.parse(ARTICLE.format(byline=f"By Jane Roe\n\n{about}", last=last))
    assert about in article.boilerplate
    assert article.lead != about


def test_a_title_and_another_surname_open_no_such_sentence() -> None:
    other = "Ms. Pell teaches marine biology in the north and is writing a book on the birds of the islands."
    page = page_of(ARTICLE.format(byline="By Jane Roe", last=other), "en")
    assert find_biographies(page) == frozenset()


@pytest.mark.parametrize(
    ("byline", "last"),
    [
        ("By Jane Roe", "Tom Garrow teaches marine biology in the north and has written two books on the islands."),
        ("3 May 2024", "May brings the birds back to the islands, and with them the first guests of the year."),
        ("By Jane Roe", "Jane Roe, on the birds of the islands and the storm"),
    ],
)
def test_neither_others_nor_days_nor_titles_are(byline: str, last: str) -> None:
    assert find_biographies(page_of(ARTICLE.format(byline=byline, last=last), "en")) == frozenset()


def test_rows_of_a_table_are_no_paragraphs() -> None:
    rows = ["Length\t\tShort boat\t\tLong boat", "At the bow\t\t613 cm\t\t640 cm", "At the stern\t\t400 cm\t\t440 cm"]
    article = newsparse.parse(ARTICLE.format(byline="By Jane Roe", last="\n".join(rows)))
    assert set(rows) <= set(article.boilerplate)


@pytest.mark.parametrize(
    ("line", "language", "told"),
    [
        ("Jane Roe is a lecturer in marine biology and has written two books on the islands.", "en", True),
        ("Jane Roe (45) is a lecturer in marine biology and has written two books.", "en", True),
        ("Dr. Peter Moor, Jahrgang 1979, ist Richter in Bremen und schreibt über das Recht der See.", "de", True),
        ("Die Autorin ist Richterin in Bremen und schreibt über das Recht der See.", "de", True),
        ("The ferry to the islands is the oldest ship of its line, says the harbour master.", "en", False),
        ("Roe is a lecturer in marine biology and has written two books on the islands.", "en", False),
        ("Neue Fähren ist das Thema, über das in Bremen am längsten gestritten wurde.", "de", False),
    ],
)
def test_a_line_says_who_somebody_is(line: str, language: str, *, told: bool) -> None:
    page = page_of(line, language)
    assert page.introductions[0] == told
