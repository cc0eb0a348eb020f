"""Dates as news pages write them, read from the line that has them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from newsparse.dates.absolute import find_dates, months_elsewhere
from newsparse.dates.dated import MOSTLY, date_share, share_of_date
from newsparse.languages import LANGUAGES
from newsparse.split import split

BST = timezone(timedelta(hours=1))
EST, EDT, PDT = (timezone(timedelta(hours=hours)) for hours in (-5, -4, -7))
MSK = timezone(timedelta(hours=3))


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("de", "Aktualisiert am 07.01.2026 - 18:50 Uhr", datetime(2026, 1, 7, 18, 50)),
        ("de", "3. März 2024", datetime(2024, 3, 3)),
        ("zh", "2024 03/05 16:22:05", datetime(2024, 3, 5, 16, 22, 5)),
        ("es", "05 mar 2024", datetime(2024, 3, 5)),
        ("es", "5 de mar. de 2024", datetime(2024, 3, 5)),
        ("it", "5 mar 2024", datetime(2024, 3, 5)),
        ("it", "mar 5 apr 2024", datetime(2024, 4, 5)),
        ("en", "published: 21:07, 2 june 2023", datetime(2023, 6, 2, 21, 7)),
        ("de", "Stand: 12.05.23, 7.05 Uhr", datetime(2023, 5, 12, 7, 5)),
        ("en", "Updated 3 May 2024, 10:21 BST", datetime(2024, 5, 3, 10, 21, tzinfo=BST)),
        ("en", "Posted May 24, 2026 10:05 am", datetime(2026, 5, 24, 10, 5)),
        ("en", "May 3rd, 2024 at 9 pm", datetime(2024, 5, 3, 21)),
        ("en", "10:21, 3 May 2024", datetime(2024, 5, 3, 10, 21)),
        ("en", "05/03/2024 9:15 PM EDT", datetime(2024, 5, 3, 21, 15, tzinfo=EDT)),
        ("en", "03/05/2024", datetime(2024, 5, 3)),
        ("en", "2024-05-03T08:30:00Z", datetime(2024, 5, 3, 8, 30, tzinfo=UTC)),
        ("en", "2024-05-03 08:30 +01:00", datetime(2024, 5, 3, 8, 30, tzinfo=BST)),
        ("en", "3 May 2024, 10:21²", datetime(2024, 5, 3, 10, 21)),
        ("fr", "Publié le 5 mai 2024 à 10h21", datetime(2024, 5, 5, 10, 21)),
        ("es", "5 de mayo de 2024", datetime(2024, 5, 5)),
        ("it", "Pubblicato il 5 maggio 2024 alle 10:21", datetime(2024, 5, 5, 10, 21)),
        ("pt", "Publicado em 5 de maio de 2024 às 10h21", datetime(2024, 5, 5, 10, 21)),
        ("nl", "Gepubliceerd op 5 mei 2024 om 10:21 uur", datetime(2024, 5, 5, 10, 21)),
        ("pl", "5 maja 2024, 10:21", datetime(2024, 5, 5, 10, 21)),
        ("ru", "5 мая 2024 года, 10:21", datetime(2024, 5, 5, 10, 21)),
        ("uk", "5 травня 2024, 10:21", datetime(2024, 5, 5, 10, 21)),
        ("tr", "5 Mayıs 2024 10:21", datetime(2024, 5, 5, 10, 21)),
        ("cs", "5. května 2024 10:21", datetime(2024, 5, 5, 10, 21)),
        ("sv", "Publicerad 5 maj 2024 kl 10.21", datetime(2024, 5, 5, 10, 21)),
        ("no", "Publisert 5. mai 2024 kl. 10:21", datetime(2024, 5, 5, 10, 21)),
        ("da", "5. maj 2024 kl. 10:21", datetime(2024, 5, 5, 10, 21)),
        ("ar", "5 مايو 2024", datetime(2024, 5, 5)),
        ("ja", "2024年5月3日 12時00分", datetime(2024, 5, 3, 12, 0)),
        ("ko", "입력 2024.05.03 12:00", datetime(2024, 5, 3, 12, 0)),
        ("zh", "2024年5月3日 12:00", datetime(2024, 5, 3, 12, 0)),
        ("zh", "2024年05月03日12:00", datetime(2024, 5, 3, 12, 0)),
        ("ko", "24.05.03 12:00", datetime(2024, 5, 3, 12, 0)),
        ("ko", "2024-05-03 오후 3:05", datetime(2024, 5, 3, 15, 5)),
        ("ko", "2024.05.03 오전 12:05", datetime(2024, 5, 3, 0, 5)),
        ("ja", "2024年5月3日 午後3時5分", datetime(2024, 5, 3, 15, 5)),
        ("zh", "2024-05-03 下午3:05", datetime(2024, 5, 3, 15, 5)),
        ("ar", "الجمعة 03/مايو/2024 - 10:21 م", datetime(2024, 5, 3, 22, 21)),
        ("es", "3 de mayo de 2024, 10:21 p. m.", datetime(2024, 5, 3, 22, 21)),
        ("fr", "5 mai 2024 à 10h", datetime(2024, 5, 5, 10)),
        ("en", "2024 May 3", datetime(2024, 5, 3)),
        ("en", "Mar 4 20249:15 AM", datetime(2024, 3, 4, 9, 15)),
        ("de", "03.05.202414:30 Uhr", datetime(2024, 5, 3, 14, 30)),
        ("de", "3. Mai 2024, 14 Uhr", datetime(2024, 5, 3, 14)),
        ("de", "3. Mai 2024, 9 Uhr 15", datetime(2024, 5, 3, 9, 15)),
        ("nl", "3 mei 2024, 14 uur", datetime(2024, 5, 3, 14)),
        ("fr", "3 mai 2024 à 14 heures", datetime(2024, 5, 3, 14)),
        ("es", "3 de mayo de 2024 a las 14 horas", datetime(2024, 5, 3, 14)),
        ("it", "3 maggio 2024 alle ore 14", datetime(2024, 5, 3, 14)),
        ("pt", "3 maio 2024, 14 horas", datetime(2024, 5, 3, 14)),
        ("da", "3. maj 2024 kl. 14", datetime(2024, 5, 3, 14)),
        ("sv", "3 maj 2024 klockan 14", datetime(2024, 5, 3, 14)),
        ("pl", "3 maja 2024, godz. 14", datetime(2024, 5, 3, 14)),
        ("cs", "3. května 2024 14 hodin", datetime(2024, 5, 3, 14)),
        ("tr", "3 Mayıs 2024 saat 14", datetime(2024, 5, 3, 14)),
        ("ru", "3 мая 2024, 9 вечера", datetime(2024, 5, 3, 21)),
        ("ar", "3 مايو 2024 الساعة 10 مساء", datetime(2024, 5, 3, 22)),
        ("nl", "3 mei 2024, 2 uur geleden", datetime(2024, 5, 3)),
        ("fr", "3 mai 2024, il y a 2 heures", datetime(2024, 5, 3)),
        ("pt", "3 maio 2024 - 5 min", datetime(2024, 5, 3)),
        ("de", "12.03.24 17:45", datetime(2024, 3, 12, 17, 45)),
        ("de", "12.03.24, 17.45", datetime(2024, 3, 12, 17, 45)),
        ("cs", "12. 3. 24", datetime(2024, 3, 12)),
        ("ko", "24.05.03. 12:00", datetime(2024, 5, 3, 12)),
        ("hu", "12.03.2024", datetime(2024, 3, 12)),
        ("ar", "12 آذار/مارس 2024 - 17:45", datetime(2024, 3, 12, 17, 45)),
        ("pl", "Publikacja 12 III 2024", datetime(2024, 3, 12)),
        ("ro", "12.III.2024", datetime(2024, 3, 12)),
        ("ja", "令和6年3月12日 17:45", datetime(2024, 3, 12, 17, 45)),
        ("ja", "令和元年5月12日", datetime(2019, 5, 12)),
        ("zh", "民國113年3月12日", datetime(2024, 3, 12)),
        ("en", "5:45 p.m. ET March 12, 2024", datetime(2024, 3, 12, 17, 45, tzinfo=EDT)),
        ("en", "March 10, 2024, 1:59 am ET", datetime(2024, 3, 10, 1, 59, tzinfo=EST)),
        ("en", "March 10, 2024, 3:00 am ET", datetime(2024, 3, 10, 3, tzinfo=EDT)),
        ("en", "November 3, 2024, 1:00 am ET", datetime(2024, 11, 3, 1, tzinfo=EDT)),
        ("en", "November 3, 2024, 5:45 pm ET", datetime(2024, 11, 3, 17, 45, tzinfo=EST)),
        ("en", "03/12/2024 5:45 PM PT", datetime(2024, 3, 12, 17, 45, tzinfo=PDT)),
        ("ru", "12 марта 2024 в 17:45 МСК", datetime(2024, 3, 12, 17, 45, tzinfo=MSK)),
        ("fr", "12 mars 2024, 17 h 45 HAE", datetime(2024, 3, 12, 17, 45, tzinfo=EDT)),
        ("fr", "12/03/2024 17:45 et plus tard", datetime(2024, 3, 12, 17, 45)),
        ("cs", "2024-03-12T17:45Z", datetime(2024, 3, 12, 17, 45, tzinfo=UTC)),
        ("en", "Originally Published: 12 MAR 24 17:45 ET", datetime(2024, 3, 12, 17, 45, tzinfo=EDT)),
    ],
)
def test_a_date_is_read(language: str, line: str, expected: datetime) -> None:
    assert [date.when for date in find_dates(line.lower(), LANGUAGES[language])] == [expected]


@pytest.mark.parametrize(
    "line",
    [
        "12 März 24",
        "12 März 24 Gäste",
        "3 May",
        "10:21",
        "vor 2 Std.",
        "32.13.2024",
        "12.5.",
        "1.234.567",
        "2024",
        "99/99/9999",
    ],
)
def test_what_says_no_whole_day_is_no_date(line: str) -> None:
    assert find_dates(line.lower(), LANGUAGES["de"]) == []


@pytest.mark.parametrize(
    "line",
    ["12.3. 17:45", "12.03. 17.45 Uhr", "Stand: 12.03. 17.45 Uhr", "12. 3. 17:45", "12.3.17.45", "12.03. 17 Uhr"],
)
def test_an_hour_is_no_year(line: str) -> None:
    assert find_dates(line.lower(), LANGUAGES["de"]) == []


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("it", "12 marzo 2024 - Aggiornato alle 17:45", [datetime(2024, 3, 12), datetime(2024, 3, 12, 17, 45)]),
        (
            "en",
            "12 MAR 2024, 17:45 UPDATED 08:02, 13 MAR 2024",
            [datetime(2024, 3, 12, 17, 45), datetime(2024, 3, 13, 8, 2)],
        ),
        (
            "en",
            "12 March 2024 | Updated 5:45 pm, 13 March 2024",
            [datetime(2024, 3, 12), datetime(2024, 3, 13, 17, 45)],
        ),
        ("fr", "le 12/03/2024 et le 13/03/2024", [datetime(2024, 3, 12), datetime(2024, 3, 13)]),
    ],
)
def test_the_time_of_a_change_is_not_that_of_the_day_before_it(
    language: str, line: str, expected: list[datetime]
) -> None:
    assert [date.when for date in find_dates(line.lower(), LANGUAGES[language])] == expected


def test_times_may_stand_ahead_of_their_days() -> None:
    found = find_dates("published: 21:07, 2 june 2023 | updated: 08:44, 3 june 2023", LANGUAGES["en"])
    assert [date.when for date in found] == [datetime(2023, 6, 2, 21, 7), datetime(2023, 6, 3, 8, 44)]


def test_two_dates_of_a_line_are_told_apart() -> None:
    found = find_dates("published 3 may 2024, 10:21 - updated 4 may 2024, 11:22", LANGUAGES["en"])
    assert [date.when for date in found] == [datetime(2024, 5, 3, 10, 21), datetime(2024, 5, 4, 11, 22)]


@pytest.mark.parametrize(
    "line",
    [
        "3. maí 2024", "3. toukokuuta 2024", "2024 m. gegužės 3 d.", "2024. május 3.", "3 mai 2024", "3 Μαΐου 2024",
        "3. svibnja 2024.", "3 май 2024", "3 de maig de 2024", "3 Mei 2024", "3. mája 2024", "3 במאי 2024",
    ],
)  # fmt: skip
def test_months_of_languages_without_a_data_file_are_known(line: str) -> None:
    found = find_dates(line.lower(), LANGUAGES["en"], months_elsewhere())
    assert [date.when for date in found] == [datetime(2024, 5, 3)]


def test_a_sentence_with_a_day_in_it_is_not_mostly_a_date() -> None:
    sentence = (
        "La commune a racheté les murs et recruté un couple de boulangers, et l’ouverture est prévue le 4 mai 2024."
    )
    byline = "Publié le 18 juin 2024 à 06h00, mis à jour le 18 juin 2024 à 09h12, le temps de lecture : 2 minutes"
    shares = [share_of_date(split(line)[0], LANGUAGES["fr"])[0] for line in (sentence, byline)]
    assert shares[0] < MOSTLY < shares[1]


@pytest.mark.parametrize(
    ("language", "line", "dated"),
    [
        ("en", "£12.50 at the harbour shop", False),
        ("en", "$ 11.45", False),
        ("en", "£49.99", False),
        ("de", "19.90 €", False),
        ("de", "Aktie: +12.10 %", False),
        ("de", "17.30 Uhr", True),
        ("en", "12.30pm", True),
        ("fr", "à 18h30", True),
    ],
)
def test_a_price_or_a_share_is_no_time_of_day(language: str, line: str, *, dated: bool) -> None:
    assert date_share(line.lower(), LANGUAGES[language])[1] is dated
