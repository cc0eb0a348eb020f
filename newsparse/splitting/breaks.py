"""Lines that only interrupt a text: rules such as "* * *", advertising's labels between paragraphs, scripts and styles
that were taken for text, and what in Markdown has no text, such as a picture without one.

The rules do not see them, so that what they part stands together; in the article they are boilerplate.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from newsparse.block import Block, renumber
from newsparse.cues import EDGE_MARKS, numberless
from newsparse.splitting.halves import RUNNING
from newsparse.splitting.hints import NOTHING
from newsparse.splitting.points import POINT
from newsparse.survey.facts import Times
from newsparse.survey.prose import is_sentence
from newsparse.survey.turns import find_turns

SIGNS = frozenset("*-–—_=~∼#·•+ \t\xa0")
"""What a rule is made of."""
ORNAMENTS = frozenset("∗⁎＊✱✳✻❋⁂‒―⸻⸺─━═¯‾◆◇♦❖■□▪▫●○◎★☆✦✧※❦❧☙❤♥♠♣░▒▓➖🔹🔸🔷🔶\ufe0f\u3000 ")
"""And what one between paragraphs is made of: elsewhere such signs are buttons and the like."""
IN_ROWS, SHORTEST_ROW = frozenset("/|:>^%&@\\*§¶×' "), 3
"""And what one in a row there is made of, as long as that at least."""
LONGEST_RULE = 60
"""Characters of a rule at most; a longer one parts the page, not its text."""
OFTEN = 4
"""How often a label stands on the page at least."""
LONGEST_LABEL = 8
"""Words of a label at most."""
SHORTEST_NOTICE, LONGEST_NOTICE = 6, 30
"""Words of a sentence that the page says again and again: "This advertisement has not loaded yet"."""
DIGITS = "0123456789"
NUMBERED = " #"
"""What stands for the number in a label's name."""
MOSTLY = 0.25
"""The share of its places between two sentences from which it is one: it also stands at headers and captions."""
SENTENCE = 10
"""Words of a line that ends like a sentence and is no title: asked of every line of a page, and so without a call."""
FEWEST_ABOVE = 2
"""Sentences above a known label that breaks the text: the first may be a lead."""
BRACE, ENDS, DATA = "{", ";}", ('{"', '[{"')
"""What most lines of code have; what others end with; and how data open that a script reads."""
SITE = re.compile(r"(?:https?://)?(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}/?")
"""The name of a site, with its scheme or without."""
STRONG, WEAK = "{}<>=", ";[]|$\\"
"""The signs that code is full of: each line of it has one of the first."""
CODE_LOOKED_AT, FEWEST_OF_CODE, RARELY, RARELY_AT_END = 400, 3, 16, 28
"""Characters at a line's beginning by which code is told; how many such signs it has at least, with one less where it
ends like code; and among how many characters there is one, elsewhere and there."""
NO_LINES = NOTHING + POINT + RUNNING
"""The marks of blocks that the rules do not see."""
LONGEST_PROMISE, PROMISE = 14, 3
"""Words of a known label at most, and from which it says more than "advertisement": that the text goes on below."""


def apart(
    blocks: Sequence[Block], known: Collection[str] = frozenset(), others: Collection[int] = frozenset()
) -> tuple[Sequence[Block], list[Block]]:
    """The blocks without the breaks, numbered anew, and the breaks; `known` are advertising's labels in the page's
    language, `others` the places of lines that are none of the text either."""
    labels = labels_between(blocks)
    if labels:
        turns = find_turns(blocks, Times([block.lower for block in blocks]), known)
        labels -= {name_of(blocks[place]) for place in turns.speakers}
    places = known_between(blocks, known)
    breaks = [
        block
        for block in blocks
        if block.index in places
        or block.index in others
        or (block.marker and block.marker in NO_LINES)
        or (not block.index and is_site(block.lower))
        or (labels and name_of(block) in labels)
        or (block.text[0] in SIGNS and is_rule(block))
        or (not block.text[0].isalnum() and is_ornament(block) and parts_text(blocks, block.index))
        or ((BRACE in block.text or block.final in ENDS) and is_code(block.text))
    ]
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


def known_between(blocks: Sequence[Block], known: Collection[str]) -> frozenset[int]:
    """The places of known labels within the text: below its first sentences, and right above another.

    Above a short line such a label says what that is, unless it says that the text goes on there; between headline
    and text it sets the lead apart.
    """
    found: set[int] = set()
    run: list[Block] = []
    above = 0
    for block in blocks:
        goes_on = is_sentence(block, SENTENCE)
        if above < FEWEST_ABOVE and not goes_on:
            continue  # above the text: whether it is a label does not matter
        if block.words <= LONGEST_PROMISE and is_break(block.lower, known):
            run.append(block)
            continue
        if run and above >= FEWEST_ABOVE and (goes_on or any(label.words >= PROMISE for label in run)):
            found.update(label.index for label in run)
        above += goes_on
        run.clear()
    return frozenset(found)


def is_break(lower: str, known: Collection[str]) -> bool:
    """Whether a line, in lower case, is one of the `known` labels, in which 0 stands for any number."""
    label = lower.strip(EDGE_MARKS)
    return label in known or (label[-1:].isdigit() and numberless(label) in known)


def is_rule(block: Block) -> bool:
    """Whether a block is nothing but a few stars, dashes or the like."""
    return len(block.text) <= LONGEST_RULE and SIGNS.issuperset(block.text)


def is_ornament(block: Block) -> bool:
    """Whether a block is nothing but ornaments, or some bars, slashes or the like in a row."""
    text = block.text
    if len(text) > LONGEST_RULE:
        return False
    return ORNAMENTS.issuperset(text) or (len(text) >= SHORTEST_ROW and IN_ROWS.issuperset(text))


def parts_text(blocks: Sequence[Block], place: int) -> bool:
    """Whether a line stands right below a sentence of the text, and above another or its header."""
    above, below = blocks[max(0, place - 1) : place], blocks[place + 1 : place + 3]
    return all(any(is_sentence(block, SENTENCE) for block in beside) for beside in (above, below))


def is_site(lower: str) -> bool:
    """Whether a line is nothing but the name of a site, as reading modes write it above the headline."""
    return " " not in lower and "." in lower and SITE.fullmatch(lower) is not None


def is_code(text: str) -> bool:
    """Whether a line is of a script, a style sheet or a template ("{{name}}") rather than of the text."""
    head, ends = text[:CODE_LOOKED_AT], text[-1] in ENDS
    strong = sum(map(head.count, STRONG))
    signs = strong + sum(map(head.count, WEAK))
    full = signs * (RARELY_AT_END if ends else RARELY) >= len(head)
    return (strong > 0 and signs >= FEWEST_OF_CODE - ends and full) or head.startswith(DATA)


def may_be_label(block: Block) -> bool:
    """Whether a line is short, and neither sentence nor speaker's name or credit."""
    return (
        block.words <= LONGEST_LABEL and not block.ends_with_stop and block.text[0].isalpha() and ":" not in block.text
    )


def may_be_notice(block: Block) -> bool:
    """Whether a line is a sentence that no article says again and again."""
    return SHORTEST_NOTICE <= block.words <= LONGEST_NOTICE and block.ends_with_stop


def name_of(block: Block) -> str:
    """What a label is told by: its text in lower case; of a numbered one, without the number, and marked as such."""
    lower = block.lower
    return lower.rstrip(DIGITS) + NUMBERED if lower[-1] in DIGITS else lower


def labels_between(blocks: Sequence[Block]) -> frozenset[str]:
    """The labels and notices, by name, that stand on the page again and again, many times between two sentences.

    Numbered labels ("Advertisement 4") are some only next to others: by themselves they may be headers ("Step 4").
    """
    if len(blocks) - len({block.lower for block in blocks}) < OFTEN - 1:
        return frozenset()  # most pages: no line stands there as often
    again = {lower for lower, count in Counter([block.lower for block in blocks]).items() if count >= OFTEN}
    if not again:
        return frozenset()
    names = {
        block.index: name_of(block)
        for block in blocks
        if (block.lower in again and (may_be_label(block) or may_be_notice(block)))
        or (block.lower[-1] in DIGITS and may_be_label(block))
    }
    times = Counter(names.values())
    often = {name for name, count in times.items() if count >= OFTEN}
    if not often:
        return frozenset()
    between: Counter[str] = Counter()
    run: list[str] = []
    below_sentence = False
    for block in blocks:
        name = names.get(block.index)
        if name in often:
            run.append(name)
            continue
        sentence = is_sentence(block, SENTENCE)
        if run:
            if sentence and below_sentence and not all(map(is_numbered, run)):
                between.update(run)
            run.clear()
        below_sentence = sentence
    return frozenset(name for name, count in between.items() if count >= max(OFTEN - 1, MOSTLY * times[name]))


def is_numbered(name: str) -> bool:
    """Whether that is the name of numbered labels."""
    return name.endswith(NUMBERED)
