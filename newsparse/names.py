"""Names of people, as bylines and credits have them."""

from __future__ import annotations

import re

PARTICLES = frozenset(
    "van von der den de del della di da dos das do du le la el al bin ibn ben abu zu zum zur ten ter y e af av i".split()
)
"""Particles inside names, in the languages whose names have them (CLDR and style guides list the same)."""
NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’\-.‑])*\.?$")
SEPARATOR = re.compile(r"\s*(?:,|;|/|\||&|·|•|\+|\s(?:and|und|et|y|e|og|och|en|i|a|ja|ve|и|та|sowie|con|com|with|mit)\s)\s*")


def is_name(text: str) -> bool:
    """Whether a text has the form of one person's name: two to five words, all but particles in capitals."""
    words = text.split()
    if not 2 <= len(words) <= 6:
        return False
    proper = 0
    for word in words:
        if not NAME_WORD.match(word):
            return False
        if word[0].isupper() or not (word[0].islower() or word[0].isupper()):
            proper += 1
        elif word not in PARTICLES:
            return False
    return proper >= 2


def looks_like_names(text: str) -> bool:
    """Whether a text is nothing but one to four names."""
    if len(text) > 120:
        return False
    parts = [part for part in SEPARATOR.split(text.strip(" .:–-")) if part]
    return 1 <= len(parts) <= 4 and all(is_name(part) for part in parts)
