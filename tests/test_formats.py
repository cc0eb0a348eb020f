"""An article as plain data, and back."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings

from newsparse import Article, formats, parse
from tests.formats import ARTICLES

TEXT = "Bridge opens\n\nBy Jane Doe\n3 May 2024, 10:21 BST\n\nThe new bridge was opened on Friday, nine years after work began.\n"
BLOCK = {"text": "x", "start": 0, "end": 1, "role": "lead", "evidence": []}
EVIDENCE = {"rule": "x", "role": "lead", "weight": 1, "reason": "x"}


def test_a_round_trip_through_json_loses_nothing() -> None:
    article = parse(TEXT)
    assert Article.from_dict(json.loads(json.dumps(article.to_dict()))) == article


@given(ARTICLES)
@settings(max_examples=100)
def test_any_article_comes_back_from_plain_data(article: Article) -> None:
    assert Article.from_dict(article.to_dict()) == article


def test_missing_keys_are_empty_attributes() -> None:
    assert Article.from_dict({}) == Article()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ([], "an article must be a mapping, got []"),
        ({"headlines": "x"}, "an article has an unknown key 'headlines': known are agencies, authors, "),
        ({"headline": 3}, "headline must be a string or null, got 3"),
        ({"headline": ["x" * 999]}, "headline must be a string or null, got ['xxxxxxxxxxxx...xxxxxxxxxxxxx']"),
        ({"authors": "Jane"}, "authors must be a list, got 'Jane'"),
        ({"authors": ["Jane", 3]}, "authors[1] must be a string, got 3"),
        ({"published": "yesterday"}, "published must be an ISO 8601 date, got 'yesterday'"),
        ({"captions": [{}]}, "captions[0] lacks the key 'text'"),
        ({"captions": ["x"]}, "captions[0] must be a mapping, got 'x'"),
        (
            {"captions": [{"text": "x", "credits": "y"}]},
            "captions[0] has an unknown key 'credits': known are credit, text",
        ),
        ({"sections": [{"header": 3, "content": []}]}, "sections[0].header must be a string or null, got 3"),
        (
            {"sections": [{"content": [{"type": "table"}]}]},
            "sections[0].content[0].type must be 'paragraph' or 'bullet_list', got 'table'",
        ),
        ({"sections": [{"content": [{"type": "paragraph"}]}]}, "sections[0].content[0] lacks the key 'text'"),
        (
            {"sections": [{"content": [{"type": "bullet_list", "items": [1]}]}]},
            "sections[0].content[0].items[0] must be a string, got 1",
        ),
        ({"blocks": [BLOCK, BLOCK | {"start": "0"}]}, "blocks[1].start must be a whole number from 0, got '0'"),
        ({"blocks": [BLOCK | {"end": True}]}, "blocks[0].end must be a whole number from 0, got True"),
        ({"blocks": [BLOCK | {"role": "title"}]}, "blocks[0].role must be a role (headline, kicker, "),
        ({"blocks": [BLOCK | {"role": []}]}, "blocks[0].role must be a role (headline, kicker, "),
        (
            {"blocks": [BLOCK | {"evidence": [EVIDENCE | {"weight": "1"}]}]},
            "blocks[0].evidence[0].weight must be a number, got '1'",
        ),
        (
            {"blocks": [BLOCK | {"evidence": [EVIDENCE | {"weight": 10**400}]}]},
            "blocks[0].evidence[0].weight must be a number, got 1000",
        ),
    ],
)
def test_data_that_does_not_fit_is_named_with_its_place(data: Any, message: str) -> None:
    with pytest.raises(ValueError) as caught:
        Article.from_dict(data)
    assert str(caught.value).startswith(message)


@given(ARTICLES)
@settings(max_examples=20)
def test_methods_of_an_article_do_what_the_functions_do(article: Article) -> None:
    for name in ("to_json", "to_markdown", "to_plain_text", "to_html", "to_json_ld", "to_ninjs", "to_csv_row"):
        assert getattr(article, name)() == getattr(formats, name)(article)
