"""A lead says what the text below it says again; a first paragraph is gone on from."""

from __future__ import annotations

import pytest

from newsparse.survey.leads import candidates, traits
from newsparse.survey.retold import MANY
from tests.pages import page_of

TITLE = "Ferry to the islands stops for the winter"
BELOW = (
    "The operator said the ferry would need a new engine before Christmas. Harbour master Anna Lindqvist called that late.",
    "Lindqvist wants a second boat by spring. The islanders have been asking for one since the accident at the pier.",
)
AGAIN, SURNAME = "a name in full that the text below has in full", "a surname that the text below has in full"
NOBODY, WORDS = "no name in full", "three words in a row that the text below has"


def seen_of(line: str, *below: str, language: str = "en") -> dict[str, float]:
    page = page_of("\n\n".join([TITLE, line, *(below or BELOW)]), language)
    return dict(traits(page.blocks[1], page))


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("The islands will be without a boat for months, and the mayor is as angry as Anna Lindqvist.", AGAIN),
        ("The islands will be without a boat for months, and nobody is angrier about it than old Lindqvist.", SURNAME),
        (
            "The islands will be without a boat for months, and nobody knows who is to carry the mail until then.",
            NOBODY,
        ),
        ("The islands will be without a boat: the ferry would need a new engine that nobody wants to pay for.", WORDS),
    ],
)
def test_what_the_text_below_says_again(line: str, seen: str) -> None:
    found = seen_of(line)
    assert {trait for trait in (AGAIN, SURNAME, NOBODY, WORDS) if trait in found} - {NOBODY} == {seen} - {NOBODY}
    assert (NOBODY in found) == (seen not in {AGAIN})


def test_whoever_is_named_in_full_only_once_is_not_told_again() -> None:
    first = "Harbour master Anna Lindqvist has told the islands that they will be without a boat for months to come."
    found = seen_of(
        first, "Lindqvist wants a second boat by spring, as the islanders have asked since the accident.", *BELOW[1:]
    )
    assert not {AGAIN, SURNAME, NOBODY} & found.keys()


def test_words_said_again_count_up_to_a_few() -> None:
    assert seen_of(BELOW[1], BELOW[1])["many such words"] == 1.0
    few = seen_of("Nobody on the islands has asked for a second boat by spring, and nobody will pay for one now.")
    assert few["many such words"] == 3 / MANY


@pytest.mark.parametrize(
    ("line", "language", "day"),
    [
        ("The islands will be without a boat from Tuesday on, the harbour said.", "en", True),
        ("The islands may be without a boat for months, the harbour said.", "en", False),
        ("Die Inseln sind seit Dienstag ohne Fähre, sagt der Hafen.", "de", True),
        ("Die Inseln sind so lange ohne Fähre wie nie, sagt der Hafen.", "de", False),
    ],
)
def test_a_day_in_it(line: str, language: str, day: bool) -> None:
    assert ("names a day or a month" in seen_of(line, language=language)) is day


def test_a_number_in_it() -> None:
    assert "has a digit" in seen_of("The islands will be without a boat for 90 days.")
    assert "has a digit" not in seen_of("The islands will be without a boat for ninety days.")


def test_scripts_without_capitals_name_nobody_either_way() -> None:
    line = "島へ渡る船は冬のあいだ運休となり、郵便をだれが運ぶのかはまだ決まっていないと港の責任者は話している。"
    found = seen_of(line, line + "住民は二隻目を求めている。", language="ja")
    assert not {AGAIN, SURNAME, NOBODY} & found.keys()


@pytest.mark.parametrize(
    ("end", "may_be"),
    [("(AP/Jane Roe)", False), ("(Reuters/ Jane Roe)", False), ("(AP/Reuters)", True), ("(AP)", True)],
)
def test_an_agency_with_a_name_beside_it_ends_a_caption_and_no_lead(end: str, may_be: bool) -> None:
    page = page_of(
        "\n\n".join(
            [TITLE, f"The ferry to the islands lies at the pier on Tuesday, with nobody on board. {end}", *BELOW]
        )
    )
    assert (1 in candidates(page)) is may_be
