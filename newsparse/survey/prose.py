"""Which blocks are running text, where on the page it is densest, and which stand in a row."""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.block import COLONS, QUESTIONS, STOPS, Block, is_row

FEWEST_OF_SENTENCE = 5
"""Words of a line from which a full stop makes it a sentence rather than a label."""
PROSE_WORDS, FEWEST_PROSE_WORDS = 14, 7
"""A line of this many words that ends like a sentence is prose; on a page with few of those, of less, down to the
second."""
ENOUGH = 8
"""Lines of prose from which a page is not short of them."""
LONG_PROSE_WORDS = 32
"""A line of this many words is prose however it ends, unless it is a menu in one line."""
MENU_CAPITALS = 0.75
"""The share of words with a capital from which a long line without a stop is a menu."""

LONGEST_OF_MENU = 7
"""Words of a line that counts as short, as those of menus are."""
FIRST = 0.6
"""The share of the best run's worth from which an earlier run of prose is the article."""
COST = 8.0
"""What a block that is no prose counts against a stretch, in words of prose, on a page of long paragraphs."""
MOST_WORDS, SENTENCE = 90, 4.0
"""The most words of a paragraph that count for a stretch; and what a sentence too short for prose counts for it."""
ALONE = 0.8
"""The share of its words that prose between lines of something else counts: so stand teasers, each below its title."""


def prose_words(blocks: Sequence[Block]) -> int:
    """How many words a line that ends like a sentence needs to be prose on this page.

    Short news and tabloids have paragraphs of one short sentence; on pages with longer ones such lines are teasers.
    """
    sizes = [block.words for block in blocks if block.words >= FEWEST_PROSE_WORDS and block.final in STOPS]
    if len(sizes) < ENOUGH:
        return FEWEST_PROSE_WORDS
    return max(FEWEST_PROSE_WORDS, min(PROSE_WORDS, sorted(sizes)[-ENOUGH]))


def is_sentence(block: Block, fewest: int) -> bool:
    """Whether a line of `fewest` words or more ends like a sentence."""
    return block.words >= fewest and block.final in STOPS


def first_sentence(blocks: Sequence[Block]) -> int:
    """The first line that is a sentence as long as prose, by its index; the number of lines where none is."""
    return next((block.index for block in blocks if is_sentence(block, PROSE_WORDS)), len(blocks))


def is_prose(block: Block, fewest: int) -> bool:
    """Whether a block reads like running text by itself, on a page where a sentence of `fewest` words does."""
    if block.words < PROSE_WORDS:
        return block.words >= fewest and block.final in STOPS and block.final not in QUESTIONS
    if is_row(block.text):
        return False
    if block.final in STOPS or block.final in COLONS:
        return True
    return block.words >= LONG_PROSE_WORDS and not is_menu_line(block)


def is_menu_line(block: Block) -> bool:
    """Whether a long line is a menu's items in a row: nearly every word begins with a capital."""
    words = block.text[:400].split()
    return sum(word[0].isupper() for word in words) >= MENU_CAPITALS * len(words)


def densest_stretch(blocks: Sequence[Block], prose: Sequence[bool], fewest: int) -> tuple[int, int]:
    """The run of blocks with the greatest sum of worth: prose counts for it, everything else against.

    Where several runs are worth much, the first counts: below an article there may stand another, or comments.
    One pass (Kadane's algorithm, which the sum falling to nothing cuts into runs).
    """
    runs: list[tuple[float, int, int]] = []
    best = (0.0, 0, 0)
    total, start = 0.0, 0
    cost = COST * fewest / PROSE_WORDS
    above = False
    for index, (block, is_text, below) in enumerate(zip(blocks, prose, [*prose[1:], False], strict=True)):
        if is_text:
            total += min(block.words, MOST_WORDS) * (1.0 if above or below else ALONE)
        else:
            total += SENTENCE if block.final in STOPS and block.words >= FEWEST_OF_SENTENCE else -cost
        above = is_text
        if total <= 0:
            if best[0]:
                runs.append(best)
                best = (0.0, 0, 0)
            total, start = 0.0, index + 1
        elif total > best[0]:
            best = (total, start, index + 1)
    runs.append(best)
    enough = FIRST * max(worth for worth, _, _ in runs)
    return next((first, last) for worth, first, last in runs if worth >= enough)


def runs_of_short(blocks: Sequence[Block]) -> list[int]:
    """How many short lines in a row each block is one of; 0 for a longer line."""
    runs: list[int] = []
    run = 0
    for block in blocks:
        if block.words > LONGEST_OF_MENU or block.final in STOPS:
            runs += [run] * run
            runs.append(0)
            run = 0
        else:
            run += 1
    return runs + [run] * run
