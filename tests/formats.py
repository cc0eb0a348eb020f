"""What the tests of formats share: articles of every kind, hostile ones first, and the pages of the project."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from hypothesis import strategies as st

from newsparse import Article, Block, BulletList, Caption, Evidence, Paragraph, Role, Section, parse
from newsparse.cli.case import read_case

TESTS = Path(__file__).parent
SCHEMAS = TESTS.parents[1] / "shared" / "schemas"

NASTY = [
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "--><img src=x onerror=alert(1)>",
    "<img src=x onerror=alert(1)>",
    "</title></style></article><svg onload=alert(1)>",
    '" onmouseover="alert(1)',
    "[click](javascript:alert(1))",
    "![x](javascript:alert(1))",
    "[x]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "&lt;b&gt; &amp;copy; &#60; &#x3c; &copy",
    '=HYPERLINK("http://example.org","x")',
    "+1+1",
    "-1 degrees",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\uff1d1+1",
    "'=1+1",
    'a","=1+1',
    "one; two\\; three\\",
    "nul\0 bell\a escape\x1b[31m delete\x7f next\x85line csi\x9b31m",
    "two\r\nlines\u2028and\u2029more\x0b\x0c",
    "lone \ud800 surrogates \udfff",
    "not characters \ufffe \uffff \ufdd0 \U0010ffff",
    "\u202eright to left\u202c \u200b\ufeff",
    "# header",
    "#",
    "## header ##",
    "1. one",
    "2) two",
    "1.",
    "- item",
    "-",
    "+ item",
    "* item",
    "---",
    "- - -",
    "***",
    "===",
    "```",
    "~~~ python",
    "> quoted",
    "    code",
    "| a | b |",
    "a | b",
    "|---|---|",
    "**bold** *it* __bold__ _it_ snake_case_name `code` ~~gone~~ Lehrer*innen 5 * 3",
    "ends in a backslash\\",
    "\\*",
    "<b",
    "a<b>c</b>",
    "a < b & c > d",
    "AT&T; R&D",
    "[^1] [ ] [sic]",
    "\u00a0non-breaking\u00a0space\u3000",
    "  ",
    "",
    "Die Brücke ist offen.",
    "橋が開通した。",
    "جسر جديد يفتح أبوابه",
]

MARKS = st.text("*_`[](){}<>&;#|~-+=!\\ \"'.:/\n\t\xa01aé", max_size=12)
STRINGS = st.one_of(
    st.sampled_from(NASTY),
    MARKS,
    st.text(st.characters(), max_size=12),
    st.lists(st.sampled_from(NASTY) | MARKS, min_size=2, max_size=3).map(" ".join),
)
"""`st.characters()` includes control characters, lone surrogates and characters that are none."""
LISTS = st.lists(STRINGS, max_size=3).map(tuple)
ZONES = st.sampled_from([None, UTC, timezone(timedelta(hours=-5, minutes=-30)), timezone(timedelta(seconds=3208))])
DATES = st.builds(
    lambda date, zone, day: (date.replace(hour=0, minute=0, second=0, microsecond=0) if day else date).replace(
        tzinfo=zone
    ),
    st.datetimes(datetime(2, 1, 1), datetime(9998, 12, 31)),
    ZONES,
    st.booleans(),
)
CAPTIONS = st.builds(Caption, STRINGS, st.none() | STRINGS)
SECTIONS = st.builds(
    Section,
    st.none() | STRINGS,
    st.lists(st.builds(Paragraph, STRINGS) | st.builds(BulletList, LISTS), max_size=3).map(tuple),
)
BLOCKS = st.builds(
    Block,
    STRINGS,
    st.integers(0, 99),
    st.integers(0, 99),
    st.sampled_from(Role),
    st.lists(
        st.builds(Evidence, STRINGS, st.sampled_from(Role), st.floats(allow_nan=False, allow_infinity=False), STRINGS),
        max_size=2,
    ).map(tuple),
)
ARTICLES = st.builds(
    Article,
    headline=st.none() | STRINGS,
    kicker=st.none() | STRINGS,
    lead=st.none() | STRINGS,
    authors=LISTS,
    agencies=LISTS,
    published=st.none() | DATES,
    modified=st.none() | DATES,
    dateline=st.none() | STRINGS,
    bullets=LISTS,
    sections=st.lists(SECTIONS, max_size=3).map(tuple),
    captions=st.lists(CAPTIONS, max_size=2).map(tuple),
    related=LISTS,
    boilerplate=LISTS,
    signature=st.none() | STRINGS,
    publisher=st.none() | STRINGS,
    language=st.none() | STRINGS | st.sampled_from(["de", "ar", "zh-Hant"]),
    blocks=st.lists(BLOCKS, max_size=2).map(tuple),
)


def everywhere(text: str) -> Article:
    """An article with that string in each place that holds a string."""
    return Article(
        headline=text,
        kicker=text,
        lead=text,
        authors=(text, text),
        agencies=(text,),
        dateline=text,
        bullets=(text, text),
        sections=(
            Section(None, (BulletList((text,)), Paragraph(text))),
            Section(text, (Paragraph(text), BulletList((text, text)), BulletList((text,)))),
        ),
        captions=(Caption(text, text), Caption(text, f"{text}.")),
        related=(text,),
        boilerplate=(text,),
        signature=text,
        publisher=text,
        language=text,
        blocks=(Block(text, 0, len(text), Role.LEAD, (Evidence(text, Role.LEAD, 1.5, text),)),),
    )


def pages() -> dict[str, Article]:
    """The articles of the project's cases and of its example, by name."""
    found = {path.stem: parse(read_case(path).text) for path in sorted((TESTS / "cases").glob("*.case"))}
    seed = TESTS / "seed" / "news_de_trump_putin.txt"
    return found | {seed.stem: parse(seed.read_text(encoding="utf-8"))}


PAGES = pages()
