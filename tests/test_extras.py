"""What says that an extra is missing names the command that installs it where newsparse is."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import pytest

import newsparse
from newsparse.cli import app, basic
from newsparse.extras import install
from newsparse.view import to_terminal


def test_pip_is_named_where_it_is_that_of_this_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: str(Path(sys.executable).parent / "pip"))
    assert install("cli") == "pip install 'newsparse[cli]'"


@pytest.mark.parametrize("pip", [None, "/somewhere/else/pip"])
def test_the_python_is_named_where_pip_is_that_of_another(pip: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: pip)
    monkeypatch.setattr(sys, "executable", "/my env/bin/python")
    assert install("html") == "'/my env/bin/python' -m pip install 'newsparse[html]'"


def test_each_missing_library_names_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resiliparse.extract.html2text", None)
    with pytest.raises(ModuleNotFoundError, match=r"HTML needs resiliparse: .*pip install 'newsparse\[html\]'"):
        newsparse.parse_html("<p>Bridge opens</p>")
    monkeypatch.setitem(sys.modules, "rich.padding", None)
    with pytest.raises(ModuleNotFoundError, match=r"needs rich: .*pip install 'newsparse\[cli\]'"):
        to_terminal("", newsparse.parse(""))


def test_the_command_line_without_extras_knows_what_they_add(capsys: pytest.CaptureFixture[str]) -> None:
    commands = [command.name or getattr(command.callback, "__name__", "") for command in app.app.registered_commands]
    assert sorted(basic.COMMANDS) == sorted([*commands, "case"])
    shown = ""
    for arguments in (["--help"], ["parse", "--help"]):
        assert app.run(arguments) == 0
        shown += capsys.readouterr().out
    # a mark of an option stands behind a space; what stands elsewhere belongs to an example or a sentence
    options = set(re.findall(r"^[│ ]+(--[a-z-]+)", shown, re.MULTILINE)) - {"--help", "--version"}
    own = {"--language", "--publisher", "--encoding", "--reference-time"}
    assert {option for option in basic.OPTIONS if option.startswith("--")} == options - own
