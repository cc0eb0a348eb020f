"""Which files the inputs name: a file, a folder, a pattern, standard input."""

from __future__ import annotations

import enum
import glob
import os
from collections.abc import Iterable, Iterator
from itertools import takewhile
from pathlib import Path

import attrs

from newsparse.cli.compression import plain_name
from newsparse.cli.decoding import HTML, OTHERS, STDIN
from newsparse.cli.problems import RunError, exists, no_file, unread


class Kind(enum.Enum):
    """How a file holds articles."""

    AUTO = "auto"
    TEXT = "text"
    JSONL = "jsonl"
    CSV = "csv"
    HTML = "html"


KINDS = {
    ".txt": Kind.TEXT,
    ".text": Kind.TEXT,
    ".md": Kind.TEXT,
    ".jsonl": Kind.JSONL,
    ".ndjson": Kind.JSONL,
    ".csv": Kind.CSV,
    ".tsv": Kind.CSV,
    **dict.fromkeys(HTML, Kind.HTML),
}
"""The suffixes that are read in a folder, and what they say; before .gz or .zst, too."""


@attrs.frozen
class Source:
    """A file of one article, or of many."""

    path: Path | None
    """None for standard input."""
    kind: Kind
    size: int
    """In bytes, as stored; 0 for standard input."""
    below: Path
    """Its path below the folder that was named, or its bare name."""

    @property
    def name(self) -> str:
        """As the user would write it."""
        return STDIN if self.path is None else str(self.path)

    @property
    def many(self) -> bool:
        """Whether it holds records, not one article."""
        return self.kind in (Kind.JSONL, Kind.CSV)


def find(inputs: Iterable[str], kind: Kind, output: Path | None) -> Iterator[Source | RunError]:
    """The files that inputs name, those of a folder sorted by name; a `RunError` for each input that names none.

    What lies in `output` is left out, so that a run never reads what another wrote into the same folder.
    """
    for name in inputs:
        if name == STDIN:
            yield Source(None, Kind.TEXT if kind is Kind.AUTO else kind, 0, Path("stdin"))
            continue
        if told := no_file(name):
            yield RunError(told)
            continue
        path = Path(name)
        try:
            if path.is_dir():
                yield from in_folder(path, kind, output)
            elif is_pattern(name):
                yield from of_pattern(name, kind, output)
            else:
                yield of_file(path, Path(path.name), kind)
        except (OSError, ValueError) as error:
            yield RunError(f"{name}: {unread(error)}")


def is_pattern(name: str) -> bool:
    """Whether a name is a pattern; a file whose own name has a bracket or a star in it is a file."""
    return glob.has_magic(name) and not exists(name)


def of_pattern(name: str, kind: Kind, output: Path | None) -> Iterator[Source | RunError]:
    """The files that match a pattern, but not those in an output below the folder where the pattern begins."""
    matches = [Path(match) for match in sorted(glob.glob(name, recursive=True))]  # noqa: PTH207 - Path.glob takes no absolute pattern
    files = [match for match in matches if match.is_file()]
    if not files:
        yield RunError(f"{name}: no file matches this pattern")
        return
    own = output.resolve() if output else None
    # where the pattern begins in the output itself, as in 'out/*.txt', what lies there is meant
    if own is not None and start(name).resolve() in own.parents:
        files = [file for file in files if own not in (folder := file.parent.resolve(), *folder.parents)]
        if not files:
            yield RunError(f"{name}: no file matches this pattern but those in {output}, where the output goes")
    for file in files:
        yield of_file(file, Path(file.name), kind)


def start(pattern: str) -> Path:
    """The folder that a pattern begins in: `a/b` for `a/b/**/*.txt`."""
    return Path(*takewhile(lambda part: not glob.has_magic(part), Path(pattern).parts))


def of_file(path: Path, below: Path, kind: Kind) -> Source | RunError:
    """One file as a source."""
    suffix = plain_name(path).suffix.lower()
    if kind is Kind.AUTO:
        if suffix in OTHERS:
            return RunError(
                f"{path}: {suffix} is not read here; {OTHERS[suffix]}, or say what it is with --input-format"
            )
        kind = KINDS.get(suffix, Kind.TEXT)
    try:
        return Source(path, kind, path.stat().st_size, below)
    except OSError as error:
        return RunError(f"{path}: {unread(error)}")


def in_folder(folder: Path, kind: Kind, output: Path | None) -> Iterator[Source | RunError]:
    """The articles below a folder: files of known suffixes, or all where the kind is given; hidden ones never."""
    own = output.resolve() if output else None
    found = False
    for path in walk(folder, own):
        if isinstance(path, RunError):
            found = True
            yield path
            continue
        if kind is Kind.AUTO and plain_name(path).suffix.lower() not in KINDS:
            continue
        found = True
        yield of_file(path, path.relative_to(folder), kind)
    if not found:
        wanted = "no file" if kind is not Kind.AUTO else f"no {', '.join(KINDS)} file"
        hint = "" if kind is not Kind.AUTO else "; to read files of other names as text: --input-format text"
        yield RunError(f"{folder}: {wanted} in this folder{hint}")


def walk(folder: Path, own: Path | None) -> Iterator[Path | RunError]:
    """The regular files below a folder, sorted; a `RunError` for each folder that cannot be read."""
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield RunError(f"{folder}: {unread(error)}")
        return
    for entry in found:
        path = Path(entry.path)
        if entry.name.startswith(".") or (own is not None and path.resolve() == own):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from walk(path, own)
        elif entry.is_file():
            yield path
