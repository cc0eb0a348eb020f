"""The lines of a text with tags: each block of its HTML is one, without the tags; its span has them."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from newsparse.splitting.hints import NOTHING, Hints
from newsparse.splitting.lines import BLANK, EDGES, WITHIN_WORDS, Line, make_line
from newsparse.splitting.signs import without_entities
from newsparse.splitting.unwrap import is_unspaced
from newsparse.tags.elements import (
    BLOCKS,
    BODY,
    BREAK,
    CAPTIONS,
    CELLS,
    CLOSE,
    DATELINE,
    HEADINGS,
    ITEM,
    KEPT,
    LINK,
    LISTS,
    LOOSE,
    NO_NAME,
    PARAGRAPH,
    PICTURE,
    QUOTATION,
    RULE,
    STRONG,
    UNREAD,
    WIRE,
    Tag,
    tags_of,
)
from newsparse.tags.escaped import FILLER
from newsparse.tags.survey import BLANK_LINES

ALT = re.compile(r"(?:^|\s)alt\s{0,9}=\s{0,9}(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++))", re.IGNORECASE)
"""What is to be read in a picture's place."""
ADDRESS = re.compile(r"(?:^|\s)href\s{0,9}=", re.IGNORECASE)
UNSEEN = dict.fromkeys(map(ord, WITHIN_WORDS))
"""What entities may stand for that nobody sees: soft hyphens and the like."""
LINE_ENDS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
GOES_ON = re.compile(r"[,;.:!?)\]…]{1,3}+(?:\s|$)|[、。，）」』】]")
"""What has no space before it where the source of a page has a line's end."""
OPENS = "([{（「『【"
"""What has none behind it."""
BULLETS = "•▪●◦‣∙· \t"
"""What editors write before an item although its tag says what it is."""
WITHIN_HEADINGS = frozenset(("div", BREAK))
"""Elements that a heading may go on in."""
ENDED = frozenset((QUOTATION, KEPT, *CAPTIONS))
"""Elements that say so much of what they hold that one without an end is taken for none."""


def read(text: str, plain: str) -> Hints:
    """What the tags of a text say; `plain` is the text as it is read, the same where its tags are not escaped."""
    reader = Reader(text, plain)
    here = 0
    for tag in tags_of(plain):
        if tag.start > here:
            reader.say(here, tag.start)
        here = tag.end
        if tag.name in UNREAD:
            reader.pass_over(tag)
        elif tag.name not in BLOCKS:
            reader.mark(tag)
        elif tag.name == BREAK:
            reader.end_line(tag)
        elif tag.closes:
            reader.close(tag)
        else:
            reader.open(tag)
    reader.say(here, len(text))
    return reader.finish()


class Reader:
    """Makes lines of what it is told of a text, tag by tag."""

    def __init__(self, text: str, plain: str) -> None:
        self.text, self.plain = text, plain
        self.lines: list[Line] = []
        self.marks: dict[int, str] = {}
        self.opened: list[str] = []
        """The elements around this place."""
        self.times: Counter[str] = Counter()
        """How many there are of each."""
        self.last_ends: dict[str, int] = {}
        """Where the last of some elements ends."""
        self.heading = ""
        """The mark of the heading around this place."""
        self.strong = 0
        self.linked = False
        self.gap = self.breaks = self.ends = 0
        """Blank lines that the tags, line breaks, and ends of lines above the next line say."""
        self.item = self.first = self.placed = False
        """Whether an item begins with it, whether a list does, and whether a place is before it."""
        self.begin()

    def begin(self) -> None:
        """Forget the last line."""
        self.pieces: list[str] = []
        self.start, self.end = -1, 0
        self.has_text, self.all_strong, self.all_linked = False, True, True
        self.picture = ""
        self.indent = 0

    def reach(self, start: int, end: int) -> None:
        """What is there belongs to the next line."""
        if self.start < 0:
            self.start = start
        self.end = end

    def trail(self, tag: Tag) -> None:
        """A tag belongs to the line before it, or to the next if that has begun."""
        if self.start < 0 and self.lines:
            self.lines[-1] = self.lines[-1]._replace(end=tag.end)
        else:
            self.reach(tag.start, tag.end)

    def say(self, start: int, end: int) -> None:
        """What stands between two tags: on lines where none is around it, in paragraphs right within a division."""
        part = self.plain[start:end]
        if not self.opened or self.times[KEPT] or (self.times[WIRE] and self.opened[-1] in LOOSE):
            wire = self.times[WIRE] > 0
            for raw in part.splitlines(keepends=True):
                if wire and not self.has_text:
                    self.indent = len(raw) - len(raw.lstrip(" "))
                self.add(raw, start)
                start += len(raw)
                if raw[-1] in LINE_ENDS:
                    self.part()
                    self.ends += 1
        elif self.opened[-1] in LOOSE and "\n" in part:
            here = 0
            for match in BLANK_LINES.finditer(part):
                self.add(part[here : match.start()], start + here)
                here = match.end()
                self.part()
                self.gap = max(self.gap, 1)
            self.add(part[here:], start + here)
        else:
            self.add(part, start)

    def add(self, raw: str, start: int) -> None:
        """Words of the next line."""
        content = raw.strip(EDGES)
        if content:
            before = raw.find(content[0])  # as `find_lines` does
            self.reach(start + before, start + before + len(content))
            if FILLER in raw:
                raw = raw.replace(FILLER, "")
                content = raw.strip(EDGES)
        if content:
            if "&" not in content or without_entities(content).strip(EDGES):
                self.has_text = True
                self.all_strong = self.all_strong and self.strong > 0
                self.all_linked = self.all_linked and self.linked
        if self.has_text:
            self.pieces.append(raw.replace("\t", " ") if "\t" in raw else raw)

    def part(self) -> None:
        """The next line ends here, if it has begun to say anything."""
        if not self.has_text and not self.picture:
            return
        text = said("".join(self.pieces)) if self.has_text else ""
        mark = self.mark_of_line(text)
        text = text or said(self.picture.replace(FILLER, ""))
        if not text:
            self.has_text, self.picture = False, ""
            self.pieces.clear()
            return
        if self.item and self.has_text:
            text, mark = f"{BULLETS[0]} {text.lstrip(BULLETS) or text}", ""
        self.put(text, mark)
        self.item = False

    def mark_of_line(self, text: str) -> str:
        """What the tags say of the next line."""
        if self.heading and text:
            return self.heading
        if not text or any(self.times[name] for name in CAPTIONS):
            return "![]"
        if self.times[QUOTATION]:
            return ">"
        return "**" if self.all_strong else "[]" if self.all_linked else ""

    def put(self, text: str, mark: str) -> None:
        """The next line is there."""
        gap = max(self.gap, self.breaks - 1, self.ends - 1) if self.lines else 9
        self.lines.append(make_line((self.start, self.end, self.indent, gap, text)))
        if mark:
            self.marks[self.start] = mark
        self.gap = self.breaks = self.ends = 0
        self.first = False
        self.begin()

    def pass_over(self, tag: Tag) -> None:
        """An element that holds nothing to read: within a line it is a part of that, elsewhere nothing but marks."""
        if tag.closes:
            self.trail(tag)
            return
        within = self.has_text
        if not within:
            self.part()  # a picture
        self.reach(tag.start, tag.end)
        if not within:
            self.put(self.text[tag.start : tag.end].strip(EDGES), NOTHING)

    def mark(self, tag: Tag) -> None:
        """A tag within a line."""
        if tag.closes or tag.name == NO_NAME:
            self.trail(tag)
        else:
            if tag.name == PICTURE and not self.has_text and (match := ALT.search(tag.attributes)):
                self.part()
                self.picture = (match[1] or match[2] or match[3] or "").strip(EDGES)
            self.reach(tag.start, tag.end)
        if tag.name in STRONG:
            self.strong = max(0, self.strong - 1) if tag.closes else self.strong + 1
        elif tag.name == LINK:
            self.linked = not tag.closes and ADDRESS.search(tag.attributes) is not None

    def end_line(self, tag: Tag) -> None:
        """A line break; in a heading it is a space."""
        if self.heading:
            self.pieces.append(" ")
            self.trail(tag)
            return
        self.part()
        self.trail(tag)
        self.breaks += 1

    def open(self, tag: Tag) -> None:
        """The beginning of a block."""
        name = tag.name
        if name in CELLS and self.has_text:
            self.pieces.append("\t")
        elif not self.placed:
            self.part()
        self.placed = False
        self.strong = 0
        self.leave_before(name)
        if name == ITEM:
            self.gap = self.gap if self.first else 0
            self.item = True
        elif name not in CLOSE and not self.item and not (name in LISTS and self.times[ITEM]):
            self.gap = max(self.gap, 1)
        if name in LISTS:
            self.first = True
        self.reach(tag.start, tag.end)
        if name == RULE or (name in ENDED and not self.ends_below(tag)):
            return
        self.opened.append(name)
        self.times[name] += 1
        self.heading = HEADINGS.get(name, self.heading)

    def leave_before(self, name: str) -> None:
        """Paragraphs, headings and items end where the next block begins, with or without a tag that says so."""
        last = self.opened[-1] if self.opened else ""
        if last == PARAGRAPH or (last in HEADINGS and name not in WITHIN_HEADINGS) or (last == name == ITEM):
            self.times[self.opened.pop()] -= 1
        if name not in WITHIN_HEADINGS:
            self.heading = ""

    def ends_below(self, tag: Tag) -> bool:
        """Whether an end of such an element is below its beginning."""
        if tag.name not in self.last_ends:
            end = f"</{tag.name}"
            self.last_ends[tag.name] = max(self.plain.rfind(end), self.plain.rfind(end.upper()))
        return self.last_ends[tag.name] > tag.start

    def close(self, tag: Tag) -> None:
        """The end of a block."""
        name = tag.name
        self.placed = name == DATELINE and self.plain[tag.end : tag.end + len(BODY)].lower() == BODY
        if self.placed:
            self.pieces.append(" ")
        elif name not in CELLS:
            self.part()
            self.strong = 0
        if self.times[name]:
            while (last := self.opened.pop()) != name:
                self.times[last] -= 1
            self.times[name] -= 1
        self.trail(tag)
        if name in HEADINGS:
            self.heading = ""
        elif name == ITEM:
            self.item = False
        if name not in CLOSE:
            self.gap = max(self.gap, 1)

    def finish(self) -> Hints:
        """What has been read, to the text's end: tags below the last line belong to that."""
        self.part()
        if self.start >= 0:
            if self.lines:
                self.lines[-1] = self.lines[-1]._replace(end=self.end)
            else:
                self.put(self.text[self.start : self.end].strip(EDGES), NOTHING)
        return Hints(self.lines, self.marks)


def said(text: str) -> str:
    """The words of a line, with single spaces, and with tabs between a row's cells."""
    if "&" in text:
        text = without_entities(text)
        text = (without_entities(text) if "&" in text else text).translate(UNSEEN)
    if "\n" in text or "\r" in text:
        text = joined([part for line in text.splitlines() if (part := line.strip(BLANK))])
    return "\t".join([" ".join(cell.split()) for cell in text.split("\t")]).strip(EDGES)


def joined(parts: Sequence[str]) -> str:
    """A paragraph whose source is on several lines."""
    pieces = list(parts[:1])
    for above, below in itertools.pairwise(parts):
        glued = GOES_ON.match(below) or above[-1] in OPENS or is_unspaced(below) or is_unspaced(above[-1])
        pieces.append(below if glued else f" {below}")
    return "".join(pieces)
