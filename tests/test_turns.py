"""Interviews whose speakers stand on lines of their own: all that is said is text, and so are the names above it."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsparse
from newsparse import Role
from newsparse.split import split
from newsparse.survey.facts import Times
from newsparse.survey.turns import find_turns
from tests.conversations import ENGLISH, GERMAN, ROUND_TABLE, TALKS, Talk
from tests.invariants import check_blocks, check_text

MENU = "Home\nNews\nSport\nWeather\nSign in\n\n"
TAIL = "\n\nRead more\n\nHarbour bridge opens after nine years\n\nFerry timetable for the summer\n\nContact\nPrivacy policy"


def marked(talk: Talk, before: str, after: str) -> str:
    return "\n\n".join([f"# {talk.headline}", *talk.lines(before, after)[1:]])


def in_capitals(talk: Talk) -> list[str]:
    lines = [talk.headline, talk.lead]
    for speaker, said in talk.turns:
        lines += [speaker.upper(), *said]
    return lines


LAYOUTS: dict[str, Callable[[Talk], str]] = {
    "blank lines between": lambda talk: "\n\n".join(talk.lines()),
    "no blank lines": lambda talk: "\n".join(talk.lines()),
    "as a script": lambda talk: "\n\n".join(talk.lines()).replace(":\n\n", ":\n"),
    "a space before the colon": lambda talk: "\n\n".join(talk.lines(after="\xa0:")),
    "a wide colon": lambda talk: "\n\n".join(talk.lines(after="：")),
    "no colon": lambda talk: "\n\n".join(talk.lines(after="")),
    "neither colon nor blank lines": lambda talk: "\n".join(talk.lines(after="")),
    "in capitals": lambda talk: "\n\n".join(in_capitals(talk)),
    "in capitals, no blank lines": lambda talk: "\n".join(in_capitals(talk)),
    "bold": lambda talk: marked(talk, "**", ":**"),
    "bold before the colon": lambda talk: marked(talk, "**", "**:"),
    "bold, no colon": lambda talk: marked(talk, "**", "**"),
    "as headings": lambda talk: marked(talk, "#### ", ""),
    "a whole page": lambda talk: MENU + "\n\n".join(talk.lines()) + TAIL,
    "hard-wrapped": lambda talk: "\n\n".join(textwrap.fill(line, 72) for line in talk.lines()),
    "quoted": lambda talk: "\n".join(f"> {part}" for line in talk.lines() for part in (*textwrap.wrap(line, 70), "")),
}


def speakers(text: str) -> list[str]:
    blocks = split(text)
    found = find_turns(blocks, Times([block.lower for block in blocks]))
    return [blocks[place].text for place in sorted(found.speakers)]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("language", TALKS)
def test_all_of_an_interview_is_paragraphs_in_order(language: str, layout: str) -> None:
    talk = TALKS[language]
    text = LAYOUTS[layout](talk)
    article = newsparse.parse(text)
    check_blocks(text, article)
    assert article.headline == talk.headline
    paragraphs = [paragraph for section in article.sections for paragraph in section.paragraphs]
    wanted = [line for speaker, said in talk.turns for line in (speaker.lower(), *said)]
    names = {speaker.lower() for speaker, _ in talk.turns}
    plain = [name if (name := line.rstrip(":： \xa0").lower()) in names else line for line in paragraphs]
    assert plain[-len(wanted) :] == wanted
    assert [section.header for section in article.sections] == [None]
    assert article.authors == ()


def test_a_host_may_have_a_longer_name_once_and_a_guest_speak_once() -> None:
    lines = [
        *("JANE MILLER, HOST:", "Who was on the quay this morning?"),
        *("TOM OAKES:", "I was, and I saw the first boat come in out of the fog."),
        *("MILLER:", "And did it bring any fish?"),
        *("OAKES:", "Hardly any."),
        *("CALLER:", "They had herring at my place, and cheap it was."),
        *("MILLER:", "So there is hope for dinner?"),
        *("OAKES:", "There always is."),
    ]
    assert speakers("\n\n".join(lines)) == lines[::2]


@pytest.mark.parametrize(
    "pair",
    [
        ("Q.", "A."),
        ("Q:", "A:"),
        ("Speaker 1:", "Speaker 2:"),
        ("El periodista:", "Ana:"),
        ("L’intervistatore:", "Prof. Anna Belli:"),
        ("Anne Miller (ARD):", "Tom Baker (FDP):"),
        ("기자:", "김서연:"),
        ("المذيع:", "ليلى:"),
        ("पत्रकार:", "सीता:"),
        ("记者：", "李晓雯："),
    ],
)
def test_names_and_roles_of_many_forms_are_speakers(pair: tuple[str, str]) -> None:
    said = [line for _, lines in ENGLISH.turns for line in lines[:1]]
    lines = [line for number, text in enumerate(said) for line in (pair[number % 2], text)]
    assert speakers("\n\n".join(lines)) == lines[::2]


def test_a_header_a_picture_and_an_advertisement_between_the_turns_stay_what_they_are() -> None:
    lines = ROUND_TABLE.lines()
    lines.insert(8, "The bakers in front of the mill. Photo: Jane Doe")
    lines.insert(13, "Bread of yesterday")
    lines.insert(16, "Read also: Mill on the Tarn is for sale")
    article = newsparse.parse(MENU + "\n\n".join(lines) + TAIL)
    assert [section.header for section in article.sections] == [None, "Bread of yesterday"]
    assert [caption.credit for caption in article.captions] == ["Jane Doe"]
    assert article.related[0] == "Read also: Mill on the Tarn is for sale"


def test_a_question_with_the_mark_of_a_heading_is_a_header() -> None:
    lines = [line for turn in ENGLISH.turns for line in (f"**{turn[0]}:**", *turn[1])]
    text = "\n\n".join(f"## {line}" if line.endswith("?") else line for line in lines)
    article = newsparse.parse(f"# {ENGLISH.headline}\n\n{ENGLISH.lead}\n\n{text}")
    questions = [line for _, said in ENGLISH.turns for line in said if line.endswith("?")]
    assert [section.header for section in article.sections[1:]] == questions


SAID = [
    "The bridge is the best thing that has happened to this town in years, and I cross it every day.",
    "I do not agree at all with what you say, because the tolls hit those who have no choice.",
    "My bus takes ten minutes longer since it opened, and nobody at the council answers the phone.",
    "Then take the ferry, it still runs on Sundays.",
    "Has anybody seen the new timetable? I cannot find it anywhere on the site of the council.",
    "It hangs at the station, right below the clock.",
]
TITLES = [
    "Second span lifted",
    "Bus takes the long way",
    "Crowd gathers",
    "Mayor thanks crew",
    "Fog again",
    "Work begins",
]


def entries(entry: str) -> str:
    """Six entries of the same form; `{who}` is one of two people who take turns."""
    people = ["Anne Miller", "Tom Baker"] * 3
    return "\n".join(entry.format(who=who, said=s, title=t) for who, s, t in zip(people, SAID, TITLES, strict=True))


@pytest.mark.parametrize(
    "entry",
    [
        "{who} says:\n{said}",
        "{who} says:\nMay 2, 2012 at 3:14 pm\n{said}\nReply",
        "{who}:\n3 May 2012, 3:14 p.m.\n{said}",
        "{who}\n{said}\nReply\nShare",
        "{who}\nJoined: 2010\nPosts: 123\n{said}",
        "• {who}:\n{said}",
        "{who}\n{title}\n{said}",
        "{title}\n{said}\n{who}",
        "{title}\nPros:\n{said}\nCons:\n{said}",
        "{title}\nGrape:\nTempranillo\nPrice:\n9.90 euros\nTaste:\n{said}",
        "{title}\nLove:\n{said}\nMoney:\nYou will spend more than you have.\nHealth:\nSleep a little longer.",
        "{said}\nADVERTISEMENT\n{said}\nREAD MORE",
        "Services:\nWeather.\nAbout us:\nContact.",
    ],
)
def test_comments_entries_of_blogs_and_lists_with_labels_are_no_turns(entry: str) -> None:
    assert speakers(f"Bridge opens\n\n{' '.join(SAID)}\n\n{entries(entry)}") == []


def test_two_who_talk_far_below_an_article_make_no_interview_of_it() -> None:
    lines = [line for turn in GERMAN.turns[:6] for line in (f"{turn[0]}:", turn[1][0])]
    assert speakers("\n\n".join(SAID * 4 + lines)) == []


def test_the_names_are_neither_authors_nor_breaks() -> None:
    article = newsparse.parse("\n\n".join(in_capitals(ROUND_TABLE)))
    assert article.authors == () and article.boilerplate == ()
    assert all(block.role is Role.PARAGRAPH for block in article.blocks[2:])


LINES = st.sampled_from(
    ["Anne:", "Tom:", "ANNE", "TOM", "Anne", "Q.", "A.", ":", ",:", "5:", "Why?", "Never", *SAID[:3], ""]
)


@given(
    st.lists(LINES, max_size=40).flatmap(lambda lines: st.sampled_from(["\n", "\n\n"]).map(lambda end: end.join(lines)))
)
@settings(max_examples=150)
def test_whatever_stands_where_speakers_may_nothing_is_lost(text: str) -> None:
    check_text(text)
