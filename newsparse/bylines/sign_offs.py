"""Sign-offs: the lines below the body that say which agencies an article is from, and perhaps who wrote it and when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from functools import cache

import attrs

from newsparse.article import Role
from newsparse.block import Block
from newsparse.bylines.datelines import agencies_in, is_agencies, read_dateline
from newsparse.captions.credits import AROUND_AGENCIES, agency_parts
from newsparse.cues import PageCues
from newsparse.data import read_data
from newsparse.dates.absolute import find_dates
from newsparse.names import is_name
from newsparse.page import Page
from newsparse.splitting.signed_prose import is_code

BELOW_BODY = 2
"""Blocks below the last paragraph that may be a sign-off, though they look like a credit."""
MOST_WORDS = 6
SIGNING = frozenset({Role.CAPTION, Role.BYLINE, Role.BOILERPLATE, Role.RELATED})
TAIL = re.compile(r"[(\[]([^()\[\]]{2,40})[)\]]\W{0,3}$")
LABELLED = re.compile(r"([^\W\d_][^:：]{0,20}?)\s?[:：]\s?")
"""A word and a colon: "Source: "."""
CODE = re.compile(r"(?:[^\W\d_]\.?-?){1,4}")
"""Initials or a code: "C.F.", "mke"."""
SIGNS = "©ⓒ "


@attrs.frozen
class SignOff:
    """What a sign-off says: the agencies, and perhaps the author and the day."""

    agencies: tuple[str, ...]
    author: str = ""
    day: datetime | None = None
    labelled: bool = False
    """Whether a word such as "source", a sign or a name stands beside the agencies, as in credits of pictures too."""


@cache
def source_words() -> frozenset[str]:
    """Words before the agency that an article is from."""
    return frozenset(read_data("tables/agencies.toml")["sources"])


def below_body(blocks: Sequence[Block], paragraphs: Sequence[Block], page: Page) -> list[tuple[Block, SignOff]]:
    """The lines right below the last paragraph that are sign-offs, though none was taken for one.

    What may be a credit too is no sign-off beside a picture.
    """
    if not paragraphs:
        return []
    end = paragraphs[-1].index + 1
    found: list[tuple[Block, SignOff]] = []
    for block in blocks[end : end + BELOW_BODY]:
        read = read_sign_off(block.text, page.cues) if block.role in SIGNING and block.words <= MOST_WORDS else None
        if read and (not read.labelled or is_apart(block, blocks, paragraphs[-1])):
            found.append((block, read))
    return found


def without_sign_offs(
    captions: Sequence[Block],
    sign_offs: Sequence[tuple[Block, SignOff]],
    blocks: Sequence[Block],
    paragraphs: Sequence[Block],
) -> list[Block]:
    """The captions that are no sign-offs: "Source: AFP" below the last sentence looks like a credit."""
    signing = {block.index for block, _ in sign_offs}
    sources = sources_below(blocks, paragraphs)
    return [
        block
        for block in captions
        if block.index not in sources and (block.index not in signing or not is_apart(block, blocks, paragraphs[-1]))
    ]


def sources_below(blocks: Sequence[Block], paragraphs: Sequence[Block]) -> frozenset[int]:
    """The lines right below a sentence that ends the last paragraph that open with a word for a source and a colon
    ("Source: harbour.example, AFP"), whatever is named."""
    found: set[int] = set()
    if not paragraphs or not paragraphs[-1].ends_with_stop:
        return frozenset()
    for block in blocks[paragraphs[-1].index + 1 :][: BELOW_BODY + 1]:
        label = LABELLED.match(block.text)
        if label is None:
            break
        if label[1].lower() in source_words():
            found.add(block.index)
    return frozenset(found)


def is_apart(block: Block, blocks: Sequence[Block], last: Block) -> bool:
    """Whether a line below the `last` paragraph is apart from pictures: a sentence ends above, no caption is next."""
    beside = blocks[max(0, block.index - 1) : block.index + 2]
    return last.ends_with_stop and not any(other.role is Role.CAPTION for other in beside if other is not block)


def read_sign_off(text: str, cues: PageCues) -> SignOff | None:
    """What a line says that is nothing but agencies, and perhaps a code, a day, a name or a word for "source"."""
    if names_sources(text, cues):
        days = find_dates(text.lower(), cues.language)
        return SignOff(tuple(agencies_in(text, cues)), day=days[0].when if days else None)
    inner = text.strip(AROUND_AGENCIES)
    label = LABELLED.match(inner)
    rest = inner[label.end() :] if label and label[1].lower() in source_words() else inner.lstrip(SIGNS)
    if rest != inner and names_sources(rest, cues):
        return SignOff(tuple(agencies_in(rest, cues)), labelled=True)
    tail = TAIL.search(text)
    before = text[: tail.start()].strip() if tail else ""
    if tail and before and (agencies := sources_within(tail[1], cues)):
        if CODE.fullmatch(before):
            return SignOff(tuple(agencies))
        if is_name(before):
            return SignOff(tuple(agencies), author=before, labelled=True)
    dateline = None if cues.spaced else read_dateline(text, cues)
    if dateline and dateline.agencies and len(dateline.text) == len(text):
        return SignOff(dateline.agencies, labelled=True)
    return None


def sources_within(inner: str, cues: PageCues) -> list[str]:
    """The agencies of parentheses that have nothing else, or a word such as "with" before them."""
    said = cues.agency_words(inner.lower())
    word = said.partition(" ")[0]
    if " " in said:
        inner = inner[len(word) :].strip()
    return agencies_in(inner, cues) if names_sources(inner, cues) else []


def names_sources(text: str, cues: PageCues) -> bool:
    """Whether a text is nothing but agencies, and perhaps the code of an editor or a day: "(dpa/pes)"."""
    parts = agency_parts(text.lower().strip(AROUND_AGENCIES))
    others = [part for part in parts if not is_agencies(part, cues)]
    return len(others) < len(parts) and all(is_code_or_day(part, cues) for part in others)


def is_code_or_day(part: str, cues: PageCues) -> bool:
    """Whether a part of a sign-off is a code of a few letters, or a day."""
    return is_code(part) or bool(find_dates(part, cues.language))
