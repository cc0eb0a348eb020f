"""Texts made from real shapes: the project's own pages with their lines shuffled, doubled, cut, glued and so on."""

from __future__ import annotations

import textwrap
from pathlib import Path
from random import Random

from hypothesis import strategies as st

from newsparse.cli.case import read_case
from tests.formats import NASTY

PAGES = tuple(read_case(path).text for path in sorted((Path(__file__).parent / "cases").glob("*.case")))
ENDS = ("\n", "\r\n", "\r", "\n\n", "\n\n\n", "\u2028", "\x85", "\x0b", "\n \t\n", "", "\\n")
ENCODINGS = ("latin-1", "cp1252", "utf-16-le", "utf-7", "cp437", "shift_jis", "koi8-r")
LABELS = (
    "HEADLINE: ",
    "BODY:\n",
    "LENGTH: ",
    "Graphic\n",
    "Load-Date: ",
    "HD ",
    "WC ",
    "LP\n",
    "Subject: ",
    "From: ",
    "Text: ",
)
MARKS = ("• ", "- ", "> ", "## ", "**", "    ", "\t", "1. ", "\u200b", "\xa0", "„", "(", "Foto: ", "https://", "| ")


def shuffled(lines: list[str], chance: Random) -> list[str]:
    return chance.sample(lines, len(lines))


def doubled(lines: list[str], chance: Random) -> list[str]:
    return [line for line in lines for _ in range(chance.choice((1, 1, 1, 2, 3)))]


def dropped(lines: list[str], chance: Random) -> list[str]:
    return [line for line in lines if chance.random() < 0.8]


def without_blank_lines(lines: list[str], chance: Random) -> list[str]:
    return [line for line in lines if line.strip()]


def cut(lines: list[str], chance: Random) -> list[str]:
    return [line[: chance.randint(0, len(line))] if chance.random() < 0.3 else line for line in lines]


def glued(lines: list[str], chance: Random) -> list[str]:
    made: list[str] = []
    for line in lines:
        if made and chance.random() < 0.3:
            made[-1] += line
        else:
            made.append(line)
    return made


def wrapped(lines: list[str], chance: Random) -> list[str]:
    width = chance.choice((10, 30, 60, 72, 100))
    return [piece for line in lines for piece in (textwrap.wrap(line, width) or [""])]


def reencoded(lines: list[str], chance: Random) -> list[str]:
    encoding = chance.choice(ENCODINGS)
    return [line.encode("utf-8", "replace").decode(encoding, "replace") for line in lines]


def undecodable(lines: list[str], chance: Random) -> list[str]:
    return [
        line.encode("utf-8", "replace")[chance.randint(0, 3) :].decode("utf-8", "surrogateescape") for line in lines
    ]


def marked(lines: list[str], chance: Random) -> list[str]:
    return [chance.choice(MARKS) + line if chance.random() < 0.4 else line for line in lines]


def labelled(lines: list[str], chance: Random) -> list[str]:
    return [chance.choice(LABELS) + line if chance.random() < 0.3 else line for line in lines]


def quoted(lines: list[str], chance: Random) -> list[str]:
    return [f"> {line}" if chance.random() < 0.98 else line for line in lines]


def in_capitals(lines: list[str], chance: Random) -> list[str]:
    return [chance.choice((str.upper, str.lower, str.title, str.swapcase))(line) for line in lines]


def turned(lines: list[str], chance: Random) -> list[str]:
    return [line[::-1] if chance.random() < 0.3 else line for line in lines]


def with_hostile_lines(lines: list[str], chance: Random) -> list[str]:
    return [piece for line in lines for piece in (line, *chance.choices(NASTY, k=chance.choice((0, 0, 1))))]


def with_hostile_words(lines: list[str], chance: Random) -> list[str]:
    return [line.replace(" ", f" {chance.choice(NASTY)} ", 1) if chance.random() < 0.4 else line for line in lines]


def mixed_with_another(lines: list[str], chance: Random) -> list[str]:
    return [chance.choice((line, other)) for line, other in zip(lines, chance.choice(PAGES).split("\n"), strict=False)]


CHANGES = (
    shuffled,
    doubled,
    dropped,
    without_blank_lines,
    cut,
    glued,
    wrapped,
    reencoded,
    undecodable,
    marked,
    labelled,
    quoted,
    in_capitals,
    turned,
    with_hostile_lines,
    with_hostile_words,
    mixed_with_another,
)


def reshape(page: str, changes: list[int], end: str, chance: Random) -> str:
    """A page after some of `CHANGES`, in order, its lines joined anew."""
    lines = page.split("\n")
    for change in changes:
        lines = CHANGES[change % len(CHANGES)](lines, chance)
    return end.join(lines)


RESHAPED = st.builds(
    reshape,
    st.sampled_from(PAGES),
    st.lists(st.integers(0, len(CHANGES) - 1), min_size=1, max_size=4),
    st.sampled_from(ENDS),
    st.randoms(use_true_random=False),
)
"""Any page of the project, changed one to four times."""
