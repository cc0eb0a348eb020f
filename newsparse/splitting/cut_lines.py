"""Text whose lines are cut at every tag, as `get_text("\\n")` gives it: the pieces of each sentence are joined again.

Such a text shows it: its lines open with the comma or the full stop that stood behind a link, or with the one space
before a small letter. In any other text hardly a line does.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from newsparse.block import AFTER_STOP, CLOSING_MARKS, COLONS, STOPS, stops_within, unspaced_sign

if TYPE_CHECKING:
    from newsparse.splitting.lines import Line

OPENING = re.compile("\n(?:[,.;)，、。）،]| [a-zß-ÿа-яα-ω])")
"""What is looked for first: most texts have none of it."""
FIRST_SIGNS = ",.;)”»“，、。）،"
GOES_ON = re.compile(
    r"[,;](?!\s?[,;])|[，、。）」』،]|\.(?! ?[./]|\w)|[:!?)\]](?=\s|$)|”(?=\s|$)|[”»“\"](?=[.,;:!?)])"
    r"|['’](?=[a-z]{1,2}\b)|\([^()]{1,80}\)(?:[,;:]| [a-zß-ÿ])"
)
"""How a line opens that goes on with a sentence."""
MATES = {'"': '"', "“": "„", "»": "«"}
"""What opens the quotations that these signs close; each opens some, too."""
GLUED = re.compile(r"[,;:!?)\].…%，、。）」』،]|[”»“«\"](?=[\s.,;:!?)]|$)|['’](?=[a-z]{1,2}\b)|[-‐](?=[^\W\d_])")
"""How a line opens that goes on with no space before it."""
ENDS_OPEN = re.compile(r"(?:^|[\s(])[„“”«»\"'‚‘]$|[(\[/¿¡„‚（「『]$|\w[-‐]$")
"""How a line ends that goes on with no space behind it."""
ELIDED = re.compile(r"(?:^|[\s(])[^\W\d_]{1,4}['’]$")
"""How a line ends with a word that has lost its last letter, as before a name in French and Italian."""
CLOSED = ('" ', "” ", "“ ", "» ")
"""How a line opens that goes on behind a quotation."""
FEWEST = 2
"""Lines at least that go on with what stands above them; one of them opens with a sign."""
FEWEST_WORDS = 7
"""Words of joined pieces at least, where no sign is between them."""
HYPHENS = "-‐"
ROOM = 1
"""Columns before a line that goes on, where the text has kept the space."""
LONG, SHORT = 12, 8
"""Words of a line that is no title, and of one that may be a link within a sentence."""
MOST_PIECES = 80
"""Pieces of a paragraph at most."""
SHORTEST_TITLE, LONGEST_TITLE = 15, 300
"""Letters of a page's title."""
MOST_OF_TITLE, MOSTLY = 8, 0.5
"""Pieces of the headline at most, and the share of the title's letters that they have at least."""
SMALL_WORD, OFTEN, MOST = 4, 5, 40
"""Letters of a word that no clause ends with, how often it stands on the page at least, and among how many others."""


def may_be_cut(text: str) -> bool:
    """Whether a text has any line that opens with a comma or the like."""
    return OPENING.search(text) is not None


def joined_pieces(lines: Sequence[Line], text: str) -> Sequence[Line]:
    """The lines; of a text cut at its tags, with the pieces of each sentence in one."""
    if not is_cut(lines):
        return lines
    lines = with_title(lines, text)
    small = small_words(lines)
    kept: list[Line] = []
    run = Run()
    ended = True
    for index, line in enumerate(lines):
        after = lines[index + 1] if index + 1 < len(lines) else None
        if run.lines and is_next(line, run, after, small, below_sentence=ended):
            run.add(line, text)
            continue
        if run.lines:
            ended = is_ended(run.lines[-1].text)
            kept += run.as_lines()
        run = Run()
        run.add(line, text)
    return [*kept, *run.as_lines()]


def with_title(lines: Sequence[Line], text: str) -> Sequence[Line]:
    """The lines, those in one that spell most of the first, which is the title of the page's HTML."""
    title = letters(lines[0].text)
    if not SHORTEST_TITLE <= len(title) <= LONGEST_TITLE:
        return lines
    kept: list[Line] = []
    here = 0
    while here < len(lines):
        end = end_of_title(lines, here, title) if here else 0
        if end:
            run = Run()
            for line in lines[here:end]:
                run.add(line, text)
            kept.append(run.lines[0]._replace(end=run.lines[-1].end, text="".join(run.parts)))
        else:
            kept.append(lines[here])
        here = max(end, here + 1)
    return kept


def end_of_title(lines: Sequence[Line], start: int, title: str) -> int:
    """One past the last of several lines from `start` on that spell most of a title, or 0."""
    spelt = end = 0
    for index, line in enumerate(lines[start : start + MOST_OF_TITLE], start):
        said = letters(line.text[: 2 * LONGEST_TITLE])
        if not title.startswith(said, spelt) or not (said or spelt):
            break
        spelt += len(said)
        if said:
            end = index + 1
    return end if end > start + 1 and spelt >= MOSTLY * len(title) else 0


def letters(text: str) -> str:
    """The letters and digits of a text, all small."""
    return "".join(filter(str.isalnum, text.lower()))


@attrs.define
class Run:
    """The pieces of one sentence or more, so far."""

    lines: list[Line] = attrs.field(factory=list)
    parts: list[str] = attrs.field(factory=list)
    spaced: bool = False
    """Whether the last piece ends with a space."""
    signs: int = 0
    """How many pieces open with a sign."""
    quotes: Counter[str] = attrs.field(factory=Counter)
    """How many quotation marks there are of each kind."""

    def add(self, line: Line, text: str) -> None:
        """Take one more piece; a space stands before it where the text has one, or none is told by the signs."""
        if self.lines:
            above = self.lines[-1]
            spaced = line.indent > 0 or text[above.end : above.end + 1] == " "
            glued = self.opens_behind() or GLUED.match(line.text) or unspaced_at(above.text, line.text)
            closes = line.text[0] in MATES and self.has_open(line.text[0])
            self.parts.append(line.text if (glued or closes) and not spaced else f" {line.text}")
            self.signs += goes_on(line)
        else:
            self.parts.append(line.text)
        self.lines.append(line)
        self.spaced = text[line.end : line.end + 2] == " \n"
        for sign in '"„“«»':
            self.quotes[sign] += line.text.count(sign)

    def has_open(self, sign: str) -> bool:
        """Whether a quotation is open that such a sign would close."""
        mate = MATES[sign]
        return self.quotes[sign] % 2 == 1 if mate == sign else self.quotes[mate] > self.quotes[sign]

    def opens_behind(self) -> bool:
        """Whether the last piece ends with what opens a quotation or the like."""
        last = self.lines[-1].text
        if last[-1] == '"':
            return self.has_open('"')
        if last[-1] in "'’":
            return ELIDED.search(last[-6:]) is not None and " '" not in last and "‘" not in last
        return ENDS_OPEN.search(last[-3:]) is not None and not (len(last) == 1 and goes_on(self.lines[-1]))

    def as_lines(self) -> Sequence[Line]:
        """One line of the pieces, if together they are a sentence or more."""
        if len(self.lines) < 2:
            return self.lines
        words = sum(line.text.count(" ") + 1 for line in self.lines)
        if not self.signs and not (words >= FEWEST_WORDS and is_ended(self.lines[-1].text)):
            return self.lines
        return [self.lines[0]._replace(end=self.lines[-1].end, text="".join(self.parts))]


def is_cut(lines: Sequence[Line]) -> bool:
    """Whether lines open with signs or one space, or one does and others go on in small letters, below no title."""
    signs = small = 0
    for above, line in itertools.pairwise(lines):
        if line.gap:
            continue
        if line.text[0] in FIRST_SIGNS:
            signs += goes_on(line)
            small += above.text[-1] in "(（"
        elif line.indent == ROOM > above.indent and line.text[0].islower() and not is_ended(above.text):
            signs += 1
        elif line.text[0].islower() or line.text[:2] in CLOSED:
            small += above.text.count(" ") >= SHORT and not is_ended(above.text)
    return signs > 0 and signs + small >= FEWEST


def small_words(lines: Sequence[Line]) -> frozenset[str]:
    """The short words in small letters that the page has again and again: articles, prepositions and the like."""
    times = Counter(word for line in lines for word in line.text.split() if word.isalpha() and word.islower())
    often = [word for word, count in times.most_common(MOST) if count >= OFTEN]
    return frozenset(word for word in often if len(word) <= SMALL_WORD)


def goes_on(line: Line) -> bool:
    """Whether a line opens with a sign that ends or parts what stands above it."""
    return GOES_ON.match(line.text) is not None


def is_next(line: Line, run: Run, after: Line | None, small: frozenset[str], *, below_sentence: bool) -> bool:
    """Whether a line goes on with the pieces above it; these may stand `below_sentence`, as prose does."""
    if line.gap or len(run.lines) >= MOST_PIECES:
        return False
    above = run.lines[-1].text
    if goes_on(line) or (line.text[0] in MATES and line.text[1:2] in " " and run.has_open(line.text[0])):
        return True
    long = len(run.lines) > 1 or above.count(" ") >= LONG
    if line.indent == ROOM and long:
        return True
    if is_ended(above):
        return False
    if opens_low(line) or run.opens_behind() or (run.spaced and long):
        return True
    if ends_open(above, small) and (long or line.text.count(" ") < SHORT):
        return True
    prose = len(run.lines) > 1 or (long and (below_sentence or stops_within(above) > 0))
    return prose and is_link(line, after, within=run.signs > 0)


def is_link(line: Line, after: Line | None, *, within: bool) -> bool:
    """Whether a line may be a name that is a link, within a sentence that goes on on the line `after` it."""
    if line.text.count(" ") >= SHORT or after is None or after.gap:
        return False
    if within and unspaced_sign().match(line.text):
        return True
    return goes_on(after) or (opens_low(after) and not is_ended(line.text))


def opens_low(line: Line) -> bool:
    """Whether a line opens with a small letter, or with the hyphen of a word whose beginning stands above."""
    return line.text[0].islower() or (line.text[0] in HYPHENS and line.text[1:2].isalpha())


def is_ended(text: str) -> bool:
    """Whether a line ends like a sentence, or with a colon."""
    final = text[-1]
    if final in CLOSING_MARKS:
        final = text.rstrip(AFTER_STOP)[-1:]
    return bool(final) and (final in STOPS or final in COLONS)


def ends_open(text: str, small: frozenset[str]) -> bool:
    """Whether a line ends where no clause does: with a comma or a small word; behind a semicolon, an item ends so."""
    if text[-1] in ",，、،":
        return True
    before, _, last = text.rpartition(" ")
    return (last if before else last.lower()) in small and not before.endswith(";")


def unspaced_at(above: str, below: str) -> bool:
    """Whether two pieces meet in a script written without spaces."""
    return bool(unspaced_sign().match(below) or unspaced_sign().match(above[-1]))
