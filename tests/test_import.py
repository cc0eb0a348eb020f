"""`import newsparse` is quick, and has every public name all the same."""

from __future__ import annotations

import subprocess
import sys

import pytest

import newsparse


def in_a_fresh_process(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("name", newsparse.__all__)
def test_every_public_name_is_where_it_says(name: str) -> None:
    found = getattr(newsparse, name)
    module = getattr(found, "__module__", "newsparse")
    assert module == "newsparse" or getattr(sys.modules[module], name) is found


def test_importing_the_package_imports_neither_the_parser_nor_what_only_it_needs() -> None:
    loaded = in_a_fresh_process("import sys, newsparse; print(*sys.modules)").split()
    assert "newsparse.article" in loaded
    assert {"newsparse.parser", "newsparse.rules", "json", "tomllib", "pathlib", "dateutil"}.isdisjoint(loaded)


def test_names_are_listed_before_they_are_asked_for() -> None:
    code = "import newsparse; print(set(newsparse.__all__) <= set(dir(newsparse)), 'newsparse.parser' in __import__('sys').modules)"
    assert in_a_fresh_process(code).split() == ["True", "False"]


def test_everything_may_be_imported_with_a_star() -> None:
    assert (
        in_a_fresh_process("from newsparse import *; print(parse('Bridge opens').text, Rule.__name__)").split()[-1]
        == "Rule"
    )


def test_another_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'pares'"):
        newsparse.pares  # type: ignore[attr-defined]  # noqa: B018


def test_modules_of_public_names_are_there_without_an_import_of_their_own() -> None:
    assert in_a_fresh_process("import newsparse; print(newsparse.rules.Rule.__name__)").strip() == "Rule"
    assert in_a_fresh_process("import newsparse; print(hasattr(newsparse, 'rivers'))").strip() == "False"
