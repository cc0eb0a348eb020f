"""The weights of the built-in rules and of the outline: read from `weights.toml`, the one place where they are."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import chain

import attrs

from newsparse.article import Evidence, Role
from newsparse.data import read_data

ROLES = tuple(Role)
"""The order of roles in a `Finding`'s worth."""


PRECISION = 1_000_000
"""Parts of a nat in which worth is counted."""
MOST = 1e6
"""Nats beyond which more evidence makes no difference."""
LANES = struct.Struct(f"<{len(ROLES)}q")
SIGNS = sum(1 << (64 * number + 63) for number in range(len(ROLES)))


@attrs.frozen
class Finding:
    """Evidence that goes together, and its worth: the sum for every role, packed into one number."""

    evidence: tuple[Evidence, ...]
    worth: int


def finding(evidence: Iterable[Evidence]) -> Finding:
    """The finding that some evidence makes; raises `ValueError` for a weight that is not a number."""
    every = tuple(evidence)
    return Finding(every, sum(pack(found) for found in every))


def together(findings: Iterable[Finding]) -> Finding:
    """Several findings as one."""
    every = tuple(findings)
    return Finding(tuple(chain.from_iterable([found.evidence for found in every])), sum(found.worth for found in every))


def pack(evidence: Evidence) -> int:
    """One number with the evidence's weight, in millionths of a nat, at the place of its role: 64 bits for each.

    The numbers of a block's two dozen findings add up role by role at one go. Sums of eleven floats each took four
    times as long; and whole numbers add up to the same in any order of the rules.
    """
    if evidence.weight != evidence.weight:
        raise ValueError(f"the weight of evidence must be a number, got {evidence!r}")
    return round(max(-MOST, min(MOST, evidence.weight)) * PRECISION) << 64 * ROLES.index(evidence.role)


def unpack(worth: int) -> tuple[int, ...]:
    """What a sum of packed numbers is for each of `ROLES`, in millionths of a nat."""
    # with the highest bit of every place added no place borrows from the next; taken off again, it leaves the sign
    return LANES.unpack(((worth + SIGNS) ^ SIGNS).to_bytes(LANES.size, "little"))


ONES = SIGNS >> 63
"""A one at the place of every role."""


def from_least(worth: int, least: int) -> int:
    """The roles for which a sum of packed numbers is `least` or more, as one number: the highest bit at the place of
    each. All are compared at one go."""
    return (worth + SIGNS - least * ONES) & SIGNS


def roles_of(roles: int) -> frozenset[int]:
    """Such roles one by one, by their place in `ROLES`."""
    return frozenset(number for number in range(len(ROLES)) if roles >> (64 * number + 63) & 1)


class Findings(dict[str, "Finding | None"]):
    """What each reason of a rule is worth, put together when the reason is first given: most never are, and to put
    together all of them takes 20 ms. A reason without weights is worth nothing: None."""

    def __init__(self, rule: str, weights: Mapping[str, Mapping[str, float]]) -> None:
        super().__init__()
        self._rule = rule
        self._weights = weights

    def __missing__(self, reason: str) -> Finding | None:
        roles = self._weights.get(reason)
        if roles is None:
            return None  # and not kept: a rule may say anything
        found = finding(Evidence(self._rule, Role(role), weight, reason) for role, weight in roles.items())
        self[reason] = found
        return found


@attrs.frozen(eq=False)  # told apart by identity, so that what is made of a set of weights can be kept
class Weights:
    """Numbers in nats."""

    title: Mapping[str, float]
    """By trait: what it is worth for a line as the page's headline."""
    lead: Mapping[str, float]
    """By trait: what it is worth for a line as the page's lead, or for the page to have none."""
    end: Mapping[str, float]
    """By trait: what it is worth for a block as the article's last paragraph."""
    evidence: Mapping[str, Mapping[str, Mapping[str, float]]]
    """By rule, reason and role: what it is worth for the role that the rule sees this."""
    inside: Mapping[str, Mapping[str, float]]
    """By role and next role: what that step is worth where either block is in the body."""
    outside: Mapping[str, Mapping[str, float]]
    """The same for steps outside the body."""
    zones: Mapping[str, Mapping[str, float]]
    """By zone and role: what it is worth that a block of the role stands in that zone."""
    moves: Mapping[str, float]
    """What the step from one zone to another is worth, by "<zone> to <zone>"."""
    ended: Mapping[str, Mapping[str, float]] = attrs.field(factory=dict)
    """By how likely the article has ended above a block (`newsparse.survey.choice.LEVEL_NAMES`), and zone: what it is
    worth that the block stands in that zone."""

    def of_rule(self, name: str, shown: str = "") -> Findings:
        """What each reason of the rule called `name` is worth; the evidence bears the name `shown`, if given."""
        return Findings(shown or name, self.evidence.get(name, {}))


@cache
def default_weights() -> Weights:
    """The weights that come with newsparse."""
    return Weights(**read_data("weights.toml"))
