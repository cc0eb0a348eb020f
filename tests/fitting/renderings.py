"""The reference pages in Markdown, as converters and extractors make it of their HTML.

NewsBench has four renderings of each page, none of them in Markdown, whose marks the fit has to see to know what they
are worth.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType

import html2text
import trafilatura
from bs4 import BeautifulSoup
from markdownify import markdownify

from tests.fitting.bench import BENCH

NO_TEXT = ("script", "style", "noscript", "template", "svg", "iframe")
"""Elements without anything to read."""
SHORTEST = 200
"""Characters of a text that is worth the while."""


def converted(html: str) -> str:
    """The whole page: headings with number signs, one line a paragraph."""
    soup = BeautifulSoup(html, "lxml")
    for element in soup(NO_TEXT):
        element.decompose()
    return str(markdownify(str(soup), heading_style="ATX"))


def wrapped(html: str) -> str:
    """The whole page as html2text has it: wrapped, links and headings too."""
    return html2text.HTML2Text().handle(html)


def extracted(html: str) -> str:
    """The main content, few blank lines."""
    return trafilatura.extract(html, output_format="markdown", include_links=True, include_images=True) or ""


CONVERTERS: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "markdown": converted,
        "html2text": wrapped,
        "extracted": extracted,
    }
)
"""By the name of the rendering."""


@cache
def renderings_of(name: str) -> Mapping[str, str]:
    """The renderings of the reference page called `name`, by their names; of those with some text."""
    packed = (BENCH / "dev" / "html" / f"{name.replace('/', '_')}.html.gz").read_bytes()
    html = gzip.decompress(packed).decode()
    texts = {rendering: convert(html) for rendering, convert in CONVERTERS.items()}
    return {rendering: text for rendering, text in texts.items() if len(text) > SHORTEST}
