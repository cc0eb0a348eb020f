"""What a publisher's profile is, and how a page's publisher is recognised."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import ClassVar

from newsparse.article import Evidence, Role
from newsparse.block import Block
from newsparse.page import Page
from newsparse.plugins import plugged_in
from newsparse.rules.base import Rule


class Publisher:
    """The quirks of one publisher's pages. Subclass it and set what differs."""

    name: ClassVar[str]
    """The name that `Article.publisher` has and `parse(publisher=...)` takes."""
    recognised_by: ClassVar[tuple[str, ...]] = ()
    """Strings that stand in the publisher's own lines (legal notes, calls to follow it) and on no other site."""
    kicker_before_colon: ClassVar[bool] = False
    """Whether the kicker is the headline's part before its first colon."""
    caption_tails: ClassVar[tuple[str, ...]] = ()
    """What stands behind captions and belongs to the page, not to the caption."""
    signature: ClassVar[re.Pattern[str] | None] = None
    """A sign-off line of the publisher; its first group is the signature."""
    rules: ClassVar[tuple[Rule, ...]] = ()
    """Rules that hold on the publisher's pages only; they are added to the parser's."""

    @cached_property
    def all_rules(self) -> tuple[Rule, ...]:
        """The profile's rules, with one for its sign-off if it has a pattern for that."""
        return self.rules if self.signature is None else (*self.rules, PublisherSignature(self.signature))

    def __repr__(self) -> str:
        return f"<publisher {getattr(self, 'name', '?')}>"


def check(publisher: Publisher) -> None:
    """Raise `TypeError` that names the attribute of a profile that would not work, or fit any page."""
    profile = type(publisher).__name__
    if not isinstance(getattr(publisher, "name", None), str) or not publisher.name:
        raise TypeError(f"{profile}.name must be a string: the publisher's name in Article.publisher")
    for attribute in ("recognised_by", "caption_tails"):
        strings = getattr(publisher, attribute)
        # a string is a sequence of its letters, one of which is on every page
        if not isinstance(strings, tuple | list) or not all(isinstance(each, str) and each for each in strings):
            raise TypeError(f"{profile}.{attribute} must be a tuple of strings that are not empty, got {strings!r}")
    signature = publisher.signature
    if signature is not None and not isinstance(signature, re.Pattern):
        raise TypeError(f"{profile}.signature must be a pattern of re.compile(), got {signature!r}")
    for rule in publisher.rules:
        if not isinstance(rule, Rule):
            raise TypeError(f"{profile}.rules must be instances of newsparse.Rule, got {rule!r}")


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
    """Publishers by name: those given, those of installed packages, and those of newsparse."""

    def __init__(self, extra: Iterable[Publisher] = ()) -> None:
        self._by_name: dict[str, Publisher] = {}
        for publisher in (*known_publishers(), *extra):
            if not isinstance(publisher, Publisher):
                raise TypeError(f"publishers must be instances of newsparse.Publisher, got {publisher!r}")
            check(publisher)
            self._by_name[publisher.name] = publisher

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

    return (NewsDe(), *plugged_in("newsparse.publishers"))
