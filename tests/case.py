"""Article cases: a text and what should become of it, in one file. `newsparse case new FILE` makes one of a page."""

from __future__ import annotations

from pathlib import Path

import attrs

from newsparse.cli.case import BAR, RULE


@attrs.frozen
class Case:
    """A text, the role of each of its non-blank lines, and attributes that must come out."""

    text: str
    roles: tuple[str, ...]
    attributes: dict[str, str]


def read_case(path: Path) -> Case:
    """The case of a file; raises `ValueError` naming a line that is none."""
    # a case may have no attributes: then the rule is its first line
    head, _, body = f"\n{path.read_text(encoding='utf-8')}".partition(f"\n{RULE}\n")
    attributes = {}
    for line in head.strip().splitlines():
        key, colon, value = line.partition(":")
        if not colon:
            raise ValueError(f"{path}: {line!r} is no attribute")
        attributes[key.strip()] = value.strip()
    roles, lines = [], []
    for number, line in enumerate(body.removesuffix("\n").split("\n"), head.count("\n") + 2):
        role, bar, text = line.partition(BAR)
        if not bar:
            raise ValueError(f"{path}:{number}: no {BAR!r}")
        lines.append(text[1:])
        if role.strip():
            roles.append(role.strip())
    return Case("\n".join(lines), tuple(roles), attributes)
