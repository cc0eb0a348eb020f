"""The second step: what the rules need to know of the whole page, computed once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from statistics import median

from newsparse.block import Block
from newsparse.credits import credit_tail, is_credit_line
from newsparse.cues import PageCues, cues_of
from newsparse.dates import DIGITS, date_share
from newsparse.kinds import NOTHING, PROSE, kind_of
from newsparse.languages import LANGUAGES, LONG_WORD, Language
from newsparse.leads import likely_lead
from newsparse.prose import LONG_PROSE_WORDS, densest_stretch, is_prose
from newsparse.titles import likely_headline
from newsparse.weights import Weights, default_weights

WORD = re.compile(r"[^\W\d_]+")
HAN_OR_KANA = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff]")
HANGUL = re.compile("[\uac00-\ud7af]")

DATELINE = re.compile(
    r"[^\W\d_][^.!?:;\n–—(]{1,40}?(?:\s?\([^()]{1,40}\)\s?(?:[-–—.:]\s?)?|\s?[–—]\s|\s--?\s|\.\s?[–—]\s)(?=\S)"
)


class Page:
    """A page: its blocks, and what holds of all of them together. Rules read it and never change it."""

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
        self.cues: PageCues = cues_of(language or LANGUAGES["en"])
        """The phrases of the page's language; of English, which pages in any language mix in, if it is unknown."""
        spaced = language is not None and language.spaced
        self._has_unspaced = not spaced and HAN_OR_KANA.search(text) is not None
        self._has_hangul = not spaced and HANGUL.search(text) is not None
        self._shares: dict[int, float] = {}
        self.prose = [is_prose(block) for block in blocks]
        sizes = [block.words for block, prose in zip(blocks, self.prose, strict=True) if prose]
        self.median = median(sizes) if sizes else 0.0
        """The median length of a line of prose, in words."""
        self.body_start, self.body_end = densest_stretch(blocks, self.prose)
        """The stretch of blocks with the most prose: first, and one past the last."""
        self.extend()
        gaps = [block.gap > 0 for block in blocks[self.body_start + 1 : self.body_end]]
        self.spaced = not gaps or sum(gaps) >= 0.5 * len(gaps)
        """Whether the body has blank lines between its paragraphs."""
        self.times = Counter(block.lower for block in blocks)
        """How often each line stands on the page, by its lower-case text."""

    def extend(self) -> None:
        """Take prose on the same subject, cut off by a few lines of something else, into the stretch."""
        if not self.body_end:
            return
        start, end = self.body_start, self.body_end
        index = start - 1
        while index >= max(0, start - BRIDGE):
            if self.prose[index] and self.share_in_body(index) >= KINDRED:
                start = index
            index -= 1
        index = end
        while index < min(len(self.blocks), end + BRIDGE_FAR):
            if self.prose[index]:
                near = index < end + BRIDGE_DOWN
                share = self.share_in_body(index)
                if share >= KINDRED if near else share >= CLOSE_KIN and self.blocks[index].words >= LONG_PROSE_WORDS:
                    end = index + 1
            index += 1
        if (start, end) != (self.body_start, self.body_end):
            self.body_start, self.body_end = start, end
            del self.vocabulary
            self._shares.clear()

    @cached_property
    def vocabulary(self) -> Counter[str]:
        """Each word of the body's prose, and in how many of its blocks it stands."""
        count: Counter[str] = Counter()
        for index in range(self.body_start, self.body_end):
            if self.prose[index]:
                count.update(self.word_set(index))
        return count

    @cached_property
    def _word_sets(self) -> dict[int, frozenset[str]]:
        return {}

    @cached_property
    def header_shapes(self) -> Counter[tuple[object, ...]]:
        """How many short lines of the body, each above prose, have the same look."""
        return Counter(
            look(block)
            for block in self.blocks[self.body_start : self.body_end]
            if has_header_shape(block) and not self.prose[block.index] and self.prose_follows(block)
        )

    def word_set(self, index: int) -> frozenset[str]:
        """The content words of block `index`, lower-case: at least four letters; in unspaced scripts, pairs."""
        found = self._word_sets.get(index)
        if found is None:
            lower = self.blocks[index].lower[:5000]
            if self._has_unspaced and HAN_OR_KANA.search(lower):
                found = frozenset(map("".join, pairwise(lower)))
            elif self._has_hangul and HANGUL.search(lower):
                found = frozenset(word[:2] for word in WORD.findall(lower) if len(word) > 1)
            else:
                found = frozenset(LONG_WORD.findall(lower))
            self._word_sets[index] = found
        return found

    @cached_property
    def _boilerplate_inside(self) -> dict[int, int]:
        return {}

    def boilerplate_inside(self, block: Block) -> int:
        """How many phrases that pages use of themselves stand in a block."""
        found = self._boilerplate_inside.get(block.index)
        if found is None:
            found = self.cues.boilerplate_inside(block.lower, self.word_set(block.index))
            self._boilerplate_inside[block.index] = found
        return found

    def share_in_body(self, index: int) -> float:
        """The share of a block's content words that the body's prose has too."""
        share = self._shares.get(index)
        if share is None:
            words = self.word_set(index)
            own = 1 if self.prose[index] and self.body_start <= index < self.body_end else 0
            count = self.vocabulary.get  # indexing would call Counter.__missing__ for every other word
            share = sum([count(word, 0) > own for word in words]) / len(words) if words else 0.0
            self._shares[index] = share
        return share

    def kinship(self, index: int, first: int, last: int) -> float:
        """The share of a block's content words that stand in blocks `first` up to but not including `last`."""
        words = self.word_set(index)
        if not words:
            return 0.0
        missing = words
        for other in range(max(first, 0), min(last, len(self.blocks))):
            missing = missing - self.word_set(other)
        return 1 - len(missing) / len(words)

    def prose_around(self, block: Block) -> tuple[int, int]:
        """How many of the six blocks above, and of the six below, are prose."""
        index, count = block.index, self._prose_count
        last = len(self.blocks)
        return count[index] - count[max(0, index - 6)], count[min(last, index + 7)] - count[min(last, index + 1)]

    def prose_between(self, first: int, last: int) -> int:
        """How many of the blocks from `first` up to but not including `last` are prose."""
        return self._prose_count[max(first, last)] - self._prose_count[first]

    @cached_property
    def _prose_count(self) -> list[int]:
        return [0, *accumulate(self.prose)]

    @cached_property
    def _subject_count(self) -> list[int]:
        """How many blocks of prose on the article's subject stand above each block of the window."""
        start = self.window.start
        near = [
            self.prose[index] and self.share_in_body(index) >= KINDRED and self.kind(index) == PROSE
            for index in self.window
        ]
        return [0] * (start + 1) + list(accumulate(near))

    def subject_below(self, block: Block) -> int:
        """How many blocks of prose on the article's subject stand below a block, within the window."""
        count = self._subject_count
        return count[-1] - count[block.index + 1]

    def prose_left(self, block: Block) -> float:
        """The share of the body's prose that is below a block, from 0 to 1."""
        count = self._prose_count
        total = count[self.body_end] - count[self.body_start]
        if not total or block.index >= self.body_end:
            return 0.0
        return (count[self.body_end] - count[max(block.index + 1, self.body_start)]) / total

    @cached_property
    def questions(self) -> int:
        """How many questions of header length stand above prose in the body: many in an interview."""
        return sum(count for look_, count in self.header_shapes.items() if look_[3])

    @cached_property
    def interview(self) -> bool:
        """Whether questions and answers take turns: at least five questions, one or two paragraphs between them."""
        places = [
            block.index
            for block in self.blocks[self.body_start : self.body_end]
            if block.ends_with_question and block.words <= 2 * LONGEST_HEADER and self.prose_follows(block)
        ]
        return len(places) >= 5 and median(below - above for above, below in pairwise(places)) <= 3

    @cached_property
    def first_prose(self) -> int:
        """The first block of prose in the densest stretch, or -1."""
        return next((i for i in range(self.body_start, self.body_end) if self.prose[i]), -1)

    @cached_property
    def title(self) -> int:
        """The likeliest headline: the index of its block, or -1."""
        return likely_headline(self, self._weights.title)

    @cached_property
    def lead(self) -> int:
        """The likeliest lead: the index of its block, or -1."""
        return likely_lead(self, self._weights.lead)

    @cached_property
    def front(self) -> int:
        """One past the last block that may be headline or lead or stand between them."""
        return max(self.title, self.body_start) + 9

    @cached_property
    def opening(self) -> int:
        """The first line of some length below the likely headline, no list item and no date, or -1: often the lead."""
        if self.title < 0:
            return -1
        for index in range(self.title + 1, min(self.title + 12, len(self.blocks))):
            block = self.blocks[index]
            if block.words >= 9 and not block.is_item and not self.date_share(block)[0] > 0.3:
                return index
        return -1

    @cached_property
    def _titles(self) -> list[int]:
        """Lines without a stop, as long as a headline, before the prose gets going."""
        last = min(self.body_start + 2, len(self.blocks))
        return [
            index
            for index in range(max(0, last - 60), last)
            if 5 <= self.blocks[index].words <= 30
            and not self.blocks[index].is_item
            and not (self.blocks[index].ends_with_stop and self.blocks[index].final not in "?!？！")
            and not self.date_share(self.blocks[index])[1]
        ]

    @cached_property
    def window(self) -> range:
        """The blocks that may be part of the article; the rest is too far from its headline and prose."""
        top = self.title - ABOVE_TITLE if self.title >= 0 else self.body_start - ABOVE_PROSE
        return range(max(0, min(top, self.body_start)), min(len(self.blocks), self.body_end + WINDOW_BELOW))

    @cached_property
    def near(self) -> Sequence[Block]:
        """The blocks of the window."""
        return self.blocks[self.window.start : self.window.stop]

    @cached_property
    def plain(self) -> frozenset[int]:
        """The blocks that are prose next to prose, well within the body, without a trace of anything else."""
        first, last = max(self.body_start, self.title, self.lead) + 3, self.body_end - 2
        kinds = [self.kind(index) for index in range(first - 1, last + 1)]
        return frozenset(
            index
            for index in range(first, last)
            if kinds[index - first + 1] == PROSE
            and (kinds[index - first] == PROSE or kinds[index - first + 2] == PROSE)
            and self.blocks[index].words >= PLAIN_WORDS
            and not self.blocks[index].marker
            and self.times[self.blocks[index].lower] == 1
            and not self.boilerplate_inside(self.blocks[index])
        )

    @cached_property
    def _telling(self) -> dict[tuple[int, bool], Sequence[Block]]:
        return {}

    def telling(self, longest: int, *, front: bool = False) -> Sequence[Block]:
        """The blocks of the window that are not plain, of at most `longest` words, if asked only those of the front."""
        found = self._telling.get((longest, front))
        if found is None:
            plain, end = self.plain, self.front if front else len(self.blocks)
            found = self._telling[longest, front] = [
                block
                for block in self.near
                if block.words <= longest and block.index < end and block.index not in plain
            ]
        return found

    @property
    def first_title(self) -> int:
        """The first line before the prose that may be a headline by its length and end, or -1."""
        return self._titles[0] if self._titles else -1

    @property
    def last_title(self) -> int:
        """The last such line, or -1."""
        return self._titles[-1] if self._titles else -1

    @cached_property
    def has_title_mark(self) -> bool:
        """Whether the page marks its headline, as Markdown does."""
        return any(block.marker == "#" for block in self.blocks)

    @cached_property
    def _kinds(self) -> dict[int, str]:
        return {}

    def kind(self, index: int) -> str:
        """What sort of line block `index` is at first sight; "nothing" beyond the page's ends."""
        found = self._kinds.get(index)
        if found is None:
            there = 0 <= index < len(self.blocks)
            found = self._kinds[index] = kind_of(self.blocks[index], self) if there else NOTHING
        return found

    @cached_property
    def _credits(self) -> dict[int, tuple[bool, int]]:
        return {}

    def credit(self, index: int) -> tuple[bool, int]:
        """Whether block `index` is nothing but a credit; and if not, where the credit at its end begins, or 0."""
        found = self._credits.get(index)
        if found is None:
            block = self.blocks[index]
            alone = is_credit_line(block, self.cues)
            tail = 0 if alone or block.words > LONGEST_CAPTION else credit_tail(block, self.cues)
            found = self._credits[index] = alone, tail
        return found

    def is_credit(self, index: int) -> bool:
        """Whether a block is nothing but a credit; false beyond the page's ends."""
        return 0 <= index < len(self.blocks) and self.credit(index)[0]

    @cached_property
    def _opening_words(self) -> set[str]:
        """The content words of the likely headline and of the body's first prose."""
        words: set[str] = set(self.word_set(self.title)) if self.title >= 0 else set()
        prose = [index for index in range(self.body_start, self.body_end) if self.prose[index]]
        for index in prose[:OPENING_PROSE]:
            words |= self.word_set(index)
        return words

    @cached_property
    def _opening_shares(self) -> dict[int, float]:
        """For each block of prose: how much it and the next ones share with the article's opening, on average."""
        places = [index for index in self.window if self.prose[index]]
        opening = self._opening_words
        single = [
            len(self.word_set(index) & opening) / len(self.word_set(index)) if self.word_set(index) else 0.0
            for index in places
        ]
        return {index: sum(single[n : n + SMOOTH]) / len(single[n : n + SMOOTH]) for n, index in enumerate(places)}

    def share_with_opening(self, index: int) -> float:
        """The share of content words that a block of prose and the next ones have in common with the opening."""
        return self._opening_shares.get(index, 0.0)

    @cached_property
    def _date_shares(self) -> dict[int, tuple[float, bool]]:
        return {}

    def date_share(self, block: Block) -> tuple[float, bool]:
        """How much of a short line is date or time, from 0 to 1, and whether a day or a time is in it."""
        found = self._date_shares.get(block.index)
        if found is None:
            language = self.cues.language
            short = block.words <= 30 and (DIGITS.search(block.text) is not None or block.words <= 6)
            found = self._date_shares[block.index] = date_share(block.lower, language) if short else (0.0, False)
        return found

    def is_dated(self, block: Block) -> bool:
        """Whether a block is mostly a date."""
        share, dated = self.date_share(block)
        return dated and share >= 0.5

    def near_top(self, block: Block) -> bool:
        """Whether a block stands between the headline's region and the first paragraphs."""
        return self.body_start - 12 <= block.index <= self.body_start + 3

    def next_prose(self, block: Block) -> Block | None:
        """The next block of prose, at most six blocks further, or None."""
        for index in range(block.index + 1, min(block.index + 7, len(self.blocks))):
            if self.prose[index]:
                return self.blocks[index]
        return None

    def dateline(self, block: Block) -> str:
        """The place (and date, agency) that opens a paragraph before a dash or parenthesis, or ""."""
        match = DATELINE.match(block.text)
        return match[0] if match else ""

    def dateline_place(self, block: Block) -> str | None:
        """The place alone, of the dateline that opens a paragraph."""
        line = self.dateline(block)
        place = re.split(r"[(–—,/]|\s--?\s|\.\s", line, maxsplit=1)[0].strip(" .-") if line else ""
        return place or None

    @cached_property
    def _tail(self) -> int:
        """The first heading of the page's tail, or the number of blocks."""
        for index in range(max(self.body_end - 3, 0), len(self.blocks)):
            if self.blocks[index].words <= 8 and self.cues.related_head(self.blocks[index]):
                return index
        return len(self.blocks)

    def after_tail_heading(self, block: Block) -> bool:
        """Whether a heading such as "more on this topic" stands above, below the body's prose."""
        return block.index > self._tail

    @cached_property
    def _short_runs(self) -> list[int]:
        runs = [0] * len(self.blocks)
        start = 0
        for index, block in enumerate(self.blocks):
            if block.words > 7 or block.ends_with_stop:
                runs[start:index] = [index - start] * (index - start)
                start = index + 1
        runs[start:] = [len(self.blocks) - start] * (len(self.blocks) - start)
        return runs

    def short_run(self, block: Block) -> int:
        """How many short lines in a row a block is one of; 0 for a longer line."""
        return self._short_runs[block.index]

    def function_share(self, block: Block) -> float:
        """The share of function words of the page's language in a block; 1 where the language is unknown."""
        if self.language is None or not self.language.spaced:
            return 1.0
        words = block.lower[:400].split()
        return sum(map(self.language.function_words.__contains__, words)) / len(words)

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


ABOVE_TITLE, ABOVE_PROSE, WINDOW_BELOW = 6, 30, 30
"""Blocks above the headline (or, without one, the prose) and below the prose that rules look at; beyond them are
menus and teasers."""


BRIDGE, BRIDGE_DOWN, BRIDGE_FAR = 10, 3, 25
"""Blocks above and below the densest stretch within which prose on its subject belongs to it."""
KINDRED, CLOSE_KIN = 0.35, 0.5
"""The share of its content words that such prose has in common with the stretch."""


LONGEST_HEADER = 22
"""Words beyond which no line is a section header."""


LONGEST_CAPTION = 90
"""Words beyond which no block is a caption."""
PLAIN_WORDS = 18
"""Words from which prose amid prose is looked at no further."""
OPENING_PROSE = 8
"""Blocks of prose that are an article's opening."""
SMOOTH = 4
"""Blocks of prose over which the share with the opening is averaged."""


def has_header_shape(block: Block) -> bool:
    """Whether a line may be a header at all: short, no list item, no full stop, no colon."""
    return (
        block.words <= LONGEST_HEADER
        and not block.is_item
        and (not block.ends_with_stop or block.final in "?!？！")
        and not block.ends_with_colon
    )


def look(block: Block) -> tuple[object, ...]:
    """What headers of one page have in common: mark, space around them, capitals, question or not."""
    return block.marker, block.gap, block.gap_below, block.ends_with_question, block.text.isupper()
