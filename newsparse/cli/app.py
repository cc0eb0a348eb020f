"""The whole command line (extra `cli`): one app, a command for each thing to do."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from newsparse import __version__
from newsparse.cli import commands
from newsparse.cli.examples import Taught, TaughtGroup
from newsparse.cli.parse import parse
from newsparse.cli.problems import USAGE, UsageError, guarded, misspelt
from newsparse.corpus.command import corpus
from newsparse.view.command import view

PROGRAM = "newsparse"
OWN_OPTIONS = ("--help", "-h", "--version", "--install-completion", "--show-completion")


app = typer.Typer(
    name=PROGRAM,
    cls=TaughtGroup,
    help="The plain text of a news page in, its structure out: headline, lead, authors, dates, sections, captions.",
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
)


@app.callback(invoke_without_command=True)
def common(
    version: Annotated[bool, typer.Option("--version", help="Print the version.", is_eager=True)] = False,
) -> None:
    """The options of the app itself."""
    if version:
        typer.echo(f"{PROGRAM} {__version__}")
        raise typer.Exit


for command in (parse, commands.explain, view, corpus):
    app.command(cls=Taught)(command)
app.command()(commands.languages)
app.command()(commands.publishers)
case = typer.Typer(help="Cases: pages with the right answer, for newsparse's own tests.")
case.command(cls=Taught)(commands.new)
app.add_typer(case, name="case")


@case.callback()
def cases() -> None:
    """Keep `new` a command of its own while there is no other."""


def run(arguments: Sequence[str]) -> int:
    """Run; returns the exit status."""
    return guarded(lambda: work(arguments))


def work(arguments: Sequence[str]) -> int:
    """What the arguments ask for; returns the exit status."""
    try:
        app(spelled_out(arguments), prog_name=PROGRAM)
    except SystemExit as end:
        if isinstance(end.__context__, BrokenPipeError):  # rich and click end so where the reader has had enough
            return 0
        return end.code if isinstance(end.code, int) else USAGE
    return 0


def spelled_out(arguments: Sequence[str]) -> list[str]:
    """The arguments with the command that they leave out: `parse`, or `explain` where there is `--explain`.

    A file with the name of a command must be given as `./parse`. Raises `UsageError` for a misspelt command.
    """
    words = list(arguments)
    if not words:
        return ["--help"] if sys.stdin is not None and sys.stdin.isatty() else ["parse"]
    names = [command.name or command.callback.__name__ for command in app.registered_commands if command.callback]
    names += [group.name for group in app.registered_groups if group.name]
    if words[0] in (*names, *OWN_OPTIONS):
        return words
    if "--explain" in words:
        words.remove("--explain")
        return ["explain", *words]
    if wrong := misspelt(words[0], names):
        raise UsageError(wrong)
    return ["parse", *words]
