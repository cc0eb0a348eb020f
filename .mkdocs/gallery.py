"""Fills the gallery of the documentation site: a page of `newsparse.view` for each case of the tests."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

import newsparse
from newsparse import LANGUAGES, Article
from newsparse.cli.case import read_case
from newsparse.view import to_page
from newsparse.view.roles import LOOKS

CASES = sorted((Path(__file__).resolve().parents[1] / "tests" / "cases").glob("*.case"))
PLACE = "<!-- gallery -->"
STYLE = """
.open { width: 100%; height: 34rem; border: 1px solid var(--md-default-fg-color--lightest); border-radius: 4px; }
.strip { display: flex; gap: 1px; height: .5rem; margin: .3rem 0 .15rem; border-radius: 2px; overflow: hidden; }
.strip i, .swatch { background: var(--ink); min-width: 2px; }
.swatch { display: inline-block; width: .6rem; height: .6rem; border-radius: 2px; margin-inline-end: .3rem; }
.key { white-space: nowrap; margin-inline-end: .5rem; }
.roles { font-size: .7rem; }
.found { display: block; font-size: .7rem; color: var(--md-default-fg-color--light); }
"""


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the page of each case."""
    for path in CASES:
        text, article = parsed(path)
        files.append(File.generated(config, f"gallery/{path.stem}.html", content=to_page(text, article)))
    return files


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """Put one article, and a list of them all by language, into the gallery's own page."""
    return markdown.replace(PLACE, "\n".join(gallery())) if PLACE in markdown else markdown


@cache
def parsed(path: Path) -> tuple[str, Article]:
    """The text of a case, and its article."""
    text = read_case(path).text
    return text, newsparse.parse(text)


def gallery() -> Iterator[str]:
    """The lines of the gallery, in Markdown."""
    yield f"<style>{colours()}{STYLE}</style>\n"
    english = [path for path in CASES if parsed(path)[1].language == "en"]
    first = max(english, key=lambda path: len({block.role for block in parsed(path)[1].blocks}))
    yield f'<iframe class="open" src="{first.stem}.html" title="An article in the viewer"></iframe>\n'
    swatches = (
        f'<span class="key"><i class="swatch" data-role="{role.value}" aria-hidden="true"></i>{look.label}</span> '
        for role, look in LOOKS.items()
    )
    yield f'<p class="roles">{"".join(swatches)}</p>\n'
    for code, paths in groupby(sorted(CASES, key=language), key=language):
        yield f"## {code}\n"
        for path in paths:
            article = parsed(path)[1]
            yield f"[{plain(article.headline or path.stem)}](gallery/{path.stem}.html)"
            yield f'<span class="strip" aria-hidden="true">{strip(article)}</span>'
            yield f'<span class="found">{found(article)}</span>\n'


def language(path: Path) -> str:
    """The name of a case's language."""
    code = parsed(path)[1].language
    return LANGUAGES[code].name if code else "Other languages"


def strip(article: Article) -> str:
    """The article's blocks as stretches of a line, each as long as its text and in the colour of its role."""
    return "".join(
        f'<i data-role="{block.role.value}" style="flex:{block.end - block.start}"></i>' for block in article.blocks
    )


def found(article: Article) -> str:
    """Which roles the article's blocks have, in words."""
    seen = {block.role for block in article.blocks}
    return f"{len(article.blocks)} blocks: " + ", ".join(
        look.label.lower() for role, look in LOOKS.items() if role in seen
    )


def colours() -> str:
    """The inks of the roles, in the site's light and dark schemes."""
    return "".join(
        f'[data-role="{role.value}"]{{--ink:{look.light[0]}}}'
        f'[data-md-color-scheme="slate"] [data-role="{role.value}"]{{--ink:{look.dark[0]}}}\n'
        for role, look in LOOKS.items()
    )


def plain(text: str) -> str:
    """A text as Markdown that means nothing but itself."""
    return re.sub(r"[!-/:-@\[-`{-~]", lambda mark: f"&#{ord(mark[0])};", text)
