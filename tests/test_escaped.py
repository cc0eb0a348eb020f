"""Texts that are a string as JSON writes it, without the object that it was in."""

from __future__ import annotations

import json

import pytest

import newsparse
from newsparse.splitting.literals import as_strings
from tests.invariants import check_text

SAID = [
    "Die Brücke öffnet nach neun Jahren",
    "Die neue Brücke über den Hafen ist am Freitag geöffnet worden, neun Jahre nach dem ersten Rammschlag.",
    "„Niemand hat mehr daran geglaubt“, sagte die Bürgermeisterin, die zu Fuß gekommen war. „Jetzt steht sie.“",
    "Autofahrer zahlen ab Juni zwei Euro für jede Fahrt, wie die Stadt mitteilte. Wer zu Fuß geht, zahlt nichts.",
]
TEXTS = [
    SAID,
    [
        "Мост открыт через девять лет",
        "Новый мост через гавань открыли в пятницу, через девять лет после начала работ, - сообщила мэрия.",
    ],
    [
        "Café by the bridge opens",
        'The café\u2019s owner said: "We waited nine years \u2013 at last we can sell cakes to people who cross the bridge."',
    ],
]


def written(text: str) -> str:
    """A text as PHP's JSON has it."""
    return json.dumps(text).replace("/", "\\/")


@pytest.mark.parametrize("lines", TEXTS)
@pytest.mark.parametrize("quoted", [True, False])
def test_a_string_of_json_is_read_as_what_it_says(lines: list[str], quoted: bool) -> None:
    meant = "\n\n".join(lines)
    text = written(meant) if quoted else written(meant)[1:-1]
    article = check_text(text)
    assert [block.text for block in article.blocks] == lines
    assert article.headline == newsparse.parse(meant).headline


def test_so_is_one_with_tags() -> None:
    text = written(f'<h1>{SAID[0]}</h1><p>{SAID[1]}</p>\n<p>{SAID[2]} <a href="https://example.org/">Mehr</a></p>')[
        1:-1
    ]
    article = check_text(text)
    assert article.headline == SAID[0]
    assert article.blocks[2].text == f"{SAID[2]} Mehr"


def test_letters_alone_may_be_written_so() -> None:
    text = "Bridge opens\n\nThe caf\\u00e9 by the bridge was opened on Friday, nine years after work began \\u2013 at last. It\\u2019s free."
    assert check_text(text).blocks[1].text.endswith("began – at last. It’s free.")


@pytest.mark.parametrize(
    "text",
    [
        r'In Python, write "\u00e9" for the letter, as the handbook says, and "\u2013" for a dash.',
        r"The folder is C:\users\u00e9v\u00e8ne and nobody knows why it is called that, or who made it.",
        r"In TeX, \underline{caf\u00e9s} and \u00e9tat are no letters, and \alpha is one, says the handbook.",
        r"if (a) document.write('<\/p>" + '"x"' + r"<\/p>');",
        "Load scripts late\n\nThe trick is this line:\n\ndocument.write('<script src=app.js><\\/script>')\n\nIt puts the tag into the page.",
        r"To end an element in all files, write: sed -i 's/<\/b>/<\/strong>/g' *.html, and <i>wait</i> for a second or two.",
        "An ordinary text about a bridge and a/b tests.",
    ],
)
def test_texts_that_only_speak_of_such_signs_stay(text: str) -> None:
    assert as_strings(text) is None
    check_text(text)


@pytest.mark.parametrize("form", ["{}", '["{}"]'])
def test_half_a_pair_is_an_unknown_sign(form: str) -> None:
    text = form.format("The caf\\ud83ds by the bridge were opened on Friday, \\udc00nine years after work began.")
    (block,) = check_text(text).blocks
    assert block.text == "The caf\ufffds by the bridge were opened on Friday, \ufffdnine years after work began."


def test_backslashes_upon_backslashes_end() -> None:
    check_text("a\\\\\\\\\\\\\\\\u00e9b" * 20)
    check_text("a\\u005cu005cu00e9b " * 2000)
