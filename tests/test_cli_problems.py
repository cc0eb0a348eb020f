"""What goes wrong with files and streams is said in one line that says what, where and what to do."""

from __future__ import annotations

import errno
import io
import json
import os
import subprocess
import sys
import threading
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest

from newsparse.cli import main
from newsparse.cli.problems import unread, unwritten

TEXT = "Bridge opens after nine years\n\nThe new bridge over the harbour was opened on Friday, nine years after work on it began.\n"
Out = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.txt").write_text(TEXT, encoding="utf-8")


def complaint(capsys: Out) -> str:
    """The one line on standard error."""
    captured = capsys.readouterr()
    assert captured.err.count("\n") == 1, captured.err
    return captured.err.removeprefix("newsparse: ").removesuffix("\n")


@pytest.mark.parametrize("command", [["parse"], ["explain"], ["view"], ["case", "new"]], ids=" ".join)
def test_a_missing_file_is_named_with_the_one_that_may_be_meant(command: list[str], capsys: Out) -> None:
    assert main([*command, "paeg.txt"]) == 1
    assert complaint(capsys) == "paeg.txt: No such file or directory; did you mean page.txt?"
    assert main([*command, "other/article.txt"]) == 1
    assert complaint(capsys) == "other/article.txt: No such file or directory; check its name"


@pytest.mark.parametrize("command", [["parse"], ["explain"], ["view"], ["case", "new"]], ids=" ".join)
def test_an_unreadable_file_says_what_to_do(command: list[str], monkeypatch: pytest.MonkeyPatch, capsys: Out) -> None:
    # a chmod would not stop whoever runs the tests as root
    def refuse(path: Path, *_: Any, **__: Any) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    monkeypatch.setattr(Path, "open", refuse)
    assert main([*command, "page.txt"]) == 1
    assert complaint(capsys) == "page.txt: Permission denied; allow yourself to read it, or leave it out"


@pytest.mark.parametrize("command", [["explain"], ["view"], ["case", "new"]], ids=" ".join)
def test_a_folder_where_one_page_is_wanted_says_so(command: list[str], capsys: Out) -> None:
    Path("pages").mkdir()
    assert main([*command, "pages"]) == 1
    assert complaint(capsys) == "pages: Is a directory; name a file in it"


@pytest.mark.parametrize("output", [["parse", "page.txt", "-o"], ["view", "page.txt", "--html"]], ids=" ".join)
def test_a_folder_that_cannot_be_written_says_what_to_do(
    output: list[str], monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    opened = Path.open

    def refuse(path: Path, mode: str = "r", *rest: Any, **named: Any) -> Any:
        if "w" in mode:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return opened(path, mode, *rest, **named)

    monkeypatch.setattr(Path, "open", refuse)
    assert main([*output, "made.html"]) == 1
    assert complaint(capsys) == "made.html: Permission denied; allow yourself to write there, or name another place"
    assert [path.name for path in Path().iterdir()] == ["page.txt"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize(
    "arguments",
    [
        ["parse", "page.txt", "-o", "/dev/full"],
        ["view", "page.txt", "--html", "/dev/full"],
        ["case", "new", "page.txt", "-o", "/dev/full"],
    ],
    ids=" ".join,
)
def test_a_device_is_written_into_and_a_full_one_is_told(arguments: list[str], capsys: Out) -> None:
    assert main(arguments) == 1
    assert complaint(capsys) == "/dev/full: No space left on device; make room, or name another place"
    assert main([*arguments[:-1], "/dev/null"]) == 0
    assert Path("/dev/full").is_char_device() and Path("/dev/null").is_char_device()


def test_a_case_is_written_whole_or_not_at_all(monkeypatch: pytest.MonkeyPatch, capsys: Out) -> None:
    def half(path: Path, data: bytes) -> int:
        path.touch()
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    Path("made.case").write_text("corrected by hand", encoding="utf-8")
    monkeypatch.setattr(Path, "write_bytes", half)
    assert main(["case", "new", "page.txt", "-o", "made.case", "--force"]) == 1
    assert "No space left" in complaint(capsys)
    assert Path("made.case").read_text(encoding="utf-8") == "corrected by hand"
    assert sorted(path.name for path in Path().iterdir()) == ["made.case", "page.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
@pytest.mark.parametrize("kind", ["jsonl", "text"])
def test_a_named_pipe_is_read_like_a_file(kind: str, capsys: Out) -> None:
    os.mkfifo("pipe")
    data = f"{json.dumps({'text': TEXT})}\n" * 3 if kind == "jsonl" else TEXT
    writer = threading.Thread(target=Path("pipe").write_text, args=(data,))
    writer.start()
    assert main(["parse", "pipe", "--input-format", kind, "--fields", "headline"]) == 0
    writer.join()
    assert capsys.readouterr().out.count("Bridge opens after nine years") == (3 if kind == "jsonl" else 1)


def test_whoever_sits_at_a_terminal_is_told_that_text_is_waited_for(
    monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(TEXT.encode()))
    monkeypatch.setattr(stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys, "stdin", stdin)
    assert main(["parse"]) == 0
    assert complaint(capsys).startswith("reading from the terminal; Ctrl-D")


@pytest.mark.skipif(sys.platform == "win32", reason="no shell to close them with")
@pytest.mark.parametrize(
    ("closed", "message"),
    [
        ("<&-", b"newsparse: -: standard input is closed; name a file\n"),
        (">&-", b"newsparse: standard output is closed; send it to a file, or name one with --output\n"),
    ],
)
def test_a_closed_standard_stream_is_told(closed: str, message: bytes) -> None:
    command = f"exec '{sys.executable}' -m newsparse {'page.txt' if closed == '>&-' else '-'} {closed}"
    done = subprocess.run(["sh", "-c", command], stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (1, message)


def test_a_page_goes_to_standard_output_and_the_page_of_standard_input_too(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["view", "page.txt", "--html", "-"]) == 0
    named = capfdbinary.readouterr().out
    assert named.startswith(b"<!DOCTYPE html>") and not Path("-").exists()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert main(["view", "--html", "-"]) == 0
    assert capfdbinary.readouterr().out == named


def test_an_input_that_is_given_as_the_page_is_never_overwritten(capsys: Out) -> None:
    assert main(["view", "--html", "page.txt", "--force"]) == 2
    wanted = "--html names the page to write: newsparse view page.txt --html page.html"
    assert complaint(capsys) == wanted
    assert Path("page.txt").read_text(encoding="utf-8") == TEXT


def test_several_pages_do_not_go_to_standard_output(capsys: Out) -> None:
    assert main(["view", "page.txt", "page.txt", "--html", "-"]) == 2
    assert complaint(capsys) == "standard output takes one page: for several inputs --html names a folder"


def test_advice_is_given_where_there_is_some() -> None:
    assert unread(OSError(errno.EIO, "Input/output error")) == "Input/output error"
    assert unwritten(ValueError("embedded null byte")) == "embedded null byte"
    assert unwritten(OSError(errno.ENOENT, "No such file or directory")).endswith("; make its folder first")


@pytest.mark.parametrize(
    ("rows", "lost", "left"),
    [
        (['1,"page 1', "2,page 2", "3,page 3"], "unexpected end of data); lines 3 to 5 were left out", "0"),
        (['1,"page 1', '2,"page 2"', "3,page 3"], "',' expected after '\"'); lines 3 to 4 were left out", "03"),
        (["1,page\r1", "2,page 2", "3,page 3"], "new-line character seen in unquoted field)", "023"),
    ],
    ids=["never closed", "closed by another row", "carriage return"],
)
def test_a_row_that_is_no_csv_is_told_and_the_next_is_read(rows: list[str], lost: str, left: str, capsys: Out) -> None:
    Path("in.csv").write_bytes("\n".join(["id,text", "0,page 0", *rows, ""]).encode())
    assert main(["parse", "in.csv", "--quiet"]) == 1
    captured = capsys.readouterr()
    assert [json.loads(line)["id"] for line in captured.out.splitlines()] == list(left)
    hint = "look for a quote that is not closed or not doubled, or a stray line break"
    assert captured.err == f"newsparse: in.csv:3: not CSV ({lost}; {hint}\n"


def test_a_header_that_is_no_csv_ends_its_file(capsys: Out) -> None:
    Path("in.csv").write_bytes(b'text,"id\npage,1\n')
    assert main(["parse", "in.csv", "--quiet"]) == 1
    assert complaint(capsys) == "in.csv:1: unexpected end of data; nothing after it was read"


def test_a_pattern_leaves_out_what_a_run_wrote(capsys: Out) -> None:
    Path("pages/deep").mkdir(parents=True)
    for name in ("pages/a.txt", "pages/deep/b.txt"):
        Path(name).write_text(TEXT, encoding="utf-8")
    command = ["parse", "pages/**/*.txt", "-o", "pages/out/", "-f", "text"]
    made = {Path("pages/out/a.txt"), Path("pages/out/b.txt")}
    for again in ([], ["--resume"], ["--force"]):
        assert main([*command, *again]) == 0
        assert set(Path("pages/out").iterdir()) == made
    assert capsys.readouterr().err == ""
    assert main(["parse", "pages/o*/*.txt", "-o", "pages/out"]) == 1
    wanted = "pages/o*/*.txt: no file matches this pattern but those in pages/out, where the output goes"
    assert wanted in capsys.readouterr().err


@pytest.mark.parametrize("output", ["pages", "pages/../pages/"])
def test_outputs_may_stand_beside_the_files_that_a_pattern_matches(output: str) -> None:
    Path("pages").mkdir()
    Path("page.txt").rename("pages/page.txt")
    assert main(["parse", "pages/*.txt", "-o", output]) == 0
    assert sorted(path.name for path in Path("pages").iterdir()) == ["page.json", "page.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="the limit is one of whole paths there")
@pytest.mark.parametrize("extra", [[], ["--force"], ["--resume"]], ids=str)
def test_a_name_that_is_too_long_is_told_and_the_others_are_written(extra: list[str], capsys: Out) -> None:
    Path("pages").mkdir()
    long = "a" * 251
    for name in (long, "b"):
        Path(f"pages/{name}.txt").write_text(TEXT, encoding="utf-8")
    assert main(["parse", "pages", "-o", "out/", "--quiet", *extra]) == 1
    assert complaint(capsys) == f"pages/{long}.txt: out/{long}.json: File name too long; shorten it"
    assert [path.name for path in Path("out").iterdir()] == ["b.json"]


@pytest.mark.parametrize(
    ("encoding", "arguments"),
    [("cp1252", ["view", "page.txt"]), ("ascii", ["parse", "--help"]), ("ascii", ["view", "page.txt"])],
    ids=str,
)
@pytest.mark.parametrize("errors", ["strict", "surrogateescape"])
def test_text_that_a_terminal_cannot_show_is_replaced(
    encoding: str, errors: str, arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("page.txt").write_text(f"東京 – {TEXT}", encoding="utf-8")
    shown = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(shown, encoding, errors))
    assert main(arguments) == 0
    assert b"?" in shown.getvalue()


def test_a_wish_for_other_replacements_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("page.txt").write_text(f"東京 – {TEXT}", encoding="utf-8")
    shown = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(shown, "ascii", "backslashreplace"))
    assert main(["view", "page.txt"]) == 0
    assert b"\\u6771\\u4eac" in shown.getvalue()


def test_zstandard_of_the_widest_window_is_read(capsys: Out) -> None:
    # by hand, for making it takes gigabytes: magic number, no sizes, a window of 2 GiB, one last block as it is
    data = json.dumps({"text": TEXT}).encode()
    frame = b"\x28\xb5\x2f\xfd\x00" + bytes([(31 - 10) << 3]) + (len(data) << 3 | 1).to_bytes(3, "little") + data
    Path("in.jsonl.zst").write_bytes(frame)
    assert main(["parse", "in.jsonl.zst", "--fields", "headline"]) == 0
    assert "Bridge opens after nine years" in capsys.readouterr().out


def test_a_record_of_text_alone_fits_a_table_with_other_columns(capsys: Out) -> None:
    records = [{"id": 1, "text": TEXT}, {"text": TEXT}, {"id": 3, "text": TEXT}]
    Path("in.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    assert main(["parse", "in.jsonl", "-f", "csv", "--fields", "language"]) == 0
    assert capsys.readouterr().out == "id,language\n1,en\n,en\n3,en\n"


def test_a_table_of_records_of_text_alone_has_their_places(capsys: Out) -> None:
    records = [{"text": TEXT}, {"text": TEXT}, {"id": 3, "text": TEXT}]
    Path("in.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    assert main(["parse", "in.jsonl", "-f", "csv", "--fields", "language", "--quiet"]) == 1
    captured = capsys.readouterr()
    assert captured.out == "file,line,language\nin.jsonl,1,en\nin.jsonl,2,en\n"
    assert "in.jsonl:3: column 'id' is not among those of the first row" in captured.err


def test_a_worker_that_is_killed_is_told(monkeypatch: pytest.MonkeyPatch, capsys: Out) -> None:
    def result(_: object) -> None:
        raise BrokenProcessPool

    Path("in.jsonl").write_text(3 * f"{json.dumps({'text': TEXT})}\n", encoding="utf-8")
    monkeypatch.setattr("concurrent.futures.Future.result", result)
    assert main(["parse", "in.jsonl", "--processes", "2"]) == 1
    assert "a worker process was killed, at in.jsonl:1 or up to 3 batches behind it" in capsys.readouterr().err
