"""How articles follow each other in one file."""

from __future__ import annotations

import csv
import io

import attrs

from newsparse.cli.problems import RunError
from newsparse.cli.render import Format, Row


@attrs.define
class Framing:
    """What stands before, between and behind the outputs of one file. Its state is all that a resumed run needs."""

    format: Format
    rows: bool
    """Whether several articles may come; otherwise one stands alone."""
    written: int = 0
    columns: list[str] | None = None
    """Of CSV: those of the first row."""

    def add(self, output: str | Row) -> str:
        """An output as it goes into the file; raises `RunError` where it does not fit the others."""
        text = self.table_row(output) if isinstance(output, Row) else self.framed(output)
        self.written += 1
        return text

    def framed(self, output: str) -> str:
        """A JSON row, or a document."""
        if self.format is Format.JSON and self.rows:
            return (",\n" if self.written else "[\n") + output
        return output if output.endswith("\n") else output + "\n"

    def table_row(self, row: Row) -> str:
        """A row of CSV, below the header if it is the first; its place only where the table has columns for it."""
        text = io.StringIO()
        columns = self.columns or [*row.place, *row.cells]
        table = csv.DictWriter(text, columns, lineterminator="\n")
        cells = {name: cell for name, cell in row.place.items() if name in columns} | row.cells
        for name in cells:
            if name not in columns:
                raise RunError(f"column {name!r} is not among those of the first row, which the table has; use jsonl")
        if self.columns is None:
            self.columns = columns
            table.writeheader()
        table.writerow(cells)
        return text.getvalue()

    def end(self) -> str:
        """What stands behind the last output."""
        if self.format is Format.JSON and self.rows:
            return "\n]\n" if self.written else "[]\n"
        return ""
