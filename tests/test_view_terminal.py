"""The text in a terminal, and the command that shows it."""

from __future__ import annotations

import builtins
import io
import re
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings

from newsparse import parse
from newsparse.view import to_terminal
from tests.markup import Seen
from tests.test_view import TEXT, hostile_text, other_parse

pytest.importorskip("rich", reason="the terminal view needs the extra cli")
pytest.importorskip("typer", reason="the command needs the extra cli")
from rich.console import Console
from typer import Typer
from typer.testing import CliRunner

from newsparse.view.command import view


def printed(table: Any, *, colour: bool = False, width: int = 90) -> str:
    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=colour, color_system="standard" if colour else None)
    console.print(table)
    return out.getvalue()


def test_every_block_stands_beside_its_role() -> None:
    shown = printed(to_terminal(TEXT, parse(TEXT)))
    assert re.search(r"^ +Headline │ Harbour bridge opens after nine years *$", shown, re.MULTILINE)
    assert re.search(r"^ +Bullet │ • Drivers pay tolls from June *$", shown, re.MULTILINE)
    assert "\x1b" not in shown


def test_roles_have_colours_where_there_are_any() -> None:
    assert re.search(r"\x1b\[1;31m +Headline\x1b\[0m", printed(to_terminal(TEXT, parse(TEXT)), colour=True))


def test_reasons_stand_below_a_block_if_wanted() -> None:
    article = parse(TEXT)
    reason = max(article.blocks[1].evidence, key=lambda e: (e.role is article.blocks[1].role, abs(e.weight))).reason
    assert reason in printed(to_terminal(TEXT, article, reasons=True))
    assert reason not in printed(to_terminal(TEXT, article))


def test_two_parses_name_what_differs() -> None:
    shown = printed(to_terminal(TEXT, parse(TEXT), against=other_parse(TEXT)))
    assert re.search(r"differs +compared with: Signature", shown)
    assert shown.count("differs") == 2


@settings(max_examples=50)
@given(hostile_text)
def test_no_text_commands_the_terminal(text: str) -> None:
    shown = printed(to_terminal(text, parse(text)))
    assert not re.search("[\0-\x08\x0b-\x1f\x7f-\x9f]", shown)
    shown.encode("utf-8")


def test_control_characters_are_shown_as_pictures() -> None:
    assert "␛[2Jred␡" in printed(to_terminal("\x1b[2Jred\x7f", parse("\x1b[2Jred\x7f")))


def test_without_rich_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def missing(name: str, *rest: Any) -> Any:
        if name.startswith("rich"):
            raise ModuleNotFoundError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(ModuleNotFoundError, match=r"pip install 'newsparse\[cli\]'"):
        to_terminal(TEXT, parse(TEXT))


app = Typer()
app.command()(view)


def run(*arguments: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_bytes(TEXT.encode())
    return path


def test_the_command_shows_a_file(page: Path) -> None:
    status, out, err = run(page)
    assert (status, err) == (0, "")
    assert "Headline │ Harbour bridge opens" in out


def test_the_command_writes_a_page(page: Path, tmp_path: Path) -> None:
    assert run(page, "--html", tmp_path / "bridge.html") == (0, "", "")
    assert Seen((tmp_path / "bridge.html").read_bytes().decode()).source == TEXT


def test_several_files_go_into_a_folder_and_what_cannot_be_read_is_named(page: Path, tmp_path: Path) -> None:
    status, out, err = run(page, tmp_path / "none.txt", "--html", tmp_path / "pages")
    assert (status, out) == (1, "")
    assert "none.txt: No such file" in err
    assert [path.name for path in (tmp_path / "pages").iterdir()] == ["bridge.html"]


def test_two_inputs_of_one_name_do_not_overwrite_each_other(page: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / "bridge.txt"
    other.parent.mkdir()
    other.write_text("Another page")
    status, _, err = run(page, other, "--html", tmp_path / "pages", "--force")
    assert status == 1 and "the page of another input already" in err
    assert "Harbour" in (tmp_path / "pages" / "bridge.html").read_text()


def test_nothing_is_overwritten_without_force(page: Path, tmp_path: Path) -> None:
    target = tmp_path / "bridge.html"
    target.write_text("mine")
    status, _, err = run(page, "--html", target)
    assert status == 1 and "--force" in err and target.read_text() == "mine"
    assert run(page, "--html", target, "--force")[0] == 0
    assert target.read_text() != "mine"


def test_a_page_is_compared_with_what_was_written_before(page: Path, tmp_path: Path) -> None:
    before = tmp_path / "before.json"
    before.write_text(other_parse(TEXT).to_json())
    status, out, _ = run(page, "--against", before)
    assert status == 0 and "compared with: Signature" in out
    assert run(page, "--against", before, "--html", tmp_path / "c.html")[0] == 0
    assert 'class="row differs"' in (tmp_path / "c.html").read_text()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("no json", "not JSON"),
        ('{"a": 1}', "'a'"),
        (attrs.evolve(parse("Else"), language="en").to_json(), "not of this text"),
        (parse(TEXT).to_json(blocks=False), "with its blocks"),
    ],
)
def test_an_article_that_cannot_be_compared_is_named(page: Path, tmp_path: Path, content: str, message: str) -> None:
    before = tmp_path / "before.json"
    before.write_text(content)
    status, out, err = run(page, "--against", before)
    assert (status, out) == (1, "") and message in err and err.count("\n") == 1


@pytest.mark.parametrize(
    "options",
    [("--reasons", "--html", "x.html"), ("--language", "xx"), ("--publisher", "nobody"), ("-", "--against", "x")],
)
def test_wrong_usage_has_status_2(page: Path, options: tuple[str, ...]) -> None:
    status, _, err = run(page, *options)
    assert status == 2 and err.count("\n") == 1


def test_a_device_is_written_into_and_never_replaced(page: Path, tmp_path: Path) -> None:
    device = tmp_path / "full"
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    device.symlink_to("/dev/full")
    status, _, err = run(page, "--html", device, "--force")
    assert status == 1 and "No space left" in err
    assert device.is_symlink()


def test_several_files_stand_below_their_names(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(page.parent)  # a longer path would be broken at the terminal's width
    Path("other.txt").write_text("Another page")
    status, out, _ = run(page.name, "other.txt")
    assert status == 0
    assert out.index("bridge.txt") < out.index("Harbour bridge") < out.index("other.txt") < out.index("Another page")


def test_several_pages_do_not_go_into_one_file(page: Path, tmp_path: Path) -> None:
    (tmp_path / "one.html").write_text("mine")
    status, _, err = run(page, page, "--html", tmp_path / "one.html", "--force")
    assert status == 2 and "names a folder" in err and (tmp_path / "one.html").read_text() == "mine"


def test_standard_input_has_a_page_of_its_own(tmp_path: Path) -> None:
    tmp_path.joinpath("pages").mkdir()
    result = CliRunner().invoke(app, ["-", "--html", str(tmp_path / "pages")], input=TEXT)
    assert result.exit_code == 0
    assert [path.name for path in (tmp_path / "pages").iterdir()] == ["stdin.html"]


def test_a_page_that_cannot_be_written_is_named_and_leaves_nothing(page: Path, tmp_path: Path) -> None:
    status, _, err = run(page, "--html", tmp_path / ("n" * 252))
    assert status == 1 and "too long" in err
    assert [path.name for path in tmp_path.iterdir()] == ["bridge.txt"]
