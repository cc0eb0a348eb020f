"""What services that hand texts on, as press releases and wires are, write around them: `tables/handed_on.toml`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import attrs

from newsparse.block import Block
from newsparse.data import read_data

CONTACT, ADDRESS, ABOUT, NOTE, END = range(1, 6)
"""What a line below a press release heads."""
LONGEST_LABEL, LONGEST_OPENING, LONGEST_END = 10, 60, 24
"""Words of a label at most; characters of one before a colon, and of an end's mark."""
OPENING, OPENING_OF_SLUG = 4, 3
"""Letters by which most lines are told to be no label, and to be for no editor."""
AROUND = " :：.-–—*•#_[]()"
"""What stands around a label."""
DASH_MARKS = "-–—"
DASHES = str.maketrans("–—‑‐’", "----'")


@attrs.frozen
class Phrases:
    """What services write around the texts that they hand on."""

    labels: dict[str, int]
    """Whole lines, or what stands before a colon."""
    heads: frozenset[str]
    ends: frozenset[str]
    about: tuple[str, ...]
    sources: tuple[str, ...]
    signed: tuple[str, ...]
    wires: tuple[str, ...]
    slugs: tuple[str, ...]
    urgent: frozenset[str]
    openings: frozenset[str]
    """How labels and the like open; of the words for "about", the longer ones."""
    openings_of_slugs: frozenset[str]


@cache
def phrases() -> Phrases:
    """All of them, lower-case."""
    read = read_data("tables/handed_on.toml")
    kinds = (("firms", ABOUT), ("notes", NOTE), ("addresses", ADDRESS), ("contacts", CONTACT))
    labels = {plain(phrase): kind for name, kind in kinds for phrase in read[name]}
    opening = [*labels, *read["ends"], *map(str.lower, read["signed"]), *(a for a in read["about"] if len(a) > OPENING)]
    return Phrases(
        labels,
        frozenset(read["heads"]),
        frozenset(read["ends"]),
        tuple(read["about"]),
        tuple(read["sources"]),
        tuple(read["signed"]),
        tuple(read["wires"]),
        tuple(read["slugs"]),
        frozenset(read["urgent"]),
        frozenset(phrase[:OPENING] for phrase in opening),
        frozenset(phrase[:OPENING_OF_SLUG] for phrase in (*read["slugs"], *read["urgent"])),
    )


def marked(blocks: Sequence[Block]) -> list[Block]:
    """The lines that may be labels, or marks that a text ends: on most pages a few."""
    openings = phrases().openings
    return [
        block
        for block in blocks
        if block.lower[:OPENING] in openings or (len(block.text) <= LONGEST_END and not block.text[0].isalpha())
    ]


def label_of(block: Block) -> int:
    """What a line heads that is nothing but a label, or opens with one and a colon; 0 for any other."""
    labels, lower = phrases().labels, block.lower
    if block.words <= LONGEST_LABEL and (kind := labels.get(plain(lower.strip(AROUND)), 0)):
        return kind
    before, colon, _ = lower[:LONGEST_OPENING].partition(":")
    return labels.get(plain(before.strip(AROUND)), 0) if colon else 0


def is_end(block: Block) -> bool:
    """Whether a line is a mark, or a word, that ends a text; the dash that opens it may have been an item's."""
    if len(block.text) > LONGEST_END:
        return False
    text = block.marker + block.lower if block.marker and block.marker in DASH_MARKS else block.lower
    words = plain(text).split()
    if "".join(words) in phrases().ends:
        return True
    return "".join(word for word in words if not any(map(str.isdigit, word))) in phrases().ends  # behind a time


def plain(text: str) -> str:
    """A text with a hyphen for every dash, and plain apostrophes."""
    return text if text.isascii() else text.translate(DASHES)
