"""newsparse: the plain text of a news page in, its structure out."""

from newsparse.article import Article, BulletList, Caption, Evidence, Paragraph, Role, Section
from newsparse.block import Block
from newsparse.languages import LANGUAGES, Language
from newsparse.page import Page
from newsparse.parser import Parser, parse
from newsparse.publishers import Publisher
from newsparse.rules import DEFAULT_RULES, FittedRule, Rule

__version__ = "0.1.0"
__all__ = [
    "DEFAULT_RULES",
    "LANGUAGES",
    "Article",
    "Block",
    "BulletList",
    "Caption",
    "Evidence",
    "FittedRule",
    "Language",
    "Page",
    "Paragraph",
    "Parser",
    "Publisher",
    "Role",
    "Rule",
    "Section",
    "parse",
]
