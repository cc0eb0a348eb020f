"""Whether a language's data file is one: every mistake in it is named, with its key and what may stand there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

SHAPE: dict[str, tuple[str, ...]] = {
    "dates": ("months", "weekdays", "published", "modified", "clock", "filler", "reading_time", "relative"),
    "byline": ("by", "after", "and", "place", "titles", "jobs", "desks"),
    "caption": ("credit", "openings", "position", "marks", "labels", "rights"),
    "kicker": ("labels",),
    "bullets": ("heads",),
    "related": ("opens", "heads"),
    "boilerplate": ("whole", "breaks", "starts", "contains", "stems", "reader", "polite"),
    "signature": ("agencies",),
}
"""Every table of a language's data file, and the keys that it has."""
NEEDED: dict[str, type] = {"code": str, "name": str, "day_first": bool, "function_words": list}
OPTIONAL: dict[str, type] = {
    "subtitles": bool,
    "prose_leads": bool,
    "era": int,
    "syllables": bool,
    "letters": str,
    "dotless_i": bool,
    "capital_nouns": bool,
}
"""The keys above the tables."""
IN_WORDS = {str: "a string", bool: "true or false", int: "a whole number", list: "a list of strings"}
CODE = re.compile(r"[a-z]{2,8}(?:-[a-z0-9]{2,8})*")
QUANTIFIERS = {"*": ".)]", "+": ".)]", "?": "()", "^": "["}
"""Signs of regular expressions, and which other before them makes sure that they are meant as such."""
MONTHS = 12
MOST_TOLD = 12
"""Mistakes that one message names, at most."""


def check(data: Mapping[str, Any], place: str = "") -> None:
    """Raise `ValueError` that names every mistake in the data of a language file, if there is one."""
    place = place or (f"language {data.get('code')!r}" if isinstance(data, Mapping) else "a language")
    mistakes = list(mistakes_in(data))
    if len(mistakes) == 1:
        raise ValueError(f"{place}: {mistakes[0]}")
    if mistakes:
        more = [f"and {len(mistakes) - MOST_TOLD} more"] if len(mistakes) > MOST_TOLD else []
        told = "".join(f"\n- {line}" for line in [*mistakes[:MOST_TOLD], *more])
        raise ValueError(f"{place}: {len(mistakes)} mistakes:{told}")


def mistakes_in(data: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with a language's data."""
    if not isinstance(data, Mapping):
        yield f"a language is made of the tables of its data file, got {type(data).__name__}"
        return
    yield from mistakes_above(data)
    for table, keys in SHAPE.items():
        found = data.get(table)
        if not isinstance(found, Mapping):
            yield f"table [{table}] must be there, with the keys {', '.join(keys)}"
            continue
        for key in [key for key in found if key not in keys]:
            above = key in NEEDED or key in OPTIONAL
            yield f"[{table}] {key}: " + ("it must stand above the tables" if above else unknown(keys))
        for key in keys:
            if key not in found:
                of = "twelve lists of names" if key == "months" else "a list of strings; it may be empty: []"
                yield f"[{table}] must have the key {key!r}, {of}"
            elif key == "months":
                yield from mistakes_in_months(found[key])
            else:
                yield from mistakes_in_list(found[key], f"[{table}] {key}")


def mistakes_above(data: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with the keys above the tables."""
    for key, value in data.items():
        wanted = NEEDED.get(key) or OPTIONAL.get(key)
        if wanted is not None and wanted is not list and type(value) is not wanted:
            yield f"{key!r} must be {IN_WORDS[wanted]}, got {value!r}"
        elif wanted is None and key not in SHAPE:
            yield f"table [{key}]: {unknown(SHAPE)}" if isinstance(value, Mapping) else f"{key!r}: {unknown(ABOVE)}"
    for key, wanted in NEEDED.items():
        if key not in data:
            yield f"{key!r} must be there: {IN_WORDS[wanted]}"
    code, words = data.get("code"), data.get("function_words")
    if isinstance(code, str) and not CODE.fullmatch(code):
        yield f"'code' must be that of ISO 639-1, in small letters, got {code!r}"
    if isinstance(letters := data.get("letters"), str) and letters != letters.lower():
        yield f"'letters' must be small letters, got {letters!r}"
    if "function_words" in data:
        yield from mistakes_in_list(words, "'function_words'")
        if words == []:
            yield "'function_words' must list words: the language is told by them"
        elif isinstance(words, list) and (phrase := next((one for one in words if len(str(one).split()) > 1), None)):
            yield f"'function_words': {phrase!r} must be one word"


ABOVE = (*NEEDED, *OPTIONAL)


def unknown(known: Iterable[str]) -> str:
    """That something is no key or table, and what there is."""
    return f"no such name; known are {', '.join(known)}"


def mistakes_in_months(months: Any) -> Iterator[str]:
    """What is wrong with the names of the months."""
    place = "[dates] months"
    if not isinstance(months, list) or len(months) != MONTHS or not all(isinstance(names, list) for names in months):
        got = f"{len(months)} of {kinds(months)}" if isinstance(months, list) else repr(months)
        yield f"{place} must list twelve lists of names, January's first, got {got}"
        return
    for number, names in enumerate(months, 1):
        if not names:
            yield f"{place}: month {number} has no name"
        yield from mistakes_in_list(names, f"{place}, month {number}")
    of: dict[str, int] = {}
    for number, names in enumerate(months, 1):
        for name in filter(lambda name: isinstance(name, str), names):
            if of.setdefault(name, number) != number:
                yield f"{place}: {name!r} is a name of month {of[name]} and of month {number}"


def kinds(values: list[Any]) -> str:
    """The types of some values, in words."""
    return " and ".join(sorted({type(value).__name__ for value in values})) or "nothing"


def mistakes_in_list(entries: Any, place: str) -> Iterator[str]:
    """What is wrong with a list of phrases."""
    if not isinstance(entries, list):
        yield f"{place} must be {IN_WORDS[list]}, got {entries!r}"
        return
    try:
        joined = "\n".join(entries)
    except TypeError:
        joined = ""  # not all are strings
    # whole lists at one go, as a file has thousands of phrases, and hardly ever a mistake
    if joined.islower() or joined == joined.lower():
        different = set(entries) if joined else {""}
        if len(different) == len(entries) and all(map(str.strip, different)) and not is_like_pattern(joined):
            return
    seen: set[str] = set()
    for entry in entries:
        if (wrong := next((told for told, holds in WRONG if holds(entry)), None)) is not None:
            yield f"{place}: {entry!r} {wrong}"
        elif entry in seen:
            yield f"{place}: {entry!r} is there twice"
        else:
            seen.add(entry)


def is_like_pattern(lines: str) -> bool:
    """Whether signs of a regular expression stand in one of some lines: a backslash, a quantifier behind a full stop or
    bracket, or a bar in parentheses."""
    if "\\" in lines:
        return True
    for sign, before in QUANTIFIERS.items():
        at = lines.find(sign, 1)
        while at >= 0:
            if lines[at - 1] in before:
                return True
            at = lines.find(sign, at + 1)
    at = lines.find("|")
    while at >= 0:
        left = lines[lines.rfind("\n", 0, at) + 1 : at]
        if left.rfind("(") > left.rfind(")"):
            return True
        at = lines.find("|", at + 1)
    return False


WRONG: tuple[tuple[str, Callable[[Any], bool]], ...] = (
    ("must be a string", lambda entry: not isinstance(entry, str)),
    ("must not be empty", lambda entry: not entry.strip()),
    ("must be lower-case", lambda entry: entry != entry.lower()),
    ("must be plain words, not a pattern; list each form by itself", is_like_pattern),
)
"""What may be wrong with a phrase."""
