"""Credits on lines of their own: what tells them, and which caption they go to."""

from __future__ import annotations

import attrs
import pytest

import newsparse
from newsparse.article import Role
from newsparse.bylines.sign_offs import without_sign_offs
from newsparse.captions.captions import read_captions
from newsparse.captions.credits import is_credit_line
from tests.pages import page_of


def test_a_name_and_a_news_agency_below_a_sentence_are_a_credit() -> None:
    page = page_of("The mayor opens the new harbour bridge.\n\nJane Roe/AP\n\nHarbour/News", "en")
    assert [page.credits[index][0] for index in range(3)] == [False, True, False]


@pytest.mark.parametrize(
    ("language", "line", "alone"),
    [
        ("cs", "ilustrační foto", True),
        ("da", "PR-foto", True),
        ("it", "(foto d'archivio)", True),
        ("de", "(Archiv)", True),
        ("de", "Archiv", False),
        ("en", "File photo.", True),
        ("ko", "<사진=해오름시 제공>", True),
        ("en", "May 3, 2024 / 2:05 PM EDT / Harbour News / AFP", False),
        ("pl", "PAP/ Anna Berg", True),
        ("de", "APA/ANNA BERG", True),
        ("pt", "ANA SILVA/LUSA", True),
        ("ru", "Фото: Иван Петров, Портовая газета", True),
        ("tr", "Kaynak, Mehmet Kaya", True),
        ("tr", "Mehmet YALIN/ANKARA, (DHA)", False),
        ("en", "HP PHOTO: JASON ROE", True),
        ("en", "TV PICK: THE FERRY", False),
    ],
)
def test_a_mark_of_pictures_or_an_agency_and_a_name_may_be_a_line_s_only_words(
    language: str, line: str, *, alone: bool
) -> None:
    page = page_of(line, language)
    assert (page.credits[0][0], page.has_marked_credit(0)) == (alone, alone)


def test_a_mark_stays_in_the_caption_where_the_credit_is_on_the_next_line() -> None:
    page = page_of("Die Brücke am Montag. (Archivbild)\n\nFoto: Anna Berg/dpa", "de")
    (caption,) = read_captions(page, page.blocks, None)
    assert (caption.text, caption.credit) == ("Die Brücke am Montag. (Archivbild)", "Anna Berg/dpa")


def test_a_caption_below_a_sentence_is_no_credit_for_its_slash() -> None:
    page = page_of("Bron över ån är äntligen klar nu.\n\nBron i stan. Foto: Anna Berg/TT", "sv")
    assert page.credits[1] == (False, 13)


@pytest.mark.parametrize(
    ("language", "line", "alone"),
    [
        ("de", "Video", False),
        ("de", "Foto: Ole Hansen", True),
        ("de", "sak/Reuters", True),
        ("de", "Die Fähre im Hafen.Ole Hansen/dpa", False),
        ("de", "Polizist am Anleger - Foto Ole Hansen/dpa", False),
        ("en", "Photo by the old ferry, which sank in a storm eleven years ago.", False),
    ],
)
def test_a_bare_word_and_a_caption_with_its_credit_are_no_credit(language: str, line: str, *, alone: bool) -> None:
    page = page_of(line, language)
    assert is_credit_line(page.blocks[0], page.cues) is alone


@pytest.mark.parametrize(
    ("text", "captions"),
    [
        ("Photo: Ann Pell\nThe ferry at low tide", [("The ferry at low tide", "Ann Pell")]),
        ("The ferry at low tide\nPhoto: Ann Pell", [("The ferry at low tide", "Ann Pell")]),
        ("Photo: Ann Pell\n\nThe ferry at low tide", [("Ann Pell", "Ann Pell"), ("The ferry at low tide", None)]),
        (
            "Photo: Ann Pell\nThe ferry. Photo: Tom Garrow",
            [("Ann Pell", "Ann Pell"), ("The ferry.", "Tom Garrow")],
        ),
        ("Photo: Ann Pell", [("Ann Pell", "Ann Pell")]),
    ],
)
def test_a_credit_on_a_line_of_its_own_goes_to_the_caption_beside_it(
    text: str, captions: list[tuple[str, str | None]]
) -> None:
    page = page_of(text, "en")
    found = read_captions(page, page.blocks, None)
    assert [(caption.text, caption.credit) for caption in found] == captions


@pytest.mark.parametrize(
    ("language", "line", "alone"),
    [
        ("es", "VIDEO: Así amaneció la zona del mercado", False),
        ("pl", "WIDEO: Tak wygląda nowy most nad Wartą", False),
        ("es", "Video: Juan Pérez / EFE", True),
        ("es", "Foto: cortesía de la familia Pérez Gómez (EFE)", True),
    ],
)
def test_a_title_behind_a_label_of_videos_is_no_credit(language: str, line: str, *, alone: bool) -> None:
    page = page_of(line, language)
    assert is_credit_line(page.blocks[0], page.cues) is alone


@pytest.mark.parametrize(("line", "alone"), [("Photographs by", True), ("Photographs", False)])
def test_words_that_a_name_must_follow_are_a_credit_whose_name_is_on_the_next_line(line: str, *, alone: bool) -> None:
    page = page_of(line, "en")
    assert is_credit_line(page.blocks[0], page.cues) is alone


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("The ferry leaves the pier at dawn. (Jane Roe | Harbour Post)", "(Jane Roe | Harbour Post)"),
        ("The ferry leaves the pier at dawn. (Jane Roe, Harbour Post)", "(Jane Roe, Harbour Post)"),
        ("Why the ferry was late (Jane Roe — Harbour Post)", ""),
        ("The prize went to three of the islanders (Jane Roe, Hull)", ""),
        ("The ferry leaves the pier at dawn. (c) Jane Roe", "(c) Jane Roe"),
        ("Passengers may (a) wait, (b) walk or (c) Ask the crew for help on the pier.", ""),
    ],
)
def test_a_name_and_a_medium_in_parentheses_are_a_credit_behind_a_sentence(line: str, credit: str) -> None:
    page = page_of(line, "en")
    tail = page.credits[0][1]
    assert (line[tail:] if tail else "") == credit


def test_a_picture_below_the_headline_may_have_its_words_for_a_caption() -> None:
    headline = "Lundport gets a new pier after the storm"
    body = (
        "The harbour of Lundport will get a new pier next year, because the old one could not be saved after the storm, "
        "the town said on Monday. The work is to begin in March and will take a year to finish."
    )
    article = newsparse.parse("\n\n".join([headline, f"{headline}(KXYZ)", "May 3, 2024", body, body]), language="en")
    assert article.headline == headline
    assert [caption.text for caption in article.captions] == [headline]


def test_who_wrote_it_below_the_article_is_no_caption() -> None:
    page = page_of("The ferry is back at the pier of Lundport after a long winter.\n\nText: abc/xyz", "en")
    assert read_captions(page, page.blocks[1:], None) == ()


@pytest.mark.parametrize(
    ("language", "line"),
    [("pl", "Źródło: harbour.example, PAP"), ("uk", "Джерело: міська рада"), ("en", "Source: harbour.example / AFP")],
)
def test_what_an_article_is_from_below_its_last_sentence_is_no_caption(language: str, line: str) -> None:
    page = page_of(f"The ferry is back at the pier of Lundport.\n\n{line}", language)
    blocks = [attrs.evolve(page.blocks[0], role=Role.PARAGRAPH), attrs.evolve(page.blocks[1], role=Role.CAPTION)]
    assert without_sign_offs(blocks[1:], (), blocks, blocks[:1]) == []
    assert without_sign_offs(blocks[1:], (), blocks, ()) == blocks[1:]
