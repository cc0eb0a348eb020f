"""What Jina Reader and trafilatura write above a page, and what only looks like it."""

from __future__ import annotations

import pytest

from newsparse import parse
from newsparse.split import split
from newsparse.splitting.breaks import apart

PAGE = """\
# Ferry returns to the island after two years

The ferry between the mainland and the island will run again from Monday, two years after the pier was closed.

The council said on Friday that the repairs of the pier had cost four million pounds, twice as much as was planned.
"""
JINA = """\
Title: Ferry returns to the island after two years | The Strait Times

URL Source: https://example.org/ferry_(island)

Published Time: 2024-05-03T10:00:00Z

Markdown Content:
"""
TRAFILATURA = """\
---
title: "Ferry returns to the island after two years"
author: Jane Doe
url: https://example.org/ferry
date: "2024-05-03"
tags:
- ferry
---
"""


@pytest.mark.parametrize("head", [JINA, TRAFILATURA, TRAFILATURA + "\n"])
def test_head_matter_is_no_part_of_the_article_but_tells_its_date_and_author(head: str) -> None:
    plain, article = parse(PAGE), parse(head + PAGE)
    assert (article.headline, article.lead, article.sections) == (plain.headline, plain.lead, plain.sections)
    assert (article.captions, article.kicker, article.bullets) == ((), None, ())
    assert article.published is not None
    assert article.published.isoformat()[:10] == "2024-05-03"
    assert article.authors == (("Jane Doe",) if "author" in head else ())
    assert len(article.blocks) - len(plain.blocks) == len([line for line in head.splitlines() if line])


def test_the_numbers_of_pictures_are_no_part_of_their_texts() -> None:
    pictures = "![Image 1: The pier of the island](p.jpg)\n\n![Image 2](q.jpg)\n\n![Image 3 in a row](r.jpg)\n\n"
    blocks = split(JINA + pictures + PAGE)[-len(split(PAGE)) - 3 :]
    assert [(block.marker, block.text) for block in blocks[:3]] == [
        ("![]", "The pier of the island"),
        ("~", "![Image 2](q.jpg)"),
        ("![]", "Image 3 in a row"),
    ]
    assert split(PAGE + pictures)[-3].text == "Image 1: The pier of the island"


@pytest.mark.parametrize("head", [JINA.replace(" | The Strait Times", ""), TRAFILATURA])
def test_a_title_that_stands_nowhere_else_is_the_headline(head: str) -> None:
    assert parse(head + PAGE.partition("\n")[2]).headline == "Ferry returns to the island after two years"


@pytest.mark.parametrize(
    "head",
    [
        "Title: Ferry\n\nWarning: this is no head.",
        "Title: Ferry",
        "---\ntitle: Ferry\n---",
        "---\nTwo: here\nThree: there\n---",
        "---\ntitle: Ferry\nand a sentence\nurl: x\n---",
        "---\ntitle: Ferry\nurl: x",
        "---\ntitle: Ferry\n\nurl: x\n\n---",
    ],
)
def test_lines_with_colons_that_are_no_head_matter_stay(head: str) -> None:
    kept = [line for line in head.splitlines() if line.strip("-")]
    blocks = apart(split(f"{head}\n\n# Ferry\n\nNine pounds."))[0]
    assert [block.text for block in blocks] == [*kept, "Ferry", "Nine pounds."]


@pytest.mark.parametrize(
    "line", ["Photo: https://example.org/a", "At the pier. Photo: https://example.org/a", "Source: www.example.org"]
)
def test_an_address_is_no_credit(line: str) -> None:
    article = parse(f"{PAGE}\n{line}\n")
    assert all("example.org" not in (caption.credit or "") for caption in article.captions)


@pytest.mark.parametrize("source", ["---\ntitle: Ferry\nurl: x", "Title: Ferry\nURL: https://example.org/x", "---"])
def test_a_page_of_nothing_but_head_matter_is_a_page(source: str) -> None:
    assert len(parse(source).blocks) == len(source.splitlines())
