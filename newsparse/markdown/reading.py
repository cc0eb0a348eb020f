"""What takes more than one line of a text in Markdown to tell: underlined headings, ordered lists, targets of links."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from newsparse.markdown.continued import with_continued
from newsparse.markdown.divisions import has_divisions, joined, unquoted
from newsparse.markdown.head import picture_number, read_head
from newsparse.markdown.marks import ITEM, ORDERED, strip_marks
from newsparse.markdown.setext import with_headings
from newsparse.markdown.survey import DEFINITION, survey
from newsparse.splitting.hints import NOTHING

if TYPE_CHECKING:
    from newsparse.splitting.lines import Line


@attrs.frozen
class Reading:
    """A text in Markdown: its lines as they are to be cut into blocks, and what they say of each other."""

    lines: list[Line]
    """Underlined headings are one line; lines that are only the mark of a quotation part what they stand between."""
    labels: frozenset[str]
    """The names by which links call their targets, in lower case."""
    head: dict[int, tuple[str, str]]
    """The mark and text of each line of head matter, by where the line begins."""

    def strip(self, text: str, marker: str, start: int, *, listed: bool) -> tuple[str, str]:
        """The mark of a line that begins at `start`, and the line without marks, as `strip_marks` has them."""
        if start in self.head:
            return self.head[start]
        said = picture_number().sub("![", text) if self.head and "![" in text else text
        mark, bare = strip_marks(said, marker, listed=listed, labels=self.labels)
        return mark, text if mark == NOTHING else bare

    def listed(self, lines: Sequence[Line]) -> frozenset[int]:
        """Which lines are items of ordered lists, or of lists with plus signs: two or more, right below each other."""
        items: set[int] = set()
        before, last = "", -1
        for index, line in enumerate(lines):
            match = ORDERED.match(line.text)
            if not match:
                continue
            if last == index - 1 and line.gap == 0 and follows(before, match[1]):
                items.update((last, index))
            before, last = match[1], index
        return frozenset(items)

    def unquoted(self, group: Sequence[Line]) -> Sequence[Line]:
        """The lines of a paragraph; those of a quotation without its mark, but for the first."""
        if group[0].text[0] != ">":
            return group
        return [group[0], *map(unquoted, group[1:])]


def read(lines: Sequence[Line]) -> Reading | None:
    """The reading of a text's lines; None if it is not Markdown."""
    head = read_head(lines)
    size = len(head)
    above = [line._replace(gap=max(line.gap, 1)) for line in lines[:size]]  # none is joined with the next
    body = lines[size:]
    if has_divisions(body):
        body = joined(body)
    marked = size > 0 or survey(line.text for line in body)
    headed = with_headings(body, marked=marked)
    if not marked and len(headed) == len(body):
        return None
    starts = [line.start for line in above]
    return Reading(
        above + with_quotations(list(with_continued(headed))), labels_of(headed), dict(zip(starts, head, strict=True))
    )


def with_quotations(lines: list[Line]) -> list[Line]:
    """The lines; in quotations, with a blank line around each that is only a mark, so that none is joined across, and
    with no space behind the other marks, so that it is a word that tells whether a line was full."""
    for index, line in enumerate(lines):
        if line.text[0] != ">":
            continue
        said = line.text.lstrip("> \t")
        if not said:
            for place in (index, index + 1)[: len(lines) - index]:
                lines[place] = lines[place]._replace(gap=max(lines[place].gap, 1))
        elif not ITEM.match(said):
            lines[index] = lines[index]._replace(text=f">{said}")
    return lines


def labels_of(lines: Sequence[Line]) -> frozenset[str]:
    """The names of the targets that stand on lines of their own."""
    found = (DEFINITION.match(line.text) for line in lines if line.text[0] == "[")
    return frozenset(match[1].lower() for match in found if match)


def follows(above: str, below: str) -> bool:
    """Whether the mark of an item is the next after that of the one above."""
    if above == "+" or below == "+":
        return above == below
    return above[-1] == below[-1] and int(below[:-1]) == int(above[:-1]) + 1
