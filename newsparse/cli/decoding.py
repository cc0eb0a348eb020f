"""Bytes to text, and what to say where they do not fit."""

from __future__ import annotations

import codecs
import sys
from pathlib import Path
from typing import BinaryIO

from newsparse.cli.compression import BROKEN, plain_name, read_all
from newsparse.cli.problems import RunError, UsageError, no_file, say, unread
from newsparse.html import html_to_text

STDIN = "-"
NO_NAME = "an input has no name; is a variable of the shell empty? - is standard input"
HTML = (".html", ".htm")
"""The suffixes of files that are turned into text first."""
RECORDS = (".jsonl", ".ndjson", ".csv", ".tsv")
"""The suffixes of files that hold many texts, each with more beside it."""
OTHERS = {".json": "give JSON Lines, one object a line", ".parquet": "see `newsparse corpus`"}
OTHERS |= dict.fromkeys((".warc", ".wet", ".arc"), "see `newsparse corpus`")
OTHERS |= dict.fromkeys((".bz2", ".xz", ".zip", ".7z", ".tar"), "unpack it first (.gz and .zst are read as they are)")
OTHERS |= dict.fromkeys((".pdf", ".doc", ".docx", ".odt", ".rtf"), "make plain text of it first")
"""What is refused by suffix, since as text it would give nonsense; and what to do."""
BEGINNINGS = {
    b"\x1f\x8b": "it is gzip: end its name in .gz, or unpack it first",
    b"\x28\xb5\x2f\xfd": "it is Zstandard: end its name in .zst, or unpack it first",
    b"BZh91AY&SY": "it is bzip2: unpack it first",
    b"\xfd7zXZ\0": "it is xz: unpack it first",
    b"PK\x03\x04": "it is a zip archive or an office document: unpack it, or make plain text of it first",
    b"\xd0\xcf\x11\xe0": "it is an office document: make plain text of it first",
    b"%PDF-": "it is PDF: make plain text of it first",
    b"PAR1\x15": "it is Parquet: see `newsparse corpus`",
}
"""What files that are no text begin with."""
MARKS = ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
"""Byte-order marks that say which encoding a file has."""
OTHER_ENCODING = "name its encoding, such as --encoding cp1252"
SEEN = 4096
"""Bytes of a file that tell whether each of its characters takes two."""


def read_text(name: str, encoding: str) -> str:
    """The text of a file (of its HTML, if it is named so), or of standard input for "-".

    Raises `RunError` or `UsageError`.
    """
    check_encoding(encoding)
    refuse_by_name(name)
    try:
        data = standard_input().read() if name == STDIN else read_all(Path(name))
    except (*BROKEN, ValueError) as error:
        raise RunError(f"{name}: {unread(error)}") from None
    try:
        text = decode(data, encoding)
        return html_to_text(text) if plain_name(Path(name)).suffix.lower() in HTML else text
    except (RunError, ModuleNotFoundError) as problem:
        raise RunError(f"{name}: {problem}") from None


def refuse_by_name(name: str) -> None:
    """Raise `RunError` for a file that by its suffix is no page of text, `UsageError` for no name at all."""
    if not name:
        raise UsageError(NO_NAME)
    if told := no_file(name):
        raise RunError(told)
    suffix = plain_name(Path(name)).suffix.lower()
    if suffix in RECORDS:
        raise RunError(f"{name}: {suffix} holds records, not one page; `newsparse parse` takes such files")
    if suffix in OTHERS:
        raise RunError(f"{name}: {suffix} is not read here; {OTHERS[suffix]}, or send it to standard input")


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
    if found := no_text(data):
        raise RunError(found)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise RunError(misfit(error, encoding)) from None
    if text.count("\0", 0, SEEN) * 4 > len(text[:SEEN]) and (wide := two_bytes_each(data)):
        raise RunError(f"not {encoding}, but two bytes a character; try --encoding {wide}")
    return text


def no_text(start: bytes) -> str | None:
    """What begins so, where that is no text in any encoding, and what to do about it."""
    return next((f"no text; {does}" for begins, does in BEGINNINGS.items() if start.startswith(begins)), None)


def no_lines(start: bytes, encoding: str) -> str | None:
    """What to say of a file of lines that begins so, where none of its lines could be read."""
    if found := no_text(start):
        return found
    if codecs.lookup(encoding).name.startswith(("utf-16", "utf-32")):
        return None
    if mark := marked(start):
        return f"not {encoding}; its byte-order mark says --encoding {mark}"
    wide = two_bytes_each(start)
    return f"not {encoding}, but two bytes a character; try --encoding {wide}" if wide else None


def marked(start: bytes) -> str | None:
    """The encoding that a byte-order mark says, other than that of UTF-8."""
    return next((name for mark, name in MARKS if start.startswith(mark)), None)


def two_bytes_each(data: bytes) -> str | None:
    """The encoding of text without a byte-order mark that has a zero in nearly every second byte, as UTF-16 has."""
    seen = data[:SEEN]
    even, odd = seen[::2].count(0), seen[1::2].count(0)
    if len(seen) < 2 or max(even, odd) * 5 < len(seen) * 2 or min(even, odd) * 20 > len(seen):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def misfit(error: UnicodeDecodeError, encoding: str) -> str:
    """Which byte does not fit which encoding, and how to name another."""
    hint = OTHER_ENCODING
    if mark := marked(error.object):
        hint = f"its byte-order mark says --encoding {mark}"
    elif wide := two_bytes_each(error.object):
        hint = f"it has two bytes a character; try --encoding {wide}"
    elif is_utf8_but_for_some(error.object, encoding):
        hint = "most of it is; `iconv -c -f utf-8 -t utf-8` leaves out what is not"
    return f"not {encoding} (byte {error.start} is 0x{error.object[error.start]:02x}); {hint}"


def is_utf8_but_for_some(data: bytes, encoding: str) -> bool:
    """Whether data that should be UTF-8 has more characters of several bytes than bytes that fit none."""
    if codecs.lookup(encoding).name != "utf-8":
        return False
    text = data.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    return len(text) - len(text.encode("ascii", "ignore")) > 2 * wrong


def check_encoding(encoding: str) -> None:
    """Raise `UsageError` for a name that is no encoding of text."""
    try:
        b"a".decode(encoding)
    except (LookupError, ValueError) as error:
        if not isinstance(error, UnicodeDecodeError):
            raise UsageError(f"unknown encoding {encoding!r}: try utf-8, cp1252, latin-1 or utf-16") from None
