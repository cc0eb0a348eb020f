"""Every example in the README and the docs runs, and shows what it prints."""

from __future__ import annotations

import doctest
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from newsparse.cli import main

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
PYTHON = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what examples read: `articles/`, a corpus of one article."""
    pytest.importorskip("pyarrow", reason="the extra corpus is not installed")
    folder = tmp_path_factory.mktemp("examples")
    (folder / "crawl").mkdir()
    body = "The new bridge over the harbour was opened to traffic on Friday, nine years after work on it began."
    text = "\n\n".join(["Bridge opens after nine years", "By Jane Doe", body, f"Again: {body}", body[4:]])
    (folder / "crawl" / "pages.jsonl").write_text(json.dumps({"text": text}), encoding="utf-8")
    assert main(["corpus", str(folder / "crawl"), str(folder / "articles"), "--quiet"]) == 0
    return folder


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_the_examples_of_a_page_run(page: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS)
    names: dict[str, object] = {}
    for block in PYTHON.findall(page.read_text(encoding="utf-8")):
        if ">>>" in block:
            test = doctest.DocTestParser().get_doctest(block + "\n", names, page.name, str(page), 0)
            runner.run(test, clear_globs=False)
            names.update(test.globs)
        else:
            exec(compile(block, str(page), "exec"), names)
    assert runner.summarize(verbose=False).failed == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_the_links_of_a_page_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_the_readme_shows_what_its_first_command_prints() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    arguments = re.search(r"newsparse (--no-blocks \S+)$", text, re.MULTILINE)
    shown = re.search(r"<!-- demo output -->\n```json\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert arguments and shown
    command = [sys.executable, "-m", "newsparse", *arguments[1].split()]
    printed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode()
    assert json.loads(shown[1]) == json.loads(printed)
