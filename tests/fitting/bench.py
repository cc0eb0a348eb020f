"""NewsBench: its reference pages, its scorer, and which pages go together when some are left out."""

from __future__ import annotations

import hashlib
import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

BENCH = Path(__file__).resolve().parents[3] / "shared" / "newsbench"


def scorer() -> ModuleType:
    """NewsBench's own scorer."""
    spec = importlib.util.spec_from_file_location("newsbench_score", BENCH / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def fold_of(group: str, folds: int) -> int:
    """The fold of a publisher: by hash, so that it never changes."""
    return int(hashlib.sha256(group.encode()).hexdigest(), 16) % folds


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
