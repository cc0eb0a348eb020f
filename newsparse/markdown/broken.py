"""Links that go on on the next line, where a converter has wrapped its Markdown."""

from __future__ import annotations

NOTHING_OPEN, TEXT, ADDRESS, TITLE = "", "text", "address", "title"
"""What of a link is still open at a line's end: nothing, its text, its address, or the title behind that."""
LONGEST_WORD = 30
"""Characters of a word beyond which it is an address, or part of one."""
SIGNS = ("](", "://", "%2", "?utm")
"""What only links have."""
NO_WORDS = ("#", "|", "![", "[ ")
"""What headings, tables and pictures begin with."""


def is_plain(text: str) -> bool:
    """Whether a line has nothing but words: no link, nor part of one, no heading, no table."""
    if text.startswith(NO_WORDS) or any(sign in text for sign in SIGNS):
        return False
    return len(text) <= LONGEST_WORD or max(map(len, text.split())) <= LONGEST_WORD


def left_open(text: str, before: str) -> str:
    """What of a link is open at the end of a line, with what was at the end of the line above."""
    if before in (ADDRESS, TITLE):
        end = text.find(")")
        if end < 0:
            return TITLE if before == TITLE or '"' in text else ADDRESS
        text, before = text[end + 1 :], NOTHING_OPEN
    target = text.rfind("](")
    if target >= 0 and ")" not in text[target:]:
        return TITLE if ' "' in text[target:] else ADDRESS
    opened, closed = text.rfind("["), text.rfind("]")
    if opened > closed:
        return TEXT
    return TEXT if before == TEXT and closed < 0 else NOTHING_OPEN
