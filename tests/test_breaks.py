"""Lines that only interrupt a text are no part of it, and part nothing."""

import pytest

import newsparse
from newsparse import Role
from newsparse.split import split
from newsparse.splitting.breaks import apart
from tests.invariants import check_text

SENTENCES = [f"Sentence number {n} tells of the bridge, the river and the people of the town." for n in range(8)]


def test_a_rule_is_no_list_item() -> None:
    assert [(block.marker, block.text) for block in split("* * *\n\n- - -\n\n* one")] == [
        ("", "* * *"),
        ("", "- - -"),
        ("*", "one"),
    ]


def test_rules_are_set_apart_and_the_rest_is_numbered_anew() -> None:
    kept, breaks = apart(split("One\n\n***\n\n\n\nTwo\n\n---\n\nThree"))
    assert [block.text for block in breaks] == ["***", "---"]
    assert [(block.index, block.text) for block in kept] == [(0, "One"), (1, "Two"), (2, "Three")]
    assert kept[1].gap == 3


def test_a_label_between_sentences_again_and_again_is_set_apart() -> None:
    text = "\n\nMore below\n\n".join(SENTENCES)
    kept, breaks = apart(split(text))
    assert [block.text for block in kept] == SENTENCES
    assert {block.text for block in breaks} == {"More below"}


def test_so_are_a_notice_and_numbered_labels_next_to_it() -> None:
    lines = [
        line
        for number, sentence in enumerate(SENTENCES)
        for line in (sentence, f"More {number}", "Text below", "The text goes on below this picture.")
    ]
    kept, breaks = apart(split("\n\n".join(lines[:-3])))
    assert [block.text for block in kept] == SENTENCES
    assert len(breaks) == 3 * (len(SENTENCES) - 1)


def test_numbered_headers_are_not() -> None:
    lines = [line for number, sentence in enumerate(SENTENCES) for line in (f"Step {number}", sentence)]
    assert apart(split("\n\n".join(lines)))[1] == []


def test_a_line_of_a_menu_is_not() -> None:
    menu = "\n\n".join(["Home", "Sport", "Home", "Sport", "Home", "Sport", "Home", "Sport"])
    assert apart(split(f"{menu}\n\n{SENTENCES[0]}"))[1] == []


def test_the_name_of_a_speaker_is_not() -> None:
    assert apart(split("\n\nMayor:\n\n".join(SENTENCES)))[1] == []


ANZEIGE = frozenset({"anzeige", "weiter nach der anzeige"})


def test_known_labels_between_sentences_are_set_apart_however_seldom() -> None:
    lines = [*SENTENCES[:2], "– Anzeige –", SENTENCES[2], "ANZEIGE:", "Weiter nach der Anzeige", SENTENCES[3]]
    kept, breaks = apart(split("\n\n".join(lines)), ANZEIGE)
    assert [block.text for block in kept] == SENTENCES[:4]
    assert len(breaks) == 3


def test_neither_below_a_lead_nor_above_what_they_are_the_label_of_nor_below_the_text() -> None:
    lines = [SENTENCES[0], "Anzeige", *SENTENCES[1:3], "Anzeige", "Seven shoes for the autumn", SENTENCES[3], "Anzeige"]
    assert apart(split("\n\n".join(lines)), ANZEIGE)[1] == []


def test_the_labels_are_those_of_the_page_s_language() -> None:
    lines = [*SENTENCES[:3], "Story continues below", *SENTENCES[3:5], "Weiter nach der Anzeige", SENTENCES[5]]
    blocks = newsparse.parse("\n\n".join(lines)).blocks
    assert [block.text for block in blocks if block.evidence[0].rule == "Break"] == ["Story continues below"]


def test_breaks_are_boilerplate_in_their_place() -> None:
    text = f"Bridge opens\n\n{SENTENCES[0]}\n\n* * *\n\n{SENTENCES[1]}"
    article = newsparse.parse(text)
    assert [block.index for block in article.blocks] == [0, 1, 2, 3]
    assert [text[block.start : block.end] for block in article.blocks] == text.split("\n\n")
    assert article.blocks[2].role is Role.BOILERPLATE
    assert article.blocks[2].evidence
    assert article.boilerplate == ("* * *",)


def test_a_page_of_nothing_but_breaks_has_all_of_them() -> None:
    assert newsparse.parse("***\n\n---").boilerplate == ("***", "---")


def test_what_says_that_the_text_goes_on_is_set_apart_above_a_header_too() -> None:
    lines = [*SENTENCES[:2], "Anzeige", "Weiter nach der Anzeige", "The third pier", SENTENCES[2]]
    kept, breaks = apart(split("\n\n".join(lines)), ANZEIGE)
    assert [block.text for block in breaks] == ["Anzeige", "Weiter nach der Anzeige"]
    assert [block.text for block in kept] == [*SENTENCES[:2], "The third pier", SENTENCES[2]]


def test_a_number_in_a_known_label_is_any_number() -> None:
    lines = [*SENTENCES[:2], "Advertisement 3", SENTENCES[2]]
    assert [block.text for block in apart(split("\n\n".join(lines)), {"advertisement 0"})[1]] == ["Advertisement 3"]


CODE = [
    "window.layers = window.layers || []; function tag(){layers.push(arguments);}",
    ".head{margin:0 auto}@media (max-width:600px){.head{padding:0}}",
    '{"@context":"https://schema.org","@type":"NewsArticle","headline":"Bridge opens","author":"Jane Roe"}',
    "slots.push(function() { slots.display('slot-1');});",
    "var slot_count = 3;",
    "<%= article.title %>}",
    "{{link.text}}",
]
NO_CODE = [
    "The sum (nine million); the rest;",
    "She wrote {sic} of it and went on; nobody said a word.",
    "a < b",
    "50 $;",
]


def test_lines_of_code_are_set_apart_and_part_no_text() -> None:
    lines = [line for pair in zip(SENTENCES, CODE, strict=False) for line in pair]
    kept, breaks = apart(split("\n\n".join([*CODE, *lines])))
    assert [block.text for block in kept] == SENTENCES[: len(CODE)]
    assert [block.text for block in breaks] == CODE + CODE


def test_neither_a_semicolon_nor_a_brace_makes_a_line_code() -> None:
    assert apart(split("\n\n".join(NO_CODE)))[1] == []


PROSE = [
    f"The wheel of mill number {n} has not turned since the flood, and nobody has come to mend it." for n in range(4)
]


@pytest.mark.parametrize(
    "rule",
    [
        "***",
        "———",
        "· · ·",
        "###",
        "~~~~",
        "⁂",
        "◆ ◆ ◆",
        "□ □ □",
        "＊　＊　＊",
        "━━━━",
        "////",
        ">>>>",
        ":::",
        "🔹🔹🔹",
        "|||||",
    ],
)
def test_a_rule_between_paragraphs_stands_as_it_was_written(rule: str) -> None:
    text = "\n\n".join(["The mills stay closed", *PROSE[:2], rule, *PROSE[2:]])
    article = check_text(text)
    assert article.boilerplate == (rule,)
    assert [block.text for block in article.blocks] == text.split("\n\n")
    assert article.sections[0].paragraphs[-2:] == tuple(PROSE[2:])


@pytest.mark.parametrize("line", ["★★★", "»»»", "///"])
def test_ornaments_elsewhere_are_left_to_the_rules(line: str) -> None:
    assert apart(split(f"Home\n\n{line}\n\nSport\n\n{PROSE[0]}\n\n{line}"))[1] == []


def test_what_stands_between_the_texts_of_a_cluster_is_no_other_sign() -> None:
    for mark in ("|||||", "story_separator_special_tag"):
        article = check_text(f"{' '.join(PROSE)} {mark} {' '.join(PROSE)}")
        assert article.boilerplate == (mark,)


def test_a_rule_like_the_one_read_in_their_place_is_none() -> None:
    for mark in ("|||||", "story_separator_special_tag"):
        rule = "·" * (len(mark) - 2)
        article = check_text(f"{' '.join(PROSE)} {mark} {' '.join(PROSE)}\n\n{rule}\n\n{' '.join(PROSE)}")
        assert article.boilerplate == (mark, rule)
