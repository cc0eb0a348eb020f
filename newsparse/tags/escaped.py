"""Tags whose signs are escaped ("&lt;p&gt;"), as feeds have them within their own tags."""

from __future__ import annotations

import re
from html import unescape

FILLER = "\ufdef"
"""A character that no text has, as Unicode keeps it for a program's own use: it keeps every place where it is."""
FILLERS = len("&lt;") - 1
"""How many stand before a tag, and behind it."""
SIGN = re.compile(r"&(?:lt|gt|quot|apos|amp|#0?3[49]|#x2[27]);")


def unescaped(text: str) -> str:
    """A text, no longer and no shorter, with the signs that are escaped in it, each once."""
    return SIGN.sub(filled, text)


def filled(sign: re.Match[str]) -> str:
    """A sign with what fills its place up: before it where a tag's name is to follow."""
    said = unescape(sign[0])
    return said.rjust(len(sign[0]), FILLER) if said in "<&" else said.ljust(len(sign[0]), FILLER)
