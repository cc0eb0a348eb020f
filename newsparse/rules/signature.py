"""Sign-offs: the code of the author or desk, the agency, at the article's end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsparse.article import Role
from newsparse.block import Block
from newsparse.captions.credits import is_agency_list
from newsparse.page import Page
from newsparse.rules.base import FittedRule

CODE = re.compile(
    r"[(\[/]\s?[^\W\d_]{1,5}(?:[/,.\- ]{1,2}[^\W\d_]{1,8}){0,4}\s?[)\]]?"
    r"|/[\w.\-]{1,30}/\w{1,5}|[^\W\d_]{2,4}/[^\W\d_]{2,8}"
)
AGENCIES = "nothing but agencies"


class SignOff(FittedRule):
    """A code in parentheses or after slashes, or agencies' names, below the prose."""

    role = Role.SIGNATURE
    longest = 8

    def blocks(self, page: Page) -> Sequence[Block]:
        start = page.body_start
        return [block for block in super().blocks(page) if block.index >= start]

    def observe(self, block: Block, page: Page) -> Iterator[str]:
        text = block.text
        if (text[0] in "([" or "/" in text) and CODE.fullmatch(text):
            yield "a code of a few letters"
        if is_agency_list(block.lower, page.cues):
            yield AGENCIES
        if page.cues.agency_tail(block):
            yield "names the agencies it is from"
