"""Ctrl-C while worker processes start and end."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from newsparse import cli
from newsparse.cli.pool import in_pool
from newsparse.cli.render import Format, Settings
from newsparse.corpus import parse_corpus
from newsparse.interrupts import uninterrupted
from tests.corpus_files import SMALL, json_lines, read_corpus, rows


class Impatient(ProcessPoolExecutor):
    """A pool whose user presses Ctrl-C whenever it starts or ends."""

    def submit(self, *args: Any, **kwargs: Any) -> Future[Any]:
        os.kill(os.getpid(), signal.SIGINT)
        return super().submit(*args, **kwargs)

    def shutdown(self, *args: Any, **kwargs: Any) -> None:
        os.kill(os.getpid(), signal.SIGINT)
        super().shutdown(*args, **kwargs)


def test_a_corpus_begins_and_ends_its_workers_undisturbed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsparse.corpus.workers.ProcessPoolExecutor", Impatient)
    (tmp_path / "a.jsonl").write_bytes(json_lines(rows([1])))
    parse_corpus([tmp_path / "a.jsonl"], tmp_path / "out", SMALL, processes=1)
    assert len(read_corpus(tmp_path / "out")) == 1


def test_the_command_line_begins_and_ends_its_workers_undisturbed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsparse.cli.pool.ProcessPoolExecutor", Impatient)
    assert list(in_pool(iter([[]]), Settings(Format.JSONL), 1)) == []


@pytest.mark.parametrize("before", [signal.default_int_handler, signal.SIG_IGN, None])
def test_what_ctrl_c_did_before_it_does_again(
    before: Callable[..., Any] | signal.Handlers | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    put: list[object] = []

    def put_handler(_: int, handler: object) -> object:
        put.append(handler)
        return before

    monkeypatch.setattr("signal.signal", put_handler)
    with uninterrupted():
        assert put == [signal.SIG_IGN]
    assert put[1:] == [before or signal.SIG_DFL]


def test_another_thread_changes_nothing() -> None:
    found: list[object] = []

    def look() -> None:
        with uninterrupted():
            found.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    assert found == [signal.getsignal(signal.SIGINT)]


def test_an_interrupt_while_modules_are_imported_is_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(_: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "find_spec", interrupted)
    assert cli.main(["page.txt"]) == 130
    assert capsys.readouterr().err == "newsparse: interrupted\n"
