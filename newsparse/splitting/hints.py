"""What labels or tags say of a text's lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from newsparse.splitting.lines import Line

NOTHING = "~"
"""The mark of a block that is nothing but marks: a picture without a text, a link's target, a lone ">"."""


@attrs.frozen
class Hints:
    """The lines of a text as they are to be cut into blocks, and the marks of those that are told by one, by where each
    begins."""

    lines: list[Line]
    marks: dict[int, str]

    def strip(self, text: str, marker: str, start: int, *, listed: bool) -> tuple[str, str]:
        """The mark of a line that begins at `start`, or `marker`, the list marker before it; and its text."""
        del listed
        return self.marks.get(start, marker), text
