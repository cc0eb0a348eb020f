"""datatrove: a pipeline with the step in the middle, in two processes."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

import newsparse
from tests.corpus_files import page
from tests.engines.pages import PAGES, check, recipe, write_pages

pytest.importorskip("datatrove", reason="needs the extra engines")
from datatrove.data import Document

from newsparse.datatrove import NewsparseExtractor

pytestmark = pytest.mark.engines


def test_a_pipeline_from_parquet_to_json_lines_runs_in_two_processes(tmp_path: Path) -> None:
    write_pages(tmp_path / "in")
    places = {"source": str(tmp_path / "in"), "target": str(tmp_path / "out"), "logs": str(tmp_path / "logs")}
    exec(recipe("datatrove"), places)
    lines = [
        line
        for path in (tmp_path / "out").glob("*.jsonl.gz")
        for line in gzip.decompress(path.read_bytes()).splitlines()
    ]
    documents = [json.loads(line) for line in lines]
    assert len(documents) == PAGES
    check((d["id"], d["metadata"]["article"]["headline"]) for d in documents)
    assert documents[0]["text"] == newsparse.parse(page(int(documents[0]["id"][1:]))).text


def test_every_document_goes_on_and_says_what_came_of_it() -> None:
    step = NewsparseExtractor(max_characters=1000, blocks=True)
    texts = [page(1), "x" * 1001, ""]
    first, second, third = step.run(Document(text=text, id="1") for text in texts)
    assert first.metadata["article"] == newsparse.parse(page(1)).to_dict()
    assert second.text == "x" * 1001 and "1001 characters, more than the limit of 1000" in second.metadata["error"]
    assert third.text == "" and third.metadata["article"]["headline"] is None
    assert {key: step.stats[key].total for key in ("parsed", "error", "no_text", "total")} == {
        "parsed": 1,
        "error": 1,
        "no_text": 1,
        "total": 3,
    }


def test_a_document_without_a_text_goes_on_too() -> None:
    step = NewsparseExtractor()
    found = list(step.run(Document(text=text, id="1") for text in (None, b"Bridge", page(1))))
    assert [document.text for document in found[:2]] == [None, b"Bridge"]
    assert ["text must be str" in document.metadata.get("error", "") for document in found] == [True, True, False]


def test_a_wrong_language_is_named_before_anything_is_read() -> None:
    with pytest.raises(ValueError, match="xx"):
        NewsparseExtractor(language="xx")
