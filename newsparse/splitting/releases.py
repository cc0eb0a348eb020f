"""Press releases: what stands below their text is about whoever sends them, and for those who print them.

Whom the press may ask, notes to editors, what the company does, statements about the future, the source: their labels
tell where the text ends, if something else tells that it is a release. They are set apart before the survey, and so is
a contact above the text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import accumulate, groupby, islice, pairwise, takewhile

from newsparse.article import Evidence, Role
from newsparse.block import Block, has_any, settle
from newsparse.splitting.handed_on import (
    ABOUT,
    ADDRESS,
    AROUND,
    CONTACT,
    END,
    LONGEST_LABEL,
    NOTE,
    is_end,
    label_of,
    phrases,
)
from newsparse.survey.prose import PROSE_WORDS, first_sentence, is_sentence

LONGEST_ENTRY = 14
"""Words of a line of an address at most."""
WORDS_OF_NAME = 2
"""Words by which a name is known again: the text may have it without what kind of firm it is."""
SHORTEST = 8
"""Words of a sentence of the text, at least."""
HEAD = 200
"""Characters of a paragraph within which its dateline is."""
FIRST = 6
"""Paragraphs of which one has it."""
BELOW, ABOVE = 6, 12
"""Lines below a label among which a number or address is; and above the text, among which one says what it is."""
MISSES = 3
"""Lines in a row that no label explains, at most, between two that one does."""
IN_NUMBERS = frozenset("0123456789/.()–- \xa0")
"""What telephone numbers are made of."""
FEWEST_DIGITS = 7
"""Digits of a telephone number."""
SLASH_OR_BRACKET = "/("
"""One of them is in every dateline of such a service."""
DAY = re.compile(r"\d{1,2}([./-])\d{1,2}\1\d{2,4}|\d{4}([./-])\d\d?\2\d\d?")
"""Which has as many digits."""
MAIL = re.compile(r"\w@[\w-]{1,60}\.\w")
REACH = 10_000
"""Characters of the text, or little more, in which names are looked for."""
CONTACTS = frozenset({CONTACT, ADDRESS})
ENTRIES = {CONTACT: 8, ADDRESS: 8, ABOUT: 4, NOTE: 12, END: 0}
"""Lines below each label that belong to it, at most."""
RELEASED = (Evidence("Release", Role.BOILERPLATE, 1.0, "around the text of a press release"),)
"""Why such a line is boilerplate."""


def around_release(blocks: Sequence[Block], marks: Sequence[Block]) -> frozenset[int]:
    """The lines around the text of a press release, by their index; none on any other page. `marks` are those that may
    be labels."""
    known: dict[int, int] = {}
    named = -1
    for block in marks:
        if kind := label_of(block):
            known[block.index] = kind
        elif block.words <= LONGEST_LABEL:
            if is_end(block) or block.text.startswith(phrases().signed):
                known[block.index] = END
            elif block.lower.startswith(phrases().about):
                named = block.index
    if not known and named < 0:
        return frozenset()  # most pages
    first = first_sentence(blocks)
    top = first - ABOVE
    known = {place: kind for place, kind in known.items() if place > first or (place >= top and kind in CONTACTS)}
    if not (known or named > first) or not is_release(blocks, known, first):
        return frozenset()
    found = {line for place in known if place < first for line in contact_above(blocks[place:first])}
    known = {place: kind for place, kind in known.items() if place > first}
    text = text_above(blocks, first)
    known |= {block.index: ABOUT for block in blocks[first + 1 :] if block.index not in known and is_about(block, text)}
    found |= (parts := parting(blocks, known))
    known = {place: kind for place, kind in known.items() if place not in parts}
    start = next((place for place in sorted(known) if opens_tail(blocks, known, place)), -1)
    if start >= 0:
        found.update(range(start, last_of(blocks, known, start) + 1))
    for place in found:
        settle(blocks[place], Role.BOILERPLATE, RELEASED)
    return frozenset(found)


def contact_above(blocks: Sequence[Block]) -> list[int]:
    """The lines of a contact above the text, of those from its label on: down to the last number or address."""
    end = missed = 0
    for number, block in enumerate(blocks[: BELOW + 1], 1):
        if has_details(block):
            end, missed = number, 0
        elif end and missed:
            break
        else:
            missed = 1
    return [block.index for block in blocks[:end]]


def is_release(blocks: Sequence[Block], known: Mapping[int, int], first: int) -> bool:
    """Whether something tells that a page is a press release: that the press may ask somebody, a service's dateline,
    or a line above the text that says so."""
    read = phrases()
    if any(kind == CONTACT and has_details_below(blocks, place) for place, kind in known.items()):
        return True
    if any(block.lower.strip(AROUND) in read.heads for block in blocks[max(0, first - ABOVE) : first]):
        return True
    prose = (block for block in blocks[first:] if is_sentence(block, PROSE_WORDS))
    openings = (block.lower[:HEAD] for block in islice(prose, FIRST))
    return any(wire in opening for opening in openings if has_any(opening, SLASH_OR_BRACKET) for wire in read.wires)


def has_details(block: Block) -> bool:
    """Whether a line has a telephone number or an address of mail."""
    text = block.text[:HEAD]
    runs = groupby(text, IN_NUMBERS.__contains__)
    return MAIL.search(text) is not None or any(is_phone("".join(run)) for within, run in runs if within)


def is_phone(number: str) -> bool:
    """Whether some digits, with what stands between them, are a telephone number and no day."""
    return sum(map(str.isdecimal, number)) >= FEWEST_DIGITS and not DAY.search(number)


def has_details_below(blocks: Sequence[Block], place: int) -> bool:
    """Whether one of the lines from a place on has a telephone number or an address of mail."""
    return any(map(has_details, blocks[place : place + BELOW + 1]))


def is_about(block: Block, text: tuple[str, Mapping[int, int]]) -> bool:
    """Whether a line heads what is said of somebody whom the `text` above names."""
    if block.words > LONGEST_LABEL or is_sentence(block, SHORTEST):
        return False
    opening = max((phrase for phrase in phrases().about if block.lower.startswith(phrase)), key=len, default="")
    name = block.text[len(opening) :].strip(AROUND)
    if not opening or not name or not (name[0].isupper() or name[0].isdigit()):
        return False
    said, ends = text
    return said.find(" ".join(name.replace(",", " ").split()[:WORDS_OF_NAME]), 0, ends[block.index]) >= 0


def text_above(blocks: Sequence[Block], first: int) -> tuple[str, Mapping[int, int]]:
    """The text's sentences from its `first` on, as far as names are looked for in them, and how many characters of them
    stand above each line."""
    ends: dict[int, int] = {}
    said: list[str] = []
    size = 0
    for block in blocks[first:]:
        ends[block.index] = size
        if size < REACH and is_sentence(block, SHORTEST):
            said.append(block.text[:REACH])
            size += len(said[-1]) + 1
    return "\n".join(said), ends


def opens_tail(blocks: Sequence[Block], known: Mapping[int, int], place: int) -> bool:
    """Whether the text may end above a label: not where it goes on below."""
    kind = known[place]
    if kind == ADDRESS and not has_details_below(blocks, place):
        return False
    below = takewhile(lambda block: is_sentence(block, SHORTEST) and block.index not in known, blocks[place + 1 :])
    most = ENTRIES[kind] if kind in (ABOUT, NOTE) else 1
    return sum(1 for _ in islice(below, most + 1)) <= most or kind == END


def parting(blocks: Sequence[Block], known: Mapping[int, int]) -> set[int]:
    """The marks that may end a text but only part it: as much of it stands below, up to the next label."""
    if END not in known.values():
        return set()
    above = [0, *accumulate(len(block.text) if is_sentence(block, SHORTEST) else 0 for block in blocks)]
    places = [*sorted(known), len(blocks)]
    return {
        place
        for place, label in pairwise(places)
        if known[place] == END and above[label] - above[place] >= max(1, above[place])
    }


def last_of(blocks: Sequence[Block], known: Mapping[int, int], start: int) -> int:
    """The last line that a label explains, from the first label on."""
    end, left, kind = start, 0, END
    for block in blocks[start:]:
        if block.index in known:
            kind = known[block.index]
            end, left = block.index, ENTRIES[kind]
        elif (block.words <= LONGEST_ENTRY * 2 and has_details(block)) or block.lower.startswith(phrases().sources):
            end = block.index
        elif left and (kind in (ABOUT, NOTE) or block.words <= LONGEST_ENTRY):
            end, left = block.index, left - 1
        elif block.index - end > MISSES:
            break
    return end
