"""Text that still has the tags of its HTML: fields of feeds and of editors' systems, dumps of databases, whole pages."""

from __future__ import annotations

import html

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsparse
from newsparse import Article, BulletList, Paragraph, Role
from newsparse.split import split
from newsparse.splitting.breaks import apart
from tests.invariants import check_blocks

FIELD = """\
<p class="intro"><strong>The island ferry will run again from Monday, two years after the old ship was taken out of \
service.</strong></p>
<figure class="wp-block-image" data-id="12"><a href="/f.jpg"><img src="f.jpg" alt=""/></a><figcaption>The new ferry at \
the pier on Friday. Photo: Jane Roe</figcaption></figure>
<p>The council approved the <a href="https://example.org/c?a=1&amp;b=2">contract</a> on Thursday night after a debate of
five hours, with only two members against it.</p>
<!-- wp:heading -->
<h2 style="color: red">Tickets cost less</h2>
<!-- /wp:heading -->
<p>A single ticket will cost &pound;4, said Anna Marsh, who runs the harbour office. &ldquo;Nobody should have to count \
coins at the pier,&rdquo; she said.</p>
<p>These ships sail from the old pier, and not from the new one:</p>
<ul>
  <li>The <em>Anna</em>, six times a day in summer, and four times in winter</li>
  <li>The <em>Berta</em>, twice a day, but only if the weather permits it</li>
</ul>
<script>window.ads = window.ads || []; document.write("<p>Buy!</p>");</script>
<p>The old ship is to become a museum in the harbour, if a buyer is found before the end of the year.</p>
"""
HEADLINE = "Ferry returns to the island"
PARAGRAPHS = [
    "The council approved the contract on Thursday night after a debate of five hours, with only two members against it.",
    "A single ticket will cost £4, said Anna Marsh, who runs the harbour office. “Nobody should have to count coins at "
    "the pier,” she said.",
    "These ships sail from the old pier, and not from the new one:",
    "The old ship is to become a museum in the harbour, if a buyer is found before the end of the year.",
]
ITEMS = (
    "The Anna, six times a day in summer, and four times in winter",
    "The Berta, twice a day, but only if the weather permits it",
)


def texts(source: str) -> list[str]:
    """The texts of a page's blocks that are no breaks; nothing of the source is outside of a block."""
    blocks = split(source)
    check_blocks(source, Article(blocks=tuple(blocks)))
    return [block.text for block in apart(blocks)[0]]


def marks(source: str) -> list[tuple[str, str]]:
    """The mark and the text of each block."""
    return [(block.marker, block.text) for block in split(source)]


def hold(article: Article) -> None:
    """The article is the one above."""
    assert article.headline == HEADLINE
    assert (
        article.lead
        == "The island ferry will run again from Monday, two years after the old ship was taken out of service."
    )
    assert [(caption.text, caption.credit) for caption in article.captions] == [
        ("The new ferry at the pier on Friday.", "Jane Roe")
    ]
    assert [section.header for section in article.sections] == [None, "Tickets cost less"]
    content = [part for section in article.sections for part in section.content]
    assert [part.text for part in content if isinstance(part, Paragraph)] == PARAGRAPHS
    assert [part.items for part in content if isinstance(part, BulletList)] == [ITEMS]


@pytest.mark.parametrize(
    "field",
    [
        FIELD,
        FIELD.replace("\n", " "),
        FIELD.replace("\n", "\r\n"),
        FIELD.replace(">\n", ">"),
        FIELD.replace("<p>", "\n<div>\n    <p>\n        ").replace("</p>", "\n    </p>\n</div>\n"),
        FIELD.replace("<p>", "<P>").replace("</p>", "</P>"),
        FIELD.replace("</p>\n", "\n").replace("</li>", ""),
        f"<div id='a > b' data-x=\"<p>\"><![CDATA[{FIELD}]]></div>",
        html.escape(FIELD),
        html.escape(FIELD, quote=False).replace("\n", " "),
    ],
    ids=[
        "as it is",
        "one line",
        "carriage returns",
        "no line between",
        "indented",
        "capitals",
        "ends left out",
        "wrapped",
        "escaped",
        "escaped, one line",
    ],
)
def test_a_field_is_read_however_it_is_laid_out(field: str) -> None:
    text = f"{HEADLINE}\n\n{field}"
    article = newsparse.parse(text)
    hold(article)
    check_blocks(text, article)


def test_a_whole_page_is_read_with_what_its_head_holds_set_apart() -> None:
    page = (
        '<!DOCTYPE html>\n<html lang="en"><head><title>Ferry | The Mast</title><style>p { color: red }</style></head>\n'
        '<body><nav><ul><li><a href="/">Home</a></li><li><a href="/x">Your account</a></li></ul></nav><main><article>'
        f"<h1>{HEADLINE}</h1><p>By Jane Doe, 3 May 2024</p>{FIELD}</article></main>"
        "<footer><p>&copy; 2024 The Mast. All rights reserved.</p></footer></body></html>"
    )
    article = newsparse.parse(page)
    hold(article)
    assert article.authors == ("Jane Doe",)
    assert article.blocks[0].text.startswith("<head>") and article.blocks[0].role is Role.BOILERPLATE
    check_blocks(page, article)


def test_spans_hold_the_tags_around_a_block() -> None:
    text = '<div><p class="a">One <b>two</b>.</p>\n</div><p>Three.</p>'
    assert [text[block.start : block.end] for block in split(text)] == [
        '<div><p class="a">One <b>two</b>.</p>\n</div>',
        "<p>Three.</p>",
    ]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("<h1>Ferry</h1><h3>Pier</h3>", [("#", "Ferry"), ("###", "Pier")]),
        ("<h2>The ferry<br>returns</h2><p>On Monday.</p>", [("##", "The ferry returns"), ("", "On Monday.")]),
        ("<p><b>Pier</b></p><p><b>Pier</b> two</p>", [("**", "Pier"), ("", "Pier two")]),
        ("<p>Pier</p><p><a href='/x'><span>Ferry</span></a></p>", [("", "Pier"), ("[]", "Ferry")]),
        (
            "<p>Pier</p><blockquote><p>It runs.</p><p>Yes.</p></blockquote>",
            [("", "Pier"), (">", "It runs."), (">", "Yes.")],
        ),
        ("<p>Pier</p><p><img src=a alt='The ferry'></p>", [("", "Pier"), ("![]", "The ferry")]),
        ("<p>Pier <img src=a alt='The ferry'> two</p><p>x</p>", [("", "Pier two"), ("", "x")]),
        ("<p>a</p><img alt='One'><img alt=Two><p>b</p>", [("", "a"), ("![]", "One"), ("![]", "Two"), ("", "b")]),
        ("<figure><img><figcaption>Ferry</figcaption></figure>", [("![]", "Ferry")]),
        ("<ol><li><p>One</p></li><li>• Two<li>Three</ol>", [("•", "One"), ("•", "Two"), ("•", "Three")]),
        ("<p>a<br>b<br/>c<br />d</p>", [("", "a"), ("", "b"), ("", "c"), ("", "d")]),
        ("<table><tr><th>a<th>b<th>c<tr><td>d</td><td>e</td><td>f</td></table>", [("", "a\tb\tc"), ("", "d\te\tf")]),
        ("<pre>a\n  b</pre><p>c\n  d</p>", [("", "a"), ("", "b"), ("", "c d")]),
        ("<p>Jo\n <a href=x>\n  said\n </a>\n , (\n <i>\n no\n</i>\n ).</p>", [("", "Jo said, (no).")]),
        ("<p>島への\n  船が\n</p><p>戻る。</p>", [("", "島への船が"), ("", "戻る。")]),
        ("<div>One two\nthree\n\nfour</div><div>five</div>", [("", "One two three"), ("", "four"), ("", "five")]),
        ("<p>3 &lt; 4 &amp;amp; <unk> a@b</p><p>&nbsp;</p>", [("", "3 < 4 & <unk> a@b")]),
        ("<p>Schiff&shy;fahrt</p><p>a</p>", [("", "Schifffahrt"), ("", "a")]),
        ("<p>&amp;nbsp;</p><p>a</p>&nbsp;", [("", "a")]),
        ("<p>*a* [b](c) _d_</p><p># e</p>", [("", "*a* [b](c) _d_"), ("", "# e")]),
        ("<p>a</p><x-ad><p>b <own>c</own></p></x-ad>", [("", "a"), ("", "b c")]),
        (
            "<p>a</p><svg><svg></svg><title>x</title></svg><p>b</p>",
            [("", "a"), ("~", "<svg><svg></svg><title>x</title></svg>"), ("", "b")],
        ),
        ("<p>a<script>x</script> b</p><p>c</p>", [("", "a b"), ("", "c")]),
        ("<p>漢<ruby>字<rt>じ</rt></ruby>。</p><p>b</p>", [("", "漢字。"), ("", "b")]),
        ("<p>a</p><blockquote><p>b</p>", [("", "a"), ("", "b")]),
        ("<p>a</p><script><p>b</p>", [("", "a"), ("", "b")]),
        ("<p>a</p><!-- never ends <p>b</p>", [("", "a"), ("", "<!-- never ends"), ("", "b")]),
        ("<p title=\"it is>a</p><p title=it's>b</p>", [("", "a"), ("", "b")]),
    ],
)
def test_what_tags_say(source: str, said: list[tuple[str, str]]) -> None:
    assert marks(source) == said
    texts(source)


def test_line_breaks_alone_part_paragraphs() -> None:
    text = "\n".join(f"{line}<br /><br />" for line in (HEADLINE, *PARAGRAPHS))
    article = newsparse.parse(text)
    assert article.headline == HEADLINE
    assert [paragraph for section in article.sections for paragraph in section.paragraphs] == PARAGRAPHS
    assert {block.gap for block in article.blocks[1:]} == {1}


def test_text_with_tags_only_within_its_lines_is_read_without_them() -> None:
    text = "\n\n".join(
        [
            HEADLINE,
            *(line.replace("the pier", '<a href="/p">the pier</a>') for line in PARAGRAPHS),
            "The <em>Anna</em> and the <em>Berta</em> sail every day of the year but for Sundays in winter.",
            "All of them belong to <strong>the town</strong>, which bought them some twenty years ago.",
        ]
    )
    assert texts(text)[1:5] == PARAGRAPHS
    assert "<" not in "".join(texts(text))
    marked = text.replace(HEADLINE, f"# {HEADLINE}")
    assert split(marked)[0].marker == "#"  # Markdown, of which they may be a part


@pytest.mark.parametrize(
    "text",
    [
        "The <p> element, closed by </p>, holds a paragraph.\n\nA <br> ends a line, and a <div> holds what you like.",
        'Write "<p>" at the beginning (and </p> at the end).\n\nThere are six headings, `<h1>` to `<h6>`.',
        "Is 3 < 4? Yes, and 4 > 3.\n\nWrite to Jo <jo@example.org> or see <https://example.org/</p>>.",
        "```html\n<p>One</p>\n<p>Two</p>\n```",
        "\n\n".join([*PARAGRAPHS, "<p>One</p>\n<p>Two</p>", *PARAGRAPHS]),
        "\n".join(
            [*PARAGRAPHS, "<html>", "<body>", '  <p id="a">One</p>', "  <div></div>", "</body>", "</html>", *PARAGRAPHS]
        ),
        "Escaped, it is &lt;p&gt; and, at the end, &lt;/p&gt; in the source.",
        "They cried <b>loudly</b> that\n\nnobody had asked them.\n\nThat is how it was then.",
    ],
)
def test_text_that_only_mentions_tags_keeps_them(text: str) -> None:
    assert "".join(texts(text)).count("<") == html.unescape(text).count("<")


TAGS = """
    <p> </p> <br> <br/> <div> </div> <li> </li> <ul> </ul> <h2> </h2> <b> </b> <td> <tr> <hr> <pre> </pre> <p
    <script> </script> <!-- --> <![CDATA[ ]]> <svg> </svg> <head> </head> <blockquote> </blockquote> <x-y>
"""
PIECES = st.sampled_from(
    [
        *TAGS.split(),
        '<a href="/x">',
        "</a>",
        '<img alt="A ferry">',
        "<figcaption>",
        "</figcaption>",
        '<p title="',
        "='",
        "&quot;",
        '"',
        ">",
        "<",
        "&nbsp;",
        "a&nbsp;",
        "a&amp;nbsp;",
        "&lt;p&gt;",
        "&lt;/p&gt;",
        "• ",
        "\n",
        "\n\n",
        "\u200b",
        "\ufdef",
        "\x85",
        "The bridge was opened on Friday.",
        "橋が開通した。",
        "word",
    ]
)


@given(st.lists(PIECES, max_size=60).map("".join))
@settings(max_examples=400)
def test_any_mixture_of_tags_parses_and_nothing_is_lost(text: str) -> None:
    check_blocks(text, newsparse.parse(text))
    tagged = f"<p>One two three.</p>{text}<p>Four.</p>"
    check_blocks(tagged, newsparse.parse(tagged))
    escaped = html.escape(tagged) + text
    check_blocks(escaped, newsparse.parse(escaped))
