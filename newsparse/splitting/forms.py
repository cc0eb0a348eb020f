"""The forms in which a whole text may mean another: as a program wrote it, misread, quoted, numbered, cut into words.

A reader of a form takes any text; it gives what that means, and None where the text is not in its form.
"""

from __future__ import annotations

from collections.abc import Callable

from newsparse.splitting.literals import as_strings
from newsparse.splitting.located import Meant
from newsparse.splitting.misread import as_meant
from newsparse.splitting.numbered import unnumbered
from newsparse.splitting.quoted import unquoted
from newsparse.splitting.tokens import untokenised

READERS: tuple[Callable[[str], Meant | None], ...] = (as_strings, as_meant, unquoted, unnumbered, untokenised)
"""In this order: what is in one form may mean a text in another."""


def meant_by(text: str) -> Meant | None:
    """What a text means that is in one of these forms; None for any other, as nearly all are."""
    for read in READERS:
        if meant := read(text):
            return meant
    return None
