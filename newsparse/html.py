"""From HTML: the main content as text, by resiliparse (extra `html`), and then as ever."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from newsparse.article import Article
from newsparse.checks import check_text
from newsparse.parser import parse
from newsparse.rules import Rule


def parse_html(
    html: str,
    *,
    language: str | None = None,
    publisher: str | None = None,
    rules: Iterable[Rule] | None = None,
    reference_time: datetime | None = None,
) -> Article:
    """The article that a news page's HTML holds. `blocks` give places in the extracted text, not in the HTML.

    Takes what `parse` takes. Raises `ModuleNotFoundError` that names the extra if resiliparse is not installed, and
    what `parse` raises.
    """
    text = html_to_text(html)
    return parse(text, language=language, publisher=publisher, rules=rules, reference_time=reference_time)


def html_to_text(html: str) -> str:
    """The main content of a page's HTML as plain text; raises what `parse_html` raises."""
    check_text(html, "html")
    try:
        from resiliparse.extract.html2text import extract_plain_text
        from resiliparse.parse.html import HTMLTree
    except ModuleNotFoundError:
        from newsparse.extras import install

        raise ModuleNotFoundError(f"HTML needs resiliparse: {install('html')}") from None
    return str(extract_plain_text(HTMLTree.parse(html), main_content=True))
