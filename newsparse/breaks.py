"""Lines that only interrupt a text: rules such as "* * *", and advertising's labels between paragraphs.

The rules do not see them, so that what they part stands together; in the article they are boilerplate.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import attrs

from newsparse.article import Article, Evidence, Role
from newsparse.block import Block, renumber, settle

SIGNS = frozenset("*-–—_=~#·•+ \t\xa0")
"""What a rule is made of."""
LONGEST_RULE = 60
"""Characters of a rule at most; a longer one parts the page, not its text."""
OFTEN = 4
"""How often a label stands on the page at least."""
LONGEST_LABEL = 5
"""Words of a label at most."""
MOSTLY = 0.25
"""The share of its places between two sentences from which it is one: it also stands at headers and captions."""
SENTENCE = 10
"""Words of a line that ends like a sentence and is no title."""


def apart(blocks: Sequence[Block]) -> tuple[Sequence[Block], list[Block]]:
    """The blocks without the breaks, numbered anew, and the breaks."""
    labels = labels_between(blocks)
    breaks = [block for block in blocks if block.lower in labels or (block.text[0] in SIGNS and is_rule(block))]
    if not breaks:
        return blocks, breaks
    kept: list[Block] = []
    gap = 0
    gone = {block.index for block in breaks}
    for block in blocks:
        gap = max(gap, block.gap)
        if block.index not in gone:
            renumber(block, len(kept), gap)
            kept.append(block)
            gap = 0
    return kept, breaks


def is_rule(block: Block) -> bool:
    """Whether a block is nothing but a few stars, dashes or the like."""
    return len(block.text) <= LONGEST_RULE and SIGNS.issuperset(block.text)


def may_be_label(block: Block) -> bool:
    """Whether a line is short, and neither sentence nor speaker's name, credit or number."""
    return (
        block.words <= LONGEST_LABEL
        and not block.ends_with_stop
        and block.text[0].isalpha()
        and ":" not in block.text
        and not block.final.isdigit()
    )


def labels_between(blocks: Sequence[Block]) -> frozenset[str]:
    """The short lines, lower-case, that stand on the page again and again, many times between two sentences."""
    short = [block for block in blocks if block.words <= LONGEST_LABEL]
    if len(short) - len({block.lower for block in short}) < OFTEN - 1:
        return frozenset()  # most pages: none of their short lines stands there as often
    repeated = {lower for lower, count in Counter([block.lower for block in short]).items() if count >= OFTEN}
    times = Counter([block.lower for block in short if block.lower in repeated and may_be_label(block)])
    often = {lower for lower, count in times.items() if count >= OFTEN}
    if not often:
        return frozenset()
    between: Counter[str] = Counter()
    run: list[str] = []
    below_sentence = False
    for block in blocks:
        if block.lower in often:
            run.append(block.lower)
            continue
        sentence = block.words >= SENTENCE and block.ends_with_stop
        if sentence and below_sentence:
            between.update(run)
        run.clear()
        below_sentence = sentence
    return frozenset(lower for lower in often if between[lower] >= max(OFTEN - 1, MOSTLY * times[lower]))


def with_breaks(article: Article, breaks: Sequence[Block]) -> Article:
    """The article with the breaks among its blocks and its boilerplate."""
    for block in breaks:
        settle(block, Role.BOILERPLATE, BREAK)
    every = sorted((*article.blocks, *breaks), key=lambda block: block.start)
    for index, block in enumerate(every):
        renumber(block, index, block.gap)
    blocks = tuple(every)
    boilerplate = tuple(block.text for block in blocks if block.role is Role.BOILERPLATE)
    return attrs.evolve(article, blocks=blocks, boilerplate=boilerplate)


BREAK = (Evidence("Break", Role.BOILERPLATE, 1.0, "only interrupts the text"),)
"""Why a break is boilerplate."""
