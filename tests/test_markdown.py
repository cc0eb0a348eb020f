"""Markdown, as trafilatura, html2text, Firecrawl, Jina Reader, pandoc and turndown write it."""

from __future__ import annotations

import pytest

from newsparse import Article, BulletList, Caption, Paragraph, Section, parse
from newsparse.split import split
from newsparse.splitting.breaks import apart

HEAD = "# Ferry returns\n\n"


def one(line: str) -> tuple[str, str]:
    """The mark and the text of a line below a heading."""
    block = split(HEAD + line)[1]
    return block.marker, block.text


def texts(source: str) -> list[str]:
    """The texts of a page's blocks that are no breaks; every one is in the source at its span."""
    blocks = split(source)
    for block in blocks:
        assert source[block.start : block.end].strip() == source[block.start : block.end] != ""
    return [block.text for block in apart(blocks)[0]]


@pytest.mark.parametrize(
    ("line", "marker", "text"),
    [
        ("* Free on foot", "*", "Free on foot"),
        ("* *Free* on foot", "*", "Free on foot"),
        ("* **Free** on foot", "*", "Free on foot"),
        ("*Free* on foot", "", "Free on foot"),
        ("**Free** on foot", "", "Free on foot"),
        ("*   ### Two pounds", "*", "Two pounds"),
        ("*   ### [Two pounds](https://example.org/x)", "*", "Two pounds"),
        ("- [Two pounds](https://example.org/x)", "-", "Two pounds"),
    ],
)
def test_the_star_of_a_list_is_a_marker_and_that_of_emphasis_a_mark(line: str, marker: str, text: str) -> None:
    assert [(block.marker, block.text) for block in split(f"{HEAD}{line}\n{line}")[1:]] == [(marker, text)] * 2


@pytest.mark.parametrize(
    "link",
    [
        "[pier](https://x.org/Pier_(ship))",
        "[pier](<https://x.org/Pier_(ship)>)",
        "[pier](<https://x.org/a b>)",
        "[pier](https://x.org/a b)",
        "[pier](u 'title')",
        "[pier](u[1]v)",
        "[pier](u (title))",
        '[pier](u "A \\"b\\"")',
        "[pier]()",
        "[pier](u){.external}",
        "[](#x)pier",
        "pier[#](#x)",
        "![Ferry](</a_(1).jpg>)pier",
        f"![Ferry](data:image/png;base64,{'iVBORw0KGgo' * 500})pier",
    ],
)
def test_a_link_is_its_text_whatever_it_leads_to(link: str) -> None:
    assert one(f"The old {link} is closed.") == ("", "The old pier is closed.")


@pytest.mark.parametrize("text", ["a [b] c", r"a \[b\] c", "a [b [c]] d", "see [1] and [x]"])
def test_brackets_in_a_link_are_text(text: str) -> None:
    assert one(f"[{text}](u)") == ("[]", text.replace("\\", ""))


@pytest.mark.parametrize(
    "text", ["a [b] (c)", "a [b] c](d e", "[1][2] a", "a ](b c) d", "a [b](c", "a](b)", "a [b", "say [sic] that"]
)
def test_brackets_that_are_no_link_stay(text: str) -> None:
    assert one(text) == ("", text)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("![At the pier](a.jpg)", "At the pier"),
        ("![At the pier [archive]](u)", "At the pier [archive]"),
        ("[![At the pier](a.jpg)](b)", "At the pier"),
        ("[![At the pier](a_(1).jpg)](<b c>)", "At the pier"),
        ('![At the pier](a.jpg){width="100"}', "At the pier"),
        ("![At](a.jpg) ![the ![old] pier](b.jpg)", "At the ![old] pier"),
        ("![At the ![old](a.jpg) pier](b.jpg)", "At the old pier"),
    ],
)
def test_a_line_of_pictures_is_their_text(line: str, text: str) -> None:
    assert one(line) == ("![]", text)


def test_signs_between_pictures_stay() -> None:
    assert one("![Mail](a.jpg) | ![Print](b.jpg)") == ("", "Mail | Print")


def test_a_picture_in_a_line_is_no_part_of_its_text_unless_it_is_a_letter_or_sign() -> None:
    assert one("![Image 3](b.jpg) Island asks for a harbour")[1] == "Island asks for a harbour"
    assert one("![T](t.gif)he island asks ![:-)](s.gif)")[1] == "The island asks :-)"


@pytest.mark.parametrize(
    "line",
    [
        "![](https://example.org/a.jpg)",
        "[![](a.jpg)](b)",
        "[](#top)",
        "- ![](a.jpg)",
        ">",
        "> >",
        "\\",
        "[",
        "](https://example.org/x)",
        "<figure>",
        '<img src="a.jpg" alt="Ferry">',
        "<!-- a comment -->",
        "&nbsp;",
        "::: {.figure}",
        ":::",
        "```python",
        "[1]: https://example.org/x",
        '[pier]: <https://example.org/x> "The pier"',
        "[^1]: A note.",
    ],
)
def test_a_line_of_nothing_but_marks_parts_the_text_and_is_kept(line: str) -> None:
    source = f"{HEAD}The pier was opened.\n\n{line}\n\nMany came."
    assert texts(source) == ["Ferry returns", "The pier was opened.", "Many came."]
    article = parse(source)
    assert line in [source[block.start : block.end] for block in article.blocks]


def test_pictures_alone_make_a_text_markdown() -> None:
    assert texts("One *two*.\n\n![](a.jpg)\n\nThree.") == ["One two.", "Three."]


@pytest.mark.parametrize(
    ("source", "marks"),
    [
        ("Ferry returns\n===\n\nFares go up\n---\n\nNine pounds.", ["#", "##", ""]),
        ("Ferry returns\n=============\n\nNine pounds.", ["#", ""]),
        ("Ferry returns\n" + "=" * 90 + "\n\nFares\n" + "-" * 90 + "\nNine pounds.", ["#", "##", ""]),
        ("Nine pounds.\n\nFares go up\n-----------\n\nNine pounds.", ["", "##", ""]),
        ("Nine pounds.\nFares go up\n-----------\nNine pounds.", ["", "##", ""]),
        ("**Fares** go up\n===\n\nNine pounds.", ["#", ""]),
        ("Nine pounds.\n---\n\nTen pounds.", ["", "---", ""]),
        ("Fares go up\n-----------\nNine pounds, the council says.\n-----------\nTen.", ["", "---", "", "---", ""]),
        ("Fares go up\n\n---\n\nNine pounds.", ["", "---", ""]),
        ("# Ferry returns\n\nBy Jane Doe\n---\n\nNine pounds.", ["#", "", "---", ""]),
        ("Ticket  Price\n-------------\nSingle  9\n-------------\n", ["", "---", "", "---"]),
        ("| a | b |\n---------\n| c | d |", ["", "---", ""]),
        ("---\n---\n\nNine pounds.", ["---", "---", ""]),
        ("word " * 60 + "\n===\n\nNine pounds.", ["", "---", ""]),
    ],
)
def test_a_line_with_an_underline_is_a_heading(source: str, marks: list[str]) -> None:
    blocks = split(source)
    found = ["---" if not block.text.strip("-=") else block.marker for block in blocks]
    assert found == marks
    for block in blocks:
        if block.marker[:1] == "#" and "# " not in source:
            assert set(source[block.start : block.end].splitlines()[1]) <= set("=-")
            assert "\n" not in block.text


WRAPPED = """\
A heading that is as long as the lines of the text below it
===========================================================
The council has decided that the ferry between the mainland
and the island will run again from Monday, two years after
the pier was closed because of some rot in its heavy beams.

> We would have liked to keep the old fares, said the woman
> who runs the harbour office, but the beams were in a far
> worse state than we had thought.
>
> Nobody could have known of that in the spring of the year
> in which the pier was built by men who are long dead now.
## And this is a second heading, with signs before its text
It is followed by a paragraph that is wrapped like the rest
of the page at about the same column, as we can see at once.
"""


def test_headings_and_quotations_of_a_wrapped_text_are_joined_with_nothing_else() -> None:
    blocks = apart(split(WRAPPED))[0]
    assert [(block.marker, block.text[:11], block.text[-11:]) for block in blocks] == [
        ("#", "A heading t", "xt below it"),
        ("", "The council", "eavy beams."),
        (">", "We would ha", "ad thought."),
        (">", "Nobody coul", "g dead now."),
        ("##", "And this is", "re its text"),
        ("", "It is follo", "ee at once."),
    ]
    assert not any(">" in block.text for block in blocks)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (r"\*old\* and \_init\_", "*old* and _init_"),
        (r"\"Nine\", \'ten\'\, \$5 \< 6", "\"Nine\", 'ten', $5 < 6"),
        (r"a \\ b \a", r"a \ b \a"),
        (r"\# No heading", "# No heading"),
        (r"\- No item", "- No item"),
        (r"\[no link\](u) \&amp; \<br>", "[no link](u) &amp; <br>"),
        ("Broken off\\", "Broken off"),
        ("Broken off\\\\", "Broken off"),
        ("`*code* <br> \\` and ``a ` b``", "*code* <br> \\ and a ` b"),
        ("\ufdd0 \\*", "\ufdd0 \\*"),
    ],
)
def test_what_is_escaped_is_text(line: str, text: str) -> None:
    assert one(line)[1] == text


def test_what_newsparse_writes_as_markdown_it_reads_again() -> None:
    nasty = (
        "".join(
            f"a{sign}b {sign}c{sign} {sign} " for sign in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`|}~"
        )  # a brace that opens would make code of it
        + "**d** [e](f) &amp; <br> z"
    )
    starts = [
        "1. a",
        "1) a",
        "- a",
        "+ a",
        "# a",
        "## a ##",
        "> a",
        "*a*",
        "`a`",
        "[a](b)",
        "[a]: b",
        "![a](b)",
        "<p>a</p>",
        "a <!-- b -->",
    ]
    article = Article(
        headline=f"One {nasty}",
        lead=f"Two {nasty}",
        sections=(
            Section(None, (Paragraph(nasty), BulletList((nasty, *starts)))),
            Section(nasty, tuple(map(Paragraph, starts))),
            *(Section(start, ()) for start in starts),
        ),
        captions=(Caption(nasty, "x_y"),),
    )
    assert texts(article.to_markdown()) == [
        f"One {nasty}",
        f"Two {nasty}",
        nasty,
        nasty,
        *starts,
        nasty,
        *starts,
        *starts,
        f"{nasty} (x_y)",
    ]


@pytest.mark.parametrize(
    ("line", "mark", "text"),
    [
        ("> Old fares", ">", "Old fares"),
        (">Old fares", ">", "Old fares"),
        ("> > Old fares", ">", "Old fares"),
        ("> - Old fares", "-", "Old fares"),
        ("> ## Old fares", "##", "Old fares"),
        ("> - [x] Old fares", "-", "Old fares"),
        ("> **Old fares**", ">", "Old fares"),
        ("> - > - > - > - Old fares", "-", "Old fares"),
    ],
)
def test_the_mark_within_a_quotation_counts(line: str, mark: str, text: str) -> None:
    assert one(line) == (mark, text)


def test_links_to_targets_elsewhere_are_their_text() -> None:
    source = (
        "The [council][1] of the [Island][] [again] said[^1] so^[1]^, [sic][2].\n\n"
        "[1]: https://example.org/a\n[island]: /b 'B'\n[again]: <#c>\n[^1]: In May."
    )
    assert texts(source) == ["The council of the Island again said so, [sic][2]."]


def test_what_looks_like_a_target_is_text() -> None:
    assert texts(f"{HEAD}[Editor]: No.\n\n[Mayor]: https://example.org/x is wrong.") == [
        "Ferry returns",
        "[Editor]: No.",
        "[Mayor]: https://example.org/x is wrong.",
    ]


def test_a_link_over_several_lines_leaves_no_bracket() -> None:
    source = f"{HEAD}[![](b.jpg)\\\\\n\\\\\n**Island asks for a harbour**\\\\\n\\\\\nIts mayor says so](https://example.org/h)\n\n[\nMore\n](/m)\n"
    assert texts(source) == ["Ferry returns", "Island asks for a harbour", "Its mayor says so", "More"]
    assert texts(f"{HEAD}[**Island asks**\\\n\\\nfor a harbour](/h)")[1:] == ["Island asks", "for a harbour"]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Ham &amp; eggs&nbsp;for &lt;all&gt; &#8211; &#x2014;", "Ham & eggs for <all> – —"),
        ("Ham &unknown; AT&T; R&D", "Ham &unknown; AT&T; R&D"),
        ("One.<br>Two. <br/> Three.<BR />", "One. Two. Three."),
        ('The <span class="x">old</span> <a href="u">pier</a>', "The old pier"),
        ("<figcaption>The pier. <!-- no --></figcaption>", "The pier."),
        ("See <https://example.org/x> there", "See https://example.org/x there"),
        ("3 <4 and 5> 6, <Name>, i <u and v> b", "3 <4 and 5> 6, <Name>, i <u and v> b"),
        ("a <!-- b", "a <!-- b"),
    ],
)
def test_html_within_markdown_is_read(line: str, text: str) -> None:
    assert one(line)[1] == text


@pytest.mark.parametrize(
    ("lines", "marks"),
    [
        ("1. Bread\n2. Butter\n3. Jam", ["1.", "2.", "3."]),
        ("1) Bread\n2) Butter", ["1)", "2)"]),
        ("+ Bread\n+ Butter", ["+", "+"]),
        ("  1. Bread\n  2. [Butter](u)", ["1.", "2."]),
        ("- [ ] Bread\n* [x] Butter", ["-", "*"]),
    ],
)
def test_the_marks_of_ordered_lists_go(lines: str, marks: list[str]) -> None:
    blocks = split(HEAD + lines)[1:]
    assert [block.marker for block in blocks] == marks
    assert [block.text for block in blocks] == ["Bread", "Butter", "Jam"][: len(blocks)]
    assert all(block.is_item for block in blocks)


@pytest.mark.parametrize(
    "lines",
    [
        "1. Bread\n\n2. Butter",
        "1. Bread\n3. Butter",
        "1. Bread\n2) Butter",
        "1. Bread",
        "+ Bread\n1. Butter",
        "1\\. Bread\n2\\. Butter",
    ],
)
def test_numbers_that_are_no_list_stay(lines: str) -> None:
    assert texts(HEAD + lines)[1:] == [line.replace("\\", "") for line in lines.split("\n") if line]


def test_numbers_and_marks_of_plain_text_stay() -> None:
    source = "1. Bread\n2. Butter\n+ Jam\n+ Ham\n[ ] Tea & <br> \\* [a] `b` ~~c~~"
    assert [block.text for block in split(source)] == source.split("\n")


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("**Berlin **– Der Rat", "Berlin – Der Rat"),
        ("** Fares **", "Fares"),
        ("the ** old ** pier", "the old pier"),
        ("~~Old~~ `new` fares", "Old new fares"),
        ("## Fares go up {#fares .x}", "Fares go up"),
        ("## Fares go up [#](#fares)", "Fares go up"),
        ("## [](#fares)Fares go up ##", "Fares go up"),
        ("##Fares go up", "Fares go up"),
        ("#Fares go up", "#Fares go up"),
        ("**Fares go up", "Fares go up"),
        ("## In {brackets}", "In {brackets}"),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
    ],
)
def test_other_marks_go(line: str, text: str) -> None:
    assert one(line)[1] == text


def test_a_line_that_is_strong_is_told_from_one_that_is_struck() -> None:
    assert one("**Fares go up**") == ("**", "Fares go up")
    assert one("__Fares go up__") == ("**", "Fares go up")
    assert one("~~Fares go up~~") == ("", "Fares go up")
