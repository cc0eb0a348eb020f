"""When it was published and changed: which of a page's dates is which."""

from __future__ import annotations

from datetime import UTC, datetime

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.article import Role
from newsparse.bylines.publication import read_dates
from newsparse.dates.relative import find_relative
from newsparse.languages import LANGUAGES
from newsparse.page import Page
from newsparse.parser import parse
from newsparse.split import split
from tests.test_authors import BODY, HEADLINE, LEAD

NOON = datetime(2024, 5, 3, 12, 0, 30)


def dates(*lines: str, above: tuple[str, ...] = (), now: datetime | None = None) -> tuple[datetime | None, ...]:
    """When an article in English with these lines above its body was published and modified."""
    text = "\n\n".join([*above, HEADLINE, LEAD, *lines, *BODY])
    article = parse(text, language="en", reference_time=now)
    return article.published, article.modified


def test_published_and_updated_are_told_apart() -> None:
    both = datetime(2024, 5, 3, 10, 21), datetime(2024, 5, 4, 8, 0)
    assert dates("Published 3 May 2024, 10:21", "Updated 4 May 2024, 08:00") == both
    assert dates("Updated: 4 May 2024, 08:00 | First published: 3 May 2024, 10:21") == both


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Updated 4 May 2024 08:00 First published on 3 May 2024 10:21"),
        ("en", "Last updated on May 4, 2024 / 8:00 AM / First published on May 3, 2024 / 10:21 AM"),
        ("en", "First published 3 May 2024, 10:21 and updated 4 May 2024, 08:00"),
        ("de", "Zuletzt aktualisiert am 4. Mai 2024 um 8 Uhr, erstmals veröffentlicht am 3. Mai 2024, 10:21 Uhr"),
        ("fr", "Mis à jour le 04.05.2024 à 8h, publié le 03.05.2024 à 10h21"),
        ("es", "Actualizado: 04/05/2024 08:00h Publicado: 03/05/2024 10:21h"),
        ("cs", "Aktualizace: 4. 5. 2024 8:00 Vydáno: 3. 5. 2024, 10:21"),
    ],
)
def test_the_publication_may_stand_behind_the_change(language: str, line: str) -> None:
    page = Page(line, split(line), LANGUAGES[language])
    blocks = [attrs.evolve(block, role=Role.BYLINE) for block in page.blocks]
    assert read_dates(page, blocks, [], None) == (datetime(2024, 5, 3, 10, 21), datetime(2024, 5, 4, 8, 0))


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ja", "2024/05/03 10:21 (2024/05/04 8:00更新)"),
        ("zh", "2024-05-03 10:21发布 2024-05-04 08:00更新"),
        ("zh", "发布于2024-05-03 10:21（2024-05-04 08:00更新）"),
        ("ko", "2024.05.03 10:21 입력 2024.05.04 08:00 수정"),
        ("ko", "입력 2024.05.03 10:21 수정 2024.05.04 08:00"),
    ],
)
def test_without_spaces_between_words_what_a_date_is_of_may_stand_behind_it(language: str, line: str) -> None:
    page = Page(line, split(line), LANGUAGES[language])
    blocks = [attrs.evolve(block, role=Role.BYLINE) for block in page.blocks]
    assert read_dates(page, blocks, [], None) == (datetime(2024, 5, 3, 10, 21), datetime(2024, 5, 4, 8, 0))


def test_a_time_behind_a_word_for_the_change_is_the_change_s() -> None:
    assert dates("3 May 2024 Updated 5:45 p.m.") == (datetime(2024, 5, 3), datetime(2024, 5, 3, 17, 45))


@pytest.mark.parametrize(
    ("language", "lines", "modified"),
    [
        ("cs", "3. května 2024 10:21, aktualizováno 13:30", datetime(2024, 5, 3, 13, 30)),
        ("es", "Viernes, 3 de mayo 2024, 10:21\n\n| Actualizado 13:30h.", datetime(2024, 5, 3, 13, 30)),
        ("tr", "3 Mayıs 2024 10:21\n\nGüncelleme: 13:30", datetime(2024, 5, 3, 13, 30)),
        ("ja", "2024/5/3 10:21（最終更新 5/4 13:30）", datetime(2024, 5, 4, 13, 30)),
        ("zh", "2024/5/3 10:21（5/4 13:30 更新）", datetime(2024, 5, 4, 13, 30)),
        ("en", "3 May 2024 10:21, updated 09:30", None),
    ],
)
def test_a_change_may_have_no_year_and_no_day(language: str, lines: str, modified: datetime | None) -> None:
    page = Page(lines, split(lines), LANGUAGES[language])
    blocks = [attrs.evolve(block, role=Role.BYLINE) for block in page.blocks]
    assert read_dates(page, blocks, [], None) == (datetime(2024, 5, 3, 10, 21), modified)


def test_the_time_may_stand_right_below_the_day() -> None:
    assert dates("3 May 2024\n10:21")[0] == datetime(2024, 5, 3, 10, 21)
    assert dates("3 May 2024", "10:21")[0] == datetime(2024, 5, 3)


def test_a_day_may_be_glued_to_the_year_of_another() -> None:
    assert dates("Published on 3 May 20244 May 2024 by Jane")[0] == datetime(2024, 5, 3)
    assert dates("3 May 2024, about 20244 visitors")[0] == datetime(2024, 5, 3)


@pytest.mark.parametrize("line", ["3. März 2024", "mardi 3 mars 2024", "3 de marzo de 2024", "3 maart 2024"])
def test_a_page_may_be_dated_in_another_language_than_its_article(line: str) -> None:
    assert dates(line)[0] == datetime(2024, 3, 3)


def test_a_headline_may_open_with_the_day() -> None:
    text = "\n\n".join([f"03.05.2024 - {HEADLINE}", LEAD, *BODY])
    assert parse(text, language="en").published == datetime(2024, 5, 3)


def test_a_line_in_the_box_below_may_say_when_it_was_published() -> None:
    box = ["Share", "Category: Harbour", "Published: 3 May 2024"]
    assert parse("\n\n".join([HEADLINE, LEAD, *BODY, *box]), language="en").published == datetime(2024, 5, 3)


def test_a_line_below_the_body_may_say_when_it_was_changed() -> None:
    text = "\n\n".join([HEADLINE, LEAD, *BODY, "This article was last updated on 4 May 2024"])
    assert parse(text, language="en").modified == datetime(2024, 5, 4)


def test_a_line_below_the_body_may_have_both_dates_and_no_word_for_the_first() -> None:
    line = "3 maggio 2024 (modifica il 4 maggio 2024 | 15:00)"
    article = parse("\n\n".join([HEADLINE, LEAD, *BODY, line]), language="it")
    assert (article.published, article.modified) == (datetime(2024, 5, 3), datetime(2024, 5, 4, 15, 0))


def test_the_date_of_the_last_change_stands_for_the_publication_where_it_is_the_only_one() -> None:
    assert dates("Updated 3 May 2024, 10:21") == (datetime(2024, 5, 3, 10, 21), datetime(2024, 5, 3, 10, 21))


def test_a_date_below_the_headline_counts_more_than_that_of_a_masthead() -> None:
    assert dates("By Jane Roe | 3 May 2024", above=("Tuesday, 7 May 2024",))[0] == datetime(2024, 5, 3)


def test_the_date_of_a_masthead_counts_where_there_is_no_other() -> None:
    assert dates("By Jane Roe", above=("Tuesday, 7 May 2024",))[0] == datetime(2024, 5, 7)


def test_the_day_of_a_picture_is_no_date_of_publication() -> None:
    caption = "The mill seen from the harbour, Sunday, Dec. 21, 2025. (Jane Roe/County Archive)"
    assert dates(caption) == (None, None)
    assert dates(caption, "Published 3 May 2024") == (datetime(2024, 5, 3), None)


def test_a_day_and_who_wrote_it_above_the_credit_of_a_picture_are_no_caption() -> None:
    assert dates("3 May 2024 by Jane Roe in Harbour notes from Lundport", "Photo: Ann Pell")[0] == datetime(2024, 5, 3)


def test_the_dateline_may_have_the_date() -> None:
    text = "\n\n".join([HEADLINE, LEAD, f"LUNDPORT, May 3, 2024 — {BODY[0]}", *BODY[1:]])
    assert parse(text, language="en").published == datetime(2024, 5, 3)


def test_times_from_now_are_read_with_a_reference_time_only() -> None:
    assert dates("By Jane Roe | 2 hours ago") == (None, None)
    assert dates("By Jane Roe | 2 hours ago", now=NOON) == (datetime(2024, 5, 3, 10, 0), None)
    assert dates("Published 3 days ago | Updated 10 minutes ago", now=NOON) == (
        datetime(2024, 4, 30),
        datetime(2024, 5, 3, 11, 50),
    )
    assert dates("Published yesterday, 18:50", now=NOON) == (datetime(2024, 5, 2, 18, 50), None)


def test_a_time_of_day_alone_is_the_last_such_time() -> None:
    assert dates("Published 10:21", now=NOON)[0] == datetime(2024, 5, 3, 10, 21)
    assert dates("Published 22:31", now=NOON)[0] == datetime(2024, 5, 2, 22, 31)
    assert dates("Published 10:21", now=NOON.replace(tzinfo=UTC))[0] == datetime(2024, 5, 3, 10, 21, tzinfo=UTC)


def test_a_whole_date_counts_more_than_a_time_from_now() -> None:
    assert dates("Published 2 hours ago", "1 May 2024", now=NOON)[0] == datetime(2024, 5, 1)


def test_reading_time_is_no_time_from_now() -> None:
    assert dates("By Jane Roe | 5 min read", now=NOON) == (None, None)


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("de", "vor 2 Std.", (5, 3, 10, 0)),
        ("de", "vor einer Stunde", (5, 3, 11, 0)),
        ("de", "Gestern, 18:50 Uhr", (5, 2, 18, 50)),
        ("en", "2h ago", (5, 3, 10, 0)),
        ("en", "an hour ago", (5, 3, 11, 0)),
        ("en", "just now", (5, 3, 12, 0)),
        ("fr", "il y a 2 heures", (5, 3, 10, 0)),
        ("fr", "Hier à 18h50", (5, 2, 18, 50)),
        ("es", "hace 3 días", (4, 30, 0, 0)),
        ("it", "un'ora fa", (5, 3, 11, 0)),
        ("pt", "há 2 horas", (5, 3, 10, 0)),
        ("nl", "een uur geleden", (5, 3, 11, 0)),
        ("da", "for 5 minutter siden", (5, 3, 11, 55)),
        ("no", "for 2 timer siden", (5, 3, 10, 0)),
        ("sv", "i går 18.50", (5, 2, 18, 50)),
        ("pl", "godzinę temu", (5, 3, 11, 0)),
        ("cs", "před 5 minutami", (5, 3, 11, 55)),
        ("tr", "3 gün önce", (4, 30, 0, 0)),
        ("ru", "2 часа назад", (5, 3, 10, 0)),
        ("uk", "годину тому", (5, 3, 11, 0)),
        ("ar", "منذ 3 ساعات", (5, 3, 9, 0)),
        ("ja", "2時間前", (5, 3, 10, 0)),
        ("ko", "3분 전", (5, 3, 11, 57)),
        ("zh", "2小时前", (5, 3, 10, 0)),
    ],
)
def test_times_from_now_are_read_in_every_language(
    language: str, line: str, expected: tuple[int, int, int, int]
) -> None:
    found = find_relative(line.lower(), LANGUAGES[language], NOON)
    assert [date.when for date in found] == [datetime(2024, *expected)]


@pytest.mark.parametrize("said", ["2 hours ago", "yesterday, 18:50", "3 weeks ago", "Published 22:31"])
def test_no_time_is_earlier_than_the_first_there_is(said: str) -> None:
    article = parse(f"A title\n\n{said}\n\nA sentence, and no more.", language="en", reference_time=datetime.min)
    assert article.published is None or article.published.year == 1


def test_the_reference_time_must_be_a_datetime() -> None:
    with pytest.raises(TypeError, match="reference_time must be a datetime"):
        parse("x", reference_time="2024-05-03")  # type: ignore[arg-type]


@given(st.text(), st.sampled_from(sorted(LANGUAGES)), st.datetimes(min_value=datetime(1990, 1, 1)))
def test_no_line_makes_it_raise(line: str, language: str, now: datetime) -> None:
    parse(line, language=language, reference_time=now)
    find_relative(line.lower(), LANGUAGES[language], now)
