"""A run of `newsparse parse`: inputs in, articles out, problems told."""

from __future__ import annotations

import enum
import json
import sys
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path

import attrs

from newsparse import __version__
from newsparse.cli.compression import SUFFIXES, plain_name, zstandard
from newsparse.cli.decoding import NO_NAME, check_encoding
from newsparse.cli.framing import Framing
from newsparse.cli.items import read
from newsparse.cli.pool import in_order
from newsparse.cli.problems import FAILED, RunError, UsageError, exists, say
from newsparse.cli.render import DOCUMENTS, SUFFIX, Format, Settings
from newsparse.cli.report import Report, on_terminal
from newsparse.cli.sinks import Folder, Sink, Stream, is_special
from newsparse.cli.sources import Kind, Source, find, is_pattern
from newsparse.cli.whole_file import WholeFile


class Place(enum.Enum):
    """What the output is."""

    STREAM = enum.auto()
    FILE = enum.auto()
    FOLDER = enum.auto()


@attrs.frozen
class Job:
    """What `newsparse parse` was asked for."""

    inputs: Sequence[str]
    settings: Settings
    format: Format | None
    """None: by the name of the output, or by the number of articles."""
    blocks: bool | None
    """None: for one article, not for several."""
    input_kind: Kind
    output: str | None
    processes: int | None
    force: bool
    resume: bool
    quiet: bool

    def run(self) -> int:
        """Do it; returns the exit status. Raises `UsageError`, or `RunError` and `OSError` where nothing can follow."""
        check_encoding(self.settings.encoding)
        if "" in self.inputs:
            raise UsageError(NO_NAME)
        if self.output == "":
            raise UsageError("--output names nothing; is a variable of the shell empty? - is standard output")
        path = Path(self.output) if self.output not in (None, "-") else None
        sources = list(find(self.inputs, self.input_kind, path))
        many = len(sources) > 1 or any(is_many(source) for source in sources) or is_group(self.inputs)
        place = self.place(path, many)
        settings = self.settled(path, many, place)
        if path is not None and any(same(source, path) for source in sources):
            raise UsageError(f"{path} is an input, too; name another --output")
        sink = self.sink(path, place, settings)
        if isinstance(sink, WholeFile) and sink.complete:
            say(f"{path} is there already, and no run was cut off: nothing to do (--force makes it anew)")
            return 0
        try:
            return self.work(sources, settings, sink, many)
        except (RunError, OSError, KeyboardInterrupt) as error:
            if hint := sink.abandon():
                error.add_note(hint)
            raise

    def place(self, path: Path | None, many: bool) -> Place:
        """What the output is. A folder: by a slash at its end, by being one, or by several inputs and no suffix."""
        if path is None:
            if self.resume:
                raise UsageError("--resume needs --output: what went to standard output is not known")
            return Place.STREAM
        if is_special(path):
            return Place.STREAM
        if str(self.output).endswith("/") or path.is_dir() or (many and not path.suffix and not path.exists()):
            return Place.FOLDER
        return Place.FILE

    def settled(self, path: Path | None, many: bool, place: Place) -> Settings:
        """The settings with the format that was asked for, or that the output's name or the inputs suggest."""
        named = None
        if path is not None and place is Place.FILE and (end := plain_name(path).suffix.lower()):
            named = named_format(plain_name(path).name.lower())
            if named is None and self.format is None:
                raise UsageError(f"no format has the suffix {end} of {path}; name one, such as --format json")
        usual = Format.JSONL if many and place is not Place.FOLDER else Format.JSON
        settings = attrs.evolve(self.settings, format=self.format or named or usual)
        settings.check_fields()
        self.check_blocks(settings)
        if place is Place.FOLDER and settings.format in (Format.JSONL, Format.CSV):
            name = f"NAME{SUFFIX[settings.format]}"
            raise UsageError(f"{settings.format.value} holds all articles in one file: name one, --output {name}")
        if place is not Place.FOLDER and many and settings.format in DOCUMENTS:
            raise UsageError(f"{settings.format.value} holds one article a file: name a folder, --output FOLDER/")
        rows = settings.format is Format.JSONL or (
            settings.format is Format.JSON and many and place is not Place.FOLDER
        )
        return attrs.evolve(settings, rows=rows, blocks=not many if self.blocks is None else self.blocks)

    def check_blocks(self, settings: Settings) -> None:
        """Raise `UsageError` if there are none that could be written or left out."""
        if self.blocks and settings.format not in (Format.JSON, Format.JSONL):
            raise UsageError(f"--blocks is for json and jsonl; {settings.format.value} has none")
        if self.blocks is not None and settings.fields is not None and self.blocks is not ("blocks" in settings.fields):
            raise UsageError("--fields says what is written, blocks too: leave --blocks and --no-blocks out")

    def sink(self, path: Path | None, place: Place, settings: Settings) -> Sink:
        """Where the articles go."""
        framing = Framing(settings.format, settings.rows or settings.format is Format.CSV)
        if path is None:
            return Stream(sys.stdout.buffer, framing)
        if place is Place.STREAM:
            return Stream(path.open("wb"), framing, str(path))
        if place is Place.FOLDER:
            return Folder(path, SUFFIX[settings.format], force=self.force, resume=self.resume)
        if path.suffix == SUFFIXES[1]:
            zstandard()
        run = f"newsparse {__version__} with {json.dumps(attrs.asdict(settings, value_serializer=as_plain))}"
        return WholeFile(path, framing, run, force=self.force, resume=self.resume)

    def work(self, sources: Sequence[Source | RunError], settings: Settings, sink: Sink, many: bool) -> int:
        """Parse every item, tell every problem; returns the exit status."""
        files = [source for source in sources if isinstance(source, Source)]
        total = sum(source.size for source in files) if all(source.path for source in files) else None
        bar = many and not self.quiet and on_terminal(prints=self.output in (None, "-"))
        done, failed = 0, sink.failed
        items = sink.left(read(sources, settings.encoding, settings.text_column))
        with Report(total, bar=bar) as report, closing(in_order(items, settings, self.processes)) as outcomes:
            for item, outcome in outcomes:
                problem = outcome.problem
                if problem is None:
                    try:
                        sink.put(item, outcome.output)
                    except RunError as error:
                        problem = f"{item.place}: {error}"
                if problem is not None:
                    failed += 1
                    report.problem(problem)
                done += 1
                sink.passed(item, failed)
                report.advance(item.size)
            sink.finish(failed)
        if failed and many and not self.quiet:
            say(f"{failed:,} of {done + sink.done_before:,} inputs failed")
        return FAILED if failed else 0


def as_plain(_: object, __: object, value: object) -> object:
    """A setting as JSON has it."""
    return value.isoformat() if isinstance(value, datetime) else getattr(value, "value", value)


def named_format(name: str) -> Format | None:
    """The format that the name of a file says: that of the longest suffix, since ninjs is JSON, too."""
    fitting = [format_ for format_, suffix in SUFFIX.items() if name.endswith(suffix)]
    return max(fitting, key=lambda format_: len(SUFFIX[format_]), default=None)


def is_many(source: Source | RunError) -> bool:
    """Whether a source holds records."""
    return isinstance(source, Source) and source.many


def same(source: Source | RunError, path: Path) -> bool:
    """Whether a source is the file of a path, under whatever name."""
    return isinstance(source, Source) and source.path is not None and path.exists() and path.samefile(source.path)


def is_group(inputs: Sequence[str]) -> bool:
    """Whether inputs may name more than one file, even where they happen to name one."""
    return len(inputs) > 1 or any((exists(name) and Path(name).is_dir()) or is_pattern(name) for name in inputs)
