"""Where an article ends: a box is followed by more of it, a page's tail is not."""

from __future__ import annotations

from math import log1p

import newsparse
from newsparse.article import Evidence, Role
from newsparse.languages import LANGUAGES
from newsparse.outline import STATES, Outline
from newsparse.page import Page
from newsparse.split import split
from newsparse.survey import ends
from newsparse.weights import default_weights, pack

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


BOX = [
    "THIS CONTENT IS RESERVED FOR SUBSCRIBERS ONLY.",
    "Subscribe now to read the latest news in your city and across the country.",
    "Exclusive articles by top columnists and award-winning journalists.",
    "Unlimited online access to our site and 15 others with one account.",
    "The ePaper, an electronic replica of the print edition to view on any device, share and comment on.",
    "Daily puzzles, including the crossword.",
    "Support local journalism.",
    "REGISTER / SIGN IN TO UNLOCK MORE ARTICLES",
    "Create an account or sign in to continue with your reading experience.",
    "Access articles from across the country with one account.",
    "Share your thoughts and join the conversation in the comments.",
    "Enjoy additional articles per month.",
    "Get email updates from your favourite authors.",
    "Sign In or Create an Account",
    "Email Address",
    "Continue",
    "or",
]
BELOW = [
    "The reality is that the water in the valley is of many kinds. Some of it comes from the snow, some from the springs"
    " below the ridge, and the dam would hold back both.",
    "All right, a lake is not a field. But there is kinship, as a lake is what a field becomes when nobody pumps the"
    " water out of its ditches in spring.",
    "Finally, something a little different. The farmers have drawn up a plan of their own, with six ponds in place of"
    " one dam.",
    "The ponds would cost a third of the money, they say, and leave the birds on the banks where they are.",
]


def test_a_long_box_within_does_not_end_the_article() -> None:
    article = newsparse.parse(text_of(*PARAGRAPHS[:2], *BOX * 3, *BELOW))
    found = [paragraph for section in article.sections for paragraph in section.paragraphs]
    assert set(BELOW) <= set(found)
    assert not set(BOX) & set(found)


def test_the_tail_begins_where_the_article_may_have_ended() -> None:
    outline = Outline(default_weights())
    paragraph = pack(Evidence("Test", Role.PARAGRAPH, 9.0, ""))
    furniture = pack(Evidence("Test", Role.BOILERPLATE, 9.0, ""))

    def zones(*ended: str) -> list[str]:
        return [STATES[state][0] for state in outline.decode([paragraph, *[furniture] * 5], ended)]

    assert zones() == zones(*["surely"] * 6) == ["body", *["tail"] * 5]
    assert zones(*["hardly"] * 6) == ["body"] * 6
    assert zones("hardly", "hardly", *["maybe"] * 4) == ["body", "body", *["tail"] * 4]
