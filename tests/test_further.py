"""What was read of NewsBench's further pages fits them."""

import gzip
import json

import pytest

from tests.fitting.bench import BENCH
from tests.fitting.further import CODES, readings

SILVER = BENCH / "silver.jsonl.gz"


def test_every_page_has_a_kind_and_letters() -> None:
    for name, (kind, codes) in readings().items():
        assert kind in {"n", "b", "t"}, name
        assert codes.count("P") >= 2 and "H" in codes, name
        assert all(len(code) in (1, 2) and set(code) <= CODES.keys() for code in codes), name


@pytest.mark.skipif(not SILVER.exists(), reason="NewsBench is not beside the project")
def test_every_line_of_a_page_has_its_letter() -> None:
    with gzip.open(SILVER) as rows:
        lengths = {row["id"]: sum(bool(text.strip()) for text, _, _ in row["lines"]) for row in map(json.loads, rows)}
    assert {name: lengths.get(name) for name in readings()} == {
        name: len(codes) for name, (_, codes) in readings().items()
    }
