"""Text that was decoded with the wrong table, or has its line ends written out."""

from __future__ import annotations

import pytest

from newsparse import parse
from newsparse.splitting.misread import as_meant
from tests.benchmarks.forms import as_latin, as_windows
from tests.invariants import check_text

GERMAN = """\
Fähre kehrt nach zwei Jahren zurück

Von Jörg Müller

Die Fähre zwischen Köln und der Insel fährt ab Montag wieder – zwei Jahre, nachdem der Anleger geschlossen wurde.

„Wir haben lange gewartet“, sagte die Bürgermeisterin am Freitag. „Jetzt können alle wieder übersetzen.“

Die Arbeiten kosteten vier Millionen Euro, doppelt so viel wie geplant … und dauerten länger.
"""
ENGLISH = """\
Ferry returns after two years

By Jane O’Neill

The ferry between the mainland and the island will run again from Monday, two years after the pier was closed.

“We have waited long enough,” the mayor said on Friday – and she wasn’t the only one who said so.
"""
RUSSIAN = """\
Паром возвращается через два года

Паром между материком и островом снова пойдёт с понедельника, через два года после закрытия причала.

«Мы долго ждали», — сказала в пятницу мэр города. Работы обошлись вдвое дороже, чем было задумано.
"""
JAPANESE = """\
連絡船、2年ぶりに再開

本土と島を結ぶ連絡船が月曜日から再び運航する。桟橋が閉鎖されてから2年がたっていた。

市長は金曜日、「長い間待っていた」と述べた。工事の費用は予定の2倍になったという。
"""
PAGES = pytest.mark.parametrize("page", [GERMAN, ENGLISH, RUSSIAN, JAPANESE], ids=["de", "en", "ru", "ja"])


@PAGES
@pytest.mark.parametrize("table", ["windows", "latin"])
def test_utf8_that_was_read_as_something_else_is_read_as_what_it_is(page: str, table: str) -> None:
    misread = as_windows if table == "windows" else as_latin
    text = misread(page)
    article, meant = parse(text), parse(page)
    assert article.to_dict() | {"blocks": ()} == meant.to_dict() | {"blocks": ()}
    for block, other in zip(article.blocks, meant.blocks, strict=True):
        assert (block.text, block.role) == (other.text, other.role)
        assert text[block.start : block.end] == misread(page[other.start : other.end])
    check_text(text)


@pytest.mark.parametrize("page", [GERMAN, ENGLISH])
def test_windows_1252_that_was_read_as_latin_1_has_its_quotation_marks(page: str) -> None:
    text = page.encode("cp1252").decode("latin-1")
    assert parse(text) == parse(page)
    check_text(text)


@PAGES
@pytest.mark.parametrize("end", ["\\n", "\\r\\n"])
def test_line_ends_that_are_written_out_are_line_ends(page: str, end: str) -> None:
    article, meant = parse(page.replace("\n", end)), parse(page)
    assert article.to_dict() | {"blocks": ()} == meant.to_dict() | {"blocks": ()}
    assert [block.text for block in article.blocks] == [block.text for block in meant.blocks]


@pytest.mark.parametrize(
    "text",
    [
        *[GERMAN, ENGLISH, RUSSIAN, JAPANESE],
        "SÃO PAULO\n\nA balsa entre o continente e a ilha volta a navegar na segunda-feira.\n\nÉ o fim da espera.",
        "The letter Ã in a table\n\nWhat “KÃ¶ln” is, we don’t know – it’s a word that was read wrongly.",
        "A path is C:\\new\\notes\nand a line below it.",
        "Next\x85line",
        "",
    ],
)
def test_other_texts_are_as_they_are(text: str) -> None:
    assert as_meant(text) is None


def test_what_was_read_wrongly_twice_is_read_anew_twice() -> None:
    twice = as_latin(as_latin(GERMAN))
    assert parse(twice).headline == parse(GERMAN).headline
    first = parse(twice).blocks[0]
    assert twice[first.start : first.end] == GERMAN.splitlines()[0].encode().decode("latin-1").encode().decode(
        "latin-1"
    )
