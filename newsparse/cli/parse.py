"""`newsparse parse`: the options, and what each is for."""

from __future__ import annotations

from typing import Annotated

import typer

from newsparse.cli.decoding import STDIN
from newsparse.cli.given import Given
from newsparse.cli.job import Job
from newsparse.cli.options import Encoding, Force, Language, Publisher, ReferenceTime
from newsparse.cli.problems import guarded
from newsparse.cli.render import JSON_FIELDS, Format, Settings
from newsparse.cli.sources import Kind
from newsparse.formats import CSV_COLUMNS

OUTPUT = "Output"


def fields_with(start: str) -> list[str]:
    """Ways to go on with a list of fields, for completion."""
    before, comma, last = start.rpartition(",")
    return [before + comma + name for name in dict.fromkeys((*JSON_FIELDS, *CSV_COLUMNS)) if name.startswith(last)]


def parse(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="INPUT",
            show_default=False,
            help="Files, folders, patterns in quotes ('pages/**/*.txt'), or - for standard input. "
            "Plain text, JSON Lines, CSV or HTML (extra `html`), also as .gz or .zst.",
        ),
    ] = None,
    *,
    output_format: Annotated[
        Format | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            rich_help_panel=OUTPUT,
            show_default=False,
            help=f"What to write: {', '.join(format_.value for format_ in Format)}. "
            "[dim](default: by the suffix of --output; else json for one article, jsonl for several)[/dim]",
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE|FOLDER/",
            rich_help_panel=OUTPUT,
            show_default=False,
            help="A file (.gz and .zst compress it), or a folder that gets a file for each article.",
        ),
    ] = None,
    fields: Annotated[
        str | None,
        typer.Option(
            metavar="A,B,...",
            rich_help_panel=OUTPUT,
            autocompletion=fields_with,
            show_default=False,
            help="Only these attributes, in this order (json, jsonl, csv), such as headline,authors,text.",
        ),
    ] = None,
    blocks: Annotated[
        bool | None,
        typer.Option(
            "--blocks/--no-blocks",
            rich_help_panel=OUTPUT,
            show_default=False,
            help="Every line with its role and all reasons, fifty times the text (json, jsonl). "
            "[dim](default: for one article)[/dim]",
        ),
    ] = None,
    force: Force = False,
    resume: Annotated[
        bool,
        typer.Option(
            "--resume", rich_help_panel=OUTPUT, help="Go on where the same command was cut off; leave what is whole."
        ),
    ] = False,
    input_format: Annotated[
        Kind,
        typer.Option(
            metavar="KIND",
            help=f"How the inputs hold articles: {', '.join(kind.value for kind in Kind)}; auto goes by suffix.",
        ),
    ] = Kind.AUTO,
    text_column: Annotated[str, typer.Option(metavar="NAME", help="Where JSON Lines and CSV have the text.")] = "text",
    encoding: Encoding = "utf-8",
    language: Language = None,
    publisher: Publisher = None,
    reference_time: ReferenceTime = None,
    processes: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            min=1,
            show_default=False,
            help="How many to parse with. [dim](default: all cores; one for few articles)[/dim]",
        ),
    ] = None,
    quiet: Annotated[
        bool,
        typer.Option("--quiet", "-q", help="No progress bar and no count; problems are told."),
    ] = False,
) -> None:
    """Turn the text of news pages into structured articles. `newsparse FILE` is short for it."""

    def work() -> int:
        settings = Settings(
            format=output_format or Format.JSON,
            fields=chosen(fields),
            given=Given.checked(language, publisher, reference_time),
            encoding=encoding,
            text_column=text_column,
        )
        job = Job(
            inputs=inputs or [STDIN],
            settings=settings,
            format=output_format,
            blocks=blocks,
            input_kind=input_format,
            output=output,
            processes=processes,
            force=force,
            resume=resume,
            quiet=quiet,
        )
        return job.run()

    raise typer.Exit(guarded(work))


def chosen(fields: str | None) -> tuple[str, ...] | None:
    """The names in a list with commas."""
    if fields is None:
        return None
    return tuple(name.strip() for name in fields.split(",") if name.strip())
