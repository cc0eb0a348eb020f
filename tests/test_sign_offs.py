"""Agencies: alone as the byline, and in the sign-offs below the body that look like credits of pictures."""

from __future__ import annotations

from datetime import datetime

import pytest

from newsparse.article import Article
from newsparse.block import measure
from newsparse.credit_tails import credit_tail
from newsparse.cues import cues_of
from newsparse.languages import LANGUAGES
from newsparse.parser import parse
from newsparse.sign_offs import read_sign_off
from tests.pages import page_of
from tests.test_authors import BODY, HEADLINE, LEAD


def article(*above: str, below: tuple[str, ...] = ()) -> Article:
    """An article in English with these lines above and below its body."""
    return parse("\n\n".join([HEADLINE, LEAD, *above, *BODY, *below]), language="en")


@pytest.mark.parametrize("name", ["PA", "AP", "AA", "STA", "ap", "Reuters"])
def test_letters_inside_other_words_do_not_put_an_agency_in_the_news(name: str) -> None:
    assert article(name, "3 May 2024").agencies == (name,)


def test_an_agency_alone_does_not_hide_who_wrote_the_article() -> None:
    read = article("AP", "3 May 2024", "General", "By the harbour", "Jane Roe")
    assert (read.authors, read.agencies) == (("Jane Roe",), ("AP",))


@pytest.mark.parametrize(
    ("language", "line", "agencies"),
    [
        ("de", "Quelle: dpa/AFP", ("dpa", "AFP")),
        ("en", "Source: Reuters", ("Reuters",)),
        ("fr", "Source : AFP", ("AFP",)),
        ("ru", "Источник: ТАСС", ("ТАСС",)),
        ("el", "Πηγή: ΑΠΕ-ΜΠΕ", ("ΑΠΕ-ΜΠΕ",)),
        ("ar", "المصدر: رويترز", ("رويترز",)),
        ("zh", "来源：新华社", ("新华社",)),
        ("no", "(©NTB)", ("NTB",)),
        ("ja", "（共同）", ("共同",)),
        ("ko", "(서울=연합뉴스)", ("연합뉴스",)),
        ("pl", "Anna Kowalska (PAP)", ("PAP",)),
        ("sv", "/TT-AFP", ("TT", "AFP")),
        ("de", "(red, APA, 12.3.2024)", ("APA",)),
        ("fr", "C.F. (avec AFP)", ("AFP",)),
        ("de", "mke (mit dpa)", ("dpa",)),
        ("he", "רויטרס", ("רויטרס",)),
        ("hi", "(भाषा)", ("भाषा",)),
    ],
)
def test_a_sign_off_names_the_agencies(language: str, line: str, agencies: tuple[str, ...]) -> None:
    read = read_sign_off(line, cues_of(LANGUAGES[language]))
    assert read is not None
    assert read.agencies == agencies


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Foto: dpa"),
        ("de", "Quelle: Statistisches Bundesamt"),
        ("en", "© Getty Images/AFP"),
        ("en", "Harbour (Lundport)"),
        ("ko", "(사진=연합뉴스)"),
    ],
)
def test_the_credit_of_a_picture_is_no_sign_off(language: str, line: str) -> None:
    assert read_sign_off(line, cues_of(LANGUAGES[language])) is None


def test_a_source_below_the_last_sentence_is_no_caption() -> None:
    read = article(below=("Source: Reuters",))
    assert (read.agencies, read.captions) == (("Reuters",), ())


def test_a_source_below_a_caption_is_the_picture_s() -> None:
    read = article(
        below=("The old pier in the storm of last autumn (file picture). Photo: Jane Roe", "Source: Reuters")
    )
    assert read.agencies == ()
    assert read.captions != ()


def test_an_author_may_sign_with_the_agency() -> None:
    read = article(below=("Jane Roe (AP)",))
    assert (read.authors, read.agencies, read.captions) == (("Jane Roe",), ("AP",), ())


def test_who_is_in_the_article_does_not_sign_it() -> None:
    assert article(below=("Ann Pike (AP)",)).authors == ()


def test_a_sign_off_may_say_the_day() -> None:
    assert article(below=("(AP, 3 May 2024)",)).published == datetime(2024, 5, 3)


@pytest.mark.parametrize(
    ("tail", "agencies"),
    [
        ("(AP)", ("AP",)),
        ("(©NTB)", ("NTB",)),
        ("(PAP)", ("PAP",)),
        ("(dpa/pes)", ("dpa",)),
        ("(AP).", ("AP",)),
        ("EFE", ("EFE",)),
    ],
)
def test_agencies_behind_a_paragraph_sign_the_article_and_make_it_no_caption(
    tail: str, agencies: tuple[str, ...]
) -> None:
    last = (
        "The old bridge will be taken down in spring, once the ferry has left the upper pier. Nobody knows yet who is "
        "to pay for that, since the council and the port both say that it was never theirs."
    )
    read = article("3 May 2024", below=(f"{last} {tail}",))
    assert read.sections[-1].paragraphs[-1] == f"{last} {tail}"
    assert (read.agencies, read.captions) == (agencies, ())


def test_an_agency_behind_a_caption_is_its_credit() -> None:
    page = page_of("The ferry lies at the upper pier on Tuesday. (AP)\n\nFerjeleiet i Sund tirsdag. (NTB)")
    assert [credit_tail(block, page.cues) > 0 for block in page.blocks] == [True, True]


def test_a_word_in_parentheses_behind_a_full_stop_leaves_a_sentence() -> None:
    line = "The old bridge will be taken down in spring, the harbour said on Tuesday"
    for end in (". (AP)", ".” (AP)", ". (dpa/pes)"):
        assert measure(line + end, 0, 0).ends_with_stop
    for end in (" (AP)", ". (Jane Roe)"):
        assert not measure(line + end, 0, 0).ends_with_stop
    assert (
        measure("渔民出身的巡护员如今每天沿河巡查二十公里，他说村里人都不再打鱼。（完）", 0, 0, unspaced=True).final
        == "。"
    )
