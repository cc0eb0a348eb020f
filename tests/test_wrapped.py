"""Plain text wrapped at a column: by programs that count signs, and by terminals, which give some signs two columns."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Callable

import pytest

from newsparse.split import split

MENU = [
    "Home",
    "Region",
    "Sport",
    "Kultur",
    "Der Hafen bekommt einen neuen Kran, und der alte kommt ins Museum",
    "Was die Fähren im Winter kosten, und wer umsonst mitfahren darf",
]
GERMAN = [
    "Die Fähre zu den Inseln fährt wieder",
    "Ein Jahr lang mussten die Inselbewohner auf ihre Fähre warten, am Sonntag, 28. April, legte sie zum ersten Mal "
    "wieder am Anleger ab, mit hundert Gästen und einer Kapelle an Bord, und mit einer Stunde Verspätung.",
    "Der Anleger war im Winter davor abgebrannt (die Polizei geht von einem Kurzschluss aus), und der Neubau hat sich "
    "hingezogen, weil das Holz erst trocknen musste, wie der Bürgermeister bei der Eröffnung sagte.",
    "„Wir haben gelernt, was uns die Fähre wert ist“, sagte die Wirtin des Gasthauses am Hafen, „und wir werden nie "
    "wieder über ihren Fahrplan schimpfen.“ Die Gäste lachten, und der Kapitän zog die Mütze.",
    "Im Sommer fährt sie nun jede Stunde, im Winter jede zweite, und die Preise bleiben, wie sie vor dem Brand waren.",
]
JAPANESE = [
    "離島の渡し船、一年ぶりに運航再開",
    "島と本土を結ぶ渡し船が２８日、一年ぶりに運航を再開した。港には朝早くから住民ら約１００人が集まり、太鼓の演奏で"
    "最初の便を見送った。船は午前９時、予定より一時間遅れて岸壁を離れた。",
    "船着き場は昨年の冬に火事で焼け落ち、再建には木材の乾燥を待つ必要があった。町長は「待たせてしまい、申し訳ない。"
    "これからは毎日運航する」と話した。",
    "旅館を営む女性（６２）は「渡し船のありがたさが身にしみた。もう時刻表に文句は言わない」と笑顔を見せた。夏は１時間に"
    "１本、冬は２時間に１本運航し、運賃はＪＲの駅でも支払える。",
]
KOREAN = [
    "섬을 잇는 나룻배 일 년 만에 다시 뜬다",
    "섬과 뭍을 잇는 나룻배가 지난 28일 일 년 만에 운항을 다시 시작했다. 부두에는 아침 일찍부터 주민 백여 명이 모여 "
    "첫 배를 배웅했다. 배는 예정보다 한 시간 늦은 오전 9시에 부두를 떠났다.",
    "선착장은 지난해 겨울 불에 탔고, 새로 짓는 데에는 나무가 마르기를 기다려야 했다. 군수는 “오래 기다리게 해 "
    "죄송하다”며 “앞으로는 날마다 운항하겠다”고 말했다. 군은 부두에 "
    "새 대합실도 짓고 있다.",
    "여관 주인은 “나룻배의 고마움을 알았다”며 “다시는 시간표를 탓하지 않겠다”고 웃었다. 여름에는 한 시간에 한 번, "
    "겨울에는 두 시간에 한 번 다니고, 뱃삯은 불이 나기 전과 같다.",
]


def counted(text: str, width: int) -> str:
    """Wrapped where the signs are counted."""
    return textwrap.fill(text, width)


def shown(text: str, width: int) -> str:
    """Wrapped where a terminal's line is full; East Asian punctuation opens no line."""
    lines, line, columns = [], "", 0
    for unit in re.findall(r"[\uac00-\ud7a3\x21-\x7e“”]+|[「（]?[^ ][。、」）]*| ", text):
        size = sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in unit)
        if columns + size > width:
            lines.append(line.rstrip())
            line, columns = "", 0
        if line or unit != " ":
            line, columns = line + unit, columns + size
    return "\n".join([*lines, line])


@pytest.mark.parametrize("width", [60, 72, 100])
@pytest.mark.parametrize(
    ("lines", "wrap"),
    [
        pytest.param(GERMAN, counted, id="German"),
        pytest.param(JAPANESE, shown, id="Japanese"),
        pytest.param(KOREAN, counted, id="Korean, counted"),
        pytest.param(KOREAN, shown, id="Korean, on a terminal"),
    ],
)
def test_paragraphs_are_whole_again(lines: list[str], wrap: Callable[[str, int], str], width: int) -> None:
    text = "\n\n".join(wrap(line, width) for line in lines * 3)
    assert [block.text for block in split(text)] == lines * 3


def test_signs_of_japanese_may_be_counted_too() -> None:
    text = "\n\n".join(counted(line, 40) for line in JAPANESE)
    assert [block.text for block in split(text)] == JAPANESE


def test_a_menu_without_blank_lines_does_not_hide_it() -> None:
    text = "\n".join(MENU * 4) + "\n\n" + "\n\n".join(counted(line, 80) for line in GERMAN * 3)
    assert [block.text for block in split(text)] == MENU * 4 + GERMAN * 3


def test_a_line_that_opens_with_a_comma_does_not_make_it_a_text_cut_at_tags() -> None:
    text = "Von Anna Huber\n, Hafenstadt\n\n" + "\n\n".join(counted(line, 80) for line in GERMAN * 3)
    assert [block.text for block in split(text)] == ["Von Anna Huber", ", Hafenstadt", *GERMAN * 3]
