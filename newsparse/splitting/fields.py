"""Labelled text: what news archives, mail programs and corpora write around an article ("HEADLINE: …", "BODY:").

A label is no part of the strings. What it names is a hint for the rules, as a mark of Markdown is: a title is written
as a heading, the text of a picture as a picture's; what says nothing of the article is nothing but marks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

import attrs

from newsparse.data import read_data
from newsparse.splitting.hints import NOTHING, Hints

if TYPE_CHECKING:
    from newsparse.splitting.lines import Line

LABEL = re.compile(r"([^\W\d_][\w /'()-]{0,40})\.?:(?=[ \t\xa0]|$)[ \t\xa0]*+")
CODE = re.compile(r"([A-Z]{2,3})(?:[ \t\xa0]++|$)")
LONGEST_LINE = 20
"""Characters of a line that is nothing but a label, at most; as many open a claim of rights."""
HEAD = 4000
"""Characters within which a text with labels has one of the commonest."""
MOST_LINES = 80
"""Lines above the text, and below it, among which labels are looked for."""
FEWEST, FEWEST_IN_ROW = 3, 3
"""Labels down to that of the text, in a text that has it; and right below each other, in one that has not."""
MOST_ABOVE, FEWEST_ABOVE = 6, 2
"""Lines without a label above such a row that does not name the title, at most; and labels in it that say nothing of
the article, beside one of its author or day."""
FEWEST_CODES = 5
"""Codes of two or three letters that are none by chance."""
TITLES, LEADS, TEXTS, CAPTIONS, KEPT = "titles", "leads", "texts", "captions", "kept"
ABOVE, BELOW, PICTURES = "above", "below", "pictures"
MARKS = {TITLES: "#", CAPTIONS: "![]"}
"""How Markdown marks what some labels name."""


@cache
def tables() -> dict[str, dict[str, str]]:
    """Of each form of label, the known ones with what they name; some name another thing below the text than above."""
    read = read_data("tables/fields.toml")
    return {
        form + place: {label: kind for kind, every in read[form].items() if kind not in other for label in every}
        for form in ("labels", "lines", "codes", "claims")
        for place, other in ((ABOVE, (BELOW, PICTURES)), (BELOW, (ABOVE, PICTURES)))
    }


@cache
def kinds_of_pictures() -> frozenset[str]:
    """The labels within that of a picture's text."""
    return frozenset(read_data("tables/fields.toml")["labels"][PICTURES])


@cache
def any_sign() -> re.Pattern[str]:
    """One of the commonest labels, behind a line feed: few places of a text have to be looked at."""
    signs: list[str] = read_data("tables/fields.toml", head=True)["signs"]
    return re.compile(rf"\n(?:{'|'.join(map(re.escape, signs))})")


def may_have_fields(text: str) -> bool:
    """Whether a text has one of the commonest labels near its beginning: most have none."""
    return any_sign().search(f"\n{text[:HEAD]}") is not None


@attrs.frozen
class Fields(Hints):
    """A text with labels, which are in none of its lines."""

    body: list[Line]
    """The lines of the text that the labels stand around."""


def read_fields(lines: Sequence[Line]) -> Fields | None:
    """The lines of a text without their labels; None if it has none.

    What a label names goes on down to a blank line or the next label, but for the text; a blank line is above each.
    """
    kinds = kinds_above(lines)
    if not kinds:
        return None
    body = len(kinds)
    kinds += kinds_below(lines, body, coded=CODE.match(lines[body - 1].text) is not None)
    kept: list[Line] = []
    marks: dict[int, str] = {}
    above = "", ""
    for index, (line, (kind, value)) in enumerate(zip(lines, kinds, strict=True)):
        if kind:
            mark, text = said(kind, value, line)
            if kind == TITLES and mark and is_said_below(value, lines[index + 1 :]):
                mark, text = NOTHING, line.text
            marks[line.start] = mark
            kept.append(line._replace(gap=max(line.gap, 1), text=text))
        elif above == (CAPTIONS, ""):
            marks[line.start] = MARKS[CAPTIONS]
            kept.append(line._replace(gap=max(line.gap, 1)))
        elif above == (TEXTS, ""):
            kept.append(line._replace(gap=max(line.gap, 1)))
        elif above[0] not in ("", TEXTS) and not line.gap and index != body:  # what a label names goes on
            kept[-1] = kept[-1]._replace(end=line.end, text=f"{kept[-1].text} {line.text}")
            continue
        else:
            kept.append(line)
        above = kind, value
    first = lines[body].start if body < len(lines) else 0
    return Fields(kept, marks, [line for line in kept if line.start >= first and line.start not in marks])


Kinds = list[tuple[str, str]]
"""For each line, what its label names, or "", and what stands behind the label."""


def kinds_above(lines: Sequence[Line]) -> Kinds:
    """What the lines are down to the label of the text, or the last in a row; none if the text has no labels."""
    front = lines[:MOST_LINES]
    for table in ("codes", "labels"):
        kinds = [kind_of(line.text, table, ABOVE) for line in front]
        body = next((index for index, (kind, value) in enumerate(kinds) if kind == TEXTS and not value), -1)
        fewest = FEWEST_CODES if table == "codes" else FEWEST
        if body >= 0 and len({kind for kind, _ in kinds[: body + 1]} - {""}) > 1:
            if sum(kind != "" for kind, _ in kinds[: body + 1]) >= fewest:
                return kinds[: body + 1]
    row = list(takewhile(lambda kind: kind[0], kinds))
    named = {kind for kind, _ in row}
    if len(row) >= FEWEST_IN_ROW and TITLES in named and len(named) > 1:
        return row
    above = list(takewhile(lambda kind: not kind[0], kinds[: MOST_ABOVE + 1]))
    row = list(takewhile(lambda kind: kind[0], kinds[len(above) :]))
    said = [kind for kind, _ in row]
    return above + row if said.count(ABOVE) >= FEWEST_ABOVE and KEPT in said and len(above) <= MOST_ABOVE else []


def kinds_below(lines: Sequence[Line], body: int, *, coded: bool) -> Kinds:
    """What the lines below the label of the text are: those from the first label of the page's foot on may be some."""
    table = "codes" if coded else "labels"
    first = max(body, len(lines) - MOST_LINES)
    kinds = [("", "")] * (first - body)
    foot = False
    for line in lines[first:]:
        kind, value = kind_of(line.text, table, BELOW)
        if kind == TITLES and not coded:
            kind = BELOW  # the title stands above
        foot = foot or (kind in (BELOW, CAPTIONS) and (coded or line.gap > 0))
        # the text's second label, or one of its foot
        kinds.append((kind, value) if foot or (coded and kind == TEXTS and not value) else ("", ""))
    return kinds


def kind_of(text: str, table: str, place: str) -> tuple[str, str]:
    """What the label that opens a line names, or "", and what stands behind it."""
    if len(text) <= LONGEST_LINE and (kind := tables()["lines" + place].get(text.lower(), "")) and table == "labels":
        return kind, ""
    match = (CODE if table == "codes" else LABEL).match(text)
    kind = tables()[table + place].get(match[1].lower(), "") if match else ""
    if match and kind:
        return kind, text[match.end() :]
    claims = tables()["claims" + place]
    return (place, "") if text[:LONGEST_LINE].lower().startswith(tuple(claims)) else ("", "")


def names_lead(text: str) -> bool:
    """Whether a line opens with a label of a lead: "Subtitle: …", "Utl.: …"."""
    match = LABEL.match(text) if ":" in text[:LONGEST_LINE] else None
    return match is not None and tables()["labels" + ABOVE].get(match[1].lower()) == LEADS


def said(kind: str, value: str, line: Line) -> tuple[str, str]:
    """The mark of a labelled line, and its text: what the label names, or the line where it says that best."""
    if not value or kind in (ABOVE, BELOW) or (kind == KEPT and "@" in value):
        return NOTHING, line.text  # a sender is no author
    if kind == CAPTIONS and (match := LABEL.match(value)) and match[1].lower() in kinds_of_pictures():
        value = value[match.end() :] or value
    return MARKS.get(kind, ""), line.text if kind == KEPT else value


def is_said_below(title: str, lines: Sequence[Line]) -> bool:
    """Whether a line below says a title."""
    from newsparse.markdown.head import is_said

    return is_said(title, lines)
