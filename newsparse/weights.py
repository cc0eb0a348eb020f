"""The weights of the built-in rules and of the outline: read from `weights.toml`, the one place where they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

import attrs

from newsparse.article import Evidence, Role
from newsparse.data import read_data

ROLES = tuple(Role)
"""The order of roles in a `Finding`'s worth."""


@attrs.frozen
class Finding:
    """Evidence that goes together, and its sum for each role in the order of `ROLES`."""

    evidence: tuple[Evidence, ...]
    worth: tuple[float, ...]


def finding(evidence: Iterable[Evidence]) -> Finding:
    """The finding that some evidence makes."""
    every = tuple(evidence)
    return Finding(every, tuple(sum(found.weight for found in every if found.role is role) for role in ROLES))


@attrs.frozen
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

    def of_rule(self, name: str, shown: str = "") -> dict[str, Finding]:
        """What each reason of the rule called `name` is worth; the evidence bears the name `shown`, if given."""
        return {
            reason: finding(Evidence(shown or name, Role(role), weight, reason) for role, weight in roles.items())
            for reason, roles in self.evidence.get(name, {}).items()
        }


@cache
def default_weights() -> Weights:
    """The weights that come with newsparse."""
    return Weights(**read_data("weights.toml"))
