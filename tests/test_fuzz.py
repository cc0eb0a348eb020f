"""Everything that is promised of every string, on texts made from real shapes and on what the fuzzer found."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.invariants import check_arrow, check_everything, check_formats, check_text, check_view
from tests.shapes import PAGES, RESHAPED

FINDINGS = sorted((Path(__file__).parent / "fuzz" / "findings").glob("*.txt"))


@given(RESHAPED)
@settings(max_examples=150, deadline=None)
def test_pages_out_of_shape_lose_nothing(text: str) -> None:
    check_text(text)


@given(RESHAPED)
@settings(max_examples=60, deadline=None)
def test_nothing_in_a_page_out_of_shape_runs_in_any_format(text: str) -> None:
    check_formats(check_text(text))


@given(RESHAPED)
@settings(max_examples=40, deadline=None)
def test_nothing_in_a_page_out_of_shape_runs_in_the_viewer(text: str) -> None:
    check_view(text, check_text(text))


@given(RESHAPED)
@settings(max_examples=40, deadline=None)
def test_pages_out_of_shape_go_through_arrow(text: str) -> None:
    check_arrow(text, check_text(text))


@pytest.mark.parametrize("finding", FINDINGS, ids=lambda path: path.stem)
def test_what_was_found_before_stays_mended(finding: Path) -> None:
    check_everything(finding.read_bytes().decode("utf-8", "surrogatepass"))


def test_there_are_pages_to_change() -> None:
    assert len(PAGES) > 20
