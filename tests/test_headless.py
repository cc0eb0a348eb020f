"""Texts without a headline, as some extractors and corpora have them: none is made up."""

from __future__ import annotations

import pytest

import newsparse
from newsparse.languages import LANGUAGES
from newsparse.page import Page
from newsparse.split import split
from newsparse.survey.headless import DATED, NONE, OPENS, SIGNED, TITLES, traits_of_none

ENGLISH = [
    "The ferry to the outer islands will run again from Monday, two years after the pier was closed, the council said.",
    "Its planks had rotted faster than anybody had thought. A diver found the damage when he looked for a lost anchor "
    "under the pier, and the harbour master closed it within the hour.",
    "Islanders have crossed in their own boats since then. “We have missed two winters of school concerts,” said the "
    "woman who runs the only shop on the larger island.",
    "The new pier has cost four million pounds, a third of which the islanders have collected themselves, with a raffle, "
    "a calendar and a sale of old planks.",
]
GERMAN = [
    "Die Fähre zu den äußeren Inseln fährt vom Montag an wieder, zwei Jahre nachdem der Anleger gesperrt wurde, wie der "
    "Gemeinderat mitteilte.",
    "Seine Planken waren schneller verfault, als alle gedacht hatten. Ein Taucher entdeckte den Schaden, als er unter dem "
    "Anleger nach einem verlorenen Anker suchte, und der Hafenmeister sperrte ihn noch in derselben Stunde.",
    "Die Insulaner sind seither mit ihren eigenen Booten übergesetzt. „Wir haben zwei Winter lang jedes Schulkonzert "
    "verpasst“, sagte die Frau, die den einzigen Laden auf der größeren Insel führt.",
    "Der neue Anleger hat vier Millionen Euro gekostet, von denen die Insulaner ein Drittel selbst gesammelt haben.",
]
SPANISH = [
    "El transbordador a las islas exteriores volverá a funcionar el lunes, dos años después del cierre del muelle, "
    "según informó el ayuntamiento.",
    "Sus tablas se habían podrido más deprisa de lo que nadie pensaba. Un buzo descubrió los daños cuando buscaba un "
    "ancla perdida bajo el muelle, y el capitán del puerto lo cerró en menos de una hora.",
    "Desde entonces los isleños cruzan en sus propias barcas. «Nos hemos perdido dos inviernos de conciertos», contó la "
    "dueña de la única tienda de la isla grande.",
    "El nuevo muelle ha costado cuatro millones de euros, de los que un tercio lo han reunido los propios isleños.",
]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("lines", [ENGLISH, GERMAN, SPANISH], ids=["English", "German", "Spanish"])
def test_a_text_without_a_headline_has_none_and_loses_no_paragraph(lines: list[str], gap: str) -> None:
    article = newsparse.parse(gap.join(lines))
    assert article.headline is None
    assert article.text == "\n\n".join(lines)


@pytest.mark.parametrize(
    ("lines", "headline"),
    [
        (ENGLISH, "Ferry to the outer islands runs again"),
        (GERMAN, "Fähre zu den äußeren Inseln fährt wieder"),
        (SPANISH, "Vuelve el transbordador a las islas"),
    ],
    ids=["English", "German", "Spanish"],
)
def test_the_same_text_with_a_headline_has_it(lines: list[str], headline: str) -> None:
    article = newsparse.parse("\n\n".join([headline, *lines]))
    assert article.headline == headline
    assert article.text == "\n\n".join(lines)


@pytest.mark.parametrize(
    ("first", "lines"),
    [
        ("The ferry to the outer islands will run again from Monday.", ENGLISH),
        ("Die Fähre zu den äußeren Inseln fährt vom Montag an wieder.", GERMAN),
        ("El transbordador vuelve a funcionar el lunes.", SPANISH),
    ],
    ids=["English", "German", "Spanish"],
)
def test_a_short_first_sentence_is_no_headline(first: str, lines: list[str]) -> None:
    article = newsparse.parse("\n\n".join([first, *lines[1:]]))
    assert article.headline is None
    assert first in article.text


def traits(*above: str) -> set[str]:
    """What speaks for or against a page without a headline, with these lines above the prose."""
    text = "\n\n".join([*above, *ENGLISH])
    return dict(traits_of_none(Page(text, split(text), LANGUAGES["en"]))).keys() - {NONE}


def test_what_speaks_for_it_and_against() -> None:
    assert traits() == {OPENS, TITLES[0]}
    assert traits("Ferry to the outer islands runs again", "By Jane Doe", "3 May 2024") == {TITLES[1], SIGNED, DATED}
