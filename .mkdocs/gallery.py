"""Fills the gallery of the documentation site: a page of `newsparse.view` for each case of the tests."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

import newsparse
from newsparse.view import to_page
from tests.case import read_case

CASES = Path(__file__).resolve().parents[1] / "tests" / "cases"
PLACE = "<!-- gallery -->"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the page of each case."""
    for path in sorted(CASES.glob("*.case")):
        text = read_case(path).text
        page = to_page(text, newsparse.parse(text))
        files.append(File.generated(config, f"gallery/{path.stem}.html", content=page))
    return files


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """Put a table of the pages into the gallery's own page."""
    if PLACE not in markdown:
        return markdown
    rows = ["| article | language | blocks | roles besides headline and paragraphs |", "| --- | --- | --- | --- |"]
    for path in sorted(CASES.glob("*.case")):
        article = newsparse.parse(read_case(path).text)
        roles = sorted({block.role.value for block in article.blocks} - {"headline", "paragraph"})
        link = f"[{plain(article.headline or path.stem)}](gallery/{path.stem}.html)"
        rows.append(f"| {link} | {article.language or ''} | {len(article.blocks)} | {', '.join(roles)} |")
    return markdown.replace(PLACE, "\n".join(rows))


def plain(text: str) -> str:
    """A text as Markdown that means nothing but itself."""
    return re.sub(r"[!-/:-@\[-`{-~]", lambda mark: f"&#{ord(mark[0])};", text)
