"""Cases: a page and what should become of it, in one file that people correct by hand.

Each line is a role, a bar, and a line of the text; the further lines of a hard-wrapped block have no role, a line of
several glued blocks has theirs between commas. Above a line of dashes stand attributes that must come out too. Packages
that extend newsparse may test themselves by cases: `assert differences(case, parser.parse(case.text)) == []`.
"""

from __future__ import annotations

from collections import deque
from pathlib import Path

import attrs

from newsparse.article import Article, Role
from newsparse.parser import Parser, parse
from newsparse.splitting.lines import LINE_END

RULE = "---"
BAR = "|"
WIDTH = 14
ATTRIBUTES = ("language", "authors", "published")
"""What a new case asks for; others may be added by hand."""
ROLES = tuple(role.value for role in Role)


@attrs.frozen
class Case:
    """A text, the role of each of its blocks, and attributes that must come out, as they are written (`said`)."""

    text: str
    roles: tuple[str, ...]
    attributes: dict[str, str]


def read_case(path: str | Path) -> Case:
    """The case of a file; raises `ValueError` naming the first line that is none."""
    # a case may have no attributes: then the rule is its first line
    head, rule, body = f"\n{Path(path).read_text(encoding='utf-8')}".partition(f"\n{RULE}\n")
    if not rule:
        raise ValueError(f"{path}: no line {RULE!r} between the attributes and the text")
    attributes = {}
    for line in head.strip().splitlines():
        key, colon, value = line.partition(":")
        if not colon or key.strip() not in KNOWN:
            raise ValueError(f"{path}: {line!r} is no attribute, which are {', '.join(KNOWN)}")
        attributes[key.strip()] = value.strip()
    roles, lines = [], []
    for number, line in enumerate(body.removesuffix("\n").split("\n"), head.count("\n") + 2):
        role, bar, text = line.partition(BAR)
        if not bar:
            raise ValueError(f"{path}:{number}: no {BAR!r}")
        lines.append(text[1:])
        for one in map(str.strip, role.split(",") if role.strip() else ()):
            if one not in ROLES:
                raise ValueError(f"{path}:{number}: no role {one!r}; roles are {', '.join(ROLES)}")
            roles.append(one)
    return Case("\n".join(lines), tuple(roles), attributes)


def differences(case: Case, article: Article) -> list[str]:
    """What an article made of a case's text has otherwise than the case says: a line for each block and attribute."""
    found = []
    if len(article.blocks) != len(case.roles):
        found.append(f"{len(article.blocks)} blocks, the case has {len(case.roles)}")
    for block, role in zip(article.blocks, case.roles, strict=False):
        if block.role.value != role:
            found.append(f"{block.role.value} for {role}: {block.text}")
    for attribute, value in case.attributes.items():
        if said(article, attribute) != value:
            found.append(f"{attribute}: {said(article, attribute)!r} for {value!r}")
    return found


def write_case(
    text: str, *, language: str | None = None, publisher: str | None = None, parser: Parser | None = None
) -> str:
    """A case file for a text, with the roles that newsparse, or the `parser` given, gives its lines today; raises what
    `parse` raises."""
    article = (parser.parse if parser else parse)(text, language=language, publisher=publisher)
    head = [f"{key}: {said(article, key)}" for key in ATTRIBUTES if said(article, key)]
    roles = deque((block.start, block.role.value) for block in article.blocks)
    lines, start = [], 0
    for end in LINE_END.finditer(text.rstrip() + "\n"):
        line = text[start : end.start()]
        here = []
        while roles and roles[0][0] < end.start():
            here.append(roles.popleft()[1])
        lines.append(f"{', '.join(here):{WIDTH}} {BAR} {line}".rstrip(" "))
        start = end.end()
    return "\n".join([*head, RULE, *lines, ""])


KNOWN = (
    "headers",
    *(field.name for field in attrs.fields(Article) if field.name not in ("blocks", "sections")),
)
"""The attributes that a case may ask for."""


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
