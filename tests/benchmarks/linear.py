"""Is the time of a parse linear in the length of the text, on the nastiest text? Prints the exponent for each family.

Each family's text is doubled four times; the exponent is the slope of log time over log length. 1 is linear.
"""

from __future__ import annotations

import argparse
import math
import time

import newsparse

FAMILIES = {
    "one endless line": "x",
    "one line of words": "word ",
    "blank lines": "\n",
    "lines": "a line\n",
    "bullets": "• \n",
    "bullet items": "• item of a list\n",
    "colons": "::::",
    "quotes": '"',
    "credits in a row": "Foto: ",
    "credit lines": "Foto: dpa\n",
    "capitalised words": "Aaa Bbb ",
    "names": "By Jane Doe\n",
    "digits and dots": "1.2.",
    "dates": "3 May 2024, 10:21\n",
    "months in one line": "may 3 ",
    "nested indentation": "  " * 20 + "- a\n",
    "mixed scripts": "aя中ب ",
    "combining marks": "a\u0301\u0301",
    "bold that never ends": "**a ",
    "links that never end": "[a](",
    "underscores": "_a ",
    "parentheses": "(a ",
    "slashes": "a / b | ",
    "prose": "The new bridge over the harbour was opened on Friday, and many came to walk across it in the sun.\n\n",
    "questions and answers": "Is this a question that anybody asks?\n\nIt is, and here is the answer to it, which is longer than that.\n\n",
    "wrapped lines": "this is a line of text that some old mail program has wrapped at a column\n",
}


def seconds(text: str) -> float:
    """The shortest of three parses."""
    best = math.inf
    for _ in range(3):
        start = time.perf_counter()
        newsparse.parse(text)
        best = min(best, time.perf_counter() - start)
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smallest", type=int, default=50_000, help="characters of the smallest text")
    parser.add_argument("--doublings", type=int, default=4)
    smallest, doublings = (options := parser.parse_args()).smallest, options.doublings
    newsparse.parse("warm up")
    for name, unit in FAMILIES.items():
        sizes = [smallest * 2**n for n in range(doublings + 1)]
        times = [seconds(unit * (size // len(unit))) for size in sizes]
        exponent = math.log(times[-1] / times[0]) / math.log(sizes[-1] / sizes[0])
        print(f"{name:26} {times[-1] / sizes[-1] * 1e9:8.0f} ns a character, exponent {exponent:5.2f}", flush=True)


if __name__ == "__main__":
    main()
