"""Puts what `--help` prints into the documentation site: `<!-- help parse -->` is the help of `newsparse parse`."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import Any

PLACE = re.compile(r"<!-- help(( \w+)*) -->")
WIDTH = 79
"""Columns: what the site shows without scrolling."""


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Put the help pages of a page's commands into it."""
    return PLACE.sub(lambda found: f"```text\n{printed(found[1].split())}\n```", markdown)


def printed(command: list[str]) -> str:
    """The help of a command."""
    environment = os.environ | {"COLUMNS": str(WIDTH), "NO_COLOR": "1", "TERM": "dumb"}
    line = [sys.executable, "-m", "newsparse", *command, "--help"]
    done = subprocess.run(line, env=environment, capture_output=True, check=True, encoding="utf-8")
    return "\n".join(row.rstrip() for row in done.stdout.strip("\n").splitlines())
