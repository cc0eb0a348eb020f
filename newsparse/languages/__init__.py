"""Languages: a data file each, read when the language is first used."""

from newsparse.languages.language import HEAD, LONG_HEAD, LONG_WORD, MARKS, Cues, Inside, Language, Stem, is_inside
from newsparse.languages.registry import LANGUAGES, Languages

__all__ = [
    "HEAD",
    "LANGUAGES",
    "LONG_HEAD",
    "LONG_WORD",
    "MARKS",
    "Cues",
    "Inside",
    "Language",
    "Languages",
    "Stem",
    "is_inside",
]
