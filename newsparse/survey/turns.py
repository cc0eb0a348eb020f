"""Interviews, round tables and transcripts whose speakers stand on lines of their own, above what they say."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import chain, pairwise
from unicodedata import category

import attrs

from newsparse.block import COLONS, STOPS, Block
from newsparse.names import has_given_name, is_full_name, long_surnames
from newsparse.survey.facts import Times
from newsparse.survey.prose import FEWEST_OF_SENTENCE, PROSE_WORDS

LONGEST, LONGEST_WORDS = 40, 5
"""Characters, and words, of a speaker's line at most."""
LONGEST_ARTICLE = 3
"""Letters of a word that may stand before a role written small ("Le journaliste"): behind a longer one stands a verb,
as in comments ("Florina says")."""
IN_NAMES = frozenset(".'’-‑·・,()/&")
"""What stands in the words of a speaker's line besides letters."""
COLON, CAPITALS, NAME = range(3)
"""How a line names who speaks: it ends with a colon, it is in capitals, or it is nothing but a name."""
FEWEST, MOST = 2, 8
"""People that talk to each other; the line of each stands on the page as often as the first says at least."""
FEWEST_UNMARKED = 6
"""Turns that make a conversation where lines have neither a colon nor a first name in capitals; else, two of each."""
OFTEN = 0.5
"""The share of each speaker's turns that begin with a sentence; and that end with a question where one asks."""
BEGIN, CLOSE = 0.65, 0.55
"""The share of all turns that begin with a sentence, and of those that end with one: below some stands a picture, a
header, an advertisement."""
EACH = 0.3
"""The share of each speaker's turns that end with one: in a list with labels a title stands below the last label's."""
AGAIN = 0.2
"""The share of turns whose speaker has just spoken, at most."""
WITHIN = 0.7
"""The share of the lines between the speakers' that are sentences."""
MUCH = 0.4
"""The share of the words of the page's sentences that are said in turns."""
BREAKS_OFF = "-–—"
"""What ends a sentence that somebody else cuts short."""
FEWEST_DIGITS, LONGEST_DATE = 3, 8
"""Digits of a line of so many words that is rather a date than a sentence ("3 May 2024, 3:14 p.m.")."""
ABOVE = 12
"""Lines above the first turn among which a speaker may have a longer name once ("JANE MILLER, HOST:")."""


@attrs.frozen
class Turns:
    """The lines of a conversation, by their index."""

    speakers: frozenset[int] = frozenset()
    """The lines that name who speaks."""
    first: frozenset[int] = frozenset()
    """The lines right below: the first of what is said."""
    said: frozenset[int] = frozenset()
    """All that is said, as far as it is sentences; a question that has a heading's mark is not."""
    headers: frozenset[int] = frozenset()
    """Lines with a heading's mark among them."""

    @property
    def every(self) -> frozenset[int]:
        """All of them."""
        return self.speakers | self.said


NO_TURNS = Turns()
"""What most pages have."""


def find_turns(blocks: Sequence[Block], times: Times, known: Collection[str] = ()) -> Turns:
    """The conversation that a page is, if it is one. `times` is how often each line stands on the page; `known` are
    lines that are no speakers', in lower case."""
    short = {line for line in times if len(line) <= LONGEST and line not in known}
    if len(short) < FEWEST:
        return NO_TURNS
    again: dict[str, list[int]] = {}
    for place, block in enumerate(blocks):
        if block.lower in short:
            again.setdefault(block.lower, []).append(place)
    # below the lines of most pages, which are those of menus, no sentence stands
    above = [places for places in again.values() if share(is_said(blocks, place + 1) for place in places) >= OFTEN]
    if len(above) < FEWEST:
        return NO_TURNS
    forms = [form_of(blocks[places[0]]) for places in above]
    for form in (COLON, CAPITALS, NAME):
        of_form = [places for places, other in zip(above, forms, strict=True) if other == form]
        if not FEWEST <= len(of_form) <= MOST:
            continue
        order = sorted(chain.from_iterable(of_form))
        if says_much(blocks, order):
            order = with_longer_names(blocks, form, order)
            if is_conversation(blocks, form, order):
                return lines_of(blocks, form, order)
    return NO_TURNS


def form_of(block: Block) -> int | None:
    """How a line names who speaks; nothing where it does not."""
    text = block.text
    if (
        len(text) > LONGEST
        or block.words > LONGEST_WORDS
        or (block.marker not in {"", "**"} and block.marker[0] != "#")
    ):
        return None
    name = bare(text)
    if not name or not is_label(name):
        return None
    if text[-1] in COLONS:
        return COLON
    if block.final in STOPS and not is_initial(text):
        return None
    return CAPITALS if name.isupper() else NAME


def bare(text: str) -> str:
    """A speaker's line without its colon."""
    return text.rstrip(COLONS + " \xa0")


def is_initial(text: str) -> bool:
    """Whether a text is a letter with a full stop: "Q."."""
    return len(text) == 2 and text[0].isupper()


def is_label(name: str) -> bool:
    """Whether a text may be a name or a role: no digit but a number at its end, no verb behind a name."""
    words = name.split()
    if len(words) > 1 and words[-1].isdigit():
        words.pop()
    if (
        not words[0][0].isalpha()
        or words[0][0].islower()
        or not all(is_name_sign(sign) for word in words for sign in word)
    ):
        return False
    last = words[-1]
    return len(words) == 1 or not last[0].islower() or not last.isalpha() or len(words[0]) <= LONGEST_ARTICLE


def is_name_sign(sign: str) -> bool:
    """Whether a character may stand in a name: a letter, a mark on one, an apostrophe or the like."""
    return sign.isalpha() or sign in IN_NAMES or category(sign)[0] == "M"


def is_sentence(block: Block) -> bool:
    """Whether a line is said by somebody: a sentence, even one that breaks off, or long; but no date."""
    if block.words >= PROSE_WORDS:
        return True
    if block.final not in STOPS and block.text[-1] not in BREAKS_OFF:
        return False
    return block.words > LONGEST_DATE or sum(map(str.isdigit, block.text)) < FEWEST_DIGITS


def is_said(blocks: Sequence[Block], place: int) -> bool:
    """Whether a sentence stands at a place."""
    return place < len(blocks) and is_sentence(blocks[place])


def says_much(blocks: Sequence[Block], order: Sequence[int]) -> bool:
    """Whether what stands between and below the lines at these places, in order, is sentences, and much of the page."""
    within = blocks[order[0] : last_of(blocks, order) + 1]
    return sum(map(is_sentence, within)) >= WITHIN * (len(within) - len(order)) and sum(
        map(words_of_sentence, within)
    ) >= MUCH * sum(map(words_of_sentence, blocks))


def is_conversation(blocks: Sequence[Block], form: int, order: Sequence[int]) -> bool:
    """Whether the lines at these places, in order, take turns, and are speakers'."""
    return take_turns(blocks, order) and (form == COLON or speak_unmarked(blocks, form, order))


def take_turns(blocks: Sequence[Block], order: Sequence[int]) -> bool:
    """Whether hardly anybody speaks twice in a row, and turns begin and end with sentences."""
    again = sum(blocks[above].lower == blocks[below].lower for above, below in pairwise(order))
    return (
        again <= AGAIN * (len(order) - 1)
        and share(is_said(blocks, place + 1) for place in order) >= BEGIN
        and share(is_sentence(blocks[below - 1]) for below in order[1:]) >= CLOSE
        and all(share(map(is_sentence, each)) >= EACH for each in last_lines(blocks, order))
    )


def last_lines(blocks: Sequence[Block], order: Sequence[int]) -> list[list[Block]]:
    """The last lines of the turns of each who has more than one, above another's."""
    last: dict[str, list[Block]] = {}
    for above, below in pairwise(order):
        last.setdefault(blocks[above].lower, []).append(blocks[below - 1])
    return [each for each in last.values() if len(each) >= FEWEST]


def speak_unmarked(blocks: Sequence[Block], form: int, order: Sequence[int]) -> bool:
    """Whether lines without a colon are speakers': they are names of people, or one of them asks the others."""
    names = {blocks[place].text for place in order}
    people = sum(map(is_person, names))
    if form == CAPITALS and people:
        return True
    asks = [share(block.ends_with_question for block in each) >= OFTEN for each in last_lines(blocks, order)]
    return len(order) >= FEWEST_UNMARKED and (2 * people >= len(names) or (any(asks) and not all(asks)))


def share(said: Iterable[bool]) -> float:
    """How many of some things are so, from 0 to 1."""
    every = list(said)
    return sum(every) / len(every)


def is_person(name: str) -> bool:
    """Whether a name is that of a person rather than of a role."""
    return has_given_name(name) or is_full_name(name) or name in long_surnames()


def words_of_sentence(block: Block) -> int:
    """The words of a line that is a sentence of some length; of any other, none."""
    return block.words if block.words >= FEWEST_OF_SENTENCE and is_sentence(block) else 0


def last_of(blocks: Sequence[Block], order: Sequence[int]) -> int:
    """The last line of the last turn: it ends with its sentences, and is no longer than the others."""
    longest = max(below - above for above, below in pairwise(order))
    last = min(order[-1] + 1, len(blocks) - 1)
    while last + 1 < min(len(blocks), order[-1] + longest) and is_sentence(blocks[last + 1]):
        last += 1
    return last


def with_longer_names(blocks: Sequence[Block], form: int, order: Sequence[int]) -> list[int]:
    """The places of speakers' lines with those where one of them has a longer name, or a shorter one, in order."""
    names = {word for place in order for word in words_of_name(blocks[place])}
    return with_others(
        blocks,
        form,
        order,
        range(max(0, order[0] - ABOVE), last_of(blocks, order)),
        lambda block: not names.isdisjoint(words_of_name(block)),
    )


def with_others(
    blocks: Sequence[Block], form: int, order: Sequence[int], among: range, is_other: Callable[[Block], bool]
) -> list[int]:
    """The places of speakers' lines and, of the lines of their form with a sentence right below, of others."""
    speakers = set(order)
    for place in among:
        if not speakers.isdisjoint((place, place + 1)) or form_of(blocks[place]) != form:
            continue
        if is_said(blocks, place + 1) and is_other(blocks[place]):
            speakers.add(place)
    return sorted(speakers)


def words_of_name(block: Block) -> list[str]:
    """The words of a speaker's line, in lower case; numbers and initials tell nobody from others."""
    return [word for word in bare(block.lower).replace(",", " ").split() if len(word) > 1 and not word.isdigit()]


def lines_of(blocks: Sequence[Block], form: int, order: Sequence[int]) -> Turns:
    """The lines of a conversation; also of those who speak once."""
    last = last_of(blocks, order)
    if form == COLON:
        order = with_others(blocks, form, order, range(order[0], last), lambda _: True)
    speakers = frozenset(order)
    among = [block for block in blocks[order[0] : last + 1] if block.index not in speakers]
    headers = frozenset(block.index for block in among if block.marker[:1] == "#")
    below = [block for block in among if block.index not in headers]
    first = frozenset(block.index for block in below if block.index - 1 in speakers)
    said = frozenset(block.index for block in below if is_sentence(block))
    return Turns(speakers, first, said | first, headers)
