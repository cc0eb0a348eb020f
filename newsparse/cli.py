"""The command line: `newsparse FILE` prints the article as JSON."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from newsparse import __version__
from newsparse.explanation import explain
from newsparse.parser import parse

FAILED, USAGE = 1, 2
EXAMPLES = """\
examples:
  newsparse article.txt                     the article as JSON
  newsparse --explain article.txt           each line, its role, and why
  curl -s https://example.org/a.txt | newsparse
"""


class InputError(Exception):
    """An input that cannot be read; the message says which, why and what to do."""


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


def read_input(name: str, encoding: str) -> str:
    """The text of a file, or of standard input for "-"."""
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"{name}: not {encoding} (byte {error.start} does not fit); name another encoding with --encoding"
        ) from None
    except LookupError:
        raise InputError(f"unknown encoding {encoding!r}; try utf-8, latin-1 or cp1252") from None
    except OSError as error:
        raise InputError(f"{name}: {error.strerror}") from None


def main(arguments: Sequence[str] | None = None) -> int:
    """Run; returns the exit status: 0, 1 if the input could not be read, 2 for wrong usage."""
    options = build_parser().parse_args(arguments)
    try:
        text = read_input(options.file, options.encoding)
    except InputError as error:
        print(f"newsparse: {error}", file=sys.stderr)
        return FAILED
    try:
        if options.explain:
            output = str(explain(text, language=options.language, publisher=options.publisher))
        else:
            article = parse(text, language=options.language, publisher=options.publisher).to_dict()
            if options.no_blocks:
                del article["blocks"]
            # a lone surrogate has no UTF-8; JSON can escape it
            plain = json.dumps(article, ensure_ascii=False, indent=2)
            output = plain if encodable(plain) else json.dumps(article, indent=2)
    except ValueError as error:
        print(f"newsparse: {error}", file=sys.stderr)
        return USAGE
    try:
        sys.stdout.buffer.write((output + "\n").encode("utf-8", "backslashreplace"))
        sys.stdout.flush()
    except BrokenPipeError:
        sys.stderr.close()
    return 0


def encodable(text: str) -> bool:
    """Whether a text can be written as UTF-8."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
