"""Users add, replace and remove rules, and bring publishers and languages of their own."""

from __future__ import annotations

import pickle
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar

import attrs
import pytest

import newsparse
from newsparse import DEFAULT_RULES, LANGUAGES, Block, Evidence, Page, Parser, Publisher, Role, Rule
from newsparse.rules.headline import HeadlineForm
from newsparse.rules.place import Density
from newsparse.rules.related import RelatedCue
from newsparse.rules.section_header import HeaderShape
from newsparse.split import split
from newsparse.weights import Finding, pack

TEXT = """Bridge opens after nine years

The new bridge over the harbour was opened to traffic on Friday, nine years after work on it began.

+++ Weather: sun and clouds all day long +++

Thousands of people came to the harbour to walk across the new bridge in the first hours of the day.
"""


class Ticker(Rule):
    """A line between plus signs is the site's ticker."""

    role = Role.BOILERPLATE

    def judge(self, block: Block, page: Page) -> Iterable[Evidence]:
        if block.text.startswith("+++") and block.text.endswith("+++"):
            yield self.evidence(20.0, "a line between plus signs")


class Silent(HeadlineForm):
    """The headline's form says nothing."""

    def judge(self, block: Block, page: Page) -> Iterable[Evidence]:
        return ()


def test_a_rule_is_added() -> None:
    article = Parser(rules=[*DEFAULT_RULES, Ticker()]).parse(TEXT)
    ticker = article.blocks[2]
    assert ticker.role is Role.BOILERPLATE
    assert Evidence("Ticker", Role.BOILERPLATE, 20.0, "a line between plus signs") in ticker.evidence


def test_parse_takes_rules_too() -> None:
    assert newsparse.parse(TEXT, rules=[*DEFAULT_RULES, Ticker()]).blocks[2].role is Role.BOILERPLATE


def test_a_rule_is_among_the_reasons_that_are_explained() -> None:
    parser = Parser(rules=[*DEFAULT_RULES, Ticker()], publishers=[HarbourPost()])
    for explanation in (parser.explain(TEXT), newsparse.explain(TEXT, rules=parser.rules)):
        assert "a line between plus signs" in [found.reason for found in explanation.lines[2].reasons]
        assert "a line between plus signs" in str(explanation)
    assert parser.explain(TEXT, publisher="harbour-post").article.publisher == "harbour-post"
    day = datetime(2024, 5, 3, 12)
    published = newsparse.explain(TEXT.replace("\n\n", "\n\n2 hours ago\n\n", 1), reference_time=day).article.published
    assert published == datetime(2024, 5, 3, 10)


def test_the_weights_of_a_rule_are_changed() -> None:
    class Softer(HeadlineForm):
        def judge(self, block: Block, page: Page) -> Iterable[Evidence]:
            return [attrs.evolve(found, weight=found.weight / 2) for found in super().judge(block, page)]

    def weights(rule: Rule) -> list[float]:
        return [found.weight for block in Parser([rule]).parse(TEXT).blocks for found in block.evidence]

    assert weights(Softer()) == [weight / 2 for weight in weights(HeadlineForm())] != []


def test_evidence_of_a_rule_is_kept_by_json_and_a_parser_with_it_goes_to_other_processes() -> None:
    parser = Parser(rules=[*DEFAULT_RULES, Ticker()], publishers=[HarbourPost()])
    article = parser.parse(TEXT)
    assert newsparse.Article.from_json(article.to_json()) == article == pickle.loads(pickle.dumps(parser)).parse(TEXT)


def test_a_rule_is_replaced() -> None:
    rules = [Silent() if isinstance(rule, HeadlineForm) else rule for rule in DEFAULT_RULES]
    article = Parser(rules=rules).parse(TEXT)
    assert not any(found.rule in ("HeadlineForm", "Silent") for block in article.blocks for found in block.evidence)


def test_a_rule_is_removed() -> None:
    rules = [rule for rule in DEFAULT_RULES if rule.name != "Length"]
    article = Parser(rules=rules).parse(TEXT)
    assert not any(found.rule == "Length" for block in article.blocks for found in block.evidence)


def test_anything_but_a_rule_is_refused() -> None:
    with pytest.raises(TypeError, match="instances of"):
        Parser(rules=[Ticker])  # type: ignore[list-item]


class HarbourPost(Publisher):
    """A paper that signs with a code in braces."""

    name = "harbour-post"
    recognised_by = ("The Harbour Post is published daily",)
    kicker_before_colon = True
    signature = re.compile(r"^\{(\w{2,4})\}$")
    rules = (Ticker(),)


def test_a_publisher_is_recognised_and_its_profile_used() -> None:
    text = (
        TEXT.replace("Bridge opens", "Harbour: Bridge opens")
        + "\nThe Harbour Post is published daily in three towns.\n"
    )
    article = Parser(publishers=[HarbourPost()]).parse(text)
    assert article.publisher == "harbour-post"
    assert article.kicker == "Harbour"
    assert article.blocks[2].role is Role.BOILERPLATE


def test_rules_and_publishers_plug_in_from_installed_packages(tmp_path: Path) -> None:
    (tmp_path / "plug.py").write_text(
        "from newsparse import Publisher, Role, Rule\n"
        "class Plugged(Rule):\n"
        "    role = Role.BOILERPLATE\n"
        "    def judge(self, block, page):\n"
        "        if block.text.startswith('+++'):\n"
        "            yield self.evidence(20.0, 'plugged in')\n"
        "class Paper(Publisher):\n"
        "    name = 'plugged-paper'\n"
        "    recognised_by = ('+++ Weather',)\n"
    )
    info = tmp_path / "plug-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: plug\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(
        "[newsparse.rules]\nplugged = plug:Plugged\n[newsparse.publishers]\npaper = plug:Paper\n"
    )
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n"
        "import newsparse\n"
        f"article = newsparse.parse({TEXT!r})\n"
        "print(article.publisher, article.blocks[2].role.value, article.blocks[2].evidence[-1].rule)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["plugged-paper", "boilerplate", "Plugged"]


class Loud(HeaderShape):
    """A built-in rule whose judgement is replaced."""

    def judge(self, block: Block, page: Page) -> Iterable[Evidence]:
        if block.text.endswith("!"):
            yield self.evidence(30.0, "loud")


class Blind(HeaderShape):
    """A built-in rule that sees less than its parent."""

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        return (reason for reason in super().observe(block, page) if "between two paragraphs" in reason)


SECTIONS = (
    TEXT
    + """
Tolls from June

Drivers will pay two pounds for each crossing from June on, the council said after its meeting on Thursday evening.
"""
)


def test_a_built_in_rule_may_be_replaced_by_a_subclass_that_judges_by_itself() -> None:
    rules = [Loud() if type(rule) is HeaderShape else rule for rule in DEFAULT_RULES]
    article = Parser(rules=rules).parse(SECTIONS.replace("Tolls from June", "Nobody knows when it will be finished!"))
    assert any(found.reason == "loud" for block in article.blocks for found in block.evidence)
    assert "Nobody knows when it will be finished!" in [section.header for section in article.sections]


def test_a_subclass_of_a_built_in_rule_keeps_its_weights() -> None:
    rules = [Blind() if type(rule) is HeaderShape else rule for rule in DEFAULT_RULES]
    found = [found for block in Parser(rules=rules).parse(SECTIONS).blocks for found in block.evidence]
    reasons = {one.reason for one in found if one.rule == "Blind"}
    assert "HeaderShape" not in {one.rule for one in found}
    assert reasons and all("between two paragraphs" in reason for reason in reasons)


def test_a_rule_finds_what_it_observes_of_each_of_its_blocks() -> None:
    # the fit asks for what is observed, the parser for what is found: some rules put it together in another way
    for text in (TEXT, SECTIONS, SECTIONS + "\n\n".join(TEXT.splitlines())):
        blocks = split(text)
        page = Page(text, blocks, LANGUAGES["en"])
        for rule in DEFAULT_RULES:
            found: list[list[Finding]] = [[] for _ in page.near]
            rule.find(page, found)
            judged = {block.index: list(rule.judge(block, page)) for block in rule.blocks(page)}
            for index, findings in zip(page.window, found, strict=True):
                evidence = [one for finding in findings for one in finding.evidence]
                assert evidence == judged.get(index, []), (rule.name, index)
                assert sum(finding.worth for finding in findings) == sum(map(pack, evidence))


class Near(Density):
    """A built-in rule of few facts that sees less than its parent."""

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        return (reason for reason in super().observe(block, page) if " subject " not in reason)


def test_a_subclass_of_a_rule_of_few_facts_is_asked_itself() -> None:
    rules = [Near() if type(rule) is Density else rule for rule in DEFAULT_RULES]
    reasons = {
        found.reason
        for block in Parser(rules=rules).parse(SECTIONS).blocks
        for found in block.evidence
        if found.rule == "Near"
    }
    assert reasons and not any(" subject " in reason for reason in reasons)


class Everywhere(RelatedCue):
    """A built-in rule that looks only at likely lines, made to see something in all."""

    asked: ClassVar[list[str]] = []

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        self.asked.append(block.text)
        return super().observe(block, page)


def test_a_subclass_that_looks_by_itself_is_asked_about_all_lines() -> None:
    page = Page(SECTIONS, split(SECTIONS), LANGUAGES["en"])
    found: list[list[Finding]] = [[] for _ in page.near]
    Everywhere().find(page, found)
    assert Everywhere.asked == [block.text for block in RelatedCue().blocks(page)]
    assert len(RelatedCue().narrow(page)) < len(Everywhere.asked)


def test_what_the_guide_says_that_a_rule_can_see_is_there() -> None:
    guide = Path(__file__).parents[1].joinpath("docs/how-to/rule.md").read_text(encoding="utf-8")
    section = guide.partition("## What a rule can see\n")[2].partition("\n\n")[0]
    of_block, of_page = section.split("`page` has ")
    page = Page(TEXT, split(TEXT), LANGUAGES["en"])
    for seen, told in ((page.blocks[0], of_block.partition("`block` has ")[2]), (page, of_page)):
        names = re.findall(r"`(\w+)((?:\.\w+)?)([\[(]?)", told)
        assert len(names) >= 12
        for name, inner, opening in names:
            found = getattr(getattr(seen, name), inner[1:]) if inner else getattr(seen, name)
            assert callable(found) == (opening == "(") and hasattr(found, "__getitem__") >= (opening == "["), name


def test_rules_that_compare_words_come_first_and_the_words_are_given_back() -> None:
    topical = [rule.topical for rule in DEFAULT_RULES]
    # `PlainProse`, the first, leaves the others less to look at
    assert topical[1:] == sorted(topical[1:], reverse=True)
    page = Page(SECTIONS, split(SECTIONS), LANGUAGES["en"])
    assert page.topic.words[0]
    assert "words" in vars(page.topic)
    Parser(rules=[rule for rule in DEFAULT_RULES if rule.topical]).judge(page)
    assert "words" not in vars(page.topic)


@pytest.mark.parametrize("what", [{"languages": ["en"]}, {"publishers": ["news.de"]}])
def test_languages_and_publishers_of_another_type_are_refused(what: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match="must be instances of"):
        Parser(**what)


def test_a_publisher_that_is_no_name_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown publisher"):
        newsparse.parse("x", publisher=["news.de"])  # type: ignore[arg-type]
