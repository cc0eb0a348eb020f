"""Captions: the text apart from the credit, repeats merged."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsparse.article import Caption
from newsparse.block import Block
from newsparse.credits import PARENTHESES, credit_tail, is_credit_line
from newsparse.page import Page
from newsparse.publishers import Publisher

GALLERY_COUNT = re.compile(r"^\s*\d{1,3}\s?(?:/|von|of|de)\s?\d{1,3}\b\s*[:.\-–]?\s*")
MOST_MARKS = 8
"""Words for a picture and signs that are taken off one credit: a line of nothing else must not cost its square."""
CREDIT_EDGES = PARENTHESES + ":：|,;-–— "


def read_captions(page: Page, blocks: Sequence[Block], publisher: Publisher | None) -> tuple[Caption, ...]:
    """The captions of a page, in order; a caption said twice counts once, with the credit of either."""
    found: dict[str, Caption] = {}
    places: dict[str, int] = {}
    last: str | None = None
    for block in blocks:
        caption = read_caption(block, page, publisher)
        if not caption.text or (caption.text == caption.credit):
            if last is not None and found[last].credit is None and block.index - places[last] <= 2:
                found[last] = Caption(found[last].text, caption.credit)
                last = None
                continue
            caption = Caption(caption.credit or block.text, caption.credit)
        key = caption.text.lower().strip(" .")
        if key in found:
            caption = Caption(found[key].text, found[key].credit or caption.credit)
        found[key] = caption
        places.setdefault(key, block.index)
        last = key
    return tuple(found.values())


def read_caption(block: Block, page: Page, publisher: Publisher | None) -> Caption:
    """One caption's text and credit."""
    text = GALLERY_COUNT.sub("", block.text) or block.text
    if publisher is not None:
        for tail in publisher.caption_tails:
            text = text.removesuffix(tail).rstrip()
    if is_credit_line(block, page.cues):
        return Caption("", strip_credit(block.text, page))
    if text is not block.text:
        from newsparse.block import measure

        block = measure(text or block.text, 0, 0)
    place = credit_tail(block, page.cues)
    if place:
        credit = strip_credit(block.text[place:], page)
        return Caption(block.text[:place].rstrip(" |/–-([（©"), credit or None)
    return Caption(block.text)


def strip_credit(text: str, page: Page) -> str:
    """A credit without the word for a picture, the sign and the parentheses around it."""
    text = text.strip(CREDIT_EDGES)
    for _ in range(MOST_MARKS):
        changed = False
        word = page.cues.credit.opening(text.lower())
        if word and len(text) > len(word):
            rest = text[len(word) :].lstrip()
            if rest[:1] in ":：/|" or word.endswith((" by", " of")):
                text, changed = rest.lstrip(CREDIT_EDGES), True
        if text[:1] in "©":
            text, changed = text[1:].strip(CREDIT_EDGES), bool(text[1:])
        if not changed:
            break
    return text.strip(CREDIT_EDGES)
