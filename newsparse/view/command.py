"""The command `newsparse view`: a page's text in colour, in the terminal or as an HTML page."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from newsparse.article import Article
from newsparse.cli.decoding import STDIN, read_text
from newsparse.cli.options import Encoding, Force, Language, Publisher
from newsparse.cli.problems import FAILED, RunError, UsageError, guarded, reason, say
from newsparse.cli.sinks import is_special
from newsparse.parser import parse
from newsparse.view.page import to_page
from newsparse.view.terminal import plain, to_terminal

NARROWEST = 40
"""Columns below which a terminal is taken to be this wide: the margin needs its share."""


def view(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE...", help="The text of a page each; - is standard input.", show_default=False),
    ],
    *,
    html: Annotated[
        Path | None,
        typer.Option(
            "--html",
            metavar="PAGE",
            help="Write a self-contained HTML page: a file, or for several inputs a folder. "
            "[dim]default: show the text in the terminal[/dim]",
        ),
    ] = None,
    against: Annotated[
        Path | None,
        typer.Option(
            "--against",
            metavar="JSON",
            help="Compare with an article of the same text that `newsparse parse` wrote before; mark what differs.",
        ),
    ] = None,
    reasons: Annotated[bool, typer.Option("--reasons", help="In the terminal: say why, below each block.")] = False,
    force: Force = False,
    language: Language = None,
    publisher: Publisher = None,
    encoding: Encoding = "utf-8",
) -> None:
    """Show the text of a page with a colour and a label for the role of each block."""

    def work() -> int:
        check(files, html, against, reasons)
        other = read_article(against) if against else None
        folder = html is not None and (len(files) > 1 or html.is_dir())
        console = Console(highlight=False)
        console.width = max(console.width, NARROWEST)
        status, written = 0, set[Path]()
        for name in files:
            try:
                text = read_text(name, encoding)
                article = parsed(text, language, publisher)
                if html is None:
                    if len(files) > 1:
                        console.rule(Text(plain(name)))
                    with of_one_text(name):
                        shown = to_terminal(text, article, against=other, reasons=reasons)
                    console.print(shown)
                else:
                    target = html / (page_name(name) + ".html") if folder else html
                    if target in written:
                        raise RunError(f"{name}: {target} is the page of another input already")
                    written.add(target)
                    with of_one_text(name):
                        page = to_page(text, article, against=other)
                    write(target, page, force)
            except RunError as problem:
                say(str(problem))
                status = FAILED
        return status

    raise typer.Exit(guarded(work))


def check(files: list[str], html: Path | None, against: Path | None, reasons: bool) -> None:
    """Raise `UsageError` for options that do not go together."""
    if against is not None and len(files) > 1:
        raise UsageError("--against compares one page: give one FILE")
    if html is not None and reasons:
        raise UsageError("--reasons is for the terminal: the page of --html shows reasons anyway")
    if html is not None and len(files) > 1 and html.exists() and not html.is_dir():
        raise UsageError(f"{html} is a file: for several inputs --html names a folder")


def parsed(text: str, language: str | None, publisher: str | None) -> Article:
    """The article; raises `UsageError` for an unknown language or publisher."""
    try:
        return parse(text, language=language, publisher=publisher)
    except ValueError as error:
        raise UsageError(str(error)) from None


def read_article(path: Path) -> Article:
    """The article of a JSON file."""
    try:
        return Article.from_json(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise RunError(f"{path}: {reason(error)}; `newsparse parse FILE` writes such a file") from None


@contextlib.contextmanager
def of_one_text(name: str) -> Iterator[None]:
    """Raise `RunError` where the article to compare with is of another text."""
    try:
        yield
    except ValueError as error:
        raise RunError(f"{name}: --against is not of this text: {error}") from None


def page_name(name: str) -> str:
    """The name of an input's page, without a suffix."""
    return "stdin" if name == STDIN else Path(name).stem


def write(target: Path, page: str, force: bool) -> None:
    """Write a page whole or not at all; into a device or pipe, which nothing may replace, as it comes."""
    try:
        if is_special(target):
            target.write_text(page, encoding="utf-8", newline="")
            return
        if target.exists() and not force:
            raise RunError(f"{target} is there already; --force overwrites it")
        target.parent.mkdir(parents=True, exist_ok=True)
        begun = target.with_name(f".{target.name}.part")
        try:
            begun.write_text(page, encoding="utf-8", newline="")
            begun.replace(target)
        except OSError:
            begun.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise RunError(f"{target}: {reason(error)}") from None
