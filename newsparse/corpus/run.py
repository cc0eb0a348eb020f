"""A run: inputs into parts, parts to workers, and an account of what came of it."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import attrs

from newsparse.arrow import whole
from newsparse.cli.problems import account
from newsparse.corpus.inputs import Input, find_inputs
from newsparse.corpus.output import ERRORS, RUN, Output
from newsparse.corpus.part import Part
from newsparse.corpus.records import CorpusError, ReadError, Record, Settings
from newsparse.corpus.workers import Workers
from newsparse.interrupts import cores
from newsparse.parser import default_parser

PART_SIZE = 32_000_000
"""A part ends early when its records reach this size, in bytes: large pages must not fill the memory."""
FULL = 3
"""After so many parts in a row that could not be written, the disk is given up."""


@attrs.frozen
class Progress:
    """How far a run is."""

    file: str = ""
    """The input that is being read."""
    rows: int = 0
    """Rows written by this run."""
    bytes_read: int = 0
    bytes_total: int = 0


@attrs.frozen
class Summary:
    """What came of a run."""

    rows: int
    """Rows written by this run."""
    parts: int
    """Parts written by this run."""
    parts_found: int
    """Parts that were there already."""
    errors: int
    """Lines of `_errors.jsonl`: records and inputs of the whole corpus that could not be read."""
    failures: tuple[dict[str, Any], ...]
    """The failures of whole inputs and parts in this run: `file`, `record`, `offset`, `error`."""
    errors_file: Path | None
    """Where the errors stand, None if there is none."""


def parse_corpus(
    inputs: Iterable[str | Path],
    output: str | Path,
    settings: Settings | None = None,
    *,
    processes: int | None = None,
    report: Callable[[Progress], None] | None = None,
) -> Summary:
    """Parse every record of some files or folders into a folder of Parquet files, and take up where a run stopped.

    Reads `.parquet`, `.jsonl`, `.csv`, `.wet` and `.warc`, also with `.gz` or `.zst`, in streams. Each record becomes
    one row: `file`, `record` (from 1), `offset` (bytes), the columns of `settings.keep`, `text`, `article` (of
    `newsparse.arrow.article_type()`) and `error`. `processes` is the number of workers (default: one a core);
    `report` is called as the run goes on. A script that calls this needs `if __name__ == "__main__":`, as all
    that start processes do.

    Raises `CorpusError` for a run that cannot begin, and `ValueError` for an unknown language or publisher. What
    cannot be read or written on the way is in the summary, and in `_errors.jsonl`.
    """
    settings = settings or Settings()
    default_parser().parse("", language=settings.language, publisher=settings.publisher)
    target, unseen = Path(output), list[OSError]()
    found = find_inputs(map(Path, inputs), target if (target / RUN).exists() else None, unseen.append)
    with Output(target, settings) as folder, markers_folder() as markers:
        run = Run(found, folder, settings, Path(markers), report or (lambda _: None))
        run.leave_out(unseen)
        return run.go(processes or cores())


def markers_folder() -> tempfile.TemporaryDirectory[str]:
    """Where workers note what they are at; raises `CorpusError`."""
    try:
        return tempfile.TemporaryDirectory(prefix="newsparse-")
    except OSError as error:
        raise CorpusError(f"no temporary folder: {account(error)}: name another one in TMPDIR") from None


class Run:
    """The state of one run."""

    def __init__(
        self,
        inputs: list[Input],
        output: Output,
        settings: Settings,
        markers: Path,
        report: Callable[[Progress], None],
    ) -> None:
        self._inputs = inputs
        self._output = output
        self._settings = settings
        self._markers = markers
        self._report = report
        self._progress = Progress(bytes_total=sum(map(size_of, inputs)))
        self._failures: list[dict[str, Any]] = []
        self._open: Counter[str] = Counter()
        """Parts of each input that are not written yet, and one while it is being read."""

    def leave_out(self, unseen: Iterable[OSError]) -> None:
        """Note what could not be read while the inputs were looked for."""
        for error in unseen:
            self._fail(str(error.filename), account(error))

    def go(self, processes: int) -> Summary:
        """Make what is missing."""
        by_name = {item.name: item for item in self._inputs}
        parts_found = len(self._output.parts)
        parts = in_vain = 0
        for made in Workers(processes, self._output.folder).make(self._missing_parts()):
            part = made.part
            if made.failure is None:
                in_vain = 0
                parts += 1
                self._tell(rows=self._progress.rows + len(part.records))
                self._close(by_name[part.file])
                continue
            self._fail(part.file, f"could not write {part.target}: {made.failure}", part.records[0])
            in_vain += not made.bug
            if in_vain == FULL:
                self._fail(part.file, f"gave up after {FULL} such parts in a row: make room, and run it again")
                break
        errors_file: Path | None = self._output.folder / ERRORS
        try:
            errors = self._output.write_errors(self._failures)
        except OSError as error:
            self._fail(ERRORS, f"could not write {errors_file}: {error.strerror}")
            errors, errors_file = len(self._failures), None
        rows = self._progress.rows
        return Summary(
            rows, parts, parts_found, errors, tuple(self._failures), errors_file if errors and errors_file else None
        )

    def _missing_parts(self) -> Iterator[Part]:
        """The parts that are not there yet, as they are read."""
        before = 0
        for item in self._inputs:
            try:
                if not self._output.is_complete(item):
                    self._open[item.name] = 1
                    yield from self._parts_of(item, before)
                    self._close(item)
            except ReadError as error:
                self._fail(item.name, error.reason, error)
            except CorpusError as error:
                self._fail(item.name, str(error))
            except OSError as error:
                self._fail(item.name, account(error))
            before += size_of(item)
            self._tell(file=item.name, bytes_read=before)

    def _parts_of(self, item: Input, before: int) -> Iterator[Part]:
        """The missing parts of an input. Where it cannot be read on, the records before that still make one.

        Where a part ends depends on nothing but the input and the settings, so that every run cuts alike.
        """
        failure = None
        there: int | None = 0
        with item.opened() as (raw, stream):
            reading = item.reader(stream, self._settings)
            records: list[Record] = []
            size = 0
            while True:
                try:
                    record = next(reading, None)
                except ReadError as error:
                    failure, record = error, None
                except Exception as error:  # a bug, or a file that nobody thought of: it costs this input only
                    failure, record = ReadError(account(error)), None
                if record is None:
                    break
                if there and record.number <= there:
                    continue
                there = self._output.parts.get((item.key, record.number))
                if records and (there or len(records) == self._settings.rows_per_part or size >= PART_SIZE):
                    yield self._part(item, records)
                    self._tell(file=item.name, bytes_read=before + raw.tell())
                    records, size = [], 0
                if not there:
                    records.append(record)
                    size += record.size
            if records:
                yield self._part(item, records)
        if failure:
            raise failure

    def _part(self, item: Input, records: list[Record]) -> Part:
        self._open[item.name] += 1
        target = self._output.part(item, records[0].number, records[-1].number)
        return Part(target, item.name, tuple(records), self._settings, self._markers / target.stem)

    def _close(self, item: Input) -> None:
        """One thing less to be done for an input; it is complete when nothing is left, and nothing failed."""
        self._open[item.name] -= 1
        if not self._open[item.name]:
            try:
                self._output.complete(item)
            except OSError as error:
                self._fail(item.name, f"could not note that it is complete: {error.strerror}")

    def _tell(self, **changes: Any) -> None:
        self._progress = attrs.evolve(self._progress, **changes)
        self._report(self._progress)

    def _fail(self, file: str, error: str, place: Record | ReadError | None = None) -> None:
        record = place.record if isinstance(place, ReadError) else place.number if place else None
        offset = place.offset if place else None
        self._failures.append({"file": whole(file), "record": record, "offset": offset, "error": whole(error)})


def size_of(item: Input) -> int:
    """Bytes of an input, 0 if it cannot be seen."""
    try:
        return item.path.stat().st_size
    except OSError:
        return 0
