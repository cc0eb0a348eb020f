"""Press releases and wires: what services write around the texts that they hand on."""

from __future__ import annotations

import pytest

import newsparse
from newsparse import Role
from newsparse.parser import cut
from tests.invariants import check_text

TEXT = """\
Wendhaven Ferries orders two electric ships

WENDHAVEN, May 3, 2024 – Wendhaven Ferries has ordered two electric ships from a yard in Norway, the company said today.

"They will make the crossing quieter and cheaper," said Ruth Calloway, who has led Wendhaven Ferries for nine years.

The ships will carry 300 passengers each. They will be delivered in the spring of 2026 and replace the Gannet.
"""
ABOUT = "Wendhaven Ferries links the islands with the mainland. It employs 210 people and runs six ships all year."
PERSON = "Dale Munro\n+1 918-555-0133\npress@ferries.example"


def below(tail: str, text: str = TEXT) -> list[str]:
    """The lines that are set apart of a text with others below it."""
    _, breaks, _ = cut(f"{text}\n{tail}")
    return [block.text for block in breaks]


@pytest.mark.parametrize(
    "label",
    [
        "Media Contact:",
        "Pressekontakt",
        "Contacts presse :",
        "Contacto de prensa:",
        "För mer information, kontakta:",
        "Kontakt dla mediów",
    ],
)
def test_whom_the_press_may_ask_is_no_author(label: str) -> None:
    article = check_text(f"{TEXT}\n{label}\n\n{PERSON}\n")
    assert article.authors == ()
    assert article.boilerplate[-4:] == (label, *PERSON.split("\n"))


def test_a_label_may_have_the_name_on_its_line() -> None:
    assert below("Media contact: Dale Munro, +1 918-555-0133") == ["Media contact: Dale Munro, +1 918-555-0133"]


@pytest.mark.parametrize(
    "label",
    [
        "About Wendhaven Ferries",
        "Über Wendhaven Ferries",
        "À propos de Wendhaven Ferries",
        "About Wendhaven Ferries, Inc.",
    ],
)
def test_what_the_company_does_is_set_apart_where_the_text_is_a_release(label: str) -> None:
    tail = f"{label}\n\n{ABOUT}"
    assert below(f"{tail}\n\nMedia Contact:\n{PERSON}") == [label, ABOUT, "Media Contact:", *PERSON.split("\n")]
    assert below(tail, TEXT.replace("2024 –", "2024 /PRNewswire/ --")) == [label, ABOUT]
    assert below(tail, f"Press release\n\n{TEXT}") == [label, ABOUT]
    assert below(tail) == []


@pytest.mark.parametrize(
    "tail",
    [
        "Contact\n\nShare this\n\nNewsletter",
        "About the vote\n\nThe council will vote on the money in June, and few expect that anything will change by then.",
        "Media contacts with the mayor were few, people in the town hall said when they were asked about it on Friday.",
        "Contact: jane.roe@courier.example",
        "Ends",
    ],
)
def test_other_pages_have_nothing_set_apart(tail: str) -> None:
    assert below(tail) == []


def test_text_that_goes_on_below_a_label_stays() -> None:
    sentences = [
        f"Number {n} of the ships that were built for the company was broken up after the war." for n in range(9)
    ]
    tail = "\n\n".join(["About Wendhaven Ferries", *sentences])
    assert below(tail, f"Press release\n\n{TEXT}") == []


def test_notes_and_statements_go_on_to_the_contact() -> None:
    notes = [
        "ENDS",
        "Notes to editors",
        "1. The islands have 4,000 people.",
        "2. Photographs are available.",
        "SOURCE Wendhaven Ferries",
    ]
    assert below("\n\n".join([*notes, "Press contact", *PERSON.split("\n")])) == [
        *notes,
        "Press contact",
        *PERSON.split("\n"),
    ]


@pytest.mark.parametrize("mark", ["(END)", "- 30 -", "###", "(Schluss)", "– Ende –", "（完）"])
def test_a_mark_that_ends_a_text_is_no_signature(mark: str) -> None:
    assert newsparse.parse(f"{TEXT}\n{mark}").signature is None
    assert below(mark) == [mark]


@pytest.mark.parametrize(
    "line", ["(Adds quotes, background)", "Eds: UPDATES with details.", "URGENT", "(Agrega citas)"]
)
def test_what_is_for_editors_is_set_apart_above_a_report(line: str) -> None:
    article = check_text(f"{line}\n\n{TEXT}")
    assert article.headline == "Wendhaven Ferries orders two electric ships"
    assert article.blocks[0].role is Role.BOILERPLATE
    assert article.blocks[0].evidence[0].reason == "meant for editors"


@pytest.mark.parametrize("label", ["Media Contact:\nDale Munro\n", "Contact: Dale Munro\n"])
def test_a_contact_above_the_text_is_no_author(label: str) -> None:
    article = check_text(
        f"FOR IMMEDIATE RELEASE\nMay 3, 2024\n\n{label}+1 918-555-0133\npress@ferries.example\n\n{TEXT}"
    )
    assert (article.headline, article.authors) == ("Wendhaven Ferries orders two electric ships", ())
    assert article.kicker is None
    assert article.published is not None and article.published.day == 3


LONGER = "\n\n".join(
    f"Board number {n} is cut along the line, and both halves are kept, as the box needs them for its sides and its back."
    for n in range(4)
)


@pytest.mark.parametrize("mark", ["ENDS", "###", "- Ende -", "End"])
def test_a_mark_in_the_middle_of_a_text_ends_nothing(mark: str) -> None:
    assert below(f"{mark}\n\n{LONGER}\n\nMedia contact\n{PERSON}") == [mark, "Media contact", *PERSON.split("\n")]
    first, second, *_ = LONGER.split("\n\n")
    assert below(f"{mark}\n\n{first}\n\n{second}\n\nMedia contact\n{PERSON}")[:3] == [mark, first, second]


HARBOUR = """\
The harbour of Lisbon was closed to all ships on Friday after a tanker had lost oil at the quay, the port authority said.

About forty ships are waiting outside the harbour, and some have left for Porto, according to the pilots.
"""


@pytest.mark.parametrize("headline", ["Lisbon harbour closed after oil spill", "Lissabon schließt Hafen bis 2025"])
def test_the_sign_that_ends_a_headline_of_a_wire_goes(headline: str) -> None:
    text = f"{headline} =\n\nLisbon (dpa) - {HARBOUR}"
    article = check_text(text)
    assert (article.headline, article.agencies, article.dateline) == (headline, ("dpa",), "Lisbon")
    assert text[article.blocks[0].start : article.blocks[0].end] == f"{headline} ="


@pytest.mark.parametrize(
    "headline",
    [
        "Why 3 + 4 = 7 =",
        "What a = b says",
        "Two smiles =) at the quay",
        "The energy E =",
        "int sum of_row =",
        "let ships =",
    ],
)
def test_other_equals_signs_stay(headline: str) -> None:
    assert check_text(f"{headline}\n\n{HARBOUR}").blocks[0].text == headline


def test_nor_does_one_below_the_first_sentence() -> None:
    line = "The oil on the water weighs in tonnes ="
    assert line in [block.text for block in check_text(f"Oil in the harbour\n\n{HARBOUR}\n{line}\n\n{HARBOUR}").blocks]


def test_a_shorter_headline_has_as_many_words_as_if_it_had_come_without_the_sign() -> None:
    for headline in ("新大橋星期五在里斯本正式通車", "Lisbon harbour closed after oil spill"):
        text = f"{headline}\n\n{HARBOUR}{headline}。\n"
        assert check_text(text.replace("\n", " =\n", 1)).blocks[0].words == check_text(text).blocks[0].words


@pytest.mark.parametrize(
    ("opening", "agency", "place"),
    [
        ("(CNN) -- ", "CNN", None),
        ("(CNN)", "CNN", None),
        ("LISBON, Portugal (CNN) -- ", "CNN", "LISBON"),
        ("LISBON (CNN Newsource) — ", "CNN Newsource", "LISBON"),
        ("(Reuters) - ", "Reuters", None),
        ("(EFE) ", "EFE", None),
    ],
)
def test_agencies_stand_in_datelines_with_a_place_and_without(opening: str, agency: str, place: str | None) -> None:
    article = check_text(f"Lisbon harbour closed after oil spill\n\n{opening}{HARBOUR}")
    assert (article.agencies, article.dateline) == ((agency,), place)
    assert article.lead is None and len(article.sections[0].paragraphs) == 2


def test_sections_of_a_newsletter_are_headed_by_no_author() -> None:
    text = (
        "Friday, May 3, 2024\n\nGood morning. It is a wet Friday in Lisbon. Here is what we are reading today at the quay.\n\n"
        f"THE BIG STORY\n\n{HARBOUR}\nTHE LAST WORD\n\n{LONGER}\n\nUnsubscribe | Manage preferences\n"
    )
    article = check_text(text)
    assert article.authors == ()
    assert "THE BIG STORY" in [section.header for section in article.sections]
    assert article.blocks[-1].role is Role.BOILERPLATE
