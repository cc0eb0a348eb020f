"""What people who are new to the command line try: each gets an answer that helps."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import zstandard

import newsparse
from newsparse.cli import basic, main

TEXT = "Bridge opens after nine years\n\nThe new bridge over the harbour was opened on Friday, nine years after work on it began.\n"
AGO = TEXT.replace("\n\n", "\n\nBy Jane Doe\n2 hours ago\n\n", 1)
Out = pytest.CaptureFixture[str]
Run = Callable[[Sequence[str]], int]
BOTH = pytest.mark.parametrize("run", [main, basic.run], ids=["with the extra", "without"])


@pytest.fixture(autouse=True)
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.txt").write_text(TEXT, encoding="utf-8")
    Path("ago.txt").write_text(AGO, encoding="utf-8")
    Path("in.jsonl").write_text(json.dumps({"text": TEXT}) + "\n", encoding="utf-8")
    Path("pages").mkdir()


def complaint(capsys: Out) -> str:
    """The one line on standard error."""
    captured = capsys.readouterr()
    assert (captured.err.count("\n"), captured.out) == (1, ""), captured
    return captured.err.removeprefix("newsparse: ").removesuffix("\n")


@BOTH
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([""], "an input has no name; is a variable of the shell empty? - is standard input"),
        (["help"], "help is neither a file nor a command; `newsparse --help` says what there is"),
        (["pares", "page.txt"], "pares is neither a file nor a command; did you mean `newsparse parse`?"),
        (["--language", "DE", "page.txt"], "unknown language 'DE'; did you mean de (German)?"),
        (["--language", "portuguese", "page.txt"], "unknown language 'portuguese'; did you mean pt (Portuguese)?"),
        (["page.txt", "--language", "pt-BR"], "unknown language 'pt-BR'; did you mean pt (Portuguese)?"),
        (["--publisher", "nobody", "page.txt"], "unknown publisher 'nobody': known are news.de"),
        (["page.txt", "--reference-time", "noon"], "--reference-time must be a time in ISO 8601, such as 2024-05-03T"),
        (["page.txt", "--reference-time", "2024-05-03"], "--reference-time needs the time of day, too: 2024-05-03T"),
    ],
)
def test_wrong_words_are_answered(run: Run, arguments: list[str], message: str, capsys: Out) -> None:
    assert run(arguments) == 2
    assert complaint(capsys).startswith(message)


@BOTH
def test_an_option_may_stand_first(run: Run, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    for option, value in (("--language", "en"), ("--publisher", "news.de"), ("--reference-time", "2024-05-03T10:00")):
        assert run([option, value, "page.txt"]) == 0
        assert json.loads(capfdbinary.readouterr().out)["headline"] == "Bridge opens after nine years"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["page.txt", "ago.txt"], "ago.txt is a second file; several need an extra: "),
        (["page.txt", "--format=csv"], "--format needs an extra: "),
        (["--bogus"], "there is no option --bogus; `newsparse --help` lists them"),
        (["--lang", "de", "page.txt"], "there is no option --lang; `newsparse --help` lists them"),
        (["--explain", "--no-blocks", "page.txt"], "--no-blocks leaves them out of the JSON, and --explain prints"),
        (["--explain", "page.txt", "--reference-time", "2024-05-03T10:00"], "--reference-time tells the dates in the"),
        (["."], ". is a folder; name a file in it, or, to read all, add an extra: "),
        (["pages"], "pages is a folder; name a file in it, or, to read all, add an extra: "),
        (["in.jsonl"], "in.jsonl: .jsonl holds records, not one page; reading them needs an extra: "),
        (["--explain", "in.csv.gz"], "in.csv.gz: .csv holds records, not one page; reading them needs an extra: "),
    ],
)
def test_without_the_extra_what_is_too_much_is_told_from_what_is_wrong(
    arguments: list[str], message: str, capsys: Out
) -> None:
    assert basic.run(arguments) == 2
    told = complaint(capsys)
    assert told.startswith(message)
    assert told.endswith("pip install 'newsparse[cli]'") is message.endswith("an extra: ")


def test_without_the_extra_a_command_that_can_be_done_without_says_how(capsys: Out) -> None:
    assert basic.run(["explain", "page.txt"]) == 2
    assert complaint(capsys).endswith("pip install 'newsparse[cli]'; `newsparse --explain FILE` does without")
    assert basic.run(["parse", "page.txt"]) == 2
    assert complaint(capsys).endswith("pip install 'newsparse[cli]'; for one page, `newsparse FILE` does without")


def test_without_extras_a_corpus_needs_its_own(capsys: Out) -> None:
    assert basic.run(["corpus", "in", "out"]) == 2
    assert complaint(capsys).endswith("pip install 'newsparse[corpus]'")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["parse", "page.txt", ""], "an input has no name"),
        (["parse", "page.txt", "-o", ""], "--output names nothing"),
        (["view", "page.txt", "--html", ""], "--html names nothing"),
        (["parse", "page.txt", "-f", "csv", "--blocks"], "--blocks is for json and jsonl; csv has none"),
        (["parse", "page.txt", "-o", "page.md", "--blocks"], "--blocks is for json and jsonl; markdown has none"),
        (["view", "page.txt", "--reference-time", "2024-05-03T10:00"], "--reference-time tells dates, which only the"),
        (["parse", "page.txt", "--fields", "lead", "--blocks"], "--fields says what is written, blocks too"),
        (["parse", "page.txt", "--fields", "blocks", "--no-blocks"], "--fields says what is written, blocks too"),
    ],
)
def test_options_that_would_do_nothing_or_anything_are_refused(arguments: list[str], message: str, capsys: Out) -> None:
    before = sorted(Path().iterdir())
    assert main(arguments) == 2
    assert complaint(capsys).startswith(message)
    assert sorted(Path().iterdir()) == before


def test_fields_and_blocks_may_agree(capsys: Out) -> None:
    assert main(["parse", "page.txt", "--fields", "headline,blocks", "--blocks"]) == 0
    assert main(["parse", "page.txt", "--fields", "headline", "--no-blocks"]) == 0
    assert main(["parse", "page.txt", "-f", "csv", "--no-blocks"]) == 0


@pytest.mark.parametrize("command", [["explain"], ["view"], ["case", "new"]], ids=" ".join)
def test_records_and_other_files_are_not_shown_as_a_page(command: list[str], capsys: Out) -> None:
    assert main([*command, "in.jsonl"]) == 1
    assert complaint(capsys) == "in.jsonl: .jsonl holds records, not one page; `newsparse parse` takes such files"
    Path("page.pdf").write_bytes(b"%PDF-1.4\n")
    assert main([*command, "page.pdf"]) == 1
    assert complaint(capsys).startswith("page.pdf: .pdf is not read here; make plain text of it first")


@BOTH
@pytest.mark.parametrize(
    "address", ["https://news.example/bridge.html", "http://news.example/a?page=*", "file:///a.txt"]
)
def test_an_address_is_not_taken_for_a_file(run: Run, address: str, capsys: Out) -> None:
    for arguments in ([address], ["--explain", address]):
        assert run(arguments) == 1
        told = capsys.readouterr().err.splitlines()[0]
        assert (
            told
            == f"newsparse: {address}: this is an address, and nothing is fetched; save the page first, and name its file"
        )


@BOTH
@pytest.mark.parametrize("text", [TEXT, TEXT * 50, "x\n" * 300], ids=["short", "long", "of many lines"])
def test_a_text_is_not_taken_for_a_file(run: Run, text: str, capsys: Out) -> None:
    for arguments in ([text], ["--explain", text]):
        assert run(arguments) == 1
        told = capsys.readouterr().err.splitlines()[0]
        assert told.endswith("…: this is a text, and the name of a file is asked for; send the text to standard input")
        assert len(told) < 200


@BOTH
def test_a_damaged_file_says_what_to_do(run: Run, capsys: Out) -> None:
    Path("plain.txt.gz").write_bytes(b"Bridge opens")
    assert run(["plain.txt.gz"]) == 1
    assert complaint(capsys).endswith("; if it is not compressed, take .gz off its name")
    Path("short.txt.gz").write_bytes(gzip.compress(TEXT.encode())[:-9])
    assert run(["short.txt.gz"]) == 1
    assert complaint(capsys).endswith("; it is cut short: get it anew")


@BOTH
@pytest.mark.parametrize(
    ("data", "message"),
    [
        (gzip.compress(TEXT.encode(), mtime=0), "no text; it is gzip: end its name in .gz, or unpack it first"),
        (zstandard.compress(TEXT.encode()), "no text; it is Zstandard: end its name in .zst, or unpack it first"),
        ("Brücke öffnet für Fußgänger".encode() + b"\xfc", "not utf-8 (byte 32 is 0xfc); most of it is; `iconv -c -f"),
        (
            b"Br\xfccke \xf6ffnet f\xfcr alle",
            "not utf-8 (byte 2 is 0xfc); name its encoding, such as --encoding cp1252",
        ),
        (b"%PDF-1.4\nstream", "no text; it is PDF: make plain text of it first"),
        (b"PK\x03\x04\x14\0", "no text; it is a zip archive or an office document"),
        (TEXT.encode("utf-16-le"), "not utf-8, but two bytes a character; try --encoding utf-16-le"),
        (TEXT.encode("utf-16-be"), "not utf-8, but two bytes a character; try --encoding utf-16-be"),
        (("é" + TEXT).encode("utf-16-le"), "not utf-8 (byte 0 is 0xe9); it has two bytes a character; try --encoding"),
    ],
)
def test_what_is_no_text_in_this_encoding_says_what_it_is(run: Run, data: bytes, message: str, capsys: Out) -> None:
    Path("odd.txt").write_bytes(data)
    assert run(["odd.txt"]) == 1
    assert complaint(capsys).startswith(f"odd.txt: {message}")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("text", ["\0", "a\0b\0c", "abc\0def\0" * 9, "Bridge\0opens " * 400, "PK", "%PDF"])
def test_text_with_zeros_in_it_is_read_in_its_own_encoding(
    encoding: str, text: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    Path("zeros.txt").write_bytes(text.encode(encoding))
    if encoding == "utf-8" and text == "a\0b\0c":  # UTF-16, whatever it says
        return
    assert main(["zeros.txt", "--encoding", encoding]) == 0
    article = newsparse.Article.from_json(capfdbinary.readouterr().out.decode())
    assert article == newsparse.parse(text)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'{"text": "x"}\n' * 9, None),
        (
            gzip.compress(b'{"text": "x"}\n' * 99, mtime=0),
            "no text; it is gzip: end its name in .gz, or unpack it first",
        ),
        (b'{"text": "x"}\n'.decode().encode("utf-16") * 9, "not utf-8; its byte-order mark says --encoding utf-16"),
        ('{"text": "x"}\n'.encode("utf-16-le") * 9, "not utf-8, but two bytes a character; try --encoding utf-16-le"),
    ],
)
def test_a_file_of_records_that_is_none_is_told_once(data: bytes, message: str | None, capsys: Out) -> None:
    Path("odd.jsonl").write_bytes(data)
    status = main(["parse", "odd.jsonl", "--quiet", "-o", "out.jsonl"])
    assert (status, capsys.readouterr().err) == ((1, f"newsparse: odd.jsonl: {message}\n") if message else (0, ""))


def test_an_article_to_compare_with_that_is_compressed_is_told(capsys: Out) -> None:
    Path("before.json").write_bytes(gzip.compress(newsparse.parse(TEXT).to_json().encode()))
    assert main(["view", "page.txt", "--against", "before.json"]) == 1
    assert complaint(capsys) == "before.json: not JSON in UTF-8; `newsparse parse FILE` writes such a file"


@BOTH
def test_the_time_when_a_page_was_fetched_tells_its_date(run: Run, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["ago.txt"]) == 0
    assert json.loads(capfdbinary.readouterr().out)["published"] is None
    assert run(["ago.txt", "--reference-time", "2024-05-03T10:00+02:00"]) == 0
    assert json.loads(capfdbinary.readouterr().out)["published"] == "2024-05-03T08:00:00+02:00"


def test_the_time_reaches_every_process_and_the_page_of_view(capsys: Out) -> None:
    Path("many.jsonl").write_text(f"{json.dumps({'text': AGO})}\n" * 3, encoding="utf-8")
    time = ["--reference-time", "2024-05-03T10:00"]
    assert main(["parse", "many.jsonl", *time, "--fields", "published", "--processes", "2", "-o", "out.jsonl"]) == 0
    rows = [json.loads(line) for line in Path("out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["article"] for row in rows] == [{"published": "2024-05-03T08:00:00"}] * 3
    assert main(["view", "ago.txt", "--html", "page.html", *time]) == 0
    assert "2024-05-03" in Path("page.html").read_text(encoding="utf-8")


@BOTH
def test_no_text_commands_the_terminal(run: Run, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    Path("page.txt").write_text("Bridge \x1b[31mopens \x1b]0;mine\x07now \x9b2J\n\n" + TEXT, encoding="utf-8")
    assert run(["--explain", "page.txt"]) == 0
    shown = capfdbinary.readouterr().out.decode()
    assert "Bridge ␛[31mopens ␛]0;mine␇now �2J" in shown
    assert {character for character in shown if ord(character) < 32} == {"\n"}


@pytest.mark.skipif(sys.platform == "win32", reason="other pipes")
@pytest.mark.parametrize("arguments", [["--help"], ["parse", "--help"], ["view", "many.txt"]], ids=" ".join)
def test_a_reader_that_has_had_enough_is_no_error(arguments: list[str]) -> None:
    Path("many.txt").write_text(TEXT * 2000, encoding="utf-8")
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "newsparse", *arguments]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")
