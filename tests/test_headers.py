"""What tells section headers from questions of an interview and from lines that say again what stands elsewhere."""

from __future__ import annotations

import pytest

from newsparse.rules.place import Echo
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
