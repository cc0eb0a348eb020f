"""Time a page of newsparse against trafilatura on the same NewsBench pages' HTML, and against one pass of `\\w+`."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Any

import newsparse
from tests.fitting.data import dev_pages, scorer


def microseconds(run: Callable[[dict[str, Any]], object], pages: list[dict[str, Any]]) -> float:
    """A page, on average, of the faster of two rounds."""
    rounds = []
    for _ in range(2):
        start = time.perf_counter()
        for page in pages:
            run(page)
        rounds.append(time.perf_counter() - start)
    return 1e6 * min(rounds) / len(pages)


def main() -> None:
    pages = dev_pages()
    word = re.compile(r"\w+")
    html = {page["id"]: scorer().page_html(page) for page in pages}
    floor = microseconds(lambda page: word.findall(page["text"]["main"]), pages)
    rows = {
        "floor (one pass of \\w+), main": floor,
        "newsparse, main": microseconds(lambda page: newsparse.parse(page["text"]["main"]), pages),
        "newsparse, full": microseconds(lambda page: newsparse.parse(page["text"]["full"]), pages),
    }
    try:
        import trafilatura
    except ImportError:
        print("trafilatura is not installed: left out")
    else:
        rows["trafilatura, HTML"] = microseconds(lambda page: trafilatura.extract(html[page["id"]]), pages)
    for name, spent in rows.items():
        print(f"{name:34} {spent:9.0f} µs a page, {spent / floor:7.1f} times the floor")
    if "trafilatura, HTML" in rows:
        print(
            f"trafilatura takes {rows['trafilatura, HTML'] / rows['newsparse, main']:.1f} times as long as newsparse on main"
        )


if __name__ == "__main__":
    main()
