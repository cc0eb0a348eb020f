"""What tells section headers from questions of an interview and from lines that say again what stands elsewhere."""

from __future__ import annotations

import pytest

import newsparse
from newsparse.rules.repeats import Echo
from tests.pages import page_of

ANSWERS = [
    f"The {animal} came over the old bridge in the {season}, and nobody in the valley knew whose it was or how long it would stay."
    for animal, season in (
        ("ram", "spring"),
        ("mule", "summer"),
        ("goose", "autumn"),
        ("heifer", "winter"),
        ("cat", "rain"),
    )
]


@pytest.mark.parametrize(
    ("questions", "somebody", "nobody"),
    [
        (["Where were you standing?", "Did you see it?", "Why?", "And then?", "Was it cold?"], True, False),
        (["Where did it come from?", "Who saw it?", "Why?", "What then?", "Who owned it?"], False, True),
        (["Where were you standing?", "Who saw it?", "Why?", "What then?", "Who owned it?"], False, False),
        (["Where it came from", "Who saw it", "Why", "What then", "Who owned it"], False, False),
    ],
)
def test_questions_are_put_to_somebody_where_several_say_you(
    questions: list[str], somebody: bool, nobody: bool
) -> None:
    lines = [line for both in zip(questions, ANSWERS, strict=True) for line in both]
    headers = page_of("\n\n".join([ANSWERS[0], *lines])).headers
    assert (headers.asks_somebody, headers.asks_nobody) == (somebody, nobody)


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("“Nobody in the valley knew whose it was”", ["a short line, all of its words stand elsewhere in a row"]),
        ("A thing that nobody would forget", []),
        ("Because nobody in the valley knew a better way of keeping it dry", []),
        ("And nobody in the valley minded", ["a short line, some of its words stand elsewhere in a row"]),
        ("The valley", []),
    ],
)
def test_a_line_that_says_again_what_stands_elsewhere(line: str, seen: list[str]) -> None:
    page = page_of("\n\n".join([*ANSWERS[:2], line, *ANSWERS[2:]]))
    assert list(Echo().observe(page.blocks[2], page)) == seen


def test_a_line_in_a_script_without_spaces_is_compared_by_characters() -> None:
    body = "春になると古い橋を渡って羊がやって来たが、谷では誰もその持ち主を知らなかった。"
    page = page_of("\n\n".join([body, "谷では誰もその持ち主を知らなかった", body.replace("羊", "牛")]), "ja")
    assert list(Echo().observe(page.blocks[1], page)) == ["a short line, all of its words stand elsewhere in a row"]


BOXED = {
    "de": (
        "Mehr zum Thema",
        "Wie ein Chor aus dem Oberland die Schweiz eroberte und seine Leiterin verlor",
        "Ein alter Schlachthof, ein Umbau und elf Millionen",
        "Stadt will den alten Schlachthof zum Konzertsaal umbauen\n\nVon Jana Petersen\n\n"
        "Der alte Schlachthof am Hafen soll zum Konzertsaal werden. Das hat der Rat der Stadt am Dienstagabend mit großer "
        "Mehrheit beschlossen, nachdem zwei Jahre lang darüber gestritten worden war.\n\n"
        "Der Umbau soll elf Millionen Euro kosten. Die Hälfte davon zahlt das Land, wie die Bürgermeisterin sagte, den "
        "Rest teilen sich die Stadt und eine Stiftung, die anonym bleiben will.",
        "Im Schlachthof wurde bis 1994 gearbeitet. Seither standen die Hallen leer, und in den letzten Wintern hat der "
        "Schnee zwei der Dächer eingedrückt, sodass nur noch die Mauern stehen.\n\n"
        "In der großen Halle sollen sechshundert Menschen Platz finden. In den kleineren sind Räume für Proben geplant, "
        "und wo heute noch der Schutt liegt, soll ein Café entstehen.",
    ),
    "pl": (
        "Czytaj więcej",
        "Anna Kowal: Dlaczego chór z gór podbił Europę i stracił dyrygentkę?",
        "Stara rzeźnia i jedenaście milionów złotych",
        "Miasto zamieni starą rzeźnię w salę koncertową\n\n"
        "Stara rzeźnia w porcie zostanie salą koncertową. Taką decyzję podjęła we wtorek wieczorem rada miasta, choć "
        "spór o przyszłość budynku trwał dwa lata i podzielił mieszkańców.\n\n"
        "Przebudowa ma kosztować jedenaście milionów złotych. Połowę zapłaci województwo, jak powiedziała burmistrz, a "
        "resztę podzielą między siebie miasto i fundacja.",
        "W rzeźni pracowano do 1994 roku. Od tego czasu hale stały puste, a ostatniej zimy śnieg załamał dwa dachy, tak "
        "że zostały tylko mury i komin od strony rzeki.\n\n"
        "Prace zaczną się wiosną. Jeśli wszystko pójdzie dobrze, pierwszy koncert odbędzie się jesienią za dwa lata, a "
        "zagra go orkiestra miejska pod nowym dyrygentem.",
    ),
}
"""The heading of a box, the title of another article, a header of the article's own, and what is above and below."""


@pytest.mark.parametrize("language", BOXED)
def test_below_the_heading_of_a_box_a_title_is_a_link_unless_it_is_on_the_subject(language: str) -> None:
    heading, other, own, above, below = BOXED[language]
    for line, role in ((other, "related"), (own, "section_header")):
        blocks = newsparse.parse("\n\n".join([above, heading, line, below])).blocks
        assert [block.role.value for block in blocks if block.text in {heading, line}] == ["related", role]
