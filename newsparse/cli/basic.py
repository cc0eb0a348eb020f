"""The command line without extras: `newsparse FILE` prints the article as JSON."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from newsparse import __version__
from newsparse.cli.decoding import read_text
from newsparse.cli.problems import UsageError, guarded, known_names
from newsparse.explanation import explain
from newsparse.formats import to_json
from newsparse.parser import parse

COMMANDS = ("parse", "explain", "view", "corpus", "languages", "publishers", "case")
"""What the extra adds."""
EXAMPLES = """\
examples:
  newsparse article.txt                     the article as JSON
  newsparse --explain article.txt           each line, its role, and why
  curl -s https://example.org/a.txt | newsparse

Folders, JSON Lines, CSV, other formats and several processes: pip install 'newsparse[cli]'
"""


def run(arguments: Sequence[str]) -> int:
    """Run; returns the exit status."""
    return guarded(lambda: work(arguments))


def build_parser() -> argparse.ArgumentParser:
    """The options."""
    parser = argparse.ArgumentParser(
        prog="newsparse",
        description="The plain text of a news page in, its structure out.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "file", nargs="?", default="-", metavar="FILE", help="the text of a page; - or nothing: standard input"
    )
    parser.add_argument("--explain", action="store_true", help="print each line with its role and the reasons")
    parser.add_argument("--no-blocks", action="store_true", help="leave the labelled lines out of the JSON")
    parser.add_argument("--language", metavar="CODE", help="the page's language (ISO 639-1); default: found out")
    parser.add_argument("--publisher", metavar="NAME", help="the publisher's profile; default: found out")
    parser.add_argument("--encoding", default="utf-8", help="of the input (default: %(default)s)")
    parser.add_argument("--version", action="version", version=f"newsparse {__version__}")
    return parser


def work(arguments: Sequence[str]) -> int:
    """What the options ask for."""
    if arguments and arguments[0] in COMMANDS and not Path(arguments[0]).exists():
        raise UsageError(f"the command `newsparse {arguments[0]}` needs an extra: pip install 'newsparse[cli]'")
    options, unknown = build_parser().parse_known_args(arguments)
    if unknown:
        raise UsageError(f"{unknown[0]} is too much for this installation; the rest: pip install 'newsparse[cli]'")
    if not arguments and sys.stdin is not None and sys.stdin.isatty():
        build_parser().print_help()
        return 0
    text = read_text(options.file, options.encoding)
    given = {"language": options.language, "publisher": options.publisher}
    with known_names():
        if options.explain:
            output = str(explain(text, **given))
        else:
            output = to_json(parse(text, **given), blocks=not options.no_blocks)
    sys.stdout.buffer.write((output + "\n").encode("utf-8", "backslashreplace"))
    return 0
