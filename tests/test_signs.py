"""Entities of HTML in plain text, as crawls and feeds leave them, and letters apart from their accents."""

from __future__ import annotations

import unicodedata

import pytest

import newsparse
from newsparse.article import Role
from newsparse.split import split
from tests.invariants import check_text

TEXT = """\
Bridge &amp; ferry: the town gets both

&nbsp;

By Jane Doe, 3 May 2024

The new bridge over the harbour was opened to traffic on Friday, nine years after the first pile had been driven into
the mud. &quot;Nobody believed in it any more,&quot; the mayor said, &#8220;and now it stands&#8221;.

The ferry, which was to be sold, stays as well; Caf&eacute;s on both shores had asked for it.&nbsp;
"""


def test_they_are_read_as_the_signs_that_they_stand_for() -> None:
    article = newsparse.parse(TEXT.replace("into\nthe", "into the"))
    assert article.headline == "Bridge & ferry: the town gets both"
    paragraphs = [paragraph for section in article.sections for paragraph in section.paragraphs]
    text = "\n".join([article.lead or "", *paragraphs])
    assert '"Nobody believed in it any more," the mayor said, “and now it stands”.' in text
    assert text.endswith("Cafés on both shores had asked for it.")


def test_a_line_of_nothing_but_spaces_is_blank() -> None:
    headline, byline, *_ = split(TEXT)
    assert headline.gap_below == byline.gap == 3
    assert all(block.text for block in split(TEXT))
    assert newsparse.parse(TEXT).blocks[1].role is Role.BYLINE


def test_spans_are_those_of_the_input() -> None:
    block = split(TEXT)[1]
    assert TEXT[block.start : block.end] == "By Jane Doe, 3 May 2024"


@pytest.mark.parametrize(
    "text", [TEXT, "a\n&nbsp;\n", "&nbsp;\n\na\n&nbsp;\nb", "&nbsp;", "&#10; \n&nbsp;", "a\n&amp;nbsp;"]
)
def test_lines_of_nothing_but_spaces_are_in_some_block(text: str) -> None:
    check_text(text)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Wind &amp;amp; Wetter", "Wind & Wetter"),
        ("&bdquo;Ja&ldquo;, sagte er", "„Ja“, sagte er"),
        ("a &lt; b &gt; c", "a < b > c"),
        ("&unknown; stays, and so does AT&T; and R&D", "&unknown; stays, and so does AT&T; and R&D"),
        ("https://example.org/?a=1&copy=2&para=3", "https://example.org/?a=1&copy=2&para=3"),
    ],
)
def test_what_stands_for_what(line: str, said: str) -> None:
    assert [block.text for block in split(line)] == [said]


def test_letters_apart_from_their_accents_are_read_as_one() -> None:
    text = TEXT.replace("Bridge", "Brücke", 1).replace("Jane Doe", "Zoë Müller")
    apart = unicodedata.normalize("NFD", text)
    article = newsparse.parse(apart)
    assert [block.text for block in article.blocks] == [block.text for block in newsparse.parse(text).blocks]
    assert article.authors == ("Zoë Müller",)
    block = article.blocks[0]
    assert apart[block.start : block.end].startswith(unicodedata.normalize("NFD", "Brücke &amp; ferry: the town"))


def test_entities_of_entities_of_entities_are_read() -> None:
    (block,) = split("The caf&amp;amp;eacute; &amp;amp;amp; the shop &amp;amp;quot;by the bridge&amp;amp;quot; opened.")
    assert block.text == 'The café & the shop "by the bridge" opened.'
