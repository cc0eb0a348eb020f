"""HTML in, through resiliparse."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

import newsparse
from newsparse.html import html_to_text

PAGE = """<html><body><nav><a href="/">Home</a></nav><article><h1>Harbour bridge opens after nine years</h1>
<p>The new bridge over the harbour was opened to traffic on Friday, nine years after work began.</p>
<h2>Tolls from June</h2>
<p>Drivers will pay two pounds for each crossing of the bridge from June, the council said on Friday.</p>
<p>Walking and cycling across the harbour bridge stay free of charge for everyone, it added later.</p>
</article></body></html>"""


def test_a_page_is_parsed() -> None:
    pytest.importorskip("resiliparse", reason="needs the extra html")
    article = newsparse.parse_html(PAGE)
    assert article.headline == "Harbour bridge opens after nine years"
    assert [section.header for section in article.sections][-1] == "Tolls from June"


def test_without_resiliparse_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resiliparse.extract.html2text", None)
    with pytest.raises(ModuleNotFoundError, match=r"newsparse\[html\]"):
        newsparse.parse_html(PAGE)


@pytest.mark.parametrize(
    ("html", "hint"),
    [(b"<p>", r"; decode it first: html\.decode\('utf-8'\)"), (Path("a.html"), r"; read it first: .*"), (None, "")],
)
def test_anything_but_str_is_refused(html: Any, hint: str) -> None:
    with pytest.raises(TypeError, match=f"^html must be str, got {type(html).__name__}{hint}$"):
        newsparse.parse_html(html)


def test_html_takes_rules_and_the_time_of_fetching() -> None:
    page = (
        "<main><h1>Harbour bridge opens after nine years</h1><p>By Jane Doe</p><p>2 hours ago</p>"
        "<p>The new bridge over the harbour was opened to traffic on Friday, nine years after work on it began.</p></main>"
    )
    time = datetime(2024, 5, 3, 10, 0)
    assert newsparse.parse_html(page).published is None
    assert newsparse.parse_html(page, reference_time=time).published == datetime(2024, 5, 3, 8, 0)
    assert newsparse.parse_html(page, rules=()) == newsparse.parse(html_to_text(page), rules=())
