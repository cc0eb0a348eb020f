"""Two parses of one text side by side, the differences marked."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any
from xml.etree.ElementTree import Element

from newsparse.article import Article
from newsparse.view.element import element
from newsparse.view.furniture import counted, inspector, pane
from newsparse.view.pieces import Row, direction
from newsparse.view.source import source

OURS, THEIRS = "This parse", "Compared with"


def comparison(text: str, rows: Sequence[Row], article: Article, against: Article) -> Element:
    """The text twice, a row for each stretch; rows that differ say so."""
    parts = [
        element(
            "div",
            {"class": "row titles"},
            element("p", {"class": "cell"}, OURS),
            element("p", {"class": "cell"}, THEIRS),
        )
    ]
    place = 0
    for row in rows:
        blocks = [
            element("div", {"class": "cell"}, *source(text, row.ours, row.before, "a", article.language)),
            element("div", {"class": "cell"}, *source(text, row.theirs, row.before, "b", against.language)),
        ]
        if row.differs:
            mark = element("p", {"class": "mark"}, "Differs")
            parts.append(element("div", {"class": "row differs", "tabindex": "-1"}, mark, *blocks))
        else:
            parts.append(element("div", {"class": "row"}, *blocks))
        place = max(block.end for block in (*row.ours, *row.theirs))
    return pane(parts, text[place:], article, inspector())


def attributes(article: Article, against: Article) -> Element:
    """The attributes that came out otherwise, as a table."""
    ours, theirs = article.to_dict(), against.to_dict()
    different = [key for key in ours if key != "blocks" and ours[key] != theirs[key]]
    head = element("tr", None, *(element("th", {"scope": "col"}, name) for name in ("Attribute", OURS, THEIRS)))
    rows = [
        element(
            "tr",
            None,
            element("th", {"scope": "row"}, key),
            value(ours[key], theirs[key], article.language),
            value(theirs[key], ours[key], against.language),
        )
        for key in different
    ]
    found = (
        element("table", None, element("thead", None, head), element("tbody", None, *rows))
        if rows
        else element("p", {"class": "empty"}, "Every attribute came out the same.")
    )
    return element(
        "section",
        {"class": "attributes", "id": "after", "tabindex": "-1", "aria-labelledby": "attributes-title"},
        element("h2", {"id": "attributes-title"}, "Attributes that differ"),
        found,
    )


def value(own: Any, other: Any, language: str | None) -> Element:
    """An attribute's value; of a list, what the other one has not is marked, and what it has too is counted."""
    attributes = {"lang": language, "dir": direction(language)}
    items, others = lines(own), frozenset(lines(other))  # a set: in a list each would be looked for among all
    if not items:
        return element("td", {"class": "empty"}, "none")
    if len(items) == 1:
        return element("td", attributes, items[0])
    shown = []
    for alike, run in groupby(items, others.__contains__):
        if alike:
            same = counted(len(list(run)), "line alike", "lines alike")
            shown.append(element("li", {"class": "alike", "dir": "ltr", "lang": "en"}, f"… {same}"))
        else:
            shown += [element("li", None, element("mark", None, item)) for item in run]
    return element("td", attributes, element("ul", None, *shown))


def lines(value: Any) -> list[str]:
    """The strings of an attribute one below the other; headers of sections as Markdown marks them."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [line for part in value for line in lines(part)]
    if isinstance(value, dict):
        header = [f"## {value['header']}"] if value.get("header") else []
        rest = (part for key, part in value.items() if key not in ("header", "type"))
        return header + [line for part in rest for line in lines(part)]
    return []
