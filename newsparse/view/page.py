"""A text and its article as one HTML page that needs nothing else: no network, no other file."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from xml.etree.ElementTree import Element

from newsparse.article import Article
from newsparse.view.compare import attributes, comparison
from newsparse.view.element import element, to_html
from newsparse.view.furniture import heading, legend, side, text_pane
from newsparse.view.pieces import align, cut
from newsparse.view.roles import colours


def to_page(text: str, article: Article, *, against: Article | None = None, title: str | None = None) -> str:
    """A self-contained HTML page: `text` with each block coloured by role and its reasons, and the clean article.

    `article` is what parsing `text` gave. With `against`, another parse of the same text (by other rules, say), the
    page shows both side by side with the differences marked. `title` defaults to the headline. The page loads
    nothing, and nothing that the text or the article contains can run in it: the text is text only, and a
    Content-Security-Policy admits no script and no style but the page's own.

    Raises `ValueError`, saying where, if an article's blocks are not those of the text.

    >>> from newsparse import parse
    >>> text = "Bridge opens\\n\\nThe new bridge was opened on Friday."
    >>> to_page(text, parse(text)).startswith("<!DOCTYPE html>")
    True
    """
    name = title or article.headline or "A news page"
    if against is None:
        rows = cut(text, article.blocks)
        panes = [text_pane(text, rows, article), side(article)]
    else:
        rows = align(text, article.blocks, against.blocks)
        panes = [comparison(text, rows, article, against), attributes(article, against)]
    body = element(
        "body",
        {"class": "single" if against is None else "double"},
        element("a", {"class": "skip", "href": "#after"}, "Skip the text"),
        heading(name, article, against, rows),
        legend(article, against),
        element("main", None, *panes),
        element("p", {"class": "status", "role": "status"}),
        element("script", None, part("page.js")),
    )
    return "<!DOCTYPE html>\n" + to_html(element("html", {"lang": "en"}, head(name), body)) + "\n"


@cache
def part(name: str) -> str:
    """The page's own script, or its style with the colours of the roles."""
    content = (files("newsparse.view") / name).read_text(encoding="utf-8")
    return content if name.endswith(".js") else colours(":root") + content


@cache
def policy() -> str:
    """The Content-Security-Policy that admits the page's own script and style and nothing else."""
    script, style = (
        base64.b64encode(hashlib.sha256(part(name).encode()).digest()).decode() for name in ("page.js", "page.css")
    )
    return (
        f"default-src 'none'; script-src 'sha256-{script}'; style-src 'sha256-{style}'; "
        "base-uri 'none'; form-action 'none'"
    )


def head(title: str) -> Element:
    """The head: the policy stands before anything it rules."""
    return element(
        "head",
        None,
        element("meta", {"charset": "utf-8"}),
        element("meta", {"http-equiv": "Content-Security-Policy", "content": policy()}),
        element("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        element("meta", {"name": "color-scheme", "content": "light dark"}),
        element("meta", {"name": "referrer", "content": "no-referrer"}),
        element("title", None, title),
        element("style", None, part("page.css")),
    )
