"""Text that was decoded with the wrong table, or written out as programs write it in their own code.

UTF-8 read as Windows-1252 or Latin-1 ("KÃ¶ln", "donâ€™t"), Windows-1252 read as Latin-1 (quotation marks as control
characters), and line ends written as something else (`written.py`): the whole text tells each. The text that was meant
is parsed, and its blocks are then located in the input.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

import attrs

from newsparse.article import Article, Role
from newsparse.block import Block
from newsparse.splitting.lines import EDGES
from newsparse.splitting.located import Meant
from newsparse.splitting.written import BETWEEN_TEXTS, RULE, rule_for, with_line_ends

CONTROLS = "\x92\x93\x94\x96\x84"
"""Quotation marks and the dash of Windows-1252, as Latin-1 reads them: control characters that hardly a text has."""
WINDOWS = {
    code: bytes([code]).decode("cp1252") for code in range(0x80, 0xA0) if code not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}
}
"""What Windows-1252 has where Latin-1 has control characters."""
BYTES = {ord(sign): code for code, sign in WINDOWS.items()}
"""And the other way round: the byte of each of these signs."""
END = "\x85"
"""The one of these that texts do have: it ends lines."""
PRINTED = {code: sign for code, sign in WINDOWS.items() if chr(code) != END}
ELLIPSIS = re.compile(r"(?<=\w) ?\x85")
"""Where it ends none, if the text has other line ends."""
TRACE = "Ã"
TRACES = {
    "â": "€\x80",
    "Ð": "¾°",
    "Ø": "§",
    "Å": "‚\x82¡",
    "Ä": "±™",
    "Î": "±",
    "×": "™",
    "ã": "€\x81",
    "ç": "š",
    "à": "¤",
}
"""What the commonest letters and quotation marks of many languages begin with, read wrongly, and what goes on with it:
one of these is in every such text."""
MOSTLY = 0.9
"""The share of lines with letters beyond ASCII that can be read as UTF-8 in such a text."""


@attrs.frozen
class InPlace(Meant):
    """A text each sign of which stands at its place in the source, with white space for what it has more."""

    def ends_of(self, blocks: Sequence[Block]) -> Iterator[int]:
        """Where each block ends in the source, with what was read as white space behind it."""
        for block in blocks:
            end = block.end
            while end < len(self.text) and self.text[end] in EDGES and self.source[end] not in EDGES:
                end += 1
            yield end

    def locate(self, article: Article) -> Article:
        """The text's article, with what stands between texts as it stands there: a rule was read in its place."""
        article = super().locate(article)
        read = {rule_for(mark): mark for mark in BETWEEN_TEXTS if mark in self.source}
        if not read:
            return article
        blocks = tuple(
            attrs.evolve(block, text=read[block.text])
            if block.text in read and RULE not in self.source[block.start : block.end]
            else block
            for block in article.blocks
        )
        boilerplate = tuple(block.text for block in blocks if block.role is Role.BOILERPLATE)
        return attrs.evolve(article, blocks=blocks, boilerplate=boilerplate)


@attrs.frozen
class Reread(Meant):
    """A text whose bytes were read anew, in some of its lines or all."""

    reread: Sequence[bool]
    """Whether each line was: each byte of what it says stands for a sign of the source then."""

    def ends_of(self, blocks: Sequence[Block]) -> Iterator[int]:
        """Where each block ends in the source, by the bytes down to its last sign."""
        lines = self.text.split("\n")
        starts = [0, *accumulate([len(line) + 1 for line in lines])]
        given = [0, *accumulate([len(line) + 1 for line in self.source.split("\n")])]
        # where in the text, and where in the source: a line may hold many blocks, and is gone through once
        known, there = 0, 0
        for block in blocks:
            line = bisect_right(starts, block.end - 1) - 1
            if known < starts[line]:
                known, there = starts[line], given[line]
            between = lines[line][known - starts[line] : block.end - starts[line]]
            known, there = block.end, there + (len(between.encode()) if self.reread[line] else len(between))
            yield there


def as_meant(text: str) -> Meant | None:
    """A text as it was meant, if it says something else; most do not."""
    if (plain := with_line_ends(text)) is not None:
        return InPlace(plain, text)
    if text.isascii():
        return None
    if (TRACE in text or has_traces(text)) and (meant := reread(text)):
        return meant
    return InPlace(printed(text), text) if any(sign in text for sign in CONTROLS) else None


def meanings(source: str) -> Iterator[str]:
    """What a stretch of a text that was read wrongly, maybe more than once, can mean."""
    yield printed(source)
    while not source.isascii() and (meant := as_utf8(source)):
        source = meant
        yield source
        yield printed(source)


def printed(text: str) -> str:
    """A text with the signs of Windows-1252 in place of control characters."""
    if END in text and ("\n" in text or "\r" in text):
        text = ELLIPSIS.sub(lambda match: match[0].replace(END, WINDOWS[ord(END)]), text)
    return text.translate(PRINTED)


def has_traces(text: str) -> bool:
    """Whether a text has one of the traces of other letters; a single sign is found in a thirtieth of the time of two,
    and most texts have not both."""
    return any(
        any(sign in text and first + sign in text for sign in signs) for first, signs in TRACES.items() if first in text
    )


def reread(text: str) -> Reread | None:
    """A text read as UTF-8, if nearly all of its lines can be that have other letters than those of ASCII."""
    lines = text.split("\n")
    meant = [None if line.isascii() else as_utf8(line) for line in lines]
    found = sum(line is not None for line in meant)
    if not found or found < MOSTLY * sum(not line.isascii() for line in lines):
        return None
    read = "\n".join([line if new is None else new for line, new in zip(lines, meant, strict=True)])
    return Reread(read, text, [new is not None for new in meant])


def as_utf8(line: str) -> str | None:
    """What a line's bytes say in UTF-8, those of Windows-1252 or Latin-1; None if they say nothing."""
    try:
        return line.translate(BYTES).encode("latin-1").decode()
    except UnicodeError:
        return None
