"""The documentation site is built without a warning, and its gallery shows every case."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.markup import Seen
from tests.test_cases import CASES

pytest.importorskip("mkdocs", reason="the documentation site needs the extra docs")
pytest.importorskip("material", reason="the documentation site needs the extra docs")
pytest.importorskip("mkdocstrings_handlers.python", reason="the documentation site needs the extra docs")

ROOT = Path(__file__).resolve().parents[1]


def test_the_site_is_built_without_a_warning_and_shows_every_case_and_command(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--config-file",
        ".mkdocs.yml",
        "--site-dir",
        str(tmp_path),
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for case in CASES:
        page = (tmp_path / "gallery" / f"{case.stem}.html").read_text(encoding="utf-8")
        assert ("button", "label") in {(tag, a.get("class")) for tag, a in Seen(page).elements}
    gallery = (tmp_path / "gallery" / "index.html").read_text(encoding="utf-8")
    assert all(f"{case.stem}.html" in gallery for case in CASES)
    assert "newsparse.parse" in (tmp_path / "reference" / "index.html").read_text(encoding="utf-8")
    commands = (tmp_path / "commands" / "index.html").read_text(encoding="utf-8")
    assert "--text-column" in commands and "taken up where it was cut off" in commands
