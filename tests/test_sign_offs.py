"""Agencies: alone as the byline, and in the sign-offs below the body that look like credits of pictures."""

from __future__ import annotations

from datetime import datetime

import pytest

from newsparse.article import Article
from newsparse.bylines.sign_offs import read_sign_off
from newsparse.captions.credit_tails import credit_tail
from newsparse.cues import cues_of
from newsparse.languages import LANGUAGES
from newsparse.parser import parse
from newsparse.splitting.signed_prose import find_signed
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


@pytest.mark.parametrize(
    ("language", "text", "tails"),
    [
        (
            "pl",
            "Ornitolodzy proszą, by żurawi nie płoszyć. Wyniki poznamy w połowie lutego.",
            "(PAP)|PAP|(PAP) kmk/ joz/|(jw)|JW",
        ),
        ("no", "Saken skal opp i kommunestyret i juni, sier ordføreren.", "(NTB)|(©NTB)|©NTB|/NTB|NTB|(NPK-NTB)"),
        ("cs", "Meteorologové očekávají mrazivé počasí do poloviny týdne.", "(ČTK)|ČTK|/ČTK/|(čtk, jm)"),
        (
            "tr",
            "Kooperatif, kararın iptali için mahkemeye başvuracağını açıkladı.",
            "(AA)|DHA|- AA|(HABER MERKEZİ)|(Selin Karaca)",
        ),
        (
            "es",
            "El parque nacional seguirá cerrado hasta el sábado, según el alcalde.",
            "(EFE)|EFE|LP/EFE|rdmd/cr|(Con información de EFE)",
        ),
        (
            "fr",
            "Le maire l’a dit mardi : « La gare ne sera pas vendue ».",
            "(AFP)|(avec AFP)|/ATS|(C.R.)|(Le Figaro avec AFP)",
        ),
        (
            "ko",
            "한편 도시는 지난해부터 모두 열두 곳의 부두를 새로 고치고 있다.",
            "[연합뉴스]|온라인뉴스팀|김서연 기자|(끝)|a@post.example",
        ),
        (
            "ja",
            "報告書は四万回以上の採水調査の結果を分析し、次回は五年後に公表する予定。",
            "(共同)|【佐藤陽子】|(敬称略)|[ロイター]",
        ),
        (
            "zh",
            "渔业部门表示，将继续加强执法，严禁任何单位和个人进入产卵河道捕捞。",
            "（完）|(新华社)|（編輯：黃世雅）1130312|【记者 王磊】|#",
        ),
    ],
)
def test_what_signs_an_article_s_last_sentence_leaves_it_one(language: str, text: str, tails: str) -> None:
    for tail in tails.split("|"):
        block = page_of(f"{text} {tail}", language).blocks[0]
        find_signed([block], cues_of(LANGUAGES[language]))
        assert (block.signed > 0, block.ends_with_stop) == (True, True), tail


@pytest.mark.parametrize(
    ("language", "text", "tails"),
    [
        (
            "en",
            "The ferry lies at the upper pier on Tuesday, with nobody on board.",
            "(AP/Jane Roe)|Photo: Jane Roe|(Photo by Jane Roe)|(file)",
        ),
        ("en", "The old ferry is to be taken down in spring, says Dr. J.", "Roe"),
        ("pl", "Prom dobija do brzegu w Zalesicach we wtorek rano.", "Fot. Jan Nowak|/ Jan Nowak|(Fot. PAP)|Fot. PAP"),
        ("de", "Der Rat hat am Dienstag über die neue Brücke am Hafen beraten.", "mehr|[mehr]|(Video)|Zur Startseite"),
        ("ko", "17일 폭풍에 무너진 낡은 부두를 어부들이 바라보고 있다.", "[사진=연합뉴스]|사진 제공=해경"),
    ],
)
def test_a_credit_signs_no_sentence(language: str, text: str, tails: str) -> None:
    for tail in tails.split("|"):
        block = page_of(f"{text} {tail}", language).blocks[0]
        find_signed([block], cues_of(LANGUAGES[language]))
        assert block.signed == 0, tail


def test_with_prose_below_a_short_sentence_and_an_agency_are_a_caption() -> None:
    caption = "The ferry lies at the upper pier on Tuesday, with nobody on board. (AP)"
    page = page_of(f"{caption}\n\n{BODY[0]}")
    find_signed(page.blocks, page.cues)
    assert page.blocks[0].signed == 0
