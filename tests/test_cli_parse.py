"""`newsparse parse`: what it reads, what it writes, and what it says of what it cannot read."""

from __future__ import annotations

import csv
import errno
import gzip
import io
import json
import os
import sys
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
import zstandard

import newsparse
from newsparse.cli import main, pool
from newsparse.cli.items import Item
from newsparse.cli.pool import in_order
from newsparse.cli.render import DOCUMENTS, JSON_FIELDS, Format, Settings
from newsparse.cli.sources import Kind
from newsparse.formats import to_markdown

Out = pytest.CaptureFixture[str]


def text(number: int) -> str:
    return f"Bridge number {number} opens after nine years\n\nThe new bridge over the harbour was opened on Friday, nine years after work on it began.\n"


@pytest.fixture(autouse=True)
def inputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page, a folder of three with something else in it, and three records in each form."""
    monkeypatch.chdir(tmp_path)
    Path("page.txt").write_text(text(0), encoding="utf-8")
    Path("pages/deep").mkdir(parents=True)
    for number, name in enumerate(("a.txt", "b.txt", "deep/c.md"), 1):
        Path("pages", name).write_text(text(number), encoding="utf-8")
    Path("pages/picture.jpg").write_bytes(b"\xff\xd8")
    Path("pages/.hidden.txt").write_text(text(9), encoding="utf-8")
    records = [{"id": number, "text": text(number)} for number in (1, 2, 3)]
    lines = "".join(json.dumps(record) + "\n" for record in records)
    Path("in.jsonl").write_text(lines, encoding="utf-8-sig")
    Path("in.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    frame = zstandard.ZstdCompressor().compress
    Path("in.jsonl.zst").write_bytes(frame(lines[:400].encode()) + frame(lines[400:].encode()))
    with Path("in.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, ["id", "text"], delimiter=";")
        table.writeheader()
        table.writerows(records)


def headlines(output: str) -> list[str]:
    return [json.loads(line)["article"]["headline"] for line in output.splitlines()]


def numbered(*numbers: int) -> list[str]:
    return [f"Bridge number {number} opens after nine years" for number in numbers]


@pytest.mark.parametrize(
    ("arguments", "numbers"),
    [
        (["pages"], (1, 2, 3)),
        (["pages/*.txt"], (1, 2)),
        (["pages/**/*.md", "page.txt"], (3, 0)),
        (["page.txt", "--format", "jsonl"], (0,)),
        (["in.jsonl"], (1, 2, 3)),
        (["in.jsonl.gz"], (1, 2, 3)),
        (["in.jsonl.zst"], (1, 2, 3)),
        (["in.csv", "pages/a.txt"], (1, 2, 3, 1)),
        (["in.jsonl.gz", "--processes", "2"], (1, 2, 3)),
    ],
)
def test_every_kind_of_input_is_read_in_order(arguments: list[str], numbers: tuple[int, ...], capsys: Out) -> None:
    assert main(["parse", *arguments]) == 0
    assert headlines(capsys.readouterr().out) == numbered(*numbers)


def test_records_are_read_from_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: Out) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(Path("in.jsonl").read_bytes())))
    assert main(["parse", "-", "--input-format", "jsonl"]) == 0
    assert headlines(capsys.readouterr().out) == numbered(1, 2, 3)


def test_html_is_turned_into_text_first(capsys: Out) -> None:
    headline, paragraph = text(4).strip().split("\n\n")
    Path("page.html").write_text(f"<main><h1>{headline}</h1><p>{paragraph}</p></main>", encoding="utf-8")
    assert main(["parse", "page.html", "--fields", "headline"]) == 0
    assert json.loads(capsys.readouterr().out)["headline"] == headline


def test_a_record_keeps_its_other_columns_and_a_file_its_name(capsys: Out) -> None:
    assert main(["parse", "in.jsonl", "pages/a.txt", "--fields", "language,text"]) == 0
    rows = list(map(json.loads, capsys.readouterr().out.splitlines()))
    article = newsparse.parse(text(1))
    assert rows[0] == {"id": 1, "article": {"language": "en", "text": article.text}}
    assert rows[3] == {"file": "pages/a.txt", "article": {"language": "en", "text": article.text}}


def test_a_record_of_text_alone_gets_its_place(capsys: Out) -> None:
    Path("bare.jsonl").write_text("\n" + json.dumps({"text": text(1)}), encoding="utf-8")
    assert main(["parse", "bare.jsonl", "--fields", "headline"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "file": "bare.jsonl",
        "line": 2,
        "article": {"headline": numbered(1)[0]},
    }


def test_rows_hold_what_from_dict_takes(capsys: Out) -> None:
    assert main(["parse", "in.jsonl", "--blocks"]) == 0
    first = json.loads(capsys.readouterr().out.splitlines()[0])["article"]
    assert newsparse.Article.from_dict(first) == newsparse.parse(text(1))


def test_several_articles_as_json_are_one_list() -> None:
    assert main(["parse", "pages", "-o", "all.json"]) == 0
    assert [row["file"] for row in json.loads(Path("all.json").read_text())] == [
        "pages/a.txt",
        "pages/b.txt",
        "pages/deep/c.md",
    ]


def test_a_table_has_the_columns_of_the_records_and_none_that_compute(capsys: Out) -> None:
    Path("in.csv").write_text(f'id,language,body\n=1+1,xx,"{text(1)}"\n', encoding="utf-8")
    assert main(["parse", "in.csv", "--text-column", "body", "-f", "csv", "--fields", "headline,language"]) == 0
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert row == {"id": "'=1+1", "source_language": "xx", "headline": numbered(1)[0], "language": "en"}


@pytest.mark.parametrize("format_", Format, ids=lambda format_: format_.value)
def test_every_format_goes_to_standard_output(format_: Format, capsys: Out) -> None:
    assert main(["parse", "page.txt", "--format", format_.value]) == 0
    assert numbered(0)[0] in capsys.readouterr().out


@pytest.mark.parametrize("format_", [*DOCUMENTS, Format.JSON], ids=lambda format_: format_.value)
def test_a_folder_gets_a_file_for_each_article(format_: Format) -> None:
    assert main(["parse", "pages", "in.jsonl", "--output", "out", "--format", format_.value]) == 0
    written = sorted(path for path in Path("out").rglob("*") if path.is_file())
    assert [path.name.partition(".")[0] for path in written] == ["a", "b", "c", "in-1", "in-2", "in-3"]
    assert all("Bridge number" in path.read_text() for path in written)
    assert Path("out/deep").is_dir()


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz", "out.jsonl.zst", "out.csv", "out.md", "out.ninjs.json"])
def test_the_name_of_the_output_says_what_it_is(name: str) -> None:
    assert main(["parse", "page.txt", "-o", name]) == 0
    data = Path(name).read_bytes()
    if name.endswith(".gz"):
        data = gzip.decompress(data)
    if name.endswith(".zst"):
        data = zstandard.ZstdDecompressor().decompressobj().decompress(data)
    if name == "out.md":
        assert data.decode() == to_markdown(newsparse.parse(text(0))).rstrip("\n") + "\n"
    elif name == "out.ninjs.json":
        assert json.loads(data)["standard"]["name"] == "ninjs"
    elif name == "out.csv":
        assert data.startswith(b"file,headline,kicker,")
    else:
        assert headlines(data.decode()) == numbered(0)


def test_all_of_a_bad_file_is_told_line_by_line_and_the_rest_goes_on(capsys: Out) -> None:
    good = json.dumps({"id": 1, "text": text(1)}).encode()
    bad = [
        b"not json",
        b'{"id": 3, "body": "x"}',
        b"[1]",
        b'{"text": null}',
        b'{"text": "f\xfcr"}',
        b'{"text": "", "a": NaN}',
    ]
    bad += [b'{"article": 1, "text": "x"}', b'{"a": 1e999, "text": ""}', b"[" * 100_000]
    Path("bad.jsonl").write_bytes(b"\n".join([*bad, good]))
    assert main(["parse", "missing.txt", "bad.jsonl", "in.csv"]) == 1
    captured = capsys.readouterr()
    assert headlines(captured.out) == numbered(1, 1, 2, 3)
    assert captured.err.splitlines() == [
        "newsparse: missing.txt: No such file or directory; check its name",
        "newsparse: bad.jsonl:1: not JSON (Expecting value, column 1)",
        "newsparse: bad.jsonl:2: no column 'text' (it has id, body); name the one with the text with --text-column",
        "newsparse: bad.jsonl:3: each line must be a JSON object, {...}",
        "newsparse: bad.jsonl:4: column 'text' must hold text, not null",
        "newsparse: bad.jsonl:5: not utf-8 (a byte is 0xfc); name its encoding, such as --encoding cp1252",
        "newsparse: bad.jsonl:6: not JSON that can be read (JSON has no number NaN)",
        "newsparse: bad.jsonl:7: the record has a column 'article' already, which the result would replace; rename it",
        "newsparse: bad.jsonl:8: ValueError: Out of range float values are not JSON compliant",
        "newsparse: bad.jsonl:9: not JSON that can be read (maximum recursion depth exceeded while decoding a JSON array from a unicode string)",
        "newsparse: 10 of 14 inputs failed",
    ]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.csv", b"id;body\n1;x\n", "a.csv:1: no column 'text' (it has id, body); name the one with the text"),
        ("a.csv", b"id,text\n1,x,y\n", "a.csv:2: 3 cells, but the header has 2; quote cells that hold a delimiter"),
        ("a.csv", b"id,text,id\n1,x,y\n", "a.csv:1: two columns named 'id'; rename one"),
        ("a.csv", b"", "a.csv:1: no column 'text' (it has no header)"),
        ("a.txt.bz2", b"BZh9", "a.txt.bz2: .bz2 is not read here; unpack it first"),
        ("a.pdf", b"%PDF", "a.pdf: .pdf is not read here; make plain text of it first"),
        ("a.json", b"{}", "a.json: .json is not read here; give JSON Lines"),
        ("a.jsonl.gz", b"plain", "a.jsonl.gz:1: Not a gzipped file"),
        ("a.jsonl.gz", gzip.compress(b"{}\n" * 9, mtime=0)[:12], "a.jsonl.gz:1: Compressed file ended before the end"),
        ("a.jsonl.zst", b"plain", "a.jsonl.zst:1: not Zstandard"),
        ("a.txt.zst", zstandard.compress(b"{}\n" * 99)[:-2], "a.txt.zst: Compressed file ended before the end"),
        (
            "a.jsonl",
            '{"text": "x"}'.encode("utf-16"),
            "a.jsonl: not utf-8; its byte-order mark says --encoding utf-16\n",
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_named(name: str, data: bytes, message: str, capsys: Out) -> None:
    Path(name).write_bytes(data)
    assert main(["parse", name, "--quiet"]) == 1
    assert capsys.readouterr().err.startswith(f"newsparse: {message}")


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (
            ["empty"],
            1,
            "empty: no .txt, .text, .md, .jsonl, .ndjson, .csv, .tsv, .html, .htm file in this folder; to read",
        ),
        (["empty", "--input-format", "text"], 1, "empty: no file in this folder"),
        (["*.foo"], 1, "*.foo: no file matches this pattern"),
        (["in.jsonl", "-o", "in.jsonl", "--force"], 2, "in.jsonl is an input, too"),
        (["page.txt", "-o", "pages/a.txt"], 1, "pages/a.txt is there already; --force overwrites it"),
        (["page.txt", "-o", "none/a.json"], 1, "none/a.json: No such file or directory"),
        (["pages", "-f", "markdown"], 2, "markdown holds one article a file: name a folder, --output FOLDER/"),
        (["pages", "-f", "jsonl", "-o", "out/"], 2, "jsonl holds all articles in one file"),
        (["page.txt", "-o", "out.xml"], 2, "no format has the suffix .xml of out.xml; name one, such as --format json"),
        (["page.txt", "--fields", "nope"], 2, "unknown field 'nope': json has headline, kicker, lead"),
        (["page.txt", "--fields", ","], 2, "--fields names none"),
        (["page.txt", "--fields", "lead", "-f", "html"], 2, "--fields picks columns of json, jsonl and csv"),
        (["page.txt", "--resume"], 2, "--resume needs --output"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(arguments: list[str], status: int, message: str, capsys: Out) -> None:
    Path("empty").mkdir()
    before = {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    assert main(["parse", *arguments, "--quiet"]) == status
    captured = capsys.readouterr()
    assert captured.err.startswith(f"newsparse: {message}")
    assert captured.err.count("\n") == 1
    assert captured.out == ""
    assert {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("arguments", [["--format", "xml"], ["--nope"], ["page.txt", "--processes", "0"]])
def test_wrong_usage_has_a_status_of_its_own(arguments: list[str], capsys: Out) -> None:
    assert main(["parse", *arguments]) == 2
    assert "newsparse parse -h" in capsys.readouterr().err


def test_a_folder_that_cannot_be_read_does_not_stop_the_others(monkeypatch: pytest.MonkeyPatch, capsys: Out) -> None:
    def scandir(path: Path) -> Any:
        if path.name == "deep":
            raise PermissionError(13, "Permission denied")
        return scan(path)

    scan = os.scandir
    monkeypatch.setattr("newsparse.cli.sources.os.scandir", scandir)
    assert main(["parse", "pages"]) == 1
    captured = capsys.readouterr()
    assert headlines(captured.out) == numbered(1, 2)
    assert "pages/deep: Permission denied" in captured.err


def test_two_inputs_never_share_an_output(capsys: Out) -> None:
    Path("pages/a.md").write_text(text(7), encoding="utf-8")
    assert main(["parse", "pages", "-o", "out/"]) == 1
    assert "out/a.json is the output of another input already" in capsys.readouterr().err


def test_articles_in_a_folder_are_kept_unless_forced(capsys: Out) -> None:
    Path("out").mkdir()
    Path("out/b.json").write_text("by hand", encoding="utf-8")
    assert main(["parse", "pages", "-o", "out/"]) == 1
    assert "pages/b.txt: out/b.json is there already; --force overwrites it, --resume leaves" in capsys.readouterr().err
    assert main(["parse", "pages", "-o", "out/", "--resume"]) == 0
    assert Path("out/b.json").read_text() == "by hand"
    assert main(["parse", "pages", "-o", "out/", "--force"]) == 0
    assert Path("out/b.json").read_text() == Path("out/a.json").read_text().replace("number 1", "number 2")


def test_a_run_reads_nothing_of_its_own_output(capsys: Out) -> None:
    for _ in range(2):
        assert main(["parse", "pages", "-o", "pages/out/", "-f", "text", "--force"]) == 0
    assert len(list(Path("pages/out").rglob("*.txt"))) == 3


def test_a_rule_that_raises_fails_its_page_only(monkeypatch: pytest.MonkeyPatch, capsys: Out) -> None:
    def parse(page: str, **_: Any) -> newsparse.Article:
        if "number 2" in page:
            raise KeyError("a bug")
        return newsparse.parse(page)

    monkeypatch.setattr("newsparse.cli.render.parse", parse)
    assert main(["parse", "in.jsonl", "--processes", "1"]) == 1
    captured = capsys.readouterr()
    assert headlines(captured.out) == numbered(1, 3)
    assert "in.jsonl:2: KeyError: 'a bug'" in captured.err


def test_many_records_come_out_in_order_from_several_processes() -> None:
    numbers = range(pool.BATCH_ITEMS * 3 + 1)
    lines = (json.dumps({"id": number, "text": text(number) * (1 + number % 5)}) for number in numbers)
    Path("many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert main(["parse", "many.jsonl", "-o", "two.jsonl", "--processes", "2"]) == 0
    assert main(["parse", "many.jsonl", "-o", "one.jsonl", "--processes", "1"]) == 0
    assert Path("two.jsonl").read_bytes() == Path("one.jsonl").read_bytes()
    assert [json.loads(line)["id"] for line in Path("two.jsonl").read_text().splitlines()] == list(numbers)


@pytest.mark.parametrize("processes", [1, 2])
def test_no_more_is_read_ahead_than_keeps_the_workers_busy(processes: int) -> None:
    read = 0

    def endless() -> Iterator[Item]:
        nonlocal read
        while True:
            read += 1
            yield Item(f"in.jsonl:{read}", kind=Kind.JSONL, data=json.dumps({"text": text(1)}))

    ahead = pool.BATCH_ITEMS * pool.UNDER_WAY * processes
    with closing(in_order(endless(), Settings(Format.TEXT), processes)) as outcomes:
        for done, _ in enumerate(islice(outcomes, 3 * ahead)):
            assert read - done <= ahead


def test_rows_can_hold_every_attribute(capsys: Out) -> None:
    assert main(["parse", "page.txt", "--fields", ",".join(JSON_FIELDS)]) == 0
    assert tuple(json.loads(capsys.readouterr().out)) == JSON_FIELDS


def test_a_lone_surrogate_is_escaped(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    Path("odd.jsonl").write_text('{"id": "\\udc01", "text": "a \\ud800"}\n', encoding="utf-8")
    for format_ in ("jsonl", "csv"):
        assert main(["parse", "odd.jsonl", "-f", format_]) == 0
        assert b"\\udc01" in capfdbinary.readouterr().out


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_device_is_written_into_and_never_replaced(capsys: Out) -> None:
    assert main(["parse", "page.txt", "-o", "/dev/null"]) == 0
    assert Path("/dev/null").is_char_device()
    assert main(["parse", "page.txt", "-o", "/dev/full"]) == 1
    assert "No space left on device" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("number", "message"),
    [
        (
            errno.ENOSPC,
            [
                "newsparse: out/a.json: No space left on device; make room, or name another place; the files that are there are whole: "
            ],
        ),
        (errno.ENAMETOOLONG, [f"newsparse: pages/{name}.txt: out/{name}.json: File name too long" for name in "ab"]),
    ],
)
def test_a_file_that_cannot_be_written_leaves_nothing_half_done(
    number: int, message: list[str], monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    def write_bytes(path: Path, data: bytes) -> int:
        path.touch()
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "write_bytes", write_bytes)
    assert main(["parse", "pages/*.txt", "-o", "out/", "--quiet"]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert [line[: len(start)] for line, start in zip(lines, message, strict=True)] == message
    assert not list(Path("out").iterdir())


def test_a_column_that_a_table_lacks_fails_its_record(capsys: Out) -> None:
    Path("odd.jsonl").write_text('{"id": 1, "text": ""}\n{"id": 2, "text": "", "extra": [1]}\n', encoding="utf-8")
    assert main(["parse", "odd.jsonl", "-f", "csv", "--fields", "lead"]) == 1
    captured = capsys.readouterr()
    assert captured.out == "id,lead\n1,\n"
    assert "odd.jsonl:2: column 'extra' is not among those of the first row, which the table has" in captured.err
