"""The data files are read as TOML, only faster; and of a language no more than is needed."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

import newsparse
from newsparse.data import data_files, parse_plain, parse_toml, read_data
from newsparse.languages import LANGUAGES, Language

FILES = [*data_files("."), *(f"languages/{code}" for code in data_files("languages"))]


@pytest.mark.parametrize("name", FILES)
def test_every_data_file_is_plain_and_means_what_it_means_as_toml(name: str) -> None:
    text = (files("newsparse") / f"{name}.toml").read_text(encoding="utf-8")
    assert repr(parse_plain(text)) == repr(tomllib.loads(text)) == repr(read_data(f"{name}.toml"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# only a comment\n",
        'a = "b" # c\n"d = e" = 1\n',
        'a = ["b", # c\n"d",\n]\n[e]\nf = 1\n',
        "a = { b = 1, c = -0.5 }\n",
        "a = { b = 1 } # c\n",
        'a = { b = "c, d = e", f = 2 }\n',
        'a = { b = [1, 2], c = "{ d" }\n',
        "a = {}\nb = []\n",
        'a = "\\u00e9 \\t"\n',
        "a = 'b'\nc = '''d\n[e]'''\n",
        "[a.b]\nc = 1\n[a]\nd = 2\n",
        "[a]\nb.c = 1\n[ d ]\n[e-f]\n",
        "[a.b.c]\nd = 1\n",
        "[[a]]\nb = 1\n[[a]]\nb = 2\n",
        "  a = 1\r\n\r\nb = 2\r\n",
        "a = 1_000\nb = 0x1f\nc = 1e3\nd = 1979-05-27\ne = inf\nf = +1\n",
    ],
)
def test_whatever_is_written_otherwise_is_read_as_well(text: str) -> None:
    assert repr(parse_toml(text)) == repr(tomllib.loads(text))


@pytest.mark.parametrize(
    "text",
    [
        "a",
        "a = ",
        " = 1",
        'a = "b',
        "a = 1\na = 2\n",
        "a = 1 2\n",
        "a = { b = 1, b = 2 }\n",
        "a = { b = 1 } 2\n",
        'a = {"b": 1}\n',
        "[a]\n[a]\n",
        "[a.b]\n[a.b]\n",
        "a = 1\n[a.b]\nc = 2\n",
        "a = NaN2\n",
    ],
)
def test_what_is_no_toml_is_refused(text: str) -> None:
    with pytest.raises(tomllib.TOMLDecodeError):
        parse_toml(text)


def test_the_words_that_tell_a_language_are_those_of_its_data_file() -> None:
    expected: dict[str, list[str]] = {}
    for code, language in LANGUAGES.items():
        for word in language.function_words if language.spaced else ():
            expected.setdefault(word, []).append(code)
    assert {word: list(codes) for word, codes in LANGUAGES.function_words.items()} == expected


def test_a_language_may_be_read_from_a_file_of_its_own(tmp_path: Path) -> None:
    text = (files("newsparse") / "languages/en.toml").read_text(encoding="utf-8")
    place = tmp_path / "xx.toml"
    place.write_text(text.replace('code = "en"', 'code = "xx"'), encoding="utf-8")
    assert Language.from_file(place).code == "xx"
    place.write_text(text.replace("polite = []", ""), encoding="utf-8")
    with pytest.raises(ValueError, match=r"xx\.toml: \[boilerplate\] must have the key 'polite'"):
        Language.from_file(place)


def in_a_fresh_process(code: str) -> list[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()


def test_only_the_languages_of_the_pages_are_read() -> None:
    code = (
        "import newsparse, sys\n"
        "newsparse.parse('Die neue Brücke ist am Freitag für den Verkehr freigegeben worden, nach neun Jahren.')\n"
        "print(*newsparse.LANGUAGES._read, 'tomllib' in sys.modules)\n"
    )
    assert in_a_fresh_process(code) == ["de", "False"]


def test_the_package_may_be_imported_from_an_archive(tmp_path: Path) -> None:
    shutil.copytree(Path(newsparse.__file__).parent, tmp_path / "from" / "newsparse")
    archive = shutil.make_archive(str(tmp_path / "packed"), "zip", tmp_path / "from")
    code = (
        "import sys; from pathlib import Path\n"
        "others = [place for place in sys.path if not (Path(place) / 'newsparse').is_dir()]\n"
        f"sys.path[:] = [{archive!r}, *others]\n"
        "import newsparse\n"
        "print(newsparse.__file__, newsparse.parse('', language='uk').language, len(newsparse.LANGUAGES))\n"
    )
    place, language, count = in_a_fresh_process(code)
    assert archive in place and (language, int(count)) == ("uk", len(LANGUAGES))
