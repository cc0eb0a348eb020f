"""The further pages of NewsBench that were read, line by line: what their lines are stands in `further.toml`."""

from __future__ import annotations

import gzip
import json
import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, cached_property
from itertools import accumulate
from pathlib import Path

import attrs

from newsparse.article import Role
from newsparse.page import Page
from newsparse.parser import cut
from newsparse.split import split
from newsparse.splitting.lines import EDGES
from newsparse.weights import Weights
from tests.fitting.bench import BENCH, group_of, scorer
from tests.fitting.data import (
    OTHER,
    Choosers,
    Example,
    choosing,
    example,
    narrowed,
    observe,
    plausible,
    survey,
    unclaimed,
)

R = Role
READ = {"n": 0.8, "b": 0.7, "t": 0.3}
"""How much a page counts: a news article; another page with an article's form (a blog post, a press release); and a
page that nobody read, but whose HTML tags tell much."""
CODES = {
    "H": R.HEADLINE,
    "K": R.KICKER,
    "L": R.LEAD,
    "B": R.BYLINE,
    "P": R.PARAGRAPH,
    "S": R.SECTION_HEADER,
    "U": R.BULLET,
    "C": R.CAPTION,
    "G": R.SIGNATURE,
    "X": R.BOILERPLATE,
    "O": R.PARAGRAPH,
}
"""The letters of `further.toml`; X stands for related links too, and O is any part of the article."""
PART = frozenset({R.PARAGRAPH, R.LEAD, R.BYLINE, R.SIGNATURE, R.CAPTION, R.RELATED, R.KICKER, R.SECTION_HEADER})
"""What a line may be that an extractor keeps."""
LETTERED = frozenset({R.BULLET, R.CAPTION, R.KICKER, R.SIGNATURE})
"""What has a letter of its own where it is an article's, and so is no furniture."""
RUN = re.compile(r"(\d*)([A-Z])(?:\?([A-Z]))?")


@attrs.frozen
class Further:
    """A page that was read: its lines, and for each a letter of `CODES`, or two where it may be either."""

    group: str
    weight: float
    lines: list[str]
    read: list[str]
    gap: str = "\n\n"
    """What stands between the lines."""

    @property
    def prose(self) -> list[int]:
        """The article's paragraphs."""
        return [i for i, code in enumerate(self.read) if code == "P"]

    @cached_property
    def titles(self) -> list[int]:
        """The lines that say the headline."""
        said = [self.lines[i] for i, code in enumerate(self.read) if code == "H"]
        return [i for i, text in enumerate(self.lines) if any(is_alike(text, line) for line in said)]

    @property
    def leads(self) -> list[int]:
        """The lines of the lead."""
        return [i for i, code in enumerate(self.read) if code == "L"]

    @property
    def is_lead_sure(self) -> bool:
        """Whether no other line may be a lead too."""
        return not any("L" in code and len(code) > 1 for code in self.read)

    def survey(self, weights: Weights) -> Page:
        """The page as the parser makes it; each line is a block."""
        return survey(self.gap.join(self.lines), weights)


def is_alike(line: str, other: str) -> bool:
    """Whether two lines say the same, by the scorer's measure for headlines."""
    score = scorer_once()
    return abs(len(line) - len(other)) < 80 and bool(score.alike(score.norm(line), score.norm(other)))


scorer_once = cache(scorer)


@cache
def readings() -> dict[str, tuple[str, list[str]]]:
    """Of each page that was read: what kind it is, and a code for each line."""
    table = tomllib.loads(Path(__file__).with_name("further.toml").read_text(encoding="utf-8"))
    found = {}
    for name, said in table.items():
        kind, *runs = said.split()
        codes: list[str] = []
        for run in runs:
            match = RUN.fullmatch(run)
            assert match is not None, f"{name}: {run}"
            codes += [match[2] + (match[3] or "")] * int(match[1] or 1)
        found[name] = (kind, codes)
    return found


@cache
def further_pages() -> tuple[Further, ...]:
    """The pages that were read, with a headline and two paragraphs or more."""
    found = []
    with gzip.open(BENCH / "silver.jsonl.gz") as rows:
        for row in map(json.loads, rows):
            if row["id"] not in readings():
                continue
            kind, codes = readings()[row["id"]]
            lines = [" ".join(text.splitlines()) for text, _, _ in row["lines"] if text.strip()]
            assert len(lines) == len(codes), row["id"]
            codes = [code for line, code in zip(lines, codes, strict=True) if line.strip(EDGES)]
            lines = [line for line in lines if line.strip(EDGES)]
            lines, codes = in_blocks(lines, codes)
            joined = "\n\n".join(lines)
            assert len(split(joined)) == len(lines), row["id"]
            gone = {block.index for block in cut(joined)[1]}
            lines = [line for index, line in enumerate(lines) if index not in gone]
            codes = [code for index, code in enumerate(codes) if index not in gone]
            page = Further(group_of(row["url"]) or row["id"], READ[kind], lines, codes)
            if len(page.prose) >= 2 and page.titles and len(page.survey(NOTHING).blocks) == len(lines):
                found.append(page)
    return tuple(found)


def in_blocks(lines: list[str], codes: list[str]) -> tuple[list[str], list[str]]:
    """The blocks of some lines, and the code of the line that each is in: glued paragraphs are several in one."""
    joined = "\n\n".join(lines)
    starts = list(accumulate((len(line) + 2 for line in lines[:-1]), initial=0))
    blocks = split(joined)
    codes = [codes[bisect_right(starts, block.start) - 1] for block in blocks]
    return [joined[block.start : block.end] for block in blocks], codes


NOTHING = choosing({}, {})


def further_examples(choosers: Choosers) -> Iterator[Example]:
    """The further pages."""
    for page in further_pages():
        surveyed = page.survey(choosers(page.group))
        seen = observe(surveyed)
        yield example(page.group, page.weight, surveyed, seen, as_read(page, surveyed, seen))


def as_read(page: Further, surveyed: Page, seen: list[list[tuple[str, str]]]) -> list[frozenset[Role]]:
    """The roles that each line may have by what was read."""
    first, titles = page.prose[0], page.titles
    headline = surveyed.title if surveyed.title in titles else titles[-1]
    allowed: list[frozenset[Role]] = []
    for block, codes in zip(surveyed.blocks, page.read, strict=True):
        i, code, roles = block.index, codes[0], frozenset(CODES[code] for code in codes)
        furniture = unclaimed(block, seen[i], first, headline)
        furniture = furniture - LETTERED or furniture
        if i == headline and headline == surveyed.title:
            roles = frozenset({R.HEADLINE})
        elif code == "H" or (i in titles and i <= first):
            roles = frozenset({R.BOILERPLATE, R.KICKER, R.CAPTION, R.RELATED})
        elif code == "P":
            roles = roles - {R.PARAGRAPH} | {R.BULLET if block.is_item else R.PARAGRAPH}
        elif code == "O":
            roles = narrowed(plausible(PART, seen[i], block.words), seen[i])
        elif code == "U":
            roles |= set() if block.is_item else {R.PARAGRAPH}
        elif code in "BKG":
            roles = (
                plausible(roles, seen[i], block.words) if roles & plausible(OTHER, seen[i], block.words) else furniture
            )
        elif code == "X":
            roles = furniture | (roles - {R.BOILERPLATE})
        if i == surveyed.title and i not in titles:
            roles |= {R.HEADLINE}  # chosen wrongly
        allowed.append(roles)
    return allowed
