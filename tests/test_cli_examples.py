"""Every command that the documentation or the help shows runs, on inputs of the names that it uses."""

from __future__ import annotations

import csv
import glob
import gzip
import io
import json
import re
import shlex
import sys
from pathlib import Path

import pytest
import zstandard

from newsparse.cli import main
from newsparse.cli.examples import EXAMPLES

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
SHELL = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TEXT = "Bridge opens after nine years\n\nThe new bridge over the harbour was opened on Friday, nine years after work on it began.\n"
INSTALLS = re.compile(
    r"pip install 'newsparse\[\w+\]'|python3 -m venv \.venv && \.venv/bin/pip install .*|\.venv/bin/python -m pytest"
)
"""What needs a network and an environment of its own: the checks of the project run these, from the README."""


def shown() -> dict[str, list[str]]:
    """The lines of each page's shell examples."""
    return {
        str(page.relative_to(ROOT)): [
            line for block in SHELL.findall(page.read_text("utf-8")) for line in block.splitlines()
        ]
        for page in PAGES
    }


COMMANDS = dict.fromkeys(line for lines in shown().values() for line in lines if line.startswith("newsparse "))
COMMANDS |= dict.fromkeys(line for pairs in EXAMPLES.values() for line, _ in pairs)


@pytest.fixture(autouse=True)
def inputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files of every name that an example reads."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    for folder in ("pages", "crawl"):
        Path(folder).mkdir()
    for name in ("page.txt", "pages/a.txt", "pages/b.txt"):
        Path(name).write_text(TEXT, encoding="utf-8")
    Path("old.txt").write_bytes("Brücke offen\n".encode("cp1252"))
    for column, names in {"text": ("in.jsonl.gz", "corpus.jsonl.gz"), "body": ("in.jsonl.zst",)}.items():
        lines = "".join(json.dumps({"id": number, column: TEXT}) + "\n" for number in (1, 2)).encode()
        for name in names:
            Path(name).write_bytes(gzip.compress(lines) if name.endswith("gz") else zstandard.compress(lines))
    Path("crawl/part.jsonl").write_text(json.dumps({"text": TEXT}) + "\n", encoding="utf-8")
    for name in ("in.csv", "table.csv"):
        with Path(name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([["id", "body"], [1, TEXT]])
    assert main(["parse", "page.txt", "-o", "before.json"]) == 0


def words(command: str) -> list[str]:
    """A command as a shell would pass it: up to a pipe, its patterns expanded unless they are quoted."""
    found: list[str] = []
    for word in shlex.split(command.partition(" | ")[0])[1:]:
        quoted = f"'{word}'" in command
        found += sorted(glob.glob(word)) if "*" in word and not quoted else [word]  # noqa: PTH207 - as a shell does
    return found


@pytest.mark.parametrize("command", COMMANDS)
def test_an_example_runs(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("before.json").unlink() if "-o before.json" in command or "--output before.json" in command else None
    assert main(words(command)) == 0, capsys.readouterr().err


@pytest.mark.parametrize("page", shown())
def test_a_page_shows_no_command_that_nothing_runs(page: str) -> None:
    rest = [line for line in shown()[page] if not line.startswith(("newsparse ", "#")) and line]
    assert [line for line in rest if not INSTALLS.fullmatch(line)] == []


def test_every_command_teaches_by_example(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for columns in ("120", "50"):
        monkeypatch.setenv("COLUMNS", columns)
        for name, pairs in EXAMPLES.items():
            assert main([*name.split()[1:], "--help"]) == 0
            printed = re.sub(r"[\s│]", "", capsys.readouterr().out)
            for line, does in pairs:
                assert line.replace(" ", "") in printed and f"#{does}".replace(" ", "") in printed
