"""The HTML page and the notebook fragment: whole, escaped, readable."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsparse
from newsparse import Article, Block, Evidence, Role, parse
from newsparse.view import to_fragment, to_page
from newsparse.view.element import writable
from newsparse.view.roles import LOOKS
from tests.markup import Seen
from tests.test_cases import CASES

TEXT = """LOCAL NEWS

Harbour bridge opens after nine years

By Jane Doe and Reuters | 3 May 2024, 10:21 BST

  • Drivers pay tolls from June
  • Walkers cross the bridge for free

The new bridge over the harbour was opened to traffic on Friday, nine years after work began. Thousands came to walk across it.

Tolls from June

Drivers will pay two pounds for each crossing from June, the council said. Walking and cycling stay free of charge for everyone.

Walkers on the bridge on Friday morning. Photo: John Roe/Reuters

Read more: Why the bridge took nine years
Sign up for our newsletter
"""
HOSTILE = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style><svg onload=alert(1)>",
    "<!-- --!> <![CDATA[ ]]>",
    "</title><base href=//evil>",
    "&lt;b&gt; &#0; &amp",
    "javascript:alert(1)",
    "' onfocus='alert(1)",
    "\0\x1b[2J\x7f\ufffe\ud800\udfff",
    "\u202e\u2066",
)
TAGS = frozenset(
    re.findall(
        r"\w+",
        "html head meta title style body a header h1 h2 h3 h4 p div button span main section ul li b i svg rect article "
        "time figure figcaption aside script table thead tbody tr th td mark",
    )
)
hostile_text = st.lists(
    st.one_of(st.sampled_from(HOSTILE), st.text(max_size=40), st.sampled_from(TEXT.split("\n"))), max_size=12
).map("\n\n".join)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_page_holds_every_character_of_the_text(path: Any) -> None:
    text = path.read_text(encoding="utf-8")
    assert Seen(to_page(text, parse(text))).source == text


@settings(max_examples=50)
@given(hostile_text)
def test_what_a_text_contains_stays_text(text: str) -> None:
    page = Seen(to_page(text, parse(text)))
    check_harmless(page)
    assert page.source == writable(text)


@settings(max_examples=50)
@given(st.lists(st.sampled_from(HOSTILE), min_size=8, max_size=8))
def test_what_an_article_contains_stays_text(strings: list[str]) -> None:
    title, *rest = strings
    article = attrs.evolve(
        parse(TEXT),
        headline=title,
        kicker=rest[0],
        lead=rest[1],
        authors=(rest[2],),
        language=rest[3],
        publisher=rest[4],
        signature=rest[5],
        blocks=tuple(
            attrs.evolve(block, evidence=(Evidence(rest[5], block.role, float("nan"), rest[6]),))
            for block in parse(TEXT).blocks
        ),
    )
    check_harmless(Seen(to_page(TEXT, article, title=rest[6])))
    check_harmless(Seen(to_page(TEXT, article, against=parse(TEXT))))
    fragment = Seen(to_fragment(article))
    assert fragment.tags <= {"div", "style", "details", "summary", "span", "p", "ul", "li", "b", "i", "svg", "rect"}
    assert fragment.raw == Seen(to_fragment(parse(TEXT))).raw


def check_harmless(page: Seen) -> None:
    plain = Seen(to_page(TEXT, parse(TEXT)))
    assert page.raw == plain.raw, "the only script and style are the page's own"
    assert page.tags <= TAGS
    names = {name for _, attributes in page.elements for name in attributes}
    assert not {name for name in names if name.startswith("on") or name in ("src", "style", "srcdoc", "action")}
    assert [a["href"] for _, a in page.elements if "href" in a] == ["#after", "#after"]


def test_the_policy_admits_exactly_the_own_script_and_style() -> None:
    page = Seen(to_page(TEXT, parse(TEXT)))
    policy = next(a["content"] for tag, a in page.elements if a.get("http-equiv") == "Content-Security-Policy")
    assert policy and policy.startswith("default-src 'none';")
    for kind in ("script", "style"):
        digest = base64.b64encode(hashlib.sha256(page.raw[kind].encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_a_page_names_nothing_outside_itself() -> None:
    assert not re.search(r"https?:|url\(|@import|//[a-z]", to_page(TEXT, parse(TEXT)))


def test_every_block_has_a_button_that_its_reasons_describe() -> None:
    article = parse(TEXT)
    page = Seen(to_page(TEXT, article))
    labels = [a for tag, a in page.elements if tag == "button" and a.get("class") == "label"]
    reasons = [a["id"] for _, a in page.elements if a.get("class") == "why"]
    assert [label["aria-describedby"] for label in labels] == reasons
    assert len(set(reasons)) == len(article.blocks)


def test_the_legend_has_a_switch_for_each_role_that_occurs() -> None:
    article = parse(TEXT)
    page = Seen(to_page(TEXT, article))
    switches = {a["data-role"] for _, a in page.elements if "aria-pressed" in a}
    assert switches == {block.role.value for block in article.blocks}


def test_arabic_runs_from_right_to_left() -> None:
    text = "افتتاح جسر الميناء\n\nافتتح رئيس البلدية يوم الجمعة الجسر الجديد فوق الميناء بعد تسع سنوات من بدء الأعمال."
    page = Seen(to_page(text, parse(text, language="ar")))
    assert {a["dir"] for _, a in page.elements if a.get("lang") == "ar"} == {"rtl"}


def test_a_text_that_the_article_is_not_of_is_refused() -> None:
    article = parse(TEXT)
    with pytest.raises(ValueError, match=r"blocks\[0\] \('LOCAL NEWS'\) does not stand at 0:10"):
        to_page("x" + TEXT, article)
    with pytest.raises(ValueError, match="no block holds 'One more line'"):
        to_page(TEXT + "One more line", article)
    with pytest.raises(ValueError, match="an article with its blocks"):
        to_page(TEXT, attrs.evolve(article, blocks=()))


@pytest.mark.parametrize("text", ["", " \n\u200b\r\n"])
def test_a_text_without_words_makes_a_page(text: str) -> None:
    assert Seen(to_page(text, parse(text))).source == text


def test_the_title_is_the_headline_or_what_is_asked_for() -> None:
    assert "<title>Harbour bridge opens after nine years</title>" in to_page(TEXT, parse(TEXT))
    assert "<title>A &lt;b&gt; page</title>" in to_page(TEXT, parse(TEXT), title="A <b> page")


def other_parse(text: str) -> Article:
    """A parse that sees the last block as a signature, and the first two as one."""
    article = parse(text)
    first, second, *rest, last = article.blocks
    joined = Block(first.text + second.text, first.start, second.end, Role.HEADLINE)
    return attrs.evolve(
        article, headline="Another", blocks=(joined, *rest, attrs.evolve(last, role=Role.SIGNATURE, evidence=()))
    )


def test_two_parses_stand_side_by_side_with_their_differences_marked() -> None:
    article = parse(TEXT)
    page = to_page(TEXT, article, against=other_parse(TEXT))
    rows = [a.get("class") for _, a in Seen(page).elements if str(a.get("class", "")).startswith("row")]
    assert rows.count("row differs") == 2
    assert f"2 of {len(article.blocks) - 1} stretches differ" in page
    assert '<th scope="row">headline</th>' in page and '<th scope="row">lead</th>' not in page


def test_in_an_attribute_that_differs_the_new_lines_are_marked() -> None:
    article = parse(TEXT)
    moved = attrs.evolve(article, sections=(attrs.evolve(article.sections[0], header="Added"), *article.sections[1:]))
    page = to_page(TEXT, moved, against=article)
    assert re.findall(r"<mark>(.*?)</mark>", page) == ["## Added"]
    lines = sum(bool(section.header) + len(section.content) for section in article.sections)
    assert re.findall(r"… (\d+) lines? alike", page) == [str(lines), str(lines)]
    assert "none</td>" in to_page(TEXT, attrs.evolve(article, kicker=None), against=article)


def test_the_clean_article_shows_all_that_was_found() -> None:
    section = newsparse.Section(
        "Tolls", (newsparse.Paragraph("Two pounds."), newsparse.BulletList(("Cars", "Lorries")))
    )
    article = attrs.evolve(
        parse(TEXT), sections=(section,), signature="(nz)", captions=(newsparse.Caption("John Roe", "John Roe"),)
    )
    page = to_page(TEXT, article)
    for wanted in (
        "<h4>Tolls</h4>",
        "<li>Lorries</li>",
        "(nz)",
        "<figcaption>John Roe</figcaption>",
        "2024-05-03 10:21+01:00",
    ):
        assert wanted in page


def test_two_equal_parses_have_no_differences() -> None:
    page = to_page(TEXT, parse(TEXT), against=parse(TEXT))
    assert 'class="row differs"' not in page and "Every attribute came out the same." in page


def test_the_fragment_reaches_nothing_outside_itself() -> None:
    style = Seen(to_fragment(parse(TEXT))).raw["style"]
    flat = re.sub(r"@media[^{]*\{(.*?\})\s*\}", r"\1", style, flags=re.DOTALL)
    for selectors in re.findall(r"([^{}]+)\{", flat):
        for selector in selectors.split(","):
            assert selector.strip().startswith(".newsparse"), selector


def test_the_fragment_of_an_article_without_blocks_says_so() -> None:
    assert "holds no blocks" in to_fragment(newsparse.Article(headline="Bridge opens"))


def test_a_notebook_shows_an_article_as_its_fragment() -> None:
    assert parse(TEXT)._repr_html_() == to_fragment(parse(TEXT))


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("role", Role, ids=lambda role: role.value)
def test_every_role_has_colours_that_can_be_read(role: Role) -> None:
    look = LOOKS[role]
    for (ink, tint), paper, text in ((look.light, "#ffffff", "#1d1f22"), (look.dark, "#16181b", "#e6e5e1")):
        assert contrast(ink, tint) >= 4.5
        assert contrast(ink, paper) >= 4.5
        assert contrast(text, tint) >= 7


def test_quiet_text_can_be_read() -> None:
    for quiet, papers in (("#5b5f66", ("#ffffff", "#f7f6f3")), ("#a1a5ac", ("#16181b", "#101214"))):
        assert min(contrast(quiet, paper) for paper in papers) >= 4.5
