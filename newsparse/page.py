"""The second step: what the rules need to know of the whole page, computed once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from operator import sub

from newsparse.block import Block
from newsparse.bylines.datelines import find_dateline
from newsparse.captions.credit_places import Credit, find_credit, is_marked_credit
from newsparse.cues import PageCues, cues_of
from newsparse.dates.dated import MOSTLY, share_of_date
from newsparse.languages import Language
from newsparse.survey.biographies import find_biographies, introduces
from newsparse.survey.choice import Chances, likeliest
from newsparse.survey.contents import Contents, find_contents
from newsparse.survey.ends import Ending
from newsparse.survey.facts import Facts, Times, found_once
from newsparse.survey.header_looks import LONGEST_HEADER, HeaderLooks, has_header_shape
from newsparse.survey.kinds import ASKED_FOR_LABEL, BYLINE, CREDIT, NOTHING, PROSE, kind_of, plain_prose
from newsparse.survey.leads import lead_chances
from newsparse.survey.lists import Lists
from newsparse.survey.live import find_entries
from newsparse.survey.prose import is_prose, prose_words, runs_of_short
from newsparse.survey.reader import speaks_to_reader
from newsparse.survey.retold import Said, said
from newsparse.survey.titles import count_title_like, likely_headline, title_shaped
from newsparse.survey.topic import KINDRED, Topic
from newsparse.survey.turns import find_turns
from newsparse.weights import Weights, default_weights


class Page:
    """A page: its blocks, and what holds of all of them together. Rules read it and never change it.

    `blocks` are all of the `text`, told by their index from 0; `cues` the phrases of the `language` (None if unknown).
    `prose` says which blocks read like running text, `median` how many words those have, `topic` what it is about;
    `body_start` to `body_end` (not included) is most of it, and `spaced` says whether blank lines divide it.
    """

    def __init__(
        self,
        text: str,
        blocks: Sequence[Block],
        language: Language | None,
        weights: Weights | None = None,
    ) -> None:
        self.text = text
        self._weights = weights or default_weights()
        self.blocks = blocks
        self.language = language
        self.cues: PageCues = cues_of(language)
        """The phrases of the page's language; of English if it is unknown."""
        fewest = prose_words(blocks)
        self.prose = [
            block.words >= fewest
            and is_prose(block, fewest)
            and not (block.words <= LONGEST_DATED and self.is_dated(block))
            for block in blocks
        ]
        self.times = Times([block.lower for block in blocks])
        """How often each line stands on the page, by its lower-case text."""
        self.turns = find_turns(blocks, self.times)
        """The lines of an interview whose speakers stand above what they say: all prose, whatever their length."""
        sizes = [block.words for block, prose in zip(blocks, self.prose, strict=True) if prose]
        for index in self.turns.every:
            self.prose[index] = True
        sizes = sizes or [blocks[index].words for index in self.turns.every]
        self.median = float(sorted(sizes)[len(sizes) // 2]) if sizes else 0.0
        """The median length of a line of prose, in words."""
        self.topic = Topic(text, blocks, self.prose, language, fewest)
        """What the article is about, by its words."""
        self.topic.extend(self.is_about_page)
        self.body_start, self.body_end = self.topic.start, self.topic.end
        """The stretch of blocks with the most prose: first, and one past the last."""
        gaps = [block.gap > 0 for block in blocks[self.body_start + 1 : self.body_end]]
        self.spaced = not gaps or sum(gaps) >= 0.5 * len(gaps)
        """Whether the body has blank lines between its paragraphs."""

    def forget(self) -> None:
        """Give back the memory of what only the rules ask for."""
        self.topic.forget()
        for name in ("kinds", "credits"):
            self.__dict__.pop(name, None)  # they hold the page, which would outlive the parse

    def is_about_page(self, index: int) -> bool:
        """Whether a block is one of those that pages have about themselves, or opens like one."""
        block, cues = self.blocks[index], self.cues
        if block.words <= ASKED_FOR_LABEL and cues.boilerplate_whole(block):
            return True
        if block.words > LONGEST_NOTICE:
            return False
        return self.phrases_inside[index] > 0 or (self.may_open[index] and cues.boilerplate_opening(block))

    def boilerplate_inside(self, block: Block) -> int:
        """How many phrases that pages use of themselves stand in a block."""
        return self.phrases_inside[block.index]

    @found_once
    def phrases_inside(self) -> Facts[int]:
        """The same, by the block's index."""
        blocks, topic, inside = self.blocks, self.topic, self.cues.boilerplate_inside
        return Facts(lambda index: inside(blocks[index].lower, topic.words[index]))

    @found_once
    def may_open(self) -> list[bool]:
        """Whether each block may open like a byline, a word to the reader or the like: `PageCues.which_may_open`."""
        return self.cues.which_may_open(self.blocks)

    @found_once
    def to_reader(self) -> Facts[str]:
        """How each block speaks to the reader: "once", "more than once", "in quotation marks"; "" if it does not."""
        blocks, cues = self.blocks, self.cues
        return Facts(lambda index: speaks_to_reader(blocks[index], cues))

    @found_once
    def prose_above(self) -> list[int]:
        """How many of the six blocks above are prose, for each block."""
        return list(map(sub, self._prose_count, [0] * 6 + self._prose_count))

    @found_once
    def prose_below(self) -> list[int]:
        """How many of the six blocks below are prose, for each block."""
        count = self._prose_count + self._prose_count[-1:] * 6
        return list(map(sub, count[7:], count[1:]))

    def prose_between(self, first: int, last: int) -> int:
        """How many of the blocks from `first` up to but not including `last` are prose."""
        return self._prose_count[max(first, last)] - self._prose_count[first]

    @found_once
    def _prose_count(self) -> list[int]:
        return [0, *accumulate(self.prose)]

    @found_once
    def subject_below(self) -> list[int]:
        """How many blocks of prose on the article's subject stand below each block, within the window."""
        prose, share, kinds = self.prose, self.topic.share_in_body, self.kinds
        on_subject = [prose[index] and share(index) >= KINDRED and kinds[index] == PROSE for index in self.window]
        above = list(accumulate(on_subject))
        return [above[-1]] * self.window.start + [above[-1] - count for count in above]

    @found_once
    def prose_left(self) -> list[float]:
        """The share of the body's prose that is below each block of the body, from 0 to 1; for those above it, 1."""
        count = self._prose_count
        last = count[self.body_end]
        total = max(1, last - count[self.body_start])
        return [1.0] * self.body_start + [
            (last - above) / total for above in count[self.body_start + 1 : self.body_end + 1]
        ]

    @found_once
    def headers(self) -> HeaderLooks:
        """How the lines of the body that may be headers look."""
        return HeaderLooks(self)

    @found_once
    def first_prose(self) -> int:
        """The first block of prose in the densest stretch, or -1."""
        return next((i for i in range(self.body_start, self.body_end) if self.prose[i]), -1)

    @found_once
    def title(self) -> int:
        """The likeliest headline: the index of its block, or -1."""
        return likely_headline(self, self._weights)

    @found_once
    def title_like_above(self) -> list[int]:
        """How many lines like titles stand not far above each line, down to the prose."""
        return count_title_like(self)

    @found_once
    def said(self) -> Facts[Said]:
        """What each block says, by its index, as far as it is compared with others in choosing the lead."""
        blocks = self.blocks
        return Facts(lambda index: said(blocks[index]))

    @found_once
    def lead(self) -> int:
        """The likeliest lead: the index of its block, or -1."""
        return likeliest(self.lead_chances)

    @found_once
    def lead_chances(self) -> Chances:
        """How likely each line is the lead."""
        found = lead_chances(self, self._weights.lead)
        self.__dict__.pop("said", None)  # nobody else asks for it
        return found

    @found_once
    def end(self) -> int:
        """The likeliest last paragraph: the index of its block, or -1."""
        return self.ending.likeliest

    @found_once
    def ending(self) -> Ending:
        """How likely the article ends where."""
        return Ending(self, self._weights.end)

    @found_once
    def prose_places(self) -> list[int]:
        """The blocks of prose from the body's first to the window's end."""
        return [index for index in range(self.body_start, self.window.stop) if self.prose[index]]

    @found_once
    def prose_words(self) -> list[int]:
        """How many words are in the first so many blocks of `prose_places`, from none on."""
        return [0, *accumulate([self.blocks[index].words for index in self.prose_places])]

    @found_once
    def shares_with_above(self) -> list[tuple[float, float]]:
        """For each of `prose_places`: the share of its content words in the few above it, and in the dozen."""
        return self.topic.shares_with_above(self.prose_places)

    @found_once
    def front(self) -> int:
        """One past the last block that may be headline or lead or stand between them."""
        return max(self.title, self.body_start) + 9

    @found_once
    def _top(self) -> Sequence[Block]:
        return self.blocks[max(0, self.body_start - ABOVE_BODY) : self.body_start + 12]

    @found_once
    def dated_places(self) -> list[int]:
        """The lines above and around the body's start that are mostly a date."""
        shares = self.date_shares
        return [block.index for block in self._top if shares[block.index][1] and shares[block.index][0] >= MOSTLY]

    @found_once
    def byline_places(self) -> list[int]:
        """The lines above and around the body's start that open like bylines."""
        may_open = self.may_open
        return [block.index for block in self._top if may_open[block.index] and self.cues.byline_opening(block)]

    @found_once
    def title_shaped(self) -> list[int]:
        """The lines above the prose that may be a headline by length and end."""
        return title_shaped(self)

    @found_once
    def window(self) -> range:
        """The blocks that may be part of the article; the rest is too far from its headline and prose."""
        top = self.title - ABOVE_TITLE if self.title >= 0 else self.body_start - ABOVE_PROSE
        return range(max(0, min(top, self.body_start)), min(len(self.blocks), self.body_end + WINDOW_BELOW))

    @found_once
    def near(self) -> Sequence[Block]:
        """The blocks of the window."""
        return self.blocks[self.window.start : self.window.stop]

    @found_once
    def lists(self) -> Lists:
        """The lists of the window."""
        return Lists(self)

    @found_once
    def plain(self) -> frozenset[int]:
        """The blocks that are prose next to prose, well within the body, without a trace of anything else."""
        return plain_prose(self)

    @found_once
    def biographies(self) -> frozenset[int]:
        """The blocks that open with an author's name."""
        return find_biographies(self)

    @found_once
    def introductions(self) -> Facts[bool]:
        """Whether each block, by its index, opens with somebody's name and what that person is."""
        blocks, cues = self.blocks, self.cues
        return Facts(lambda index: introduces(blocks[index], cues))

    @found_once
    def contents(self) -> Contents:
        """Its table of contents."""
        return find_contents(self)

    @found_once
    def live_entries(self) -> frozenset[int]:
        """The titles of the entries of a live blog."""
        return find_entries(self)

    @found_once
    def _telling(self) -> dict[tuple[int, bool], Sequence[Block]]:
        return {}

    def telling(self, longest: int, *, front: bool = False) -> Sequence[Block]:
        """The blocks of the window that are not plain, of at most `longest` words, if asked only those of the front."""
        found = self._telling.get((longest, front))
        if found is None:
            end = self.front if front else len(self.blocks)
            found = self._telling[longest, front] = [
                block for block in self._not_plain if block.words <= longest and block.index < end
            ]
        return found

    @found_once
    def _not_plain(self) -> list[Block]:
        return [block for block in self.near if block.index not in self.plain]

    @found_once
    def like_headers(self) -> Sequence[Block]:
        """The blocks of the window that may be section headers by their shape, and are no credits, dates or names."""
        return [
            block
            for block in self.telling(LONGEST_HEADER)
            if has_header_shape(block) and self.kinds[block.index] not in {CREDIT, BYLINE}
        ]

    @found_once
    def kinds(self) -> Facts[str]:
        """What sort of line each block is at first sight, by its index; "nothing" beyond the page's ends."""
        blocks = self.blocks
        return Facts(lambda index: kind_of(blocks[index], self) if 0 <= index < len(blocks) else NOTHING)

    @found_once
    def credits(self) -> Facts[Credit]:
        """The credit that each block, by its index, is or ends with; none beyond the page's ends."""
        return Facts(lambda index: find_credit(index, self))

    def has_marked_credit(self, index: int) -> bool:
        """Whether a block is a credit, or ends with one, that says so by a sign or a word for it, or by its place."""
        return is_marked_credit(index, self)

    def is_close_to_credit(self, block: Block) -> bool:
        """Whether a line has a credit for its next line, or the one above, and blank lines divide the page's others."""
        if not self.spaced or block.words < WORDS_OF_A_NAME or self.kinds[block.index] == BYLINE:
            return False
        if block.gap_below == 0 and self.credits[block.index + 1].alone:
            return True
        return block.gap == 0 < block.gap_below and not block.ends_with_stop and self.credits[block.index - 1].alone

    @found_once
    def _opening_shares(self) -> dict[int, float]:
        return self.topic.shares_with_opening(self.title, [index for index in self.window if self.prose[index]])

    def share_with_opening(self, index: int) -> float:
        """The share of content words that a block of prose and the next ones have in common with the opening."""
        return self._opening_shares.get(index, 0.0)

    @found_once
    def date_shares(self) -> Facts[tuple[float, bool]]:
        """How much of a short line is date or time, from 0 to 1, and whether a day or a time is in it, by its index."""
        blocks, language = self.blocks, self.cues.language
        return Facts(lambda index: share_of_date(blocks[index], language))

    def is_dated(self, block: Block) -> bool:
        """Whether a block is mostly a date."""
        share, dated = self.date_shares[block.index]
        return dated and share >= MOSTLY

    def near_top(self, block: Block) -> bool:
        """Whether a block stands between the headline's region and the first paragraphs."""
        return self.body_start - 12 <= block.index <= self.body_start + 3

    def dateline(self, block: Block) -> str:
        """The place (and date, agency) that opens a paragraph before a dash or parenthesis, or ""."""
        return find_dateline(block.text, self.cues)

    @found_once
    def _tail(self) -> int:
        """The first heading of the page's tail, or the number of blocks."""
        below = (block for block in self.blocks[max(self.body_end - 3, 0) :] if block.words <= ASKED_FOR_LABEL)
        return next((block.index for block in below if self.cues.related_head(block)), len(self.blocks))

    def after_tail_heading(self, block: Block) -> bool:
        """Whether a heading such as "more on this topic" stands above, below the body's prose."""
        return block.index > self._tail

    @found_once
    def short_runs(self) -> list[int]:
        """How many short lines in a row each block is one of; 0 for a longer line."""
        return runs_of_short(self.blocks)

    def prose_follows(self, block: Block, within: int = 1) -> bool:
        """Whether one of the next `within` blocks is prose."""
        return True in self.prose[block.index + 1 : block.index + 1 + within]

    def prose_precedes(self, block: Block, within: int = 1) -> bool:
        """Whether one of the `within` blocks before is prose."""
        return True in self.prose[max(0, block.index - within) : block.index]

    def neighbour(self, block: Block, offset: int) -> Block | None:
        """The block `offset` places further (before, where negative), or None beyond the page's ends."""
        index = block.index + offset
        return self.blocks[index] if 0 <= index < len(self.blocks) else None


ABOVE_BODY = 75
"""Blocks above the body among which dates and bylines are looked for."""
ABOVE_TITLE, ABOVE_PROSE, WINDOW_BELOW = 4, 16, 6
"""Blocks above the headline (or, without one, the prose) and below the prose that rules look at: beyond are menus."""
LONGEST_DATED = 20
"""Words of a line that is mostly a date, and no prose though it ends in a stop ("3 min."), at most."""
LONGEST_NOTICE = 60
"""Words of a line that speaks of the page, at most."""
WORDS_OF_A_NAME = 5
"""Words of a line that may be the name of whoever took a picture, rather than its caption."""
