"""HTML elements whose text and attributes are always escaped: the standard library's tree does the writing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

UNWRITABLE = re.compile("[\0\ud800-\udfff]")
"""What HTML cannot hold: NUL, and half surrogate pairs, which have no UTF-8."""


def element(tag: str, attributes: Mapping[str, str | None] | None = None, *children: Element | str) -> Element:
    """An element; attributes that are None are left out, strings become text, whatever they contain."""
    made = Element(tag, {key: writable(value) for key, value in (attributes or {}).items() if value is not None})
    last: Element | None = None
    for child in children:
        if isinstance(child, Element):
            made.append(child)
            last = child
        elif last is None:
            made.text = (made.text or "") + writable(child)
        else:
            last.tail = (last.tail or "") + writable(child)
    return made


def to_html(tree: Element) -> str:
    """The HTML of an element. A carriage return is written as a reference: a browser would read a line feed."""
    return ElementTree.tostring(tree, encoding="unicode", method="html").replace("\r", "&#13;")


def writable(text: str) -> str:
    """The text with each character that HTML cannot hold replaced by U+FFFD."""
    return UNWRITABLE.sub("\ufffd", text)
