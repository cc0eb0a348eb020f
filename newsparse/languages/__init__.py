"""Languages: a data file each, read when the language is first used."""

from newsparse.languages.language import Cues, Language
from newsparse.languages.registry import LANGUAGES, Languages

__all__ = ["LANGUAGES", "Cues", "Language", "Languages"]
