"""Each language's data file: phrases that can be found, and what they make of the lines in tests/languages/."""

from __future__ import annotations

import tomllib
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import pytest

from newsparse.article import Role
from newsparse.bylines.authors import names_in
from newsparse.bylines.publication import read_dates
from newsparse.captions.captions import read_caption
from newsparse.captions.credits import PARENTHESES, agency_parts
from newsparse.cues import EDGE_MARKS, agencies
from newsparse.languages import LANGUAGES
from newsparse.languages.detect import by_letters, detect
from newsparse.parser import parse
from tests.pages import page_of


@cache
def lines(code: str) -> dict[str, Any]:
    """The lines in a language, and what they must come to: a sentence that tells it; ordinary prose that has words of
    its phrases; and dates, bylines and captions."""
    return tomllib.loads(Path(__file__).with_name("languages").joinpath(f"{code}.toml").read_text(encoding="utf-8"))


def lines_of(kind: str) -> list[tuple[str, Any]]:
    """The lines of one kind in every language."""
    return [(code, row) for code in LANGUAGES for row in lines(code).get(kind, [])]


def names(line: str, language: str) -> list[str]:
    page = page_of(line, language)
    return list(names_in(page, [attrs.evolve(block, role=Role.BYLINE) for block in page.blocks], []))


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
        assert name == name.lower().strip(PARENTHESES + "./") and agency_parts(name) == [name], name
    assert len(services) == len(set(services)) and all(name == name.lower() for name in services)


@pytest.mark.parametrize(("language", "sentence"), lines_of("ordinary"))
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


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_sentence_tells_its_language(code: str) -> None:
    found = detect(lines(code)["sentence"], LANGUAGES)
    assert found is not None and found.code == code


@pytest.mark.parametrize(("language", "row"), lines_of("dates"))
def test_publication_and_change_are_told_apart(language: str, row: dict[str, Any]) -> None:
    page = page_of(row["line"], language)
    found = read_dates(page, [attrs.evolve(block, role=Role.BYLINE) for block in page.blocks], [], None)
    assert found == (row["published"], row["modified"])


@pytest.mark.parametrize(("language", "row"), lines_of("bylines"))
def test_a_byline_names_its_authors_without_titles_and_jobs(language: str, row: dict[str, Any]) -> None:
    assert names(row["line"], language) == row["names"]


@pytest.mark.parametrize(("language", "row"), lines_of("captions"))
def test_a_credit_is_split_off_the_caption(language: str, row: dict[str, Any]) -> None:
    page = page_of(row["line"], language)
    caption = read_caption(page.blocks[0], page, None)
    assert (caption.text, caption.credit) == (row["text"], row.get("credit"))


@pytest.mark.parametrize("language", [code for code in LANGUAGES if LANGUAGES[code].spaced])
def test_a_line_that_is_a_credit_alone_has_no_text(language: str) -> None:
    word = LANGUAGES[language].words("caption", "credit")[0]
    page = page_of(f"{word.capitalize()}: Anna Berg", language)
    caption = read_caption(page.blocks[0], page, None)
    assert (caption.text, caption.credit) == ("", "Anna Berg")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("YAYINLANMA: 14 KASIM 2024 09:32", datetime(2024, 11, 14, 9, 32)),
        ("ARALIK 14, 2024 SALI", datetime(2024, 12, 14)),
    ],
)
def test_the_capital_of_a_dotless_i_is_known(line: str, day: datetime) -> None:
    page = page_of(line, "tr")
    assert read_dates(page, [attrs.evolve(block, role=Role.BYLINE) for block in page.blocks], [], None)[0] == day
    assert page.cues.related_opening(page_of("SIRADAKİ HABER: Barajlar doldu", "tr").blocks[0])


def test_letters_of_its_own_tell_a_language_where_function_words_do_not() -> None:
    text = "Karşılaşmaya hızlı başlayan ev sahibi ekip Mbaye'nin golüyle öne geçti, konuk ekip eşitliği yakaladı."
    found = by_letters(text.lower(), LANGUAGES)
    assert found is not None and found.code == "tr"
    assert by_letters("erdoğan", LANGUAGES) is by_letters("lundport", LANGUAGES) is None


def test_a_first_paragraph_is_no_lead_where_papers_have_none_that_reads_so() -> None:
    paragraphs = (
        "港町の新しい橋が３日、九年ぶりに開通した。開通式には住民ら三百人が集まり、渡り初めを見守った。",
        "市によると、工事費は予定の二倍の八十億円に上った。軟らかい地盤の補強に時間がかかったためだという。",
        "対岸で魚屋を営む女性は「渡し船を待たずに孫に会える」と喜んだ。渡し船は来月末で運航を終える。",
    )
    article = parse("\n\n".join(["港の橋が九年ぶりに開通", "2024年5月3日 10時21分", *paragraphs]))
    assert (article.language, article.lead) == ("ja", None)
    assert article.sections[0].paragraphs == paragraphs
