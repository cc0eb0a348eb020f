"""Everything that is promised of every string, on texts made from real shapes and on what the fuzzer found."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.invariants import check_arrow, check_everything, check_formats, check_text, check_view
from tests.shapes import PAGES, RESHAPED

FINDINGS = sorted((Path(__file__).parent / "fuzz" / "findings").glob("*.txt"))


@given(RESHAPED)
@settings(max_examples=150)
def test_pages_out_of_shape_lose_nothing(text: str) -> None:
    check_text(text)


@given(RESHAPED)
@settings(max_examples=60)
def test_nothing_in_a_page_out_of_shape_runs_in_any_format(text: str) -> None:
    check_formats(check_text(text))


@given(RESHAPED)
@settings(max_examples=40)
def test_nothing_in_a_page_out_of_shape_runs_in_the_viewer(text: str) -> None:
    check_view(text, check_text(text))


@given(RESHAPED)
@settings(max_examples=40)
def test_pages_out_of_shape_go_through_arrow(text: str) -> None:
    check_arrow(text, check_text(text))


MARKS = st.sampled_from(
    [
        *[
            " , ",
            " .",
            "``",
            "''",
            '"',
            "-LRB-",
            "-RRB-",
            "1. ",
            "2. ",
            "[1] ",
            "[",
            "]",
            "{",
            "}",
            "{{",
            "}}",
            "[[",
            "]]",
            "|",
        ],
        *[
            "==",
            "\n==",
            "'''",
            "@highlight",
            "NEWLINE_CHAR",
            "|||||",
            "<n>",
            "<q>",
            "[SEP]",
            "</s>",
            "<s>",
            " ¶",
            "&#10;",
        ],
        *["\\n", "\\\\n", '\\"', "\\u00e9", "\\ud83d\\ude00", "\x0c", "1/2", "2/2", "https://example.org/a 1/1"],
        *[
            "Page 1 of 2",
            "REUTER",
            "(END)",
            "ENDS",
            "###",
            "Media Contact:",
            "About Foo",
            "SOURCE Foo",
            "+49 30 1234567",
        ],
        *[
            "(Adds quotes)",
            "URGENT",
            "Eds: ",
            "> ",
            "- ",
            "# ",
            "key: ",
            '"title": ',
            "<p>",
            "</p>",
            "<TEXT>",
            "Ã©",
            "\ue001",
        ],
        *[
            "Title",
            "By Jane Doe",
            "A SECOND BRIDGE.",
            "日本",
            "。",
            "\u2028",
            "\u3000",
            "\ufeff",
            "\x00",
            "\u0301",
            "\n",
            "\n\n",
        ],
        "The council of Marlow has voted nine to four against a second bridge over the river, officials said.",
    ]
)
"""The marks of the forms in which text is handed on and kept, and what may stand between them."""


@given(st.lists(MARKS, max_size=24), st.sampled_from(["", " ", "\n", " \n"]))
@settings(max_examples=300)
def test_marks_of_all_forms_lose_nothing(marks: list[str], between: str) -> None:
    check_text(between.join(marks))


@pytest.mark.parametrize("finding", FINDINGS, ids=lambda path: path.stem)
def test_what_was_found_before_stays_mended(finding: Path) -> None:
    check_everything(finding.read_bytes().decode("utf-8", "surrogatepass"))


def test_there_are_pages_to_change() -> None:
    assert len(PAGES) > 20
