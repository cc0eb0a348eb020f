"""What services that hand texts on, as press releases and wires are, write around them: `tables/handed_on.toml`."""

from __future__ import annotations

from functools import cache

import attrs

from newsparse.block import Block
from newsparse.data import read_data

CONTACT, ADDRESS, ABOUT, NOTE, END = range(1, 6)
"""What a line below a press release heads."""
LONGEST_LABEL, LONGEST_END = 10, 24
"""Words of a label at most, and characters of an end's mark."""
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
    wires: tuple[str, ...]
    slugs: tuple[str, ...]
    urgent: frozenset[str]


@cache
def phrases() -> Phrases:
    """All of them, lower-case."""
    read = read_data("tables/handed_on.toml")
    kinds = (("firms", ABOUT), ("notes", NOTE), ("addresses", ADDRESS), ("contacts", CONTACT))
    return Phrases(
        {phrase.translate(DASHES): kind for name, kind in kinds for phrase in read[name]},
        frozenset(read["heads"]),
        frozenset(read["ends"]),
        tuple(read["about"]),
        tuple(read["sources"]),
        tuple(read["wires"]),
        tuple(read["slugs"]),
        frozenset(read["urgent"]),
    )


def label_of(block: Block) -> int:
    """What a line heads that is nothing but a label, or opens with one and a colon; 0 for any other."""
    labels, lower = phrases().labels, block.lower
    if block.words <= LONGEST_LABEL:
        kind = labels.get(lower.strip(AROUND).translate(DASHES), 0)
        if kind or ":" not in lower:
            return kind
    return labels.get(lower.partition(":")[0].strip(AROUND).translate(DASHES), 0)


def is_end(block: Block) -> bool:
    """Whether a line is a mark, or a word, that ends a text; the dash that opens it may have been taken for an item's."""
    if len(block.text) > LONGEST_END:
        return False
    text = block.marker + block.lower if block.marker and block.marker in DASH_MARKS else block.lower
    return "".join(text.translate(DASHES).split()) in phrases().ends
