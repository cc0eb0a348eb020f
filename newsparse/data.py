"""The package's data files, read when they are first asked for: `import newsparse` opens none of them.

They are TOML, kept so plain that the reader of JSON, which is ten times as fast as that of TOML, reads each value:
a line for each, and no escapes. Whatever is written otherwise is left to `tomllib`.
"""

# ruff: noqa: PTH112, PTH118, PTH120, PTH208 - to import pathlib takes longer than to read all that a page needs

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from json import JSONDecoder


def read_data(name: str, *, head: bool = False) -> dict[str, Any]:
    """The tables of a TOML file of the package, by its name; of its `head` only what stands above the first table."""
    import pkgutil

    found = pkgutil.get_data("newsparse", name)
    assert found is not None, "every importer that Python comes with reads a package's files"
    if head:  # cut off before the rest is decoded, which takes as long as all else that is done with the heads
        found = found.partition(b"\n[")[0]
    # what belongs to no table must stand above the first, so that the head is a document by itself
    return parse_toml(found.decode())


def data_files(folder: str) -> list[str]:
    """The names of the TOML files in a folder of the package, without their ending."""
    place = os.path.join(os.path.dirname(__file__), folder)
    if os.path.isdir(place):
        names = os.listdir(place)
    else:  # imported from an archive; elsewhere this would take 8 ms to import
        from importlib.resources import files

        names = [entry.name for entry in (files("newsparse") / folder).iterdir()]
    return sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml"))


def parse_toml(text: str) -> dict[str, Any]:
    """What a TOML document says; raises `ValueError` (`tomllib.TOMLDecodeError`) if it is none."""
    try:
        return parse_plain(text)
    except ValueError:
        import tomllib

        return tomllib.loads(text)


def parse_plain(text: str) -> dict[str, Any]:
    """What a document with a line for each key says; raises `ValueError` at anything that TOML may read otherwise than
    JSON: escapes, values of several lines, a key or table that comes twice."""
    if "\\" in text:
        raise ValueError("an escape")
    document: dict[str, Any] = {}
    outer: dict[str, dict[str, Any]] = {}
    table = document
    for line in text.split("\n"):
        if not line or line[0] == "#":
            continue
        name, equals, value = line.partition(" = ")
        if equals and (key := bare(name) or quoted(name)):
            if key in table:
                raise ValueError(f"a key that comes twice: {line}")
            table[key] = parse_value(value)
            continue
        holder = document
        above, dot, name = line.strip("[]").rpartition(".")
        if dot:
            holder = outer.setdefault(above, {})
            if document.setdefault(above, holder) is not holder:
                raise ValueError(f"a table within what is none: {line}")
        if line != f"[{above}{dot}{name}]" or not bare(name) or (dot and not bare(above)) or name in holder:
            raise ValueError(f"neither a key nor a table, or a table that comes twice: {line}")
        table = holder[name] = {}
    return document


def bare(name: str) -> str:
    """A name that may stand without quotation marks, or ""."""
    return name if name.isidentifier() and name.isascii() else ""


def quoted(name: str) -> str:
    """What stands between a name's quotation marks, or ""."""
    return name[1:-1] if name[:1] == name[-1:] == '"' and name.count('"') == 2 else ""


def parse_value(text: str) -> Any:
    """A value on one line, which may have a comment behind it; raises `ValueError` as `parse_plain` does."""
    plain = text
    if text[:1] == "{":  # a table in a line: { headline = 0.72, lead = -1 }
        plain = text.replace("{ ", '{"').replace(" = ", '": ').replace(", ", ', "')
    value, end = decoder().raw_decode(plain)
    if plain[end:].lstrip()[:1] not in ("", "#") or (isinstance(value, dict) and len(value) != text.count("=")):
        raise ValueError(f"a key that comes twice, or more behind a value: {text}")
    return value


@cache
def decoder() -> JSONDecoder:
    """What reads a value of JSON."""
    from json import JSONDecoder  # here, so that `import newsparse` does not wait for it

    return JSONDecoder()
