"""Key points below a text, each under a mark of its own ("@highlight"), as corpora for summaries keep them.

The marks are no part of the strings. What stands below one is a key point, whatever it looks like: the rules do not see
it, so that the article ends where its last paragraph does.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from newsparse.data import read_data
from newsparse.splitting.hints import NOTHING, Hints

if TYPE_CHECKING:
    from newsparse.splitting.lines import Line

POINT = "@"
"""The mark of a block that the text itself calls a key point."""


@cache
def marks_of_points() -> tuple[str, ...]:
    """The marks above key points, in lower case."""
    return tuple(read_data("tables/fields.toml")["marks"]["points"])


def may_have_points(text: str) -> bool:
    """Whether a text may have marks of key points: most have none."""
    return POINT in text and any(mark in text for mark in marks_of_points())


def read_points(lines: Sequence[Line]) -> Hints | None:
    """The lines of a text with its key points marked; None if it has none, or if its only mark stands within it.

    One goes on down to a blank line; it stands below its mark, or on the same line.
    """
    marks: dict[int, str] = {}
    kept: list[Line] = []
    above = ""
    for line in lines:
        mark = next(filter(line.text.startswith, marks_of_points()), "")
        if mark:
            said = line.text[len(mark) :]
            if said and not said[0].isspace():
                mark = ""
        if mark:
            said = said.strip()
            above = marks[line.start] = POINT if said else NOTHING
            kept.append(line._replace(gap=max(line.gap, 1), text=said or line.text))
        elif above == NOTHING:
            above = marks[line.start] = POINT
            kept.append(line._replace(gap=max(line.gap, 1)))
        elif above == POINT and not line.gap:
            kept[-1] = kept[-1]._replace(end=line.end, text=f"{kept[-1].text} {line.text}")
        else:
            above = ""
            kept.append(line)
    alone = list(marks.values()) in ([NOTHING, POINT], [POINT])
    return Hints(kept, marks) if marks and (above or not alone) else None
