"""A run that was cut off, by a kill, a full disk or a key, is taken up to the very file that it would have made."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from newsparse.cli import main, whole_file
from newsparse.cli.items import Item, read

RECORDS = 3 * whole_file.CHECKPOINT
Out = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """JSON Lines of which every hundredth is broken; `full.jsonl` is what becomes of them."""
    monkeypatch.chdir(tmp_path)
    lines = [
        json.dumps({"id": number, "text": f"Bridge number {number} opens after nine years\n\nIt was opened on Friday."})
        + "\n"
        for number in range(RECORDS)
    ]
    lines[99::100] = ["broken\n"] * len(lines[99::100])
    Path("in.jsonl").write_text("".join(lines), encoding="utf-8")
    return [line.encode() for line in lines]


def uninterrupted(name: str) -> bytes:
    assert main(["parse", "in.jsonl", "-o", f"full-{name}", "--processes", "1"]) == 1
    return Path(f"full-{name}").read_bytes()


def cut_off(monkeypatch: pytest.MonkeyPatch, error: BaseException, at: int = RECORDS - 10) -> None:
    """Let a run end with an error when it is about to read a record."""

    def some(*arguments: Any) -> Iterator[Item]:
        for number, item in enumerate(read(*arguments)):
            if number == at:
                raise error
            yield item

    monkeypatch.setattr("newsparse.cli.job.read", some)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz", "out.csv.zst", "out.json"])
def test_a_killed_run_is_completed_by_a_second_one(name: str, corpus: list[bytes]) -> None:
    command = [
        sys.executable,
        "-m",
        "newsparse",
        "parse",
        "-",
        "--input-format",
        "jsonl",
        "-o",
        name,
        "--processes",
        "2",
    ]
    with (
        Path("errors").open("wb") as errors,
        subprocess.Popen(command, stdin=subprocess.PIPE, stderr=errors, start_new_session=True) as process,
    ):
        assert process.stdin
        # all but the last, and then nothing: the run cannot end before it is killed
        process.stdin.write(b"".join(corpus[:-1]))
        process.stdin.flush()
        while process.poll() is None and not Path(f"{name}.part.json").exists():
            time.sleep(0.05)
        os.kill(process.pid, signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    assert not Path(name).exists()
    with Path("in.jsonl").open("rb") as whole:
        again = subprocess.run([*command, "--resume"], stdin=whole, capture_output=True, check=False)
    assert again.returncode == 1
    assert f"{len(corpus[99::100])} of {RECORDS} inputs failed" in again.stderr.decode()
    assert Path(name).read_bytes() == uninterrupted(name)
    assert not list(Path().glob("out*.part*"))


@pytest.mark.parametrize(
    ("error", "status", "message"),
    [
        (KeyboardInterrupt(), 130, "interrupted"),
        (
            OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "out.csv"),
            1,
            "out.csv: No space left on device; make room, or name another place",
        ),
    ],
)
def test_what_cuts_a_run_off_says_how_to_go_on(
    error: BaseException, status: int, message: str, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    wanted = uninterrupted("out.csv")
    with monkeypatch.context() as patch:
        cut_off(patch, error)
        assert main(["parse", "in.jsonl", "-o", "out.csv"]) == status
    hint = "what is done is kept in out.csv.part: the same command with --resume goes on"
    assert capsys.readouterr().err.splitlines()[-1] == f"newsparse: {message}; {hint}"
    assert not Path("out.csv").exists()
    assert main(["parse", "in.jsonl", "-o", "out.csv", "--resume"]) == 1
    assert Path("out.csv").read_bytes() == wanted


def test_what_was_cut_off_before_anything_was_kept_leaves_nothing(monkeypatch: pytest.MonkeyPatch, capsys: Out) -> None:
    cut_off(monkeypatch, KeyboardInterrupt(), at=5)
    assert main(["parse", "in.jsonl", "-o", "out.jsonl"]) == 130
    assert capsys.readouterr().err == "newsparse: interrupted\n"
    assert [path.name for path in Path().iterdir()] == ["in.jsonl"]


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch, capsys: Out) -> None:
    """A run that was cut off."""
    with monkeypatch.context() as patch:
        cut_off(patch, KeyboardInterrupt())
        assert main(["parse", "in.jsonl", "-o", "out.jsonl"]) == 130
    capsys.readouterr()


@pytest.mark.usefixtures("begun")
@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        ([], 1, "out.jsonl.part is left of a run that was cut off; --resume goes on, --force starts anew"),
        (["--resume", "--language", "de"], 2, "out.jsonl.part was begun by newsparse "),
    ],
)
def test_a_part_is_neither_lost_nor_mixed(arguments: list[str], status: int, message: str, capsys: Out) -> None:
    part = Path("out.jsonl.part").read_bytes()
    assert main(["parse", "in.jsonl", "-o", "out.jsonl", *arguments]) == status
    assert capsys.readouterr().err.startswith(f"newsparse: {message}")
    assert Path("out.jsonl.part").read_bytes() == part


@pytest.mark.usefixtures("begun")
def test_inputs_that_have_changed_are_not_gone_on_with(corpus: list[bytes], capsys: Out) -> None:
    corpus[7] = corpus[8]
    Path("in.jsonl").write_bytes(b"".join(corpus))
    assert main(["parse", "in.jsonl", "-o", "out.jsonl", "--resume"]) == 2
    message = "newsparse: the inputs are not those that out.jsonl.part was made of; --force starts anew\n"
    assert capsys.readouterr().err == message
    assert Path("out.jsonl.part").exists()


@pytest.mark.usefixtures("begun")
@pytest.mark.parametrize("name", ["out.jsonl.part", "out.jsonl.part.json"])
def test_a_damaged_part_is_not_gone_on_with(name: str, capsys: Out) -> None:
    Path(name).write_bytes(b"{}")
    assert main(["parse", "in.jsonl", "-o", "out.jsonl", "--resume"]) == 1
    assert "--force starts anew" in capsys.readouterr().err


@pytest.mark.usefixtures("begun")
def test_force_starts_anew() -> None:
    assert main(["parse", "in.jsonl", "-o", "out.jsonl", "--force", "--language", "en"]) == 1
    assert len(Path("out.jsonl").read_bytes().splitlines()) == RECORDS - RECORDS // 100


def test_resuming_what_is_complete_changes_nothing(capsys: Out) -> None:
    wanted = uninterrupted("out.jsonl")
    capsys.readouterr()
    assert main(["parse", "in.jsonl", "-o", "full-out.jsonl", "--resume"]) == 0
    assert "nothing to do" in capsys.readouterr().err
    assert Path("full-out.jsonl").read_bytes() == wanted


def test_a_folder_is_taken_up_where_it_stopped(monkeypatch: pytest.MonkeyPatch, capsys: Out) -> None:
    with monkeypatch.context() as patch:
        cut_off(patch, KeyboardInterrupt(), at=RECORDS // 2)
        assert main(["parse", "in.jsonl", "-o", "out/", "-f", "text"]) == 130
    assert "the files that are there are whole" in capsys.readouterr().err
    assert 0 < len(list(Path("out").iterdir())) < RECORDS // 2
    assert main(["parse", "in.jsonl", "-o", "out/", "-f", "text", "--resume"]) == 1
    assert len(list(Path("out").iterdir())) == RECORDS - RECORDS // 100
