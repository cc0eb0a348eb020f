"""Text that a program has cut into words, with a space before each sign ("-LRB- CNN -RRB- -- He said , `` No . ''").

It is read with its signs where they belong. Each goes before or behind the spaces around it, so that all words stay at
their places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, partial

import attrs

from newsparse.block import Block
from newsparse.data import read_data
from newsparse.splitting.lines import EDGES
from newsparse.splitting.located import Meant

COMMA, STOP = " , ", " ."
ELLIPSIS = " . . "
FEWEST = 3
"""Signs with a space before them that make such a text."""
SELDOM = 0.1
"""How many commas without one there are at most for each."""
MOST_STOPS = 2
"""How many full stops there are at most for each with a space before it: some put spaces around commas alone."""
SIGNS = r"[.,;:?!%。、，]|\.\.\."
"""What stands at the end of a word."""
QUOTE, OPENING, CLOSING = '"', "\ue000", "\ue001"
"""A quotation mark, and what is read in its place until it is known whether it opens or closes."""
LOW, HIGH, CODE = "``", "''", "```"
"""How treebanks and old wires write quotation marks, and what Markdown has around code."""
ALONE = re.compile(r'(?<!\S)"(?!\S)')
PRINTED = {ord(OPENING): QUOTE, ord(CLOSING): QUOTE}


@attrs.frozen
class Whole(Meant):
    """A text with its signs where they belong, as long as the one that was cut into words."""

    def ends_of(self, blocks: Sequence[Block]) -> Iterator[int]:
        """Where each block ends in the source: signs may stand behind its last word there."""
        for block in blocks:
            end = last = block.end
            while end < len(self.text) and self.text[end] == " ":
                end += 1
                if self.source[end - 1] not in EDGES:
                    last = end
            yield last


def untokenised(text: str) -> Whole | None:
    """A text that was cut into words with its signs where they belong; None for any other, as nearly all are.

    Old wires have the same quotation marks ("``No,'' he said") without the spaces.
    """
    if not is_tokenised(text):
        if LOW[0] in text and LOW in text and CODE not in text and SELDOM * text.count(LOW) < text.count(HIGH):
            return Whole(text.replace(LOW, f" {QUOTE}").replace(HIGH, f"{QUOTE} "), text)
        return None
    paired = "\n".join(map(with_pairs, text.split("\n"))) if QUOTE in text else text
    closed = behind_words().sub(partial(moved, words("closing"), behind=True), paired)
    plain = before_words().sub(partial(moved, words("opening"), behind=False), closed).translate(PRINTED)
    return Whole(plain, text) if plain != text else None


def is_tokenised(text: str) -> bool:
    """Whether a text was cut into words: a space is before nearly every comma, and before many full stops."""
    commas = text.count(COMMA) if COMMA in text else 0
    if not commas and STOP not in text:
        return False
    stops = text.count(" . ") + text.count(" .\n") + text.endswith(STOP)
    spaced = commas + stops
    if spaced < FEWEST:
        return False  # most of the others
    if not commas and 2 * text.count(ELLIPSIS) >= stops:
        return False  # most stops are an ellipsis's, as people write it
    # treebanks cut off the stop that ends a line, and leave those within it: they may end abbreviations
    ends, cut = text.count(".\n") + text.endswith("."), text.count(" .\n") + text.endswith(STOP)
    if not commas or not ends:
        ends, cut = ends + text.count(". "), stops
    if ends > MOST_STOPS * cut:
        return False  # ellipses or commas with spaces, and ends of sentences without
    return text.count(", ") - commas <= SELDOM * spaced and OPENING not in text and CLOSING not in text


@cache
def words(place: str) -> dict[str, str]:
    """What stands before words (`opening`) or behind them (`closing`), and what is read for it."""
    signs = {said: sign for sign, every in read_data("tables/tokens.toml")[place].items() for said in every}
    return signs | ({OPENING: OPENING} if place == "opening" else {CLOSING: CLOSING})


@cache
def before_words() -> re.Pattern[str]:
    """What opens, with the spaces behind it."""
    return re.compile(rf"(?<!\S)(?:(?:{'|'.join(map(re.escape, words('opening')))}) ++)++(?=\S)")


@cache
def behind_words() -> re.Pattern[str]:
    """What ends words, with the spaces before it."""
    parts = read_data("tables/tokens.toml")["parts"]["ends"]
    return re.compile(rf"(?<=\S)(?: ++(?:{SIGNS}|{'|'.join(map(re.escape, [*words('closing'), *parts]))})(?!\S))++")


def moved(table: dict[str, str], match: re.Match[str], *, behind: bool) -> str:
    """Some signs without the spaces between them, which stand `behind` them or before."""
    said = "".join([table.get(sign, sign) for sign in match[0].split()])
    return said.ljust(len(match[0])) if behind else said.rjust(len(match[0]))


def with_pairs(line: str) -> str:
    """A line in which every other quotation mark between spaces opens, and every other closes."""
    pieces = ALONE.split(line)
    made = [piece + (CLOSING if number % 2 else OPENING) for number, piece in enumerate(pieces[:-1])]
    return "".join([*made, pieces[-1]])
