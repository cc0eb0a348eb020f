"""schema.org's JSON-LD and the IPTC's ninjs: checked against the vocabulary and the schema of those who made them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator, FormatChecker
from resiliparse.parse.html import HTMLTree

from newsparse import Article, Caption, Paragraph, Section, parse
from newsparse.formats import to_json_ld, to_ninjs
from tests.formats import ARTICLES, NASTY, PAGES, SCHEMAS, everywhere
from tests.test_properties import TEXTS

needs_schemas = pytest.mark.skipif(
    not SCHEMAS.is_dir(), reason="needs ../shared/schemas, which is not part of the project"
)

ARTICLE = Article(
    headline="Bridge opens",
    kicker="Traffic",
    lead="Nine years after work began.",
    authors=("Jane Doe",),
    agencies=("Reuters",),
    published=datetime(2024, 5, 3),
    modified=datetime(2024, 5, 4, 9, 30, tzinfo=timezone(timedelta(hours=1))),
    dateline="LONDON",
    bullets=("Free on foot", "Two pounds by car"),
    sections=(Section(None, (Paragraph("The bridge is open."),)), Section("Tolls", (Paragraph("From June."),))),
    captions=(Caption("The bridge.", "Jane Doe/Reuters"), Caption("The tunnel.")),
    publisher="harbour-news",
    language="en",
)


@cache
def vocabulary() -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = json.loads((SCHEMAS / "schemaorg-types.json").read_text(encoding="utf-8"))
    return found


@cache
def ninjs() -> Draft202012Validator:
    schema = json.loads((SCHEMAS / "ninjs-schema_3.1.json").read_text(encoding="utf-8"))
    return Draft202012Validator(schema, format_checker=FormatChecker(["date-time", "uri"]))


def things(value: Any) -> Iterator[dict[str, Any]]:
    """Each typed object of JSON-LD."""
    if isinstance(value, dict):
        yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from things(item)


def check_json_ld(article: Article) -> None:
    text = to_json_ld(article)
    text.encode()
    data = json.loads(text)
    assert data.pop("@context") == "https://schema.org"
    for thing in things(data):
        assert set(thing) - {"@type"} <= set(vocabulary()[thing["@type"]]["properties"])
        assert all(thing.values()), "a property without a value"
    tree = HTMLTree.parse(f'<body><script type="application/ld+json">{text}</script><p>after</p>')
    assert tree.body is not None
    script, after = tree.body.child_nodes
    assert (script.tag, script.text) == ("script", text)
    assert (after.tag, after.text) == ("p", "after")


def check_ninjs(article: Article) -> None:
    text = to_ninjs(article)
    text.encode()
    ninjs().validate(json.loads(text))
    assert to_ninjs(article) == text


def test_json_ld_says_what_the_article_says() -> None:
    assert json.loads(to_json_ld(ARTICLE)) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Bridge opens",
        "alternativeHeadline": "Traffic",
        "description": "Nine years after work began.",
        "abstract": "Free on foot\nTwo pounds by car",
        "author": [{"@type": "Person", "name": "Jane Doe"}, {"@type": "Organization", "name": "Reuters"}],
        "datePublished": "2024-05-03",
        "dateModified": "2024-05-04T09:30:00+01:00",
        "dateline": "LONDON",
        "articleBody": "Nine years after work began.\n\nThe bridge is open.\n\nTolls\n\nFrom June.",
        "associatedMedia": [
            {"@type": "ImageObject", "caption": "The bridge.", "creditText": "Jane Doe/Reuters"},
            {"@type": "ImageObject", "caption": "The tunnel."},
        ],
        "inLanguage": "en",
        "publisher": {"@type": "NewsMediaOrganization", "name": "harbour-news"},
    }


def test_ninjs_says_what_the_article_says() -> None:
    data = json.loads(to_ninjs(ARTICLE, uri="https://example.org/bridge"))
    text, html = data.pop("bodies")
    first, second = data.pop("associations")
    assert data == {
        "uri": "https://example.org/bridge",
        "standard": {
            "name": "ninjs",
            "version": "3.1",
            "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
        },
        "type": "text",
        "language": "en",
        "versionCreated": "2024-05-04T09:30:00+01:00",
        "headlines": [{"role": "main", "value": "Bridge opens"}, {"role": "kicker", "value": "Traffic"}],
        "descriptions": [
            {"role": "lead", "value": "Nine years after work began."},
            {"role": "key-point", "value": "Free on foot"},
            {"role": "key-point", "value": "Two pounds by car"},
        ],
        "by": "Jane Doe, Reuters",
        "infoSources": [
            {"name": "Jane Doe", "role": "author"},
            {"name": "Reuters", "role": "agency"},
            {"name": "harbour-news", "role": "publisher"},
        ],
        "located": "LONDON",
    }
    assert text["value"] == ARTICLE.text and text["charCount"] == len(ARTICLE.text)
    assert "<h2>Tolls</h2>" in html["value"]
    assert first["by"] == "Jane Doe/Reuters" and "by" not in second
    assert [picture["descriptions"][0]["value"] for picture in (first, second)] == ["The bridge.", "The tunnel."]
    assert len({data["uri"], first["uri"], second["uri"]}) == 3


def test_a_ninjs_date_names_its_zone_or_is_left_out() -> None:
    assert "firstCreated" not in json.loads(to_ninjs(ARTICLE))
    aware = attrs.evolve(ARTICLE, published=datetime(2024, 5, 3, 10, tzinfo=UTC), modified=None)
    data = json.loads(to_ninjs(aware))
    assert data["firstCreated"] == data["versionCreated"] == "2024-05-03T10:00:00+00:00"
    # local mean time, as zones had it before 1900
    odd = attrs.evolve(ARTICLE, published=datetime(1880, 1, 1, 12, tzinfo=timezone(timedelta(seconds=3208))))
    assert json.loads(to_ninjs(odd))["firstCreated"] == "1880-01-01T11:06:32+00:00"


def test_without_a_uri_the_same_article_has_the_same_one_and_another_article_another() -> None:
    first, second, other = (json.loads(to_ninjs(a))["uri"] for a in (ARTICLE, ARTICLE, attrs.evolve(ARTICLE, lead="x")))
    assert first == second != other


@needs_schemas
def test_the_validator_of_ninjs_looks_at_formats() -> None:
    assert not ninjs().is_valid({"uri": "https://example.org/x", "firstCreated": "2024-05-03T10:21:00"})
    assert not ninjs().is_valid({"uri": "no uri"})


@needs_schemas
@pytest.mark.parametrize("name", PAGES)
def test_the_articles_of_pages_keep_to_the_standards(name: str) -> None:
    check_json_ld(PAGES[name])
    check_ninjs(PAGES[name])


@needs_schemas
@pytest.mark.parametrize("text", NASTY)
def test_hostile_strings_keep_to_the_standards(text: str) -> None:
    check_json_ld(everywhere(text))
    check_ninjs(everywhere(text))


@needs_schemas
@given(ARTICLES)
@settings(max_examples=100)
def test_any_article_keeps_to_the_standards(article: Article) -> None:
    check_json_ld(article)
    check_ninjs(article)


@needs_schemas
@given(TEXTS)
@settings(max_examples=50)
def test_any_parsed_text_keeps_to_the_standards(text: str) -> None:
    check_json_ld(parse(text))
    check_ninjs(parse(text))
