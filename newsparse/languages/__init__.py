"""Languages: a data file each, read when the language is first used."""

from newsparse.languages.language import HEAD, LONG_WORD, Cues, Inside, Language, Stem
from newsparse.languages.registry import LANGUAGES, Languages

__all__ = ["HEAD", "LANGUAGES", "LONG_WORD", "Cues", "Inside", "Language", "Languages", "Stem"]
