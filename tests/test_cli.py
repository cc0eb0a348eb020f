"""The command line: one page in, with and without the extra; explanations, tables, cases."""

from __future__ import annotations

import gzip
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import newsparse
from newsparse.cli import basic, main
from newsparse.cli.case import read_case, write_case

TEXT = "Bridge opens after nine years\n\nThe new bridge over the harbour was opened on Friday, nine years after work on it began.\n"
Run = Callable[[Sequence[str]], int]
BOTH = pytest.mark.parametrize("run", [main, basic.run], ids=["with the extra", "without"])


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = Path("page.txt")
    path.write_text(TEXT, encoding="utf-8")
    return path


def stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


@BOTH
def test_a_file_comes_out_as_json(run: Run, page: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run([str(page)]) == 0
    assert newsparse.Article.from_dict(json.loads(capfdbinary.readouterr().out)) == newsparse.parse(TEXT)


@BOTH
def test_blocks_can_be_left_out(run: Run, page: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["--no-blocks", str(page)]) == 0
    assert "blocks" not in json.loads(capfdbinary.readouterr().out)


@BOTH
def test_standard_input_is_read(
    run: Run, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    stdin(monkeypatch, TEXT.encode())
    assert run([]) == 0
    assert json.loads(capfdbinary.readouterr().out)["headline"] == "Bridge opens after nine years"


@BOTH
def test_each_line_is_explained(run: Run, page: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["--explain", str(page)]) == 0
    assert capfdbinary.readouterr().out.decode() == f"{newsparse.explain(TEXT)}\n"


@BOTH
@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["missing.txt"], 1, "missing.txt: No such file"),
        (["latin.txt"], 1, "latin.txt: not utf-8 (byte 1 is 0xfc); name its encoding, such as --encoding cp1252"),
        (["marked.txt"], 1, "not utf-8 (byte 0 is 0xff); its byte-order mark says --encoding utf-16"),
        (["latin.txt", "--encoding", "klingon"], 2, "unknown encoding 'klingon': try utf-8"),
        (["page.txt", "--language", "xx"], 2, "unknown language 'xx': known are af, "),
        (["page.txt", "--publisher", "xx"], 2, "unknown publisher 'xx': known are "),
        (["--explain", "page.txt", "--language", "xx"], 2, "unknown language 'xx': known are af, "),
    ],
)
def test_what_goes_wrong_is_said_in_one_line(
    run: Run, arguments: list[str], status: int, message: str, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("latin.txt").write_bytes("für".encode("latin-1"))
    Path("marked.txt").write_bytes("für".encode("utf-16"))
    assert run(arguments) == status
    error = capsys.readouterr().err
    assert message in error
    assert error.count("\n") == 1


def test_without_the_extra_a_command_says_what_it_needs(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert basic.run(["parse", str(page)]) == 2
    assert "pip install 'newsparse[cli]'" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["page.txt", "other.txt"], ["page.txt", "--format", "csv"]])
def test_without_the_extra_options_say_what_they_need(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert basic.run(arguments) == 2
    assert "pip install 'newsparse[cli]'" in capsys.readouterr().err


@BOTH
def test_a_compressed_page_is_explained(run: Run, page: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    Path("page.txt.gz").write_bytes(gzip.compress(page.read_bytes()))
    assert run(["--explain", "page.txt.gz"]) == 0
    assert capfdbinary.readouterr().out.decode() == f"{newsparse.explain(TEXT)}\n"


@BOTH
def test_html_is_turned_into_text_first(
    run: Run, page: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    headline, paragraph = TEXT.strip().split("\n\n")
    Path("page.html").write_text(f"<main><h1>{headline}</h1><p>{paragraph}</p></main>", encoding="utf-8")
    assert run(["--explain", "page.html"]) == 0
    assert "<p>" not in capfdbinary.readouterr().out.decode()
    monkeypatch.setitem(sys.modules, "resiliparse.extract.html2text", None)
    assert run(["page.html"]) == 1
    error = capfdbinary.readouterr().err
    assert error.startswith(b"newsparse: page.html: HTML needs resiliparse: ")
    assert error.endswith(b"pip install 'newsparse[html]'\n")


def test_without_the_extra_nothing_of_it_is_imported(page: Path) -> None:
    code = (
        "import sys; sys.modules.update(dict.fromkeys(['typer', 'rich', 'zstandard']));"
        "from newsparse.cli import basic; sys.exit(basic.run(['page.txt']))"
    )
    assert b"Bridge opens" in subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout


def test_a_misspelt_command_is_named(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["langages"]) == 2
    assert "did you mean `newsparse languages`?" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--help"], ["parse", "--help"], ["explain", "-h"], ["case", "new", "--help"]])
def test_help_teaches_by_example(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 0
    assert "Examples" in capsys.readouterr().out


@BOTH
def test_the_version_is_told(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        assert run(["--version"]) == 0
    except SystemExit as end:
        assert end.code == 0
    assert capsys.readouterr().out == f"newsparse {version('newsparse')}\n"


def test_languages_and_publishers_are_listed(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["languages"]) == 0
    assert b"de\tGerman\n" in capfdbinary.readouterr().out
    assert main(["publishers"]) == 0
    assert capfdbinary.readouterr().out.startswith(b"news.de\t")


def test_a_case_is_made_of_a_page(page: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["case", "new", str(page), "-o", "made.case"]) == 0
    case = read_case(Path("made.case"))
    assert case.text.strip() == TEXT.strip()
    assert case.roles == ("headline", "paragraph")
    assert main(["case", "new", str(page)]) == 0
    assert capfdbinary.readouterr().out == Path("made.case").read_bytes()


def test_a_case_is_not_overwritten_unless_forced(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("made.case").write_text("corrected by hand", encoding="utf-8")
    assert main(["case", "new", str(page), "-o", "made.case"]) == 1
    assert capsys.readouterr().err == "newsparse: made.case is there already; --force overwrites it\n"
    assert Path("made.case").read_text(encoding="utf-8") == "corrected by hand"
    assert main(["case", "new", str(page), "-o", "made.case", "--force"]) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("arguments", [["page.txt"], ["parse", "page.txt", "-f", "csv"], ["explain", "page.txt"]])
def test_a_full_disk_is_told_in_one_line(arguments: list[str], page: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "newsparse", *arguments], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, done.stderr) == (
        1,
        b"newsparse: standard output: No space left on device; make room, or name another place\n",
    )


@pytest.mark.skipif(sys.platform == "win32", reason="other pipes")
def test_a_closed_pipe_is_quiet(page: Path) -> None:
    Path("many.jsonl").write_text(f"{json.dumps({'text': TEXT})}\n" * 200, encoding="utf-8")
    command = [sys.executable, "-m", "newsparse", "parse", "many.jsonl", "--blocks", "--processes", "1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        (
            ["parse", "many.jsonl", "bad.txt", "-o", "out.jsonl", "--processes", "1"],
            ["40 articles", "/s", "bad.txt: not"],
        ),
        (["explain", "page.txt"], ["\x1b[", "Bridge opens"]),
        (["languages"], ["German", "│"]),
        ([], ["Examples"]),
    ],
)
def test_a_terminal_gets_colours_tables_and_a_bar(arguments: list[str], shown: list[str], page: Path) -> None:
    import pty

    Path("many.jsonl").write_text(f"{json.dumps({'text': TEXT})}\n" * 39, encoding="utf-8")
    Path("bad.txt").write_bytes(b"f\xfcr")
    child, terminal = pty.fork()
    if not child:
        os.environ.update(TERM="xterm-256color", COLUMNS="120")
        os.environ.pop("NO_COLOR", None)
        os.execv(sys.executable, [sys.executable, "-m", "newsparse", *arguments])
    seen = b""
    try:
        while data := os.read(terminal, 4096):
            seen += data
    except OSError:  # how Linux tells that the other side is closed
        pass
    os.waitpid(child, 0)
    assert all(part in seen.decode() for part in shown), seen


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("newsparse pa", "parse"),
        ("newsparse parse --language d", "de"),
        ("newsparse parse --fields lead,he", "headline"),
    ],
)
def test_the_shell_completes(line: str, wanted: str) -> None:
    environment = os.environ | {
        "_NEWSPARSE_COMPLETE": "complete_bash",
        "COMP_WORDS": line,
        "COMP_CWORD": str(line.count(" ")),
    }
    done = subprocess.run([sys.executable, "-m", "newsparse"], env=environment, capture_output=True, check=False)
    assert wanted in done.stdout.decode()


PIECES = ["\n", "\n", "\r\n", "\u2028", "\x0b", "\x0c", "\t", " | ", "---", "Photo: Jane Doe", "- one", "\ufeff"]
PIECES += ["Bridge opens", "The bridge was opened on Friday, nine years after work on it began, the council said."]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
@example("Photo: Jane Doe" + 7 * PIECES[-1])  # several blocks on a line
def test_a_case_of_any_text_has_the_roles_of_the_text(text: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "made.case")
        path.write_text(write_case(text), encoding="utf-8", newline="\n")
        case = read_case(path)
    assert case.roles == tuple(block.role.value for block in newsparse.parse(text).blocks)
    if "\x0c" not in text:  # which tells pages of a print apart, and a case has none
        assert case.roles == tuple(block.role.value for block in newsparse.parse(case.text).blocks)
