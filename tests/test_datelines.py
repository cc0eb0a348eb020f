"""Datelines: places that open a report, and openings that only look like one."""

from __future__ import annotations

import pytest

from newsparse.cues import cues_of
from newsparse.datelines import find_dateline, place_of
from newsparse.languages import LANGUAGES


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("en", "WASHINGTON (AP) — A panel voted on Tuesday.", "WASHINGTON"),
        ("en", "ST. LOUIS (AP) — The river rose again.", "ST. LOUIS"),
        ("de", "Lüneburg (dpa) - Ein Feuer hat am Mittwoch gewütet.", "Lüneburg"),
        ("de", "St. Pölten (APA) - Der Landtag tagt am Dienstag.", "St. Pölten"),
        ("es", "Lisboa (EFE).- Un temporal ha dejado sin luz a miles.", "Lisboa"),
        ("fr", "Paris (AFP) - Le parlement a voté mardi.", "Paris"),
    ],
)
def test_a_place_opens_a_report(language: str, text: str, place: str) -> None:
    assert place_of(find_dateline(text, cues_of(LANGUAGES[language]))) == place


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Jana Brandt (Stadtwerke) und Ole Petersen haben den Plan vorgestellt."),
        ("de", "Endlich wieder – denn der Winter war lang genug."),
        ("es", "El incendio de Los Álamos (Almería) deja ya dos heridos."),
        ("en", "The bridge is open – nine years after work began."),
    ],
)
def test_a_sentence_with_a_dash_or_parentheses_has_no_dateline(language: str, text: str) -> None:
    assert find_dateline(text, cues_of(LANGUAGES[language])) == ""
