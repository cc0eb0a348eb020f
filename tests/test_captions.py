"""Captions: the text apart from the credit, and what says that a line is one."""

from __future__ import annotations

import gc

import pytest

import newsparse
from newsparse.captions.captions import read_caption, read_captions
from newsparse.captions.credit_tails import credit_tail
from newsparse.captions.pictures import ends_with_mark, gallery_count, tells_places
from newsparse.page import Page
from tests.pages import page_of


@pytest.mark.parametrize(
    ("language", "text", "tail", "credit"),
    [
        ("en", "A ferry passes under the new bridge.", "Jane Roe/The Harbour Times", "Jane Roe/The Harbour Times"),
        (
            "en",
            "A ferry passes under the new bridge.",
            "Jane Roe for The Harbour Times",
            "Jane Roe for The Harbour Times",
        ),
        ("en", "A ferry passes under the new bridge.", "(ABC News: Jane Roe)", "ABC News: Jane Roe"),
        ("en", "A ferry passes under the new bridge.", "Jane Roe – PA Images", "Jane Roe – PA Images"),
        ("de", "Die neue Brücke am Montagmorgen.", "imago images/Anna Berg", "imago images/Anna Berg"),
        ("de", "Die neue Brücke am Montagmorgen", "imago images/Anna Berg", "imago images/Anna Berg"),
        ("de", "Die neue Brücke am Montagmorgen.", "Anna Berg / Keystone", "Anna Berg / Keystone"),
        (
            "de",
            "Die neue Brücke am Montagmorgen.",
            "picture alliance / dpa / Anna Berg",
            "picture alliance / dpa / Anna Berg",
        ),
        ("fr", "Le nouveau pont, lundi matin à Neuville.", "JEANNE MARTIN / AFP", "JEANNE MARTIN / AFP"),
        ("fr", "Le nouveau pont, lundi matin à Neuville.", "Photo Jeanne Martin", "Jeanne Martin"),
        ("es", "El nuevo puente, el lunes en Villanueva.", "JUANA PÉREZ (EFE)", "JUANA PÉREZ (EFE)"),
        ("es", "El nuevo puente, el lunes en Villanueva.", "JUANA PÉREZ", "JUANA PÉREZ"),
        ("es", "El nuevo puente, el lunes en Villanueva.", "/ M.D.", "M.D."),
        ("fr", "Le nouveau pont, lundi matin à Neuville.", "- SDIS 34", "SDIS 34"),
        ("es", "El nuevo puente, el lunes en Villanueva.", "- GOBIERNO - Archivo", "GOBIERNO - Archivo"),
        ("fr", "Le nouveau pont, lundi matin à Neuville.", "| JEANNE MARTIN / LE MATIN", "JEANNE MARTIN / LE MATIN"),
        ("pl", "Nowy most przez rzekę w poniedziałek.", "Fot. archiwum prywatne", "archiwum prywatne"),
        ("pl", "Nowy most przez rzekę w poniedziałek", "/ Anna Nowak / PAP", "Anna Nowak / PAP"),
        ("pl", "Nowy most przez rzekę w poniedziałek", "/Anna Nowak /East News", "Anna Nowak /East News"),
        ("cs", "Nový most přes řeku,", "ilustrační foto", "ilustrační foto"),
        ("fr", "Le nouveau pont, lundi matin à Neuville.", "- Jean Martin", "Jean Martin"),
        ("fr", "Le nouveau pont, lundi matin à Neuville.", "Photo d’illustration.", "Photo d’illustration."),
        ("fr", "Le nouveau pont, lundi matin.", "(Jeanne Martin/Hans Lucas. AFP)", "Jeanne Martin/Hans Lucas. AFP"),
        ("zh", "星期一通车的新大桥，市民在桥上合影。", "新华社发（王磊摄）", "新华社发（王磊）"),
        ("zh", "星期一通车的新大桥，市民在桥上合影。", "王磊/摄", "王磊"),
        ("ko", "월요일 개통한 새 다리를 시민들이 건너고 있다.", "2024.5.3 seoyeon@post.example", None),
        ("da", "Den nye bro over åen mandag morgen.", "(Foto: © Anna Berg, Scanpix)", "Anna Berg, Scanpix"),
        ("pl", "Nowy most przez rzekę w poniedziałek.", "Fot. Anna Nowak / Agencja Nowa", "Anna Nowak / Agencja Nowa"),
        ("nl", "De nieuwe brug op maandagochtend.", "Beeld ANP / Anna de Wit", "ANP / Anna de Wit"),
        ("ko", "월요일 개통한 새 다리를 시민들이 건너고 있다.", "[사진=연합뉴스]", "연합뉴스"),
        ("ja", "開通した新しい橋を渡って対岸へ向かう市民ら", "（佐藤健撮影）", "佐藤健"),
        ("zh", "星期一通车的新大桥，市民在桥上合影。", "图/新华社", "新华社"),
        ("hi", "गाँव का नया पुल सोमवार को खोला गया।", "फोटो: सुरेखा बडोनी", "सुरेखा बडोनी"),
        ("en", "A ferry passes under the bridge.", "Photo by Jane Roe /Harbour Post", "Jane Roe /Harbour Post"),
        ("en", "Jane Roe, who saved the bridge", "(Family handout/PA)", "Family handout/PA"),
        ("en", "A ferry passes under the new bridge", "(Jane Roe photo)", "Jane Roe photo"),
        ("en", "A ferry passes under the bridge.", "Picture Credits: Pixabay", "Pixabay"),
        ("en", "A ferry passes under the bridge.", "— AFP", "AFP"),
        ("en", "Image: A ferry passes under the bridge.", "Pic: Reuters", "Reuters"),
        ("es", "El nuevo puente, el lunes", "(Juan Pérez / La Comarca)", "Juan Pérez / La Comarca"),
        ("pt", "A nova ponte reabriu com festa", "Ana Silva/Folhapress", "Ana Silva/Folhapress"),
        ("de", "Die neue Brücke am Montag", "(Archivbild).", "Archivbild"),
        ("sv", "Bron är klar.", "Foto: Anna Berg/TT", "Anna Berg/TT"),
        ("ru", "Мост в Заречье.", "Архивное фото", "Архивное фото"),
        ("en", "A ferry under the bridge.", "Jane Roe/For The Harbour Post", "Jane Roe/For The Harbour Post"),
    ],
)
def test_a_credit_behind_a_caption_is_found_in_the_forms_that_papers_use(
    language: str, text: str, tail: str, credit: str | None
) -> None:
    page = page_of(f"{text} {tail}", language)
    caption = read_caption(page.blocks[0], page, None)
    assert (caption.text, caption.credit) == (text.rstrip(","), credit)


@pytest.mark.parametrize(
    ("language", "line", "text", "credit"),
    [
        ("de", "Bild 3 von 12: Das Moor im Herbst. Foto: Lena Ott", "Das Moor im Herbst.", "Lena Ott"),
        ("en", "2/5 The old ferry at low tide", "The old ferry at low tide", None),
        ("en", "7/12/2024 was the day of the flood", "7/12/2024 was the day of the flood", None),
        ("en", "5 to 3 was the score at the end", "5 to 3 was the score at the end", None),
        ("en", "5 of 12: The ferry at low tide", "The ferry at low tide", None),
        ("en", "5 of 12 ferries were late", "5 of 12 ferries were late", None),
        ("en", "Photo 5 through 12 The ferry", "Photo 5 through 12 The ferry", None),
        ("en", "5 in 12 ferries were late", "5 in 12 ferries were late", None),
        ("en", "The ferry leaves. Ann Pell/Getty Images hide caption", "The ferry leaves.", "Ann Pell/Getty Images"),
        ("en", "Image caption, The ferry leaves for the island", "The ferry leaves for the island", None),
        ("en", "Caption competitions are back on the island", "Caption competitions are back on the island", None),
        ("de", "Die Fähre ist auf der Insel eine Legende", "Die Fähre ist auf der Insel eine Legende", None),
        ("de", "Die Fähre legt ab. Foto von Ole Hansen", "Die Fähre legt ab.", "Ole Hansen"),
        ("de", "Die Fähre legt am Morgen ab. Symbolbild", "Die Fähre legt am Morgen ab.", "Symbolbild"),
        ("de", "Die Fähre am Anleger von Nordø – Foto Hansen", "Die Fähre am Anleger von Nordø", "Foto Hansen"),
        ("de", "Die Fähre am Anleger.Ole Hansen/dpa", "Die Fähre am Anleger.", "Ole Hansen/dpa"),
        ("en", "Enlarge image", "Enlarge image", None),
        ("en", "Photo by Ann Pell on Unsplash", "", "Ann Pell on Unsplash"),
        ("en", "Image source, Getty Images", "", "Getty Images"),
        ("en", "The ferry leaves at noon. All rights reserved Ann Pell", "The ferry leaves at noon.", "Ann Pell"),
        ("en", "Authors fight for the copyright of songs", "Authors fight for the copyright of songs", None),
        ("en", "The ferry at noon.Credit...Ann Pell/The Post", "The ferry at noon.", "Ann Pell/The Post"),
        ("no", "Ordfører Kari Myklebust (Ap)", "Ordfører Kari Myklebust (Ap)", None),
        ("no", "Ordfører Kari Myklebust (AP)", "Ordfører Kari Myklebust", "AP"),
        ("en", "The old harbour wall / AFP", "The old harbour wall", "AFP"),
        ("en", "The old harbour wall - AFP", "The old harbour wall", "AFP"),
        ("en", "The old harbour wall/AFP", "The old harbour wall", "AFP"),
        ("en", "The old harbour wall, Getty Images", "The old harbour wall", "Getty Images"),
        ("it", "La scuola del mercato - Ansa", "La scuola del mercato", "Ansa"),
        ("it", "La scuola del mercato © ANSA/EPA", "La scuola del mercato", "ANSA/EPA"),
        ("es", "El colegio del Mercado / EFE", "El colegio del Mercado", "EFE"),
        ("tr", "Pazar Okulu yenilenecek (Fotoğraf: Ece Kaya/DHA)", "Pazar Okulu yenilenecek", "Ece Kaya/DHA"),
        (
            "de",
            "Symbolbild: Die Fähre legt am Morgen ab. | Bildquelle: dpa",
            "Symbolbild: Die Fähre legt am Morgen ab.",
            "dpa",
        ),
        ("de", "Symbolbild: Ole Hansen | Bildquelle: dpa", "", "Ole Hansen | Bildquelle: dpa"),
        ("ko", "시장초등학교 전경 /연합뉴스", "시장초등학교 전경", "연합뉴스"),
        ("ko", "김서연 기자 /연합뉴스", "", "김서연 기자 /연합뉴스"),
        ("ar", "رئيسة البلدية مع التلاميذ - رويترز", "رئيسة البلدية مع التلاميذ", "رويترز"),
        ("en", "Workers inspect the wall. J. Ann Pell/AP", "Workers inspect the wall.", "J. Ann Pell/AP"),
        ("en", "The wall in Georgetown, D.C. Ann Pell/AP", "The wall in Georgetown, D.C.", "Ann Pell/AP"),
        ("en", "Workers inspect it. Photo by J. Ann Pell/AP", "Workers inspect it.", "J. Ann Pell/AP"),
        ("lt", "Senasis tiltas per upę J. Petraičio nuotr.", "Senasis tiltas per upę", "J. Petraičio"),
        ("zh", "图为即将改造的学校。新华社记者李响摄", "图为即将改造的学校。", "新华社记者李响"),
        ("zh", "圖：即將整修的學校。（記者林怡君攝）", "圖：即將整修的學校。", "記者林怡君"),
        ("zh", "▲即將整修的學校。（圖／翻攝自Google Map）", "即將整修的學校。", "Google Map"),
        ("zh", "即將整修的學校。記者林怡君／攝影", "即將整修的學校。", "記者林怡君"),
        ("zh", "記者林怡君／攝影", "", "記者林怡君"),
        ("zh", "图为即将改造的学校。新华社记者 李响 摄", "图为即将改造的学校。", "新华社记者 李响"),
        ("zh", "图源，AFP", "", "AFP"),
        (
            "es",
            "La alcaldesa (izquierda) con los vecinos / J. Sánchez",
            "La alcaldesa (izquierda) con los vecinos",
            "J. Sánchez",
        ),
        ("en", "The ferry in the harbour / the old one", "The ferry in the harbour / the old one", None),
        ("zh", "图像来源，Getty Images", "", "Getty Images"),
        ("zh", "圖像來源，Getty Images", "", "Getty Images"),
        ("ar", "صدر الصورة، Getty Images", "", "Getty Images"),
        ("ar", "رئيسة البلدية مع التلاميذ - صورة أرشيفية", "رئيسة البلدية مع التلاميذ", None),
        ("vi", "Nguồn hình ảnh, Getty Images", "", "Getty Images"),
        ("vi", "Chụp lại hình ảnh, Trường học cạnh chợ.", "Trường học cạnh chợ.", None),
        ("pt", "A escola do Mercado — Foto: Divulgação", "A escola do Mercado", "Divulgação"),
        ("en", "The old wall. Credit...Ann Pell for The Herald", "The old wall.", "Ann Pell for The Herald"),
        ("en", "Credit...Ann Pell for The Herald", "", "Ann Pell for The Herald"),
        ("en", "Workers inspect it. (Staff photo by Ann Pell)", "Workers inspect it.", "Staff photo by Ann Pell"),
        ("en", "Workers inspect it. ST PHOTO: ANN PELL", "Workers inspect it.", "ST PHOTO: ANN PELL"),
        ("nl", "De school aan de Markt.Beeld Ann Pel / de Krant", "De school aan de Markt.", "Ann Pel / de Krant"),
        ("nl", "De school aan de Markt.Beeld ANP", "De school aan de Markt.", "ANP"),
        ("id", "Wali Kota bersama siswa.(KOMPAS.COM/ANDI)", "Wali Kota bersama siswa.", "KOMPAS.COM/ANDI"),
        ("de", "Die Fähre legt ab. picture alliance / dpa", "Die Fähre legt ab.", "picture alliance / dpa"),
        ("fr", "Photo Ouest-France / Jeanne Martin", "", "Ouest-France / Jeanne Martin"),
        ("fr", "PHOTO JEANNE MARTIN, ARCHIVES LE MATIN", "", "JEANNE MARTIN, ARCHIVES LE MATIN"),
        ("en", "Photo Exhibit, Concert Open Downtown", "Photo Exhibit, Concert Open Downtown", None),
    ],
)
def test_the_text_of_a_caption_is_free_of_credit_label_and_count(
    language: str, line: str, text: str, credit: str | None
) -> None:
    page = page_of(line, language)
    caption = read_caption(page.blocks[0], page, None)
    assert (caption.text, caption.credit) == (text, credit)


@pytest.mark.parametrize(
    ("language", "line", "told"),
    [
        ("de", "Karla Brandt (li.) und Uwe Nissen", True),
        ("de", "Der Vorstand (von li. nach re.) vor dem Pumpenhaus", True),
        ("de", "Vor dem Pumpenhaus, von links: Karla Brandt und Uwe Nissen", True),
        ("de", "Die Partei (links) und die andere (liberal)", True),
        ("de", "Der Verein (gegründet von Bürgern) kaufte das Haus", False),
        ("de", "Im Hintergrund: Streit um das Geld", True),
        ("en", "What stands below: the chain, the keel and the mud", False),
        ("en", "Jane Roe, left, with other islanders at the pier", True),
        ("en", "Tim Lee and Jane Roe, right", True),
        ("de", "Karla Brandt, links, und Uwe Nissen", True),
        ("en", "The ferry turned, left, and went down", False),
        ("en", "The Harbour Post, lefty, and the rest", False),
        ("de", "Auf dem Foto die alte Fähre, im Jahr vor dem Umbau", True),
        ("de", "Auf dem Foto ist die alte Fähre zu sehen.", False),
        ("de", "Im Bildungsausschuss der Stadt", False),
        ("pl", "Na zdjęciu stary prom w porcie", True),
        ("zh", "图为停在港口的旧渡轮。", True),
        ("ja", "写真は港に停泊する古いフェリー。", True),
    ],
)
def test_a_caption_says_who_stands_where(language: str, line: str, *, told: bool) -> None:
    page = page_of(line, language)
    assert tells_places(page.blocks[0], page.cues) is told


def test_a_mark_of_pictures_ends_a_caption() -> None:
    page = page_of("The ferry in the ice (file photo)\n\nThe ferry in the ice (in May)\n\nThe ferry", "en")
    assert [ends_with_mark(block, page.cues) for block in page.blocks] == [True, False, False]


def test_a_place_in_a_gallery_counts_up() -> None:
    cues = page_of("The ferry", "en").cues
    assert [gallery_count(text, cues) > 0 for text in ("1 of 8", "8/1", "Photo 1 of 8", "Ferry 1", "Ferry 1 of 8")] == [
        True,
        False,
        True,
        False,
        False,
    ]


def test_a_name_may_be_glued_to_the_caption() -> None:
    page = page_of("El nuevo puente, el lunes en Villanueva.Juana Pérez", "es")
    caption = read_caption(page.blocks[0], page, None)
    assert (caption.text, caption.credit) == ("El nuevo puente, el lunes en Villanueva.", "Juana Pérez")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("es", "PAMPLONA, 2 Oct. (EUROPA PRESS) -"),
        ("fr", ">> À lire aussi - Crédit immobilier : les banques qui prêtent encore"),
        ("es", "EL PUENTE SE ABRE EL LUNES. VILLANUEVA LO CELEBRA"),
        ("es", "El puente se abrió el lunes. La alcaldesa lo dijo en la ONU."),
    ],
)
def test_a_call_to_read_on_and_capitals_elsewhere_are_no_credit(language: str, line: str) -> None:
    page = page_of(line, language)
    assert credit_tail(page.blocks[0], page.cues) == 0


def test_a_name_behind_a_long_paragraph_is_no_credit() -> None:
    text = "Le nouveau pont a été ouvert lundi matin à Neuville, et la maire y a vu le début d’une autre époque pour sa ville."
    page = page_of(f"{text} {text} Jean Martin\n\n{text} Jean Martin", "fr")
    assert [credit_tail(block, page.cues) > 0 for block in page.blocks] == [False, True]


def test_a_day_and_a_place_behind_an_equals_sign_end_a_caption_and_stay_in_it() -> None:
    for end in ("＝3日、沖ノ瀬島", "（3日、沖ノ瀬島で）"):
        page = page_of(f"開通した新しい橋を渡って対岸へ向かう市民ら{end}", "ja")
        assert credit_tail(page.blocks[0], page.cues) > 0
        assert read_caption(page.blocks[0], page, None).text.endswith(end)


def test_a_label_may_stand_in_brackets() -> None:
    page = page_of("【写真】開通した新しい橋を渡って対岸へ向かう市民ら", "ja")
    assert read_caption(page.blocks[0], page, None).text == "開通した新しい橋を渡って対岸へ向かう市民ら"


def test_a_claim_that_a_picture_is_not_to_be_sold_on_is_no_credit() -> None:
    page = page_of("17일 폭풍에 무너진 낡은 부두를 어부들이 바라보고 있다. *재판매 및 DB 금지", "ko")
    caption = read_caption(page.blocks[0], page, None)
    assert (caption.text, caption.credit) == ("17일 폭풍에 무너진 낡은 부두를 어부들이 바라보고 있다.", None)
    assert credit_tail(page.blocks[0], page.cues) > 0


def test_a_source_behind_a_day_is_no_credit() -> None:
    page = page_of("2024-04-18 07:15 来源:江城日报\n\n12.03.2024, 10:00 | Quelle: dpa", "zh")
    assert [credit_tail(block, page.cues) for block in page.blocks] == [0, 0]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Wie die Fähre im Sturm in den Hafen kam, sehen Sie in unserem Video:"),
        ("en", "How far the ferry has to go from here is told best by this one photo:"),
        ("en", "The card on the pier says: “Look at the pic. Call 555-0100 if seen.”"),
    ],
)
def test_neither_a_colon_with_nothing_behind_nor_a_quotation_s_last_sentence_is_a_credit(
    language: str, line: str
) -> None:
    page = page_of(line, language)
    assert credit_tail(page.blocks[0], page.cues) == 0


@pytest.mark.parametrize(
    ("language", "line", "captions"),
    [
        ("de", "Text: Carola Winter, Fotos: Bernd Jonas", []),
        ("no", "Tekst og foto: Ole Hansen", []),
        ("zh", "2024年03月12日 17:45 来源：新华网", []),
        ("en", "2024-03-12 17:45:30 | Source: Xinhua", []),
        ("nl", "Bron: ANP", [("ANP", "ANP")]),
        (
            "de",
            "Von links: Ole Hansen, Ann Pell. Foto: Uwe Nissen",
            [("Von links: Ole Hansen, Ann Pell.", "Uwe Nissen")],
        ),
        ("de", "12.03.2024: Die Fähre im Hafen. Foto: Ann Pell", [("12.03.2024: Die Fähre im Hafen.", "Ann Pell")]),
    ],
)
def test_neither_a_byline_of_text_and_pictures_nor_a_date_with_its_source_is_a_caption(
    language: str, line: str, captions: list[tuple[str, str | None]]
) -> None:
    page = page_of(line, language)
    assert [(caption.text, caption.credit) for caption in read_captions(page, page.blocks, None)] == captions


RIGHTS = """Farmers fear the new dam will flood their fields

The lower valley near Asten, seen from the old bridge Copyright Jane Roe/Copyright 2024 The AP. All rights reserved

Copyright Jane Roe/Copyright 2024 The AP. All rights reserved

By Mary Poe

The lower valley has been home to farmers for six hundred years, and most of them want to stay where they are.

The dam was planned in 1998 and given up twice, once for its cost and once for the birds that nest on the banks.

This spring the government took the plan up again, and sent letters to four hundred families in the valley.

Copyright 2024 Asten Post. All rights reserved"""


@pytest.mark.parametrize(
    "claim",
    [
        "Copyright 2024 The Asten Press. All rights reserved. This material may not be published or redistributed.",
        "Copyright (c) 2024 Asten Post. All rights reserved.",
    ],
)
def test_a_claim_of_rights_of_a_year_is_no_credit_even_right_below_the_last_paragraph(claim: str) -> None:
    article = newsparse.parse(f"{RIGHTS.rpartition(chr(10))[0].rstrip()}\n\n{claim}")
    assert article.blocks[-1].role.value == "boilerplate"
    assert claim not in [caption.text for caption in article.captions]


def test_a_claim_of_rights_behind_a_caption_is_its_credit_and_one_below_the_article_is_not() -> None:
    article = newsparse.parse(RIGHTS)
    roles = [block.role.value for block in article.blocks]
    assert roles[1:3] == ["caption", "caption"] and roles[-1] == "boilerplate"
    assert [caption.text for caption in article.captions] == ["The lower valley near Asten, seen from the old bridge"]


def test_a_line_is_a_credit_if_it_repeats_the_end_of_the_longer_one_above() -> None:
    page = page_of(
        "The ferry leaves for the island © Ann Pell of the harbour office\nAnn Pell of the harbour office", "en"
    )
    assert [any(page.credits[index]) for index in range(2)] == [True, False]
    page = page_of("The ferry leaves for the island © Ann Pell\n© Ann Pell\n© Ann Pell", "en")
    assert page.credits[1] == (True, 0)


def test_a_capital_that_grows_in_lower_case_moves_no_cut() -> None:
    page = page_of("İstanbul'da İnebolu vapuru iskeleden ayrılıyor. Fotoğraf: İsmail Kaya", "tr")
    caption = read_caption(page.blocks[0], page, None)
    assert (caption.text, caption.credit) == ("İstanbul'da İnebolu vapuru iskeleden ayrılıyor.", "İsmail Kaya")


def test_no_page_outlives_its_parse() -> None:
    gc.collect()
    gc.disable()
    try:
        newsparse.parse(RIGHTS)
        assert not any(isinstance(found, Page) for found in gc.get_objects())
    finally:
        gc.enable()


def test_a_month_and_a_place_in_parentheses_end_a_caption_in_japanese() -> None:
    page = page_of(
        "薪を割る銭湯の店主（1月、青葉市の港町）\n\n薪を割る銭湯の店主は（1月、青葉市の港町で）取材に応じた。", "ja"
    )
    assert [page.credits[index][1] > 0 for index in range(2)] == [True, False]
