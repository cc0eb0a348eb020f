"""Lines that news sites print around their articles, language by language, and ordinary ones that come close to them."""

from __future__ import annotations

import pytest

from newsparse import Role, parse
from newsparse.captions.credit_places import NO_CREDIT
from newsparse.cues import cues_of
from newsparse.languages import LANGUAGES
from newsparse.page import Page
from newsparse.rules.base import ORDINARY
from newsparse.split import split
from tests.fitting.inserted import FURNITURE, pool_of

CODES = sorted(path.stem for path in FURNITURE.glob("*.toml"))
KNOWN, TAKEN = 0.92, 0.09
"""How many of the furniture lines a language's phrases know at least, and how many of the ordinary ones at most."""
CREDITED, LINKED = 0.55, 0.4
"""In how many of the captions a credit is found at least (a sixth has none), and how many of the links are known: what
Arabic and Korean come to; the median is 0.76 and 0.80."""
ARTICLE = {Role.HEADLINE, Role.LEAD, Role.PARAGRAPH, Role.SECTION_HEADER, Role.BULLET, Role.KICKER}


def is_known(line: str, code: str) -> bool:
    """Whether any phrase of the language, a date or a credit tells a line from the article's text."""
    page = Page(line, split(line), LANGUAGES[code])
    block, cues = page.blocks[0], page.cues
    inside = page.phrases_inside[0] or cues.services_inside(block.lower, page.topic.words[0]) >= 2
    return bool(page.kinds[0] not in ORDINARY or inside or cues.agency_tail(block))


@pytest.mark.parametrize("code", CODES)
def test_what_sites_print_around_articles_is_known(code: str) -> None:
    pool = pool_of(code)
    assert pool is not None
    missed = [line for line in pool.furniture if not is_known(line, code)]
    assert len(missed) <= (1 - KNOWN) * len(pool.furniture), missed


@pytest.mark.parametrize("code", CODES)
def test_headers_and_sentences_that_come_close_are_not_taken_for_it(code: str) -> None:
    pool = pool_of(code)
    assert pool is not None
    taken = [line for line in pool.ordinary if is_known(line, code)]
    assert len(taken) <= TAKEN * len(pool.ordinary), taken


@pytest.mark.parametrize("code", CODES)
def test_captions_and_links_to_other_articles_are_known(code: str) -> None:
    pool = pool_of(code)
    assert pool is not None
    pages = [Page(line, split(line), LANGUAGES[code]) for text in pool.captions for line in text.split(" ⏎ ")[-1:]]
    credited = [page.credits[0] is not NO_CREDIT for page in pages]
    assert sum(credited) >= CREDITED * len(credited)
    linked = [is_known(line, code) for line in pool.related]
    assert sum(linked) >= LINKED * len(linked)


BODY = (
    "The old swing bridge at the mouth of the harbour will close to all traffic in June, the city council said on Tuesday.",
    "Engineers found cracks in two of the main bearings in March, and the parts have to be made anew in a foundry abroad.",
    "Bus routes 4 and 17 will be sent over the bypass, and a free ferry is to run every twenty minutes until midnight.",
    "Traders on the quay fear for their season. Last year some 40,000 visitors crossed the bridge in July alone.",
    "The council has set aside 2.3 million for the repairs. A report on the other four bridges is expected in autumn.",
)


@pytest.mark.parametrize(
    "line",
    [
        "Already a subscriber? Log in",
        "Please enter a valid email address",
        "Listen to this article (5 min)",
        "12 comments",
        "3 min read",
        "View this post on Instagram",
        "This content is provided by a third party, which may be using cookies and other technologies.",
        "This article was amended on 4 May 2024 to correct a name.",
        "More to come",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_line_of_furniture_alone_between_two_paragraphs_is_none_of_the_article(line: str, gap: str) -> None:
    article = parse(gap.join(["Harbour bridge to close for six weeks", *BODY[:3], line, *BODY[3:]]))
    found = {block.role for block in article.blocks if line in block.text}
    assert not found & ARTICLE, found
    assert [text for section in article.sections for text in section.paragraphs] or article.lead


@pytest.mark.parametrize(("code", "lower"), [("pt", "top 10"), ("pt", "últimas 24 horas"), ("nl", "12 nieuws")])
def test_a_heading_is_known_whatever_its_number(code: str, lower: str) -> None:
    assert cues_of(LANGUAGES[code]).is_furniture(lower)


@pytest.mark.parametrize(
    ("language", "line", "heads"),
    [
        ("de", "Mehr zum Thema Gesundheit:", True),
        ("de", "Mehr zum Thema Gesundheit", False),
        ("de", "Mehr in der Kasse:", False),
        ("en", "More on this topic: the old harbour:", True),
        ("en", "More in the harbour than at sea:", False),
    ],
)
def test_a_heading_of_other_articles_may_name_their_subject(language: str, line: str, *, heads: bool) -> None:
    cues = cues_of(LANGUAGES[language])
    assert cues.related_head(split(line)[0]) is heads
