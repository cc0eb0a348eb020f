"""From HTML: the main content as text, by resiliparse (extra `html`), and then as ever."""

from __future__ import annotations

from newsparse.article import Article
from newsparse.parser import parse


def parse_html(html: str, *, language: str | None = None, publisher: str | None = None) -> Article:
    """The article that a news page's HTML holds. `blocks` give places in the extracted text, not in the HTML.

    Raises `ModuleNotFoundError` that names the extra if resiliparse is not installed, and what `parse` raises.
    """
    return parse(html_to_text(html), language=language, publisher=publisher)


def html_to_text(html: str) -> str:
    """The main content of a page's HTML as plain text; raises what `parse_html` raises."""
    if not isinstance(html, str):
        raise TypeError(f"html must be str, got {type(html).__name__}; decode it first: html.decode('utf-8')")
    try:
        from resiliparse.extract.html2text import extract_plain_text
        from resiliparse.parse.html import HTMLTree
    except ModuleNotFoundError:
        raise ModuleNotFoundError("HTML needs resiliparse: pip install 'newsparse[html]'") from None
    return str(extract_plain_text(HTMLTree.parse(html), main_content=True))
