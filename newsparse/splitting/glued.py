"""Paragraphs that stand in one line with nothing between them, as `text_content()` gives a page: they are parted again.

"... on Friday.Tolls from JuneThe bridge ...": a sentence ends and the next begins with no space between; a small letter
has a capital behind it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsparse.block import stops_within

if TYPE_CHECKING:
    from newsparse.splitting.lines import Line

LONG = 600
"""Characters of a line that is looked at: few paragraphs are as long."""
FEWEST = 3
"""Places without a space between two sentences, at least, in the long lines of a text."""
OFTEN = 0.15
"""How many such places there are at least for each with a space."""
MUCH, MOSTLY = 0.2, 0.5
"""The share of the text that is in such lines at least; and from which on other long lines may be more."""
SENTENCE = re.compile(
    r"(?<=[^\W\d_]{2}[.!?…])(?=[„“«»‘–]?[^\W\d_a-zß-ÿ][a-zß-ÿ])|(?<=[.!?…][”“»’)])(?=[„“«‘]?[^\W\d_a-zß-ÿ][a-zß-ÿ])"
)
"""Where one sentence ends and the next begins with no space between."""
MAY_END = re.compile(r"[.!?…”“»’)][„“«»‘–]?[^\W\d_a-zß-ÿ]")
"""What such a place has in any case: looked for first, in a fraction of the time, as most paragraphs have none."""
HEADER = re.compile(r"(?<=[a-zß-ÿ]{3}|[a-zß-ÿ]{2}\?)(?=[^\W\d_a-zß-ÿ][a-zß-ÿ]+ )")
"""Where a line without a stop ends and the next begins."""
WORD = re.compile(r"\w+")
LONGEST_HEADER = 120
"""Characters of such a line at most."""


def parted(lines: list[Line]) -> list[Line]:
    """The lines; those that are several in one, one by one, as far as they stand in the text as they are."""
    long = [line for line in lines if len(line.text) > LONG and len(line.text) == line.end - line.start]
    if not long:
        return lines
    places = {line.start: ends_in(line.text) for line in long}
    glued = [line.text for line in long if places[line.start]]
    count = sum(map(len, places.values()))
    if count < FEWEST or count < OFTEN * sum(map(stops_within, glued)):
        return lines
    share = sum(map(len, glued)) / sum(len(line.text) for line in lines)
    if share < MUCH or (share < MOSTLY and 2 * len(glued) < len(long)):
        return lines  # a glued stretch of the page's furniture
    times = Counter(word for line in lines for word in WORD.findall(line.text))
    kept: list[Line] = []
    for line in lines:
        if places.get(line.start):
            kept += pieces(line, places[line.start], times)
        else:
            kept.append(line)
    return kept


def ends_in(text: str) -> list[int]:
    """Where sentences end in a line with no space behind them: before a mark that opens a quotation in this text, or
    behind one that closes it."""
    found: list[int] = []
    if MAY_END.search(text) is None:
        return found
    low = "„" in text
    for match in SENTENCE.finditer(text):
        place = match.start()
        if found and place == found[-1] + 1:
            if low:
                found[-1] = place
        else:
            found.append(place)
    return found


def pieces(line: Line, places: Sequence[int], times: Counter[str]) -> list[Line]:
    """A line in pieces: cut at these places, and behind the headers that open the pieces."""
    made: list[Line] = []
    text = line.text
    for start, end in zip([0, *places], [*places, len(text)], strict=True):
        here = start
        for match in HEADER.finditer(text, start, min(end, start + LONGEST_HEADER)):
            place = match.start()
            if times[word_at(text, place)] > 1:
                continue  # a name that is written so
            made.append(piece(line, here, place))
            here = place
        made.append(piece(line, here, end))
    return [one for one in made if one.text]


def word_at(text: str, place: int) -> str:
    """The word around a place."""
    start = max(0, place - 40)
    start = max(start, text.rfind(" ", start, place) + 1)
    match = WORD.match(text, start)
    while match and match.end() <= place:
        match = WORD.search(text, match.end())
    return match[0] if match else ""


def piece(line: Line, start: int, end: int) -> Line:
    """A stretch of a line as one of its own."""
    said = line.text[start:end]
    start += len(said) - len(said.lstrip())
    said = said.strip()
    gap = line.gap if start == 0 else 1
    return line._replace(start=line.start + start, end=line.start + start + len(said), gap=gap, indent=0, text=said)
