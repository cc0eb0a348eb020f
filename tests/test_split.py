"""How a text is cut into blocks."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

import pytest

from newsparse.split import split


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\f", "\v", "\x1d"])
def test_every_kind_of_line_end_ends_a_line(end: str) -> None:
    assert [block.text for block in split(f"one{end}two{end}{end}three")] == ["one", "two", "three"]


@pytest.mark.parametrize(
    ("line", "marker", "text"), [("  • one", "•", "one"), ("- one", "-", "one"), ("* one", "*", "one")]
)
def test_a_list_marker_is_taken_off_and_kept_in_the_span(line: str, marker: str, text: str) -> None:
    source = f"Head\n{line}\n{line}\n"
    block = split(source)[1]
    assert (block.marker, block.text) == (marker, text)
    assert source[block.start : block.end] == line.strip()


@pytest.mark.parametrize("dash", ["–", "—", "-"])
def test_a_lone_dash_opens_direct_speech(dash: str) -> None:
    block = split(f"{dash} Where are you going? she asked him.\n\nHe said nothing.")[0]
    assert (block.marker, block.text[0]) == ("", dash)


@pytest.mark.parametrize(
    "text", ["- bread\n\n- butter", "Buy\n  - bread", "- bread,\n  sliced.", "## Buy\n\n- Bread.", "Buy:\n\n- bread"]
)
def test_a_hyphen_opens_an_item_of_a_list(text: str) -> None:
    assert "-" in [block.marker for block in split(text)]


@pytest.mark.parametrize("line", ["- bread", "- Vi er redde for vinteren", "- Where are you going? she asked him."])
def test_a_hyphen_alone_opens_what_somebody_says(line: str) -> None:
    blocks = split(f"The town in the north\n\n{line}\n\nHe said nothing.")
    assert [(block.marker, block.text) for block in blocks[1:2]] == [("", line)]


def test_hard_wrapped_lines_are_joined_and_hyphens_kept() -> None:
    text = (
        "The council has decided that the library on the corner of Mill Lane\n"
        "will stay open on Sundays after all, because so many readers of news-\n"
        "papers had written letters about it that the clerks could not answer\n"
        "them in time for the last meeting before the summer holidays began.\n"
        "\n"
        "A second paragraph follows here, and it is long enough to be wrapped\n"
        "by the same program at about the same column as the paragraph above.\n"
    )
    blocks = split(text)
    assert len(blocks) == 2
    assert "news-papers" in blocks[0].text
    assert text[blocks[1].start : blocks[1].end].startswith("A second")


def test_invisible_characters_at_the_edges_go() -> None:
    assert [block.text for block in split("\ufeffone\u200b\n\xa0two\xa0")] == ["one", "two"]


def test_gaps_are_counted() -> None:
    assert [block.gap for block in split("one\ntwo\n\n\nthree")] == [9, 0, 2]


def test_markdown_marks_are_hints_and_no_text() -> None:
    text = "# Head\n\n## Second\n\n**Bold** text with a [link](https://example.org/a_b).\n\n> quoted\n\n![alt text](x.jpg)\n"
    assert [(block.marker, block.text) for block in split(text)] == [
        ("#", "Head"),
        ("##", "Second"),
        ("", "Bold text with a link."),
        (">", "quoted"),
        ("![]", "alt text"),
    ]


def test_short_paragraphs_of_a_script_without_spaces_are_no_wrapped_text() -> None:
    lines = [
        "市は六月の初めから六週間、古い橋を通行止めにすると火曜日の会見で明らかにした。",
        "三月の点検で主な軸受けに亀裂が二つ見つかり、部品を外国で作り直すことになったためだ。",
        "バスは北の道を回り、歩行者と自転車のために無料の渡し船が二十分おきに出る見込みだ。",
        "魚市場の店主たちは、夏の客が減るのではないかと心配している。昨年七月は四万人が橋を渡った。",
        "市は修理に三億円を見込む。ほかの四つの橋の状態についての報告は秋にまとまる予定だという。",
    ]
    assert [block.text for block in split("\n".join(lines))] == lines


def test_wrapped_lines_of_a_script_without_spaces_are_joined_without_one() -> None:
    text = (
        "市は六月の初めから六週間、古い橋を通行止めにすると明らかにした。三月の点検で亀裂が二つ見つかったためだ。" * 5
    )
    wrapped = "\n".join(text[place : place + 44] for place in range(0, len(text), 44))
    assert [block.text for block in split(wrapped)] == [text]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("The report (opens in new window) was out on Friday.", "The report was out on Friday."),
        ("Investoren(öffnet im neuen Fenster) , zu denen die Stadt gehört", "Investoren, zu denen die Stadt gehört"),
        ("市は計画（新しいウィンドウで開く）を公表した。", "市は計画を公表した。"),
        ("• Le rapport (Nouvelle fenêtre) (s’ouvre dans un nouvel onglet).", "Le rapport."),
        ("The door (it opens in a new wing) is red.", "The door (it opens in a new wing) is red."),
        ("The door (opens inwards) is red.", "The door (opens inwards) is red."),
        ("(Opens in a new tab)", "(Opens in a new tab)"),
    ],
)
def test_notes_behind_links_are_no_part_of_the_text(line: str, text: str) -> None:
    (block,) = split(line)
    assert block.text == text
    assert (block.start, block.end) == (0, len(line))


PARAGRAPHS = (
    "Ferry returns to the island after two years",
    "Passengers can cross the strait again from Monday, the council said, but the fares have gone up by a third since.",
    "The council said on Friday that the repairs of the pier had cost four million pounds, twice as much as was planned.",
    "Fares go up",
    "A single crossing will cost nine pounds from Monday, three more than before. Islanders with a card pay four pounds.",
    "What comes next",
    "The council wants to buy a second ferry next year, which would double the number of crossings in the summer months.",
)


def wrapped(paragraphs: Sequence[str], width: int = 72, first: str = "") -> list[str]:
    return [textwrap.fill(text, width, initial_indent=first if len(text) > width else "") for text in paragraphs]


@pytest.mark.parametrize("width", [60, 72, 80])
def test_short_paragraphs_are_unwrapped_too(width: int) -> None:
    assert [block.text for block in split("\n\n".join(wrapped(PARAGRAPHS, width)))] == list(PARAGRAPHS)


def test_an_address_does_not_hide_that_a_text_is_wrapped() -> None:
    address = f"https://example.org/{'a' * 200}"
    assert [block.text for block in split("\n\n".join([*wrapped(PARAGRAPHS), address]))] == [*PARAGRAPHS, address]


def test_paragraphs_told_by_their_indent_are_unwrapped() -> None:
    assert [block.text for block in split("\n".join(wrapped(PARAGRAPHS, first="    ")))] == list(PARAGRAPHS)


def test_a_wrapped_item_takes_the_lines_that_are_indented_below_it() -> None:
    item = "Dogs travel free of charge and may stand on the lower deck of the ferry, as long as somebody holds them."
    lines = textwrap.fill(item, 72, initial_indent="  * ", subsequent_indent="    ")
    blocks = split("\n\n".join([*wrapped(PARAGRAPHS), lines]))
    assert (blocks[-1].marker, blocks[-1].text) == ("*", item)


@pytest.mark.parametrize("sign", ["\u200b", "\ufeff", "\u2800", "\u3164", "\ufffc", "\u202b\u202c", "\xa0\u200e"])
def test_a_line_of_signs_that_nobody_sees_is_blank(sign: str) -> None:
    blocks = split(f"one\n{sign}\ntwo")
    assert [(block.text, block.gap) for block in blocks] == [("one", 9), ("two", 1)]


@pytest.mark.parametrize("marks", ["\u202b\u202c", "\u2067\u2069", "\u061c\u200f"])
def test_marks_of_direction_around_a_line_go(marks: str) -> None:
    opening, closing = tuple(marks)
    assert split(f"{opening}• one{closing}\n{opening}• two{closing}")[0].text == "one"


@pytest.mark.parametrize("space", ["\xa0", "\u202f", "\u2009", "\t", "  ", " \xa0"])
def test_white_space_within_a_line_is_one_plain_space(space: str) -> None:
    text = f"one{space}two" if space == "\t" else f"one{space}two{space}three"
    block = split(text)[0]
    assert block.text == " ".join(text.split())
    assert block.words == len(text.split())
    assert text[block.start : block.end] == text


def test_a_row_of_a_table_keeps_its_tabs() -> None:
    assert split("one\ttwo\tthree")[0].text == "one\ttwo\tthree"


@pytest.mark.parametrize("sign", ["\xad", "\u200b", "\u2060", "\ufeff"])
def test_signs_within_words_that_nobody_sees_go(sign: str) -> None:
    assert split(f"news{sign}paper")[0].text == "newspaper"


def test_joiners_within_words_stay() -> None:
    assert split("می\u200cروم")[0].text == "می\u200cروم"


@pytest.mark.parametrize("end", ["une clé. »", "une clé.\u00a0»", "une clé.\u202f» »"])
def test_a_space_may_stand_before_the_mark_that_closes_a_quotation(end: str) -> None:
    assert split(f"« On n’a pas demandé la permission, on a demandé {end}")[0].ends_with_stop
