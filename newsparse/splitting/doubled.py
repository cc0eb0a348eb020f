"""Text whose line ends a program has doubled, as it does that writes "\\r\\n" for each "\\n" twice.

Each line has a blank one below; paragraphs that had a blank line between them have three.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsparse.splitting.lines import Line

FEWEST, OFTEN = 3, 0.05
"""Lines with three or more blank ones above, and their share, from which line ends are doubled: other pages have one or
two such gaps."""


def single(lines: list[Line]) -> list[Line]:
    """The lines; of a text with doubled line ends, with the blank lines that there were."""
    if are_doubled(lines):
        return [line._replace(gap=line.gap // 2) if index else line for index, line in enumerate(lines)]
    return lines


def are_doubled(lines: Sequence[Line]) -> bool:
    """Whether an odd number of blank lines is above every line but the first, and often three or more."""
    wide = 0
    for line in lines[1:]:
        if line.gap % 2 == 0:
            return False  # most texts, at their second line
        wide += line.gap > 1
    return wide >= FEWEST and wide >= OFTEN * len(lines)
