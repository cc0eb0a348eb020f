"""Who wrote it: names out of bylines of every form, in many languages."""

from __future__ import annotations

import attrs
import pytest

from newsparse.article import Role
from newsparse.bylines.authors import names_in
from newsparse.bylines.people import read_names
from newsparse.cues import cues_of
from newsparse.data import read_data
from newsparse.languages import LANGUAGES
from newsparse.names import has_given_name
from newsparse.page import Page
from newsparse.parser import parse
from newsparse.split import split

HEADLINE = "Lundport gets a new pier after the storm of last autumn"
LEAD = "The old pier could not be saved. Work is to begin in March, the town council has decided."
BODY = (
    "The harbour of Lundport will get a new pier next year, because the old one could not be saved after the storm, "
    "the town said on Monday. The work is to begin in March and will take a year to finish, and it will cost a lot.",
    "The mayor, Ann Pike, said that the town had waited for this day since the storm, and that the fishermen were glad "
    "of it. They had to land their catch on the beach through the whole winter, and lost a good part of it there.",
    "Others are less glad. The owners of the two inns at the old pier fear for their guests, who came for the view, "
    "and have asked the council to think again. It will hear them in the first week of January, the mayor said.",
)


def authors(*lines: str, below: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The authors of an article in English with these lines between its headline and its body."""
    return parse("\n\n".join([HEADLINE, LEAD, *lines, *BODY, *below]), language="en").authors


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["By Jane Roe in London and John Doe in Paris"], ("Jane Roe", "John Doe")),
        (["By JANE ROE and JOHN DOE"], ("JANE ROE", "JOHN DOE")),
        (["Jane Roe, Political Editor"], ("Jane Roe",)),
        (["Jane Roe Parliamentary editor", "3 May 2024"], ("Jane Roe",)),
        (["By Jane Roe, BBC News"], ("Jane Roe",)),
        (["By Jane Roe For The Harbour Post"], ("Jane Roe",)),
        (["By Jane Roe and Reuters"], ("Jane Roe",)),
        (["By Jane RoeSports Writer"], ("Jane Roe",)),
        (["byJane Roe", "May 3, 2024"], ("Jane Roe",)),
        (["Jane RoePublished May 3, 2024, 11:21am|Updated May 3, 2024, 6:39pm"], ("Jane Roe",)),
        (["By Jane McDonald and Sean O'Brien"], ("Jane McDonald", "Sean O'Brien")),
        (["May 3, 2024 by Jane Roe"], ("Jane Roe",)),
        (["By Jane Roe 3 min read"], ("Jane Roe",)),
        (["By Jane Roe jane.roe@post.example"], ("Jane Roe",)),
        (["By Dr. Jane Roe, Professor of Law"], ("Jane Roe",)),
        (["By Jane Roe Follow"], ("Jane Roe",)),
        (["By Will Fry and May Reed"], ("Will Fry", "May Reed")),
        (["Jane Roe Jane Roe", "3 May 2024"], ("Jane Roe",)),
        (["News, Top Story | Published: 5 hours ago | Written by Jane Roe"], ("Jane Roe",)),
        (["By", "Jane RoeNews Reporter", "John Doe", "Updated 10:21, 3 May 2024"], ("Jane Roe", "John Doe")),
        (["Words: Jane Roe Pictures: John Doe"], ("Jane Roe",)),
        (["Author: Jane Roe Editor: John Doe"], ("Jane Roe",)),
        (["Jane Roe, reporter in Lundport"], ("Jane Roe",)),
        (["Jane Roe, Environment Correspondent, Lundport"], ("Jane Roe",)),
        (["Jane Roe, Lundport", "3 May 2024"], ("Jane Roe",)),
        (["LUNDPORT - Jane Roe", "3 May 2024"], ("Jane Roe",)),
        (["By John Doe Jr."], ("John Doe Jr.",)),
        (["Jane Roe @janeroe"], ("Jane Roe",)),
        (["Jane Roe, with agencies"], ("Jane Roe",)),
        (["By Jane Roe, Harbour Radio"], ("Jane Roe",)),
        (["Reported by: Jane Roe | Edited by: John Doe"], ("Jane Roe",)),
        (["By Jane Roe (text) and John Doe (photos)"], ("Jane Roe",)),
        (["By Harbour Post Staff Reporter"], ()),
        (["Jane Roe Staff Writer"], ("Jane Roe",)),
        (["Jane Roe Health and science reporter"], ("Jane Roe",)),
        (["By Newsroom, London"], ()),
        (["By News Desk | Lundport"], ()),
        (["C. F.", "3 May 2024"], ()),
        (["By"], ()),
        (["Posted on3 May 20244 May 2024AuthorJane Roe7 Comments"], ("Jane Roe",)),
        (["Jane Roe,03.05.2024, 11:08"], ("Jane Roe",)),
        (["3 May 2024 at 1:06 PM by Jane Roe"], ("Jane Roe",)),
        (["3 May 2024 by harbourfan"], ("harbourfan",)),
        (["Ovindra Zeddon", "3 May 2024"], ("Ovindra Zeddon",)),
    ],
)
def test_a_byline_gives_the_names_and_no_more(lines: list[str], expected: tuple[str, ...]) -> None:
    assert authors(*lines) == expected


def test_a_name_alone_beside_a_date_is_the_authors() -> None:
    assert authors("Jane Roe", "3 May 2024") == ("Jane Roe",)
    assert authors("3 May 2024", "Jane Roe") == ("Jane Roe",)


GERMAN = (
    "Die neue Brücke über die Leine wird erst im nächsten Jahr fertig, weil der Stahl nicht rechtzeitig kam. Das teilte "
    "die Stadt am Montag mit. Die Arbeiten sollen im März weitergehen und bis zum Herbst dauern.",
    "Die Bürgermeisterin sagte, die Stadt habe lange auf diesen Tag gewartet. Die Kosten sind noch einmal gestiegen, und "
    "wer sie trägt, ist noch nicht entschieden. Der Rat berät darüber in der nächsten Woche.",
)
GERMAN_HEADLINE = "Neue Brücke über die Leine wird erst im nächsten Jahr fertig"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Frisches Gemüse", "3. Mai 2024"], ()),
        (["Ehrenamt Jugendverbände 03.05.2024"], ()),
        (["Annika Weber", "3. Mai 2024"], ("Annika Weber",)),
        (["Annika Weber | 3. Mai 20244. Mai 2024 | Rathaus-Welt"], ("Annika Weber",)),
        (["J. Wieland", "3. Mai 2024"], ("J. Wieland",)),
        (["Veröffentlicht am 3. Mai 2024 von gizmo"], ("gizmo",)),
        (["Von Daniel | Veröffentlicht: 3. Mai 2024 | Keine Kommentare"], ("Daniel",)),
        (["Author: Annika Weber, Datum: 3. Mai 2024"], ("Annika Weber",)),
    ],
)
def test_where_nouns_have_capitals_a_first_name_tells_a_person(lines: list[str], expected: tuple[str, ...]) -> None:
    assert parse("\n\n".join([GERMAN_HEADLINE, *lines, *GERMAN])).authors == expected


def test_a_known_name_alone_above_the_headline_is_the_authors() -> None:
    def above(line: str) -> tuple[str, ...]:
        return parse("\n\n".join([line, GERMAN_HEADLINE, "3. Mai 2024", *GERMAN])).authors

    assert above("Annika Weber") == ("Annika Weber",)
    assert above("Frisches Gemüse") == ()


def test_lines_below_a_list_of_key_points_are_above_the_body() -> None:
    points = [
        "This summary was made by a machine and checked by the desk, which answers for it.",
        "- The old pier is gone",
    ]
    points += ["- The new one opens in March", "- The inns want it moved"]
    blocks = split("\n".join([HEADLINE, "", *points, "", "Jane Roe", "3 May 2024", "", *BODY]))
    roles = [Role.HEADLINE, Role.PARAGRAPH, *[Role.BULLET] * 3, *[Role.BOILERPLATE] * 2, *[Role.PARAGRAPH] * len(BODY)]
    labelled = [attrs.evolve(block, role=role) for block, role in zip(blocks, roles, strict=True)]
    page = Page(HEADLINE, blocks, LANGUAGES["en"])
    assert names_in(page, labelled, [block for block in labelled if block.role is Role.PARAGRAPH]) == ["Jane Roe"]


def test_first_names_are_lower_case_and_stand_once() -> None:
    listed = [name for names in read_data("tables/given_names.toml").values() for name in names.split()]
    assert len(set(listed)) == len(listed)
    assert all(name == name.lower() and name[0].isalpha() for name in listed)
    assert has_given_name("JANE ROE")
    assert has_given_name("Kelemen Dorottya")
    assert has_given_name("Hans-Peter Krüger")
    assert not has_given_name("Harbour Walk")


def test_who_is_named_in_the_article_is_in_the_news() -> None:
    assert authors("Ann Pike", "3 May 2024") == ()
    assert authors("Mayor Ann", "3 May 2024") == ()


@pytest.mark.parametrize(
    "line", ["Latest Videos", "Climate Change", "Middle East", "United States", "New York", "Lundport Council"]
)
def test_words_of_pages_and_places_are_nobody(line: str) -> None:
    assert authors(line, "3 May 2024") == ()


def test_a_word_that_the_page_writes_small_begins_no_name() -> None:
    assert authors("Fishermen United", "3 May 2024") == ()


def test_a_long_list_of_names_is_no_byline() -> None:
    assert authors(*[f"Jane {name}" for name in ("Roe", "Doe", "Lee", "Poe", "Fry", "Kay", "Low")]) == ()


def test_a_name_above_the_credit_of_a_picture_is_in_the_picture() -> None:
    assert authors("Bob Fisher", "Photo: Jane Roe") == ()


@pytest.mark.parametrize(
    "line", ["Jane Roe/Getty Images", "The old pier at Lundport. Photo: Jane Roe", "Photo: Jane Roe"]
)
def test_who_took_a_picture_is_no_author(line: str) -> None:
    assert authors(line, "3 May 2024") == ()


def test_an_author_may_sign_below_the_last_paragraph() -> None:
    assert authors(below=("Jane Roe",)) == ("Jane Roe",)


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by Jane Roe and John Doe; Editing by Tim Lee",
        "(Reporting by Jane Roe in London; additional reporting by John Doe; Editing by Tim Lee)",
        "Jane Roe is a senior reporter at the Harbour Post. John Doe is its editor.",
    ],
)
def test_a_line_below_the_article_may_say_who_wrote_it(line: str) -> None:
    assert authors(below=(line,)) == ("Jane Roe", "John Doe")


@pytest.mark.parametrize(
    "below",
    [
        ("Comments", "Jane Roe", "I am glad that they will build it at last, it was about time."),
        ("Jane Roe 3 hours ago",),
        ("Jane Roe", "3 hours ago", "I am glad that they will build it at last."),
        ("Jane Roe says:",),
    ],
)
def test_a_reader_who_comments_is_no_author(below: tuple[str, ...]) -> None:
    assert authors(below=below) == ()


def test_an_author_in_the_box_below_a_heading_stands_elsewhere_too() -> None:
    text = "\n\n".join(["Jane Roe", "Politics", HEADLINE, LEAD, *BODY, "Comments", "Jane Roe"])
    assert parse(text, language="en").authors == ("Jane Roe",)


def test_a_byline_near_the_headline_counts_more_than_one_below() -> None:
    assert authors("By Jane Roe", below=("By John Doe",)) == ("Jane Roe",)


def test_names_in_parentheses_with_a_date_sign_the_last_paragraph() -> None:
    text = "\n\n".join([HEADLINE, *BODY]) + " (Jane Roe in London, John Doe, 3.5.2024)"
    assert parse(text, language="en").authors == ("Jane Roe", "John Doe")


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("de", "Von Felix Schröder, Jörg Soldwisch und dpa", ("Felix Schröder", "Jörg Soldwisch", "dpa")),
        ("de", "Von unserem Redakteur Felix Schröder", ("Felix Schröder",)),
        ("de", "Felix Schröder, Sportredakteur", ("Felix Schröder",)),
        ("de", "Text: Felix Schröder, Fotos: Jörg Zschoche", ("Felix Schröder",)),
        ("de", "Von Felix Schröder, Brüssel", ("Felix Schröder",)),
        ("de", "VonFelix SchröderRedakteur", ("Felix Schröder",)),
        ("de", "Lundort. Von Felix Schröder", ("Felix Schröder",)),
        ("de", "Von Felix Schröder 3. Mai 2024 um 10:21 Uhr Lesezeit: 3 Minuten", ("Felix Schröder",)),
        ("de", "Von Jan Müller", ("Jan Müller",)),
        ("fr", "Par Camille Lefort, envoyée spéciale à Kiev", ("Camille Lefort",)),
        ("fr", "Publié par Camille Lefort le 5 mai 2024 à 10h21", ("Camille Lefort",)),
        ("fr", "Par Le Courrier avec AFP", ("AFP",)),
        ("es", "Lucía Herrero | Corresponsal en Berlín", ("Lucía Herrero",)),
        ("it", "di Giulia D'Amico e Paolo de' Rossi - 5 maggio 2024", ("Giulia D'Amico",)),
        ("pt", "Por Maria José da Silva — São Paulo", ("Maria José da Silva",)),
        ("nl", "Door Sanne van 't Hof, sportverslaggever", ("Sanne van 't Hof",)),
        ("sv", "Text: Karin Engström Publicerad 5 maj 2024", ("Karin Engström",)),
        ("ru", "Ольга Синицына, специальный корреспондент", ("Ольга Синицына",)),
        ("ja", "文・田中美咲", ("田中美咲",)),
        ("ja", "田中 美咲", ("田中 美咲",)),
        ("ko", "부산 김서연 기자 seoyeon@post.example", ("김서연",)),
        ("ko", "김서연 기자 외 1명", ("김서연",)),
        ("ko", "글자크기 설정", ()),
        ("ko", "순천, 광양 김서연 기자", ("김서연",)),
        ("ko", "김서연 박민수 기자", ("김서연", "박민수")),
        ("ko", "서울=김서연 기자", ("김서연",)),
        ("ko", "[김서연 기자]", ("김서연",)),
        ("ko", "글 김서연 사진 박민수", ("김서연",)),
        ("ko", "서울시 온라인뉴스팀", ()),
        ("ja", "記者 佐藤健一", ("佐藤健一",)),
        ("ja", "社会部 佐藤健一記者", ("佐藤健一",)),
        ("ja", "社会部・佐藤健一", ("佐藤健一",)),
        ("ja", "ロンドン＝佐藤健一", ("佐藤健一",)),
        ("ja", "取材・文＝佐藤健一 写真＝田中一郎", ("佐藤健一",)),
        ("ja", "山口県", ()),
        ("zh", "記者陳曉雯／台北報導", ("陳曉雯",)),
        ("zh", "作者：王小明 编辑：陈静", ("王小明",)),
        ("zh", "文/王小明 图/陈静", ("王小明",)),
        ("zh", "记者：王小明 李雷 编辑：陈静", ("王小明", "李雷")),
        ("zh", "来源：新华社 作者：王小明", ("新华社", "王小明")),
        ("zh", "责任编辑：陈静", ()),
        ("de", "Von Redaktion, Hamburg", ()),
        ("es", "Texto de Lucía Romero. Fotos de Ana Díaz", ("Lucía Romero",)),
        ("it", "Testo e foto di Giulia Conti", ("Giulia Conti",)),
        ("de", "Text: Felix Schröder Fotos: Jörg Zschoche", ("Felix Schröder",)),
        ("de", "Kommentar: Felix Schröder", ("Felix Schröder",)),
        ("fr", "Claire Fontaine, correspondante à Rome", ("Claire Fontaine",)),
        ("fr", "De notre correspondante à Rome Claire Fontaine", ("Claire Fontaine",)),
        ("fr", "Texte : Claire Fontaine Photos : Luc Martin", ("Claire Fontaine",)),
        ("es", "Agencia EFE", ("Agencia EFE",)),
        ("it", "ROMA - di Giulia Conti", ("Giulia Conti",)),
        ("it", "Giulia Conti, corrispondente da Berlino", ("Giulia Conti",)),
        ("nl", "Van onze redactie, Amsterdam", ()),
        ("no", "Av NTB", ("NTB",)),
        ("da", "Af Mette Holm, /ritzau/", ("Mette Holm", "ritzau")),
        ("ar", "عمان - محمد الخطيب", ("محمد الخطيب",)),
        ("ar", "أخبار - الشرق الأوسط", ()),
        ("fr", "Par Camille Lefort (Montval [Ardèche], envoyée spéciale)", ("Camille Lefort",)),
        ("fr", "Camille Lefort (Montval [Ardèche], envoyée spéciale)", ("Camille Lefort",)),
        ("zh", "江城日报记者 王小明", ("王小明",)),
        ("zh", "江城晚报记者王小明 通讯员 李雷", ("王小明", "李雷")),
        ("zh", "新京报记者 王小明 编辑 陈静 校对 王五", ("王小明",)),
        ("zh", "聯合報 記者陳曉雯／台北即時報導", ("陳曉雯",)),
        ("zh", "中時新聞網 陳曉雯", ("陳曉雯",)),
        ("zh", "来源：江城日报 作者：王小明", ("王小明",)),
        ("tr", "Mehmet YALIN-Ayşe DURU/ANKARA, (DHA)-", ("Mehmet YALIN", "Ayşe DURU", "DHA")),
        ("tr", "ALİ KAYA- ANKARA", ("ALİ KAYA",)),
        ("tr", "Selin Karaca - AA", ("Selin Karaca", "AA")),
        ("cs", "Jana Malá ČTK", ("Jana Malá", "ČTK")),
        ("fr", "Élodie Garnier (avec AFP)", ("Élodie Garnier", "AFP")),
        ("cs", "Jana Malá, Aktuálně.cz", ("Jana Malá",)),
        ("ko", "(서울=뉴스1) 김서연 기자", ("김서연",)),
        ("pl", "Fot. PAP/Jan Kowalczyk", ()),
        ("ja", "佐藤 信 : フリーライター", ("佐藤 信",)),
    ],
)
def test_bylines_are_read_in_many_languages(language: str, line: str, expected: tuple[str, ...]) -> None:
    page = Page(line, split(line), LANGUAGES[language])
    assert tuple(names_in(page, [attrs.evolve(block, role=Role.BYLINE) for block in page.blocks], [])) == expected


def test_a_line_tells_how_much_of_it_is_no_name() -> None:
    cues = cues_of(LANGUAGES["en"])
    assert read_names("Jane Roe, 3 May 2024", cues, sure=False).rest == 0
    assert read_names("Jane Roe met the mayor of Lundport", cues, sure=False).rest > 0


@pytest.mark.parametrize("line", ["(" * 5000, "a-" * 5000, "|" * 5000, "A b" * 3000, "3 May " * 2000, "@" * 5000])
def test_reading_a_line_takes_time_in_proportion_to_its_length(line: str) -> None:
    read_names(line, cues_of(LANGUAGES["en"]), sure=True)


@pytest.mark.parametrize(
    ("line", "names", "agencies"),
    [
        ("By Jane Roe and the Associated Press", ("Jane Roe",), ("the Associated Press",)),
        ("By Jane Roe | The Associated Press", ("Jane Roe",), ("The Associated Press",)),
        ("Jane Roe/dpa", ("Jane Roe",), ("dpa",)),
        ("EFE / Lucía Romero", ("Lucía Romero",), ("EFE",)),
        ("Reuters", (), ("Reuters",)),
    ],
)
def test_agencies_are_told_from_authors(line: str, names: tuple[str, ...], agencies: tuple[str, ...]) -> None:
    article = parse("\n\n".join([HEADLINE, LEAD, line, *BODY]), language="en")
    assert (article.authors, article.agencies) == (names, agencies)


def test_the_credit_of_a_picture_names_neither_author_nor_agency() -> None:
    lines = ["The old pier at Lundport in the storm of last autumn. Photo: Tim Lee", "Jane Roe/dpa"]
    article = parse("\n\n".join([HEADLINE, LEAD, *lines, *BODY]), language="en")
    assert (article.authors, article.agencies) == ((), ())


def test_a_sign_off_may_have_the_code_of_an_editor_beside_the_agency() -> None:
    assert parse("\n\n".join([HEADLINE, LEAD, *BODY, "dpa/jr"]), language="en").agencies == ("dpa",)


def test_bylines_of_common_languages_are_known_where_the_language_is_not() -> None:
    line = "Von Felix Schröder"
    page = Page(line, split(line), None)
    assert names_in(page, [attrs.evolve(block, role=Role.BYLINE) for block in page.blocks], []) == ["Felix Schröder"]
    assert authors(line) == ("Felix Schröder",)


def test_a_headline_may_open_with_the_name_of_its_author() -> None:
    lines = ["Jane Roe: Why the pier must go", LEAD, "Jane Roe", "3 May 2024"]
    assert parse("\n\n".join([*lines, *BODY]), language="en").authors == ("Jane Roe",)


def test_a_name_and_a_place_right_below_the_article_sign_it() -> None:
    assert authors(below=("Jane Roe, Hull",)) == ("Jane Roe",)
    assert authors(below=("Read also", "Jane Roe, Hull")) == ()


def test_a_name_above_an_agency_is_an_author_s() -> None:
    article = parse("\n\n".join([HEADLINE, LEAD, "Jane Roe", "AFP", "3 May 2024", *BODY]), language="en")
    assert (article.authors, article.agencies) == (("Jane Roe",), ("AFP",))


def test_a_name_of_japan_may_have_a_space_beside_a_job() -> None:
    cues = cues_of(LANGUAGES["ja"])
    assert read_names("大庭 健吾 : ジャーナリスト", cues, sure=False).names == ("大庭 健吾",)
