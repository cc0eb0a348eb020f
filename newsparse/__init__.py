"""newsparse: the plain text of a news page in, its structure out.

The result types are imported at once; the parser and its rules, some eighty modules, when they are first asked for.
"""

__version__ = "0.1.0"

from typing import TYPE_CHECKING

from newsparse.article import Article, BulletList, Caption, Evidence, Paragraph, Role, Section

if TYPE_CHECKING:
    from newsparse.block import Block
    from newsparse.explanation import Explanation, explain
    from newsparse.html import parse_html
    from newsparse.languages import LANGUAGES, Language
    from newsparse.page import Page
    from newsparse.parser import Parser, parse
    from newsparse.publishers import Publisher
    from newsparse.rules import DEFAULT_RULES, FittedRule, Rule
else:  # hidden from type checkers, to which a `__getattr__` means that there is every name
    MODULES = {
        "Block": "block",
        "Explanation": "explanation",
        "explain": "explanation",
        "parse_html": "html",
        "LANGUAGES": "languages",
        "Language": "languages",
        "Page": "page",
        "Parser": "parser",
        "parse": "parser",
        "Publisher": "publishers",
        "DEFAULT_RULES": "rules",
        "FittedRule": "rules",
        "Rule": "rules",
    }
    """Where the names above are from."""

    def __getattr__(name: str) -> object:
        """A name of the package, or one of the modules that such names are from, not asked for before."""
        from importlib import import_module

        if name in MODULES.values():
            return import_module(f"newsparse.{name}")
        if name not in MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = globals()[name] = getattr(import_module(f"newsparse.{MODULES[name]}"), name)
        return found

    def __dir__() -> list[str]:
        """What the package has, whether it has been asked for or not."""
        return sorted({*globals(), *__all__})


__all__ = [
    "DEFAULT_RULES",
    "LANGUAGES",
    "Article",
    "Block",
    "BulletList",
    "Caption",
    "Evidence",
    "Explanation",
    "FittedRule",
    "Language",
    "Page",
    "Paragraph",
    "Parser",
    "Publisher",
    "Role",
    "Rule",
    "Section",
    "explain",
    "parse",
    "parse_html",
]
