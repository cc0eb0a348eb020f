"""What a rule is."""

from __future__ import annotations

import abc
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Any, ClassVar

from newsparse.article import Evidence, Role
from newsparse.block import Block
from newsparse.checks import instances
from newsparse.page import Page
from newsparse.survey.kinds import ITEM, LONGISH, PROSE, SHORT
from newsparse.weights import Finding, Findings, default_weights, finding, together

ORDINARY = frozenset({PROSE, ITEM, LONGISH, SHORT})
"""The kinds of lines that `newsparse.survey.kinds.kind_of` found neither to be nor to open like a byline, a word to the
reader or a call to read on, nor to say who stands where, as far as they are short enough to be asked. Rules need not
ask them again, which took them a thirtieth of their time."""


class Rule(abc.ABC):
    """Looks at one block of a page and says what speaks for or against a role, how strongly, and why.

    Subclass it, name the `role`, and give evidence in `judge`. A rule holds no state of a page. What it raises comes
    out of `parse` with a note that names the rule and the block.

    >>> from newsparse import Role, Rule
    >>> class Ticker(Rule):
    ...     role = Role.BOILERPLATE
    ...
    ...     def judge(self, block, page):
    ...         if block.text.startswith("+++"):
    ...             yield self.evidence(6.0, "opens with plus signs")
    """

    role: ClassVar[Role]
    """The role that `evidence` speaks of."""

    topical: ClassVar[bool] = False
    """Whether the rule asks which words blocks share. The built-in ones come first, so that the words, which take the
    most memory, are given back before the other rules look."""

    @property
    def name(self) -> str:
        """The name under which the rule's evidence appears: that of its class."""
        return type(self).__name__

    def blocks(self, page: Page) -> Sequence[Block]:
        """The blocks of a page that the rule is asked about: all that may be part of the article.

        Override it to be asked about fewer; of others (`page.blocks` has all) the rule is not asked.
        """
        return page.near

    @abc.abstractmethod
    def judge(self, block: Block, page: Page) -> Iterable[Evidence]:
        """The evidence that `block` gives, seen on its `page`; none where the rule has nothing to say.

        Give it with `yield`, or return a list; `parse` raises `TypeError` for anything but `Evidence`, and
        `ValueError` for a weight that is not a number.
        """

    def find(self, page: Page, found: Sequence[list[Finding]]) -> None:
        """Append what the rule judges of each of its blocks to the list of the block in `found`, one for each of
        `page.near`."""
        first = page.window.start
        for block in within_window(self, self.blocks(page), page):
            try:
                evidence = checked(self.judge(block, page), type(self))
                if evidence:
                    found[block.index - first].append(finding(evidence))
            except Exception as error:
                error.add_note(place_of(self, block))
                raise

    def evidence(self, weight: float, reason: str) -> Evidence:
        """Evidence of `weight` nats for this rule's role; negative: against it."""
        role = getattr(self, "role", None)
        if role is None:
            raise TypeError(
                f"{type(self).__name__} has no role: say `role = Role.BOILERPLATE`, or another, in its class"
            )
        return Evidence(self.name, role, weight, reason)


class FittedRule(Rule):
    """A built-in rule: it says what it sees, and `weights.toml` says what that is worth for which role.

    To change one, subclass that one: the reasons that it has in common with its parent keep their weights. A subclass
    of `FittedRule` itself has none, and is not heard: for a rule of your own, subclass `Rule`.
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
        for block in within_window(self, self.narrow(page) if self._narrows else self.blocks(page), page):
            try:
                for reason in observe(block, page):
                    worth = known(reason)
                    if worth is not None:
                        found[block.index - first].append(worth)  # looked up here, as in most blocks nothing is seen
            except Exception as error:
                error.add_note(place_of(self, block))
                raise


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
        for block in within_window(self, self.blocks(page), page):
            try:
                found[block.index - first].append(worth(glance(block, page)))
            except Exception as error:
                error.add_note(place_of(self, block))
                raise


MOST_GLANCES = 4096
"""Combinations of facts whose worth a rule keeps."""


def between_prose(block: Block, page: Page) -> bool:
    """Whether the lines above and below a block are prose."""
    index = block.index
    return 0 < index < len(page.blocks) - 1 and page.prose[index - 1] and page.prose[index + 1]


def within_window(rule: Rule, blocks: Sequence[Block], page: Page) -> Sequence[Block]:
    """Those of a rule's blocks that may be part of the article; built-in rules ask for no others."""
    if type(rule).blocks.__module__.startswith("newsparse."):
        return blocks
    every = tuple(blocks) if isinstance(blocks, Iterable) else (blocks,)
    if not all(isinstance(block, Block) for block in every):
        raise TypeError(f"{type(rule).__name__}.blocks must return blocks of the page, got {blocks!r}")
    return [block for block in every if block.index in page.window]


def checked(judged: Iterable[Evidence], kind: type[Rule]) -> tuple[Evidence, ...]:
    """What a rule judges; raises `TypeError` unless it is evidence, rightly made."""
    if isinstance(judged, str) or not isinstance(judged, Iterable):
        raise TypeError(f"{kind.__name__}.judge must yield evidence, or return a list of it; it returned {judged!r}")
    every = tuple(judged)
    for found in every:
        if not isinstance(found, Evidence):
            raise TypeError(f"{kind.__name__}.judge must give self.evidence(weight, reason), not {found!r}")
        for name, types, wanted in FIELDS:
            value = getattr(found, name)
            if not isinstance(value, types) or value is True or value is False:
                raise TypeError(f"{kind.__name__}.judge: the {name} of evidence must be {wanted}, got {value!r}")
    return every


FIELDS = (
    ("rule", str, "a string"),
    ("role", Role, "a newsparse.Role"),
    ("weight", float | int, "a float"),
    ("reason", str, "a string"),
)
"""The fields of evidence, and what may stand in each."""


def place_of(rule: Rule, block: Block) -> str:
    """Where a rule has raised."""
    return f"rule {rule.name}, asked about block {block.index}: {block.text[:80]!r}"


def usable(rules: Iterable[Rule], what: str) -> tuple[Rule, ...]:
    """The rules that are given as `what`; raises `TypeError` unless all are rules whose evidence can be told."""
    every = instances(rules, Rule, what)  # type: ignore[type-abstract]
    for rule in every:
        check_rule(rule)
    return every


def check_rule(rule: Rule) -> None:
    """Raise `TypeError` that names what is wrong with a rule, if its evidence could not be told."""
    kind, role = type(rule).__name__, getattr(rule, "role", None)
    if role is not None and not isinstance(role, Role):
        raise TypeError(f"{kind}.role must be a newsparse.Role, such as Role.BOILERPLATE, got {role!r}")
    if not isinstance(rule.name, str):
        raise TypeError(f"{kind}.name must be a string, got {rule.name!r}")
