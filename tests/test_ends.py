"""Where an article ends: a box is followed by more of it, a page's tail is not."""

from __future__ import annotations

from math import log1p

import newsparse
from newsparse.languages import LANGUAGES
from newsparse.page import Page
from newsparse.split import split
from newsparse.survey import ends

PARAGRAPHS = [
    "The lower valley has been home to farmers for six hundred years, and most of them want to stay where they are.",
    "The dam was planned in 1998 and given up twice, once for its cost and once for the birds that nest on the banks.",
    "This spring the government took the plan up again, and sent letters to four hundred families in the valley.",
    "Farmers say the dam would flood their best fields, and that the water is needed only in the dry month of August.",
]
TITLE = "Farmers fear the new dam will flood their fields"


def text_of(*parts: str) -> str:
    return "\n\n".join([TITLE, "By Mary Poe", *parts])


def test_a_box_within_does_not_end_the_article() -> None:
    text = text_of(*PARAGRAPHS[:3], "Read more: The birds on the banks", "Photo gallery", PARAGRAPHS[3])
    article = newsparse.parse(text)
    assert PARAGRAPHS[3] in [paragraph for section in article.sections for paragraph in section.paragraphs]


def test_what_divides_a_paragraph_from_the_next_prose_is_told() -> None:
    text = text_of(*PARAGRAPHS[:2], "Read more: The birds on the banks", *PARAGRAPHS[2:])
    page = Page(text, split(text), LANGUAGES["en"])
    found = dict(ends.traits(page.blocks[3], page))
    assert "a link to another article between it and the next prose" in found
    assert {"middling paragraph", "a short paragraph next", "a paragraph like the page's next"} <= set(found)
    assert "paragraphs down to it: two" in found
    assert {"below prose", "the prose below it without other lines"} <= set(found)
    assert found["much prose down to it"] == log1p(PARAGRAPHS[0].count(" ") + PARAGRAPHS[1].count(" ") + 2)
    assert found["many words of the headline"] == 0.0
    assert "lines longer than a label between it and the next prose: one" in found
    assert not any(
        "next prose" in trait or "paragraph next" in trait for trait in dict(ends.traits(page.blocks[-1], page))
    )
