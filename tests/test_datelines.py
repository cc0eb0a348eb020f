"""Datelines: places that open a report, and openings that only look like one."""

from __future__ import annotations

import pytest

from newsparse.bylines.datelines import dateline_of, find_dateline, plain_place, read_dateline
from newsparse.cues import cues_of
from newsparse.languages import LANGUAGES


def read(language: str, text: str) -> tuple[str | None, list[str]]:
    """The place and the agencies of the dateline that opens a text."""
    found = read_dateline(text, cues_of(LANGUAGES[language]))
    assert found is not None
    assert text.startswith(found.text) and found.text == find_dateline(text, cues_of(LANGUAGES[language]))
    return found.place, list(found.agencies)


@pytest.mark.parametrize(
    ("language", "text", "place", "agencies"),
    [
        ("en", "WASHINGTON (AP) — A panel voted on Tuesday.", "WASHINGTON", ["AP"]),
        ("en", "ST. LOUIS (AP) — The river rose again.", "ST. LOUIS", ["AP"]),
        ("de", "Lüneburg (dpa) - Ein Feuer hat am Mittwoch gewütet.", "Lüneburg", ["dpa"]),
        ("de", "St. Pölten (APA) - Der Landtag tagt am Dienstag.", "St. Pölten", ["APA"]),
        ("es", "Lisboa (EFE).- Un temporal ha dejado sin luz a miles.", "Lisboa", ["EFE"]),
        ("fr", "Paris (AFP) - Le parlement a voté mardi.", "Paris", ["AFP"]),
        ("de", "Berlin/Hamburg/München – Der Regen lässt nach.", "Berlin", []),
    ],
)
def test_a_place_opens_a_report(language: str, text: str, place: str, agencies: list[str]) -> None:
    assert read(language, text) == (place, agencies)


@pytest.mark.parametrize(
    ("language", "text", "place", "agencies"),
    [
        ("tr", "Mehmet YALIN/ANKARA, (DHA) - Kurul salı günü oy verdi.", "ANKARA", ["DHA"]),
        ("es", "LA HABANA (AP) — El panel votó el martes.", "LA HABANA", ["AP"]),
        ("es", "LOS ÁNGELES — El panel votó el martes.", "LOS ÁNGELES", []),
        ("es", "La Paz, 12 mar (EFE).- El panel votó el martes.", "La Paz", ["EFE"]),
        ("fr", "LE CAIRE (AFP) – Le parlement a voté mardi.", "LE CAIRE", ["AFP"]),
        ("pt", "SÃO PAULO (Reuters) - O painel votou na terça-feira.", "SÃO PAULO", ["Reuters"]),
        ("en", "THE HAGUE, Netherlands (AP) — A panel voted on Tuesday.", "THE HAGUE", ["AP"]),
    ],
)
def test_a_place_may_open_with_an_article(language: str, text: str, place: str, agencies: list[str]) -> None:
    assert read(language, text) == (place, agencies)


@pytest.mark.parametrize(
    ("language", "text", "place", "agencies"),
    [
        ("cs", "Praha 12. března (ČTK) - Vláda v úterý jednala.", "Praha", ["ČTK"]),
        ("hu", "Budapest, 2024. március 12., kedd (MTI) – A kormány döntött.", "Budapest", ["MTI"]),
        ("ar", "القاهرة 12 مارس (رويترز) - قال وزير يوم الثلاثاء", "القاهرة", ["رويترز"]),
    ],
)
def test_a_day_behind_the_place_is_no_part_of_it(language: str, text: str, place: str, agencies: list[str]) -> None:
    assert read(language, text) == (place, agencies)


@pytest.mark.parametrize(
    ("language", "text", "place", "agencies"),
    [
        ("ru", "МОСКВА, 12 марта. /ТАСС/. Власти приняли план.", "МОСКВА", ["ТАСС"]),
        ("ru", "МОСКВА, 12 мар — РИА Новости. Власти приняли план.", "МОСКВА", ["РИА Новости"]),
        ("it", "(ANSA) - ROMA, 12 MAR - Il governo ha votato.", "ROMA", ["ANSA"]),
        ("it", "AGI - Il governo ha votato martedì.", None, ["AGI"]),
        ("en", "(Reuters) - Boeing – which made the part – said so.", None, ["Reuters"]),
        ("de", "(dpa) - Der Landtag tagt am Dienstag.", None, ["dpa"]),
        ("fr", "TT-AFP – Le parlement a voté mardi.", None, ["TT", "AFP"]),
    ],
)
def test_an_agency_may_stand_outside_parentheses(
    language: str, text: str, place: str | None, agencies: list[str]
) -> None:
    assert read(language, text) == (place, agencies)


@pytest.mark.parametrize(
    ("language", "text", "place", "agencies"),
    [
        ("de", "BERLIN taz | Der Senat hat am Dienstag beraten.", "BERLIN", []),
        ("de", "NEW YORK afp/dpa | Der Rat hat am Dienstag beraten.", "NEW YORK", ["afp", "dpa"]),
        ("fr", "PARIS | Le parlement a voté mardi.", "PARIS", []),
        ("es", "BUENOS AIRES.- El panel votó el martes.", "BUENOS AIRES", []),
        ("id", "JAKARTA, KOMPAS.com - Presiden berangkat pada Selasa.", "JAKARTA", []),
        ("hi", "नई दिल्ली, 12 मार्च (भाषा) सरकार ने मंगलवार को कहा", "नई दिल्ली", ["भाषा"]),
    ],
)
def test_a_bar_or_a_site_may_stand_behind_the_place(language: str, text: str, place: str, agencies: list[str]) -> None:
    assert read(language, text) == (place, agencies)


@pytest.mark.parametrize(
    ("language", "text", "place", "agencies"),
    [
        ("ko", "(서울=연합뉴스) 김서연 기자 = 시장이 말했다.", "서울", ["연합뉴스"]),
        ("ko", "[서울=뉴시스] 시장이 말했다.", "서울", ["뉴시스"]),
        ("ko", "[세종=이데일리 김서연 기자] 시장이 말했다.", "세종", []),
        ("zh", "新华社北京3月12日电（记者 张伟、陈静）市政府说", "北京", ["新华社"]),
        ("zh", "中新网北京3月12日电 市政府说", "北京", ["中新网"]),
        ("zh", "（中央社記者林怡君台北12日電）市府說", "台北", ["中央社"]),
        ("zh", "（中央社記者王小明、歐陽怡君東京12日電）市府說", "東京", ["中央社"]),
        ("ja", "【ロンドン=山田花子】市長は述べた。", "ロンドン", []),
        ("ja", "【ロンドン共同】市長は述べた。", "ロンドン", ["共同"]),
        ("ja", "[ロンドン 12日 ロイター] - 市長は述べた。", "ロンドン", ["ロイター"]),
        ("ja", "【3月12日 AFP】市長は述べた。", None, ["AFP"]),
    ],
)
def test_brackets_or_the_day_hold_the_dateline_in_east_asia(
    language: str, text: str, place: str | None, agencies: list[str]
) -> None:
    assert read(language, text) == (place, agencies)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Jana Brandt (Stadtwerke) und Ole Petersen haben den Plan vorgestellt."),
        ("de", "Endlich wieder – denn der Winter war lang genug."),
        ("es", "El incendio de Los Álamos (Almería) deja ya dos heridos."),
        ("en", "The bridge is open – nine years after work began."),
        ("en", "In London – where nine bridges closed – the rain went on."),
        ("de", "ANALYSE | Der Landtag tagt am Dienstag."),
        ("id", "TEMPO.CO, Jakarta - Presiden berangkat pada Selasa."),
        ("es", "Pregunta.- ¿Cuándo votó el panel?"),
        ("ru", "Иван Смирнов /слева/ открыл школу."),
        ("ko", "(사진=연합뉴스) 시장이 학교를 둘러보고 있다."),
        ("ja", "【動画】市長は述べた。"),
        ("ja", "【\u3000\u3000】市長は述べた。"),
        ("ja", "【写真=共同】市長は述べた。"),
        ("zh", "市政府3月12日电话通知了各学校。"),
    ],
)
def test_a_sentence_with_a_dash_or_parentheses_has_no_dateline(language: str, text: str) -> None:
    assert find_dateline(text, cues_of(LANGUAGES[language])) == ""


@pytest.mark.parametrize(
    ("language", "paragraphs", "place"),
    [
        ("en", ["NEW DELHI: A panel voted on Tuesday.", "It had met in New Delhi before."], "NEW DELHI"),
        ("en", ["KARACHI: The river, as Karachi knows, rose again."], "KARACHI"),
        ("fr", ["(Québec) Le ministre a voté mardi.", "Il rentrait à Québec."], "Québec"),
        ("en", ["WATCH: A panel voted on Tuesday.", "It had met before. Watch it here."], None),
        ("en", ["KARACHI TIMES: Why?", "Because the Karachi Times asked.", "KARACHI TIMES: Why?"], None),
        ("en", ["(CNN) A panel voted on Tuesday, the chair told CNN."], None),
        ("en", ["(Reuters) A panel voted on Tuesday, the chair told Reuters."], None),
        ("en", ["Karachi: a city whose river rose, as Karachi knows."], None),
        ("de", ["(Brücke) Der Landtag hat für die Brücke gestimmt."], None),
        ("en", ["A panel voted on Tuesday."], None),
        ("en", [], None),
    ],
)
def test_a_place_before_a_colon_is_named_again(language: str, paragraphs: list[str], place: str | None) -> None:
    assert plain_place(paragraphs, cues_of(LANGUAGES[language])) == place


def test_the_lead_or_the_second_paragraph_has_the_dateline_if_an_agency_is_in_it() -> None:
    cues = cues_of(LANGUAGES["en"])
    report, other = "LUNDPORT (AP) — A panel voted on Tuesday.", "The river rose again."
    for leads, paragraphs in (([report], [other]), ([], [other, report]), ([other], [report, other])):
        found = dateline_of(leads, paragraphs, cues)
        assert found is not None
        assert (found.place, found.agencies) == ("LUNDPORT", ("AP",))
    assert dateline_of(["Lundport – A panel voted."], [other, "Lundport – A panel voted.", report], cues) is None
