"""Mistakes in rules, profiles and packages of one's own are told where they are made, with what to write instead."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import newsparse
from newsparse import DEFAULT_RULES, Block, Evidence, Language, Page, Parser, Publisher, Role, Rule
from newsparse.rules.place import Density
from newsparse.rules.section_header import HeaderShape

TEXT = """Bridge opens after nine years

The new bridge over the harbour was opened to traffic on Friday, nine years after work on it began.

Thousands of people came to the harbour to walk across the new bridge in the first hours of the day.
"""


class Spoken(Rule):
    """A rule that judges as it is told to."""

    role = Role.LEAD

    def __init__(self, judged: Callable[[Spoken], Any]) -> None:
        self.judged = judged

    def judge(self, block: Block, page: Page) -> Iterable[Evidence]:
        found: Iterable[Evidence] = self.judged(self)
        return found


class Ticker(Rule):
    role = Role.BOILERPLATE

    def judge(self, block: Block, page: Page) -> Iterable[Evidence]:
        return ()


@pytest.mark.parametrize(
    ("judged", "told"),
    [
        (lambda rule: None, r"Spoken\.judge must yield evidence, or return a list of it; it returned None"),
        (lambda rule: rule.evidence(1.0, "one"), r"or return a list of it; it returned Evidence\("),
        (lambda rule: "a line", "it returned 'a line'"),
        (
            lambda rule: [(Role.LEAD, 1.0, "a pair")],
            r"Spoken\.judge must give self\.evidence\(weight, reason\), not \(",
        ),
        (lambda rule: [None], r"self\.evidence\(weight, reason\), not None"),
        (lambda rule: [rule.evidence("swapped", 1.0)], "the weight of evidence must be a float, got 'swapped'"),
        (lambda rule: [rule.evidence(Decimal(1), "x")], r"the weight of evidence must be a float, got Decimal\('1'\)"),
        (lambda rule: [rule.evidence(True, "x")], "the weight of evidence must be a float, got True"),
        (lambda rule: [rule.evidence(1.0, None)], "the reason of evidence must be a string, got None"),
        (lambda rule: [Evidence("x", "lead", 1.0, "x")], r"must be a newsparse\.Role, got 'lead'"),  # type: ignore[arg-type]
    ],
)
def test_what_is_no_evidence_is_told_with_the_rule_and_the_block(judged: Callable[[Spoken], Any], told: str) -> None:
    with pytest.raises(TypeError, match=told) as raised:
        Parser([*DEFAULT_RULES, Spoken(judged)]).parse(TEXT)
    assert raised.value.__notes__ == ["rule Spoken, asked about block 0: 'Bridge opens after nine years'"]


def test_an_exception_of_a_rule_comes_out_with_a_note_of_where_it_arose() -> None:
    with pytest.raises(ZeroDivisionError) as raised:
        Parser([*DEFAULT_RULES, Spoken(lambda rule: 1 / 0)]).parse(TEXT)
    assert raised.value.__notes__ == ["rule Spoken, asked about block 0: 'Bridge opens after nine years'"]


class Broken(HeaderShape):
    def observe(self, block: Block, page: Page) -> Any:
        return None


class BrokenGlance(Density):
    def glance(self, block: Block, page: Page) -> Any:
        raise TypeError


@pytest.mark.parametrize("rule", [Broken(), BrokenGlance()])
def test_so_does_that_of_a_built_in_rule_made_otherwise(rule: Rule) -> None:
    with pytest.raises(TypeError) as raised:
        Parser([rule]).parse(TEXT)
    assert raised.value.__notes__[0].startswith(f"rule {rule.name}, asked about block 0")


@pytest.mark.parametrize(
    ("attributes", "told"),
    [
        (
            {"role": "boilerplate"},
            r"Wrong\.role must be a newsparse\.Role, such as Role\.BOILERPLATE, got 'boilerplate'",
        ),
        ({"name": 3}, r"Wrong\.name must be a string, got 3"),
    ],
)
def test_a_rule_that_cannot_be_used_is_refused_at_once(attributes: dict[str, Any], told: str) -> None:
    with pytest.raises(TypeError, match=told):
        Parser([type("Wrong", (Ticker,), attributes)()])


def test_a_rule_without_a_role_is_told_to_name_one() -> None:
    class Nothing(Rule):
        def judge(self, block: Block, page: Page) -> Iterable[Evidence]:
            yield self.evidence(1.0, "x")

    with pytest.raises(TypeError, match=r"Nothing has no role: say `role = Role\.BOILERPLATE`"):
        Parser([Nothing()]).parse(TEXT)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"rules": [Ticker]}, "must be instances of newsparse.Rule, got the class Ticker: make one of it"),
        ({"rules": Ticker()}, "rules must be a list of instances of newsparse.Rule, got one Ticker"),
        ({"rules": Ticker}, "rules must be a list of instances"),
        (
            {"publishers": Publisher()},
            "publishers must be a list of instances of newsparse.Publisher, got one Publisher",
        ),
        ({"publishers": "news.de"}, "publishers must be a list of instances of newsparse.Publisher, got 'news.de'"),
        ({"languages": newsparse.LANGUAGES["en"]}, "languages must be a list of instances of newsparse.Language"),
        ({"languages": [Language]}, "languages must be instances of newsparse.Language, got the class Language"),
        ({"weights": {"title": {}}}, r"weights must be newsparse\.weights\.Weights, got \{'title': \{\}\}"),
    ],
)
def test_what_a_parser_cannot_take_is_told_in_short(given: dict[str, Any], told: str) -> None:
    with pytest.raises(TypeError, match=told) as raised:
        Parser(**given)
    assert len(str(raised.value)) < 200


class Everywhere(Spoken):
    """A rule that asks for blocks beyond those that may be part of the article."""

    def blocks(self, page: Page) -> Sequence[Block]:
        return page.blocks


class EverywhereFitted(HeaderShape):
    def blocks(self, page: Page) -> Sequence[Block]:
        return page.blocks


def test_a_rule_is_not_asked_about_what_is_far_from_the_article() -> None:
    # its evidence went to other blocks, or past their end
    menu = "\n\n".join(f"Menu item {number}" for number in range(100))
    asked = Everywhere(lambda rule: [rule.evidence(0.1, "asked")])
    blocks = Parser([*DEFAULT_RULES, asked, EverywhereFitted()]).parse(f"{menu}\n\n{TEXT}\n\n{menu}").blocks
    far = [block for block in blocks if block.evidence[0].rule == "Window"]
    assert len(far) > 100
    assert not any(found.rule == "Everywhere" for block in far for found in block.evidence)
    near = [block for block in blocks if block not in far]
    assert all([found.reason for found in block.evidence].count("asked") == 1 for block in near)


def test_the_blocks_that_a_rule_asks_for_may_be_read_only_once() -> None:
    class Once(Spoken):
        def blocks(self, page: Page) -> Sequence[Block]:
            return iter(page.near)  # type: ignore[return-value]

    article = Parser([Once(lambda rule: [rule.evidence(1.0, "asked")])]).parse(TEXT)
    assert [len(block.evidence) for block in article.blocks] == [1, 1, 1]


@pytest.mark.parametrize("blocks", [None, [0, 1]])
def test_a_rule_that_asks_for_what_are_no_blocks_is_told_so(blocks: Any) -> None:
    class Wrong(Ticker):
        def blocks(self, page: Page) -> Sequence[Block]:
            found: Sequence[Block] = blocks
            return found

    with pytest.raises(TypeError, match=r"Wrong\.blocks must return blocks of the page, got"):
        Parser([Wrong()]).parse(TEXT)


@pytest.mark.parametrize(
    ("attributes", "error", "told"),
    [
        ({"name": None}, TypeError, r"Post\.name must be a string that names the publisher, got None"),
        ({"recognised_by": "The Post"}, TypeError, r"recognised_by must be a tuple of strings.*write \('The Post',\)"),
        ({"recognised_by": ("",)}, ValueError, "recognised_by has an empty string, which stands in every line"),
        ({"recognised_by": None}, TypeError, "recognised_by must be a tuple of strings, got None"),
        ({"caption_tails": "(Enlarge)"}, TypeError, r"caption_tails must be a tuple of strings"),
        ({"caption_tails": (re.compile("x"),)}, TypeError, r"caption_tails must be a tuple of strings"),
        ({"signature": r"^\((\w+)\)$"}, TypeError, r"Post\.signature must be re\.compile"),
        ({"signature": re.compile(rb"x")}, TypeError, r"Post\.signature must be re\.compile"),
        ({"rules": (Ticker,)}, TypeError, r"Post\.rules must be instances of newsparse\.Rule, got the class Ticker"),
        ({"rules": Ticker()}, TypeError, r"Post\.rules must be a list of instances of newsparse\.Rule"),
    ],
)
def test_a_wrong_attribute_of_a_profile_is_named(attributes: dict[str, Any], error: type[Exception], told: str) -> None:
    profile = type("Post", (Publisher,), {"name": "post", "recognised_by": ("The Post is daily",), **attributes})
    with pytest.raises(error, match=told):
        Parser(publishers=[profile()])


def test_a_profile_given_goes_before_those_that_there_are() -> None:
    class Mine(Publisher):
        name = "mine"
        recognised_by = ("Folgen Sie News.de schon",)

    class NewsDe(Mine):
        name = "news.de"
        kicker_before_colon = False

    text = f"{TEXT}\n\nFolgen Sie News.de schon bei Facebook?\n"
    assert newsparse.parse(text).publisher == "news.de"
    assert Parser(publishers=[Mine()]).parse(text).publisher == "mine"
    assert type(Parser(publishers=[NewsDe()]).publishers["news.de"]) is NewsDe


@pytest.mark.parametrize(
    ("group", "code", "told"),
    [
        ("rules", "import nothing_there", "ModuleNotFoundError: No module named 'nothing_there'"),
        ("rules", "Plugged = 3", "TypeError: 3 cannot be called; name a subclass of newsparse.Rule, or a function"),
        (
            "publishers",
            "Plugged = dict",
            "TypeError: it makes {}; name a subclass of newsparse.Publisher, or a function",
        ),
        ("rules", "", "AttributeError: module 'plug' has no attribute 'Plugged'"),
    ],
)
def test_a_package_whose_entry_point_does_not_work_is_named(tmp_path: Path, group: str, code: str, told: str) -> None:
    (tmp_path / "plug.py").write_text(code)
    info = tmp_path / "plug_in-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: plug-in\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[newsparse.{group}]\nplugged = plug:Plugged\n")
    program = f"import sys; sys.path.insert(0, {str(tmp_path)!r})\nimport newsparse\nnewsparse.parse('x')\n"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    last = done.stderr.strip().splitlines()[-1]
    assert last.startswith(
        f"newsparse.plugins.PluginError: package 'plug-in', entry point 'plugged = plug:Plugged' in newsparse.{group}: {told}"
    )
