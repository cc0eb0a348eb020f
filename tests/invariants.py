"""What holds of every string, as one function: for Hypothesis, for the fuzzer, and for what either found."""

from __future__ import annotations

import csv
import io
import json
import re

from markdown_it import MarkdownIt
from rich.console import Console

import newsparse
from newsparse import Article, Role
from newsparse.arrow import article_type, parse_value, to_article
from newsparse.formats import to_csv, to_csv_row
from newsparse.formats.csv_table import FORMULA
from newsparse.splitting.lines import EDGES
from newsparse.view import to_fragment, to_page, to_terminal
from tests.markup import Seen

RUNNING = re.compile(r"^\s*(?:javascript|data|vbscript)\s*:", re.IGNORECASE)
HARMFUL_TAGS = frozenset({"script", "iframe", "object", "embed", "base", "link", "form", "img", "svg", "a"})
CONTROL = re.compile(r"[\0-\x08\x0b-\x1f\x7f-\x9f]")


def check_text(text: str) -> Article:
    """Parse a string, and hold the article against everything that is promised of it."""
    article = newsparse.parse(text)
    check_blocks(text, article)
    assert newsparse.parse(text) == article, "parsing is not deterministic"
    assert Article.from_dict(article.to_dict()) == article
    assert sum(block.role is Role.HEADLINE for block in article.blocks) <= 1
    strings = [article.headline, article.kicker, article.lead, article.dateline, article.signature, *article.authors]
    strings += [string for caption in article.captions for string in (caption.text, caption.credit)]
    assert all(string == string.strip() and string for string in strings if string is not None)
    return article


def check_blocks(text: str, article: Article) -> None:
    """Nothing is lost, nothing doubled: blocks follow each other, with nothing but blanks between them."""
    place = 0
    for block in article.blocks:
        assert place <= block.start < block.end <= len(text)
        assert not text[place : block.start].strip(EDGES), "something was left out between two blocks"
        assert text[block.start : block.end].strip()
        assert block.text and block.text == block.text.strip()
        place = block.end
    assert not text[place:].strip(EDGES)


def check_formats(article: Article) -> None:
    """Nothing that an article contains runs, in any format, and what is read back is what was written."""
    assert Article.from_json(article.to_json()) == article
    page = Seen(article.to_html())
    assert page.tags.isdisjoint(HARMFUL_TAGS), page.tags & HARMFUL_TAGS
    check_attributes(page)
    data = article.to_json_ld()
    assert "</" not in data and "<!--" not in data, "JSON-LD could end the element that it stands in"
    json.loads(data)
    json.loads(article.to_ninjs())
    # a renderer that lets raw HTML and links of every scheme through: an article must not contain any
    renderer = MarkdownIt("commonmark", {"html": True})
    renderer.validateLink = lambda url: True  # type: ignore[method-assign]
    rendered = Seen(renderer.render(article.to_markdown()))
    assert rendered.tags.isdisjoint(HARMFUL_TAGS), rendered.tags & HARMFUL_TAGS
    check_attributes(rendered)
    assert not CONTROL.search(article.to_plain_text().replace("\t", ""))
    row = to_csv_row(article)
    assert not any(cell and cell[0] in "=+-@\t\r" and FORMULA.match(cell) for cell in row.values())
    assert len(list(csv.reader(io.StringIO(to_csv([article]))))) == 2


def check_view(text: str, article: Article) -> None:
    """Nothing that a text contains runs in the viewer: not in its page, its fragment for notebooks, or a terminal."""
    plain = Seen(to_page("x", newsparse.parse("x")))
    page = Seen(to_page(text, article))
    assert page.raw == plain.raw, "the only script and style are the page's own"
    check_attributes(page, links=["#after"])
    fragment = Seen(to_fragment(article))
    assert fragment.tags <= {"div", "style", "details", "summary", "span", "p", "ul", "li", "b", "i", "svg", "rect"}
    check_attributes(fragment)
    out = io.StringIO()
    Console(file=out, width=80, color_system=None).print(to_terminal(text, article))
    assert "\x1b" not in out.getvalue() and "\x9b" not in out.getvalue()


def check_attributes(page: Seen, links: list[str] | None = None) -> None:
    """No attribute runs a script, loads anything or leads anywhere but to the links given."""
    for _, attributes in page.elements:
        for name, value in attributes.items():
            assert not name.startswith("on") and name not in ("src", "srcdoc", "action", "style", "formaction"), name
            assert not RUNNING.match(value or ""), value
    assert {a["href"] for _, a in page.elements if "href" in a} <= set(links or ())


def check_arrow(text: str, article: Article) -> None:
    """A text has an article or an error in Arrow, and the article comes back without its evidence."""
    row, error = parse_value(text, newsparse.Parser())
    assert (row is None) != (error is None)
    if row is not None:
        import pyarrow as pa

        back = to_article(pa.array([row], article_type())[0])
        assert [(b.text, b.start, b.end, b.role) for b in back.blocks] == [
            (b.text, b.start, b.end, b.role) for b in article.blocks
        ]
        assert back.headline == article.headline and back.sections == article.sections


def check_everything(text: str) -> None:
    """All of it."""
    article = check_text(text)
    check_formats(article)
    check_view(text, article)
    check_arrow(text, article)
