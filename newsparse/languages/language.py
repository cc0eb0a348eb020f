"""A language as the parser knows it: the words and phrases of its data file, indexed for quick look-up."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any
from unicodedata import category

from newsparse.data import parse_toml
from newsparse.languages.check import SHAPE, check

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path


HEAD, LONG_HEAD = 4, 8
"""Characters at the start of a phrase by which it is looked up: the first four, of longer phrases the first eight. The
few shorter than either are tried each."""


def is_inside(sign: str) -> bool:
    """Whether a sign is part of a word: a letter, a digit, or what stands on a letter."""
    return sign.isalnum() or ("\u0300" <= sign < "\u1000" and category(sign)[0] == "M")


class Cues:
    """Phrases of one kind, found in time that does not depend on how many there are.

    Phrases are bucketed by their first eight characters, shorter ones by their first four; a look-up tries the few of
    one bucket, and the few that are shorter still. Plain strings, never patterns: nothing in a data file can make the
    search backtrack.
    """

    def __init__(self, phrases: Iterable[str], *, spaced: bool = True) -> None:
        self.phrases = frozenset(phrases)
        self._spaced = spaced
        self._longest_first = tuple(sorted(sorted(self.phrases), key=len, reverse=True))
        self._short = tuple(phrase for phrase in self._longest_first if len(phrase) < HEAD)
        self._short_heads = frozenset(phrase[0] for phrase in self._short)
        buckets: dict[str, list[str]] = {}
        long: dict[str, list[str]] = {}
        for phrase in self._longest_first:
            if len(phrase) >= LONG_HEAD:
                long.setdefault(phrase[:LONG_HEAD], []).append(phrase)
            elif len(phrase) >= HEAD:
                buckets.setdefault(phrase[:HEAD], []).append(phrase)
        self._buckets = {head: tuple(phrases) for head, phrases in buckets.items()}
        # what begins like a long phrase may begin with a shorter one
        self._long = {head: (*phrases, *buckets.get(head[:HEAD], ())) for head, phrases in long.items()}

    @property
    def heads(self) -> frozenset[str]:
        """With which characters a text begins that begins with one of the phrases: the first of the short ones, the
        first four or eight of the others."""
        return self._short_heads.union(self._buckets, self._long)

    def opening(self, lower: str) -> str:
        """The longest phrase that `lower` begins with and that ends at a word boundary, or ""."""
        phrases = self._long.get(lower[:LONG_HEAD]) or self._buckets.get(lower[:HEAD])
        if self._short and lower[:1] in self._short_heads:
            phrases = (*(phrases or ()), *self._short)
        if phrases is None or not lower.startswith(phrases):
            return ""  # most lines, at one or two look-ups
        for phrase in phrases:
            if lower.startswith(phrase):
                after = lower[len(phrase) : len(phrase) + 1]
                if not self._spaced or not is_inside(after) or not is_inside(phrase[-1]):
                    return phrase
        return ""

    def closing(self, lower: str) -> str:
        """The longest phrase that `lower` ends with, from a word boundary on, or ""."""
        if not self.ends(lower):
            return ""  # most lines, at one go
        for phrase in self._longest_first:
            if lower.endswith(phrase):
                before = lower[-len(phrase) - 1 : -len(phrase)]
                if not self._spaced or not before.isalnum():
                    return phrase
        return ""

    def ends(self, lower: str) -> bool:
        """Whether `lower` ends with one of the phrases, whatever stands before it."""
        return lower.endswith(self._longest_first)

    def __contains__(self, lower: object) -> bool:
        return lower in self.phrases


MARKS = (
    "\u0300-\u036f\u0591-\u05bd\u064b-\u065f\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd"
    "\u0a3c-\u0a4d\u0b82\u0bbe-\u0bcd\u0e31-\u0e4e"
)
"""Signs of vowels and tones that stand on a letter, as a range of a pattern: no letters to the interpreter."""
LETTER = rf"[a-z0-9_ß-öø-ÿ\w{MARKS}]"
"""A letter, digit or underscore. The usual ones are named first: they are looked up in a table, without a call."""
LONG_WORD = re.compile(rf"({LETTER}{{4,6}}+){LETTER}*+")
"""A word of four characters and more, by its first six: endings are cut off, in every language that has them.

What is found is never given back, which spares keeping where to."""


Stem = str | int
"""What is compared of a word: its first letters; or two characters of a script without spaces, as one number: a string
would take three times the memory."""


class Inside:
    """Phrases to be found within lines: each is only looked for where its first long word stands, by its stem."""

    def __init__(self, phrases: Iterable[str], *, spaced: bool = True) -> None:
        self._by_stem: dict[Stem, list[str]] = {}
        self._anywhere: list[str] = []
        for phrase in phrases:
            word = LONG_WORD.search(phrase) if spaced else None
            if word:
                self._by_stem.setdefault(word[1], []).append(phrase)
            else:
                self._anywhere.append(phrase)
        self._stems: frozenset[Stem] = frozenset(self._by_stem)

    def count(self, lower: str, stems: Collection[Stem]) -> int:
        """How many of the phrases stand in `lower`, whose long words have these stems."""
        found = 0
        if not self._stems.isdisjoint(stems):
            found = sum([phrase in lower for stem in self._stems.intersection(stems) for phrase in self._by_stem[stem]])
        for phrase in self._anywhere:
            found += phrase in lower
        return found


FIRST_STAND_IN = 0x4E00
"""A letter that no word has in a language whose names of months have several parts; nor have the twelve behind it."""


class Language:
    """One language: `code` (ISO 639-1), `name`, and the tables of its data file as attributes.

    `data` are the tables of such a file, as `tomllib` reads them; docs/how-to/language.md says what is in each. Raises
    `ValueError` that names every mistake in them, with its key and what may stand there; it names the language by
    `place`, where that is given. Look-up structures are made when first asked for.

    >>> from newsparse import LANGUAGES
    >>> LANGUAGES["de"].name, LANGUAGES["de"].words("caption", "rights")[0]
    ('German', 'copyright')
    """

    def __init__(self, data: Mapping[str, Any], *, place: str = "") -> None:
        check(data, place)
        self.code: str = data["code"]
        self.name: str = data["name"]
        self.day_first: bool = data["day_first"]
        self.subtitles: bool = data.get("subtitles", False)
        self.prose_leads: bool = data.get("prose_leads", True)
        self.era: int = data.get("era", 0)
        self.syllables: bool = data.get("syllables", False)
        self.capital_nouns: bool = data.get("capital_nouns", False)
        self.letters: str = data.get("letters", "")
        self.function_words: frozenset[str] = frozenset(data["function_words"])
        self._data = {**data, **dotted(data)} if data.get("dotless_i", False) else data

    @classmethod
    def from_file(cls, path: str | Path | Traversable) -> Language:
        """The language of a TOML data file; raises `ValueError` that names the file and every mistake in it."""
        if isinstance(path, str):
            from pathlib import Path

            path = Path(path)
        try:
            data = parse_toml(path.read_bytes().decode("utf-8-sig"))  # editors put a mark before the first line
        except ValueError as error:
            raise ValueError(f"{path}: {error}") from None
        return cls(data, place=str(path))

    def __repr__(self) -> str:
        return f"Language({self.code!r})"

    @property
    def spaced(self) -> bool:
        """Whether the script puts spaces between words."""
        return is_spaced(self.code)

    def words(self, table: str, key: str) -> list[str]:
        """The entries of `key` in `table` of the data file."""
        entries: list[str] = self._data[table][key]
        return entries

    def cues(self, table: str, key: str) -> Cues:
        """The entries of `key` in `table`, as cues."""
        return Cues(self.words(table, key), spaced=self.spaced)

    @cached_property
    def date_words(self) -> frozenset[str]:
        """Every word that may stand in a line that says when something was published, and nothing else."""
        keys = ("weekdays", "published", "modified", "clock", "filler", "reading_time", "relative")
        phrases = [phrase for key in keys for phrase in self._data["dates"][key]]
        words = {word.strip(".:,()") for phrase in self.whole_words(phrases) for word in phrase.split()}
        return frozenset(words | set(self.months) | {"t", "z", "utc", "gmt", "cet", "cest", "est", "edt", "bst", "ist"})

    def whole_words(self, phrases: Iterable[str]) -> Iterable[str]:
        """The phrases whose words tell something each: in a language written in syllables, those of one."""
        return [phrase for phrase in phrases if " " not in phrase] if self.syllables else phrases

    @cached_property
    def months_of_parts(self) -> tuple[tuple[str, str], ...]:
        """The names of months that have a space or a full stop inside ("tháng 3", "มี.ค."), the longest first, each with
        letters that stand in for it, as many, and the same for no other month: a line's words are told by them."""
        parted = [name for name in self.months if " " in name or "." in name.strip(".")]
        return tuple(
            (name, chr(FIRST_STAND_IN + self.months[name]) * len(name))
            for name in sorted(parted, key=len, reverse=True)
        )

    @cached_property
    def months(self) -> dict[str, int]:
        """Month names and abbreviations, lower-case, to 1 … 12."""
        return {name: number for number, names in enumerate(self._data["dates"]["months"], 1) for name in names}


def dotted(data: Mapping[str, Any]) -> dict[str, dict[str, list[Any]]]:
    """The tables of a data file with each phrase that has an "ı" once more with an "i": its capital is "I", which is
    "i" in lower case."""
    return {
        table: {
            key: [with_dots(entry) for entry in data[table][key]] if key == "months" else with_dots(data[table][key])
            for key in keys
        }
        for table, keys in SHAPE.items()
    }


def with_dots(phrases: list[str]) -> list[str]:
    """Phrases, and those with an "ı" once more with an "i"."""
    known = set(phrases)
    more = dict.fromkeys(phrase.replace("ı", "i") for phrase in phrases if "ı" in phrase)
    return [*phrases, *(phrase for phrase in more if phrase not in known)]


def is_spaced(code: str) -> bool:
    """Whether the script of a language puts spaces between words."""
    return code not in ("ja", "zh", "ko", "th")
