"""How well is the same page read in other forms? `python -m tests.benchmarks.forms`.

Each reference page of NewsBench is brought into the forms in which users have text, without any tool but Python's
own, and scored like the text itself. The shipped weights have seen these pages: the difference between the rows counts.
"""

from __future__ import annotations

import argparse
import collections
import html
import json
import re
import textwrap
import unicodedata
from collections.abc import Callable

import newsparse
from tests.fitting.bench import dev_pages, scorer

CONTROLS = b"\x81\x8d\x8f\x90\x9d"
"""Bytes that Windows-1252 does not have."""
COLUMNS = ("headline", "lead", "headers", "paras", "placed", "body", "score")


def wrapped(text: str, width: int = 72) -> str:
    """A text as mail programs wrap it."""
    return "\n".join(textwrap.fill(line, width, break_long_words=False) for line in text.split("\n"))


def filled(text: str) -> str:
    """A text without its blank lines."""
    return "\n".join(line for line in text.split("\n") if line.strip())


def as_windows(text: str) -> str:
    """A text whose UTF-8 was read as Windows-1252."""
    tables = ("latin-1" if byte in CONTROLS else "cp1252" for byte in text.encode())
    return "".join(bytes([byte]).decode(table) for byte, table in zip(text.encode(), tables, strict=True))


def as_latin(text: str) -> str:
    """A text whose UTF-8 was read as Latin-1."""
    return text.encode().decode("latin-1")


def tagged(text: str) -> str:
    """A text with a paragraph's tags around each line, on one line."""
    return "".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n") if line.strip())


def tokenised(text: str) -> str:
    """A text cut into words as treebanks have them."""
    for sign, alone in (("(", "-LRB- "), (")", " -RRB-")):
        text = text.replace(sign, alone)
    text = re.sub(r'(?<!\S)["“„«]', "`` ", text)
    text = re.sub(r'["”“»](?=[\s.,;:!?]|$)', " ''", text)
    return re.sub(r"([,;:!?…]|\.(?=\s*$)|(?<=''|B-)\.)(?=\s|$)", r" \1", text, flags=re.MULTILINE)


def numbered(text: str) -> str:
    """A text with a number before each line."""
    return "\n".join(f"{number}. {line}" for number, line in enumerate(filled(text).split("\n"), 1))


def printed(text: str, width: int = 90, height: int = 50) -> str:
    """A text printed to pages, each with the day at its top and the address at its foot, as browsers do it."""
    lines = wrapped(text, width).split("\n")
    pages = [lines[top : top + height] for top in range(0, len(lines), height)]
    return "\f".join(
        "\n".join(
            ["03.05.24, 16:20   A page of news", "", *page, "", f"https://example.org/news/1   {number}/{len(pages)}"]
        )
        for number, page in enumerate(pages, 1)
    )


FORMS: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "without blank lines": filled,
    "hard-wrapped at 72 columns": wrapped,
    "hard-wrapped, without blank lines": lambda text: wrapped(filled(text)),
    "hard-wrapped, paragraphs told by indents": lambda text: "\n".join(
        textwrap.fill(line, 72, initial_indent="    ", break_long_words=False) for line in filled(text).split("\n")
    ),
    "hard-wrapped, line ends doubled": lambda text: wrapped(text).replace("\n", "\r\r\n"),
    "quoted as in mail, hard-wrapped": lambda text: "\n".join(f"> {line}" for line in wrapped(text).split("\n")),
    "line ends written as \\n": lambda text: text.replace("\n", "\\n"),
    "UTF-8 read as Windows-1252": as_windows,
    "UTF-8 read as Latin-1": as_latin,
    "accents apart (NFD)": lambda text: unicodedata.normalize("NFD", text),
    "with entities": html.escape,
    "<p> around each line, on one line": tagged,
    "<br> for each line end": lambda text: html.escape(text, quote=False).replace("\n", "<br>"),
    "tags escaped": lambda text: html.escape(tagged(text)),
    "lines numbered": numbered,
    "a list of strings, as JSON": lambda text: json.dumps(filled(text).split("\n")),
    "line ends written as NEWLINE_CHAR": lambda text: text.replace("\n", " NEWLINE_CHAR "),
    "cut into words": tokenised,
    "printed to pages": printed,
}
"""The forms, and how a text is brought into each."""


def main() -> None:
    """Print a row of scores for each form."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.forms", description=__doc__)
    parser.add_argument("--input", default="main", choices=["main", "full"])
    parser.add_argument("forms", nargs="*", help=f"some of: {'; '.join(FORMS)}")
    args = parser.parse_args()
    if unknown := set(args.forms) - FORMS.keys():
        parser.error(f"no such form: {', '.join(sorted(unknown))}")
    score, pages = scorer(), dev_pages()
    print(f"| {args.input} | {' | '.join(COLUMNS)} |\n|{' --- |' * (len(COLUMNS) + 1)}")
    for form in args.forms or FORMS:
        counts: collections.Counter[str] = collections.Counter()
        for page in pages:
            found = newsparse.parse(FORMS[form](page["text"][args.input]))
            counts += score.compare(page, score.from_article(found), args.input)
        row = score.row(counts)
        print(f"| {form} | {' | '.join(f'{row[column]:.3f}' for column in COLUMNS)} |", flush=True)


if __name__ == "__main__":
    main()
