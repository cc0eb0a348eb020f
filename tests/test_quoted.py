"""Text quoted as in mail is read as if the marks were not there; what some lines have means something."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsparse
from newsparse.split import split
from tests.invariants import check_text

ARTICLE = (
    "Harbour bridge opens after nine years",
    "The new bridge over the harbour was opened to traffic on Friday, nine years after work began. Thousands came to "
    "walk across it.",
    "Tolls from June",
    "Drivers will pay two pounds for each crossing from June, the council said. Walking and cycling across the bridge "
    "stay free of charge.",
    "The old ferry makes its last trip on Sunday. What will become of it is not known, but the museum has asked for it, "
    "and so has a man in Ardlee who would like to live on board.",
)
GERMAN = (
    "Neue Brücke über die Unde ist fertig",
    "Die neue Brücke über die Unde ist am Freitag für den Verkehr freigegeben worden, neun Jahre nach dem ersten "
    "Spatenstich. Tausende kamen, um hinüberzugehen.",
    "Maut ab Juni",
    "Autofahrer zahlen ab Juni zwei Euro für jede Fahrt, wie die Stadt mitteilte. Fußgänger und Radfahrer kommen "
    "weiterhin umsonst hinüber.",
    "Die alte Fähre fährt am Sonntag zum letzten Mal. Was aus ihr wird, ist offen, doch das Museum hat angefragt, und "
    "ein Mann aus Ahlen möchte an Bord wohnen.",
)


def quoted(text: str, mark: str = "> ") -> str:
    return "".join(f"{mark if line.strip() else mark.rstrip()}{line}" for line in text.splitlines(keepends=True))


def wrapped(article: tuple[str, ...], width: int) -> str:
    return "\n\n".join(textwrap.fill(text, width) for text in article) + "\n"


@pytest.mark.parametrize("mark", ["> ", ">", ">> ", "> > ", "  > "])
@pytest.mark.parametrize("width", [1000, 72, 60])
@pytest.mark.parametrize("article", [ARTICLE, GERMAN], ids=["en", "de"])
def test_a_quoted_article_reads_like_one_without_marks(article: tuple[str, ...], width: int, mark: str) -> None:
    plain = newsparse.parse(wrapped(article, width))
    text = quoted(wrapped(article, width), mark)
    found = check_text(text)
    assert [(b.role, b.text) for b in found.blocks] == [(b.role, b.text) for b in plain.blocks]
    assert found.headline == article[0] and [section.header for section in found.sections][-1] == article[2]


def test_each_block_spans_its_lines_with_their_marks() -> None:
    text = quoted(wrapped(ARTICLE, 72) + "\n\n")
    spans = [text[block.start : block.end] for block in newsparse.parse(text).blocks]
    assert spans[:2] == [
        "> Harbour bridge opens after nine years",
        ">\n> The new bridge over the harbour was opened to traffic on Friday, nine\n"
        "> years after work began. Thousands came to walk across it.",
    ]
    assert spans[-1].endswith("who would like to live on board.\n>\n>")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_line_ends_of_any_kind_part_the_lines(end: str) -> None:
    text = quoted(wrapped(ARTICLE, 72)).replace("\n", end)
    assert [block.text for block in newsparse.parse(text).blocks] == list(ARTICLE)
    check_text(text)


def test_above_may_stand_who_wrote_it() -> None:
    text = f"On Friday, 3 May 2024, Jane Doe wrote:\n\n{quoted(wrapped(ARTICLE, 72))}"
    article = newsparse.parse(text)
    assert article.headline == ARTICLE[0]
    assert article.sections[-1].paragraphs == ARTICLE[3:]


def test_lists_and_markdown_within_a_quoted_text_are_read() -> None:
    text = quoted(
        "# Bridge opens\n\n- one thing\n- another thing\n\n**Tolls**\n\nDrivers will pay two pounds from June.\n"
    )
    assert [(block.marker, block.text) for block in newsparse.parse(text).blocks] == [
        ("#", "Bridge opens"),
        ("-", "one thing"),
        ("-", "another thing"),
        ("**", "Tolls"),
        ("", "Drivers will pay two pounds from June."),
    ]


def test_where_some_lines_are_quoted_the_marks_mean_something() -> None:
    text = f"# {ARTICLE[0]}\n\n{ARTICLE[1]}\n\n> {ARTICLE[3]}\n>\n> {ARTICLE[4]}\n\n{ARTICLE[3]}\n"
    assert [block.marker for block in split(text) if block.marker != "~"] == ["#", "", ">", ">", ""]


@pytest.mark.parametrize(
    "text", [">", ">\n>\n>\n>\n", "> a\n> b", "> > >\n>>\n> >\n>>>>", ">>> x\n" * 5, "> \xa0\n" * 5 + "> x"]
)
def test_marks_with_little_or_nothing_between_them_are_kept(text: str) -> None:
    check_text(text)


def test_a_menu_with_arrows_is_no_quoted_text() -> None:
    lines = ["> Home", "> News", "> Sport", "> Weather", *ARTICLE]
    text = "\n\n".join(lines)
    assert [block.text for block in newsparse.parse(text).blocks] == lines
    assert newsparse.parse(text).headline == ARTICLE[0]


LINES = st.sampled_from(
    ["> ", ">", ">> one", "> two words", ">three\tand four", "  > five", "> * item", "> # six", "", "seven"]
)


@given(
    st.lists(LINES, max_size=30).flatmap(
        lambda lines: st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\u2028"]).map(lambda end: end.join(lines))
    )
)
@settings(max_examples=150)
def test_whatever_is_quoted_nothing_is_lost(text: str) -> None:
    check_text(text)
