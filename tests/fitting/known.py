"""Texts whose roles are known line by line: the project's own cases, and short pages made of the reference pages."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import attrs

from newsparse.article import Role
from newsparse.cli.case import read_case
from newsparse.parser import cut
from tests.fitting.bench import dev_pages, group_of, scorer
from tests.fitting.plain import plain_pages

OWN = "cases of newsparse"
"""The group of the project's own cases."""
CASE, PLAIN = 2.0, 0.4
"""How much one of the project's own cases, and a short page made of a reference page, counts. Those in
`cases/languages` are left out: pages that somebody made up are more alike than real ones, and so they show what the fit
makes of languages that it does not know."""
CASES = Path(__file__).resolve().parents[1] / "cases"
SEED = CASES.with_name("seed")


@attrs.frozen
class Known:
    """A text with the roles that each of its blocks may have, known without looking at the text."""

    group: str
    weight: float
    text: str
    allowed: list[frozenset[Role]]
    sure: bool = True
    """Whether a text without a lead is known to have none."""

    def places(self, role: Role) -> list[int]:
        """The blocks that have a role."""
        return [index for index, roles in enumerate(self.allowed) if roles == {role}]


@cache
def known_texts() -> tuple[Known, ...]:
    """The user's example, the project's own cases, and short pages made of the reference pages."""
    seed = json.loads((SEED / "expected.json").read_text(encoding="utf-8"))
    own = [((SEED / "news_de_trump_putin.txt").read_text(encoding="utf-8"), seed["roles"])]
    own += [(case.text, list(case.roles)) for case in map(read_case, sorted(CASES.glob("*.case")))]
    found = []
    for text, roles in own:
        gone = {block.index for block in cut(text)[1]}
        allowed = [frozenset({Role(role)}) for index, role in enumerate(roles) if index not in gone]
        found.append(Known(OWN, CASE, text, allowed))
    for page in dev_pages():
        for plain in plain_pages(page, scorer().norm):
            if len(cut(plain.text)[0]) == len(plain.allowed):
                found.append(Known(group_of(page["url"]), PLAIN, plain.text, plain.allowed, plain.sure))
    return tuple(found)
