"""Article cases: a text and what should become of it, in one file. `python -m tests.case FILE` makes one of a text.

Each line is a role, a bar, and a line of the text; the further lines of a hard-wrapped block have no role.
"""

from __future__ import annotations

import sys
from pathlib import Path

import attrs

import newsparse

RULE = "---"
BAR = "|"
LISTS = ("authors", "agencies", "captions", "headers")


@attrs.frozen
class Case:
    """A text, the role of each of its non-blank lines, and attributes that must come out."""

    text: str
    roles: tuple[str, ...]
    attributes: dict[str, str]


def read_case(path: Path) -> Case:
    """The case of a file; raises `ValueError` naming a line that is none."""
    head, _, body = path.read_text(encoding="utf-8").partition(f"\n{RULE}\n")
    attributes = {}
    for line in head.splitlines():
        key, colon, value = line.partition(":")
        if not colon:
            raise ValueError(f"{path}: {line!r} is no attribute")
        attributes[key.strip()] = value.strip()
    roles, lines = [], []
    for number, line in enumerate(body.splitlines(), head.count("\n") + 3):
        role, bar, text = line.partition(BAR)
        if not bar:
            raise ValueError(f"{path}:{number}: no {BAR!r}")
        lines.append(text[1:])
        if role.strip():
            roles.append(role.strip())
    return Case("\n".join(lines), tuple(roles), attributes)


def said(article: newsparse.Article, attribute: str) -> str:
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


def write_case(text: str) -> str:
    """A case file for a text, as newsparse sees it now."""
    article = newsparse.parse(text)
    head = [f"{key}: {said(article, key)}" for key in ("language", "authors", "published") if said(article, key)]
    lines, place = [], 0
    for block in article.blocks:
        lines += [f"{'':14} {BAR}"] * max(0, text.count("\n", place, block.start) - 1)
        first, *more = text[block.start : block.end].splitlines() or [""]
        lines += [f"{block.role.value:14} {BAR} {first}", *(f"{'':14} {BAR} {line}" for line in more)]
        place = block.end
    return "\n".join([*head, RULE, *lines, ""])


if __name__ == "__main__":
    sys.stdout.write(write_case(Path(sys.argv[1]).read_text(encoding="utf-8")))
