"""Which lines speak to the reader."""

from __future__ import annotations

import pytest

from newsparse.block import measure
from newsparse.cues import cues_of
from newsparse.languages import LANGUAGES
from newsparse.survey.reader import NOT_AT_ALL, OFTEN, ONCE, QUOTED, speaks_to_reader


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "Get the morning letter in your inbox.", ONCE),
        ("en", "Tell us what you think and send your letters.", OFTEN),
        ("en", "“Now you know where your money went,” the treasurer said.", QUOTED),
        ("en", "The young men took a yourt on their tour of the north.", NOT_AT_ALL),
        ("de", "Hier können Sie den Brief aus dem Rathaus bestellen.", ONCE),
        ("de", "Der Rat tagt am Montag. Sie wollen über die Brücke reden, sagte ihr Sprecher.", NOT_AT_ALL),
        ("de", "Welcher Weg ist dein liebster?", ONCE),
        ("fr", "Recevez chaque matin votre lettre.", ONCE),
        ("ja", "皆様のご意見をお寄せください。", ONCE),
        ("zh", "市议会周一表决。", NOT_AT_ALL),
    ],
)
def test_a_line_that_speaks_to_the_reader(language: str, text: str, wanted: str) -> None:
    assert speaks_to_reader(measure(text, 0, len(text)), cues_of(LANGUAGES[language])) == wanted


def test_a_long_paragraph_is_not_looked_at() -> None:
    text = "The bridge will be closed for you. " * 20
    assert speaks_to_reader(measure(text.strip(), 0, len(text)), cues_of(LANGUAGES["en"])) == NOT_AT_ALL
