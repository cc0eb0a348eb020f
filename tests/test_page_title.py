"""The title of a page's HTML above its text: the line that says it again is the headline, or the title without the site."""

from __future__ import annotations

import pytest

import newsparse
from newsparse import Role

HEADLINE = "Farmers fear the new dam will flood their fields"
MENU = "Skip to content\nHome\nRegion\nSport\nLetters\nThe Valley Times\n"
BODY = """By Mary Poe
3 May 2024
The lower valley has been home to farmers for six hundred years, and most of them want to stay where they are.
The dam was planned in 1998 and given up twice, once for its cost and once for the birds that nest on the banks.
This spring the government took the plan up again, and sent letters to four hundred families in the valley.
"""
FOOTER = "Contact\nAbout The Valley Times\n"


@pytest.mark.parametrize(
    "title",
    [
        HEADLINE,
        f"{HEADLINE} | The Valley Times",
        f"{HEADLINE} - Region - valleytimes.com",
        f"The Valley Times – {HEADLINE}",
        "New dam: valley farmers fear it will flood fields - The Valley Times",
    ],
)
def test_the_line_that_says_the_title_again_is_the_headline(title: str) -> None:
    text = f"{title}\n{MENU}{HEADLINE}\n{BODY}{FOOTER}"
    article = newsparse.parse(text)
    assert article.headline == HEADLINE
    assert next(block.role for block in article.blocks if block.text == title) is Role.BOILERPLATE
    assert article.authors == ("Mary Poe",)


@pytest.mark.parametrize(
    "title",
    [
        f"{HEADLINE} | Valley Times",
        f"{HEADLINE} - The Valley Times",
        f"{HEADLINE} – valleytimes.co.uk",
        f"{HEADLINE} - Region - valleytimes.com",
        f"{HEADLINE} | Region | Valley Times",
    ],
)
def test_a_title_that_no_line_says_again_is_the_headline_without_the_site(title: str) -> None:
    article = newsparse.parse(f"{title}\n{BODY}{FOOTER}")
    assert article.headline == HEADLINE
    assert article.blocks[0].text == title


@pytest.mark.parametrize(
    "headline",
    [
        "Farmers fear the new dam – and the birds do, too",
        "Farmers fear the new dam will flood their fields - Mary Poe",
        "The new dam | What farmers in the valley have to fear",
    ],
)
def test_a_headline_with_a_dash_or_a_bar_stays_whole(headline: str) -> None:
    assert newsparse.parse(f"{headline}\n{BODY}{FOOTER}").headline == headline


def test_a_key_point_that_says_the_headline_is_not_taken_for_it() -> None:
    point = "Farmers fear that a new dam will flood their fields"
    article = newsparse.parse(f"{HEADLINE}\n\n- {point}\n- Letters went to four hundred families\n\n{BODY}")
    assert article.headline == HEADLINE


@pytest.mark.parametrize(
    ("headline", "header"),
    [
        ("The valley dam: who fears the new dam?", "Who fears the new dam?"),
        ("Farmers fear the new dam in the lower valley – this is planned", "This is planned"),
    ],
)
def test_a_section_header_that_says_the_headline_is_not_taken_for_it(headline: str, header: str) -> None:
    first, *others = BODY.splitlines()[2:]
    text = "\n\n".join([headline, first, header, *others, "What does it cost?", *others])
    assert newsparse.parse(text).headline == headline
