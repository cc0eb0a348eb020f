"""What was set apart before the survey is put back among the article's blocks, each in its place.

A paragraph within which such a line stands (the end of a printed page, an advertisement) is one again.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import attrs

from newsparse.article import Article, Evidence, Role, Section
from newsparse.assemble import read_sections
from newsparse.block import Block, renumber, settle
from newsparse.splitting.halves import HYPHENS, RUNNING, goes_on
from newsparse.splitting.points import POINT


def with_breaks(article: Article, breaks: Sequence[Block]) -> Article:
    """The article with the breaks among its blocks and its boilerplate, and with what the text calls key points."""
    points = tuple([block for block in breaks if block.marker == POINT])
    for block in breaks:
        settle(block, Role.BOILERPLATE, block.evidence or BREAK)
    for block in points:
        settle(block, Role.BULLET, CALLED)
    every = sorted((*article.blocks, *breaks), key=lambda block: block.start)
    for index, block in enumerate(every):
        renumber(block, index, block.gap)
    blocks = tuple(every)
    boilerplate = tuple(block.text for block in blocks if block.role is Role.BOILERPLATE)
    bullets = article.bullets + tuple([block.text for block in points])
    text = [block for block in blocks if block.marker != POINT]
    sections = sections_of(text, {block.start for block in breaks}) or article.sections
    return attrs.evolve(article, blocks=blocks, boilerplate=boilerplate, sections=sections, bullets=bullets)


def whole_paragraphs(blocks: Sequence[Block], breaks: Collection[int]) -> list[Block] | None:
    """The blocks down to the last that is no break, those of each paragraph in one that a break stands in: the end of a
    page, or an advertisement, within a sentence. None if there is no such paragraph."""
    groups: list[list[Block]] = []
    above: list[Block] = []
    for block in blocks:
        if block.start in breaks:
            above.append(block)
            continue
        upper = groups[-1][-1] if groups and above else None
        printed = all(label.marker == RUNNING for label in above)
        if upper and upper.role is block.role is Role.PARAGRAPH and goes_on(upper, block, printed=printed):
            groups[-1].append(block)
        else:
            groups += [*([label] for label in above), [block]]
        above.clear()
    joined = any(len(group) > 1 for group in groups)
    return [group[0] if len(group) == 1 else as_one(group) for group in groups] if joined else None


def as_one(group: Sequence[Block]) -> Block:
    """The pieces of a paragraph as one block."""
    pieces = [piece.text if piece.text[-1] in HYPHENS else f"{piece.text} " for piece in group]
    return attrs.evolve(group[0], text="".join(pieces).strip(), end=group[-1].end)


def sections_of(blocks: Sequence[Block], breaks: Collection[int]) -> tuple[Section, ...]:
    """The sections of an article's blocks, if a paragraph has breaks within; none if not."""
    whole = whole_paragraphs(blocks, breaks)
    if whole is None:
        return ()
    return read_sections(whole, next(block.index for block in whole if block.role is Role.PARAGRAPH))


BREAK = (Evidence("Break", Role.BOILERPLATE, 1.0, "only interrupts the text"),)
"""Why a break is boilerplate."""
CALLED = (Evidence("KeyPoints", Role.BULLET, 1.0, "below a mark that calls it a key point"),)
"""Why a line is a key point that the text itself calls one."""
