"""The headline above everything that looks like one."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import newsparse
from newsparse.cli.case import read_case
from newsparse.languages import LANGUAGES
from newsparse.page import Page
from newsparse.split import split
from newsparse.survey import title_lines, titles
from newsparse.survey.choice import worth
from newsparse.survey.headless import traits_of_none
from newsparse.weights import default_weights
from tests.pages import headline_candidates
from tests.test_cases import CASES

BODY = """
By Mary Poe

The lower valley has been home to farmers for six hundred years, and most of them want to stay where they are.

The dam was planned in 1998 and given up twice, once for its cost and once for the birds that nest on the banks.

This spring the government took the plan up again, and sent letters to four hundred families in the valley.
"""


@pytest.mark.parametrize(
    "above",
    [
        "You are here: Home » Region » Farmers fear the new dam will flood their fields",
        "home / Region / Farmers fear the new dam will flood their fields",
        "Valley Times > Region > The long valley in summer",
        "Politics|Region|Sport|Farmers and fields|Letters",
        "Read your weekly letter from the valley here",
    ],
)
def test_neither_a_trail_nor_an_offer_to_the_reader_is_the_headline(above: str) -> None:
    text = f"{above}\n\nFarmers fear the new dam will flood their fields\n{BODY}"
    assert newsparse.parse(text).headline == "Farmers fear the new dam will flood their fields"


@pytest.mark.parametrize("above", ["", "Valley Times\n\n"])
def test_a_caption_that_looks_more_like_a_headline_is_none_for_its_credit(above: str) -> None:
    caption = "Farmers of the valley fear the dam of 1998 (Photo: Mary Poe)"
    text = f"{above}{caption}\n\nWater at the door\n{BODY}"
    page = Page(text, split(text), LANGUAGES["en"])
    lines = {block.text: block for block in title_lines.likely_lines(page)}
    weights = default_weights().title
    worths = {line: worth(titles.traits(block, page), weights) for line, block in lines.items()}
    assert max(worths, key=worths.__getitem__) == caption
    assert page.title in headline_candidates(page)
    assert lines[caption].index != page.title


def test_a_text_that_begins_with_its_first_paragraph_has_no_headline() -> None:
    first = "Friday marked the second day of the storms that have torn roofs from barns in the valley."
    article = newsparse.parse(
        f"{first}\nBy Jane Roe\nFarmers are counting the damage of the storms in the valley, and the mayor has asked the "
        "state for help with the roads and bridges.\nThe storms are said to go on until Sunday, when cooler air comes in "
        "from the north and the wind turns.\n“We have never had storms like these in the valley,” the mayor said on "
        "Saturday, when she saw the barns for the first time."
    )
    assert article.headline is None
    assert first in (article.lead, article.sections[0].paragraphs[0])


def test_a_trail_below_the_headline_is_no_lead() -> None:
    headline = "Farmers fear the new dam will flood their fields"
    article = newsparse.parse(f"{headline}\n\nHome » Region » {headline}\n{BODY}")
    assert article.headline == headline
    assert "Home" not in (article.lead or "")


def test_a_line_knows_that_the_one_above_ends_with_it() -> None:
    text = f"Home » Region » Farmers fear the new dam\n\nFarmers fear the new dam\n{BODY}"
    page = Page(text, split(text), LANGUAGES["en"])
    above, below = (dict(titles.traits(block, page)) for block in page.blocks[:2])
    assert "ends with the line below" in above and "the line above ends with it" not in above
    assert "the line above ends with it" in below and "ends with the line below" not in below


def test_a_headline_is_seen_with_the_lines_around_it_and_the_titles_above() -> None:
    text = f"Seven villages elect a new council\n\nThe old mill is for sale again\n\nFarmers fear the new dam\n{BODY}"
    page = Page(text, split(text), LANGUAGES["en"])
    found = dict(titles.traits(page.blocks[2], page))
    assert {"above a byline", "two above prose", "below a short line", "two below a short line"} <= set(found)
    assert "two title-like lines not far above" in found
    assert "20 to 39 characters" in found
    assert "some of its words with a capital" not in found and "few of its words with a capital" in found


def test_a_line_is_told_by_the_words_that_it_shares_with_body_and_opening() -> None:
    text = f"Sailing boats race north\n\nFarmers fear the new dam will flood their fields\n{BODY}"
    page = Page(text, split(text), LANGUAGES["en"])
    off, on = (dict(titles.traits(block, page)) for block in page.blocks[:2])
    assert off[titles.MANY_IN_BODY] == off[titles.MANY_IN_OPENING] == 0
    assert 0 < on[titles.MANY_IN_OPENING] <= on[titles.MANY_IN_BODY] < 1


@pytest.mark.parametrize(
    ("line", "trait"),
    [
        ("3. Farmers fear the new dam", "opens with a number"),
        ("Region / Valley / Farmers fear the dam", "two commas, bars or dashes"),
        ("Farmers fear the dam", "no comma, bar or dash"),
        ("The dam is planned. Farmers fear it", "two sentences"),
        ("Farmers fear the dam", "stands on the page once"),
        ("• Farmers fear the dam", "is a list item"),
    ],
)
def test_a_line_has_a_trait_of_form(line: str, trait: str) -> None:
    text = f"{line}\n{BODY}"
    page = Page(text, split(text), LANGUAGES["en"])
    assert trait in dict(titles.traits(page.blocks[0], page))


def test_a_title_of_small_words_is_no_date() -> None:
    text = f"The Miller of the Valley\n{BODY}"
    assert newsparse.parse(text).headline == "The Miller of the Valley"
    page = Page(text, split(text), LANGUAGES["en"])
    assert page.date_shares[0][0] >= 0.5 and 0 in headline_candidates(page)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_no_line_that_is_not_looked_at_closely_is_worth_more_than_the_one_chosen(path: Path) -> None:
    text = read_case(path).text
    page = Page(text, split(text), LANGUAGES["en"])
    lines = [page.blocks[index] for index in headline_candidates(page)]
    weights = default_weights().title
    worths = {line.index: worth(titles.traits(line, page), weights) for line in lines}
    worths[-1] = worth(traits_of_none(page), weights)
    assert not lines or worths[page.title] == pytest.approx(max(worths.values()))
    for part in titles.PARTS:
        if part.choices:
            group = {trait: number for number, choice in enumerate(part.choices) for trait in choice}
            for line in lines:
                found = list(part.traits(line, page))
                assert all(0 <= amount <= 1 for _, amount in found)
                assert max(Counter(group[trait] for trait, _ in found).values(), default=0) <= 1
