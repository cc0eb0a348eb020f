"""Numbers that mean something stay: those of rankings, laws, recipes, standings and chronologies, unlike those of lines."""

from __future__ import annotations

import pytest

from newsparse.splitting.numbered import unnumbered
from tests.invariants import check_text

TOWNS = ("Amalfi", "Lisbon", "Ghent", "Riga", "Bergen", "Split")
SAID = "the old town has been closed to cars since the flood, and people walk there at night."
TALL = """\
Die Brücke öffnet nach neun Jahren
Von Anna Berg
Die neue Brücke über den Hafen ist am Freitag für den Verkehr geöffnet worden, neun Jahre nach dem ersten Rammschlag.
Ab Juni kostet die Fahrt
Autofahrer zahlen ab Juni zwei Euro für jede Fahrt, wie die Stadt mitteilte. Wer zu Fuß geht, zahlt nichts."""
WRAPPED = """\
The new bridge over the harbour was opened to traffic on
Friday, nine years after the first pile had been driven into
the mud, and thousands came to walk across it in the rain
before the first cars were let on. The mayor spoke."""


def numbered(form: str, *lines: str, first: int = 1) -> str:
    """Lines with their numbers."""
    return "\n".join(form.format(number) + line for number, line in enumerate(lines, first))


@pytest.mark.parametrize(
    "lines",
    [
        TOWNS,
        tuple(f"{town}: {SAID}" for town in TOWNS),
        tuple(f"{town} (19{number}2)" for number, town in enumerate(TOWNS, 4)),
        (
            "Preheat the oven to 180 degrees and butter a tin.",
            "Beat the eggs.",
            "Fold in the flour.",
            "Bake for an hour.",
        ),
        (
            "Der Rat tagt einmal im Monat.",
            "Der Bürgermeister leitet die Sitzung.",
            "Sie ist öffentlich.",
            "Er vertagt sie.",
        ),
        ("When does it open? On 3 May.", "Who pays? The county.", "How long is it? 300 metres.", "Is it free? Yes."),
        ("Januar: Der Rat tagt.", "Februar: Es schneit.", "März: Es taut.", "April: Die Brücke öffnet."),
        ("FC Moor 34 70", "SV Alb 34 68", "TSV Ost 34 60", "FC West 34 55"),
        ("the council met.", "the mayor left.", "nobody came.", "the bridge opened."),
        ("apples", "pears", "plums", "figs"),
        ("橋を渡る。", "市場に行く。", "港で食べる。", "船で帰る。"),
    ],
)
@pytest.mark.parametrize("form", ["{}. ", "{}) ", "#{} ", "{} ", "({}) ", "{}\t"])
def test_numbers_of_items_that_are_all_alike_stay(lines: tuple[str, ...], form: str) -> None:
    text = numbered(form, *lines)
    assert unnumbered(text) is None
    check_text(text)


def test_so_do_those_of_a_list_of_songs() -> None:
    assert unnumbered(numbered("{:02} ", *TOWNS)) is None


def test_so_do_those_of_a_countdown() -> None:
    assert (
        unnumbered("\n".join(f"{number}. {town}: {SAID}" for number, town in zip(range(6, 0, -1), TOWNS, strict=True)))
        is None
    )


@pytest.mark.parametrize("form", ["{}. ", "{} ", "({}) ", "[{}] ", "{:02}: "])
def test_those_of_the_lines_of_an_article_go(form: str) -> None:
    bare = unnumbered(numbered(form, *TALL.split("\n")))
    assert bare is not None and bare.text == TALL


@pytest.mark.parametrize("form", ["{}. ", "{} "])
def test_so_do_they_where_the_text_opens_with_a_sentence(form: str) -> None:
    *rest, last = TALL.split("\n")
    lines = [last, *rest]
    assert lines[0][-1] == "."
    bare = unnumbered(numbered(form, *lines))
    assert bare is not None and bare.text == "\n".join(lines)


def test_so_do_those_of_lines_that_run_on() -> None:
    bare = unnumbered(numbered("{} ", *WRAPPED.split("\n"), first=5))
    assert bare is not None and bare.text == WRAPPED


def test_those_that_only_programs_write_go_whatever_the_lines_are() -> None:
    said = ("The council met.", "The mayor left.", "Nobody came.", "The bridge opened.")
    assert unnumbered(numbered("[{}] ", *said)) is not None
    assert unnumbered(numbered("{}. ", *said, first=0)) is not None
    assert unnumbered(numbered("{:03} ", *said)) is not None
