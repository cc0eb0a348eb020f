"""Shapes of bylines: jobs on lines of their own, beats, media and conjunctions beside the names."""

from __future__ import annotations

import attrs
import pytest

from newsparse.article import Role
from newsparse.bylines.authors import names_in
from newsparse.languages import LANGUAGES
from newsparse.page import Page
from newsparse.parser import parse
from newsparse.split import split

BODIES = {
    "en": (
        "Lundport gets a new pier after the storm of last autumn",
        "The harbour of Lundport will get a new pier next year, because the old one could not be saved after the storm, "
        "the town said on Monday. The work is to begin in March and will take a year to finish, and it will cost a lot.",
        "The owners of the two inns at the old pier fear for their guests, who came for the view, and have asked the "
        "council to think again. It will hear them in the first week of January, as its chairwoman has promised them.",
    ),
    "de": (
        "Neue Brücke über die Leine wird erst im nächsten Jahr fertig",
        "Die neue Brücke über die Leine wird erst im nächsten Jahr fertig, weil der Stahl nicht rechtzeitig kam. Das "
        "teilte die Stadt am Montag mit. Die Arbeiten sollen im März weitergehen und bis zum Herbst dauern.",
        "Die Stadt habe lange auf diesen Tag gewartet, hieß es. Die Kosten sind noch einmal gestiegen, und wer sie "
        "trägt, ist noch nicht entschieden. Der Rat berät darüber in der nächsten Woche ein weiteres Mal.",
    ),
    "no": (
        "Havna får ny brygge etter stormen i fjor høst",
        "Havna får en ny brygge neste år, fordi den gamle ikke kunne reddes etter stormen, opplyste kommunen på mandag. "
        "Arbeidet skal begynne i mars og vil ta et år, og det kommer til å koste mer enn det som var ventet.",
        "Eierne av de to vertshusene ved den gamle brygga frykter for gjestene sine, som kom for utsiktens skyld, og "
        "har bedt kommunen om å tenke seg om en gang til. Den skal høre dem i den første uken av januar.",
    ),
}
DATE = {"en": "3 May 2024", "de": "3. Mai 2024", "no": "3. mai 2024"}


def authors(language: str, *lines: str) -> tuple[str, ...]:
    """The authors of an article with these lines, without blank ones between, below its headline."""
    headline, *body = BODIES[language]
    return parse("\n\n".join([headline, "\n".join(lines), *body]), language=language).authors


def read(language: str, line: str) -> tuple[str, ...]:
    """The names of a byline alone, in any language."""
    page = Page(line, split(line), LANGUAGES[language])
    return tuple(names_in(page, [attrs.evolve(block, role=Role.BYLINE) for block in page.blocks], []))


@pytest.mark.parametrize("dated", [False, True])
@pytest.mark.parametrize(
    ("language", "lines", "expected"),
    [
        ("en", ["Jane Roe", "Reporter", "Tim Lee", "Reporter"], ("Jane Roe", "Tim Lee")),
        ("de", ["Lea Sommer", "Redakteurin", "Tom Schmid", "Redakteur"], ("Lea Sommer", "Tom Schmid")),
        ("no", ["Ingrid Solberg", "Journalist", "Per Hansen", "Journalist"], ("Ingrid Solberg", "Per Hansen")),
        ("no", ["Journalist", "Ingrid Solberg", "Journalist", "Per Hansen"], ("Ingrid Solberg", "Per Hansen")),
        ("en", ["By", "Jane Roe", "and", "Tim Lee"], ("Jane Roe", "Tim Lee")),
        ("de", ["Von", "Lea Sommer", "und", "Tom Schmid"], ("Lea Sommer", "Tom Schmid")),
        ("de", ["Von Autor/in Lea Sommer"], ("Lea Sommer",)),
        ("en", ["By Jane Roe", "ABC Riverland"], ("Jane Roe",)),
        ("en", ["By Jane Roe", "Reporter", "By Tim Lee", "Political Editor"], ("Jane Roe", "Tim Lee")),
        ("no", ["Av Ingrid Solberg", "Journalist", "Nordre Brygge"], ("Ingrid Solberg",)),
        ("en", ["Jane Roe", "Reporter", "Tim Lee", "Photographer"], ("Jane Roe",)),
        ("no", ["Ingrid Solberg", "Journalist", "Kari Nordmann", "Fotograf"], ("Ingrid Solberg",)),
        ("en", ["By", "Jane Roe", "Tim Lee", "Photographer"], ("Jane Roe",)),
        ("en", ["Tim Lee", "Photographer"], ()),
        ("no", ["Ingrid Solberg", "Fotojournalist"], ("Ingrid Solberg",)),
        ("en", ["Jane Roe", "Home Affairs Editor"], ("Jane Roe",)),
        ("en", ["By Jane Roe", "Local Democracy Reporter"], ("Jane Roe",)),
        ("en", ["By Jane Roe", "Ovindra Zeddon, Reporter"], ("Jane Roe", "Ovindra Zeddon")),
        ("de", ["Lea Sommer", "Chefreporterin", "Tom Schmid", "Redaktor Inland"], ("Lea Sommer", "Tom Schmid")),
    ],
)
def test_a_line_that_says_a_job_is_of_the_name_above(
    language: str, lines: list[str], expected: tuple[str, ...], dated: bool
) -> None:
    assert authors(language, *lines, *([DATE[language]] if dated else [])) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Jane Roe, Home Affairs Editor", ("Jane Roe",)),
        ("By Jane Roe, AP Medical Writer", ("Jane Roe",)),
        ("By Jane Roe, Tim Lee, Reporters", ("Jane Roe", "Tim Lee")),
        ("By Jane Roe and Home Affairs Editor Tim Lee", ("Jane Roe", "Tim Lee")),
        ("By North America correspondent Jane Roe", ("Jane Roe",)),
        ("By national security correspondent Jane Roe", ("Jane Roe",)),
        ("Jane Roe North of England editor", ("Jane Roe",)),
        ("Jane Roe Scotland correspondent", ("Jane Roe",)),
        ("Jane Roe White House Correspondent", ("Jane Roe",)),
        ("Mary Jane Watson Political Editor", ("Mary Jane Watson",)),
        ("By Ovindra Zeddon, Reporter", ("Ovindra Zeddon",)),
        ("By J. Zeddon, Reporter", ("J. Zeddon",)),
        ("By Jane Roe PA Political Correspondent", ("Jane Roe",)),
        ("By Jane Roe, Lagos, Tim Lee, Abuja and Ann Pell, Kano", ("Jane Roe", "Tim Lee", "Ann Pell")),
        ("PA Reporters", ()),
        ("Article by Jane Roe", ("Jane Roe",)),
        ("By Our Special Correspondent", ()),
        ("By AP Medical Writer", ()),
        ("By Express News Service", ()),
    ],
)
def test_what_a_job_is_of_is_nobody(line: str, expected: tuple[str, ...]) -> None:
    assert authors("en", line, DATE["en"]) == expected


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("en", "By Elizabeth Day", ("Elizabeth Day",)),
        ("en", "By Tim Lee and Elizabeth Day", ("Tim Lee", "Elizabeth Day")),
        ("en", "By reporter Ruth Sunday", ("Ruth Sunday",)),
        ("de", "Von Silke Sonntag", ("Silke Sonntag",)),
        ("de", "Von Jan Heute", ("Jan Heute",)),
        ("en", "By Elizabeth Day, Political Editor", ("Elizabeth Day",)),
        ("en", "By Jane Roe Sunday", ("Jane Roe",)),
        ("en", "By Jane Updated", ("Jane",)),
        ("en", "By Jane Roe Sunday, 3 May 2024", ("Jane Roe",)),
    ],
)
def test_a_surname_may_be_a_word_of_dates(language: str, line: str, expected: tuple[str, ...]) -> None:
    assert authors(language, line) == expected


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("nl", "Door Anna van der Meer", ("Anna van der Meer",)),
        ("nl", "Door Anna van der Meer Redacteur", ("Anna van der Meer",)),
        ("nl", "Anna de Boer en Tom ter Haar", ("Anna de Boer", "Tom ter Haar")),
        ("nl", "Tom Haar", ("Tom Haar",)),
        ("nl", "Meer Nieuws", ()),
        ("hu", "Kovács János, Nagy Eszter", ("Kovács János", "Nagy Eszter")),
    ],
)
def test_a_surname_may_be_an_everyday_word(language: str, line: str, expected: tuple[str, ...]) -> None:
    assert read(language, line) == expected


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("fr", "Claire Fontaine, Le Monde", ("Claire Fontaine",)),
        ("fr", "Marie-Ève Fournier, La Presse", ("Marie-Ève Fournier",)),
        ("es", "Pedro del Río, El País", ("Pedro del Río",)),
        ("pt", "Ana Silva, O Globo", ("Ana Silva",)),
        ("en", "Jane Roe, May Reed", ("Jane Roe", "May Reed")),
        ("en", "Jane Roe, BBC Scotland", ("Jane Roe",)),
        ("en", "Jane Roe, BBC News NI", ("Jane Roe",)),
        ("en", "Jane Roe, Head of News", ("Jane Roe",)),
        ("fr", "Par L'Obs avec AFP", ("AFP",)),
        ("nl", "NOS Nieuws • Dinsdag 12 maart 2024, 17:45", ()),
        ("en", "BBC News • 12 March 2024", ()),
        ("en", "TJ Zeddon • 12 March 2024", ("TJ Zeddon",)),
    ],
)
def test_a_medium_beside_the_author_may_open_with_an_article(
    language: str, line: str, expected: tuple[str, ...]
) -> None:
    assert read(language, line) == expected


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("de", "Von unserem Korrespondenten Felix Schröder, Rom", ("Felix Schröder",)),
        ("de", "Von unserem Mann Felix Schröder, Rom", ()),
        ("de", "Autor:in: Felix Schröder", ("Felix Schröder",)),
        ("de", "Autor*in: Felix Schröder", ("Felix Schröder",)),
        ("fr", "Claire Fontaine, cheffe du service politique", ("Claire Fontaine",)),
        ("es", "Pedro del Río, jefe de sección", ("Pedro del Río",)),
        ("es", "Una información de Pedro del Río", ("Pedro del Río",)),
        ("de", "Von unserem Mitarbeiter Felix Schröder", ("Felix Schröder",)),
        ("de", "Von dpa, t-online, fsc", ("dpa",)),
        ("de", "von Felix Schröder, Landesbüro Leine", ("Felix Schröder",)),
        ("no", "Ingrid Solberg | Nordre Tidende", ("Ingrid Solberg",)),
        ("uk", "Ірина Савчук, Суспільне Вінниця", ("Ірина Савчук",)),
        ("pl", "Anna Nowak, oprac. Jan Kowalczyk", ("Anna Nowak", "Jan Kowalczyk")),
        ("ru", "Мария Лебедева, корреспондент отдела «Город»", ("Мария Лебедева",)),
        ("fr", "Claire Fontaine, à Neuville | 3 mai 2024", ("Claire Fontaine",)),
        ("ko", "기자명 김서연 기자", ("김서연",)),
        ("pl", "Autorka/Autor: Anna Nowak", ("Anna Nowak",)),
    ],
)
def test_jobs_and_labels_have_many_forms(language: str, line: str, expected: tuple[str, ...]) -> None:
    assert read(language, line) == expected


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("zh", "〔記者林怡君／台北報導〕", ("林怡君",)),
        ("zh", "（记者 张伟）", ("张伟",)),
        ("zh", "记者 张伟 通讯员 陈静", ("张伟", "陈静")),
        ("zh", "实习生 李响 记者 张伟", ("李响", "张伟")),
        ("zh", "记者 张伟 编辑 陈静", ("张伟",)),
        ("zh", "记者 张伟 摄影记者 陈静", ("张伟",)),
        ("zh", "来源：人民日报", ()),
        ("zh", "来源：新华社", ("新华社",)),
        ("ja", "文・山田花子 写真・佐藤健", ("山田花子",)),
        ("ja", "文・山田花子　写真・佐藤健一", ("山田花子",)),
        ("no", "Tekst Ingrid Solberg  Foto Per Hansen", ("Ingrid Solberg",)),
        ("ja", "編集委員・田中一郎 山田花子", ("田中一郎", "山田花子")),
        ("vi", "Trần Thị Mai - Nguyễn Văn Hùng", ("Trần Thị Mai", "Nguyễn Văn Hùng")),
        ("vi", "Tác giả: Trần Thị Mai - Hà Nội", ("Trần Thị Mai",)),
        ("tr", "Editör: Ayşe Yılmaz", ()),
        ("uk", "Редактор: Ірина Савчук", ()),
        ("he", "מאת יואב כהן ודנה לוי", ("יואב כהן", "דנה לוי")),
        ("he", "מאת יואב כהן, דנה לוי וסוכנויות הידיעות", ("יואב כהן", "דנה לוי")),
        ("ar", "كتب أحمد منصور وليلى حداد", ("أحمد منصور", "ليلى حداد")),
        ("ar", "كتب أحمد محمد وليد حسن", ("أحمد محمد وليد حسن",)),
        ("ar", "كتب أحمد وليد", ("أحمد وليد",)),
        (
            "pt",
            "Publicado em 12/03/2024 - 17:45 Por Ana Paula Ribeiro - Repórter da Agência Brasil - Brasília",
            ("Ana Paula Ribeiro",),
        ),
        ("ro", "Smaranda Țițeica, redactor-șef", ("Smaranda Țițeica",)),
        ("he", 'מאת ד"ר יואב כהן', ("יואב כהן",)),
    ],
)
def test_bylines_have_many_forms(language: str, line: str, expected: tuple[str, ...]) -> None:
    assert read(language, line) == expected


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("de", "By Felix Schröder | Published: 3 May 2024", ("Felix Schröder",)),
        ("de", "By Felix Schröder - 3. Mai 2024", ("Felix Schröder",)),
        ("de", "Posted by Felix Schröder on May 3, 2024", ("Felix Schröder",)),
        ("no", "By Ingrid Solberg | Updated: 3 May 2024", ("Ingrid Solberg",)),
        ("no", "By og land", ()),
        ("no", "By Nordre Brygge", ()),
    ],
)
def test_a_byline_may_be_in_english_on_a_page_in_another_language(
    language: str, line: str, expected: tuple[str, ...]
) -> None:
    assert authors(language, line) == expected


def test_a_byline_may_end_in_the_stop_of_a_reading_time() -> None:
    assert authors("de", "Felix Schröder  03.05.2024  14:05 Uhr  Lesezeit: 3 Min.") == ("Felix Schröder",)


def test_a_slash_between_spaces_divides_the_author_from_the_agency() -> None:
    assert authors("de", "LEA SOMMER / DPA", DATE["de"]) == ("LEA SOMMER",)


def test_a_long_byline_may_have_no_word_that_tells_it() -> None:
    line = "Jane Roe · Harbour News · Posted: May 3, 2024 4:00 AM EDT | Last Updated: May 3, 2024"
    assert authors("en", line) == ("Jane Roe",)


def test_a_name_beside_a_date_is_not_that_of_who_is_in_the_picture_below() -> None:
    assert authors("no", "Ingrid Solberg | 03.05.2024 - Oppdatert: 04.05.2024", "Foto: Per Hansen / NTB") == (
        "Ingrid Solberg",
    )


@pytest.mark.parametrize("line", ["Foto: Per Hansen", "Foto: Per Hansen, Nordlys", "Getty Images"])
def test_neither_who_took_the_picture_nor_its_agency_is_an_author(line: str) -> None:
    assert authors("no", DATE["no"], line) == ()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Anna Berg, Oslo", ("Anna Berg",)),
        ("JANE DOE / LONDON", ("JANE DOE",)),
        ("Jane Doe | London", ("Jane Doe",)),
        ("Jane Doe, London, and Anna Berg, Oslo", ("Jane Doe", "Anna Berg")),
        ("Oslo, Norway", ()),
        ("Quay Bank, London", ()),
        ("Storm Anna, Oslo", ()),
        ("PORT AUTHORITY / LONDON", ()),
    ],
)
@pytest.mark.parametrize("language", ["en", "de"])
def test_a_place_may_stand_behind_a_first_and_a_last_name(language: str, line: str, expected: tuple[str, ...]) -> None:
    headline, *body = BODIES[language]
    text = "\n\n".join([headline, line.replace(" and ", " und " if language == "de" else " and "), *body])
    assert parse(text, language=language).authors == expected


@pytest.mark.parametrize("deck", ["HENRY CLARKE HELD", "CLARKE AND JOHN SILENT", "HENRY CLARKE"])
def test_decks_of_old_newspapers_name_no_author(deck: str) -> None:
    text = (
        f"MURDER MOST FOUL\n\n{deck}\n\nA CROWD AT THE JAIL\n\nCARSON, May 3. -- John Parker and Henry Clarke were brought to "
        "the jail last night by the marshal, who had found them asleep in a barn.\n\nA crowd stood before the jail until "
        "morning, and the marshal had to speak to it twice from the steps before it went home.\n"
    )
    assert parse(text).authors == ()
    assert parse(text.replace(f"{deck}\n", "By JANE STONE\n")).authors == ("JANE STONE",)


@pytest.mark.parametrize("line", ["JANE ROE", "JANE ROE\nMay 3, 2024"])
def test_an_author_in_capitals_is_not_known_again_by_the_first_name_of_somebody_else(line: str) -> None:
    text = (
        f"COUNCIL VOTES FOR NEW BRIDGE\n\n{line}\n\nThe bridge will be built, the council said. Jane Smith, the mayor, voted "
        "against it on Friday night.\n\nNobody has come to mend the wheel of the old mill, the miller said to all who asked."
    )
    assert parse(text).authors == ("JANE ROE",)


def test_a_first_name_may_be_an_article_elsewhere() -> None:
    body = (
        "De brug wordt gebouwd, zei de raad op vrijdag na een lange vergadering in het stadhuis.\n\nNiemand is het rad van "
        "de oude molen komen herstellen, zei de molenaar aan iedereen die het op de markt vroeg."
    )
    article = parse(f"Raad stemt voor nieuwe brug in de stad\n\nAn Goovaerts\n\n{body}")
    assert article.blocks[1].role is Role.BYLINE
