"""Pictures of an article: its text in colour, on a page, in a notebook or in a terminal, with the reasons."""

from newsparse.view.fragment import to_fragment
from newsparse.view.page import to_page
from newsparse.view.terminal import to_terminal

__all__ = ["to_fragment", "to_page", "to_terminal"]
