"""Bytes to text, and what to say where they do not fit."""

from __future__ import annotations

import codecs
import sys
from pathlib import Path
from typing import BinaryIO

from newsparse.cli.compression import BROKEN, plain_name, read_all
from newsparse.cli.problems import RunError, UsageError, say, unread
from newsparse.html import html_to_text

STDIN = "-"
HTML = (".html", ".htm")
"""The suffixes of files that are turned into text first."""
MARKS = ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
"""Byte-order marks that say which encoding a file has."""
OTHER_ENCODING = "name its encoding, such as --encoding cp1252"


def read_text(name: str, encoding: str) -> str:
    """The text of a file (of its HTML, if it is named so), or of standard input for "-".

    Raises `RunError` or `UsageError`.
    """
    check_encoding(encoding)
    try:
        data = standard_input().read() if name == STDIN else read_all(Path(name))
    except (*BROKEN, ValueError) as error:
        raise RunError(f"{name}: {unread(error)}") from None
    try:
        text = decode(data, encoding)
        return html_to_text(text) if plain_name(Path(name)).suffix.lower() in HTML else text
    except (RunError, ModuleNotFoundError) as problem:
        raise RunError(f"{name}: {problem}") from None


def standard_input() -> BinaryIO:
    """Standard input; at a terminal, whoever sits there is told that it is waited for. Raises `RunError` if closed."""
    # Python has None where the standard input was closed before it started
    if sys.stdin is None:
        raise RunError(f"{STDIN}: standard input is closed; name a file")
    if sys.stdin.isatty():
        say("reading from the terminal; Ctrl-D on a line of its own ends the text, Ctrl-C stops")
    return sys.stdin.buffer


def decode(data: bytes, encoding: str) -> str:
    """The text of some bytes; raises `RunError` that says what was tried and what else to try."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise RunError(misfit(error, encoding)) from None


def misfit(error: UnicodeDecodeError, encoding: str) -> str:
    """Which byte does not fit which encoding, and how to name another."""
    marked = next((name for mark, name in MARKS if error.object.startswith(mark)), None)
    hint = f"its byte-order mark says --encoding {marked}" if marked else OTHER_ENCODING
    return f"not {encoding} (byte {error.start} is 0x{error.object[error.start]:02x}); {hint}"


def check_encoding(encoding: str) -> None:
    """Raise `UsageError` for a name that is no encoding of text."""
    try:
        b"a".decode(encoding)
    except (LookupError, ValueError) as error:
        if not isinstance(error, UnicodeDecodeError):
            raise UsageError(f"unknown encoding {encoding!r}: try utf-8, cp1252, latin-1 or utf-16") from None
