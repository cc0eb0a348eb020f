"""What a rule is."""

from __future__ import annotations

import abc
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import ClassVar

from newsparse.article import Evidence, Role
from newsparse.block import Block
from newsparse.page import Page
from newsparse.weights import default_weights


class Rule(abc.ABC):
    """Looks at one block of a page and says what speaks for or against a role, how strongly, and why.

    Subclass it, name the `role`, and give evidence in `judge`. A rule holds no state of a page.
    """

    role: ClassVar[Role]

    @property
    def name(self) -> str:
        """The name under which the rule's evidence appears: that of its class."""
        return type(self).__name__

    @abc.abstractmethod
    def judge(self, block: Block, page: Page) -> Iterable[Evidence]:
        """The evidence that `block` gives, seen on its `page`; none where the rule has nothing to say."""

    def evidence(self, weight: float, reason: str) -> Evidence:
        """Evidence of `weight` nats for this rule's role; negative: against it."""
        return Evidence(self.name, self.role, weight, reason)


class FittedRule(Rule):
    """A built-in rule: it says what it sees, and `weights.toml` says what that is worth for which role.

    `role` is the role that it mainly speaks of; what it sees may be evidence for others too.
    """

    longest: ClassVar[int] = 1_000_000_000
    """Words of the longest block in which the rule sees anything: longer ones are not looked at."""

    @cached_property
    def _table(self) -> dict[str, tuple[Evidence, ...]]:
        return default_weights().of_rule(self.name)

    def see(self, block: Block, page: Page) -> Iterable[str]:
        """What is to be seen of a block that is not too long for the rule."""
        return self.observe(block, page) if block.words <= self.longest else ()

    @abc.abstractmethod
    def observe(self, block: Block, page: Page) -> Iterator[str]:
        """What is to be seen, each in the words under which `weights.toml` has its weights."""

    def judge(self, block: Block, page: Page) -> Iterable[Evidence]:
        if block.words > self.longest:
            return ()
        found: list[Evidence] = []
        for reason in self.observe(block, page):
            found += self._table.get(reason, ())
        return found
