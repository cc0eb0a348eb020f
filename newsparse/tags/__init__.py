"""Text that still has the tags of its HTML, as feeds, databases and the fields of an editor's system hold it: the tags
are hints for the rules, and no part of the strings.

`survey` tells whether a text has them, `elements` finds them, `reading` makes lines of what they hold. Most pages have
none: only `may_have_tags`, which is cheap, is asked of them, and the rest is not even loaded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsparse.splitting.hints import Hints

SIGNS = ("</", "<br", "<p", "<BR", "<P")
"""What any text with tags has one of."""
ESCAPED = "&lt;"
"""What opens a tag in a text whose tags are escaped."""


def may_have_tags(text: str) -> bool:
    """Whether a text has what opens a tag: most have not."""
    return ("<" in text and any(sign in text for sign in SIGNS)) or ESCAPED in text


def read(text: str, *, marked: bool) -> Hints | None:
    """What the tags of a text say; None if it has none, or only some within its lines and is Markdown (`marked`)."""
    from newsparse.tags.escaped import FILLER, unescaped
    from newsparse.tags.reading import read as read_tags
    from newsparse.tags.survey import Tags, survey

    if FILLER in text:
        return None
    found = survey(text)
    if found is Tags.BLOCKS or (found is Tags.WITHIN and not marked):
        return read_tags(text, text)
    if found is Tags.NONE and ESCAPED in text:
        plain = unescaped(text)
        return read_tags(text, plain) if survey(plain) is Tags.BLOCKS else None
    return None
