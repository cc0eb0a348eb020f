"""Pages of texts, for tests of what is seen of them."""

from newsparse.languages import LANGUAGES
from newsparse.page import Page
from newsparse.split import split


def page_of(text: str, language: str = "en") -> Page:
    """The page of a text, before any rule has looked at it."""
    return Page(text, split(text), LANGUAGES[language])
