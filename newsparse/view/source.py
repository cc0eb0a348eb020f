"""The text as it was, as HTML elements: each block with its role and reasons, and what stands between blocks."""

from __future__ import annotations

import math
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from newsparse.article import Evidence
from newsparse.block import Block
from newsparse.explanation import Line, explain_block
from newsparse.view.element import element
from newsparse.view.pieces import direction
from newsparse.view.roles import LOOKS

LINE_ENDS = "\n\r\u2028\u2029\x85"
WIDEST = 3.0
"""Nats at which the bar of a reason is full: such evidence makes its role some twenty times as likely."""


def source(text: str, blocks: Sequence[Block], before: str, prefix: str, language: str | None) -> list[Element]:
    """Elements whose text, without labels and reasons, is `before` and then the text from first to last block."""
    parts: list[Element] = []
    gap = before
    for number, block in enumerate(blocks):
        if number:
            gap = text[blocks[number - 1].end : block.start]
        line = max(gap.rfind(end) for end in LINE_ENDS) + 1
        if line:
            parts.append(space(gap[:line]))
        parts.append(marked(block, gap[line:] + text[block.start : block.end], f"{prefix}{block.start}", language))
    return parts


def space(gap: str) -> Element:
    """White space between blocks, kept whole but drawn small."""
    return element("span", {"class": "gap"}, gap)


def marked(block: Block, text: str, key: str, language: str | None) -> Element:
    """One block: a button that names its role, its text, and its reasons, which the button is described by."""
    label = element(
        "button",
        {"class": "label", "type": "button", "aria-describedby": f"why-{key}", "aria-expanded": "false", "dir": "ltr"},
        LOOKS[block.role].label,
    )
    return element(
        "div",
        {"class": "block", "data-role": block.role.value},
        label,
        element("span", {"class": "text", "lang": language, "dir": direction(language)}, text),
        element("div", {"class": "why", "id": f"why-{key}", "hidden": ""}, *why(explain_block(block))),
    )


def why(line: Line) -> list[Element]:
    """The reasons for a block's role and against it, and what it would else have been."""
    name = LOOKS[line.block.role].label
    parts = [element("p", {"class": "verdict", "data-role": line.block.role.value}, name)]
    parts += [element("p", {"class": "runner-up"}, words) for words in standing(line)]
    if line.reasons:
        parts.append(element("ul", None, *map(reason, line.reasons)))
    else:
        parts.append(element("p", {"class": "none"}, "No rule spoke for it: its place on the page decided."))
    return parts


def standing(line: Line) -> list[str]:
    """How far a block's role is ahead of the runner-up, in words; nothing if there is none."""
    if line.runner_up is None:
        return []
    if line.lead >= 0:
        return [f"{line.lead:.1f} ahead of {LOOKS[line.runner_up].label}"]
    return [f"{-line.lead:.1f} behind {LOOKS[line.runner_up].label}; the order of the page decided"]


def reason(found: Evidence) -> Element:
    """One reason: its weight as a number and a bar, what the rule saw, and the rule."""
    share = min(abs(found.weight) / WIDEST, 1.0) if not math.isnan(found.weight) else 0.0
    bar = element(
        "svg",
        {"class": "bar for" if found.weight >= 0 else "bar against", "viewBox": "0 0 40 4", "aria-hidden": "true"},
        element("rect", {"class": "full", "width": "40", "height": "4", "rx": "2"}),
        element("rect", {"class": "part", "width": f"{40 * share:.1f}", "height": "4", "rx": "2"}),
    )
    return element(
        "li",
        None,
        element("b", None, f"{found.weight:+.1f}".replace("-", "\N{MINUS SIGN}")),
        " ",
        bar,
        element("span", None, found.reason),
        " ",
        element("i", None, found.rule),
    )
