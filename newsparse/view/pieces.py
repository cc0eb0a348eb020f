"""A text cut along the blocks of an article, with nothing left out; and along those of two articles."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from newsparse.block import Block
from newsparse.formats.html_page import RIGHT_TO_LEFT
from newsparse.splitting.lines import EDGES
from newsparse.splitting.misread import meanings


@attrs.frozen
class Row:
    """A stretch of the text that one or more blocks of each article cover; with one article, one block."""

    before: str
    """The white space between the row above and this one."""
    ours: tuple[Block, ...]
    theirs: tuple[Block, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether the two articles cut the stretch otherwise, or see other roles in it."""
        return shape(self.ours) != shape(self.theirs)


def shape(blocks: Sequence[Block]) -> list[tuple[int, int, str]]:
    """Where blocks stand, and as what."""
    return [(block.start, block.end, block.role.value) for block in blocks]


def cut(text: str, blocks: Sequence[Block]) -> list[Row]:
    """A row for each block of an article of `text`.

    Raises `ValueError`, saying where, if the blocks are not those of this text.
    """
    rows, place = [], 0
    for number, block in enumerate(blocks):
        if not (place <= block.start < block.end <= len(text) and holds(text[block.start : block.end], block.text)):
            raise ValueError(
                f"blocks[{number}] ({block.text[:40]!r}) does not stand at {block.start}:{block.end} of the text; "
                "pass the very text that the article was parsed from"
            )
        rows.append(Row(between(text, place, block.start), (block,)))
        place = block.end
    between(text, place, len(text))
    return rows


def between(text: str, start: int, end: int) -> str:
    """The white space between two blocks; raises `ValueError` if there is more than that."""
    gap = text[start:end]
    if left := gap.strip(EDGES):
        raise ValueError(
            f"no block holds {left[:40]!r} at {start}:{end} of the text; pass the very text that the article was "
            "parsed from, and an article with its blocks"
        )
    return gap


def holds(source: str, text: str) -> bool:
    """Whether a block's text can come of its source: its letters and digits stand there in that order.

    An entity of HTML in Markdown ("&eacute;") gives a letter that does not, and other marks may stand within it. A
    source that was decoded with the wrong table has the letters that were meant.
    """
    return "&" in source or has_letters(source, text) or any(has_letters(meant, text) for meant in meanings(source))


def has_letters(source: str, text: str) -> bool:
    """Whether the letters and digits of a text stand in another in that order."""
    rest = iter(source)
    return all(character in rest for character in text if character.isalnum())


def align(text: str, ours: Sequence[Block], theirs: Sequence[Block]) -> list[Row]:
    """The rows of two articles of one text: blocks that overlap share a row. Raises what `cut` raises."""
    mine = [row.ours[0] for row in cut(text, ours)]
    other = [row.ours[0] for row in cut(text, theirs)]
    groups: list[tuple[list[Block], list[Block]]] = []
    reach = -1
    for block, side in sorted([(b, 0) for b in mine] + [(b, 1) for b in other], key=lambda found: found[0].start):
        if block.start >= reach:
            groups.append(([], []))
        groups[-1][side].append(block)
        reach = max(reach, block.end)
    rows, place = [], 0
    for left, right in groups:
        start = min(block.start for block in (*left, *right))
        rows.append(Row(text[place:start], tuple(left), tuple(right)))
        place = max(block.end for block in (*left, *right))
    return rows


def direction(language: str | None) -> str:
    """The `dir` of text in a language: "auto" wherever it is not known to run from right to left."""
    return "rtl" if language in RIGHT_TO_LEFT else "auto"
