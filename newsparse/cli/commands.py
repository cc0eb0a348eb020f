"""The smaller commands: `explain`, `languages`, `publishers`, `case new`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import attrs
import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from newsparse import explanation
from newsparse.article import Role
from newsparse.cli.case import write_case
from newsparse.cli.decoding import STDIN, read_text
from newsparse.cli.given import Given
from newsparse.cli.options import Encoding, Force, Language, Publisher
from newsparse.cli.problems import guarded
from newsparse.cli.sinks import encoded, write_document
from newsparse.languages import LANGUAGES
from newsparse.publishers import Publishers

Page = Annotated[
    str, typer.Argument(metavar="FILE", help="The text of a page; - is standard input.", show_default=False)
]
STYLES = {
    Role.HEADLINE: "bold magenta",
    Role.KICKER: "magenta",
    Role.LEAD: "bold cyan",
    Role.BYLINE: "yellow",
    Role.BULLET: "cyan",
    Role.PARAGRAPH: "green",
    Role.SECTION_HEADER: "bold blue",
    Role.CAPTION: "yellow",
    Role.RELATED: "red",
    Role.BOILERPLATE: "bright_black",
    Role.SIGNATURE: "yellow",
}


def explain(
    file: Page = STDIN,
    language: Language = None,
    publisher: Publisher = None,
    encoding: Encoding = "utf-8",
) -> None:
    """Show each line of a page with its role, the runner-up, and the reasons."""

    def work() -> int:
        given = Given.checked(language, publisher)
        lines = explanation.explain(read_text(file, encoding), **attrs.asdict(given))
        if sys.stdout.isatty():
            console = Console(highlight=False)
            for line in lines:
                console.print(coloured(line), soft_wrap=True)
        else:
            sys.stdout.buffer.write(encoded(f"{lines}\n"))
        return 0

    raise typer.Exit(guarded(work))


def coloured(line: explanation.Line) -> Text:
    """A line of an explanation, its role in colour, its reasons dim."""
    text = Text(str(line))
    head = str(line).partition("\n")[0]
    text.stylize(STYLES[line.block.role], 0, len(head))
    text.stylize("dim", len(head))
    return text


def languages() -> None:
    """List the languages that newsparse knows."""

    def work() -> int:
        return show(("code", "language"), [(code, language.name) for code, language in LANGUAGES.items()])

    raise typer.Exit(guarded(work))


def publishers() -> None:
    """List the publishers that have a profile; pages of others need none."""

    def work() -> int:
        rows = [(name, "; ".join(publisher.recognised_by)) for name, publisher in Publishers().items()]
        return show(("publisher", "recognised by"), rows)

    raise typer.Exit(guarded(work))


def show(head: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """A table on a terminal; elsewhere cells between tabs, for other programs."""
    if sys.stdout.isatty():
        table = Table(*head)
        for row in rows:
            table.add_row(*map(Text, row))
        Console(highlight=False).print(table)
    else:
        lines = ["\t".join(row) for row in rows]
        sys.stdout.buffer.write(encoded("\n".join([*lines, ""])))
    return 0


def new(
    file: Page = STDIN,
    *,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="CASE", help="Where to write it. [dim](default: standard output)[/dim]"),
    ] = None,
    force: Force = False,
    language: Language = None,
    publisher: Publisher = None,
    encoding: Encoding = "utf-8",
) -> None:
    """Make a case of a page: each line with the role that newsparse gives it today, ready to be corrected."""

    def work() -> int:
        given = Given.checked(language, publisher)
        made = write_case(read_text(file, encoding), language=given.language, publisher=given.publisher)
        if output is None:
            sys.stdout.buffer.write(encoded(made))
        else:
            write_document(output, made, force=force)
        return 0

    raise typer.Exit(guarded(work))
