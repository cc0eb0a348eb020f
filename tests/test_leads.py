"""The lead: which lines may be one."""

from __future__ import annotations

import pytest

import newsparse
from tests.test_furniture import BODY

HEADLINE = "Harbour bridge to close for six weeks"


@pytest.mark.parametrize(
    "line",
    [
        "Do you have a story for us?",
        "Have a tip for a story?",
        "Here's how you can watch the vote on the council's channel tonight",
    ],
)
def test_what_opens_like_a_word_to_the_reader_is_no_lead(line: str) -> None:
    article = newsparse.parse("\n\n".join([HEADLINE, "By Jane Roe", line, *BODY]))
    assert line not in (article.lead or "")


def test_it_is_one_on_the_article_s_subject() -> None:
    lead = (
        "Listen to the bearings of the old swing bridge, the engineers say, and the cracks tell the council what to do"
    )
    article = newsparse.parse("\n\n".join([HEADLINE, lead, "By Jane Roe", *BODY]))
    assert article.lead == lead
