"""Cases: a page and what should become of it, in one file that people correct by hand.

Each line is a role, a bar, and a line of the text; the further lines of a hard-wrapped block have no role. Above a
line of dashes stand attributes that must come out too.
"""

from __future__ import annotations

from collections import deque

from newsparse.article import Article
from newsparse.parser import parse
from newsparse.split import LINE_END

RULE = "---"
BAR = "|"
WIDTH = 14
ATTRIBUTES = ("language", "authors", "published")
"""What a new case asks for; others may be added by hand."""


def write_case(text: str, *, language: str | None = None, publisher: str | None = None) -> str:
    """A case file for a text, with the roles that newsparse gives its lines today; raises what `parse` raises."""
    article = parse(text, language=language, publisher=publisher)
    head = [f"{key}: {said(article, key)}" for key in ATTRIBUTES if said(article, key)]
    roles = deque((block.start, block.role.value) for block in article.blocks)
    lines, start = [], 0
    for end in LINE_END.finditer(text.rstrip() + "\n"):
        line = text[start : end.start()]
        role = roles.popleft()[1] if roles and roles[0][0] < end.start() else ""
        lines.append(f"{role:{WIDTH}} {BAR} {line}".rstrip(" "))
        start = end.end()
    return "\n".join([*head, RULE, *lines, ""])


def said(article: Article, attribute: str) -> str:
    """An attribute of an article as a case has it: lists joined with semicolons."""
    if attribute == "headers":
        return "; ".join(section.header or "" for section in article.sections)
    if attribute == "captions":
        return "; ".join(f"{caption.text} [{caption.credit or ''}]" for caption in article.captions)
    value = getattr(article, attribute)
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "; ".join(map(str, value))
    return str(value.isoformat()) if attribute in ("published", "modified") else str(value)
