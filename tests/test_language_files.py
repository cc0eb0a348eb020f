"""A language of one's own: its data file is checked, with every mistake named, and found wherever it comes from."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from newsparse import LANGUAGES, Language, Parser
from newsparse.data import parse_toml

ENGLISH = (files("newsparse") / "languages/en.toml").read_text(encoding="utf-8")
WORDS = '["ye", "yon", "nae", "whaur", "ken", "muckle", "bairn"]'
OWN = re.sub("^function_words = .*$", f"function_words = {WORDS}", ENGLISH, flags=re.MULTILINE)
OWN = OWN.replace('code = "en"', 'code = "xx"').replace('name = "English"', 'name = "Harbourish"')
TEXT = "Ye ken yon muckle brig whaur nae bairn ye ken may yon walk, nae whaur ye ken yon."
MONTHS = ", ".join(f'["month{number}"]' for number in range(1, 12))


def written(folder: Path, line: str, replaced: str = "") -> Path:
    """The file of a language with a line in the place of that of the same key, or of the one that is `replaced`."""
    key = re.escape(replaced or line.partition(" = ")[0])
    text, times = re.subn(rf"^{key}(?: = .*)?$", lambda found: line, OWN, count=1, flags=re.MULTILINE)
    assert times == 1 and text != OWN
    path = folder / "xx.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("line", "replaced", "told"),
    [
        ('subtitel = true\ncode = "xx"', "code", "'subtitel': no such name; known are code, name, .*, subtitles, "),
        ("[date]", "[dates]", r"table \[date\]: no such name; known are dates, byline, "),
        ("[date]", "[dates]", r"table \[dates\] must be there, with the keys months, weekdays, "),
        ("bye = []\nby = []", "by", r"\[byline\] bye: no such name; known are by, after, "),
        ("subtitles = true\nby = []", "by", r"\[byline\] subtitles: it must stand above the tables$"),
        ("", "after", r"\[byline\] must have the key 'after', a list of strings; it may be empty: \[\]$"),
        ("", "months", r"\[dates\] must have the key 'months', twelve lists of names$"),
        ('after = "reports"', "", r"\[byline\] after must be a list of strings, got 'reports'$"),
        ("after = [3]", "", r"\[byline\] after: 3 must be a string$"),
        ('after = ["Reports"]', "", r"\[byline\] after: 'Reports' must be lower-case$"),
        ('after = [" "]', "", r"\[byline\] after: ' ' must not be empty$"),
        ('after = ["reports", "  "]', "", r"\[byline\] after: '  ' must not be empty$"),
        ('after = [""]', "", r"\[byline\] after: '' must not be empty$"),
        ('after = ["a", "b", "a"]', "", r"\[byline\] after: 'a' is there twice$"),
        ('after = ["reports?", "says.*"]', "", r"\[byline\] after: 'says\.\*' must be plain words, not a pattern"),
        (
            r"after = ['\breports']",
            "",
            r"\[byline\] after: '\\\\breports' must be plain words, not a pattern; list each form by itself$",
        ),
        ('after = ["(reports|says)"]', "", r"'\(reports\|says\)' must be plain words, not a pattern"),
        ('after = ["[a-z]+ reports"]', "", "must be plain words, not a pattern"),
        (
            f"months = [{MONTHS}]",
            "",
            r"\[dates\] months must list twelve lists of names, January's first, got 11 of list$",
        ),
        (
            'months = "january"',
            "",
            r"\[dates\] months must list twelve lists of names, January's first, got 'january'$",
        ),
        (f'months = [{MONTHS}, "month12"]', "", r"got 12 of list and str$"),
        ("months = []", "", r"got 0 of nothing$"),
        (f"months = [{MONTHS}, []]", "", r"\[dates\] months: month 12 has no name$"),
        (f"months = [{MONTHS}, [12]]", "", r"\[dates\] months, month 12: 12 must be a string$"),
        (f'months = [{MONTHS}, ["month1"]]', "", r"months: 'month1' is a name of month 1 and of month 12$"),
        ("function_words = []", "", "'function_words' must list words: the language is told by them$"),
        ('function_words = "the of"', "", "'function_words' must be a list of strings, got 'the of'$"),
        ('function_words = ["of the"]', "", "'function_words': 'of the' must be one word$"),
        ('function_words = ["The"]', "", "'function_words': 'The' must be lower-case$"),
        ('day_first = "yes"', "", "'day_first' must be true or false, got 'yes'$"),
        ("era = true\nday_first = true", "day_first", "'era' must be a whole number, got True$"),
        ('letters = "ŁĄ"\nday_first = true', "day_first", "'letters' must be small letters, got 'ŁĄ'$"),
        ('code = "XX"', "", "'code' must be that of ISO 639-1, in small letters, got 'XX'$"),
        ("name = 3", "", "'name' must be a string, got 3$"),
        ("", "name", "'name' must be there: a string$"),
        ("after = [reports]", "", r"Invalid value \(at line \d+, column \d+\)$"),
        ("[[kicker]]", "[kicker]", r"table \[kicker\] must be there, with the keys labels$"),
    ],
)
def test_a_mistake_in_a_data_file_is_told_with_the_file_the_key_and_what_may_stand_there(
    tmp_path: Path, line: str, replaced: str, told: str
) -> None:
    path = written(tmp_path, line, replaced)
    with pytest.raises(ValueError, match=f"(?m)^(?:{re.escape(str(path))}: |- ).*{told}"):
        Language.from_file(path)


def test_all_mistakes_are_told_at_once() -> None:
    with pytest.raises(ValueError, match=r"^language None: 12 mistakes:\n- 'code' must be there: a string\n- 'name'"):
        Language({})
    data = parse_toml(OWN)
    data["byline"] = dict.fromkeys(data["byline"], 3)
    data["boilerplate"] = dict.fromkeys(data["boilerplate"], 3)
    with pytest.raises(ValueError, match=r"^language 'xx': 14 mistakes:(\n- .*){12}\n- and 2 more$"):
        Language(data)
    with pytest.raises(ValueError, match=r"^a language: a language is made of the tables of its data file, got str$"):
        Language("xx")  # type: ignore[arg-type]


def test_a_file_may_be_named_by_a_string_and_begin_with_the_mark_of_an_editor(tmp_path: Path) -> None:
    path = tmp_path / "xx.toml"
    path.write_text(OWN, encoding="utf-8-sig")
    assert Language.from_file(str(path)).name == "Harbourish"
    path.write_bytes(OWN.encode("utf-16"))
    with pytest.raises(ValueError, match=rf"^{re.escape(str(path))}: 'utf-8' codec"):
        Language.from_file(path)


def test_a_language_given_goes_before_one_of_the_same_code() -> None:
    other = Language({**parse_toml(OWN), "code": "de"})
    parser = Parser(languages=[other])
    assert parser.languages["de"] is other and LANGUAGES["de"].name == "German"
    assert len(parser.languages) == len(LANGUAGES)
    assert parser.parse(TEXT).language == "de"


def test_languages_plug_in_from_installed_packages(tmp_path: Path) -> None:
    written(tmp_path, 'name = "Harbour English"')
    (tmp_path / "plug.py").write_text(
        "from pathlib import Path\n"
        "from newsparse import Language\n"
        "def harbourish(): return Language.from_file(Path(__file__).with_name('xx.toml'))\n"
    )
    info = tmp_path / "plug-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: plug\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[newsparse.languages]\nharbourish = plug:harbourish\n")
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n"
        "import newsparse\n"
        "from newsparse import LANGUAGES\n"
        f"print(newsparse.parse({TEXT!r}).language, newsparse.parse('', language='xx').language)\n"
        "print(LANGUAGES['xx'].name, len(LANGUAGES), 'de' in LANGUAGES)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["xx", "xx", "Harbour", "English", str(len(LANGUAGES) + 1), "True"]
