"""What holds of every string."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

import newsparse
from newsparse.splitting.lines import find_lines
from tests.invariants import check_blocks

LINES = st.sampled_from(
    [
        "Bridge opens after nine years of work in the harbour",
        "By Jane Doe | 3 May 2024, 10:21 BST",
        "Von Jana Petersen und dpa",
        "Aktualisiert am 07.01.2026 - 18:50 Uhr",
        "The new bridge was opened to traffic on Friday, and thousands of people came to walk across it in the sun.",
        "Die neue Brücke ist am Freitag für den Verkehr freigegeben worden, und Tausende kamen, um hinüberzugehen.",
        "Foto: dpa/Jane Doe",
        "  • First point of the list",
        "- a nested thing",
        "1. Numbered",
        "## A header in Markdown",
        "**bold** and [a link](https://example.org/x)",
        "Read more:",
        "Lesen Sie auch",
        "(jpe)",
        "MENU",
        "橋が開通した。多くの人が歩いて渡った。",
        "جسر جديد يفتح أبوابه",
        "\u200b",
        "",
        "",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=400),
    st.lists(st.one_of(LINES, st.text(max_size=80)), max_size=40).map("\n".join),
    st.lists(LINES, max_size=40).flatmap(
        lambda lines: st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\u2028", "\x85"]).map(lambda end: end.join(lines))
    ),
)


@given(TEXTS)
@settings(max_examples=300)
def test_any_string_parses_and_every_line_is_in_exactly_one_block(text: str) -> None:
    check_blocks(text, newsparse.parse(text))


@given(TEXTS)
@settings(max_examples=100)
def test_spans_give_back_the_lines_of_the_text(text: str) -> None:
    spans = [(block.start, block.end) for block in newsparse.parse(text).blocks]
    for line in find_lines(text):
        assert sum(start <= line.start and line.end <= end for start, end in spans) == 1


@given(TEXTS)
@settings(max_examples=100)
def test_parsing_is_deterministic_and_survives_a_round_trip(text: str) -> None:
    article = newsparse.parse(text)
    assert newsparse.parse(text) == article
    assert newsparse.Article.from_dict(article.to_dict()) == article


@given(TEXTS)
@settings(max_examples=100)
def test_there_is_one_headline_at_most_and_strings_are_stripped(text: str) -> None:
    article = newsparse.parse(text)
    assert sum(block.role is newsparse.Role.HEADLINE for block in article.blocks) <= 1
    strings = [article.headline, article.kicker, article.lead, article.dateline, article.signature, *article.authors]
    strings += [caption.text for caption in article.captions]
    assert all(string == string.strip() and string for string in strings if string is not None)


@given(TEXTS)
@settings(max_examples=50)
def test_every_block_can_be_explained(text: str) -> None:
    explanation = newsparse.explain(text)
    assert len(explanation) == len(explanation.article.blocks)
    assert isinstance(str(explanation), str)
