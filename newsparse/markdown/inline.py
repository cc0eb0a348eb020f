"""Marks within a line: strong text and the like, code, escapes, tags and entities of HTML."""

from __future__ import annotations

import re
from functools import cache

PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
"""What a backslash may stand before."""
STAND_INS = "".join(map(chr, range(0xFDD0, 0xFDF0)))
"""As many characters that no text has: Unicode keeps them for a program's own use."""
HIDE = str.maketrans(PUNCTUATION, STAND_INS)
RESTORE = str.maketrans(STAND_INS, PUNCTUATION)

LITERAL = re.compile(r"\\([!-/:-@\[-`{-~])|(?<!`)(?:`([^`]{1,1000}+)`|``((?:[^`]|`(?!`)){1,1000}+)``)(?!`)")
"""A character behind a backslash, or code."""
EMPHASIS = re.compile(
    r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,1000})(?<=[^\s*])\*(?![\w*])|(?<![\w_])_(?=[^\s_])([^_\n]{1,1000})(?<=[^\s_])_(?![\w_])"
)
AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,2000})>")
SPACES = re.compile(r" {2,}")


@cache
def strong() -> re.Pattern[str]:
    """Text between two stars, underscores or tildes; compiled when first met, which takes 8 ms."""
    return re.compile(
        r"\*\*((?:(?!\*\*).){1,2000})\*\*|__(?=\S)((?:(?!__).){1,2000})(?<=\S)__|~~(?=\S)((?:(?!~~).){1,2000})(?<=\S)~~"
    )


@cache
def tag() -> re.Pattern[str]:
    """A tag of HTML that converters leave in Markdown; those between which there is a space are told from others."""
    apart = "address article aside blockquote br caption center dd div dl dt figcaption figure footer h[1-6] header hr"
    apart += " iframe img li main nav ol p picture pre section source svg table tbody td tfoot th thead tr ul video"
    within = "a abbr audio b big bdi cite code del dfn details em font i ins kbd mark noscript q s samp small span"
    within += " strike strong sub summary sup time tt u wbr"
    either = "|".join(apart.split()), "|".join(within.split())
    return re.compile(
        rf"</?(?:({either[0]})|{either[1]})(?:\s[^<>=]{{1,200}}+=[^<>]{{0,4000}}+|\s{{0,3}}/?)>", re.IGNORECASE
    )


def hide(text: str) -> str:
    """A line in which escaped characters, and those of code, mean nothing; `restore` brings them back."""
    if ("\\" not in text and "`" not in text) or any(sign in text for sign in STAND_INS):
        return text
    return LITERAL.sub(lambda match: (match[1] or match[2] or match[3].strip()).translate(HIDE), text)


def restore(text: str) -> str:
    """A line with the characters that `hide` has put stand-ins for."""
    return text.translate(RESTORE)


def without_html(text: str) -> str:
    """A line without comments and tags; an address in angle brackets stays."""
    text = AUTOLINK.sub(r"\1", without_comments(text))
    bare = tag().sub(lambda match: " " if match[1] else "", text)
    return text if bare == text else SPACES.sub(" ", bare).strip()


def without_comments(text: str) -> str:
    """A line without its comments; one that does not end stays."""
    kept: list[str] = []
    here = 0
    while (start := text.find("<!--", here)) >= 0 and (end := text.find("-->", start)) >= 0:
        kept.append(text[here:start])
        here = end + 3
    return "".join([*kept, text[here:]])


def without_strong(text: str) -> tuple[str, bool]:
    """A line without the marks of strong and struck text, and whether all of it was strong."""
    match = strong().fullmatch(text.strip())
    whole = match is not None and match[3] is None
    bare = strong().sub(lambda match: match[1] or match[2] or match[3], text)
    if "** " in text or " **" in text:
        bare = SPACES.sub(" ", bare)
    # the other mark is on another line
    return (bare.strip().removeprefix("**").removesuffix("**") if bare.count("**") == 1 else bare), whole


def without_emphasis(text: str) -> str:
    """A line without the marks of emphasis."""
    return EMPHASIS.sub(lambda match: match[1] or match[2], text)
