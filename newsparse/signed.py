"""The end of an article's last paragraph: behind its full stop, who signs it. "(dpa/mke)", "(C.F.)"."""

from __future__ import annotations

import re

LONGEST_SIGN_OFF = 40
"""Characters at a line's end that are looked at."""
CODE = re.compile(
    r"([.!?…])[\"”»“’'«]?\s?[(\[]([^\W\d_]{2,4}(?:[/,+ -]{1,2}[^\W\d_]{2,8}){0,3}|(?:[^\W\d_]\.-?){2,3})[)\]]$"
)
ANYBODY = re.compile(r"[.!?…][\"”»“’'«]?\s?[(\[][^()\[\]:©]{2,30}[)\]]$")


def stop_before_code(text: str) -> str:
    """The stop before the code in parentheses that a paragraph is signed with, or "".

    A code is written small ("dpa/mke"), or of initials; with capitals it may be whoever took a picture.
    """
    signed = CODE.search(text, max(0, len(text) - LONGEST_SIGN_OFF))
    return signed[1] if signed and (signed[2].islower() or signed[2][1] == ".") else ""


def is_signed(text: str) -> bool:
    """Whether somebody stands in parentheses behind a text's last stop: a code, an agency, a name."""
    return text[-1] in ")]" and ANYBODY.search(text, max(0, len(text) - LONGEST_SIGN_OFF)) is not None
