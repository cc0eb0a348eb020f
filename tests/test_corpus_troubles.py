"""Runs of a corpus in which something is killed, cut off, damaged or full: nothing lost, nothing doubled."""

from __future__ import annotations

import contextlib
import errno
import functools
import io
import multiprocessing
import os
import signal
import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import newsparse.corpus
import newsparse.corpus.part
from newsparse.arrow import parse_value
from newsparse.corpus import CorpusError, Progress, Settings, parse_corpus
from newsparse.corpus.inputs import READERS
from newsparse.corpus.output import Output
from newsparse.corpus.part import Part, write_part
from newsparse.corpus.records import Record
from newsparse.corpus.tables import read_json_lines
from tests.corpus_files import (
    POISON,
    SMALL,
    errors_of,
    json_lines,
    read_corpus,
    rows,
    run,
)

SCRIPT = """
import sys
from pathlib import Path
from newsparse.corpus import parse_corpus
from tests.corpus_files import SMALL
if __name__ == "__main__":
    parse_corpus([Path(sys.argv[1])], Path(sys.argv[2]), SMALL, processes=2)
"""


def test_a_run_that_is_killed_and_run_again_gives_the_rows_of_an_uninterrupted_one(tmp_path: Path) -> None:
    source, output = tmp_path / "a.jsonl", tmp_path / "out"
    source.write_bytes(json_lines(rows(range(600))))
    (tmp_path / "script.py").write_text(SCRIPT)
    command = [sys.executable, str(tmp_path / "script.py"), str(source), str(output)]
    root = Path(__file__).parents[1]
    process = subprocess.Popen(command, cwd=root, env={**os.environ, "PYTHONPATH": str(root)})
    while not list(output.glob("*.parquet")):
        assert process.poll() is None
    process.kill()
    assert process.wait() == -signal.SIGKILL
    cut_off = len(list(output.glob("*.parquet")))
    assert cut_off < 150
    run(source, output)
    run(source, tmp_path / "whole")
    assert read_corpus(output) == read_corpus(tmp_path / "whole")
    assert sorted(p.name for p in output.iterdir()) == sorted(p.name for p in (tmp_path / "whole").iterdir())


ORPHAN = """
import fcntl, sys, time
from pathlib import Path
from newsparse.corpus.output import hold_as_worker
folder = Path(sys.argv[1])
held = hold_as_worker(folder)
print("held", flush=True)
lock = (folder / "_lock").open("wb")
while True:  # until the next run has begun
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        break
    fcntl.flock(lock, fcntl.LOCK_UN)
    time.sleep(0.01)
time.sleep(0.3)
(folder / "_late.tmp").touch()
"""


def test_what_the_last_worker_of_a_killed_run_still_writes_is_cleared_away(tmp_path: Path) -> None:
    """Such a worker ends by itself, but may outlive its run by a moment."""
    (tmp_path / "a.jsonl").write_bytes(json_lines(rows(range(4))))
    run(tmp_path / "a.jsonl", tmp_path / "out")
    command = [sys.executable, "-c", ORPHAN, str(tmp_path / "out")]
    with subprocess.Popen(command, cwd=Path(__file__).parents[1], stdout=subprocess.PIPE) as orphan:
        assert orphan.stdout and orphan.stdout.readline() == b"held\n"
        while orphan.poll() is None:  # it may try the lock in the very moment that a run would take it
            with contextlib.suppress(CorpusError), Output(tmp_path / "out", SMALL):
                assert orphan.wait() == 0
    assert not (tmp_path / "out" / "_late.tmp").exists()


def test_a_worker_that_is_killed_costs_no_row(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(json_lines(rows(range(100))))
    killed: list[int] = []

    def kill_one(_: Progress) -> None:
        for child in multiprocessing.active_children():
            if not killed and child.pid:
                os.kill(child.pid, signal.SIGKILL)
                killed.append(child.pid)

    summary = run(tmp_path / "a.jsonl", tmp_path / "out", report=kill_one)
    assert killed
    found = read_corpus(tmp_path / "out")
    assert [row["record"] for row in found] == list(range(1, 101))
    assert summary.errors == 0 and all(row["article"] for row in found)


def leave_half_a_part(part: Part) -> int:
    if part.records[0].number == 5 and not part.poison:
        part.target.with_name(f"_{part.target.name}.{os.getpid()}.tmp").touch()
        part.marker.write_bytes(struct.pack("<q", 5))
        os.kill(os.getpid(), signal.SIGKILL)
    return write_part(part)


def test_what_a_killed_worker_left_half_written_is_gone_after_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.jsonl").write_bytes(json_lines(rows(range(8))))
    monkeypatch.setattr("newsparse.corpus.workers.write_part", leave_half_a_part)
    assert run(tmp_path / "a.jsonl", tmp_path / "out").rows == 8
    assert not list((tmp_path / "out").glob("_*.tmp"))


@pytest.mark.parametrize(
    ("error", "said"),
    [(errno.EWOULDBLOCK, "another run is writing here"), (errno.ENOLCK, os.strerror(errno.ENOLCK))],
)
def test_a_folder_that_cannot_be_held_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: int, said: str
) -> None:
    def hold(*_: object, **__: object) -> None:
        raise OSError(error, os.strerror(error))

    (tmp_path / "a.jsonl").touch()
    monkeypatch.setattr("newsparse.corpus.output.hold", hold)
    with pytest.raises(CorpusError, match=said):
        run(tmp_path / "a.jsonl", tmp_path / "out")


def test_without_a_temporary_folder_a_run_does_not_begin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(**_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    (tmp_path / "a.jsonl").touch()
    monkeypatch.setattr("tempfile.TemporaryDirectory", full)
    with pytest.raises(CorpusError, match="no temporary folder: No space left on device: name another one in TMPDIR"):
        run(tmp_path / "a.jsonl", tmp_path / "out")


def die_of_poison(text: object, *args: Any, **options: Any) -> Any:
    if isinstance(text, str) and POISON in text:
        os.kill(os.getpid(), signal.SIGKILL)
    return parse_value(text, *args, **options)


def write_part_and_die_of_poison(part: Part) -> int:
    setattr(newsparse.corpus.part, "parse_value", die_of_poison)  # noqa: B010 (the type checker sees no such name)
    return write_part(part)


def die_before_the_first_record(part: Part) -> int:
    if part.records[0].number == 5:
        part.marker.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return write_part(part)


def find_no_space(part: Part, *, free: int) -> int:
    if part.records[0].number > free:
        raise OSError(errno.ENOSPC, "No space left on device")
    return write_part(part)


def have_a_bug(part: Part, *, before: int) -> int:
    if part.records[0].number < before:
        raise KeyError("a bug")
    return write_part(part)


def test_a_record_that_kills_workers_is_an_error_and_the_others_are_parsed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = rows(range(30))
    for number in (6, 7, 20):
        pages[number]["text"] = POISON
    (tmp_path / "a.jsonl").write_bytes(json_lines(pages))
    monkeypatch.setattr("newsparse.corpus.workers.write_part", write_part_and_die_of_poison)
    run(tmp_path / "a.jsonl", tmp_path / "out")
    found = read_corpus(tmp_path / "out")
    assert [row["record"] for row in found] == list(range(1, 31))
    assert [row["record"] for row in found if row["error"]] == [7, 8, 21]
    assert {row["error"] for row in found} == {None, "parsing it killed two worker processes"}


def test_a_part_whose_worker_always_dies_is_named_and_the_rest_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.jsonl").write_bytes(json_lines(rows(range(20))))
    monkeypatch.setattr("newsparse.corpus.workers.write_part", die_before_the_first_record)
    summary = run(tmp_path / "a.jsonl", tmp_path / "out")
    assert [row["record"] for row in read_corpus(tmp_path / "out")] == [1, 2, 3, 4, *range(9, 21)]
    [failure] = summary.failures
    assert failure["record"] == 5 and failure["error"].endswith("its worker was killed twice while writing it")
    monkeypatch.undo()
    assert run(tmp_path / "a.jsonl", tmp_path / "out").rows == 4
    assert [row["record"] for row in read_corpus(tmp_path / "out")] == list(range(1, 21))


def test_a_full_disk_is_named_with_the_part_and_a_second_run_completes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.jsonl").write_bytes(json_lines(rows(range(40))))
    monkeypatch.setattr("newsparse.corpus.workers.write_part", functools.partial(find_no_space, free=12))
    summary = run(tmp_path / "a.jsonl", tmp_path / "out", processes=1)
    assert [row["record"] for row in read_corpus(tmp_path / "out")] == list(range(1, 13))
    failure, *_, last = summary.failures
    assert failure["record"] == 13
    assert failure["error"].startswith(f"could not write {tmp_path / 'out' / 'a-'}")
    assert failure["error"].endswith("-0000000013-0000000016.parquet: No space left on device")
    assert last["error"].startswith("gave up after 3 such parts in a row")
    monkeypatch.undo()
    assert run(tmp_path / "a.jsonl", tmp_path / "out").errors == 0
    assert [row["record"] for row in read_corpus(tmp_path / "out")] == list(range(1, 41))


def test_a_folder_that_cannot_take_the_errors_or_the_state_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.jsonl").write_bytes(json_lines(rows(range(3))))

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Output, "write_errors", full)
    monkeypatch.setattr(Output, "complete", full)
    summary = run(tmp_path / "a.jsonl", tmp_path / "out", processes=1)
    assert summary.rows == 3 and summary.errors_file is None
    assert [failure["error"] for failure in summary.failures] == [
        "could not note that it is complete: No space left on device",
        f"could not write {tmp_path / 'out' / '_errors.jsonl'}: No space left on device",
    ]


def test_a_bug_in_a_worker_costs_its_parts_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.jsonl").write_bytes(json_lines(rows(range(28))))
    monkeypatch.setattr("newsparse.corpus.workers.write_part", functools.partial(have_a_bug, before=20))
    summary = run(tmp_path / "a.jsonl", tmp_path / "out", processes=1)
    assert [row["record"] for row in read_corpus(tmp_path / "out")] == list(range(21, 29))
    assert [failure["record"] for failure in summary.failures] == [1, 5, 9, 13, 17]
    assert summary.failures[0]["error"].endswith("KeyError: 'a bug'")


def test_a_bug_in_a_reader_costs_the_rest_of_its_input_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.csv").write_text("text\none\n")
    (tmp_path / "b.jsonl").write_bytes(json_lines(rows([1])))

    def read(stream: io.BufferedIOBase, settings: Settings) -> Iterator[Record]:
        yield Record(1, 0, "one", (None,) * len(settings.keep))
        raise KeyError("a bug")

    monkeypatch.setitem(READERS, ".csv", read)
    summary = parse_corpus([tmp_path / "a.csv", tmp_path / "b.jsonl"], tmp_path / "out", SMALL, processes=1)
    assert [row["file"] for row in read_corpus(tmp_path / "out")] == ["a.csv", "b.jsonl"]
    assert [(failure["file"], failure["error"]) for failure in summary.failures] == [("a.csv", "KeyError: 'a bug'")]


def test_what_a_run_killed_at_once_leaves_behind_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(json_lines(rows([1])))
    (tmp_path / "out").mkdir()
    for name in ("_lock", "__run.json.4711.tmp", "_workers"):
        (tmp_path / "out" / name).touch()
    assert run(tmp_path / "a.jsonl", tmp_path / "out", processes=1).rows == 1


def test_a_damaged_part_is_named_and_a_foreign_file_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(json_lines(rows(range(8))) + b"x\n")
    run(tmp_path / "a.jsonl", tmp_path / "out", processes=1)
    (tmp_path / "out" / "foreign.parquet").write_bytes(b"x")
    [part, *_] = sorted((tmp_path / "out").glob("a-*.parquet"))
    part.write_bytes(b"x")
    summary = run(tmp_path / "a.jsonl", tmp_path / "out", processes=1)
    damaged, bad_row = errors_of(tmp_path / "out")
    assert summary.errors == 2 and bad_row["record"] == 9
    assert damaged["file"] == part.name and damaged["error"].startswith("cannot be read: Parquet")
    [state] = (tmp_path / "out" / "_inputs").iterdir()
    assert damaged["error"].endswith(f"to make it again, remove it and {state}")
    for path in (part, state, tmp_path / "out" / "foreign.parquet"):
        path.unlink()
    assert run(tmp_path / "a.jsonl", tmp_path / "out", processes=1).rows == 4
    assert [row["record"] for row in read_corpus(tmp_path / "out")] == list(range(1, 10))


@pytest.mark.parametrize("content", ["", "[]"])
def test_a_damaged_note_of_a_run_is_named(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.jsonl").write_bytes(json_lines(rows([1])))
    run(tmp_path / "a.jsonl", tmp_path / "out", processes=1)
    [state] = (tmp_path / "out" / "_inputs").iterdir()
    state.write_text(content)
    [failure] = run(tmp_path / "a.jsonl", tmp_path / "out", processes=1).failures
    assert failure["error"].startswith(f"{state}: damaged") and failure["error"].endswith(
        "remove it to begin this anew"
    )
    (tmp_path / "out" / "_run.json").write_text(content)
    with pytest.raises(CorpusError, match=r"_run\.json: damaged"):
        run(tmp_path / "a.jsonl", tmp_path / "out", processes=1)


def test_a_part_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    records = tuple(read_json_lines(io.BytesIO(json_lines(rows([1]))), SMALL))
    (tmp_path / "taken").mkdir()
    with pytest.raises(OSError):
        write_part(Part(tmp_path / "taken", "a.jsonl", records, SMALL, tmp_path / "marker"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["marker", "taken"]


def test_an_input_that_changed_is_left_alone_and_named(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.jsonl").write_bytes(json_lines(rows(range(3))))
    run(tmp_path / "in", tmp_path / "out")
    (tmp_path / "in" / "a.jsonl").write_bytes(json_lines(rows(range(4))))
    (tmp_path / "in" / "b.jsonl").write_bytes(json_lines(rows(range(5))))
    summary = run(tmp_path / "in", tmp_path / "out")
    assert summary.rows == 5
    assert "changed since its parts were written: to redo it, remove" in summary.failures[0]["error"]


def test_an_input_that_vanishes_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in "ab":
        (tmp_path / f"{name}.jsonl").write_bytes(json_lines(rows([1])))
    enter = Output.__enter__

    def vanish(output: Output) -> Output:
        (tmp_path / "a.jsonl").unlink()
        return enter(output)

    monkeypatch.setattr(Output, "__enter__", vanish)
    summary = parse_corpus([tmp_path / "a.jsonl", tmp_path / "b.jsonl"], tmp_path / "out", SMALL, processes=1)
    assert summary.rows == 1
    [failure] = summary.failures
    assert failure == {"file": "a.jsonl", "record": None, "offset": None, "error": "No such file or directory"}


def test_errors_with_lone_surrogates_are_written(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.jsonl").write_bytes(b'{"\\ud800": 1}\n')
    (tmp_path / "in" / "b.csv").write_bytes("Größe,id\nx,1\n".encode("latin-1"))
    name = os.fsdecode(b"\xff.jsonl")
    (tmp_path / "in" / name).write_bytes(json_lines(rows([1])))
    assert run(tmp_path / "in", tmp_path / "out", processes=1).errors == 2
    (tmp_path / "in" / name).write_bytes(json_lines(rows([2])))
    assert run(tmp_path / "in", tmp_path / "out", processes=1).errors == 3
    found = [error["error"].split("; ")[-1].replace(str(tmp_path), "") for error in errors_of(tmp_path / "out")]
    assert found[:2] == ["there is: \ufffd", "there is: Gr\ufffd\ufffde, id"]
    assert found[2].startswith("/in/\ufffd.jsonl: changed since its parts were written")
