"""The text in a terminal: each block in its role's colour, the role in the margin, and the reasons if wanted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsparse.article import Article
from newsparse.block import Block
from newsparse.explanation import REASONS, explain_block
from newsparse.split import LINE_END
from newsparse.view.pieces import Row, align, cut
from newsparse.view.roles import LOOKS

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

MARGIN = 13
"""Columns of the margin: the longest label, and a little space."""
CONTROL = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Characters that would command the terminal, or that cannot be written to it."""


def to_terminal(text: str, article: Article, *, against: Article | None = None, reasons: bool = False) -> Table:
    """A rich table to print: the blocks of `text` with their roles in the margin.

    With `reasons`, the weightiest reasons stand below each block; with `against`, another parse of the same text,
    a block that differs names the other roles too. Without colour, the labels alone say all. Control characters are
    shown as pictures, so that no text can command the terminal.

    Raises `ValueError`, saying where, if an article's blocks are not those of the text, and `ModuleNotFoundError`
    if rich is not installed (extra `cli`).
    """
    try:
        from rich.table import Table
        from rich.text import Text
    except ModuleNotFoundError:
        raise ModuleNotFoundError("to_terminal() needs rich: pip install 'newsparse[cli]'") from None
    rows = cut(text, article.blocks) if against is None else align(text, article.blocks, against.blocks)
    table = Table.grid(padding=(0, 1, 0, 0), expand=False)
    table.add_column(width=MARGIN, no_wrap=True, justify="right")
    table.add_column(width=1)
    table.add_column(overflow="fold")
    for row in rows:
        if table.row_count and blank_lines(row.before):
            table.add_row()
        for block in row.ours:
            look = LOOKS[block.role]
            shown = Text(plain(text[block.start : block.end]))
            if look.terminal != "default":
                shown.stylize(look.terminal)
            table.add_row(Text(look.label, style=look.terminal), Text("│", style=look.terminal), shown)
            if reasons:
                for line in why(block):
                    table.add_row("", "", Text(plain(line), style="dim"))
        if against is not None and row.differs:
            table.add_row(Text("differs", style="reverse"), "", other(row))
    return table


def blank_lines(gap: str) -> bool:
    """Whether a gap between two blocks holds a blank line."""
    return len(LINE_END.findall(gap)) > 1


def other(row: Row) -> Text:
    """The roles that the other parse sees here."""
    from rich.text import Text

    found = Text("compared with: ", style="dim")
    names = [Text(LOOKS[block.role].label, style=LOOKS[block.role].terminal) for block in row.theirs]
    return found.append_text(Text(", ").join(names))


def why(block: Block) -> list[str]:
    """The runner-up and the weightiest reasons of a block."""
    line = explain_block(block)
    head = [f"{line.lead:+.1f} before {LOOKS[line.runner_up].label}"] if line.runner_up is not None else []
    return [*head, *(f"{found.weight:+.1f} {found.reason} ({found.rule})" for found in line.reasons[:REASONS])]


def plain(text: str) -> str:
    """The text with line ends of one kind, and control characters as the pictures that Unicode has of them."""
    return CONTROL.sub(picture, text.replace("\r\n", "\n").replace("\r", "\n"))


def picture(found: re.Match[str]) -> str:
    """The picture of a control character: U+2400 and following for ASCII's, U+FFFD for the rest."""
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"
