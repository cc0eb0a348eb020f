"""Texts as corpora and datasets leave them: with marks of their own, numbers, tokens, lines written out."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial

import pytest

from newsparse import Article, Role
from newsparse.splitting.literals import as_strings
from newsparse.splitting.numbered import unnumbered
from newsparse.splitting.tokens import untokenised
from newsparse.splitting.written import with_line_ends
from tests.invariants import check_text


def roles(article: Article) -> list[Role]:
    return [block.role for block in article.blocks]


PARAGRAPHS = (
    "The ferry company that links the islands with the mainland must repay some 40,000 fares, a court in Wendhaven ruled "
    "on Thursday.",
    '"That is not what the law asks," said the judge, Helen Moore. "A company that sells a ticket has to know whether '
    'its ships can sail."',
    "Passengers' groups welcomed the ruling. Tom Reed, who speaks for commuters on the northern islands, said that many "
    "had waited for long.",
)
BODY = "\n\n".join(PARAGRAPHS)
POINTS = ("Court says that ferry company must repay fares", "NEW: Passengers had waited for two years")


@pytest.mark.parametrize("end", ["\n", "\n\n", "\r\n\r\n"])
@pytest.mark.parametrize("points", ["@highlight{end}{0}{end}@highlight{end}{1}", "@highlight {0}{end}@highlight {1}"])
def test_what_stands_below_the_mark_of_a_key_point_is_one(points: str, end: str) -> None:
    article = check_text(BODY.replace("\n\n", end) + end + points.format(*POINTS, end=end))
    assert article.bullets == POINTS
    assert article.sections[0].paragraphs == PARAGRAPHS
    assert [section.bullets for section in article.sections] == [()]


@pytest.mark.parametrize(
    "text", ["@highlight", "@highlight\n@highlight\n", "@highlight\n\nA", "a @highlight b", "@highlights\nA"]
)
def test_marks_of_key_points_alone_are_no_trouble(text: str) -> None:
    assert len(check_text(text).blocks) == text.count("\n") - text.count("\n\n") - text.endswith("\n") + 1


def test_what_looks_like_the_mark_of_a_key_point_is_text() -> None:
    article = check_text(
        f"{BODY}\n\n@highlighter wrote on Friday that the ferry is back, and that many have waited for it."
    )
    assert not article.bullets


LINES = ("Ferry company must repay fares", *PARAGRAPHS)


def texts(article: Article) -> list[tuple[Role, str]]:
    return [(block.role, block.text) for block in article.blocks]


@pytest.mark.parametrize(
    "end",
    [
        *[" NEWLINE_CHAR ", "NEWLINE_CHAR", "<n>", "<q>", " [SEP] ", " ¶ ", " </s> <s> ", "&#10;", "&#13;&#10;"],
        *["\\n", "\\r\\n", "\\\\n", "\\\\r\\\\n"],
    ],
)
def test_line_ends_that_datasets_write_as_something_else_are_line_ends(end: str) -> None:
    article, meant = check_text(end.join(LINES)), check_text("\n".join(LINES))
    assert texts(article) == texts(meant)
    assert article.headline == LINES[0]


def test_a_mark_that_can_be_nothing_else_is_a_line_end_beside_others() -> None:
    text = f"{LINES[0]} NEWLINE_CHAR NEWLINE_CHAR {LINES[1]}\n\n{LINES[2]} NEWLINE_CHAR NEWLINE_CHAR {LINES[3]}"
    assert texts(check_text(text)) == texts(check_text("\n\n".join(LINES)))


@pytest.mark.parametrize(
    "text",
    [
        "The file ends with <n>, and\nthe other with <n>, too.",
        'He said <q>never</q> and <q cite="a">again</q>.',
        "A path is C:\\new\\notes\nand a line below it.",
        "One [SEP] in a line is not enough.",
        "Paragraph ¶ 12 of the ruling.",
    ],
)
def test_what_only_looks_like_a_written_line_end_stays(text: str) -> None:
    assert with_line_ends(text) is None


def test_quotation_marks_that_are_escaped_with_the_line_ends_are_plain() -> None:
    text = "\\n\\n".join(LINES).replace('"', '\\"')
    assert texts(check_text(text)) == texts(check_text("\n\n".join(LINES)))


@pytest.mark.parametrize("mark", [" ||||| ", "|||||", " story_separator_special_tag "])
def test_what_parts_the_articles_of_a_cluster_is_no_text(mark: str) -> None:
    article = check_text(mark.join([" \n \n ".join(PARAGRAPHS), PARAGRAPHS[0], PARAGRAPHS[2]]))
    marks = [block for block in article.blocks if block.text == mark.strip()]
    assert len(marks) == 2 and all(block.role is Role.BOILERPLATE for block in marks)
    found = [block.text for block in article.blocks if block not in marks]
    assert found == [*PARAGRAPHS, PARAGRAPHS[0], PARAGRAPHS[2]]


WIRE = """\
    TIN PRODUCERS TO CUT EXPORTS BY FIVE PCT
    KUALA LUMPUR, March 3 - Tin producing countries will cut
exports by five pct in the second quarter to support prices, a
spokesman for the group said.
    The cut follows one of three pct in January, which had little
effect on prices, he said.
    Stocks in London warehouses rose to 61,000 tonnes last week
from 58,500 a week earlier, traders said.
    Malaysia, the largest producer, will bear half of the cut.
"""


@pytest.mark.parametrize("end", [" REUTER\n", " Reuter\n\x03", " Reuter &#3;\n", "(Reuters)\n", "dpa\n"])
def test_the_agency_below_the_last_line_of_a_wrapped_paragraph_is_not_joined_to_it(end: str) -> None:
    article = check_text(WIRE + end)
    assert article.sections[0].paragraphs[-1] == "Malaysia, the largest producer, will bear half of the cut."
    assert len(article.agencies) == 1
    assert roles(article)[:2] == [Role.HEADLINE, Role.PARAGRAPH]


def test_an_agency_that_a_sentence_ends_with_is_a_part_of_it() -> None:
    text = WIRE.replace("will bear half of the cut.", "will bear half, sources told")
    assert check_text(text + "Reuters\n").blocks[-1].text.endswith("told Reuters")


GERMAN = (
    "Fähre kehrt nach zwei Jahren zurück",
    "Von Jörg Müller",
    "Die Fähre zwischen dem Festland und der Insel fährt ab Montag wieder, zwei Jahre nachdem der Anleger geschlossen "
    "wurde.",
    "„Wir haben lange gewartet“, sagte die Bürgermeisterin am Freitag. „Jetzt können alle wieder übersetzen.“",
    "12 Millionen Euro kosteten die Arbeiten, doppelt so viel wie geplant.",
)


@pytest.mark.parametrize("article", [LINES, GERMAN], ids=["en", "de"])
@pytest.mark.parametrize(
    "form", ["{}. ", "{}.\t", "{}\t", "[{}] ", "({}) ", "{}: ", "{:03} ", "  {}  ", "#{} ", "{}) "]
)
@pytest.mark.parametrize("first", [0, 1])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_text_with_numbered_lines_reads_like_one_without_numbers(
    article: tuple[str, ...], form: str, first: int, gap: str
) -> None:
    text = gap.join(form.format(number) + line for number, line in enumerate(article, first))
    found = check_text(text)
    assert texts(found) == texts(check_text(gap.join(article)))
    for number, (block, line) in enumerate(zip(found.blocks, article, strict=True), first):
        assert text[block.start : block.end] == form.format(number).lstrip() + line


def test_blank_lines_may_be_numbered_too() -> None:
    lines = "\n\n".join(GERMAN).split("\n")
    text = "\n".join(f"{number}\t{line}".rstrip() for number, line in enumerate(lines, 1))
    assert texts(check_text(text)) == texts(check_text("\n\n".join(GERMAN)))


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(LINES),
        "\n".join([LINES[0], *(f"{number}. {line}" for number, line in enumerate(PARAGRAPHS, 1))]),
        "\n".join(f"{number}. {line}" for number, line in zip((1, 2, 4, 5), LINES, strict=True)),
        "\n".join(f"{number}. {line}\nA line below it." for number, line in enumerate(LINES, 1)),
        "\n".join(f"{number}. {number + 3}. {line}" for number, line in enumerate(LINES, 1)),
        "12 killed in storm\n13 more are missing, the coast guard said.",
        "1\n2\n3\n4\n5\n",
        "1. > a\n2. > b\n3. > c\n4. > d",
    ],
)
def test_numbers_of_lists_stay(text: str) -> None:
    assert unnumbered(text) is None
    check_text(text)


def test_numbers_within_numbers_are_no_trouble() -> None:
    check_text("\n".join(f"{number}. > " * 2000 for number in range(1, 6)))


TOKENS = """\
-LRB- CNN -RRB- -- The harbor authority of Lisbon , which owns the quay , has ordered the removal of 14 ferries .

`` We have waited long enough , '' said Maria Antunes , who heads the authority . `` They did n't act . ''

" They had every chance , " she said ( in Lisbon ) . The authority 's boats wait .
"""
WORDS = """\
(CNN) -- The harbor authority of Lisbon, which owns the quay, has ordered the removal of 14 ferries.

"We have waited long enough," said Maria Antunes, who heads the authority. "They didn't act."

"They had every chance," she said (in Lisbon). The authority's boats wait.
"""


@pytest.mark.parametrize("tokens", [TOKENS, TOKENS.replace("LRB", "lrb").replace("-RRB-", ")")])
def test_a_text_that_was_cut_into_words_is_read_with_its_signs_where_they_belong(tokens: str) -> None:
    article, meant = check_text(tokens), check_text(WORDS)
    assert texts(article) == texts(meant)
    assert article.to_dict() | {"blocks": ()} == meant.to_dict() | {"blocks": ()}
    assert [tokens[block.start : block.end] for block in article.blocks] == tokens.strip().split("\n\n")


def test_quotation_marks_of_old_wires_are_read_as_such() -> None:
    text = BODY.replace(' "', " ``").replace('\n"', "\n``").replace('"', "''")
    assert texts(check_text(text)) == texts(check_text(BODY))


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "« Nous avons attendu , » a-t-elle dit. Oui, oui, et non.",
        "A text , with a slip, or two . But, on the whole, it is written with care, as most are.",
        "Code has ``a`` and ``b`` , and ''c'' is a title in a wiki .\n```\n``''``''\n```",
    ],
)
def test_ordinary_texts_are_not_taken_for_words_cut_apart(text: str) -> None:
    assert untokenised(text) is None


def test_marks_of_a_wiki_are_no_part_of_the_strings() -> None:
    text = "[[File:a.jpg|thumb]]\n'''The [[ferry|ferries]]''' run<ref>x</ref>, [https://example.org/ says] {{who|a}} he.\n== [[Tolls]] =="
    article = check_text(text)
    assert [block.text for block in article.blocks] == [
        "thumb",
        "The ferries run, says  he.".replace("  ", " "),
        "Tolls",
    ]


@pytest.mark.parametrize(
    "text", ["a == b\n== c", "x[[1]] = y[[2]]", "[[a]", "==\n==", "Score: 3 = 3\n=3=", "{{a}} {{b}}"]
)
def test_other_equals_signs_brackets_and_braces_stay(text: str) -> None:
    assert " ".join(block.text for block in check_text(text).blocks) == " ".join(text.split())


@pytest.mark.parametrize("article", [LINES, GERMAN], ids=["en", "de"])
@pytest.mark.parametrize(
    "write", [json.dumps, partial(json.dumps, ensure_ascii=False, indent=1), lambda said: repr(list(said))]
)
def test_a_list_of_strings_is_read_like_its_strings(article: tuple[str, ...], write: Callable[[object], str]) -> None:
    text = write(article)
    found = check_text(text)
    assert texts(found) == texts(check_text("\n\n".join(article)))
    for block, line in zip(found.blocks, article, strict=True):
        assert write([line])[2:-2].strip("[]\n \"'") in text[block.start : block.end]


def test_of_an_object_the_strings_are_read_whose_keys_are_known() -> None:
    said = {
        **{"id": "ab-12", "title": LINES[0], "author": "Anna Brandt", "date": "2024-05-03", "tags": ["ferry", "court"]},
        **{"url": "https://example.org/ferry", "text": BODY.replace("ruling", "ruling \u2014 \U0001f6a2"), "n": None},
    }
    for text in (json.dumps(said), json.dumps(said, ensure_ascii=False, indent=2), repr(said)):
        article = check_text(text)
        assert (article.headline, article.authors) == (LINES[0], ("Anna Brandt",))
        assert article.published is not None and article.published.year == 2024
        assert len(article.sections[0].paragraphs) + bool(article.lead) == 3
        assert "ruling \u2014 \U0001f6a2." in article.text


@pytest.mark.parametrize(
    "text",
    [
        "[The ferry is back]",
        '["a b c d e f g" "h"]',
        '["a b c d e f g", {]',
        '{"a b c d e f g", "h"}',
        '{"a": "b c d e f g h i"}',
        '{"text": "b c d e f g h i"',
        '{"text": "b c d e f g h i"} and more',
        '{"text" "b c d e f g h i"}',
        '["too short"]',
        "[" * 50 + '"a b c d e f g"' + "]" * 50,
        "[]",
        "{}",
    ],
)
def test_what_is_no_list_or_object_of_strings_is_text(text: str) -> None:
    assert as_strings(text) is None
    check_text(text)


def test_odd_escapes_are_no_trouble() -> None:
    check_text('["a b c d e f g \\ud83d \\u12 \\x \\q \\uD83D\\uDEA2 \\n\\t", "\\n", " "]')


def test_headers_of_newsgroups_are_told_from_the_text() -> None:
    head = (
        "From: roe@cs.example.edu (Jane Roe)\nSubject: Ferry fares\nOrganization: University of Wendhaven\nLines: 14\n"
    )
    article = check_text(f"{head}NNTP-Posting-Host: cs.example.edu\n\n{BODY}\n")
    assert article.headline == "Ferry fares"
    assert article.sections[0].paragraphs == PARAGRAPHS


def test_a_line_below_the_numbered_ones_may_say_where_they_are_from() -> None:
    text = "\n".join([*(f"{number:03} {line}" for number, line in enumerate(LINES, 1)), "Source: Harbour Times"])
    assert check_text(text).headline == LINES[0]


def test_strings_without_spaces_are_read_too() -> None:
    said = {
        "headline": "橋の建設計画、市議会が否決",
        "body": ["町議会は木曜日、川に2本目の橋を架ける計画を9対4で否決した。6年にわたる議論が終わった。"] * 2,
    }
    article = check_text(json.dumps(said, ensure_ascii=False))
    assert (article.headline, article.language) == (said["headline"], "ja")


def test_paths_are_no_line_ends() -> None:
    text = (
        r"The update leaves one folder at C:\new\table and another at D:\Users\new\notes, the company said on Tuesday."
    )
    assert with_line_ends(text) is None
    assert with_line_ends(r"It is at C:\new now.\n\nNobody knows.") == "It is at C:\\new now. \n \nNobody knows."


def test_a_chronology_is_not_numbered() -> None:
    lines = [f"{year} The bridge was closed for repair once more, and opened." for year in range(2015, 2022)]
    assert unnumbered("\n".join(lines)) is None


def test_ellipses_with_spaces_are_not_tokenised() -> None:
    text = "The wind was cold . . . and nobody came . . . until he waved. She smiled. It rained. The sea rose. The end."
    assert untokenised(text) is None
    assert (
        untokenised("He waited . . . and waited . . . until the lamp went out . . .\n\nNobody came . . . but the sea")
        is None
    )
    assert untokenised("He waited . . . and went . Nobody came . The sea rose .") is not None
    assert untokenised("The wind was cold . Nobody came . The sea rose .") is not None


def test_a_mark_of_key_points_within_a_text_calls_none() -> None:
    below = "\n\n".join(PARAGRAPHS)
    article = check_text(f"What a tag does\n\nUse the tag\n\n@highlight\n\non a forum to call everybody.\n\n{below}")
    assert article.bullets == ()


def test_days_of_a_month_are_not_numbered() -> None:
    days = ("el coro canta", "la villa baila", "el puente abre", "el consejo vota", "cierra la feria")
    assert unnumbered("\n".join(f"{day} de mayo: {said}" for day, said in enumerate(days, 1))) is None
    assert unnumbered("\n".join(f"{day}. Mai: {said}" for day, said in enumerate(days, 1))) is None


def test_tokens_within_a_sentence_are_no_line_ends() -> None:
    assert with_line_ends("Use [SEP] between two texts and [SEP] at the end, says the guide.") is None
    assert with_line_ends("A title [SEP] A text. [SEP] Another.") is not None


@pytest.mark.parametrize(
    "text",
    [
        "Le pont , long de trois cents mètres , a été ouvert vendredi , neuf ans après. Le maire a parlé. Il a plu.",
        "« Nous avons attendu » , dit-il. « Venez » , dit-elle , « tous ! » Le maire est venu. Qui paiera ? Lui : la ville.",
        "La plaza , que es de todos , está cerrada desde el lunes , dijo el alcalde. Nadie vino. Llovió.",
        "Die Brücke , 300 Meter lang , ist offen , sagt die Stadt. Sie ist schön. Sie ist lang.",
    ],
)
def test_a_person_may_put_spaces_around_commas(text: str) -> None:
    assert untokenised(text) is None


def test_treebanks_leave_the_stops_within_a_line() -> None:
    said = "The quay , which is old , was closed on Friday. The mayor , Jane Roe , spoke. Nobody , she said , was hurt"
    assert untokenised(f"{said} .\n{said} .") is not None
    assert untokenised(f"{said}.\n{said}.") is None  # somebody puts spaces around commas
