"""Line ends written as something else: as programs write them in their own code, and as datasets do that keep a text on
one line.

Each is replaced by white space of the same length, so that all places stay.
"""

from __future__ import annotations

import re

from newsparse.block import STOPS

ESCAPES = (
    ("\\\\r\\\\n", "     \n"),
    ("\\\\n", "  \n"),
    ("\\r\\n", "   \n"),
    ("\\n", " \n"),
    ("\\r", " \n"),
    ("\\t", "  "),
)
"""Line ends and tabs as programs write them, once and twice."""
QUOTE = '"'
ESCAPED = "\\" + QUOTE
BEHIND = re.compile(r"(?<=[^\s\\({\[])\\\"")
"""A quotation mark as they write it, one that closes: the space goes behind it, not before."""
PATH = re.compile(r"\b([A-Za-z]:\\{1,2}(?![nrt](?![a-z]))[\w.\\-]+)", re.ASCII)
"""A path of Windows, in which the same signs are parts of names."""
ENTITIES = ("&#13;&#10;", "         \n"), ("&#10;", "    \n"), ("&#xA;", "    \n"), ("&#13;", "    \n")
"""Line ends as XML writes them in attributes."""
TOKENS = "<n>", "<q>", "[SEP]", "</s>", " ¶"
"""What datasets write at the ends of lines or sentences; anything else where a text has other line ends."""
OPENINGS = {"</s>": "<s>"}
"""What stands before a sentence where that stands behind it."""
CLOSING = {"<q>": "</q>"}
"""What shows that a token is an element of HTML."""
FEWEST = 2
SENTENCE_ENDS = frozenset(STOPS) | {QUOTE}
NEVER_ELSE = "NEWLINE_CHAR"
"""What can be nothing but a line end, in a text that has others, too."""
BETWEEN_TEXTS = "|||||", "story_separator_special_tag"
"""What stands between the articles of a cluster."""
RULE = "·"
"""What a rule is made of that is read in its place."""


def with_line_ends(text: str) -> str | None:
    """A text with line ends in place of what is written for them; None if nothing is, as in most texts."""
    plain = text
    if NEVER_ELSE in text:
        plain = plain.replace(NEVER_ELSE, line_end(NEVER_ELSE))
    for mark in BETWEEN_TEXTS:
        if mark in text:
            rule = f"\n{rule_for(mark)}\n"
            plain = plain.replace(mark, rule).replace(f" {rule}", f"\n{rule}").replace(f"{rule} ", f"{rule}\n")
    if "\n" not in (whole := text.strip()) and "\r" not in whole:
        if "\\n" in text:
            plain = BEHIND.sub(f"{QUOTE} ", unescaped(plain)).replace(ESCAPED, f" {QUOTE}")
        elif "&#" in text and any(entity in text for entity, _ in ENTITIES):
            plain = replaced(plain, ENTITIES)
        for token in TOKENS:
            if token in text and ends_lines(token, whole) and CLOSING.get(token, "\n") not in whole:
                opening = OPENINGS.get(token, token)
                plain = plain.replace(token, line_end(token)).replace(opening, " " * len(opening))
    return None if plain is text or plain == text else plain


def rule_for(mark: str) -> str:
    """What is read in place of a mark between texts, with a line end on either side."""
    return RULE * (len(mark) - 2)


def ends_lines(token: str, text: str) -> bool:
    """Whether a token stands where lines end: often enough, and behind the end of a sentence at least once."""
    pieces = text.split(token)
    return len(pieces) > FEWEST and any(piece.rstrip()[-1:] in SENTENCE_ENDS for piece in pieces[:-1] if piece.strip())


def line_end(written: str) -> str:
    """A line end in place of what is written for one, as long as that."""
    return " " * (len(written) - 1) + "\n"


def unescaped(text: str) -> str:
    """A text with line ends and tabs in place of what programs write for them, but for those in paths."""
    pieces = PATH.split(text)
    return "".join([piece if place % 2 else replaced(piece, ESCAPES) for place, piece in enumerate(pieces)])


def replaced(text: str, table: tuple[tuple[str, str], ...]) -> str:
    """A text with the second of each pair of a table in place of the first."""
    for written, space in table:
        text = text.replace(written, space)
    return text
