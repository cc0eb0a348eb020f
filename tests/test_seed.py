"""The user's own example comes out whole."""

import json
from pathlib import Path

import newsparse

HERE = Path(__file__).parent / "seed"
TEXT = (HERE / "news_de_trump_putin.txt").read_text(encoding="utf-8")
EXPECTED = json.loads((HERE / "expected.json").read_text(encoding="utf-8"))


def test_every_value_of_the_example_is_right() -> None:
    article = newsparse.parse(TEXT)
    assert [block.role.value for block in article.blocks] == EXPECTED["roles"]
    plain = article.to_dict()
    for key in ("language", "publisher", "headline", "kicker", "lead", "authors", "published", "bullets", "signature"):
        assert plain[key] == EXPECTED[key], key
    assert plain["captions"] == EXPECTED["captions"]
    assert plain["related"] == EXPECTED["related"]
    found = [{"header": section.header, "paragraphs": len(section.paragraphs)} for section in article.sections]
    assert found == EXPECTED["sections"]
    for line, start in zip(article.boilerplate, EXPECTED["boilerplate_starts"], strict=True):
        assert line.startswith(start)
