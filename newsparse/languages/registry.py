"""Which languages there are, and which of them a page is written in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from newsparse.checks import instances
from newsparse.data import data_files, read_data
from newsparse.languages.language import Language, is_spaced
from newsparse.plugins import plugged_in


class Languages(Mapping[str, Language]):
    """Languages by ISO 639-1 code: those given, those of installed packages, and those of newsparse, each read from its
    data file when first asked for.

    Of two with the same code, the first in this order is taken; of those given, the last.

    >>> from newsparse.languages import LANGUAGES
    >>> LANGUAGES["de"].name
    'German'
    """

    def __init__(self, extra: Iterable[Language] = ()) -> None:
        self._given = instances(extra, Language, "languages")
        self._read: dict[str, Language] = {}

    @cached_property
    def _own(self) -> dict[str, Language]:
        """Those that are not newsparse's (entry-point group `newsparse.languages`)."""
        return {language.code: language for language in (*plugged_in("newsparse.languages", Language), *self._given)}

    @cached_property
    def _files(self) -> frozenset[str]:
        return frozenset(data_files("languages"))

    @cached_property
    def _codes(self) -> tuple[str, ...]:
        return tuple(sorted(self._files.union(self._own)))

    def __getitem__(self, code: str) -> Language:
        language = self._read.get(code) or self._own.get(code)
        if language is None:
            if code not in self._files:
                raise KeyError(code)
            place = f"languages/{code}.toml"
            language = self._read[code] = Language(read_data(place), place=place)
        return language

    def __iter__(self) -> Iterator[str]:
        return iter(self._codes)

    def __len__(self) -> int:
        return len(self._codes)

    @cached_property
    def function_words(self) -> dict[str, tuple[str, ...]]:
        """The most frequent words of the languages written with spaces, each with the codes of its languages."""
        index: dict[str, list[str]] = {}
        for code in self:
            for word in self._function_words(code) if is_spaced(code) else ():
                index.setdefault(word, []).append(code)
        return {word: tuple(codes) for word, codes in index.items()}

    @cached_property
    def letters(self) -> dict[str, str]:
        """The letters that no other language has, of the languages that have some."""
        own = {
            code: self._own[code].letters if code in self._own else self._head(code).get("letters", "") for code in self
        }
        return {code: letters for code, letters in own.items() if letters}

    def _function_words(self, code: str) -> Iterable[str]:
        """The function words of one language."""
        return self._own[code].function_words if code in self._own else frozenset(self._head(code)["function_words"])

    @staticmethod
    def _head(code: str) -> dict[str, Any]:
        """What stands in a data file above its tables: to read these takes ten times as long, and they are not needed
        before a page is in that language."""
        return read_data(f"languages/{code}.toml", head=True)

    def named(self, code: str) -> Language:
        """The language with that code; raises `ValueError` that names the one that is meant, or lists all."""
        if code in self:
            return self[code]
        if meant := self._meant(code):
            raise ValueError(f"unknown language {code!r}; did you mean {meant} ({self._name(meant)})?")
        raise ValueError(f"unknown language {code!r}: known are {', '.join(self)} (ISO 639-1)")

    def _meant(self, name: object) -> str | None:
        """The code of the language whose English name this is, or whose code in capitals or with a region."""
        if not isinstance(name, str):
            return None
        names = {name.lower(), name.lower().replace("_", "-").partition("-")[0]}
        return next((code for code in self if names & {code, self._name(code).lower()}), None)

    def _name(self, code: str) -> str:
        """The English name of one language."""
        return self._own[code].name if code in self._own else str(self._head(code)["name"])

    def __contains__(self, code: object) -> bool:
        return code in self._codes


LANGUAGES = Languages()
"""The languages that come with newsparse, and those of installed packages."""
