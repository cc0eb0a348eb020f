"""Who signs an article stands behind its last full stop, and takes neither the stop nor the paragraph away."""

from __future__ import annotations

import pytest

import newsparse
from newsparse import Role
from newsparse.block import SIGNED_WORDS
from newsparse.signed import is_signed, stop_before_code
from newsparse.split import split


@pytest.mark.parametrize(
    ("text", "stop"),
    [
        ("Die Brücke bleibt bis zum Montag der nächsten Woche für alle gesperrt, die zur Insel wollen. (mke)", "."),
        ("Die Brücke bleibt bis Montag gesperrt! (dpa/gem)", "!"),
        ("„Das ist vorbei.“ (ats, mke)", "."),
        ("Le pont reste fermé jusqu’à lundi. (C.F.)", "."),
        ("Die Brücke bleibt bis Montag gesperrt.(wal)", "."),
        ("Die Brücke bleibt bis Montag gesperrt (mke)", ""),
        ("Die neue Brücke am Montag. (Reuters)", ""),
        ("Die neue Brücke am Montag. (Foto: dpa)", ""),
        ("The bridge costs less. (He laughed.)", ""),
    ],
)
def test_a_code_in_parentheses_is_behind_the_stop(text: str, stop: str) -> None:
    assert stop_before_code(text) == stop
    block = split(text)[0]
    assert block.ends_with_stop == (text[-2] == "." or (stop != "" and block.words >= SIGNED_WORDS))


def test_anybody_may_sign_but_no_picture_s_credit_is_a_signature() -> None:
    assert is_signed("Die Brücke bleibt gesperrt. (Keystone-SDA)")
    assert not is_signed("Die Brücke bleibt gesperrt. (Foto: Keystone-SDA)")
    assert not is_signed("Die Brücke bleibt gesperrt (Keystone-SDA)")


PARAGRAPHS = [
    "Im Hafen von Norddeich liegt seit Dienstag wieder die alte Fähre, die der Sturm vor neun Tagen losgerissen hatte.",
    "Sechzig Fahrgäste waren an Bord, als sie am Morgen zum ersten Mal seit dem Sturm zu den Inseln ablegte.",
    "Der Hafenmeister rechnet damit, dass der neue Anleger den Winter über hält; im Frühjahr soll ein festerer kommen.",
]
LAST = (
    "Bis dahin fährt das Schiff nur bei ruhiger See. Wer auf die Inseln will, soll sich am Abend vorher erkundigen, "
    "teilte die Reederei mit, und die Fahrscheine gelten eine Woche länger."
)


@pytest.mark.parametrize("signed", ["(dpa/mke)", "(sda)", "(SDA)", "(dpa)"])
def test_a_last_paragraph_that_names_its_agency_is_no_caption(signed: str) -> None:
    article = newsparse.parse("\n\n".join(["Die Fähre fährt wieder", *PARAGRAPHS, f"{LAST} {signed}"]), language="de")
    assert article.blocks[-1].role is Role.PARAGRAPH
    assert article.captions == ()
    assert len(article.agencies) == 1


def test_a_caption_s_agency_is_its_credit() -> None:
    caption = "Die alte Fähre am Dienstag im Hafen. (dpa)"
    lines = ["Die Fähre fährt wieder", *PARAGRAPHS[:2], caption, PARAGRAPHS[2], LAST]
    article = newsparse.parse("\n\n".join(lines), language="de")
    assert [shown.text for shown in article.captions] == ["Die alte Fähre am Dienstag im Hafen."]
