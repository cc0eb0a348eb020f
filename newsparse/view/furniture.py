"""What stands around the text on a page: heading, legend, the clean article, the place for reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from newsparse.article import Article
from newsparse.view.element import element
from newsparse.view.pieces import Row, direction
from newsparse.view.reading import reading
from newsparse.view.roles import LOOKS
from newsparse.view.source import source, space


def heading(title: str, article: Article, against: Article | None, rows: Sequence[Row]) -> Element:
    """What the page shows."""
    if against is None:
        facts = [counted(len(rows), "block")]
    else:
        facts = [f"{sum(row.differs for row in rows)} of {counted(len(rows), 'stretch', 'stretches')} differ"]
    facts += [fact for fact in (article.language, article.publisher) if fact]
    below = "Article" if against is None else "Attributes that differ"
    return element(
        "header",
        {"class": "top"},
        element("h1", {"dir": "auto"}, title),
        element("p", {"class": "facts"}, " · ".join(facts)),
        element("a", {"class": "to-after", "href": "#after"}, below),
    )


def counted(number: int, one: str, more: str | None = None) -> str:
    """A number with its noun."""
    return f"{number} {one if number == 1 else more or one + 's'}"


def legend(article: Article, against: Article | None) -> Element:
    """A button for each role that occurs, which folds its blocks away, and one that shows all again.

    With two parses, the buttons that lead through their differences stand first: those are what the page is for.
    """
    ours = Counter(block.role for block in article.blocks)
    theirs = ours if against is None else Counter(block.role for block in against.blocks)
    buttons = [
        element(
            "button",
            {"type": "button", "class": "role", "data-role": role.value, "aria-pressed": "true"},
            look.label,
            " ",
            element(
                "span",
                {"class": "count"},
                str(ours[role]) if ours[role] == theirs[role] else f"{ours[role]} / {theirs[role]}",
            ),
        )
        for role, look in LOOKS.items()
        if ours[role] or theirs[role]
    ]
    if buttons:
        buttons.append(element("button", {"type": "button", "class": "all", "disabled": ""}, "Show all"))
    roles = element("div", {"class": "roles", "role": "group", "aria-label": "Roles shown"}, *buttons)
    if against is None:
        return element("section", {"class": "legend", "aria-label": "Legend"}, roles)
    differences = element(
        "div",
        {"class": "differences", "role": "group", "aria-label": "Differences"},
        element("button", {"type": "button", "class": "next"}, "Next difference"),
        element("button", {"type": "button", "class": "only", "aria-pressed": "false"}, "Only differences"),
    )
    return element("section", {"class": "legend", "aria-label": "Legend"}, differences, roles)


def text_pane(text: str, rows: Sequence[Row], article: Article) -> Element:
    """The text as it was, every character of it."""
    parts, place = [], 0
    for row in rows:
        parts += source(text, row.ours, row.before, "a", article.language)
        place = row.ours[-1].end
    return pane(parts, text[place:], article)


def pane(parts: Sequence[Element], rest: str, article: Article, *below: Element) -> Element:
    """The stretches of a text and what is left behind the last, under their title."""
    return element(
        "section",
        {"class": "pane", "aria-labelledby": "text-title"},
        element("h2", {"id": "text-title"}, "Text"),
        element("p", {"class": "keys"}, "The arrow keys go from block to block."),
        element(
            "div", {"class": "source", "dir": direction(article.language)}, *parts, *([space(rest)] if rest else ())
        ),
        *below,
    )


def side(article: Article) -> Element:
    """The clean article, and below it the place where reasons show."""
    return element(
        "div",
        {"class": "side"},
        element(
            "section",
            {"class": "pane", "id": "after", "tabindex": "0", "aria-labelledby": "article-title"},
            element("h2", {"id": "article-title"}, "Article"),
            reading(article),
        ),
        inspector(),
    )


def inspector() -> Element:
    """Where the reasons for a block show, on hover, focus or tap."""
    return element(
        "aside",
        # focusable, so that the keyboard can scroll it
        {"class": "inspector", "aria-labelledby": "reasons-title", "tabindex": "0"},
        element("h2", {"id": "reasons-title"}, "Reasons"),
        element("button", {"type": "button", "class": "close"}, "Close"),
        element(
            "div",
            {"class": "reasons"},
            element("p", {"class": "hint"}, "Point at a block, tap it or move to it with the keyboard to see why."),
        ),
    )
