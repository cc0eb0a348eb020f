"""Text that is cut at every tag: the pieces of its sentences are joined again, and nothing else is."""

from __future__ import annotations

import newsparse
from newsparse.split import split

HEAD = "Ferry to the islands runs again\nBy\nJane Doe\n,\nJohn Roe\n"
CUT = (
    "The ferry is back. It will run to the outer islands again from Monday, as the council of the harbour town has told\n"
    "The Daily Mast\n"
    ", two years after the pier was closed. The harbour office (\n"
    "PortCo\n"
    ") had asked for more time.\n"
    "Fares stay as they were\n"
    "In a\n"
    "report\n"
    "published in May, the office had said that the beams of the pier were rotten, and that nobody had seen it.\n"
)


def texts(text: str) -> list[str]:
    return [block.text for block in split(text)]


def test_the_pieces_of_a_sentence_are_one_paragraph() -> None:
    found = texts(HEAD + CUT)
    assert found[0] == "Ferry to the islands runs again"
    assert found[1:3] == ["By", "Jane Doe, John Roe"]
    assert found[-3:] == [
        "The ferry is back. It will run to the outer islands again from Monday, as the council of the harbour town has told The Daily"
        " Mast, two years after the pier was closed. The harbour office (PortCo) had asked for more time.",
        "Fares stay as they were",
        "In a report published in May, the office had said that the beams of the pier were rotten, and that nobody had"
        " seen it.",
    ]


def test_the_span_of_joined_pieces_is_all_of_them() -> None:
    text = HEAD + CUT
    blocks = split(text)
    inside = "".join(text[block.start : block.end] for block in blocks)
    assert sum(map(str.isalnum, inside)) == sum(map(str.isalnum, text))


def test_quotations_are_closed_without_a_space_and_opened_with_one() -> None:
    text = CUT + 'He called it "\na scandal\n" and said that "\nnobody\n" had looked at the beams of the pier before.\n'
    assert (
        texts(text)[-1] == 'He called it "a scandal" and said that "nobody" had looked at the beams of the pier before.'
    )


def test_a_word_that_has_lost_its_last_letter_takes_no_space() -> None:
    text = CUT + "Le ferry vers l'\nÎle Longue\n, fermé depuis deux ans, reprendra lundi ses traversées du matin.\n"
    assert texts(text)[-1].startswith("Le ferry vers l'Île Longue, fermé")


def test_the_ends_of_script_without_spaces_meet_without_one() -> None:
    text = "港湾局\n、市役所が発表した。多くの人が歩いて渡った。\n市長\n、船で来た。\n"
    assert texts(text) == ["港湾局、市役所が発表した。多くの人が歩いて渡った。", "市長、船で来た。"]


def test_lines_of_other_texts_stay_as_they_are() -> None:
    lines = ["Ferry runs again", "updated on Monday", "The ferry will run again from Monday, the council has said."]
    assert texts("\n".join(lines)) == lines


def test_a_headline_is_not_joined_with_what_stands_below_it() -> None:
    article = newsparse.parse(HEAD + CUT)
    assert article.headline == "Ferry to the islands runs again"


def test_the_pieces_of_the_title_are_one_headline() -> None:
    title = "Harbour town: ferry to the islands runs again"
    pieces = "Harbour town\n:\nferry to the\nislands runs again\n"
    lines = texts(f"{title} - The Daily Mast\nHome\nHarbour town\nSport\n{pieces}{CUT}")
    assert lines[:5] == [f"{title} - The Daily Mast", "Home", "Harbour town", "Sport", title]
    article = newsparse.parse(f"{title} - The Daily Mast\nHome\nHarbour town\nSport\n{pieces}{CUT}{CUT}")
    assert article.headline == title


def test_the_spaces_at_the_cuts_tell_what_goes_on() -> None:
    first = "The ferry to the outer islands will run again from Monday, as the council of the \nHarbour Town\n has told"
    rest = " \nThe Daily Mast\n and others."
    text = f"Ferry runs again\n{first}{rest}\nTolls from June\nThe pier was closed for two years, it says in \na report\n from May.\n"
    assert texts(text) == [
        "Ferry runs again",
        "The ferry to the outer islands will run again from Monday, as the council of the Harbour Town has told The Daily"
        " Mast and others.",
        "Tolls from June",
        "The pier was closed for two years, it says in a report from May.",
    ]


def test_lines_that_are_all_indented_by_one_are_not_cut() -> None:
    lines = [
        " Ferry runs again",
        " and other news",
        " The ferry will run again from Monday, the council has said.",
        " so there",
    ]
    assert texts("\n".join(lines)) == [line.strip() for line in lines]


def test_a_hyphen_goes_on_with_the_word_above() -> None:
    text = (
        CUT
        + "Das Geld für den Steg kommt aus dem Topf des Landes, das sagt nun das\nFähr\n-Amt, und es reicht bis in den Mai.\n"
    )
    assert texts(text)[-1].endswith("sagt nun das Fähr-Amt, und es reicht bis in den Mai.")
