"""Text quoted as mail programs do it: nearly every line opens with "> ", or ">> " where it was quoted again.

Such text is read as if the marks were not there. Where only some lines have them, as in Markdown, they mean something.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

import attrs

from newsparse.block import Block
from newsparse.splitting.lines import EDGES
from newsparse.splitting.located import Meant

QUOTED = re.compile(r"[ \t]*+(?:>[ \t]?)++")
"""The marks of a quoted line; of the spaces behind them one goes with each, the rest indent what was quoted."""
MARK = ">"
NEARLY_ALL = 0.9
"""The share of lines with marks from which a text is quoted: above may stand who wrote it, and when."""
FEWEST = 4
"""Lines with marks that make a quoted text."""


@attrs.frozen
class Bare(Meant):
    """A text without the marks that open its lines, and where the lines stand in both."""

    starts: Sequence[int]
    """Where each line begins, in characters."""
    places: Sequence[int]
    """Where each begins in the source, behind its marks."""

    def ends_of(self, blocks: Sequence[Block]) -> Iterator[int]:
        """Where each block ends in the source; the marks of its own lines, and of blank ones above, are in it."""
        for block in blocks:
            line = bisect_right(self.starts, block.end - 1) - 1
            yield self.places[line] + block.end - self.starts[line]


def unquoted(text: str) -> Bare | None:
    """A quoted text without its marks; None for any other, as most are."""
    if text.count(MARK) < FEWEST:
        return None
    # the ends of lines are the same as in `newsparse.splitting.lines.LINE_END`
    lines = text.splitlines(keepends=True)
    marks = [len(found[0]) if MARK in line and (found := QUOTED.match(line)) else 0 for line in lines]
    quoted = len(marks) - marks.count(0)
    if quoted < FEWEST:
        return None
    blank = sum(not mark and not line.strip(EDGES) for line, mark in zip(lines, marks, strict=True))
    if quoted < NEARLY_ALL * (len(lines) - blank):
        return None
    return without_openings(text, lines, marks)


def without_openings(text: str, lines: Sequence[str], marks: Sequence[int]) -> Bare | None:
    """A text, of these lines, without as many characters of each as its mark has; None if nothing is left."""
    bare = [line[mark:] for line, mark in zip(lines, marks, strict=True)]
    plain = "".join(bare)
    if not plain.strip(EDGES):
        return None  # nothing but marks
    starts = [0, *accumulate(map(len, bare))][:-1]
    places = [start + mark for start, mark in zip([0, *accumulate(map(len, lines))], marks, strict=False)]
    return Bare(plain, text, starts, places)
