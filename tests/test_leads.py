"""The lead: which lines may be one."""

from __future__ import annotations

import pytest

import newsparse

HEADLINE = "Harbour bridge to close for six weeks"
BODY = (
    "The old swing bridge at the mouth of the harbour will close to all traffic in June, the city council said on Tuesday.",
    "Engineers found cracks in two of the main bearings in March, and the parts have to be made anew in a foundry abroad.",
    "Bus routes 4 and 17 will be sent over the bypass, and a free ferry is to run every twenty minutes until midnight.",
    "Traders on the quay fear for their season. Last year some 40,000 visitors crossed the bridge in July alone.",
    "The council has set aside 2.3 million for the repairs. A report on the other four bridges is expected in autumn.",
)


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
