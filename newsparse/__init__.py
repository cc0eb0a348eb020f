"""newsparse: the plain text of a news page in, its structure out."""

__version__ = "0.1.0"

from newsparse.article import Article, BulletList, Caption, Evidence, Paragraph, Role, Section
from newsparse.block import Block
from newsparse.explanation import Explanation, explain
from newsparse.html import parse_html
from newsparse.languages import LANGUAGES, Language
from newsparse.page import Page
from newsparse.parser import Parser, parse
from newsparse.publishers import Publisher
from newsparse.rules import DEFAULT_RULES, FittedRule, Rule

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
