"""Markdown that a converter has wrapped, as html2text does by itself: paragraphs, headings and links are whole again."""

from __future__ import annotations

import pytest

from newsparse.markdown.broken import left_open
from newsparse.split import split

WRAPPED = """\
Skip to content

  * [Home](https://example.org/)
  * [The harbour and its ferries, with all that is known of the new timetable for the winter](https://example.org/harbour/ferries/winter)
    * [Islands](https://example.org/islands)

# The ferry to the outer islands will run again from Monday, two years after the
pier was closed

![A ferry at the
pier](https://example.org/pictures/ferry.jpg)

The council has decided that the ferry between the mainland and the islands
will run again from Monday, two years after the pier was closed because of
some [rot in its heavy beams](https://example.org/news/harbour/2024/rot-in-
the-beams-of-the-old-
pier.html "The beams of the
pier"), which nobody had seen in time.

The [harbour
office](https://example.org/offices/harbour/which-has-a-very-long-address) has
said that the fares stay as they were.

## What the islanders say

They had waited for this day for two winters, said the woman who runs the
shop, and most of them had given up.

The children of the islands, who go to school in the town, have slept there
from Monday to Friday for all of these two years, and their mothers have
counted the weeks.

  * [Read also: the pier that was built three times in a row](https://example.org/pier)

Write to [the harbour office](mailto:office@example.org?subject=The ferry and
its fares) with what you have to say of it.
"""

BLOCKS = [
    "Skip to content",
    "Home",
    "The harbour and its ferries, with all that is known of the new timetable for the winter",
    "Islands",
    "The ferry to the outer islands will run again from Monday, two years after the pier was closed",
    "A ferry at the pier",
    "The council has decided that the ferry between the mainland and the islands will run again from Monday, two "
    "years after the pier was closed because of some rot in its heavy beams, which nobody had seen in time.",
    "The harbour office has said that the fares stay as they were.",
    "What the islanders say",
    "They had waited for this day for two winters, said the woman who runs the shop, and most of them had given up.",
    "The children of the islands, who go to school in the town, have slept there from Monday to Friday for all of "
    "these two years, and their mothers have counted the weeks.",
    "Read also: the pier that was built three times in a row",
    "Write to the harbour office with what you have to say of it.",
]


def test_wrapped_markdown_is_whole_again() -> None:
    assert [block.text for block in split(WRAPPED)] == BLOCKS


def test_its_spans_are_those_of_the_lines() -> None:
    block = next(block for block in split(WRAPPED) if block.text.startswith("The council"))
    assert WRAPPED[block.start : block.end].count("\n") == 5


def test_markdown_with_a_paragraph_a_line_stays_as_it_is() -> None:
    text = "\n".join(line if line.startswith(("#", "![")) else f"{line} " * 2 for line in BLOCKS)
    assert len(split(f"# The ferry runs again\n\n[One link](https://example.org) is in it.\n{text}")) == len(BLOCKS) + 2


@pytest.mark.parametrize(
    ("line", "before", "after"),
    [
        ("a [link](https://example.org/a-", "", "address"),
        ("a [link](https://example.org/a) and more", "", ""),
        ("a [link of several", "", "text"),
        ("words](https://example.org/a) and more", "text", ""),
        ("words](https://example.org/a-", "text", "address"),
        ("long-address.html) and more", "address", ""),
        ("long-address-", "address", "address"),
        ('long-address.html "Its title', "address", "title"),
        ('goes on") and so on', "title", ""),
        ("nothing here", "", ""),
    ],
)
def test_what_of_a_link_is_open_at_the_end_of_a_line(line: str, before: str, after: str) -> None:
    assert left_open(line, before) == after


def test_paragraphs_about_as_long_as_each_other_are_not_wrapped() -> None:
    lines = ["The ferry to the islands runs again, and its fares stay as they were before the winter."] * 5
    assert len(split("\n".join(["Ferry runs again", *lines]))) == 6
