"""Markdown and plain text: what a reader reads is what the article says."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token

from newsparse import Article, BulletList, Caption, Paragraph, Section, parse
from newsparse.formats import to_markdown, to_plain_text
from newsparse.formats.readable import UPDATED, kicker_above, readable
from tests.formats import ARTICLES, NASTY, PAGES, everywhere
from tests.test_properties import TEXTS

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
"""CommonMark with raw HTML let through, and GitHub's tables and struck text."""

ARTICLE = Article(
    headline="Bridge opens",
    kicker="Traffic",
    lead="Nine years after work began.",
    authors=("Jane Doe",),
    agencies=("Reuters",),
    published=datetime(2024, 5, 3),
    modified=datetime(2024, 5, 4, 9, 30, 1, tzinfo=UTC),
    bullets=("Free on foot", "Two pounds by car"),
    sections=(
        Section(None, (BulletList(("First list",)), BulletList(("Second list",)), Paragraph("The bridge is open."))),
        Section("Tolls", (Paragraph("Tolls begin in June."),)),
    ),
    captions=(Caption("The bridge.", "Jane Doe/Reuters"), Caption("Photo: Reuters", "Photo: Reuters")),
    related=("Read more",),
    boilerplate=("MENU",),
    signature="(jd)",
)


def read_markdown(text: str) -> list[tuple[str, str]]:
    """Each block of a Markdown text with its plain text; fails on any mark that articles do not have."""
    found: list[tuple[str, str]] = []
    within = ""
    for token in READER.parse(text):
        if token.type in ("heading_open", "paragraph_open", "list_item_open"):
            within = within if within == "li" else token.tag
        elif token.type == "list_item_close" or (token.type == "paragraph_close" and within == "p"):
            within = ""
        elif token.type == "bullet_list_open":
            found.append(("ul", ""))
        elif token.type == "hr":
            found.append(("hr", ""))
        elif token.type == "inline":
            found.append((within, read_inline(token)))
        else:
            assert token.type in ("heading_close", "paragraph_close", "bullet_list_close"), token.type
    return found


def read_inline(token: Token) -> str:
    """The plain text of a line, strong text in ⟦⟧, emphasis in ⟨⟩."""
    signs = {"strong_open": "⟦", "strong_close": "⟧", "em_open": "⟨", "em_close": "⟩"}
    return "".join(signs[child.type] if child.type in signs else plain(child) for child in token.children or [])


def plain(token: Token) -> str:
    assert token.type in ("text", "text_special"), token.type
    return token.content


def expected(article: Article) -> list[tuple[str, str]]:
    """The blocks that the Markdown of an article has."""
    found: list[tuple[str, str]] = []

    def add(kind: str, *texts: str | None) -> None:
        found.extend((kind, text) for text in texts if text)

    article = readable(article)
    add("p", kicker_above(article))
    add("h1", article.headline)
    add("p", article.lead and f"⟦{article.lead}⟧")
    dates = [
        date.isoformat(" ", "minutes").removesuffix("" if date.tzinfo or date.second or date.microsecond else " 00:00")
        if date
        else None
        for date in (article.published, article.modified)
    ]
    add(
        "p",
        " · ".join(
            part
            for part in (*article.authors, *article.agencies, dates[0], dates[1] and f"{UPDATED} {dates[1]}")
            if part
        ),
    )
    if article.bullets:
        found.append(("ul", ""))
        add("li", *article.bullets)
    for section in article.sections:
        add("h2", section.header)
        for part in section.content:
            if isinstance(part, BulletList):
                found.append(("ul", ""))
                add("li", *part.items)
            else:
                add("p", part.text)
    add("p", article.signature)
    if article.captions:
        found.extend([("hr", "")] * bool(found))
        add("p", *(f"⟨{c.text}⟩" + (f" ({c.credit})" if c.credit else "") for c in article.captions))
    return found


def check_markdown(article: Article) -> None:
    text = to_markdown(article)
    text.encode()
    assert read_markdown(text) == expected(article)


def test_markdown_reads_as_a_person_would_write_it() -> None:
    assert (
        to_markdown(ARTICLE)
        == """\
Traffic

# Bridge opens

**Nine years after work began.**

Jane Doe · Reuters · 2024-05-03 · ↻ 2024-05-04 09:30+00:00

- Free on foot
- Two pounds by car

* First list

- Second list

The bridge is open.

## Tolls

Tolls begin in June.

(jd)

---

*The bridge.* (Jane Doe/Reuters)

*Photo: Reuters*"""
    )
    check_markdown(ARTICLE)


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("snake_case, R&D, 3 < 5, a | b, -5 degrees and AT&T", "snake_case, R&D, 3 < 5, a | b, -5 degrees and AT&T"),
        ("<b>&lt;", "&lt;b>&amp;lt;"),
        ("3. May", "3\\. May"),
        ("1.5 million", "1.5 million"),
        ("[sic] *innen", "\\[sic] \\*innen"),
        ("#MeToo", "\\#MeToo"),
        ("--- a", "\\--- a"),
    ],
)
def test_only_marks_that_mean_something_are_escaped(text: str, markdown: str) -> None:
    assert to_markdown(Article(sections=(Section(None, (Paragraph(text),)),))) == markdown


@pytest.mark.parametrize("name", PAGES)
def test_the_markdown_of_pages_says_what_the_article_says(name: str) -> None:
    check_markdown(PAGES[name])


@pytest.mark.parametrize("text", NASTY)
def test_hostile_strings_stay_text_in_markdown(text: str) -> None:
    check_markdown(everywhere(text))


@given(ARTICLES)
@settings(max_examples=300)
def test_the_markdown_of_any_article_says_what_it_says(article: Article) -> None:
    check_markdown(article)


@given(TEXTS)
@settings(max_examples=100)
def test_the_markdown_of_any_parsed_text_says_what_the_article_says(text: str) -> None:
    check_markdown(parse(text))


def test_an_article_without_anything_is_empty_text() -> None:
    assert to_markdown(Article()) == to_plain_text(Article()) == ""


def test_plain_text_is_what_a_reader_reads() -> None:
    assert (
        to_plain_text(ARTICLE)
        == """\
Traffic

Bridge opens

Nine years after work began.

- Free on foot
- Two pounds by car

- First list

- Second list

The bridge is open.

Tolls

Tolls begin in June."""
    )


def test_a_kicker_that_the_headline_begins_with_is_said_once() -> None:
    article = Article(headline="Traffic: Bridge opens", kicker="Traffic")
    assert to_plain_text(article) == "Traffic: Bridge opens"
    assert to_markdown(article) == "# Traffic: Bridge opens"
    assert (
        to_plain_text(Article(headline="Trafficking ring found", kicker="Traffic"))
        == "Traffic\n\nTrafficking ring found"
    )


@given(ARTICLES)
@settings(max_examples=100)
def test_plain_text_can_be_written_and_has_one_string_a_line(article: Article) -> None:
    text = to_plain_text(article)
    text.encode()
    clean = readable(article)
    said = [
        clean.headline,
        clean.lead,
        *(s.header for s in clean.sections),
        *(p for s in clean.sections for p in s.paragraphs),
    ]
    lines = text.splitlines()
    assert all(string in lines for string in said if string)
    assert not set(text) & set(map(chr, [*range(10), *range(11, 32), *range(127, 160)]))


@given(ARTICLES)
@settings(max_examples=100)
def test_what_is_readable_already_stays_as_it_is(article: Article) -> None:
    assert readable(readable(article)) == readable(article)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (" a \r\n\t b ", "a b"),
        ("a\u2028b\x0bc\x85d", "a b c d"),
        ("10\u00a0%", "10\u00a0%"),
        ("a\0b\x1b\x9b\x7f", "a\ufffdb\ufffd\ufffd\ufffd"),
        ("a\ud800b\ufffe", "a\ufffdb\ufffd"),
        ("\n \u3000", None),
    ],
)
def test_a_readable_string_is_one_line_that_can_be_written(text: str, line: str | None) -> None:
    assert readable(Article(headline=text)).headline == line
