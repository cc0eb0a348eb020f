"""Texts as corpora and datasets leave them: with marks of their own, numbers, tokens, lines written out."""

from __future__ import annotations

import pytest

from newsparse import Article, Role
from tests.invariants import check_text


def roles(article: Article) -> list[Role]:
    return [block.role for block in article.blocks]


PARAGRAPHS = (
    "The ferry company that links the islands with the mainland must repay some 40,000 fares, a court in Wendhaven ruled "
    "on Thursday.",
    '"That is not what the law asks," said the judge, Helen Moore. "A company that sells a ticket has to know whether '
    'its ships can sail."',
    "Passengers' groups welcomed the ruling. Tom Reed, who speaks for commuters on the northern islands, said that many "
    "had waited for long.",
)
BODY = "\n\n".join(PARAGRAPHS)
POINTS = ("Court says that ferry company must repay fares", "NEW: Passengers had waited for two years")


@pytest.mark.parametrize("end", ["\n", "\n\n", "\r\n\r\n"])
@pytest.mark.parametrize("points", ["@highlight{end}{0}{end}@highlight{end}{1}", "@highlight {0}{end}@highlight {1}"])
def test_what_stands_below_the_mark_of_a_key_point_is_one(points: str, end: str) -> None:
    article = check_text(BODY.replace("\n\n", end) + end + points.format(*POINTS, end=end))
    assert article.bullets == POINTS
    assert article.sections[0].paragraphs == PARAGRAPHS
    assert [section.bullets for section in article.sections] == [()]


@pytest.mark.parametrize(
    "text", ["@highlight", "@highlight\n@highlight\n", "@highlight\n\nA", "a @highlight b", "@highlights\nA"]
)
def test_marks_of_key_points_alone_are_no_trouble(text: str) -> None:
    assert len(check_text(text).blocks) == text.count("\n") - text.count("\n\n") - text.endswith("\n") + 1


def test_what_looks_like_the_mark_of_a_key_point_is_text() -> None:
    article = check_text(
        f"{BODY}\n\n@highlighter wrote on Friday that the ferry is back, and that many have waited for it."
    )
    assert not article.bullets
