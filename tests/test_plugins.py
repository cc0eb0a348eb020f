"""Packages that offer rules or publishers are found however they are installed; without any, nothing is imported."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsparse.plugins import may_be_declared

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(autouse=True)
def asked_anew() -> Iterator[None]:
    may_be_declared.cache_clear()
    yield
    may_be_declared.cache_clear()


def declare(folder: Path, name: str, text: str) -> None:
    (folder / name).mkdir()
    (folder / name / "entry_points.txt").write_text(text)


def test_only_entry_points_for_newsparse_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    declare(tmp_path, "other-1.0.dist-info", "[console_scripts]\nother = newsparse.cli:main\n")
    (tmp_path / "none-1.0.dist-info").mkdir()
    monkeypatch.setattr(sys, "path", [str(tmp_path), str(tmp_path / "nothing here")])
    assert not may_be_declared()
    may_be_declared.cache_clear()
    declare(tmp_path, "plug.egg-info", "[newsparse.publishers]\npaper = plug:Paper\n")
    assert may_be_declared()


def test_archives_on_the_import_path_are_left_to_the_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with zipfile.ZipFile(tmp_path / "packed.zip", "w") as archive:
        archive.writestr("plug-1.0.dist-info/entry_points.txt", "")
    monkeypatch.setattr(sys, "path", [str(tmp_path / "packed.zip")])
    assert may_be_declared()


def test_so_are_ways_of_importing_that_know_their_own_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    class Finder:
        def find_distributions(self) -> None: ...

    monkeypatch.setattr(sys, "path", [])
    assert not may_be_declared()
    may_be_declared.cache_clear()
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path, Finder()])
    assert may_be_declared()


def test_an_empty_name_on_the_import_path_is_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    declare(tmp_path, "plug.egg-info", "[newsparse.rules]\nrule = plug:Rule\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [""])
    assert may_be_declared()


NO_ROLE = "class Wrong(newsparse.Rule):\n    role = 'lead'\n    def judge(self, block, page): return ()\n"
NO_TUPLE = "class Wrong(newsparse.Publisher):\n    name, recognised_by = 'post', 'The Post'\n"


@pytest.mark.parametrize(
    ("arguments", "group", "code"),
    [
        (["publishers"], "publishers", "Wrong = None"),
        (["publishers"], "publishers", NO_TUPLE),
        (["languages"], "languages", "Wrong = None"),
        (["explain"], "rules", NO_ROLE),
        (["corpus", ".", "out"], "rules", NO_ROLE),
        (["--publisher", "news.de"], "publishers", NO_TUPLE),
        ([], "publishers", NO_TUPLE),
    ],
)
def test_the_command_line_names_a_package_that_cannot_be_used(
    tmp_path: Path, arguments: list[str], group: str, code: str
) -> None:
    declare(tmp_path, "plug-1.0.dist-info", f"[newsparse.{group}]\nwrong = plug:Wrong\n")
    (tmp_path / "plug-1.0.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: plug\nVersion: 1.0\n")
    (tmp_path / "plug.py").write_text(f"import newsparse\n{code}")
    run = subprocess.run(
        [sys.executable, "-m", "newsparse", *arguments],
        input="The quay was closed on Friday.",
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(tmp_path)])},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert "package 'plug', entry point 'wrong = plug:Wrong'" in run.stderr
    assert "Traceback" not in run.stderr
