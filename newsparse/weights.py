"""The weights of the built-in rules and of the outline: read from `weights.toml`, the one place where they are."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import attrs

from newsparse.article import Evidence, Role


@attrs.frozen
class Weights:
    """Numbers in nats."""

    title: Mapping[str, float]
    """By trait: what it is worth for a line as the page's headline."""
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

    def of_rule(self, name: str) -> dict[str, tuple[Evidence, ...]]:
        """The evidence that each reason of the rule called `name` gives, made once."""
        return {
            reason: tuple(Evidence(name, Role(role), weight, reason) for role, weight in roles.items())
            for reason, roles in self.evidence.get(name, {}).items()
        }


@cache
def default_weights() -> Weights:
    """The weights that come with newsparse."""
    data = tomllib.loads((files("newsparse") / "weights.toml").read_text(encoding="utf-8"))
    return Weights(**data)
