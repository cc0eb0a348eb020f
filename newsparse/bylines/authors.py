"""Authors: which lines of a page name them, and how far each is to be trusted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, partial
from itertools import chain

import attrs

from newsparse.article import Role
from newsparse.block import Block
from newsparse.bylines.lines import (
    WORDS_OF_A_NAME_LINE,
    above_photographers,
    has_other_words,
    is_furniture,
    is_hangul,
    is_job_alone,
    is_name_line,
    is_short,
    names_photographers,
    names_picture_agency,
    tells_time_ago,
)
from newsparse.bylines.parts import before_picture_label, names_alone
from newsparse.bylines.people import Reading, bare_names, names_told_within, read_names
from newsparse.bylines.places import LONGEST, SENTENCE, body_of, may_have_place, reporting_tail, signed_tail
from newsparse.bylines.reporters import reporters_in
from newsparse.bylines.sign_offs import source_words
from newsparse.bylines.words import is_medium, opens_with_acronym
from newsparse.dates.absolute import find_dates
from newsparse.dates.relative import find_phrase
from newsparse.names import editors, first_names_too, has_given_name, nobody, openings_elsewhere
from newsparse.page import Page
from newsparse.survey.biographies import introduced

WORDS_OF_A_BYLINE = 30
WORDS_OF_A_LONE_LINE = 6
SHORTEST_TOLD = 4
"""Letters of a word by which somebody of the news is known again, at least."""
SHORT_NAME, LONGER_NAME = 2, 3
"""Words of a line above the headline that names a person, where nouns have capitals and where they have none."""
MOST_BARE = 6
"""Names of lines without a word that tells them."""
FARTHEST = 400
"""Blocks above the body beyond which no headline is believed, so that the work stays in proportion to the text."""
ABOVE_TITLE = 5
"""Blocks above the headline among which names may stand."""
NEAR = 2
"""Blocks between a name and the date that makes it one of an author."""
BELOW_BODY, TAIL = 3, 8
"""Blocks below the last paragraph in which an author may sign without a word, and with one such as "by"."""
MOST_LINES = 100
"""Lines that are read as bylines in one stretch, at most: live blogs sign each entry, and every name is looked for in
the whole text."""
WORD_OF_JOB = re.compile(r"[^\s,.:;|/・()（）【】〔〕]+")
PLACE_AHEAD = re.compile(r"(\w[^|/:：=＝]{1,30}?)(?:\s[–—―-]{1,2}\s|\s?[:：]\s|[=＝])(?=\S)")
"""What stands before a dash, colon or equals sign, and may be the author's place or the article's kind."""
WORDS_OF_A_PLACE = 2
NOTHING = Reading()
BEFORE_LABEL = " ,;|/"
"""What stands between the author and a word for a picture."""
BRACKETS = " ()（）[]【】〔〕"
BYLINE, CAPTION, HEADLINE = Role.BYLINE, Role.CAPTION, Role.HEADLINE
"""A member of an enumeration takes eight times as long to look up as these, and many blocks of a page are asked."""
PROSE = frozenset({Role.PARAGRAPH, Role.LEAD, Role.HEADLINE})
SIGNING = frozenset({Role.BYLINE, Role.SIGNATURE, Role.BOILERPLATE, Role.RELATED})
UNLIKELY = frozenset({Role.HEADLINE, Role.PARAGRAPH, Role.LEAD})


class Authors:
    """The lines of a page that name authors: made for one page, asked once."""

    def __init__(self, page: Page, blocks: Sequence[Block], paragraphs: Sequence[Block]) -> None:
        self.page = page
        self.blocks = blocks
        self.paragraphs = paragraphs
        self.cues = page.cues
        self.body = body_of(blocks, paragraphs)
        self.end = paragraphs[-1].index if paragraphs else len(blocks)
        top = page.title if 0 <= page.title <= self.body else self.body - 2 * ABOVE_TITLE
        self.top = max(-1, top, self.body - FARTHEST)

    def names(self) -> list[str]:
        """The names of people and agencies, from the lines to be trusted most; in order.

        A line that opens with "by" or says a job is taken at its word. Where there is none near the top,
        lines that are nothing but names count, those beside a date first; then what signs the last paragraph.
        """
        tail = range(self.body + 2, min(self.end + TAIL, len(self.blocks)))
        front = range(max(0, self.top - ABOVE_TITLE), self.body + 2)
        below = (self.signed, partial(self.told, tail), self.reported, lambda: self.in_dateline, self.lone)
        for tell in (partial(self.told, front), self.bare, *below):
            found = [name for name in tell() if name.lower() not in self.cues.picture_agencies]
            if found:  # perhaps just the source of an article whose dateline names the reporters
                return [*(self.in_dateline if all(map(self.cues.is_agency, found)) else ()), *found]
        return []

    @cached_property
    def prose(self) -> str:
        """The text of headline, lead and paragraphs, lower-case, but the last: it may say who the author is."""
        above = self.blocks[: self.end]
        # "Jane Roe: Why the bridge must go" names the author of a column
        told = {block.index: block.lower.partition(": ")[2] for block in above if block.role is HEADLINE}
        text = "\n".join(
            told.get(block.index) or block.lower for block in above if block.role in PROSE and block.words > 4
        )
        for name in self.in_dateline:
            text = text.replace(name.lower(), "", 1)
        return text

    def in_the_news(self, name: str) -> bool:
        """Whether somebody is written about: the name stands in the article itself, or each of its words does; a last
        name alone, in capitals below a headline in capitals, where those of old newspapers go on ("JOHN ROE HELD")."""
        lower, title = name.lower(), self.page.title
        if find_phrase(self.prose, lower, spaced=self.cues.spaced and self.cues.is_agency(name)) >= 0:
            return True
        if not self.cues.spaced or " " not in lower:
            return False
        words = lower.split()
        decked = name.isupper() and title >= 0 and self.blocks[title].text.isupper()
        if decked:  # a first name is many people's
            words = [word for word in words if len(word) >= SHORTEST_TOLD and not has_given_name(word)]
        told = (find_phrase(self.prose, word, spaced=True) >= 0 for word in words)
        return any(told) if decked else all(told)

    def is_other(self, name: str) -> bool:
        """Whether what looks like a name is one of the news, or begins with a word that the page writes small too."""
        first = name.partition(" ")[0]
        small = first.lower()
        if first != small and small not in first_names_too() and f" {small} " in self.page.text:
            return not self.cues.is_agency(name)
        return self.in_the_news(name)

    def told(self, where: range) -> Iterator[str]:
        """The names of lines that open like bylines, or say a job; and of those that go on with names below them."""
        waiting = going_on = ahead = False
        told = -2  # above the line above the first
        read = 0
        for block in self.blocks[where.start : where.stop]:
            labelled = block.role is BYLINE
            front = block.index <= self.body + 1
            between = going_on and block.lower in self.cues.language.words("byline", "and")
            if between or not (labelled or front or waiting or going_on) or block.index in self.page.turns.speakers:
                continue
            read += 1
            if read > MOST_LINES:
                return
            if not waiting and is_job_alone(block, self.cues):
                beside, pictures = told == block.index - 1, names_photographers(block)
                above = [] if beside or pictures else self.above_job(block)
                if above or pictures or (beside and not ahead):
                    yield from above
                    going_on = False
                    continue
            opening = self.opening(block, labelled=labelled, front=front)
            rest = block.text[len(opening) :].strip(" :：\xa0") if opening or waiting else ""
            if opening and not rest:
                waiting, going_on = labelled or front, False
                continue
            found: list[str] = []
            if len(block.text) <= LONGEST:
                likely = (labelled or front) and block.role not in UNLIKELY
                if opening or waiting:
                    found = list(self.of_opened(block, rest, waiting=waiting))
                elif going_on:
                    beside = block.words <= WORDS_OF_A_NAME_LINE and not above_photographers(block, self.page)
                    named = bare_names(self.read(block), self.cues) if beside else ()
                    found = [name for name in named if not opens_with_acronym(name.split())]
                elif labelled or likely:
                    found = list(self.of_job(block))
                if not found and likely and (within := list(names_told_within(block, self.page))):
                    found = [] if self.page.has_marked_credit(block.index) else within  # most lines have no such names
            yield from found
            going_on = bool(found) and (waiting or going_on or (bool(opening) and block.words <= WORDS_OF_A_NAME_LINE))
            if found:
                told, ahead = block.index, waiting and self.below_job(block)
            waiting = False

    def above_job(self, block: Block) -> list[str]:
        """The names right above a line that says a job and no more, where nothing else stands beside them."""
        above = self.blocks[block.index - 1] if block.index else None
        if above is None or above.role in UNLIKELY or not is_short(above, WORDS_OF_A_NAME_LINE):
            return []
        likely = above.index > self.top or above.role is BYLINE or has_given_name(above.text)
        if not likely or has_other_words(above, self.page) or is_furniture(above, self.page):
            return []
        names = [name for name in bare_names(self.read(above), self.cues) if not self.is_other(name)]
        return names if above.role is BYLINE or all(map(self.is_person, names)) else []

    def below_job(self, block: Block) -> bool:
        """Whether the line above says a job and no more: the one below the name is the next one's."""
        return block.index > 0 and is_job_alone(self.blocks[block.index - 1], self.cues)

    def opening(self, block: Block, *, labelled: bool, front: bool) -> str:
        """The words that open a byline; in a line taken for something else, only where names and no more follow."""
        opening = self.cues.byline_opening(block) if self.page.may_open[block.index] else ""
        if not opening and (self.page.language is None or ":" in block.text):
            first = block.lower.split(maxsplit=1)[0]
            elsewhere = self.page.language is None or first.endswith(":")
            opening = first if elsewhere and first in openings_elsewhere() else ""
        if not opening or is_hangul(block.lower[len(opening) - 1 : len(opening) + 1]):
            return ""  # or the start of a longer word
        if labelled:
            return opening
        if not front or not is_short(block, WORDS_OF_A_BYLINE) or block.ends_with_stop or block.role is HEADLINE:
            return ""
        rest = block.text[len(opening) :].strip(" :：\xa0")
        reading = read_names(rest, self.cues, sure=False) if rest else NOTHING
        return opening if not rest or (reading.names and not reading.rest) else ""

    def of_opened(self, block: Block, rest: str, *, waiting: bool) -> Iterator[str]:
        """The names behind the words that open a byline, on the same line or the next."""
        share, dated = self.page.date_shares[block.index]
        if waiting and (
            (dated and share > 0.6) or block.words > WORDS_OF_A_NAME_LINE or is_furniture(block, self.page)
        ):
            return
        opening = block.lower[: len(block.text) - len(rest)].strip(" :：")
        if opening in editors():
            return
        sure = not self.cues.is_desk(opening)
        source, *others = [*names_alone(rest, self.cues), ""] if opening in source_words() else [""]
        read = (read_names(text, self.cues, sure=sure).names for text in (rest, *others))
        names = dict.fromkeys(chain.from_iterable(read))
        yield from (name for name in names if name not in source or self.cues.is_agency(name))

    def of_job(self, block: Block) -> Iterator[str]:
        """The names of a line that says a job of the trade."""
        if block.words > WORDS_OF_A_NAME_LINE or block.ends_with_stop or self.cues.boilerplate_whole(block):
            return
        if not self.cues.spaced and SENTENCE.search(block.text):
            return  # a caption and who took the picture
        if self.cues.has_job(WORD_OF_JOB.findall(block.lower)) or self.cues.after_name(block):
            reading = self.read(block)
            if block.role is BYLINE or reading.rest <= min(reading.places, 1):
                named = reading.names if block.role is BYLINE else filter(self.is_person, reading.names)
                yield from (name for name in named if not self.in_the_news(name))

    def read(self, block: Block) -> Reading:
        """The names of a line that nothing opens, up to where it says who took a picture."""
        text = before_picture_label(block.text, self.cues)
        if text != block.text:
            text = text.rstrip(BEFORE_LABEL)
            if not text or not self.cues.job_after(text.lower()):
                return Reading(rest=block.words)  # a caption names people too
        if text[0] in BRACKETS and text[-1] in BRACKETS:
            text = text.strip(BRACKETS)
        return read_names(text, self.cues, sure=False)

    def bare(self) -> Iterator[str]:
        """The names of lines between headline and body, or just above, that have nothing else."""
        near, other, formed = list[str](), list[str](), list[str]()
        longest = SHORT_NAME if self.cues.language.capital_nouns else LONGER_NAME  # "Jane Roe Newsletter"
        for block in self.blocks[max(0, self.top - ABOVE_TITLE) : self.body + 2]:
            below = block.index > self.top
            if not (below or block.role is BYLINE or (block.words <= longest and has_given_name(block.text))):
                continue
            if block.role in UNLIKELY or not is_name_line(block, self.page) or has_other_words(block, self.page):
                continue
            dated = any(self.page.date_shares[beside.index][1] for beside in self.around(block))
            nearer = dated and (below or block.role is BYLINE)
            if not (nearer or block.role is not CAPTION) or is_furniture(block, self.page):
                continue
            reading = self.read(block)
            placed = dated or (below and may_have_place(block, self.body))
            found = [*bare_names(reading, self.cues, placed=placed)] or list(self.behind_place(block))
            if block.role is BYLINE and self.page.date_shares[block.index][1]:  # beside other words, or in the news too
                found = found or [name for name in reading.names if not is_medium(name, self.cues)]
                found = [name for name in found if has_given_name(name) or not self.is_other(name)]
            else:
                found = [name for name in found if not self.is_other(name)]
            agencies = [name for name in found if self.cues.is_agency(name)]
            people = any(self.is_person(name) for name in found if name not in agencies)
            (near if nearer else other).extend(found if people else agencies)
            if (nearer or self.page.date_shares[block.index][0]) and not self.cues.language.capital_nouns:
                formed += found
        named = next((names for names in (near, other, formed) if not all(map(self.cues.is_agency, names))), [])
        found = [*dict.fromkeys([*named, *filter(self.cues.is_agency, near or other)])]
        return iter(found if len(found) <= MOST_BARE else ())  # more are a list of something else

    def is_person(self, name: str) -> bool:
        """Whether more than its form tells a name: it is an agency's, or one of its words a known first name.

        First names are known in scripts that have capitals; initials stand for one.
        """
        first = name.partition(" ")[0]
        initials = 2 * first.count(".") >= len(first)
        return initials or not first[:1].isupper() or self.cues.is_agency(name) or has_given_name(name)

    def behind_place(self, block: Block) -> Iterator[str]:
        """The names behind a place and a dash or equals sign, or behind a word such as "commentary" and a colon."""
        match = PLACE_AHEAD.match(block.text)
        if match is None or len(match[1].split()) > WORDS_OF_A_PLACE:
            return
        ahead = match[1].lower().strip()
        genre = ahead in self.cues.kicker_labels and ahead not in self.cues.credit  # "Foto: Jan Dub"
        page_word = not self.cues.words_of_pages.isdisjoint(ahead.split()) or not nobody().isdisjoint(ahead.split())
        if genre or not (page_word or match[0].rstrip()[-1] in ":：" or ahead in self.cues.jobs):
            yield from bare_names(read_names(block.text[match.end() :], self.cues, sure=False), self.cues)

    def around(self, block: Block) -> Sequence[Block]:
        """The blocks beside a block, and itself."""
        return self.blocks[max(0, block.index - NEAR) : block.index + NEAR + 1]

    def signed(self) -> Iterator[str]:
        """The names behind the body: in parentheses at its end, or alone on a line below it."""
        tail = signed_tail(self.paragraphs)
        if tail:
            reading = read_names(tail[len(self.cues.byline_words(tail.lower())) :], self.cues, sure=False)
            dated = bool(find_dates(tail.lower(), self.cues.language))
            named = reading.names if dated else list(bare_names(reading, self.cues))
            found = [name for name in named if dated or (self.is_person(name) and not self.in_the_news(name))]
            if found:
                yield from found
                return
        reporting = "" if self.cues.spaced else reporting_tail(self.paragraphs)
        if self.cues.job_after(reporting.lower()):
            found = list(read_names(reporting, self.cues, sure=False).names)
            if found:
                yield from found
                return
        elsewhere = False
        for block in self.blocks[self.end + 1 : self.end + 1 + BELOW_BODY]:
            elsewhere = elsewhere or self.cues.boilerplate_whole(block) or self.cues.related_head(block)
            if elsewhere and self.page.times[block.lower] == 1:
                continue  # behind a heading, of comments or other articles, only who is named above too
            fitting = block.role in SIGNING and is_short(block, WORDS_OF_A_NAME_LINE) and not block.text.isupper()
            if tells_time_ago(block, self.page) or tells_time_ago(self.page.neighbour(block, 1), self.page):
                continue  # a reader's comment: "Jane Roe 3 hours ago"
            if (
                fitting
                and not block.ends_with_stop
                and not has_other_words(block, self.page)
                and not is_furniture(block, self.page)
            ):
                placed = block.index == self.end + 1 and has_given_name(block.text)  # "Jane Roe, Hull"
                people = filter(self.is_person, bare_names(self.read(block), self.cues, placed=placed))
                names = [name for name in people if not self.is_other(name) and self.may_sign(name, block)]
                if names:
                    yield from names
                    return

    def may_sign(self, name: str, block: Block) -> bool:
        """Whether a line below the body may be a signature: in a script without capitals any three words have the form
        of a name, so that links to other articles have it too."""
        told = not self.cues.spaced or name[:1].isupper() or self.cues.is_agency(name)
        return told or block.role is BYLINE or block.role is Role.SIGNATURE

    def reported(self) -> Iterator[str]:
        """The names of the lines right below the body that say who reported, or what the author does."""
        for block in self.blocks[self.end : self.end + 1 + BELOW_BODY]:
            if block.index > self.end and (self.cues.boilerplate_whole(block) or self.cues.related_head(block)):
                return
            text = block.text.strip(BRACKETS)
            opening = self.cues.byline_words(text.lower())
            found: list[str] = []
            if (" " in opening or opening.endswith((":", "：", "/"))) and is_short(block, WORDS_OF_A_BYLINE):
                if opening.strip(" :：/") not in editors() and block.role not in PROSE:
                    reading = read_names(text[len(opening) :], self.cues, sure=False)
                    found = list(bare_names(attrs.evolve(reading, rest=0), self.cues))
            else:
                found = [name for name in introduced(block, self.cues) if not self.in_the_news(name)]
            if found:
                yield from found
                return

    @cached_property
    def in_dateline(self) -> tuple[str, ...]:
        """The names in the dateline of the first paragraph, or the lead above it, as some agencies have them."""
        first = [b for b in self.blocks[self.top + 1 : self.body + 1] if b.role in (Role.LEAD, Role.PARAGRAPH)]
        return tuple(chain.from_iterable(reporters_in(block.text, self.cues) for block in first))

    def lone(self) -> Iterator[str]:
        """The names of lines above the body that look like credits, and have a news agency, but no picture beside."""
        for block in self.blocks[max(0, self.top + 1) : self.body + 1]:
            if block.role is not CAPTION or not is_short(block, WORDS_OF_A_LONE_LINE) or self.beside_caption(block):
                continue
            reading = self.read(block)
            if (
                not reading.rest
                and any(map(self.cues.is_agency, reading.names))
                and not names_picture_agency(block, self.cues)
                and not self.page.has_marked_credit(block.index)
            ):
                for name in filter(self.is_person, reading.names):
                    if self.cues.is_agency(name) or not self.in_the_news(name):
                        yield name

    def beside_caption(self, block: Block) -> bool:
        """Whether a caption stands next to a block."""
        beside = self.blocks[max(0, block.index - 1) : block.index + 2]
        return any(other.role is CAPTION for other in beside if other is not block)


def names_in(page: Page, blocks: Sequence[Block], paragraphs: Sequence[Block]) -> list[str]:
    """The names of people and agencies in the bylines of a page whose blocks have their roles, in order."""
    return Authors(page, blocks, paragraphs).names()
