"""Pages of texts, for tests of what is seen of them."""

from newsparse.languages import LANGUAGES
from newsparse.page import Page
from newsparse.split import split
from newsparse.survey.title_lines import likely_lines, may_be_headline


def page_of(text: str, language: str = "en") -> Page:
    """The page of a text, before any rule has looked at it."""
    return Page(text, split(text), LANGUAGES[language])


def headline_candidates(page: Page) -> list[int]:
    """The lines that may be a headline; to choose one, the page takes the longer look at the likeliest alone."""
    return [block.index for block in likely_lines(page) if may_be_headline(block, page)]
