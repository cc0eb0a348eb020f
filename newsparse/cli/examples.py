"""What help teaches by: commands to copy, each with what it does, below the options of a command."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.box import ROUNDED
from rich.console import Console
from rich.panel import Panel
from rich.table import Table
from rich.text import Text
from typer.core import TyperCommand, TyperGroup

EXAMPLES: Mapping[str, Sequence[tuple[str, str]]] = {
    "newsparse": (
        ("newsparse page.txt", "the article as JSON"),
        ("newsparse parse pages/ -o articles.jsonl", "a folder of pages into one file"),
        ("newsparse explain page.txt", "each line, its role, and why"),
        ("newsparse view page.txt --html page.html", "the same as a page to look at"),
        ("newsparse parse --help", "more examples, all formats"),
    ),
    "newsparse parse": (
        ("newsparse parse page.txt", "one article as JSON"),
        ("newsparse parse page.txt -f markdown", "… as Markdown"),
        ("newsparse parse pages/ -o out/ -f html", "a file for each page"),
        ("newsparse parse 'pages/**/*.txt' -o all.csv", "a table"),
        ("newsparse parse in.jsonl.gz -o out.jsonl.zst", "a corpus, on all cores"),
        ("newsparse parse in.jsonl.gz -o out.jsonl.zst --resume", "… taken up where it was cut off"),
        ("newsparse parse in.csv --text-column body", "text from a named column"),
        ("newsparse parse old.txt --encoding cp1252", "text that is not UTF-8"),
        ("newsparse parse - --fields headline,authors", "from standard input"),
    ),
    "newsparse explain": (
        ("newsparse explain page.txt", "each line, its role, and why"),
        ("newsparse explain page.txt --language de", "… if it were German"),
    ),
    "newsparse view": (
        ("newsparse view page.txt", "in the terminal"),
        ("newsparse view page.txt --reasons", "… with the reasons"),
        ("newsparse view page.txt --html page.html", "a page for the browser"),
        ("newsparse view pages/a.txt pages/b.txt --html seen/", "a page for each"),
        ("newsparse view page.txt --against before.json", "what differs from an earlier parse"),
    ),
    "newsparse corpus": (
        ("newsparse corpus crawl/ articles/", "archives and tables into Parquet, on all cores"),
        ("newsparse corpus --text-column body in.jsonl.zst articles/", "text from a named column"),
    ),
    "newsparse case new": (
        ("newsparse case new page.txt", "a case to look at"),
        ("newsparse case new page.txt -o en_bridge.case", "… to correct by hand"),
    ),
}
"""By command. The tests run them all."""


class Taught(TyperCommand):
    """A command whose help ends with its examples."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Print the help, and the examples below it."""
        super().format_help(ctx, formatter)
        show(ctx.command_path)


class TaughtGroup(TyperGroup):
    """A group of commands whose help ends with examples of them."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Print the help, and the examples below it."""
        super().format_help(ctx, formatter)
        show(ctx.command_path)


def show(command: str) -> None:
    """Print the examples of a command, in the way of the other parts of its help.

    Where a terminal is too narrow for both, what a command does goes above it.
    """
    console = Console(highlight=False)
    examples = EXAMPLES[command]
    narrow = max(len(line) for line, _ in examples) + max(len(does) for _, does in examples) + 8 > console.width
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=not narrow)
    table.add_column()
    for line, does in examples:
        if narrow:
            table.add_row(Text(f"# {does}", style="dim"))
            table.add_row(Text(line, style="green"))
        else:
            table.add_row(Text(line, style="green"), Text(f"# {does}", style="dim"))
    console.print(Panel(table, title="Examples", title_align="left", box=ROUNDED, border_style="dim"))
