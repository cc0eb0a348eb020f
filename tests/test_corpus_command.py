"""The command `newsparse corpus`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer
from rich.console import Console
from typer.testing import CliRunner

from newsparse.corpus import Progress
from newsparse.corpus.command import Bar, corpus
from tests.corpus_files import errors_of, json_lines, read_corpus, rows

app = typer.Typer(rich_markup_mode="rich")
app.command()(corpus)


def invoke(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments], catch_exceptions=False)
    return result.exit_code, result.stderr


def test_a_corpus_is_made_and_what_could_not_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(
        json_lines([{"body": row["text"], "key": row["id"]} for row in rows(range(5))]) + b"x\n"
    )
    (tmp_path / "b.csv").write_text("id\n1\n")
    options = ["--text-column", "body", "--keep", "key", "--rows", 2, "--processes", 1]
    status, said = invoke(tmp_path / "a.jsonl", tmp_path / "b.csv", tmp_path / "out", *options)
    assert status == 1
    first, second, third = said.splitlines()
    assert first == (
        "newsparse corpus: b.csv: no column 'body': name the one with the text with --text-column; there is: id"
    )
    assert (
        second
        == f"newsparse corpus: 2 records or inputs could not be read or written: see {tmp_path}/out/_errors.jsonl"
    )
    assert re.fullmatch(r"6 rows in 3 parts, \d+ a second", third)
    assert [row["key"] for row in read_corpus(tmp_path / "out")] == ["p0", "p1", "p2", "p3", "p4", None]
    assert [error["file"] for error in errors_of(tmp_path / "out")] == ["a.jsonl", "b.csv"]


def test_names_to_keep_may_have_spaces_and_limits_have_limits(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(json_lines(rows([1])))
    assert invoke(tmp_path / "a.jsonl", tmp_path / "out", "--processes", 1, "-q", "--keep", "id, url,") == (0, "")
    assert {"id", "url"} < read_corpus(tmp_path / "out")[0].keys()
    status, said = invoke(tmp_path / "a.jsonl", tmp_path / "new", "--max-record", 10**20)
    assert status == 2 and "2147483647" in said


def test_a_second_run_says_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(json_lines(rows([1])))
    assert invoke(tmp_path / "a.jsonl", tmp_path / "out", "--quiet", "--processes", 1) == (0, "")
    status, said = invoke(tmp_path / "a.jsonl", tmp_path / "out", "--processes", 1)
    assert status == 0
    assert re.fullmatch(r"0 rows in 0 parts, 0 a second, 1 parts were there already\n", said)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["missing.jsonl", "out"], "missing.jsonl: no such file or folder"),
        (["a.jsonl", "out", "--language", "xx"], "xx"),
        (["a.jsonl", "out", "--keep", "id,id"], "kept twice"),
        (["a.jsonl", "."], "not empty, and no corpus: name another folder"),
        (["a.jsonl", ""], "an input, or OUT, has no name; is a variable of the shell empty?"),
        (["https://news.example/a.jsonl", "out"], "https://news.example/a.jsonl: this is an address, and nothing is"),
        (["", "out"], "an input, or OUT, has no name; is a variable of the shell empty?"),
    ],
)
def test_a_run_that_cannot_begin_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.jsonl").write_bytes(json_lines(rows([1])))
    status, said = invoke(*arguments)
    assert status == 2 and said.startswith("newsparse corpus: ") and message in said and said.count("\n") == 1


def test_without_the_extra_its_name_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: str) -> None:
        raise ModuleNotFoundError("needs pyarrow: pip install 'newsparse[corpus]'")

    monkeypatch.setattr("newsparse.corpus.__getattr__", missing)
    assert invoke(tmp_path, tmp_path / "out") == (
        2,
        "newsparse corpus: needs pyarrow: pip install 'newsparse[corpus]'\n",
    )


def test_an_interrupt_says_how_to_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("newsparse.corpus.run.parse_corpus", interrupt)
    status, said = invoke(tmp_path, tmp_path / "out")
    assert (status, said) == (130, "newsparse corpus: stopped: run the same command again to go on\n")


def test_many_failures_are_counted_not_listed(tmp_path: Path) -> None:
    for number in range(15):
        (tmp_path / f"{number}.csv").touch()
    status, said = invoke(tmp_path, tmp_path / "out", "--processes", 1)
    assert (
        status == 1 and said.count("no column 'text'") == 10 and "newsparse corpus: and 5 more such failures\n" in said
    )


def test_a_terminal_shows_a_bar() -> None:
    console = Console(force_terminal=True, width=100, color_system=None)
    with console.capture() as captured, Bar(console) as bar:
        bar.show(Progress("[a].jsonl", 1234, 50, 100))
    assert "[a].jsonl" in captured.get() and "50% 1234 rows" in captured.get()


def test_a_name_that_would_steer_the_terminal_is_escaped(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[2J\n.csv").write_text("id\n1\n")
    status, said = invoke(tmp_path, tmp_path / "out", "--quiet", "--processes", 1)
    assert status == 1
    assert said.startswith("newsparse corpus: a\\x1b[2J\\n.csv: no column 'text'")
