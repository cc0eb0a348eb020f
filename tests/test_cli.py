"""The command line."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from newsparse.cli import main

TEXT = "Bridge opens after nine years\n\nThe new bridge over the harbour was opened on Friday, nine years after work on it began.\n"


def test_a_file_comes_out_as_json(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    path = tmp_path / "page.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert main([str(path)]) == 0
    assert json.loads(capfdbinary.readouterr().out)["headline"] == "Bridge opens after nine years"


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert main(["--explain"]) == 0
    assert b"headline" in capfdbinary.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["missing.txt"], 1, "missing.txt: No such file"),
        (["latin.txt"], 1, "not utf-8 (byte 1"),
        (["latin.txt", "--encoding", "klingon"], 1, "unknown encoding 'klingon'"),
        (["page.txt", "--language", "xx"], 2, "unknown language 'xx'"),
    ],
)
def test_what_goes_wrong_is_said_in_one_line(
    arguments: list[str],
    status: int,
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("latin.txt").write_bytes("für".encode("latin-1"))
    Path("page.txt").write_text(TEXT, encoding="utf-8")
    assert main(arguments) == status
    error = capsys.readouterr().err
    assert message in error
    assert error.count("\n") == 1
