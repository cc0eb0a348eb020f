"""Pages that were read, with lines put between their paragraphs that are no part of them.

Of short lines alone between two paragraphs most are section headers, and so the fit held even "Already a subscriber?
Log in" for one. What sites put there is known all the same: `tests/furniture/CODE.toml` has, by language,

- `furniture`: lines that pages have about themselves,
- `captions`: captions as papers print them; " ⏎ " stands for a line break,
- `related`: lines that point to another article,
- `ordinary`: headers and sentences that come close to such lines; the fit does not see them.

Each news article is taken once more, with a few of them in places drawn by its first line, and mostly a box of many.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from pathlib import Path
from random import Random

import attrs

from newsparse.article import Role
from newsparse.cues import cues_of
from newsparse.splitting.breaks import is_break
from tests.fitting.data import Choosers, Example, example, observe
from tests.fitting.further import NOTHING, READ, Further, as_read, further_pages

FURNITURE = Path(__file__).resolve().parents[1] / "furniture"
R = Role
WEIGHT = 0.2
"""How much a page with such lines counts; the same page without them counts 0.8."""
PLACES = 4
"""Places between paragraphs that a page has at least: two for furniture, one for a caption, one for a link."""
WITH_CAPTION, CAPTION_ON_TOP, WITH_LINK, NARROW = 0.7, 0.3, 0.5, 0.5
"""How many of the pages get a caption; of those, how many above the first paragraph; how many get a link; and how many
have no blank lines. (Boxes of other pages' titles were tried: headers that read like titles went with them.)"""
WITH_BOX, BOX = 0.6, (4, 24)
"""How many get a box of such lines, as stand one below the other in the list, and how many lines it has."""
NOT_THE_ARTICLE = frozenset({R.BOILERPLATE, R.RELATED})
CAPTION = frozenset({R.CAPTION})

Line = tuple[str, str, frozenset[Role]]
"""A line that is put in, its letter in `further.toml`, and the roles that it may have."""


@attrs.frozen
class Pool:
    """The lines of a language."""

    furniture: Sequence[str]
    captions: Sequence[str]
    related: Sequence[str]
    ordinary: Sequence[str]


@cache
def pool_of(code: str) -> Pool | None:
    """The lines of a language, if it has any."""
    path = FURNITURE / f"{code}.toml"
    return Pool(**tomllib.loads(path.read_text(encoding="utf-8"))) if path.exists() else None


@attrs.frozen
class Filled:
    """A page with lines put in, and the roles that those may have, by their place."""

    page: Further
    roles: dict[int, frozenset[Role]]


def fill(page: Further, pool: Pool, labels: Collection[str]) -> Filled | None:
    """A page with lines of `pool` put in, but none of advertising's `labels`, which the rules do not see; nothing if it
    has too few paragraphs."""
    between = [i + 1 for i in page.prose[:-1] if page.read[i + 1] in ("P", "S")]
    if len(between) < PLACES:
        return None
    chance = Random(hashlib.sha256(page.lines[0].encode()).hexdigest())
    first, second, third, fourth = chance.sample(between, PLACES)
    furniture = [line for line in pool.furniture if not is_break(line.lower(), labels)]
    put: dict[int, list[Line]] = {
        place: [(chance.choice(furniture), "X", NOT_THE_ARTICLE)] for place in (first, second)
    }
    if chance.random() < WITH_CAPTION:
        place = page.prose[0] if chance.random() < CAPTION_ON_TOP else third
        put[place] = [(line, "C", CAPTION) for line in chance.choice(pool.captions).split(" ⏎ ")]
    if chance.random() < WITH_LINK:
        put[fourth] = [(chance.choice(pool.related), "X", NOT_THE_ARTICLE)]
    if chance.random() < WITH_BOX:
        place = chance.choice(between)
        size = chance.randint(*BOX)
        begin = chance.randrange(max(1, len(furniture) - size))
        box: list[Line] = [(line, "X", NOT_THE_ARTICLE) for line in furniture[begin : begin + size]]
        put[place] = [*put.get(place, []), *box]
    lines: list[str] = []
    read: list[str] = []
    roles: dict[int, frozenset[Role]] = {}
    for place, own in enumerate(zip(page.lines, page.read, strict=True)):
        for text, code, allowed in put.get(place, ()):
            roles[len(lines)] = allowed
            lines.append(text)
            read.append(code)
        lines.append(own[0])
        read.append(own[1])
    gap = "\n" if chance.random() < NARROW else "\n\n"
    filled = attrs.evolve(page, weight=WEIGHT, lines=lines, read=read, gap=gap)
    whole = len(filled.survey(NOTHING).blocks) == len(lines)  # without blank lines, some are read as one
    return Filled(filled, roles) if whole else None


@cache
def filled_pages() -> tuple[Filled, ...]:
    """The news articles among the pages that were read, with lines put in, in the languages that have some."""
    found = []
    for page in further_pages():
        language = page.survey(NOTHING).language
        pool = pool_of(language.code) if language is not None and page.weight == READ["n"] else None
        if pool is not None:
            found.append(fill(page, pool, cues_of(language).breaks))
    return tuple(filled for filled in found if filled is not None)


def inserted_examples(choosers: Choosers) -> Iterator[Example]:
    """The pages with lines put in."""
    for filled in filled_pages():
        page = filled.page
        surveyed = page.survey(choosers(page.group))
        seen = observe(surveyed)
        read = as_read(page, surveyed, seen)
        allowed = [filled.roles.get(index, roles) for index, roles in enumerate(read)]
        yield example(page.group, page.weight, surveyed, seen, allowed)
