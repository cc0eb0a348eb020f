"""What a page costs, beside other extractors, in one run on the same pages: `python -m tests.benchmarks.speed`.

The pages are those of NewsBench, read from beside the repository. newsparse reads their text (`main`: the main
content, `full`: with menus and footers), the others their HTML. Every engine parses every page in each round, in
turn, so that whatever else the machine does meets all alike; each engine's fastest round counts. Times are processor
time of one process on one core. Import time and first call are each taken in fresh processes, the fastest of five.
"""

from __future__ import annotations

import argparse
import re
import statistics
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable
from typing import Any

import newsparse
from tests.fitting.bench import dev_pages, scorer

PageOf = dict[str, Any]
WORD = re.compile(r"\w+")
FLOOR, MAIN, FULL = "one pass of \\w+ over main (the floor)", "newsparse, main", "newsparse, full"
TRAFILATURA = "trafilatura, from HTML"

IMPORT = "import time; s = time.process_time(); import {module}; print(time.process_time() - s)"
FIRST = (
    "import sys, time; text = sys.stdin.read(); import newsparse; "
    "s = time.process_time(); newsparse.parse(text); print(time.process_time() - s)"
)


def engines(pages: list[PageOf]) -> dict[str, Callable[[PageOf], object]]:
    """What is timed, by name; of the other extractors those that are installed."""
    html = {page["id"]: scorer().page_html(page) for page in pages}
    found: dict[str, Callable[[PageOf], object]] = {
        FLOOR: lambda page: WORD.findall(page["text"]["main"]),
        MAIN: lambda page: newsparse.parse(page["text"]["main"]),
        FULL: lambda page: newsparse.parse(page["text"]["full"]),
    }
    try:
        from resiliparse.extract.html2text import extract_plain_text
        from resiliparse.parse.html import HTMLTree
    except ImportError:
        print("resiliparse is not installed: left out")
    else:
        found["resiliparse, main from HTML"] = lambda page: extract_plain_text(
            HTMLTree.parse(html[page["id"]]), main_content=True
        )
    try:
        import trafilatura
    except ImportError:
        print("trafilatura is not installed: left out")
    else:
        found[TRAFILATURA] = lambda page: trafilatura.extract(html[page["id"]])
    try:
        from newspaper import Article
    except ImportError:
        print("newspaper4k is not installed: left out")
    else:

        def newspaper(page: PageOf) -> None:
            # without the pictures, which it would load from the net
            article = Article("https://example.org/", fetch_images=False, language="en")
            article.download(input_html=html[page["id"]])
            article.parse()

        found["newspaper4k, from HTML"] = newspaper
    return found


def microseconds(run: Callable[[PageOf], object], pages: list[PageOf]) -> float:
    """A page, on average."""
    start = time.process_time()
    for page in pages:
        run(page)
    return 1e6 * (time.process_time() - start) / len(pages)


def peak_memory(pages: list[PageOf], kind: str) -> tuple[int, float]:
    """Most bytes that the parse of one page holds at once, and on the median page, how many times its UTF-8 text."""
    peaks, shares = [], []
    for page in pages:
        text = page["text"][kind]
        tracemalloc.start()
        newsparse.parse(text)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        shares.append(peaks[-1] / max(1, len(text.encode())))
    return max(peaks), statistics.median(shares)


def fresh(code: str, text: str = "") -> float:
    """The milliseconds that a fresh process prints, of the fastest of five."""
    command = [sys.executable, "-c", code]
    printed = [subprocess.run(command, input=text, capture_output=True, text=True, check=True) for _ in range(5)]
    return 1000 * min(float(process.stdout) for process in printed)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--pages", type=int, help="how many pages; all unless told otherwise")
    options = parser.parse_args()
    pages = dev_pages()[: options.pages]
    runs = engines(pages)
    for run in runs.values():  # what each makes on its first page of a kind
        microseconds(run, pages[:20])
    rounds: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(options.rounds):
        for name, run in runs.items():
            rounds[name].append(microseconds(run, pages))
    spent = {name: min(times) for name, times in rounds.items()}

    print(f"\n{len(pages)} pages, fastest of {options.rounds} rounds\n")
    print(f"| {'':40} | µs a page | times the floor | times newsparse on main | pages a second a core |")
    print(f"| {'-' * 40} | --- | --- | --- | --- |")
    for name, micros in spent.items():
        print(
            f"| {name:40} | {micros:,.0f} | {micros / spent[FLOOR]:.1f} | {micros / spent[MAIN]:.2f} | {1e6 / micros:,.0f} |"
        )
    print()
    for kind in ("main", "full"):
        most, share = peak_memory(pages, kind)
        print(
            f"peak memory of a parse, {kind}: {most / 1e6:.1f} MB at most, {share:.0f} times the text on the median page"
        )
    print(f"import newsparse: {fresh(IMPORT.format(module='newsparse')):.0f} ms")
    longest = max((page["text"]["main"] for page in pages), key=len)
    for name, text in (("one line", "Bridge opens"), ("the longest page of main", longest)):
        print(f"first call, {name}: {fresh(FIRST, text):.0f} ms")


if __name__ == "__main__":
    main()
