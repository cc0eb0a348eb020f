"""The phrases of a page's language, put to blocks."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import cache, cached_property

from newsparse.block import Block
from newsparse.data import read_data
from newsparse.languages import HEAD, LANGUAGES, LONG_HEAD, Cues, Inside, Language, Stem
from newsparse.names import first_names_too, looks_like_names, media_ends, particles, separator

LONGEST_TO_STAND_ALONE = 6
"""Letters of the longest word for dates that must stand alone."""
NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
LONGEST_OF_NAMES = 9
"""Words of a line of names and jobs, at most."""
LONGEST_SIMPLE = 10
"""Letters of the longest word that is not looked at for a job at its end."""
LONGEST_HEAD, FEWEST_OF_OPENING = 8, 3
"""Words of a heading of other articles with a colon, at most, and of the phrase that it opens with, at least."""
HEAD_OF_STEM, HEAD_OF_LABEL = 3, 6
"""Letters of a word, at most, by which most are told to begin with no stem; and signs of a line to be no label."""
EDGE_MARKS = " :…. |+»›→>►▶▸-–—*#!?¿¡؟？！。："


@cache
def agencies() -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    """News agencies, picture agencies, and services where pages are followed, all lower-case."""
    data = read_data("tables/agencies.toml")
    return frozenset(data["news"]), frozenset(data["photo"]), tuple(data["services"])


class PageCues:
    """Every family of phrases of one language, ready to be looked up; made once for each language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.spaced = language.spaced
        self.news_agencies, self.photo_agencies, self.services = agencies()
        self.picture_agencies = self.photo_agencies - self.news_agencies - frozenset(self.services)
        """Those that have pictures but no news."""
        self._services = Inside(self.services)
        self.by = language.cues("byline", "by")
        self._after = language.cues("byline", "after")
        self.between_names = separator(language.words("byline", "and"))
        self.and_prefixes = tuple(w[:-1] for w in language.words("byline", "and") if len(w) > 1 and w[-1] == "-")
        """Words for "and" that are written together with the next one, as in Hebrew and Arabic."""
        self.titles = frozenset(language.words("byline", "titles"))
        self.places = language.cues("byline", "place")
        self.jobs = frozenset(language.words("byline", "jobs"))
        self.desks = language.cues("byline", "desks")
        self.credit = language.cues("caption", "credit")
        self.credit_behind = tuple(f" {word}" for word in self.credit.phrases if word[-1] == "." and " " not in word)
        """Words for a picture that are shortened, and may stand behind the name as well ("Gintaro Vėjūno nuotr.")."""
        self.positions = frozenset(language.words("caption", "position"))
        self.long_positions = tuple(position for position in self.positions if " " in position and len(position) > 4)
        self.position_words = frozenset(word.strip(".") for position in self.positions for word in position.split())
        self.marks = frozenset(language.words("caption", "marks"))
        self.rights = language.cues("caption", "rights")
        self.claims = tuple(f" {phrase}" for phrase in sorted(self.rights.phrases))
        """The same, each behind a space."""
        self.picture_labels = language.cues("caption", "labels")
        self.kicker_labels = frozenset(language.words("kicker", "labels"))
        self.bullet_heads = frozenset(language.words("bullets", "heads"))
        self._related_opens = language.cues("related", "opens")
        self._related_heads = frozenset(map(numberless, language.words("related", "heads")))
        self.breaks = frozenset(language.words("boilerplate", "breaks"))
        """Labels of advertising within a text, and calls to read on below it."""
        self._whole = self.breaks.union(map(numberless, language.words("boilerplate", "whole")))
        self._starts = language.cues("boilerplate", "starts")
        self._contains = Inside(language.words("boilerplate", "contains"), spaced=self.spaced)
        self._stems = tuple(language.words("boilerplate", "stems"))
        self._head = min([HEAD_OF_STEM, *map(len, self._stems)])
        self._stem_heads = frozenset(stem[: self._head] for stem in self._stems)
        self.reader = frozenset(language.words("boilerplate", "reader"))
        """Words that speak to the reader; and those that do with a capital within a sentence, so written."""
        self.polite = frozenset(map(str.capitalize, language.words("boilerplate", "polite")))
        self.before_reader, self.before_polite = openings(self.reader), openings(self.polite)
        self._agency_tails = language.cues("signature", "agencies")
        self._published = language.words("dates", "published")
        self._modified = language.words("dates", "modified")
        self._dates_opens = Cues([*self._published, *self._modified], spaced=self.spaced)
        opens = self.by.heads.union(self._starts.heads, self._related_opens.heads, self._dates_opens.heads)
        self._long_heads = frozenset(head for head in opens if len(head) == LONG_HEAD)
        self._heads = frozenset(head for head in opens if len(head) == HEAD)
        self._firsts = frozenset(head for head in opens if len(head) < HEAD).union(EDGE_MARKS)

    @cached_property
    def picture_openings(self) -> Cues:
        """Words that open what a caption says of its picture."""
        return self.language.cues("caption", "openings")

    @cached_property
    def _contains_by_sign(self) -> dict[str, list[str]]:
        """The phrases that pages use of themselves, by the sign that opens each."""
        found: dict[str, list[str]] = {}
        for phrase in self.language.words("boilerplate", "contains"):
            found.setdefault(phrase[0], []).append(phrase)
        return found

    @cached_property
    def date_telling(self) -> frozenset[str]:
        """Words such as "published" and "updated", which tell what a date is of."""
        words = {word.strip(".:：") for phrase in (*self._published, *self._modified) for word in phrase.split()}
        tables = ("filler", "clock", "relative", "weekdays")
        other = {word for key in tables for word in self.language.words("dates", key)}
        return frozenset(word for word in words - other - particles() if len(word) > 3 or not self.spaced)

    @cached_property
    def _label_heads(self) -> frozenset[str]:
        return frozenset(label[:HEAD_OF_LABEL] for label in self._whole | self._related_heads)

    @cached_property
    def within_bylines(self) -> tuple[str, ...]:
        """The fewest texts of which a line has one where words that open a byline stand in it."""
        phrases = self.by.phrases
        return tuple(phrase for phrase in sorted(phrases) if not any(other in phrase for other in phrases - {phrase}))

    @cached_property
    def openings_of_kickers(self) -> frozenset[str]:
        """The first words of genres' labels."""
        return frozenset(label.partition(" ")[0] for label in self.kicker_labels)

    @cached_property
    def words_of_pages(self) -> frozenset[str]:
        """Words of menus, headings of boxes and labels, and function words: no name has them."""
        tables = (
            ("boilerplate", "whole"),
            ("boilerplate", "breaks"),
            ("related", "heads"),
            ("kicker", "labels"),
            ("bullets", "heads"),
        )
        phrases = [phrase for table, key in tables for phrase in self.language.words(table, key)]
        phrases += [*self.language.words("caption", "credit"), *self.services]
        words = {word.strip(".,:!?()") for phrase in self.language.whole_words(phrases) for word in phrase.split()}
        return frozenset((words | self.language.function_words) - particles() - first_names_too() - {""})

    @cached_property
    def days(self) -> frozenset[str]:
        """The names of days and months, without the short ones: most of those are other words too ("may", "so")."""
        names = (*self.language.words("dates", "weekdays"), *self.language.months)
        return frozenset(name for name in names if len(name) >= HEAD)

    @cached_property
    def words_of_bylines(self) -> frozenset[str]:
        """Words that a line of names may have beside them: of dates, jobs, pages."""
        words = self.language.date_words | self.date_telling | self.jobs | self.titles | self.words_of_pages
        return words | {
            word for cues in (self.by, self._after, self.desks) for phrase in cues.phrases for word in phrase.split()
        }

    @cached_property
    def _long_jobs(self) -> tuple[str, ...]:
        return tuple(job for job in self.jobs if len(job) >= 8)

    def is_job(self, lower: str) -> bool:
        """Whether a word is a job of the trade, or ends in one, as "Sportredakteur" does."""
        if lower in self.jobs or (len(lower) > LONGEST_SIMPLE and lower.endswith(self._long_jobs)):
            return True
        return not self.spaced and lower.endswith(self.jobs_behind) and self.job_behind_medium(lower) == len(lower)

    def has_job(self, words: Sequence[str]) -> bool:
        """Whether one of some words is a job of the trade: in most lines none is, told at one go."""
        if not self.jobs.isdisjoint(words):
            return True
        return any(map(self.is_job, [word for word in words if len(word) > LONGEST_SIMPLE] if self.spaced else words))

    @cached_property
    def jobs_behind(self) -> tuple[str, ...]:
        """Jobs that may stand behind a medium without a space, the longest first."""
        return tuple(sorted((job for job in self.jobs if len(job) > 1), key=len, reverse=True))

    def job_behind_medium(self, lower: str) -> int:
        """Where the job ends that stands in a word behind the name of a medium ("江城日报记者"), or 0."""
        for job in self.jobs_behind:
            place = lower.find(job, 1)
            if place > 0 and (lower[:place].endswith(media_ends()) or self.is_agency(lower[:place])):
                return place + len(job)
        return 0

    def is_desk(self, lower: str) -> bool:
        """Whether a text is the name of a desk, or has a word that is one: nobody's name."""
        return lower in self.desks or not self.desks.phrases.isdisjoint(lower.split())

    def which_may_open(self, blocks: Iterable[Block]) -> list[bool]:
        """Whether each line may open like a byline, a date, a word to the reader or a call to read on: most do not,
        which a look-up or three tell of all four."""
        long_heads, heads, firsts = self._long_heads, self._heads, self._firsts
        lines = [block.lower for block in blocks]
        return [line[:LONG_HEAD] in long_heads or line[:HEAD] in heads or line[0] in firsts for line in lines]

    def byline_opening(self, block: Block) -> str:
        """The words that open a byline, or ""."""
        return self.by.opening(block.lower) if block.words <= 30 else ""

    def byline_words(self, lower: str) -> str:
        """The words that open a byline at the start of a text, or ""."""
        return self.by.opening(lower)

    def job_after(self, lower: str) -> str:
        """The words that follow a name in bylines and end a text, or ""."""
        return self._after.closing(lower) if self._after.phrases else ""

    def is_agency(self, name: str) -> bool:
        """Whether a name is that of a news agency."""
        return name.lower().strip(" .") in self.news_agencies

    def date_kind(self, lower: str) -> str:
        """What a text says of the date behind it: "modified", "published" or ""; the last word counts."""
        modified = self.change_ends(lower)
        published = max([end_of(word, lower) for word in self._published if word in lower], default=-1)
        return "" if modified == published == -1 else "modified" if modified >= published else "published"

    def change_ends(self, lower: str) -> int:
        """Where the last word ends that says that something was changed, or -1."""
        return max([end_of(word, lower) for word in self._modified if word in lower], default=-1)

    def date_kind_behind(self, lower: str) -> str:
        """What a text says, in its first word, of the date before it."""
        return self.date_kind(self._dates_opens.opening(lower.lstrip(" )）")))

    def after_name(self, block: Block) -> bool:
        """Whether a short line ends with a word that follows names in bylines."""
        return block.words <= 12 and bool(self._after.phrases) and bool(self._after.closing(block.lower))

    def dates_opening(self, block: Block) -> bool:
        """Whether a line opens with a word such as "published" or "updated"."""
        return bool(self._dates_opens.opening(block.lower))

    def job_inside(self, block: Block) -> bool:
        """Whether a job of the trade stands in a line."""
        words = block.lower.replace(",", " ").split()
        return not self.jobs.isdisjoint(words) or (not self.spaced and any(map(self.is_job, words)))

    def is_names_and_jobs(self, block: Block) -> bool:
        """Whether a line is nothing but names, and what these do: "江城日报记者 周启明 实习生 李果"."""
        if block.words > LONGEST_OF_NAMES or block.ends_with_stop or not self.job_inside(block):
            return False
        return looks_like_names(block.text, self.between_names)

    def related_head(self, block: Block) -> bool:
        """Whether a line is the heading of a box or list of other articles; one with a colon may name their subject,
        too: "More on this topic: the harbour:"."""
        if self.label(block.lower) in self._related_heads:
            return True
        return (
            block.ends_with_colon
            and block.words <= LONGEST_HEAD
            and bool(self._openings_of_heads.opening(block.lower.lstrip(EDGE_MARKS)))
        )

    @cached_property
    def _openings_of_heads(self) -> Cues:
        """Headings that a subject may follow: those of several words, as others open sentences."""
        heads = self.language.words("related", "heads")
        several = [head for head in heads if len(head.split()) >= FEWEST_OF_OPENING]
        return Cues(several, spaced=self.spaced)

    def related_opening(self, block: Block) -> str:
        """The words of a call to read another article that open a line, or ""."""
        return self._related_opens.opening(block.lower.lstrip(EDGE_MARKS))

    def is_furniture(self, lower: str) -> bool:
        """Whether a text is one that pages have about themselves, a call to read on or a mere function word."""
        known = numberless(lower)
        return (
            known in self._whole
            or known in self._related_heads
            or lower in self.language.function_words
            or self._related_opens.opening(lower) == lower
        )

    def boilerplate_whole(self, block: Block) -> bool:
        """Whether a line is one of those that pages have about themselves."""
        return self.label(block.lower) in self._whole

    def label(self, lower: str) -> str:
        """A line as headings of boxes and lines that pages have about themselves are known; "" for most that are none,
        which their first signs tell if they are letters."""
        label = lower.strip(EDGE_MARKS)
        head = label[:HEAD_OF_LABEL]
        return numberless(label) if head in self._label_heads or not head.replace(" ", "").isalpha() else ""

    def boilerplate_opening(self, block: Block) -> bool:
        """Whether a line opens like a word to the reader."""
        return bool(self._starts.opening(block.lower))

    def has_word_of_pages(self, lower: str) -> bool:
        """Whether a line has a word that pages use of themselves far more often than articles do."""
        if not self.spaced:
            return any(stem in lower for stem in self._stems)
        heads, stems, size = self._stem_heads, self._stems, self._head
        return any(word.startswith(stems) for word in [word for word in lower.split(" ") if word[:size] in heads])

    def boilerplate_inside(self, lower: str, words: Collection[Stem]) -> int:
        """How many phrases that pages use of themselves stand in a line whose long words, cut to stems, are `words`;
        without spaces between words, the words do not matter."""
        if self.spaced:
            return self._contains.count(lower, words)
        # most lines have few of the signs that open a phrase
        known = self._contains_by_sign
        return sum([phrase in lower for sign in known.keys() & lower for phrase in known[sign]])

    def services_inside(self, lower: str, words: Collection[Stem]) -> int:
        """How many services where pages are followed are named in a line whose long words have these stems."""
        return self._services.count(lower, words)

    def agency_tail(self, block: Block) -> bool:
        """Whether a short line says which agencies the article draws on."""
        return bool(self.agency_words(block.lower.strip(" (")))

    def agency_words(self, lower: str) -> str:
        """The words that open a text and say which agencies the article draws on ("with afp"), or ""."""
        return self._agency_tails.opening(lower)


def numberless(lower: str) -> str:
    """A line with 0 for each of its numbers: of "3 of 12" and "12.5k views" there are as many as numbers."""
    return NUMBER.sub("0", lower)


def openings(words: Collection[str]) -> tuple[str, ...]:
    """The fewest beginnings of words, each behind a space, of which a text has one where it has one of the words."""
    return tuple(f" {word}" for word in sorted(words) if not any(word != o and word.startswith(o) for o in words))


def end_of(word: str, lower: str) -> int:
    """Where a word that a text has ends in it; -1 where it is short and only a part of another ("stand", "standard").

    Longer ones may be glued to their neighbours, as pages set in several elements have them.
    """
    start = lower.rfind(word)
    end = start + len(word)
    around = lower[max(0, start - 1) : start] + lower[end : end + 1]
    inside = len(word) <= LONGEST_TO_STAND_ALONE and word.isascii() and any(map(str.isalpha, around))
    return -1 if inside else end


@cache
def cues_of(language: Language | None) -> PageCues:
    """The cues of a language, made once; of English, which pages in any language mix in, if it is unknown."""
    return PageCues(language or LANGUAGES["en"])
