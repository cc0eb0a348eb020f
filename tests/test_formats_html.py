"""HTML: a page whose elements are the template's, whatever stands in the article."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from resiliparse.parse.html import HTMLTree, NodeType

from newsparse import Article, BulletList, Caption, Paragraph, Section, parse
from newsparse.formats import to_html
from newsparse.formats.html_page import POLICY
from newsparse.formats.readable import kicker_above, readable
from tests.formats import ARTICLES, NASTY, PAGES, everywhere
from tests.test_properties import TEXTS

HEAD = ["html", "head", "meta", "meta", "meta", "title", "style", "body", "main", "article"]
ATTRIBUTES = {
    "html": {"lang", "dir"},
    "meta": {"charset", "http-equiv", "name", "content"},
    "p": {"class"},
    "time": {"dir", "datetime"},
}
CLASSES = {"kicker", "lead", "byline", "signature"}


def elements(article: Article) -> list[tuple[str, str]]:
    """The elements that the page of an article has below `<article>`, with the text of those that hold a string."""
    article = readable(article)
    found: list[tuple[str, str]] = []

    def add(name: str, text: str | None = "") -> None:
        if text is not None:
            found.append((name, text))

    def add_list(items: tuple[str, ...]) -> None:
        if items:
            found.extend([("ul", ""), *(("li", item) for item in items)])

    names = [*article.authors, *article.agencies]
    dates = [date for date in (article.published, article.modified) if date]
    kicker = kicker_above(article)
    if kicker or article.headline or article.lead or names or dates:
        add("header")
        add("p", kicker)
        add("h1", article.headline)
        add("p", article.lead)
        if names or dates:
            add("p")
            found.extend([*(("bdi", name) for name in names), *(("time", "") for _ in dates)])
    add_list(article.bullets)
    for section in article.sections:
        if section.header:
            found.extend([("section", ""), ("h2", section.header)])
        for part in section.content:
            add("p", part.text) if isinstance(part, Paragraph) else add_list(part.items)
    add("p", article.signature)
    if article.captions:
        add("aside")
        for caption in article.captions:
            found.extend([("figure", ""), ("figcaption", caption.text)])
            add("small", caption.credit)
    return found


class Walker(HTMLParser):
    """Reads a page again: each element with the text directly in it up to the next element, and its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, ""))
        self.attributes += [(tag, name, value) for name, value in attrs]

    def handle_data(self, data: str) -> None:
        if self.found:
            tag, text = self.found[-1]
            self.found[-1] = (tag, text + data)

    def handle_comment(self, data: str) -> None:
        pytest.fail(f"the page has a comment: {data!r}")


def check_page(article: Article) -> None:
    page = to_html(article)
    page.encode()
    wanted = elements(article)
    walker = Walker(page)
    read = [(tag, text.strip() if text in ("\n", " ") else text) for tag, text in walker.found]
    assert [tag for tag, _ in read] == HEAD + [tag for tag, _ in wanted]
    for (tag, text), (_, string) in zip(read[len(HEAD) :], wanted, strict=True):
        # behind a string, only white space, separators and the arrow of the template follow before the next element
        if string:
            assert text.startswith(string) and not text[len(string) :].strip(" \n·↻"), tag
    for tag, name, value in walker.attributes:
        assert name in ATTRIBUTES[tag]
        assert name != "class" or value in CLASSES
    # a browser's parser, which mends what is broken, sees the same elements
    assert list(browser_tags(page)) == [tag for tag, _ in read]


def browser_tags(page: str) -> Iterator[str]:
    tree = HTMLTree.parse(page).document
    assert tree is not None
    for node in tree:
        assert node.type != NodeType.COMMENT
        if node.type == NodeType.ELEMENT:
            yield str(node.tag)


def test_a_page_has_the_elements_that_mean_what_the_article_says() -> None:
    article = Article(
        headline="Bridge & tunnel",
        lead="After nine years.",
        authors=("Jane Doe",),
        published=datetime(2024, 5, 3, 10, 21, tzinfo=UTC),
        bullets=("Free on foot",),
        sections=(
            Section(None, (Paragraph("It is open."),)),
            Section("Tolls", (BulletList(("Cars: two pounds",)),)),
        ),
        captions=(Caption("The bridge.", "Reuters"),),
        language="en",
    )
    page = to_html(article)
    assert page.startswith('<!DOCTYPE html>\n<html lang="en" dir="ltr">')
    assert "<title>Bridge &amp; tunnel</title>" in page
    assert f'content="{POLICY}"' in page
    assert (
        page.partition("<body>\n")[2]
        == """\
<main>
<article>
<header>
<h1>Bridge &amp; tunnel</h1>
<p class="lead">After nine years.</p>
<p class="byline"><bdi>Jane Doe</bdi> · <time dir="ltr" datetime="2024-05-03T10:21:00+00:00">2024-05-03 10:21+00:00</time></p>
</header>
<ul>
<li>Free on foot</li>
</ul>
<p>It is open.</p>
<section>
<h2>Tolls</h2>
<ul>
<li>Cars: two pounds</li>
</ul>
</section>
<aside>
<figure><figcaption>The bridge. <small>Reuters</small></figcaption></figure>
</aside>
</article>
</main>
</body>
</html>"""
    )


@pytest.mark.parametrize(
    ("language", "opening"),
    [
        ("ar", '<html lang="ar" dir="rtl">'),
        ("fa-IR", '<html lang="fa-IR" dir="rtl">'),
        ("zh", '<html lang="zh" dir="ltr">'),
        (None, '<html dir="auto">'),
        ('x"><script>', '<html dir="auto">'),
    ],
)
def test_language_and_direction_follow_the_article(language: str | None, opening: str) -> None:
    assert to_html(Article(headline="x", language=language)).splitlines()[1] == opening


@pytest.mark.parametrize(
    ("article", "title"),
    [
        (Article(kicker="Traffic"), "Traffic"),
        (Article(sections=(Section(None, (Paragraph("It is open."), Paragraph("More."))),)), "It is open."),
        (Article(), "newsparse"),
    ],
)
def test_a_page_has_a_title_even_without_a_headline(article: Article, title: str) -> None:
    assert f"<title>{title}</title>" in to_html(article)


@pytest.mark.parametrize("name", PAGES)
def test_the_pages_of_real_articles_hold_their_strings(name: str) -> None:
    check_page(PAGES[name])


@pytest.mark.parametrize("text", NASTY)
def test_hostile_strings_stay_text_in_html(text: str) -> None:
    check_page(everywhere(text))


@given(ARTICLES)
@settings(max_examples=300)
def test_the_page_of_any_article_holds_no_element_but_the_templates(article: Article) -> None:
    check_page(article)


@given(TEXTS)
@settings(max_examples=100)
def test_the_page_of_any_parsed_text_holds_no_element_but_the_templates(text: str) -> None:
    check_page(parse(text))
