"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import typer

from newsparse.languages import LANGUAGES
from newsparse.publishers import Publishers


def languages_with(start: str) -> Iterable[tuple[str, str]]:
    """The languages whose codes begin so, each with its name, for completion."""
    return [(code, LANGUAGES[code].name) for code in LANGUAGES if code.startswith(start)]


def publishers_with(start: str) -> Iterable[str]:
    """The publishers whose names begin so, for completion."""
    return [name for name in Publishers() if name.startswith(start)]


Language = Annotated[
    str | None,
    typer.Option(
        metavar="CODE",
        autocompletion=languages_with,
        help="The language of the pages (ISO 639-1). [dim](default: found out)[/dim]",
    ),
]
Publisher = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", autocompletion=publishers_with, help="The publisher's profile. [dim](default: found out)[/dim]"
    ),
]
ReferenceTime = Annotated[
    str | None,
    typer.Option(
        metavar="TIME",
        help='When the pages were fetched (ISO 8601): tells what "2 hours ago" means. '
        "[dim](default: such times are not read)[/dim]",
    ),
]
Encoding = Annotated[str, typer.Option(metavar="NAME", help="The encoding of the input.")]
Force = Annotated[bool, typer.Option("--force", rich_help_panel="Output", help="Overwrite what is there already.")]
