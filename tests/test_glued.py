"""Paragraphs in one line with nothing between them are parted; names with capitals within them are not."""

from __future__ import annotations

from newsparse.split import split

PARAGRAPHS = [
    "The ferry to the outer islands will run again from Monday, the council of the harbour town has said on Friday.",
    "The pier had been closed for two years, since a beam broke. Nobody was hurt at the time.",
    "Fares stay as they were",
    "Each crossing costs four crowns, and those who live on the islands pay half of it. Children pay nothing at all.",
    "“We have waited long enough,” said the woman who runs the shop on the largest of the islands. “Now it runs.”",
    "The office of HarbourLine, which runs the ferry, wants to buy a second ship. HarbourLine has not said when.",
    "The children of the islands, who go to school in the town, have slept there from Monday to Friday.",
]


def texts(text: str) -> list[str]:
    return [block.text for block in split(text)]


def test_glued_paragraphs_and_headers_are_parted() -> None:
    assert texts("".join(PARAGRAPHS)) == PARAGRAPHS


def test_a_mark_that_closes_german_quotations_stays_with_its_sentence() -> None:
    said = [
        "Die Fähre fährt wieder, sagte die Wirtin. „Wir haben lange gewartet.“",
        "Kinder zahlen nichts, sagt das Amt.",
    ]
    assert texts("".join(said * 8)) == said * 8


def test_the_pieces_have_the_places_of_their_text() -> None:
    text = "  " + "".join(PARAGRAPHS)
    assert [text[block.start : block.end] for block in split(text)] == PARAGRAPHS


def test_the_pieces_have_the_places_of_their_text_below_lines_that_are_cut_at_tags() -> None:
    text = "The ferry has a new captain\n, as the paper of the town says\n, from Monday." + "".join(PARAGRAPHS)
    blocks = split(text)
    assert blocks[0].text == "The ferry has a new captain, as the paper of the town says, from Monday."
    assert [text[block.start : block.end] for block in blocks[1:]] == PARAGRAPHS


def test_a_long_paragraph_with_spaces_between_its_sentences_stays_whole() -> None:
    text = " ".join(PARAGRAPHS)
    assert texts(text) == [text]


def test_a_space_that_is_missing_here_and_there_parts_nothing() -> None:
    text = "The ferry runs. The pier is new. The beams hold. The fares stay. " * 12 + "It runs.The sea is calm." * 3
    assert len(texts(text)) == 1


def test_a_glued_line_among_much_else_stays_whole() -> None:
    glued = "".join(PARAGRAPHS)
    text = f"{glued}\n" + "A paragraph of the article stands by itself, as most of this page's do.\n\n" * 60
    assert texts(text)[0] == glued


def test_glued_paragraphs_below_a_menu_are_parted() -> None:
    menu = "".join(f"Part {n} of the paper\n" for n in range(60))
    assert texts(menu + "".join(PARAGRAPHS))[60:] == PARAGRAPHS
