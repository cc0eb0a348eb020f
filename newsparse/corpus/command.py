"""The command `newsparse corpus`."""

from __future__ import annotations

import time
from functools import partial
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from newsparse.cli import problems
from newsparse.cli.problems import FAILED, INTERRUPTED, USAGE
from newsparse.corpus.records import LARGEST
from newsparse.plugins import PluginError

say = partial(problems.say, program="newsparse corpus")
SHOWN = 10
"""Failures of whole inputs that are printed; all stand in the file of errors."""


def corpus(  # noqa: PLR0917 (options of a command are named, never given by place)
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="IN...", help="Files (.parquet .jsonl .csv .wet .warc, also .gz or .zst) or folders."),
    ],
    output: Annotated[str, typer.Argument(metavar="OUT", help="The folder for the corpus: new, or of a run cut off.")],
    text_column: Annotated[str, typer.Option(help="Column or key with the text, in tables and JSON Lines.")] = "text",
    keep: Annotated[
        str, typer.Option(metavar="NAMES", help="Columns to carry over, with commas between; in archives: url,date,id.")
    ] = "id,url,date",
    language: Annotated[str | None, typer.Option(metavar="CODE", help="Of every page (ISO 639-1).")] = None,
    publisher: Annotated[str | None, typer.Option(metavar="NAME", help="Profile to use for every page.")] = None,
    evidence: Annotated[bool, typer.Option("--evidence", help="Keep the reasons for each block's role.")] = False,
    rows: Annotated[int, typer.Option(min=1, help="Rows of a part; also what a kill can cost each worker.")] = 1000,
    max_record: Annotated[
        int, typer.Option(min=1, max=LARGEST, help="Bytes of the largest record to read.")
    ] = 10_000_000,
    processes: Annotated[int | None, typer.Option(min=1, help="Worker processes.", show_default="one a core")] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print failures only.")] = False,
) -> None:
    """Parse a corpus of pages into Parquet files, on all cores; run it again to take up where it stopped.

    Each record becomes one row, with columns file, record, offset, those kept, text, article and error. What could not
    be read is in OUT/_errors.jsonl. Exit status: 0, 1 if anything could not be read or written, 2 for wrong usage.
    """
    if not all((*inputs, output)):  # an empty path is the current folder
        say("an input, or OUT, has no name; is a variable of the shell empty? . is the current folder")
        raise typer.Exit(USAGE)
    if wrong := next(filter(None, map(problems.no_file, inputs)), None):
        say(wrong)
        raise typer.Exit(USAGE)
    console = Console(stderr=True, quiet=quiet)
    try:
        from newsparse.corpus import CorpusError, Settings, parse_corpus
    except ModuleNotFoundError as error:
        say(str(error))
        raise typer.Exit(USAGE) from None
    start = time.monotonic()
    try:
        settings = Settings(
            text_column=text_column,
            keep=tuple(name.strip() for name in keep.split(",") if name.strip()),
            language=language,
            publisher=publisher,
            evidence=evidence,
            rows_per_part=rows,
            max_record=max_record,
        )
        with Bar(console) as bar:
            summary = parse_corpus(inputs, output, settings, processes=processes, report=bar.show)
    except (CorpusError, ValueError) as error:
        say(str(error))
        raise typer.Exit(USAGE) from None
    except PluginError as error:
        say(str(error))
        raise typer.Exit(FAILED) from None
    except KeyboardInterrupt:
        say("stopped: run the same command again to go on")
        raise typer.Exit(INTERRUPTED) from None
    for failure in summary.failures[:SHOWN]:
        record = "" if failure["record"] is None else f": record {failure['record']}"
        say(f"{failure['file']}{record}: {failure['error']}")
    if len(summary.failures) > SHOWN:
        say(f"and {len(summary.failures) - SHOWN} more such failures")
    if summary.errors:
        say(f"{summary.errors} records or inputs could not be read or written: see {summary.errors_file or 'above'}")
    rate = summary.rows / max(time.monotonic() - start, 1e-9)
    found = f", {summary.parts_found} parts were there already" if summary.parts_found else ""
    console.print(f"{summary.rows} rows in {summary.parts} parts, {rate:.0f} a second{found}", highlight=False)
    if summary.errors:
        raise typer.Exit(FAILED)


class Bar:
    """A progress bar on standard error, if that is a terminal."""

    def __init__(self, console: Console) -> None:
        self._start = time.monotonic()
        self._progress = Progress(
            TextColumn("{task.fields[file]}", markup=False),
            BarColumn(),
            TextColumn("{task.percentage:>3.0f}% {task.fields[rows]} rows, {task.fields[rate]:.0f} a second"),
            TimeRemainingColumn(),
            console=console,
            disable=not console.is_terminal,
        )
        self._task = self._progress.add_task("", total=None, file="", rows=0, rate=0.0)

    def __enter__(self) -> Bar:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def show(self, now: Any) -> None:
        """Show how far a run is."""
        rate = now.rows / max(time.monotonic() - self._start, 1e-9)
        self._progress.update(
            self._task, completed=now.bytes_read, total=now.bytes_total, file=now.file, rows=now.rows, rate=rate
        )
