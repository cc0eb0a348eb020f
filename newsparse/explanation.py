"""Why each line of a page was taken for what it was."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime

import attrs

from newsparse.article import Article, Evidence, Role
from newsparse.block import Block
from newsparse.parser import parse
from newsparse.rules import Rule

WIDTH = 100
"""Columns of a line of text in the printed form."""
REASONS = 4
"""Reasons printed for each line: the weightiest for its role, and against it."""


CONTROL = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Characters that would command the terminal, or that cannot be written to it."""


@attrs.frozen
class Line:
    """One block, with what its evidence says by itself, before its neighbours are heard."""

    block: Block
    runner_up: Role | None
    """The role, other than the block's own, with the most evidence; None where there is none."""
    lead: float
    """By how much, in nats, the evidence for the block's role exceeds that for the runner-up. Negative where
    the order of roles on the page outweighed the evidence of the line alone."""

    @property
    def reasons(self) -> tuple[Evidence, ...]:
        """The evidence for and against the block's role, the weightiest first."""
        own = [found for found in self.block.evidence if found.role is self.block.role]
        return tuple(sorted(own, key=lambda found: -abs(found.weight)))

    def __str__(self) -> str:
        text = self.block.text if len(self.block.text) <= WIDTH else self.block.text[: WIDTH - 1] + "…"
        head = f"{self.block.role.value:15}{text}"
        if self.runner_up is not None:
            head += f"\n{'':15}  {self.lead:+.1f} before {self.runner_up.value}"
        reasons = [f"{'':15}  {r.weight:+.1f} {r.reason} ({r.rule})" for r in self.reasons[:REASONS]]
        return plain("\n".join([head, *reasons]))


@attrs.frozen
class Explanation:
    """The article of a page, and every line of the page with its reasons; `str()` of it is made for reading."""

    article: Article
    lines: tuple[Line, ...]

    def __iter__(self) -> Iterator[Line]:
        return iter(self.lines)

    def __len__(self) -> int:
        return len(self.lines)

    def __str__(self) -> str:
        return "\n".join(map(str, self.lines))


def explain_article(article: Article) -> Explanation:
    """The explanation of an article that is already parsed, with a `Parser` of your own or in another process."""
    return Explanation(article, tuple(map(explain_block, article.blocks)))


def explain_block(block: Block) -> Line:
    """One block with its runner-up."""
    scores: dict[Role, float] = {}
    for found in block.evidence:
        scores[found.role] = scores.get(found.role, 0.0) + found.weight
    others = {role: score for role, score in scores.items() if role is not block.role}
    if not others:
        return Line(block, None, scores.get(block.role, 0.0))
    runner_up = max(others, key=lambda role: others[role])
    return Line(block, runner_up, round(scores.get(block.role, 0.0) - others[runner_up], 2))


def explain(
    text: str,
    *,
    language: str | None = None,
    publisher: str | None = None,
    rules: Iterable[Rule] | None = None,
    reference_time: datetime | None = None,
) -> Explanation:
    """Each line of a page with its role, its runner-up and the reasons; print the result to read it.

    Takes what `newsparse.parse` takes and raises what it raises; `Parser.explain` does the same by a parser's own
    languages and publishers.

    >>> import newsparse
    >>> explanation = newsparse.explain("Subscribe to our newsletter")
    >>> [line.block.role.value for line in explanation]
    ['boilerplate']
    """
    article = parse(text, language=language, publisher=publisher, rules=rules, reference_time=reference_time)
    return explain_article(article)


def plain(text: str) -> str:
    """The text with line ends of one kind, and control characters as the pictures that Unicode has of them."""
    return CONTROL.sub(picture, text.replace("\r\n", "\n").replace("\r", "\n"))


def picture(found: re.Match[str]) -> str:
    """The picture of a control character: U+2400 and following for ASCII's, U+FFFD for the rest."""
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"
