"""An article's blocks as a piece of HTML for notebooks: no script, and styles that reach nothing else."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from xml.etree.ElementTree import Element

from newsparse.article import Article
from newsparse.block import Block
from newsparse.explanation import explain_block
from newsparse.view.element import element, to_html
from newsparse.view.pieces import direction
from newsparse.view.roles import LOOKS, colours
from newsparse.view.source import why


def to_fragment(article: Article) -> str:
    """An HTML `<div>`: each block of the article in its role's colour; a click or Enter on one unfolds the reasons.

    It brings its own style, which applies to nothing outside, and no script; what the article contains is text only.
    """
    parts = [folded(block, article.language) for block in article.blocks]
    if not parts:
        parts.append(element("p", None, "This article holds no blocks."))
    return to_html(element("div", {"class": "newsparse"}, element("style", None, style()), *parts))


@cache
def style() -> str:
    """The style with the colours of the roles."""
    own = (files("newsparse.view") / "fragment.css").read_text(encoding="utf-8")
    return colours(".newsparse", ".newsparse ") + own


def folded(block: Block, language: str | None) -> Element:
    """A block above its reasons, which unfold."""
    text = {"class": "text", "lang": language, "dir": direction(language)}
    return element(
        "details",
        {"data-role": block.role.value},
        element(
            "summary",
            None,
            element("span", {"class": "label"}, LOOKS[block.role].label),
            element("span", text, block.text),
        ),
        element("div", {"class": "why"}, *why(explain_block(block))),
    )
