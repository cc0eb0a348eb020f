"""An article as plain data, and back."""

from __future__ import annotations

import json
from typing import Any

import pytest

from newsparse import Article, parse

TEXT = "Bridge opens\n\nBy Jane Doe\n3 May 2024, 10:21 BST\n\nThe new bridge was opened on Friday, nine years after work began.\n"


def test_a_round_trip_through_json_loses_nothing() -> None:
    article = parse(TEXT)
    assert Article.from_dict(json.loads(json.dumps(article.to_dict()))) == article


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"headlines": "x"}, "unknown key 'headlines'"),
        ({"headline": 3}, "'headline' must be a string"),
        ({"authors": "Jane"}, "'authors' must be a list of strings"),
        ({"published": "yesterday"}, "ISO 8601"),
        ({"captions": [{}]}, r"'captions'\[0\]"),
        ({"sections": [{"header": None, "content": [{"type": "table"}]}]}, "'paragraph' or a 'bullet_list'"),
    ],
)
def test_data_that_does_not_fit_is_named(data: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Article.from_dict(data)
