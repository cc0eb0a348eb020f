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
    """Numbers in nats. `evidence[rule][reason][role]`; `transitions[role][next role]`; `zones[zone][role]`."""

    evidence: Mapping[str, Mapping[str, Mapping[str, float]]]
    transitions: Mapping[str, Mapping[str, float]]
    zones: Mapping[str, Mapping[str, float]]

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
    return Weights(data["evidence"], data["transitions"], data["zones"])
