"""Whole pages as text browsers print them, and as books are set: wrapped, with menus, numbers of links, parted words."""

from __future__ import annotations

import textwrap

from newsparse.split import split

PARAGRAPHS = [
    "The ferry to the outer islands will run again from Monday, the council of the harbour town has said on Friday,"
    " two years after the pier was closed because of some rot in its heavy beams.",
    "The pier had been closed for two years, since a beam broke under a lorry that brought fish to the market, and"
    " nobody was hurt at the time, but the harbour office did not dare to open it again.",
    "A crossing costs four crowns, and those who live on the islands pay half of it, as they did before; children pay"
    " nothing at all, and dogs that are carried do not either, says the office.",
    "The children of the islands, who go to school in the town, have slept there from Monday to Friday for all of"
    " these two years, and their mothers have been glad of every storm that kept them at home.",
]
MENU = "".join(f"     * Part {n}\n" for n in range(80))
ADDRESSES = "".join(
    f"   {n}. https://example.org/news/{n}/the-ferry-to-the-outer-islands-runs-again-from-monday?utm=a%20b#{'x' * 200}\n"
    for n in range(1, 5)
)


def dumped(paragraphs: list[str], width: int = 72) -> str:
    lines = [textwrap.wrap(text, width, initial_indent="   ", subsequent_indent="   ") for text in paragraphs]
    return "\n\n".join("\n".join(each) for each in lines)


def texts(text: str) -> list[str]:
    return [block.text for block in split(text)]


def test_paragraphs_below_a_long_menu_are_unwrapped() -> None:
    assert texts(MENU + "\n" + dumped(PARAGRAPHS * 2))[-8:] == PARAGRAPHS * 2


def test_numbers_of_links_go_and_their_addresses_are_no_text() -> None:
    numbered = [text.replace("the ", "the [1]", 1) for text in PARAGRAPHS]
    text = dumped([*numbered, "[2]Share [3]Print [4]Comment"]) + "\n\nReferences\n\n" + ADDRESSES
    blocks = split(text)
    assert [block.text for block in blocks][:5] == [*PARAGRAPHS, "Share Print Comment"]
    assert [block.marker for block in blocks][-4:] == ["~"] * 4


def test_numbers_in_brackets_stay_without_a_list_of_addresses() -> None:
    text = "The first[1] and the second[2] ferry run again from Monday."
    assert texts(text) == [text]


def test_headings_that_are_left_whole_do_not_hide_that_a_text_is_wrapped() -> None:
    heading = "What the islanders say of the ferry that will run again from Monday, and of its fares"
    assert texts(f"{heading}\n\n{dumped(PARAGRAPHS * 2, 60)}\n\n{heading}\n") == [heading, *PARAGRAPHS * 2, heading]


def hyphenated(text: str, width: int) -> str:
    """Words are parted wherever a line is full."""
    lines, line = [], ""
    for word in text.split():
        space = " " if line else ""
        room = width - len(line) - len(space) - 1
        if len(line) + len(space) + len(word) <= width:
            line += space + word
        elif word.isalpha() and 1 < room < len(word) - 1:
            lines.append(f"{line}{space}{word[:room]}-")
            line = word[room:]
        else:
            lines.append(line)
            line = word
    return "\n".join([*lines, line])


def test_words_that_are_parted_at_the_ends_of_lines_are_whole_again() -> None:
    text = "\n\n".join(hyphenated(paragraph, 44) for paragraph in PARAGRAPHS)
    assert text.count("-\n") > 3
    assert texts(text) == PARAGRAPHS


def test_a_word_with_a_hyphen_of_its_own_keeps_it() -> None:
    own = "The well-known ferry runs."
    parted = "\n\n".join(hyphenated(paragraph, 44) for paragraph in PARAGRAPHS)
    text = (
        f"{own}\n\n{parted}\n\nIt was said on Friday by people who are well-\nknown in the town and on the islands.\n"
    )
    assert texts(text)[-1] == "It was said on Friday by people who are well-known in the town and on the islands."
