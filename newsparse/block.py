"""A block: one stretch of the input that has one role, and what can be seen of it by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import chain
from typing import Any

import attrs

from newsparse.article import Evidence, Role
from newsparse.weights import Finding

OPENING_QUOTES = "„“”«»‹›\"'‚‘’「『《〈"
CLOSING_MARKS = "“”«»‹›\"'‘’」』》〉)]）］】*"
AFTER_STOP = CLOSING_MARKS + " \xa0\u202f\u2009"
"""Closing marks, with the spaces that French has before some: "… une clé. »"."""
STOPS = ".!?…。！？؟۔।｡"
QUESTIONS = "?？؟"
STOPS_OF_TITLES = "?!？！"
"""Those that may end a title, a header of a section too."""
COLONS = ":：﹕"
BETWEEN_SENTENCES = (". ", "? ", "! ", "。", "। ", "۔ ")
"""What stands where one sentence ends and the next begins."""


Reasons = tuple[Evidence, ...] | list[Finding]
"""Evidence; or, as the rules gave it, still folded: most of it is never asked for."""


def unfold(reasons: Reasons) -> tuple[Evidence, ...]:
    """Each piece of evidence by itself."""
    if isinstance(reasons, tuple):
        return reasons
    return tuple(chain.from_iterable([found.evidence for found in reasons]))


@attrs.frozen
class Block:
    """A paragraph, header, list item, caption or other stretch of the input that has one role.

    `text` is the block without list marker, notes behind links and surrounding space, hard-wrapped lines joined, white
    space plain; `source[start:end]` (in code points) is the block as it stood in the input, with its marker.
    The remaining fields are what a rule may want to see; they do not count when blocks are compared.
    """

    text: str
    start: int = 0
    end: int = 0
    role: Role = Role.BOILERPLATE
    _reasons: Reasons = attrs.field(default=(), alias="evidence", eq=unfold, repr=False)

    index: int = attrs.field(default=0, eq=False, repr=False)
    """Its number in the page, from 0."""
    marker: str = attrs.field(default="", eq=False, repr=False)
    """The list marker or Markdown mark before the text ("•", "-", "2.", "##", ">", "![]", "[]", "**"), or the mark for
    what its tag of HTML says, or ""; "~" if it is nothing but marks."""
    indent: int = attrs.field(default=0, eq=False, repr=False)
    """White space before the first line, in columns (a tab counts four)."""
    gap: int = attrs.field(default=0, eq=False, repr=False)
    """Blank lines above; the first block of a page has 9."""
    gap_below: int = attrs.field(default=0, eq=False, repr=False)
    """Blank lines below; the last block of a page has 9."""
    words: int = attrs.field(default=0, eq=False, repr=False)
    """Length in words; in scripts without spaces, two characters count as a word, in Thai and Lao five."""
    lower: str = attrs.field(default="", eq=False, repr=False)
    """The text lower-case, for comparisons."""
    final: str = attrs.field(default="", eq=False, repr=False)
    """The last character that is not a closing quote or bracket, if there is any; of a paragraph that is signed behind
    its last sentence, that sentence's."""
    signed: int = attrs.field(default=0, eq=False, repr=False)
    """Where in the text begins what signs a paragraph ("(Reuters)"), or 0."""

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What the rules found in it: their reasons for and against each role."""
        return unfold(self._reasons)

    @property
    def ends_with_stop(self) -> bool:
        """Whether a full stop, question or exclamation mark or ellipsis of any script ends it."""
        return self.final in STOPS

    @property
    def ends_with_question(self) -> bool:
        """Whether a question mark of any script ends it."""
        return self.final in QUESTIONS

    @property
    def ends_with_colon(self) -> bool:
        """Whether a colon ends it."""
        return self.final in COLONS

    @property
    def opens_with_quote(self) -> bool:
        """Whether a quotation mark opens it."""
        return self.text[0] in OPENING_QUOTES

    @property
    def is_numbered(self) -> bool:
        """Whether it is indented and opens with a digit, as the items of a numbered list are."""
        return self.indent >= 2 and self.text[0].isdigit()

    @property
    def is_item(self) -> bool:
        """Whether a list marker stood before it; two stars are around strong text."""
        return self.marker not in ("", "**") and (self.marker[0] in "•▪●◦‣∙·*+–—-‐■□►▸○✓➤" or self.marker[-1] in ".)")


class Draft(Block):
    """A block while it is being made: its fields may be set, and then it becomes a `Block` by changing its class.

    A frozen class sets each of its fields by a call, which takes three times as long as everything else in `measure`.
    """

    __slots__ = ()
    __setattr__ = object.__setattr__
    __delattr__ = object.__delattr__  # or the interpreter would look for a function in Python at every assignment


UNTIL_KNOWN = Role.BOILERPLATE
SET_ROLE = Block.__dict__["role"].__set__
SET_REASONS = Block.__dict__["_reasons"].__set__


def settle(block: Block, role: Role, reasons: Reasons) -> None:
    """Write role and evidence into a block that the parser has made and nobody else has seen yet.

    Blocks are frozen for everybody else; a second block for each line would cost a tenth of the parser's time.
    """
    SET_ROLE(block, role)
    SET_REASONS(block, reasons)


def renumber(block: Block, index: int, gap: int) -> None:
    """Write its number and the blank lines above it into a block that nobody else has seen yet."""
    object.__setattr__(block, "index", index)
    object.__setattr__(block, "gap", gap)


def shorten(block: Block, text: str) -> None:
    """Write a shorter text, of a line's beginning, into a block that nobody else has seen yet."""
    shorter = measure(text, block.start, block.end, unspaced=block.words > block.text.count(" ") + 1)
    for field in ("text", "lower", "words", "final"):
        object.__setattr__(block, field, getattr(shorter, field))


def sign(block: Block, place: int, final: str) -> None:
    """Write where a paragraph's signature begins, and which sign ends it before, into a block nobody else has seen."""
    object.__setattr__(block, "signed", place)
    object.__setattr__(block, "final", final)


def stops_within(text: str) -> int:
    """How many sentences end within a text, not counting its last; abbreviations count too."""
    return sum(map(text.count, BETWEEN_SENTENCES))


def has_any(text: str, marks: Sequence[str]) -> bool:
    """Whether one of some marks stands in a text: each looked for by itself, in a third of the time of a pattern."""
    for mark in marks:  # noqa: SIM110 - a generator takes twice as long
        if mark in text:
            return True
    return False


def ends_like_title(block: Block) -> bool:
    """Whether no stop ends a block but one that may end a title."""
    return block.final not in STOPS or block.final in STOPS_OF_TITLES


def is_row(text: str) -> bool:
    """Whether a line is a table's row: a tab divides its cells; one may stand in a sentence by mistake."""
    return text.count("\t") > 1


def measure(  # noqa: PLR0917 - one field of a block after the other
    text: str,
    start: int,
    end: int,
    index: int = 0,
    marker: str = "",
    indent: int = 0,
    gap: int = 0,
    gap_below: int = 0,
    *,
    unspaced: bool = False,
) -> Block:
    """A block with everything that can be seen of it by itself filled in."""
    words = text.count(" ") + 1
    if unspaced:
        signs, letters = signs_within(text)
        words = max(words, round((signs - letters) / SIGNS_OF_A_WORD + letters / LETTERS_OF_A_WORD))
    lower = text.lower()
    if lower == text:
        lower = text  # one string of the two
    elif len(lower) != len(text):
        lower = text.replace("İ", "i").lower()  # the only letter that grows: places in both must agree
    final = text[-1]
    if final in CLOSING_MARKS:
        final = text.rstrip(AFTER_STOP)[-1:] or final
    block: Any = Draft.__new__(Draft)
    block.text = text
    block.start = start
    block.end = end
    block.role = UNTIL_KNOWN
    block._reasons = ()
    block.index = index
    block.marker = marker
    block.indent = indent
    block.gap = gap
    block.gap_below = gap_below
    block.words = words
    block.lower = lower
    block.final = final
    block.signed = 0
    block.__class__ = Block
    made: Block = block
    return made


SIGNS_OF_A_WORD, LETTERS_OF_A_WORD = 2, 5
"""Characters that count as a word in East Asia, and in Thai and Lao, which write letters."""
SPACED_HALVES = bytes([*range(0x0E), *range(0x0F, 0x30), *range(0xA0, 0x100)])
"""The upper bytes of 16 bits that no character of such a script has; of U+3000 to U+30FF, some are."""
SPACED = re.compile("[\x00-\u0dff\u1e00-\u303f]*")
"""A stretch without such characters, all but exact: to run over it takes a fifth of the time of a search."""


def upper_halves(text: str) -> bytes:
    """The upper halves of a text's characters (UTF-16), which tell of most texts, in a third of a pattern's time, what
    characters they have none of; none for a text in ASCII."""
    return b"" if text.isascii() else text.encode("utf-16-le", "surrogatepass")[1::2]


def has_unspaced(text: str, halves: bytes) -> bool:
    """Whether a text, of which `halves` are the `upper_halves`, has a character of a script written without spaces."""
    if not halves.translate(None, SPACED_HALVES):
        return False
    spaced = SPACED.match(text)
    end = spaced.end() if spaced else 0
    return end < len(text) and unspaced_sign().search(text, end) is not None


def signs_within(text: str) -> tuple[int, int]:
    """How many characters of scripts written without spaces a text has, and how many of those are letters."""
    every, letters = runs_of_signs()
    signs = len(text) - len(every.sub("", text))  # taken out run by run, in a fraction of the time of one by one
    return signs, len(text) - len(letters.sub("", text)) if letters.search(text) else 0


@cache
def runs_of_signs() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Characters of such scripts in a row; and those of them that are letters, in Thai and Lao."""
    return re.compile("[\u0e00-\u0eff\u3040-\u9fff]+"), re.compile("[\u0e00-\u0eff]+")


@cache
def unspaced_sign() -> re.Pattern[str]:
    """A character of a script written without spaces (Thai, Lao, kana, Han).

    Compiled when a page may have one: to compile a class takes longer the more characters it has, here 2 ms.
    """
    return re.compile("[\u0e00-\u0eff\u3040-\u9fff]")
