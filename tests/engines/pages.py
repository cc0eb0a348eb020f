"""Pages for the engines, a rule that kills a worker once, and what must come out."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from tests.corpus_files import rows

PAGES = int(os.environ.get("NEWSPARSE_ENGINE_PAGES", "400"))
"""How many pages go through each engine."""


def write_pages(folder: Path, files: int = 8) -> None:
    """The pages as a few Parquet files."""
    folder.mkdir()
    for number in range(files):
        pages = rows(range(number, PAGES, files))
        pq.write_table(pa.Table.from_pylist(pages), folder / f"{number}.parquet", row_group_size=20)


def die_once(flag: str, pid: int | None = None) -> None:
    """Kill this process (or the one given), the first time that anyone comes here with this flag (a file)."""
    try:
        os.close(os.open(flag, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return
    os.kill(pid or os.getpid(), signal.SIGKILL)


def check(found: list[dict[str, Any]]) -> None:
    """Every page is there once, with its own article."""
    assert sorted(row["id"] for row in found) == sorted(row["id"] for row in rows(range(PAGES)))
    assert all(row["headline"] == f"Harbour bridge {row['id'][1:]} opens after nine years" for row in found)
