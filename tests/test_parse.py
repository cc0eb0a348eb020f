"""What `parse` takes, refuses and does with strange input."""

from __future__ import annotations

import io
import threading
from pathlib import Path
from typing import Any

import pytest

import newsparse


@pytest.mark.parametrize("text", [b"text", bytearray(b"text"), None, 3, ["text"]])
def test_anything_but_str_is_refused(text: Any) -> None:
    with pytest.raises(TypeError, match="text must be str"):
        newsparse.parse(text)


def test_bytes_are_told_to_be_decoded() -> None:
    with pytest.raises(TypeError, match="decode"):
        newsparse.parse(b"text")  # type: ignore[arg-type]


def test_an_unknown_language_names_the_known_ones() -> None:
    with pytest.raises(ValueError, match=r"unknown language 'xx'.*de.*en"):
        newsparse.parse("text", language="xx")


@pytest.mark.parametrize("name", ["german", "German", "DE", "de-AT", "de_AT"])
def test_a_language_that_is_told_otherwise_than_by_its_code_is_answered_with_that(name: str) -> None:
    with pytest.raises(ValueError, match=rf"^unknown language '{name}'; did you mean de \(German\)\?$"):
        newsparse.parse("text", language=name)


@pytest.mark.parametrize("name", ["", ["de"], b"de"])
def test_what_is_no_language_is_refused(name: Any) -> None:
    with pytest.raises(ValueError, match=r"unknown language .*: known are af, "):
        newsparse.parse("text", language=name)


def test_an_unknown_publisher_names_the_known_ones() -> None:
    with pytest.raises(ValueError, match=r"unknown publisher 'x'.*news\.de"):
        newsparse.parse("text", publisher="x")


@pytest.mark.parametrize("text", ["", " ", "\n\n\t\n", "\ufeff", "\u200b\n\u200b"])
def test_a_blank_text_is_an_empty_article(text: str) -> None:
    article = newsparse.parse(text)
    assert article.headline is None
    assert article.sections == ()


@pytest.mark.parametrize(
    "text",
    [
        "\ud800 lone surrogate",
        "nul \x00 inside",
        "\x07\x1b[0m control",
        "x" * 300_000,
        "word " * 100_000,
        "\n".join("•" for _ in range(20_000)),
        "\n" * 100_000 + "end",
        ("**a " * 5_000 + "\n") * 3,
        ("[" * 5_000 + "\n") * 3,
        ("Foto: " * 5_000 + "\n") * 3,
    ],
)
def test_strange_text_parses(text: str) -> None:
    assert newsparse.parse(text).blocks


def test_a_given_language_and_publisher_are_kept() -> None:
    article = newsparse.parse("Ein Satz, der nichts verrät.", language="de", publisher="news.de")
    assert (article.language, article.publisher) == ("de", "news.de")


def test_a_menu_in_another_language_does_not_tell_the_language() -> None:
    menu = [
        "News Sport Notes From The Harbour Tales Of The Coast State Of The Union The Global Conversation Of The Day"
    ]
    menu += ["Travel Explore Boats Taste Soul Of The South Cinema Crossing Cultures Meet The Locals Musicians"]
    article = newsparse.parse("\n".join([*menu * 6, "", "Brücke wird später fertig", "", *GERMAN]))
    assert article.language == "de"


GERMAN = (
    "Die neue Brücke über die Leine wird erst im nächsten Jahr fertig, weil der Stahl nicht rechtzeitig kam.",
    "Die Arbeiten sollen im März weitergehen und bis zum Herbst dauern, sagte die Bürgermeisterin am Montag.",
)


def test_a_page_in_an_unknown_language_still_gets_its_structure() -> None:
    sentence = "Lorem kelu mando vira tosku pelin sade rumo kefa, limo tandu sekira vole nim pasu talo keri sumo vate."
    text = "\n\n".join(["Kelu mando vira tosku", *[sentence] * 2, "Sade rumo", *[sentence] * 3])
    article = newsparse.parse(text)
    assert article.language is None
    assert article.headline == "Kelu mando vira tosku"
    assert sum(len(section.paragraphs) for section in article.sections) >= 4


def test_threads_share_a_parser() -> None:
    parser = newsparse.Parser()
    text = "Bridge opens\n\nThe new bridge over the harbour was opened to traffic on Friday after nine years of work.\n"
    expected = parser.parse(text)
    found: list[newsparse.Article] = []
    threads = [threading.Thread(target=lambda: found.append(parser.parse(text))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 8


def test_paths_and_files_are_told_to_be_read(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match=r"read it first: text.read_text\(\)"):
        newsparse.parse(tmp_path)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"read it first: text.read\(\)"):
        newsparse.parse(io.StringIO("Bridge opens"))  # type: ignore[arg-type]
