"""Each case file in `tests/cases/` comes out as it says."""

from pathlib import Path

import pytest

import newsparse
from newsparse.cli.case import differences, read_case, said, write_case

CASES = sorted((Path(__file__).parent / "cases").glob("*.case"))
IN_LANGUAGES = sorted((Path(__file__).parent / "cases" / "languages").glob("*.case"))
"""Articles in the languages that hardly any of the pages measured on are in."""
OPEN = sorted((Path(__file__).parent / "cases" / "open").glob("*.case"))
"""Such articles that do not come out yet: one that does belongs in `languages`."""
AROUND = {"kicker", "byline", "signature", "related", "boilerplate"}
"""The roles of what stands around an article's text: in these languages they are not always told from each other."""


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_comes_out_as_it_says(path: Path) -> None:
    case = read_case(path)
    article = newsparse.parse(case.text)
    assert len(article.blocks) == len(case.roles)
    found = [f"{block.role.value:14} | {block.text}" for block in article.blocks]
    wanted = [f"{role:14} | {block.text}" for role, block in zip(case.roles, article.blocks, strict=True)]
    assert found == wanted
    for attribute, value in case.attributes.items():
        assert said(article, attribute) == value, attribute


NOT_YET = [pytest.param(path, marks=pytest.mark.xfail(strict=True, reason="does not come out yet")) for path in OPEN]


@pytest.mark.parametrize("path", [*IN_LANGUAGES, *NOT_YET], ids=lambda path: path.stem)
def test_in_further_languages_the_text_and_what_stands_around_it_are_told_apart(path: Path) -> None:
    case = read_case(path)
    article = newsparse.parse(case.text)
    found = [block.role.value for block in article.blocks]
    assert len(found) == len(case.roles)
    wrong = [
        f"{role} for {wanted}: {block.text}"
        for wanted, role, block in zip(case.roles, found, article.blocks, strict=True)
        if role != wanted and not {role, wanted} <= AROUND
    ]
    assert wrong == []
    for attribute, value in case.attributes.items():
        assert said(article, attribute) == value, attribute


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 25 and len(IN_LANGUAGES) >= 25


def test_a_case_is_made_of_a_text(tmp_path: Path) -> None:
    text = "Bridge opens\n\nThe new bridge over the harbour was opened on Friday, nine years after work began.\n"
    path = tmp_path / "made.case"
    path.write_text(write_case(text), encoding="utf-8")
    assert read_case(path).text.strip() == text.strip()
    assert differences(read_case(str(path)), newsparse.parse(text)) == []


def test_a_case_tells_what_comes_out_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "own.case"
    text = "Bridge opens\n\nThe new bridge over the harbour was opened on Friday, nine years after work began."
    without = newsparse.Parser([rule for rule in newsparse.DEFAULT_RULES if rule.name != "Ending"])
    path.write_text(write_case(text, parser=without).replace("headline  ", "kicker    "), encoding="utf-8")
    assert differences(read_case(path), without.parse(text)) == ["headline for kicker: Bridge opens"]
    path.write_text("headline: Harbour\n---\nheadline | Bridge opens", encoding="utf-8")
    assert differences(read_case(path), newsparse.parse(text)) == [
        "2 blocks, the case has 1",
        "headline: 'Bridge opens' for 'Harbour'",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("headline | Bridge opens\n", "no line '---' between the attributes and the text"),
        ("title: Bridge\n---\n", "'title: Bridge' is no attribute, which are headers, headline, kicker"),
        ("---\nheadline | Bridge\n\n", r"own\.case:3: no '\|'"),
        ("---\ntitle | Bridge\n", r"own\.case:2: no role 'title'; roles are headline, kicker"),
    ],
)
def test_what_is_no_case_is_told_with_its_place(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "own.case"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=told):
        read_case(path)
