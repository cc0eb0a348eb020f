"""Runs of a corpus: nothing lost, nothing doubled."""

from __future__ import annotations

import errno
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs
import pyarrow.parquet as pq
import pytest

import newsparse.corpus
import newsparse.corpus.part
from newsparse.arrow import to_article
from newsparse.corpus import CorpusError, Progress, Settings
from newsparse.corpus.output import Output
from newsparse.corpus.part import part_schema
from newsparse.corpus.workers import Workers
from tests.corpus_files import (
    SMALL,
    errors_of,
    gzipped,
    html,
    json_lines,
    page,
    read_corpus,
    response,
    rows,
    run,
    wet,
    write_parquet,
)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A folder with an input of each format, one of them bad as a whole."""
    folder = tmp_path / "in"
    folder.mkdir()
    bad = b'{"text": null, "id": 4}\n{"nothing": 1}\nnot JSON\n'
    (folder / "a.jsonl").write_bytes(json_lines(rows(range(10))) + bad + json_lines(rows([10])))
    write_parquet(folder / "b.parquet", rows(range(20, 29)))
    (folder / "c.warc.wet.gz").write_bytes(gzipped(wet(range(30, 35))))
    (folder / "d.warc.gz").write_bytes(gzipped([response(n, html(n).encode()) for n in range(40, 43)])[:-40])
    (folder / "e.csv").write_text("id,body\n1,x\n")
    return folder


def test_every_record_of_every_format_is_one_row(source: Path, tmp_path: Path) -> None:
    seen: list[Progress] = []
    summary = run(source, tmp_path / "out", report=seen.append)
    found = read_corpus(tmp_path / "out")
    assert [(row["file"], row["record"]) for row in found] == [
        *(("a.jsonl", number) for number in range(1, 15)),
        *(("b.parquet", number) for number in range(1, 10)),
        *(("c.warc.wet.gz", number) for number in range(2, 7)),
        *(("d.warc.gz", number) for number in range(1, 3)),
    ]
    schema = pq.read_table(tmp_path / "out").schema
    assert (schema.names, schema.metadata) == (part_schema(SMALL).names, part_schema(SMALL).metadata)
    for row in found:
        assert (row["article"] is None) == (row["error"] is not None)
        if row["article"]:
            article = newsparse.parse(row["text"])
            assert to_article(row["article"]).headline == article.headline
    assert {row["url"] for row in found if row["file"] == "d.warc.gz"} == {f"https://example.org/{n}" for n in (40, 41)}
    assert [(e["file"], e["record"], e["error"]) for e in errors_of(tmp_path / "out")] == [
        ("a.jsonl", 11, "null"),
        ("a.jsonl", 12, "no key 'text'; there is: nothing"),
        ("a.jsonl", 13, "not JSON: Expecting value: line 1 column 1 (char 0)"),
        ("d.warc.gz", 3, "truncated: the file ends in the middle of a record"),
        ("e.csv", None, "no column 'text': name the one with the text with --text-column; there is: id, body"),
    ]
    data = (source / "a.jsonl").read_bytes()
    assert data[errors_of(tmp_path / "out")[2]["offset"] :].startswith(b"not JSON")
    assert (summary.rows, summary.errors, summary.parts_found) == (30, 5, 0)
    assert summary.errors_file == tmp_path / "out" / "_errors.jsonl"
    assert seen[-1].bytes_read == seen[-1].bytes_total == sum(path.stat().st_size for path in source.iterdir())
    assert [now.rows for now in seen] == sorted(now.rows for now in seen)


def test_a_second_run_reads_nothing_again_and_reports_the_same_errors(source: Path, tmp_path: Path) -> None:
    run(source, tmp_path / "out")
    before = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "out").glob("*.parquet")}
    errors = errors_of(tmp_path / "out")
    again = run(source, tmp_path / "out")
    assert (again.rows, again.parts, again.parts_found) == (0, 0, len(before))
    assert {path.name: path.stat().st_mtime_ns for path in (tmp_path / "out").glob("*.parquet")} == before
    assert errors_of(tmp_path / "out") == errors


def test_parts_that_are_missing_are_made_again_alike(source: Path, tmp_path: Path) -> None:
    run(source, tmp_path / "out")
    whole = read_corpus(tmp_path / "out")
    names = sorted(path.name for path in (tmp_path / "out").glob("*.parquet"))
    for name in names[1::2]:
        (tmp_path / "out" / name).unlink()
    for state in (tmp_path / "out" / "_inputs").iterdir():
        state.write_text(json.dumps({**json.loads(state.read_text()), "complete": False}))
    (tmp_path / "out" / "_half-written.tmp").touch()
    run(source, tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out").glob("*.parquet")) == names
    assert read_corpus(tmp_path / "out") == whole
    assert not list((tmp_path / "out").glob("_*.tmp"))


def test_a_large_part_ends_early_and_alike_in_every_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsparse.corpus.run.PART_SIZE", 3 * len(json_lines(rows([1]))) - 10)
    (tmp_path / "a.jsonl").write_bytes(json_lines(rows(range(9))))
    run(tmp_path / "a.jsonl", tmp_path / "out", attrs.evolve(SMALL, rows_per_part=100))
    assert [path.name[-29:] for path in sorted((tmp_path / "out").glob("*.parquet"))] == [
        f"{first:010}-{first + 2:010}.parquet" for first in (1, 4, 7)
    ]


def test_a_folder_of_another_run_of_other_settings_or_of_other_things_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(json_lines(rows([1])))
    run(tmp_path / "a.jsonl", tmp_path / "out", processes=1)
    with pytest.raises(CorpusError, match=r"begun with language None, now 'de': use the same, or name another folder"):
        run(tmp_path / "a.jsonl", tmp_path / "out", attrs.evolve(SMALL, language="de"))
    with Output(tmp_path / "out", SMALL), pytest.raises(CorpusError, match="another run is writing here"):
        run(tmp_path / "a.jsonl", tmp_path / "out")
    with pytest.raises(CorpusError, match="not empty, and no corpus: name another folder"):
        run(tmp_path / "a.jsonl", tmp_path)
    with pytest.raises(CorpusError, match=r"Not a directory|File exists"):
        run(tmp_path / "a.jsonl", tmp_path / "a.jsonl")
    with pytest.raises(ValueError, match="xx"):
        run(tmp_path / "a.jsonl", tmp_path / "new", attrs.evolve(SMALL, language="xx"))


def test_evidence_is_kept_on_demand(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(json_lines(rows([1])))
    run(tmp_path / "a.jsonl", tmp_path / "out", Settings(evidence=True, keep=()), processes=1)
    [row] = read_corpus(tmp_path / "out")
    assert to_article(row["article"]) == newsparse.parse(page(1))
    assert "id" not in row


def test_the_package_can_be_imported_without_its_extra_and_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith(("newsparse.arrow", "newsparse.corpus."))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delattr(newsparse.corpus, "run")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ModuleNotFoundError, match=r"newsparse\[corpus\]"):
        _ = newsparse.corpus.Summary
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = newsparse.corpus.nothing


def test_a_moved_corpus_of_moved_inputs_is_taken_up(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.jsonl").write_bytes(json_lines(rows(range(3))))
    run(tmp_path / "in", tmp_path / "out")
    shutil.move(tmp_path / "in", tmp_path / "elsewhere")
    shutil.move(tmp_path / "out", tmp_path / "there")
    assert run(tmp_path / "elsewhere", tmp_path / "there").rows == 0


def test_an_input_whose_name_begins_with_an_underscore_has_parts_that_are_read(tmp_path: Path) -> None:
    (tmp_path / "_b.jsonl").write_bytes(json_lines(rows([1])) + b"x\n")
    summary = run(tmp_path / "_b.jsonl", tmp_path / "out", processes=1)
    assert [row["record"] for row in read_corpus(tmp_path / "out")] == [1, 2]
    assert summary.errors == 1


def test_a_corpus_below_its_input_is_not_read_again_and_a_folder_that_cannot_be_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.jsonl").write_bytes(json_lines(rows([1])))
    assert run(tmp_path, tmp_path / "out", processes=1).rows == 1

    def walk(folder: Path, onerror: Callable[[OSError], None]) -> Iterator[tuple[str, list[str], list[str]]]:
        onerror(PermissionError(errno.EACCES, "Permission denied", "shut"))
        yield str(folder), ["out"], ["a.jsonl"]

    monkeypatch.setattr("os.walk", walk)
    summary = run(tmp_path, tmp_path / "out", processes=1)
    assert (summary.rows, summary.parts_found, summary.errors) == (0, 1, 1)
    assert summary.failures == ({"file": "shut", "record": None, "offset": None, "error": "Permission denied"},)


@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="the system does not tell which cores are free")
def test_there_are_no_more_workers_than_cores_that_it_may_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def workers(processes: int, folder: Path) -> Workers:
        asked.append(processes)
        return Workers(processes, folder)

    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})
    monkeypatch.setattr("newsparse.corpus.run.Workers", workers)
    (tmp_path / "a.jsonl").write_bytes(json_lines(rows([1])))
    newsparse.corpus.parse_corpus([tmp_path / "a.jsonl"], tmp_path / "out")
    assert asked == [1]
