"""A corpus of pages on one machine: tables and web archives in, Parquet with articles out (extra `corpus`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsparse.corpus.records import CorpusError, Settings
from newsparse.extras import install

if TYPE_CHECKING:
    from newsparse.corpus.run import Progress, Summary, parse_corpus

__all__ = ["CorpusError", "Progress", "Settings", "Summary", "parse_corpus"]


def __getattr__(name: str) -> Any:
    # what needs the extra is imported on first use, so that the command line can offer the command without it
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        from newsparse.corpus import run
    except ModuleNotFoundError:
        raise ModuleNotFoundError(f"newsparse.corpus.{name} needs pyarrow: {install('corpus')}") from None
    return getattr(run, name)
