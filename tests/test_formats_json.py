"""JSON: exact, described by a schema, and read back with errors that name the place."""

from __future__ import annotations

import json
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from newsparse import Article, Block, Evidence, Role, parse
from newsparse.formats import from_json, json_schema, to_json
from newsparse.formats.plain_data import article_to_dict
from tests.formats import ARTICLES, NASTY, PAGES, everywhere
from tests.test_properties import TEXTS

VALIDATOR = Draft202012Validator(json_schema())


def merge_surrogates(text: str) -> str:
    """Two surrogates that make a pair as the one character that they mean: JSON does not tell them apart."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def check_json(article: Article) -> None:
    for blocks, indent in ((True, None), (False, 2)):
        text = to_json(article, blocks=blocks, indent=indent)
        text.encode()
        assert indent or len(text.splitlines()) == 1
        VALIDATOR.validate(json.loads(text))
    read = from_json(to_json(article))
    if read != article:
        assert article_to_dict(read) == json.loads(merge_surrogates(json.dumps(article_to_dict(article))))
    assert from_json(to_json(article, blocks=False)) == attrs.evolve(read, blocks=())


def test_the_schema_is_a_schema_and_says_its_version() -> None:
    Draft202012Validator.check_schema(json_schema())
    assert json_schema()["$id"].endswith(":1")


def test_the_schema_knows_every_attribute_and_every_role() -> None:
    schema = json_schema()
    assert list(schema["properties"]) == [field.name for field in attrs.fields(Article)]
    assert set(schema["properties"]) - set(schema["required"]) == {"blocks"}
    assert schema["$defs"]["role"]["enum"] == [role.value for role in Role]


@pytest.mark.parametrize("name", PAGES)
def test_pages_keep_to_the_schema_and_come_back(name: str) -> None:
    check_json(PAGES[name])
    assert Article.from_json(PAGES[name].to_json()) == PAGES[name]


@given(TEXTS)
@settings(max_examples=50)
def test_any_parsed_text_keeps_to_the_schema_and_comes_back(text: str) -> None:
    check_json(parse(text))


@given(ARTICLES)
@settings(max_examples=100)
def test_any_article_keeps_to_the_schema_and_comes_back(article: Article) -> None:
    check_json(article)


@pytest.mark.parametrize("text", NASTY)
def test_hostile_strings_come_back_as_they_were(text: str) -> None:
    assert from_json(to_json(everywhere(text))) == everywhere(text)


@pytest.mark.parametrize(
    "change",
    [
        {"headline": 1},
        {"authors": None},
        {"published": "yesterday"},
        {"captions": [{"text": "x"}]},
        {"sections": [{"header": None, "content": [{"type": "paragraph", "items": []}]}]},
        {"blocks": [{"text": "x", "start": -1, "end": 1, "role": "lead", "evidence": []}]},
        {"blocks": [{"text": "x", "start": 0, "end": 1, "role": "title", "evidence": []}]},
        {"more": 1},
    ],
)
def test_the_schema_refuses_what_is_no_article(change: dict[str, Any]) -> None:
    assert not VALIDATOR.is_valid(Article().to_dict() | change)


def test_only_what_cannot_be_written_is_escaped() -> None:
    text = to_json(Article(headline="Brücke \ud800 \x9b"))
    assert '"Brücke \\ud800 \\u009b"' in text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "not JSON, line 1, column 1"),
        ('{"headline":\n "x",,}', "not JSON, line 2, column 6"),
        ("[]", "an article must be a mapping"),
        ('{"headline": NaN}', "no number NaN"),
        ("[" * 200_000, "nested deeper"),
        (
            '{"sections": [{"content": [{"type": "paragraph", "text": 3}]}]}',
            r"sections\[0\]\.content\[0\]\.text must be a string",
        ),
    ],
)
def test_text_that_is_no_article_is_refused_with_the_place(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        from_json(text)


def test_bytes_are_refused_with_advice() -> None:
    with pytest.raises(TypeError, match="decode"):
        from_json(b"{}")  # type: ignore[arg-type]


def test_a_weight_that_json_cannot_hold_names_its_rule() -> None:
    block = Block("x", 0, 1, Role.LEAD, (Evidence("Shouting", Role.LEAD, float("inf"), "very loud"),))
    with pytest.raises(ValueError, match="Shouting"):
        to_json(Article(blocks=(block,)))
    assert from_json(to_json(Article(blocks=(block,)), blocks=False)) == Article()
