"""Pages for the engines, the recipes of the docs, workers that are killed once, and what must come out.

`NEWSPARSE_ENGINE_PAGES` says how many pages go through each engine; `NEWSPARSE_ENGINE_PAGES=100000` is the corpus that
the docs speak of.
"""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from tests.corpus_files import rows

PAGES = int(os.environ.get("NEWSPARSE_ENGINE_PAGES", "400"))
"""How many pages go through each engine."""
HOW_TO = Path(__file__).parents[2] / "docs" / "how-to" / "engines.md"


def recipe(name: str) -> str:
    """The code that the docs give for an engine."""
    blocks = re.findall(rf'^```python title="{name}"\n(.*?)^```$', HOW_TO.read_text(encoding="utf-8"), re.M | re.S)
    assert len(blocks) == 1, name
    return str(blocks[0])


def write_pages(folder: Path, files: int = 8) -> None:
    """The pages as a few Parquet files."""
    folder.mkdir()
    for number in range(files):
        pages = rows(range(number, PAGES, files))
        pq.write_table(pa.Table.from_pylist(pages), folder / f"{number}.parquet", row_group_size=max(20, PAGES // 80))


def die_once(flag: str, pid: int | None = None) -> None:
    """Kill this process (or the one given), the first time that anyone comes here with this flag (a file)."""
    try:
        os.close(os.open(flag, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return
    os.kill(pid or os.getpid(), signal.SIGKILL)


def check(found: Iterable[tuple[str, str | None]]) -> None:
    """Of pairs of id and headline: every page is there once, with its own article."""
    pairs = list(found)
    assert sorted(key for key, _ in pairs) == sorted(f"p{number}" for number in range(PAGES))
    assert all(headline == f"Harbour bridge {key[1:]} opens after nine years" for key, headline in pairs)


def check_parquet(folder: Path) -> None:
    """The same, of a folder of Parquet files; and no row has an error."""
    pairs: list[tuple[str, str | None]] = []
    for path in folder.glob("*.parquet"):
        for batch in pq.ParquetFile(path).iter_batches(columns=["id", "article.headline", "error"]):
            assert batch.column("error").null_count == batch.num_rows
            headlines = batch.column("article").field("headline")
            pairs += zip(batch.column("id").to_pylist(), headlines.to_pylist(), strict=True)
    check(pairs)
