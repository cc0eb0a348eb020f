"""The text in a terminal: each block in its role's colour, the role in the margin, and the reasons if wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsparse.article import Article
from newsparse.block import Block
from newsparse.explanation import REASONS, explain_block, plain
from newsparse.splitting.lines import LINE_END
from newsparse.view.pieces import Row, align, cut
from newsparse.view.roles import LOOKS
from newsparse.view.source import standing

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult
    from rich.measure import Measurement
    from rich.table import Table
    from rich.text import Text

MARGIN = 13
"""Columns of the margin: the longest label, and a little space."""


def to_terminal(text: str, article: Article, *, against: Article | None = None, reasons: bool = False) -> Table:
    """A rich table to print: the blocks of `text` with their roles in the margin.

    With `reasons`, the weightiest reasons stand below each block; with `against`, another parse of the same text,
    a block that differs names the other roles too. Without colour, the labels alone say all. Control characters are
    shown as pictures, so that no text can command the terminal.

    Raises `ValueError`, saying where, if an article's blocks are not those of the text, and `ModuleNotFoundError`
    if rich is not installed (extra `cli`).
    """
    try:
        from rich.padding import Padding
        from rich.table import Table
        from rich.text import Text
    except ModuleNotFoundError:
        from newsparse.extras import install

        raise ModuleNotFoundError(f"to_terminal() needs rich: {install('cli')}") from None
    rows = cut(text, article.blocks) if against is None else align(text, article.blocks, against.blocks)
    table = Table.grid(padding=(0, 1, 0, 0), expand=False)
    table.add_column(width=MARGIN, no_wrap=True, justify="right")
    table.add_column()
    for row in rows:
        if table.row_count and blank_lines(row.before):
            table.add_row()
        for block in row.ours:
            look = LOOKS[block.role]
            shown = Text(plain(text[block.start : block.end]))
            if look.terminal != "default":
                shown.stylize(look.terminal)
            table.add_row(Text(look.label, style=look.terminal), Barred(shown, look.terminal))
            if reasons:
                for line in why(block):
                    table.add_row("", Padding(Text(plain(line), style="dim"), (0, 0, 0, 2)))
        if against is not None and row.differs:
            table.add_row(Text("differs", style="reverse"), Padding(other(row), (0, 0, 0, 2)))
    return table


@attrs.frozen
class Barred:
    """A text with a bar before each of its lines, in the colour of its role, however the terminal wraps it."""

    text: Text
    style: str

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The lines, each behind its bar."""
        from rich.segment import Segment

        bar = Segment("│ ", console.get_style(self.style))
        inside = options.update(width=max(options.max_width - 2, 1), overflow="fold")
        for line in console.render_lines(self.text, inside, pad=False):
            yield bar
            yield from line
            yield Segment.line()

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """As wide as the text and its bar."""
        from rich.measure import Measurement

        narrowest, widest = Measurement.get(console, options, self.text)
        return Measurement(narrowest + 2, widest + 2).with_maximum(options.max_width)


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
    return [
        *standing(line),
        *(f"{found.weight:+.1f} {found.reason} ({found.rule})" for found in line.reasons[:REASONS]),
    ]
