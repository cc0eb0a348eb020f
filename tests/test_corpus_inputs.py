"""Which files are read, and how they are unpacked."""

from __future__ import annotations

import errno
import gzip
import io
import os
from pathlib import Path

import pytest

from newsparse.corpus.inputs import find_inputs
from newsparse.corpus.packed import unpacked
from newsparse.corpus.records import CorpusError
from tests.corpus_files import (
    SETTINGS,
    json_lines,
    page,
    read_to_error,
    rows,
    run,
    texts,
    zstd,
)


@pytest.mark.parametrize("suffix", ["", ".gz", ".zst"])
def test_files_are_found_by_their_names_and_unpacked(tmp_path: Path, suffix: str) -> None:
    data = json_lines(rows([1, 2]))
    packed = {"": data, ".gz": gzip.compress(data) + gzip.compress(b"\n"), ".zst": zstd(data) + zstd(b"\n")}
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / f"pages.JSONL{suffix}").write_bytes(packed[suffix])
    (tmp_path / "README.md").write_text("not a page")
    [item] = find_inputs([tmp_path])
    assert item.name == f"below/pages.JSONL{suffix}" and item.key.startswith("pages-")
    with item.opened() as (_, stream):
        assert texts(item.reader(stream, SETTINGS)) == [page(1), page(2)]


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_a_packed_file_cut_off_says_where_and_keeps_the_records_before(tmp_path: Path, suffix: str) -> None:
    data = json_lines({**row, "text": row["text"] * 5} for row in rows(range(3000)))
    packed = gzip.compress(data) if suffix == ".gz" else zstd(data)
    (tmp_path / f"a.jsonl{suffix}").write_bytes(packed[: len(packed) * 9 // 10])
    [item] = find_inputs([tmp_path])
    with item.opened() as (_, stream):
        found, error = read_to_error(item.reader(stream, SETTINGS))
    assert found and error.record == len(found) + 1
    cut = "Compressed file ended before the end-of-stream marker was reached"
    assert error.reason in ("Truncated compressed stream", cut)


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_a_packed_file_that_lacks_its_last_bytes_gives_every_whole_line(tmp_path: Path, suffix: str) -> None:
    data = json_lines(rows(range(1000)))
    (tmp_path / f"a.jsonl{suffix}").write_bytes((gzip.compress(data) if suffix == ".gz" else framed(data))[:-4])
    [item] = find_inputs([tmp_path])
    with item.opened() as (raw, stream):
        found, error = read_to_error(item.reader(stream, SETTINGS))
        assert raw.tell()
    assert texts(iter(found)) == [page(number) for number in range(1000)]
    assert (error.record, error.offset) == (1001, len(data))


def framed(data: bytes) -> bytes:
    """Zstandard with an end of its own: what is cut from it is no data."""
    return zstd(data) + zstd(b"\n")


def test_a_packed_csv_cut_off_says_where(tmp_path: Path) -> None:
    data = b"text\n" + b"".join(b"row %d\n" % number for number in range(100_000))
    (tmp_path / "a.csv.gz").write_bytes(gzip.compress(data)[:100_000])
    [item] = find_inputs([tmp_path])
    with item.opened() as (_, stream):
        found, error = read_to_error(item.reader(stream, SETTINGS))
    assert error.record == len(found) + 1 and error.offset == data.index(b"row %d\n" % len(found))


@pytest.mark.parametrize(
    ("names", "given", "message"),
    [
        ([], "missing.jsonl", "missing.jsonl: no such file or folder"),
        (["a.txt"], "a.txt", r"a.txt: unknown format; known formats: .parquet .jsonl"),
        (["a.txt"], ".", "no file to read below this folder"),
    ],
)
def test_inputs_that_cannot_be_read_are_named(tmp_path: Path, names: list[str], given: str, message: str) -> None:
    for name in names:
        (tmp_path / name).touch()
    with pytest.raises(CorpusError, match=message):
        find_inputs([tmp_path / given])


def test_two_inputs_of_one_name_are_refused_and_the_same_one_twice_is_one(tmp_path: Path) -> None:
    for folder in "ab":
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.jsonl").touch()
    assert len(find_inputs([tmp_path / "a", tmp_path / "a" / "x.jsonl"])) == 1
    assert len(find_inputs([tmp_path])) == 2
    with pytest.raises(CorpusError, match=r"both called x\.jsonl: give a folder above both"):
        find_inputs([tmp_path / "a", tmp_path / "b"])


def test_what_is_hidden_or_in_the_output_is_no_input(tmp_path: Path) -> None:
    names = ["a.jsonl", "below/b.jsonl", ".git/c.jsonl", "below/_half.jsonl", "_d/e.jsonl", "out/f.jsonl", ".g.csv"]
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert [item.name for item in find_inputs([tmp_path], tmp_path / "out")] == ["a.jsonl", "below/b.jsonl"]
    assert [item.name for item in find_inputs(tmp_path.iterdir(), tmp_path / "out")[:1]] == [".g.csv"]
    assert [item.name for item in find_inputs([tmp_path / "_d"])] == ["e.jsonl"]
    assert find_inputs([], tmp_path / "out") == []
    with pytest.raises(CorpusError, match="nothing to read but the corpus itself"):
        find_inputs([tmp_path / "out", tmp_path / "out" / "f.jsonl"], tmp_path / "out")


def test_folders_that_cannot_be_read_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "shut").mkdir()
    for name in ["a.jsonl", "shut/b.jsonl", "c.jsonl"]:
        (tmp_path / name).touch()
    scandir, is_file = os.scandir, Path.is_file

    def scan(path: str) -> object:
        if path.endswith("shut"):
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return scandir(path)

    def look(path: Path) -> bool:
        if path.name == "c.jsonl":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return is_file(path)

    monkeypatch.setattr(os, "scandir", scan)
    monkeypatch.setattr(Path, "is_file", look)
    unseen: list[OSError] = []
    assert [item.name for item in find_inputs([tmp_path], None, unseen.append)] == ["a.jsonl"]
    assert sorted(str(error.filename) for error in unseen) == [str(tmp_path / "c.jsonl"), str(tmp_path / "shut")]
    with pytest.raises(CorpusError, match="shut: Permission denied"):
        find_inputs([tmp_path / "shut"])


def test_all_blocks_of_zstandard_before_a_cut_are_unpacked() -> None:
    data = b"".join(b"%x\n" % (number**9) for number in range(40_000))
    stream = unpacked(io.BytesIO(zstd(data)[:-1]), "zstd")
    found = []
    with pytest.raises(OSError, match="Truncated"):
        while line := stream.readline():
            found.append(line)
    whole = b"".join(found)
    assert data.startswith(whole) and len(data) - len(whole) <= 1 << 17  # a block, of which nothing can be told


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.csv.zst", "a.warc.gz"])
def test_a_compressed_file_of_no_bytes_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    [failure] = run(tmp_path / name, tmp_path / "out", processes=1).failures
    assert failure["file"] == name and failure["error"].startswith("empty, which no file of ")


def test_links_that_lead_nowhere_and_pipes_are_named(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.jsonl").touch()
    (tmp_path / "in" / "loop.jsonl").symlink_to(tmp_path / "in" / "loop.jsonl")
    (tmp_path / "in" / "gone.jsonl").symlink_to(tmp_path / "gone")
    (tmp_path / "in" / "gone.txt").symlink_to(tmp_path / "gone")
    (tmp_path / "in" / "up").symlink_to(tmp_path / "in")
    os.mkfifo(tmp_path / "in" / "pipe.jsonl")
    unseen: list[OSError] = []
    assert [item.name for item in find_inputs([tmp_path / "in"], tmp_path / "out", unseen.append)] == ["a.jsonl"]
    assert {Path(error.filename).name: error.errno for error in unseen} == {
        "gone.jsonl": errno.ENOENT,
        "loop.jsonl": errno.ELOOP,
        "pipe.jsonl": errno.EINVAL,
    }
    for name, message in [("loop", "no such file"), ("gone", "no such file"), ("pipe", "neither a file nor a folder")]:
        with pytest.raises(CorpusError, match=message):
            find_inputs([tmp_path / "in" / f"{name}.jsonl"], tmp_path / "out")
