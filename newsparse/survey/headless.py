"""A page may have no headline: many an extractor drops it, and a corpus may hold nothing but the text of articles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsparse.page import Page

NONE = "no headline"
OPENS = "no headline, the prose opens the page"
DATED, SIGNED = "no headline, a date above the prose", "no headline, a byline above the prose"
TITLES = tuple(f"no headline, {count} title-like lines above the prose" for count in ("no", "one", "two", "several"))


def traits_of_none(page: Page) -> Iterator[tuple[str, float]]:
    """What speaks for or against a page without a headline, each with its amount (1): its weights are in the table
    `[title]` of `weights.toml`, like those of the lines that may be one."""
    prose = page.first_prose
    yield NONE, 1.0
    if prose == 0:
        yield OPENS, 1.0
    yield TITLES[min(page.title_like_above[page.body_start], len(TITLES) - 1)], 1.0
    if page.dated_places and page.dated_places[0] < prose:
        yield DATED, 1.0
    if page.byline_places and page.byline_places[0] < prose:
        yield SIGNED, 1.0
