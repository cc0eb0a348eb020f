"""The command `newsparse view`: a page's text in colour, in the terminal or as an HTML page."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import attrs
import typer
from rich.console import Console
from rich.text import Text

from newsparse.article import Article
from newsparse.cli.decoding import HTML, STDIN, read_text
from newsparse.cli.given import Given
from newsparse.cli.options import Encoding, Force, Language, Publisher, ReferenceTime
from newsparse.cli.problems import FAILED, RunError, UsageError, guarded, say, unread
from newsparse.cli.sinks import encoded, write_document
from newsparse.explanation import plain
from newsparse.parser import parse
from newsparse.view.page import to_page
from newsparse.view.terminal import to_terminal

NARROWEST = 40
"""Columns below which a terminal is taken to be this wide: the margin needs its share."""


def view(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(metavar="FILE", help="The text of a page each; - is standard input.", show_default=False),
    ] = None,
    *,
    html: Annotated[
        str | None,
        typer.Option(
            "--html",
            metavar="PAGE",
            help="Write a self-contained HTML page: a file, a folder for several inputs, - for standard output. "
            "[dim](default: show the text in the terminal)[/dim]",
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
    reference_time: ReferenceTime = None,
    encoding: Encoding = "utf-8",
) -> None:
    """Show the text of a page with a colour and a label for the role of each block."""

    def work() -> int:
        files = inputs or [STDIN]
        check(files, html, against, reasons)
        if html is None and reference_time is not None:
            raise UsageError("--reference-time tells dates, which only the page of --html shows")
        given = attrs.asdict(Given.checked(language, publisher, reference_time))
        place = None if html in (None, STDIN) else Path(str(html))
        if place is not None and not inputs:
            refuse_input(place)
        other = read_article(against) if against else None
        folder = place is not None and (len(files) > 1 or place.is_dir() or str(html).endswith("/"))
        console = Console(highlight=False)
        console.width = max(console.width, NARROWEST)
        status, written = 0, set[Path]()
        for name in files:
            try:
                text = read_text(name, encoding)
                article = parse(text, **given)
                if html is None:
                    if len(files) > 1:
                        console.rule(Text(plain(name)))
                    with of_one_text(name):
                        shown = to_terminal(text, article, against=other, reasons=reasons)
                    console.print(shown)
                    continue
                with of_one_text(name):
                    page = to_page(text, article, against=other)
                if place is None:
                    sys.stdout.buffer.write(encoded(page))
                    continue
                target = place / (page_name(name) + ".html") if folder else place
                if target in written:
                    raise RunError(f"{name}: {target} is the page of another input already")
                written.add(target)
                write_document(target, page, force=force)
            except RunError as problem:
                say(str(problem))
                status = FAILED
        return status

    raise typer.Exit(guarded(work))


def check(files: list[str], html: str | None, against: Path | None, reasons: bool) -> None:
    """Raise `UsageError` for options that do not go together."""
    if html == "":
        raise UsageError("--html names nothing; is a variable of the shell empty? - is standard output")
    if against is not None and len(files) > 1:
        raise UsageError("--against compares one page: give one FILE")
    if html is not None and reasons:
        raise UsageError("--reasons is for the terminal: the page of --html shows reasons anyway")
    if html == STDIN and len(files) > 1:
        raise UsageError("standard output takes one page: for several inputs --html names a folder")
    if html is not None and len(files) > 1 and Path(html).exists() and not Path(html).is_dir():
        raise UsageError(f"{html} is a file: for several inputs --html names a folder")


def refuse_input(page: Path) -> None:
    """Raise `UsageError` if what `--html` names, where no input is named, must be meant as the input."""
    if page.is_file() and page.suffix not in HTML:
        raise UsageError(f"--html names the page to write: newsparse view {page} --html {page.with_suffix('.html')}")


def read_article(path: Path) -> Article:
    """The article of a JSON file."""
    try:
        return Article.from_json(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        raise RunError(f"{path}: not JSON in UTF-8; `newsparse parse FILE` writes such a file") from None
    except (OSError, ValueError) as error:
        raise RunError(f"{path}: {unread(error)}; `newsparse parse FILE` writes such a file") from None


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
