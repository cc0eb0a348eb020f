"""A table of contents lists the headers of the article below it."""

from __future__ import annotations

import pytest

import newsparse
from newsparse.article import Role
from newsparse.survey.contents import FEWEST
from tests.pages import page_of

HEADERS = ["Where the old road ran", "Who paid for the new one", "What the farmers lost", "How the trial ended"]
PROSE = [
    "The old road left the valley at the mill and climbed to the pass in fourteen bends, each with a name of its own.",
    "The canton and the two villages shared the cost of the new road, and the villages are still paying their part off.",
    "Nine farmers gave up meadows along the river. They were paid by the metre, at a price that was low even then.",
    "The court in the town found for the canton after six years, and told both sides to bear their own costs.",
]
TITLE = "A road over the pass, and what became of it"
OPENING = "Few roads in the country were fought over for as long as the one that leads from the mill over the pass."


def text_of(table: list[str], headers: list[str] = HEADERS) -> str:
    sections = [part for pair in zip(headers, PROSE, strict=True) for part in pair]
    return "\n\n".join([TITLE, *table, OPENING, *sections])


@pytest.mark.parametrize("form", ["{name}", "{number}. {name}", "• {name}", "{number}.1 {name}", "- {name}"])
def test_its_lines_are_told_from_the_headers_that_they_list(form: str) -> None:
    table = [form.format(number=number, name=name) for number, name in enumerate(HEADERS, 1)]
    page = page_of(text_of(table))
    assert page.contents.lines == frozenset(range(1, 5))
    assert [page.blocks[index].text for index in sorted(page.contents.headers)] == HEADERS
    roles = [block.role for block in newsparse.parse(text_of(table)).blocks]
    assert roles[1:5] == [Role.BOILERPLATE] * 4
    assert roles[6::2] == [Role.SECTION_HEADER] * 4


def test_a_header_may_have_another_number_than_its_line() -> None:
    table = [f"{number}. {name}" for number, name in enumerate(HEADERS, 1)]
    headers = [f"Part {number}" if number == 2 else f"#{number} {name}" for number, name in enumerate(HEADERS)]
    page = page_of(text_of(table, headers))
    assert len(page.contents.headers) == len(HEADERS) - 1
    assert page.contents.lines == frozenset(range(1, 5)), "a line between two of the table's is one of them"


@pytest.mark.parametrize(
    "table",
    [
        HEADERS[: FEWEST - 1],
        HEADERS[::-1],
        [f"{name}." for name in HEADERS],
        ["The mill", "The pass", "The trial", "The farmers"],
    ],
    ids=["too few", "another order", "sentences", "other words"],
)
def test_other_lines_are_none(table: list[str]) -> None:
    page = page_of(text_of(table))
    assert not page.contents.lines
    assert not page.contents.headers


def test_titles_that_come_again_far_below_are_links() -> None:
    links = [part for pair in zip(HEADERS, PROSE, strict=True) for part in pair]
    page = page_of("\n\n".join([TITLE, OPENING, *PROSE, *PROSE, *HEADERS, *links]))
    assert not page.contents.lines
