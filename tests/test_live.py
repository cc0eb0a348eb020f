"""Live blogs: the line below a time of day, or below an author, heads an entry."""

from __future__ import annotations

import pytest

from newsparse.article import Role
from newsparse.languages import LANGUAGES
from newsparse.page import Page
from newsparse.parser import parse
from newsparse.split import split
from newsparse.survey.live import find_entries

HEADLINE = "LIVE: New Tarnside bridge is lifted into place span by span"
OPENING = (
    "The new Tarnside bridge is being lifted into place this Saturday, after two years in which the town had to make do "
    "with a ferry. Hundreds of people have come to the quay to watch the great crane at work.",
    "The road along the river stays closed until the evening, the council says, and buses go round by the hill. We report "
    "from the quay until the last span is in its place.",
)
ENTRIES = (
    (
        "14:02",
        "Second span lifted into place",
        "The second span hangs above its piers at last. It took the crane crew forty minutes to turn it against the wind, "
        "and the crowd on the quay fell silent while it was lowered, until the whistle blew.",
    ),
    (
        "13:20",
        "Bus 12 takes the long way round",
        "Passengers for the hospital must allow half an hour more today. Bus 12 leaves from the station and goes round by "
        "the hill, where the road is narrow and the queue is long, and the driver asks for patience.",
    ),
    (
        "12:41",
        "Crowd gathers on the quay",
        "Some six hundred people stand along the river by now, many with folding chairs. The rowing club sells soup, and "
        "children are let on to the old tug to see the crane from the water, six at a time.",
    ),
    (
        "11:55",
        "Mayor thanks the crane crew",
        "The mayor, Edda Moss, has shaken hands with all nine of the crew. They came up the coast in the night and slept "
        "on board, she said, and the town would not forget it. She wore her grandfather's helmet.",
    ),
    (
        "09:10",
        "Morning fog delays the start",
        "Nothing moves yet at the river. The fog is so thick that the crane driver cannot see the hook, and the harbour "
        "master has put off the start by an hour at the least, as nobody is to be put at risk.",
    ),
)
TITLES = [title for _, title, _ in ENTRIES]
TEXTS = [text for *_, text in ENTRIES]


def blog(times: list[str], texts: list[str] = TEXTS) -> str:
    """A live blog with these lines above the titles of its entries."""
    lines = [HEADLINE, *OPENING]
    for time, title, text in zip(times, TITLES, texts, strict=True):
        lines += [time, title, text]
    return "\n\n".join(lines)


def entries(text: str) -> list[str]:
    """What is found to head an entry."""
    page = Page(text, split(text), LANGUAGES["en"])
    return [page.blocks[index].text for index in sorted(find_entries(page))]


@pytest.mark.parametrize(
    "line", ["{}", "{}Oona Fairweather", "21 mins ago{} Rhys Pell", "{} GMT KEY MOMENT", "Posted at {}"]
)
def test_a_line_below_a_time_heads_an_entry(line: str) -> None:
    times = [line.format(time) for time, *_ in ENTRIES]
    assert entries(blog(times)) == TITLES
    assert entries(blog(times[::-1])) == TITLES


def test_the_titles_of_entries_are_headers_and_their_times_are_none() -> None:
    article = parse(blog([f"{time}Oona Fairweather" for time, *_ in ENTRIES]))
    assert [section.header for section in article.sections if section.header] == TITLES
    assert not [block.text for block in article.blocks if "Fairweather" in block.text and block.role is Role.PARAGRAPH]


def test_a_line_below_one_of_a_few_authors_heads_an_entry() -> None:
    authors = ["Jane Roe", "Jane Roe", "Rhys Pell", "Jane Roe", "Rhys Pell"]
    assert entries(blog(authors)) == TITLES
    assert entries(blog(["Key moment", "Key moment", "The quay", "Key moment", "The quay"])) == []
    assert entries(blog(["Jane Roe", "Oona Fairweather", "Rhys Pell", "Edda Moss", "Owen Marsh"])) == []


def test_times_in_no_order_are_no_live_blog() -> None:
    assert entries(blog(["14:02", "09:10", "18:41", "11:55", "16:20"])) == []


def test_days_are_no_times_of_entries() -> None:
    assert entries(blog([f"3 May 2024 {time}" for time, *_ in ENTRIES])) == []
    assert entries(blog([f"03.05.2024 {time}" for time, *_ in ENTRIES])) == []


def test_teasers_with_times_are_no_live_blog() -> None:
    sentences = [text.partition(". ")[0] + "." for text in TEXTS]
    assert entries(blog([time for time, *_ in ENTRIES], sentences)) == []
