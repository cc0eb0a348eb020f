"""`newsparse corpus` on one core and on all: pages a second, and memory: `python -m tests.benchmarks.corpus`.

The pages are the project's own cases, over and over, as JSON Lines. Memory is the most that the main process or any
worker held, for a corpus and for one four times as large: it must not grow with the corpus.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.shapes import PAGES


def write_pages(path: Path, count: int) -> int:
    """So many pages; their size in bytes."""
    with path.open("w", encoding="utf-8") as file:
        for number, page in enumerate(itertools.islice(itertools.cycle(PAGES), count)):
            file.write(json.dumps({"id": str(number), "text": page}) + "\n")
    return path.stat().st_size


RUN = """
import resource, sys
from newsparse.corpus import Settings, parse_corpus
if __name__ == "__main__":
    pages, target, processes = sys.argv[1:]
    summary = parse_corpus([pages], target, Settings(keep=("id",)), processes=int(processes))
    assert summary.errors == 0
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    workers = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(summary.rows, own, workers)
"""


def run(folder: Path, pages: Path, processes: int, number: int) -> tuple[float, float, int, int]:
    """Pages a second by the clock, pages a second of processor time, and KiB of main process and worker."""
    script = folder / "run.py"
    script.write_text(RUN, encoding="utf-8")
    command = [sys.executable, str(script), str(pages), str(folder / f"out{number}"), str(processes)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    clock = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    rows, own, worker = map(int, printed.split())
    return rows / clock, rows / spent, own, worker


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=8000)
    options = parser.parse_args()
    cores = os.cpu_count() or 1
    print("| processes | pages | pages a second | a second of processor time | main process | largest worker |")
    print("| --- | --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        runs = [(1, options.pages), (cores, options.pages), (cores, 4 * options.pages)]
        for number, (processes, count) in enumerate(runs):
            write_pages(folder / "pages.jsonl", count)
            clock, spent, own, worker = run(folder, folder / "pages.jsonl", processes, number)
            print(
                f"| {processes} | {count:,} | {clock:,.0f} | {spent:,.0f} | {own / 1024:.0f} MiB | {worker / 1024:.0f} MiB |",
                flush=True,
            )


if __name__ == "__main__":
    main()
