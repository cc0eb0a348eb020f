"""Is the time of a parse linear in the length of the text, on the nastiest text? `python -m tests.benchmarks.linear`.

Each family of `tests/nasty.py`, and one of near-misses of every pattern, is doubled from 10 kB to 10 MB, in a process
of its own. The exponent is the slope of log processor time over log length, least squares over the sizes that take
long enough to be measured: 1 is linear. A family is not doubled further once one parse takes longer than `--budget`.
"""

from __future__ import annotations

import argparse
import gc
import itertools
import math
import resource
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from fnmatch import fnmatch

import attrs

import newsparse
from tests.backtracking import alphabet, example, parsed
from tests.nasty import FAMILIES, HEADER, PROSE, until
from tests.test_patterns import PATTERNS

SMALLEST, LARGEST = 10_000, 10_240_000
MEASURABLE = 0.02
"""Seconds below which a parse says little of the exponent."""
ALLOWED = 1.1


def near_misses(joiner: str) -> Callable[[int], str]:
    """What each pattern matches but for its last character, below a headline and prose."""
    pieces = []
    for pattern in PATTERNS.values():
        pieces.append(example(parsed(pattern), pattern.flags, alphabet(pattern))[:-1] + joiner)
    opening = f"{HEADER}\n\n{PROSE}\n\n"
    return lambda size: until(size, itertools.chain([opening], itertools.cycle(pieces)))


ALL = {
    **FAMILIES,
    "near-misses of every pattern, on lines": near_misses("\n"),
    "near-misses of every pattern, in one line": near_misses(" "),
    "near-misses of every pattern, without spaces": near_misses(""),
}


@attrs.frozen
class Measured:
    """What a family took."""

    sizes: tuple[int, ...]
    """Characters."""
    seconds: tuple[float, ...]
    """Processor time of one parse, for each size."""
    peak: int
    """Bytes of memory at most, less what the process took before."""

    @property
    def exponent(self) -> float:
        """The slope of log time over log length."""
        long = [(size, time) for size, time in zip(self.sizes, self.seconds, strict=True) if time >= MEASURABLE]
        points = long if len(long) >= 4 else list(zip(self.sizes, self.seconds, strict=True))[-4:]
        return slope([math.log(size) for size, _ in points], [math.log(time) for _, time in points])


def slope(x: Sequence[float], y: Sequence[float]) -> float:
    """Of the line through points with the least squares."""
    x_mean, y_mean = sum(x) / len(x), sum(y) / len(y)
    return sum((a - x_mean) * (b - y_mean) for a, b in zip(x, y, strict=True)) / sum((a - x_mean) ** 2 for a in x)


def measure(name: str, largest: int, budget: float) -> Measured:
    """Parse a family, ever longer."""
    newsparse.parse(ALL[name](SMALLEST))  # what is made once
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sizes: list[int] = []
    seconds: list[float] = []
    size = SMALLEST
    while size <= largest and not (seconds and seconds[-1] > budget):
        text = ALL[name](size)
        best = math.inf
        for _ in range(3):
            gc.collect()
            start = time.process_time()
            newsparse.parse(text)
            best = min(best, time.process_time() - start)
            if best > 1:
                break
        sizes.append(len(text))
        seconds.append(best)
        size *= 2
    return Measured(tuple(sizes), tuple(seconds), 1024 * (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", default=["*"], help="families, as shell patterns; all if none is named")
    parser.add_argument("--largest", type=int, default=LARGEST, help="characters of the largest text")
    parser.add_argument("--budget", type=float, default=60, help="seconds of a parse after which a family is left")
    parser.add_argument("--processes", type=int, default=1)
    options = parser.parse_args()
    names = [name for name in ALL if any(fnmatch(name, wanted) for wanted in options.names)]
    steep = []
    with ProcessPoolExecutor(options.processes, max_tasks_per_child=1) as pool:
        futures = {name: pool.submit(measure, name, options.largest, options.budget) for name in names}
        for name, future in futures.items():
            found = future.result()
            last, exponent = found.sizes[-1], found.exponent
            steep += [name] if exponent > ALLOWED else []
            print(
                f"{name:46} to {last / 1e6:6.2f} MB, {found.seconds[-1] / last * 1e9:7.0f} ns and "
                f"{found.peak / last:5.0f} bytes a character, exponent {exponent:5.2f}"
                f"{' <--' if exponent > ALLOWED else ''}",
                flush=True,
            )
    print(f"{len(names)} families, {len(steep)} above {ALLOWED}: {', '.join(steep) or 'none'}")


if __name__ == "__main__":
    main()
