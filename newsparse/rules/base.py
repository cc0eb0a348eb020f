"""What a rule is."""

from __future__ import annotations

import abc
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Any, ClassVar

from newsparse.article import Evidence, Role
from newsparse.block import Block
from newsparse.page import Page
from newsparse.survey.kinds import ITEM, LONGISH, PROSE, SHORT
from newsparse.weights import Finding, Findings, default_weights, finding, together

ORDINARY = frozenset({PROSE, ITEM, LONGISH, SHORT})
"""The kinds of lines that `newsparse.survey.kinds.kind_of` found neither to be nor to open like a byline, a word to the
reader or a call to read on, nor to say who stands where, as far as they are short enough to be asked. Rules need not
ask them again, which took them a thirtieth of their time."""


class Rule(abc.ABC):
    """Looks at one block of a page and says what speaks for or against a role, how strongly, and why.

    Subclass it, name the `role`, and give evidence in `judge`. A rule holds no state of a page.
    """

    role: ClassVar[Role]

    topical: ClassVar[bool] = False
    """Whether the rule asks which words blocks share. The built-in ones come first, so that the words, which take the
    most memory, are given back before the other rules look."""

    @property
    def name(self) -> str:
        """The name under which the rule's evidence appears: that of its class."""
        return type(self).__name__

    def blocks(self, page: Page) -> Sequence[Block]:
        """The blocks of a page that the rule is asked about: all that may be part of the article."""
        return page.near

    @abc.abstractmethod
    def judge(self, block: Block, page: Page) -> Iterable[Evidence]:
        """The evidence that `block` gives, seen on its `page`; none where the rule has nothing to say."""

    def find(self, page: Page, found: Sequence[list[Finding]]) -> None:
        """Append what the rule judges of each of its blocks to the list of the block in `found`, one for each of
        `page.near`."""
        first = page.window.start
        for block in self.blocks(page):
            evidence = tuple(self.judge(block, page))
            if evidence:
                found[block.index - first].append(finding(evidence))

    def evidence(self, weight: float, reason: str) -> Evidence:
        """Evidence of `weight` nats for this rule's role; negative: against it."""
        return Evidence(self.name, self.role, weight, reason)


class FittedRule(Rule):
    """A built-in rule: it says what it sees, and `weights.toml` says what that is worth for which role.

    `role` is the role that it mainly speaks of; what it sees may be evidence for others too.
    """

    longest: ClassVar[int] = 1_000_000_000
    """Words of the longest block in which the rule sees anything: longer ones are not looked at."""

    front: ClassVar[bool] = False
    """Whether the rule sees something only in the page's `front`: not below the first lines of the body."""

    @cached_property
    def _table(self) -> Findings:
        """What each reason is worth: a subclass of a built-in rule has the weights of that."""
        weights = default_weights()
        names = (ancestor.__name__ for ancestor in type(self).__mro__)
        return weights.of_rule(next((name for name in names if name in weights.evidence), ""), self.name)

    def blocks(self, page: Page) -> Sequence[Block]:
        """Those that are not too long for the rule; prose next to prose is left to `PlainProse`."""
        return page.telling(self.longest, front=self.front)

    def narrow(self, page: Page) -> Sequence[Block]:
        """Those of its `blocks` in which the rule, as it stands, may see something; for most rules all of them.

        A subclass that looks or judges by itself is asked about all `blocks`.
        """
        return self.blocks(page)

    @cached_property
    def _narrows(self) -> bool:
        """Whether `narrow` was made for what the rule looks at, and not for what a subclass of it does."""
        looks, narrows = (
            next(kind for kind in type(self).__mro__ if name in vars(kind)) for name in ("observe", "narrow")
        )
        return issubclass(narrows, looks)

    @abc.abstractmethod
    def observe(self, block: Block, page: Page) -> Iterator[str]:
        """What is to be seen, each in the words under which `weights.toml` has its weights."""

    def judge(self, block: Block, page: Page) -> Iterable[Evidence]:
        findings = filter(None, map(self._table.__getitem__, self.observe(block, page)))
        return [evidence for found in findings for evidence in found.evidence]

    def find(self, page: Page, found: Sequence[list[Finding]]) -> None:
        if type(self).judge is not FittedRule.judge:  # a subclass that judges by itself
            super().find(page, found)
            return
        first, known, observe = page.window.start, self._table.__getitem__, self.observe
        for block in self.narrow(page) if self._narrows else self.blocks(page):
            for reason in observe(block, page):
                worth = known(reason)
                if worth is not None:
                    found[block.index - first].append(worth)  # looked up here, as in most blocks nothing is seen


class GlanceRule(FittedRule):
    """A built-in rule that sees only a few facts of few values each: what they are worth is put together once for
    every combination that comes, not for every block.

    It pays where most combinations come again: nine in ten do on pages that the rule has not met yet. Four kinds of
    neighbours, say, are too many: half of their combinations are new.
    """

    @abc.abstractmethod
    def glance(self, block: Block, page: Page) -> tuple[Hashable, ...]:
        """The facts: all that `say` needs."""

    @abc.abstractmethod
    def say(self, facts: Any) -> Iterator[str]:
        """What is to be seen in these facts."""

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        return self.say(self.glance(block, page))

    @cached_property
    def _worth(self) -> Callable[[tuple[Hashable, ...]], Finding]:
        return lru_cache(maxsize=MOST_GLANCES)(
            lambda facts: together(filter(None, map(self._table.__getitem__, self.say(facts))))
        )

    def __getstate__(self) -> dict[str, Any]:
        """Without the worth of combinations, which another process finds out anew."""
        return {name: value for name, value in self.__dict__.items() if name != "_worth"}

    def find(self, page: Page, found: Sequence[list[Finding]]) -> None:
        kind = type(self)
        if kind.observe is not GlanceRule.observe or kind.judge is not FittedRule.judge:
            super().find(page, found)  # a subclass that looks or judges by itself
            return
        first, glance, worth = page.window.start, self.glance, self._worth
        for block in self.blocks(page):
            found[block.index - first].append(worth(glance(block, page)))


MOST_GLANCES = 4096
"""Combinations of facts whose worth a rule keeps."""


def between_prose(block: Block, page: Page) -> bool:
    """Whether the lines above and below a block are prose."""
    index = block.index
    return 0 < index < len(page.blocks) - 1 and page.prose[index - 1] and page.prose[index + 1]
