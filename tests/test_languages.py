"""Each language's data file: phrases that can be found, and what they make of its dates, bylines and credits."""

from __future__ import annotations

from datetime import datetime

import attrs
import pytest

from newsparse.article import Role
from newsparse.authors import names_in
from newsparse.captions import read_caption
from newsparse.credits import AGENCY_SPLIT, PARENTHESES
from newsparse.cues import EDGE_MARKS, agencies
from newsparse.languages import LANGUAGES
from newsparse.languages.detect import detect
from newsparse.publication import read_dates
from tests.pages import page_of


def names(line: str, language: str) -> list[str]:
    page = page_of(line, language)
    return list(names_in(page, [attrs.evolve(block, role=Role.BYLINE) for block in page.blocks]))


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_phrase_is_written_as_lines_are_looked_up(code: str) -> None:
    language = LANGUAGES[code]
    for table, key, edges in (
        ("related", "heads", EDGE_MARKS),
        ("boilerplate", "whole", EDGE_MARKS),
        ("kicker", "labels", " :|+"),
        ("bullets", "heads", " :"),
        ("caption", "credit", " :：=＝/"),
        ("caption", "labels", " :：,，،"),
    ):
        assert [phrase for phrase in language.words(table, key) if phrase != phrase.strip(edges)] == [], (table, key)
    for key in ("titles", "jobs", "place"):
        assert [phrase for phrase in language.words("byline", key) if " " in phrase] == [], key
    assert [phrase for phrase in language.words("related", "opens") if phrase[0] in EDGE_MARKS] == []
    assert [phrase for phrase in language.words("signature", "agencies") if phrase[0] in " ("] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_phrase_is_listed_twice(code: str) -> None:
    for table, keys in (
        ("dates", ("published", "modified", "clock", "filler", "reading_time", "relative")),
        ("byline", ("by", "after", "and", "place", "titles", "jobs", "desks")),
        ("caption", ("credit", "position", "marks", "labels")),
        ("kicker", ("labels",)),
        ("bullets", ("heads",)),
        ("related", ("opens", "heads")),
        ("boilerplate", ("whole", "starts", "contains")),
        ("signature", ("agencies",)),
    ):
        for key in keys:
            phrases = LANGUAGES[code].words(table, key)
            assert sorted(phrases) == sorted(set(phrases)), (table, key)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_word_inside_a_line_counts_once(code: str) -> None:
    phrases = LANGUAGES[code].words("boilerplate", "contains")
    assert [phrase for phrase in phrases if any(other in phrase and other != phrase for other in phrases)] == []


def test_every_agency_is_written_as_credits_are_looked_up() -> None:
    news, photo, services = agencies()
    for name in news | photo:
        assert name == name.lower().strip(PARENTHESES + "./") and AGENCY_SPLIT.split(name) == [name], name
    assert len(services) == len(set(services)) and all(name == name.lower() for name in services)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Sie haben den Zuschlag nicht bekommen, weil der Makler eine höhere Provision verlangt hatte."),
        ("de", "Wenn sie im Frühjahr wiederkommen, brüten die Störche auf dem Dach der alten Molkerei."),
        ("de", "Zum Thema Steuern sagte die Ministerin der Zeitung, darüber werde im Herbst entschieden."),
        ("de", "Das könnte sie den Vorsitz kosten, denn auf Facebook hatte sie etwas anderes versprochen."),
        ("de", "Dieser Artikel des Grundgesetzes wird in der Verhandlung die größte Rolle spielen."),
        (
            "en",
            "The European Commission said a design in the new style would be cheaper for the affiliate of the bank.",
        ),
        ("en", "Please do come in, she said, and the commission sat down to tea with cookies and sandwiches."),
        ("en", "Shares of the shipyard fell, and those who had donated to the fund began to sign up for night shifts."),
        ("en", "Comments are one thing, but as a member of the council he wrote on Facebook that he would vote no."),
        ("fr", "Ajoutez à cela que, à ce sujet, les propos tenus par le maire ont été rapportés par deux témoins."),
        ("es", "Los comentarios del alcalde llegaron por correo electrónico a la agencia de protección de datos."),
        (
            "it",
            "Registrati venti casi in città: gli abbonati allo stadio e le partite IVA sono i più colpiti dal rincaro.",
        ),
        ("pt", "A assinatura do acordo foi adiada, e o contribuinte vai pagar a publicidade da prefeitura."),
        ("nl", "Btw op energie gaat omhoog, en wie zich wil inschrijven bij de KvK moet een wachtwoord kiezen."),
        ("da", "Vi bruger flere penge på vej, siger borgmesteren, mens halvtreds hold er tilmeldt stævnet i havnen."),
        ("no", "Denne saken handler om en gammel brygge, skriver ordføreren i en e-post til avisen på fredag."),
        ("sv", "Kriget fortsätter efter vintern, och på torget såldes kakor till förmån för skolorna i staden."),
        ("pl", "Na ten temat wypowiedział się burmistrz, a rada zmieniła regulamin obrad w pierwszy miesiąc roku."),
        ("cs", "Provozovatel přístavu koupil tričo s hořčičovým znakem a vydavatele knihy pozval na první měsíc léta."),
        ("tr", "Daha fazla ülke anlaşmaya katıldı, haber bülteni de bunu akşam saatlerinde halka duyurdu."),
        ("ru", "За сутки зарегистрировано двадцать аварий, сообщил телеграм-канал мэрии и пресс-служба города."),
        ("uk", "Обговорити проєкт мають до осені, повідомив телеграм-канал мерії та пресслужба міської ради."),
        ("ar", "انضم اللاعب إلى الفريق الأول بعد أن سجل في المباراة الأخيرة هدفين أمام جمهور المدينة."),
        ("ja", "コメントを発表した市長は、アプリで申し込む方法を秋までに改めると述べた。"),
        ("ko", "무단 횡단을 하던 시민이 다쳤고 누리꾼들은 댓글을 남겼다고 경찰이 밝혔다."),
        ("zh", "未经审批的码头被拆除，发言人拒绝发表评论，公众号上的文章也已删除。"),
    ],
)
def test_ordinary_prose_is_no_word_to_the_reader(language: str, sentence: str) -> None:
    page = page_of(sentence, language)
    (block,) = page.blocks
    assert not page.cues.boilerplate_opening(block) and not page.cues.related_opening(block)
    assert page.boilerplate_inside(block) == 0


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_word_of_every_sentence_opens_neither_a_link_nor_a_word_to_the_reader(code: str) -> None:
    language = LANGUAGES[code]
    for table, key in (("related", "opens"), ("boilerplate", "starts")):
        assert language.function_words.isdisjoint(word.strip() for word in language.words(table, key)), (table, key)


@pytest.mark.parametrize("code", LANGUAGES)
def test_comments_are_a_line_of_the_page_and_head_no_box_of_links(code: str) -> None:
    language = LANGUAGES[code]
    assert not set(language.words("related", "heads")) & {
        "comments", "kommentare", "commentaires", "comentarios", "commenti", "comentários", "reacties", "kommentarer",
        "komentarze", "diskuse", "yorumlar", "комментарии", "коментарі", "التعليقات", "コメント", "댓글", "评论", "留言",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Die neue Brücke ist am Freitag für den Verkehr freigegeben worden, neun Jahre nach dem Spatenstich."),
        ("en", "The new bridge was opened to traffic on Friday, nine years after the work on it had begun."),
        ("fr", "Le nouveau pont a été ouvert à la circulation vendredi, neuf ans après le début des travaux."),
        ("es", "El nuevo puente se abrió al tráfico el viernes, nueve años después del inicio de las obras."),
        ("it", "Il nuovo ponte è stato aperto al traffico venerdì, nove anni dopo l'inizio dei lavori."),
        ("pt", "A nova ponte foi aberta ao trânsito na sexta-feira, nove anos depois do início das obras."),
        ("nl", "De nieuwe brug is vrijdag voor het verkeer geopend, negen jaar na het begin van de werken."),
        ("da", "Den nye bro blev åbnet for trafik fredag, ni år efter at arbejdet blev sat i gang af borgmesteren."),
        ("no", "Den nye brua ble åpnet for trafikk fredag, ni år etter at arbeidet ble satt i gang av ordføreren."),
        ("sv", "Den nya bron öppnades för trafik i fredags, nio år efter att arbetet hade börjat vid stranden."),
        ("pl", "Nowy most został otwarty dla ruchu w piątek, dziewięć lat po tym, jak rozpoczęto budowę nad rzeką."),
        ("cs", "Nový most byl v pátek otevřen pro dopravu, devět let poté, co se na něm začalo pracovat."),
        ("tr", "Yeni köprü, yapımına başlanmasından dokuz yıl sonra cuma günü trafiğe açıldı ve bir tören yapıldı."),
        ("ru", "Новый мост открыли для движения в пятницу, через девять лет после того, как начались работы."),
        ("uk", "Новий міст відкрили для руху в п'ятницю, через дев'ять років після того, як почалися роботи."),
        ("ja", "新しい橋は着工から九年を経て、金曜日に開通した。"),
        ("ko", "새 다리는 공사를 시작한 지 9년 만인 금요일에 개통했다."),
        ("zh", "新大桥在开工九年之后，于星期五正式通车。"),
        ("ar", "افتتح الجسر الجديد أمام حركة المرور يوم الجمعة بعد تسع سنوات من بدء العمل في المشروع."),
    ],
)
def test_a_sentence_tells_its_language(language: str, sentence: str) -> None:
    found = detect(sentence, LANGUAGES)
    assert found is not None and found.code == language


@pytest.mark.parametrize(
    ("language", "line", "published", "modified"),
    [
        ("fr", "Publié le 14 mars 2024 à 06h00, mis à jour le 14 mars 2024 à 11h42", (3, 14, 6, 0), (3, 14, 11, 42)),
        ("es", "Publicado: 12/09/2024 13:25 | Actualizado: 12/09/2024 18:02", (9, 12, 13, 25), (9, 12, 18, 2)),
        ("it", "3 febbraio 2024 alle 19:12 - Aggiornato il 4 febbraio 2024 alle 08:30", (2, 3, 19, 12), (2, 4, 8, 30)),
        ("pt", "Publicado em 22/08/2024 às 7h10 - Atualizado em 23/08/2024 às 8h05", (8, 22, 7, 10), (8, 23, 8, 5)),
        (
            "nl",
            "Gepubliceerd op 9 april 2024 om 06:00. Laatst bijgewerkt op 9 april 2024 om 10:45",
            (4, 9, 6, 0),
            (4, 9, 10, 45),
        ),
        ("da", "Udgivet 6. marts 2024 kl. 05.45 - Opdateret 7. marts 2024 kl. 10.00", (3, 6, 5, 45), (3, 7, 10, 0)),
        ("no", "Publisert: 23.01.2024 06:10 Sist oppdatert: 23.01.2024 14:02", (1, 23, 6, 10), (1, 23, 14, 2)),
        (
            "sv",
            "Publicerad 14 februari 2024 kl 05.00, uppdaterad 15 februari 2024 kl 07.30",
            (2, 14, 5, 0),
            (2, 15, 7, 30),
        ),
        ("pl", "11 kwietnia 2024, 06:30, aktualizacja: 12 kwietnia 2024, 08:15", (4, 11, 6, 30), (4, 12, 8, 15)),
        ("cs", "2. května 2024 5:00, aktualizováno 3. května 2024 9:10", (5, 2, 5, 0), (5, 3, 9, 10)),
        ("tr", "Yayınlanma: 17.01.2024 - 07:00 Güncelleme: 17.01.2024 - 10:25", (1, 17, 7, 0), (1, 17, 10, 25)),
        ("ru", "Опубликовано 20 марта 2024, 09:00. Обновлено 21 марта 2024, 10:30", (3, 20, 9, 0), (3, 21, 10, 30)),
        ("uk", "Опубліковано 25 квітня 2024, 08:30. Оновлено 26 квітня 2024, 09:45", (4, 25, 8, 30), (4, 26, 9, 45)),
        ("ar", "نشر في: 9 مارس 2024 10:15 - آخر تحديث: 10 مارس 2024 11:20", (3, 9, 10, 15), (3, 10, 11, 20)),
        ("ja", "公開日：2024年5月3日 12時00分 更新日：2024年5月4日 9時30分", (5, 3, 12, 0), (5, 4, 9, 30)),
        ("ko", "입력 2024.04.18 06:00 수정 2024.04.18 09:15", (4, 18, 6, 0), (4, 18, 9, 15)),
        ("zh", "发布时间：2024年4月2日 08:30 更新时间：2024年4月3日 10:00", (4, 2, 8, 30), (4, 3, 10, 0)),
    ],
)
def test_publication_and_change_are_told_apart(
    language: str, line: str, published: tuple[int, int, int, int], modified: tuple[int, int, int, int]
) -> None:
    page = page_of(line, language)
    found = read_dates(page, [attrs.evolve(block, role=Role.BYLINE) for block in page.blocks])
    assert found == (datetime(2024, *published), datetime(2024, *modified))


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("fr", "Par Camille Lefort et Hugo Mercier", ["Camille Lefort", "Hugo Mercier"]),
        ("fr", "Par Camille Lefort (avec AFP)", ["Camille Lefort"]),
        ("es", "Por Lucía Herrero y Tomás Vidal", ["Lucía Herrero", "Tomás Vidal"]),
        ("es", "Texto: Dra. Pilar Sanz", ["Pilar Sanz"]),
        ("it", "di Giulia Ferrero e Paolo Rivetti", ["Giulia Ferrero", "Paolo Rivetti"]),
        ("it", "dal nostro inviato Marco Tedeschi", ["Marco Tedeschi"]),
        ("pt", "Por Helena Matos e Rui Faria", ["Helena Matos", "Rui Faria"]),
        ("pt", "Texto de António da Silva", ["António da Silva"]),
        ("nl", "Door Sanne de Wit en Pieter van den Berg", ["Sanne de Wit", "Pieter van den Berg"]),
        ("nl", "Door onze redacteur Bart Claes", ["Bart Claes"]),
        ("da", "Af Mette Lindholm og Jens Kragh", ["Mette Lindholm", "Jens Kragh"]),
        ("da", "Mette Lindholm, journalist", ["Mette Lindholm"]),
        ("no", "Av Ingrid Solbakken og Pål Nygård", ["Ingrid Solbakken", "Pål Nygård"]),
        ("no", "Tekst og foto: Kari Øyen", ["Kari Øyen"]),
        ("sv", "Av Karin Engström och Lars Hedman", ["Karin Engström", "Lars Hedman"]),
        ("sv", "Text: Johan Åberg", ["Johan Åberg"]),
        ("pl", "Rozmawiała Agnieszka Wolska", ["Agnieszka Wolska"]),
        ("pl", "Tekst: Marcin Dudek i Paweł Zieliński", ["Marcin Dudek", "Paweł Zieliński"]),
        ("cs", "Autor: Petr Souček a Tereza Malá", ["Petr Souček", "Tereza Malá"]),
        ("cs", "Napsala Mgr. Tereza Malá", ["Tereza Malá"]),
        ("tr", "Haber: Elif Karaca ve Burak Şahin", ["Elif Karaca", "Burak Şahin"]),
        ("tr", "Yazan: Prof. Dr. Selin Aksoy", ["Selin Aksoy"]),
        ("ru", "Авторы: Ольга Синицына и Илья Королёв", ["Ольга Синицына", "Илья Королёв"]),
        ("ru", "Главный редактор Антон Громов", ["Антон Громов"]),
        ("uk", "Авторка: Наталія Бойко", ["Наталія Бойко"]),
        ("uk", "Розмовляв Денис Марченко", ["Денис Марченко"]),
        ("ar", "بقلم: سلمى الخطيب", ["سلمى الخطيب"]),
        ("ar", "كتب: الدكتور كريم منصور", ["كريم منصور"]),
        ("ja", "文・田中美咲", ["田中美咲"]),
        ("ja", "田中美咲記者", ["田中美咲"]),
        ("ko", "김서연 기자", ["김서연"]),
        ("ko", "글: 김서연", ["김서연"]),
        ("zh", "记者 陈晓雯", ["陈晓雯"]),
        ("zh", "作者：陈晓雯", ["陈晓雯"]),
    ],
)
def test_a_byline_names_its_authors_without_titles_and_jobs(language: str, line: str, expected: list[str]) -> None:
    assert names(line, language) == expected


@pytest.mark.parametrize(
    ("language", "line", "text", "credit"),
    [
        ("fr", "Le port à marée basse. Photo : Hugo Mercier", "Le port à marée basse.", "Hugo Mercier"),
        ("es", "El puerto con marea baja. Fotografía: Marta Olmos", "El puerto con marea baja.", "Marta Olmos"),
        ("it", "Il porto con la bassa marea. Foto: Luca Bertolini", "Il porto con la bassa marea.", "Luca Bertolini"),
        ("pt", "O porto na maré baixa. Crédito: Rui Faria", "O porto na maré baixa.", "Rui Faria"),
        ("nl", "De haven bij laagwater. Beeld: Pieter Hoekstra", "De haven bij laagwater.", "Pieter Hoekstra"),
        ("da", "Havnen ved lavvande. Arkivfoto: Jens Kragh", "Havnen ved lavvande.", "Jens Kragh"),
        ("no", "Havna ved fjære. Illustrasjonsfoto: Kari Øyen", "Havna ved fjære.", "Kari Øyen"),
        ("sv", "Hamnen vid lågvatten. Arkivbild: Lars Hedman", "Hamnen vid lågvatten.", "Lars Hedman"),
        ("pl", "Port podczas odpływu. Zdjęcie: Paweł Zieliński", "Port podczas odpływu.", "Paweł Zieliński"),
        ("cs", "Loděnice a přístav za odlivu. Zdroj: Jakub Novotný", "Loděnice a přístav za odlivu.", "Jakub Novotný"),
        ("tr", "Fırtınadan sonra liman sakin. Fotoğraf: Mert Aydın", "Fırtınadan sonra liman sakin.", "Mert Aydın"),
        ("ru", "Порт и верфь во время отлива. Фото: Антон Громов", "Порт и верфь во время отлива.", "Антон Громов"),
        ("uk", "Порт під час відпливу. Світлина: Андрій Мороз", "Порт під час відпливу.", "Андрій Мороз"),
        ("ar", "الميناء عند انحسار المياه. تصوير: يوسف حداد", "الميناء عند انحسار المياه.", "يوسف حداد"),
        ("ja", "干潮の港。撮影：佐藤健", "干潮の港。", "佐藤健"),
        (
            "ko",
            "지난 주말 썰물 때 작은 어선들이 갯벌에 나란히 앉아 있는 항구. 사진: 박준호",
            "지난 주말 썰물 때 작은 어선들이 갯벌에 나란히 앉아 있는 항구.",
            "박준호",
        ),
        ("zh", "退潮时的港口。图片来源：刘志强", "退潮时的港口。", "刘志强"),
    ],
)
def test_a_credit_is_split_off_the_caption(language: str, line: str, text: str, credit: str) -> None:
    page = page_of(line, language)
    caption = read_caption(page.blocks[0], page, None)
    assert (caption.text, caption.credit) == (text, credit)


@pytest.mark.parametrize("language", [code for code in LANGUAGES if LANGUAGES[code].spaced])
def test_a_line_that_is_a_credit_alone_has_no_text(language: str) -> None:
    word = LANGUAGES[language].words("caption", "credit")[0]
    page = page_of(f"{word.capitalize()}: Anna Berg", language)
    caption = read_caption(page.blocks[0], page, None)
    assert (caption.text, caption.credit) == ("", "Anna Berg")
