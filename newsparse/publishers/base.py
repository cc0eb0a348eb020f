"""What a publisher's profile is, and how a page's publisher is recognised."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import ClassVar

from newsparse.article import Evidence, Role
from newsparse.block import Block
from newsparse.checks import instances
from newsparse.page import Page
from newsparse.plugins import plugged_in
from newsparse.rules.base import Rule, usable


class Publisher:
    """The quirks of one publisher's pages. Subclass it and set what differs.

    An instance goes to `Parser(publishers=[...])`, where what is set wrongly raises `TypeError` or `ValueError`.
    """

    name: ClassVar[str]
    """The name that `Article.publisher` has and `parse(publisher=...)` takes."""
    recognised_by: ClassVar[tuple[str, ...]] = ()
    """Strings that stand in the publisher's own lines (legal notes, calls to follow it) and on no other site."""
    kicker_before_colon: ClassVar[bool] = False
    """Whether the kicker is the headline's part before its first colon."""
    caption_tails: ClassVar[tuple[str, ...]] = ()
    """What stands behind captions and belongs to the page, not to the caption."""
    signature: ClassVar[re.Pattern[str] | None] = None
    """A sign-off line of the publisher, of at most six words below the first paragraph; its first group that matches,
    or all that it finds if it has none, is the signature."""
    rules: ClassVar[tuple[Rule, ...]] = ()
    """Rules that hold on the publisher's pages only; they are added to the parser's."""

    @cached_property
    def all_rules(self) -> tuple[Rule, ...]:
        """The profile's rules, with one for its sign-off if it has a pattern for that."""
        return self.rules if self.signature is None else (*self.rules, PublisherSignature(self.signature))

    def __repr__(self) -> str:
        return f"<publisher {getattr(self, 'name', '?')}>"


class PublisherSignature(Rule):
    """The publisher's own sign-off stands below the prose."""

    role = Role.SIGNATURE
    WEIGHT = 6.0
    LONGEST = 6

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern

    def judge(self, block: Block, page: Page) -> Iterator[Evidence]:
        """Evidence for a short line below the prose that the pattern matches."""
        if block.words <= self.LONGEST and block.index > page.body_start and self.pattern.search(block.text):
            yield self.evidence(self.WEIGHT, "the publisher's sign-off")


class Publishers(Mapping[str, Publisher]):
    """Publishers by name: those given, those of installed packages, and those of newsparse.

    Of two with the same name, or with strings on the same page, the first in this order is taken; of those given, the
    last.
    """

    def __init__(self, extra: Iterable[Publisher] = ()) -> None:
        self._by_name: dict[str, Publisher] = {}
        for publisher in (*reversed(checked(extra)), *known_publishers()):
            self._by_name.setdefault(publisher.name, publisher)

    def __getitem__(self, name: str) -> Publisher:
        return self._by_name[name]

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._by_name))

    def __len__(self) -> int:
        return len(self._by_name)

    def named(self, name: str) -> Publisher:
        """The publisher with that name; raises `ValueError` that lists the known ones."""
        if not isinstance(name, str) or name not in self._by_name:
            raise ValueError(f"unknown publisher {name!r}: known are {', '.join(self)}")
        return self._by_name[name]

    def recognise(self, blocks: Sequence[Block]) -> Publisher | None:
        """The publisher whose own lines stand among `blocks`, or None. Only short lines are looked at."""
        every = "\n".join([block.text for block in blocks])  # most pages have none of the strings, told at one go
        for publisher in self._by_name.values():
            for mark in publisher.recognised_by:
                if mark in every and any(block.words <= 40 and mark in block.text for block in blocks):
                    return publisher
        return None


@cache
def known_publishers() -> tuple[Publisher, ...]:
    """The profiles of newsparse, and of installed packages (entry-point group `newsparse.publishers`)."""
    from newsparse.publishers.news_de import NewsDe

    return (*plugged_in("newsparse.publishers", Publisher, check_publisher), NewsDe())


def checked(given: Iterable[Publisher]) -> tuple[Publisher, ...]:
    """The publishers that are given; raises `TypeError` or `ValueError` naming the attribute of one that is wrong."""
    every = instances(given, Publisher, "publishers")
    for publisher in every:
        check_publisher(publisher)
    return every


def check_publisher(publisher: Publisher) -> None:
    """Raise `TypeError` or `ValueError` that names an attribute of a profile that is wrong, if there is one."""
    kind = type(publisher).__name__
    name = getattr(publisher, "name", None)
    if not isinstance(name, str) or not name:
        raise TypeError(f"{kind}.name must be a string that names the publisher, got {name!r}")
    for attribute in ("recognised_by", "caption_tails"):
        strings = getattr(publisher, attribute)
        if isinstance(strings, str):  # its letters would be taken one by one
            raise TypeError(f"{kind}.{attribute} must be a tuple of strings, got a string; write ({strings!r},)")
        if not isinstance(strings, tuple | list) or not all(isinstance(one, str) for one in strings):
            raise TypeError(f"{kind}.{attribute} must be a tuple of strings, got {strings!r}")
        if not all(map(str.strip, strings)):
            raise ValueError(f"{kind}.{attribute} has an empty string, which stands in every line")
    pattern = publisher.signature
    if pattern is not None and not (isinstance(pattern, re.Pattern) and isinstance(pattern.pattern, str)):
        raise TypeError(f"{kind}.signature must be re.compile(r'…'), got {pattern!r}")
    usable(publisher.rules, f"{kind}.rules")
