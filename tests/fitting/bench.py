"""NewsBench: its reference pages, its scorer, and which pages go together when some are left out."""

from __future__ import annotations

import hashlib
import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs

BENCH = Path(__file__).resolve().parents[3] / "shared" / "newsbench"


def scorer() -> ModuleType:
    """NewsBench's own scorer."""
    spec = importlib.util.spec_from_file_location("newsbench_score", BENCH / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@attrs.frozen
class Partition:
    """Which publishers are left out together: by the hash of their name, so that it never changes; with something
    before the name, another partition."""

    folds: int
    before: str = ""

    def fold_of(self, group: str) -> int:
        """The fold of a publisher."""
        return int(hashlib.sha256(f"{self.before}{group}".encode()).hexdigest(), 16) % self.folds


def group_of(url: str) -> str:
    """The publisher of a page: the name in its address without country endings, so that sister sites go together."""
    host = url.rsplit("//", maxsplit=1)[-1].split("/", maxsplit=1)[0].lower().removeprefix("www.")
    labels = [label for label in host.split(".") if label not in ("com", "co", "org", "net", "de", "at", "ch", "uk")]
    name = max(labels, key=len) if labels else host
    return "euronews" if "euronews" in host else name


def dev_pages() -> list[dict[str, Any]]:
    """NewsBench's reference pages, with the scorer's normalised reference in `_gold`."""
    pages: list[dict[str, Any]] = scorer().load(BENCH / "dev")
    return pages
