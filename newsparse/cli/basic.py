"""The command line without extras: `newsparse FILE` prints the article as JSON."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from attrs import asdict

from newsparse import __version__
from newsparse.cli.compression import plain_name
from newsparse.cli.decoding import RECORDS, read_text
from newsparse.cli.given import Given
from newsparse.cli.problems import UsageError, exists, guarded, misspelt
from newsparse.explanation import explain
from newsparse.extras import install
from newsparse.formats import to_json
from newsparse.parser import parse

COMMANDS = ("parse", "explain", "view", "corpus", "languages", "publishers", "case")
"""What the extra adds; "corpus" has an extra of its own."""
WITHOUT = {
    "parse": "; for one page, `newsparse FILE` does without",
    "explain": "; `newsparse --explain FILE` does without",
}
"""What there is in their stead."""
OPTIONS = (
    *("--format", "-f", "--output", "-o", "--fields", "--blocks", "--force", "--resume", "--input-format"),
    *("--text-column", "--processes", "--quiet", "-q", "--install-completion", "--show-completion"),
)
"""Options of `newsparse` and of `newsparse parse` that the extra adds."""
EXAMPLES = """\
examples:
  newsparse article.txt                     the article as JSON
  newsparse --explain article.txt           each line, its role, and why
  curl -s https://example.org/a.txt | newsparse

Folders, JSON Lines, CSV, other formats and several processes:
  {install}
"""


def run(arguments: Sequence[str]) -> int:
    """Run; returns the exit status."""
    return guarded(lambda: work(arguments))


def build_parser() -> argparse.ArgumentParser:
    """The options."""
    parser = argparse.ArgumentParser(
        prog="newsparse",
        description="The plain text of a news page in, its structure out.",
        epilog=EXAMPLES.format(install=install("cli")),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "file", nargs="?", default="-", metavar="FILE", help="the text of a page; - or nothing: standard input"
    )
    parser.add_argument("--explain", action="store_true", help="print each line with its role and the reasons")
    parser.add_argument("--no-blocks", action="store_true", help="leave the labelled lines out of the JSON")
    parser.add_argument("--language", metavar="CODE", help="the page's language (ISO 639-1); default: found out")
    parser.add_argument("--publisher", metavar="NAME", help="the publisher's profile; default: found out")
    parser.add_argument("--encoding", default="utf-8", metavar="NAME", help="of the input (default: %(default)s)")
    parser.add_argument(
        "--reference-time",
        metavar="TIME",
        help='when the page was fetched (ISO 8601); tells what "2 hours ago" means; default: such times are not read',
    )
    parser.add_argument("--version", action="version", version=f"newsparse {__version__}")
    return parser


def work(arguments: Sequence[str]) -> int:
    """What the options ask for."""
    if arguments and arguments[0] in COMMANDS and not Path(arguments[0]).exists():
        command = install("corpus" if arguments[0] == "corpus" else "cli")
        raise UsageError(
            f"the command `newsparse {arguments[0]}` needs an extra: {command}{WITHOUT.get(arguments[0], '')}"
        )
    options, unknown = build_parser().parse_known_args(arguments)
    if arguments and (wrong := misspelt(arguments[0], COMMANDS)):
        raise UsageError(wrong)
    if unknown:
        raise UsageError(excess(unknown[0]))
    if not arguments and sys.stdin is not None and sys.stdin.isatty():
        build_parser().print_help()
        return 0
    refuse_many(options.file)
    if options.explain and options.no_blocks:
        raise UsageError("--no-blocks leaves them out of the JSON, and --explain prints none: choose one")
    if options.explain and options.reference_time is not None:
        raise UsageError("--reference-time tells the dates in the JSON, and --explain prints none: choose one")
    given = Given.checked(options.language, options.publisher, options.reference_time)
    text = read_text(options.file, options.encoding)
    if options.explain:
        output = str(explain(text, **asdict(given)))
    else:
        output = to_json(parse(text, **asdict(given)), blocks=not options.no_blocks)
    sys.stdout.buffer.write((output + "\n").encode("utf-8", "backslashreplace"))
    return 0


def excess(argument: str) -> str:
    """What to say of an argument that is not known here."""
    name = argument.partition("=")[0]
    if not name.startswith("-"):
        return f"{argument} is a second file; several need an extra: {install('cli')}"
    if name in OPTIONS:
        return f"{name} needs an extra: {install('cli')}"
    return f"there is no option {name}; `newsparse --help` lists them"


def refuse_many(name: str) -> None:
    """Raise `UsageError` for a folder, or a file of many texts."""
    file = Path(name)
    if name and exists(name) and file.is_dir():
        raise UsageError(f"{file} is a folder; name a file in it, or, to read all, add an extra: {install('cli')}")
    suffix = plain_name(file).suffix.lower()
    if suffix in RECORDS:
        raise UsageError(f"{file}: {suffix} holds records, not one page; reading them needs an extra: {install('cli')}")
