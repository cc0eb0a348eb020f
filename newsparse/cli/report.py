"""What is told on standard error while a run goes on: problems always, progress on a terminal."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING

from newsparse.cli.problems import one_line, say

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


class Report:
    """Problems line by line, above a bar with the count, the rate and the time left where `bar` is true."""

    def __init__(self, total: int | None, *, bar: bool) -> None:
        """`total` is in the bytes of the items, None if unknown."""
        self._progress: Progress | None = None
        self._task: TaskID | None = None
        self._articles = 0
        if bar:
            self._progress = progress_bar()
            self._task = self._progress.add_task("", total=total, articles=0)

    def __enter__(self) -> Report:
        if self._progress is not None:
            self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._progress is not None:
            self._progress.stop()

    def problem(self, line: str) -> None:
        """Say what went wrong with one input."""
        if self._progress is None:
            say(line)
        else:
            self._progress.console.print(f"newsparse: {one_line(line)}", markup=False, highlight=False, soft_wrap=True)

    def advance(self, size: int) -> None:
        """Another item of so many bytes is done."""
        self._articles += 1
        if self._progress is not None and self._task is not None:
            self._progress.update(self._task, advance=size, articles=self._articles)


def on_terminal(*, prints: bool) -> bool:
    """Whether a bar can be seen, and does not run into articles that are printed (`prints`) on the same terminal."""
    return sys.stderr.isatty() and not (prints and sys.stdout.isatty())


def progress_bar() -> Progress:
    """The bar."""
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        Progress,
        ProgressColumn,
        Task,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    class Rate(ProgressColumn):
        """Articles a second, over the whole run."""

        def render(self, task: Task) -> Text:
            """The rate, once there is one."""
            seconds = task.finished_time or task.elapsed
            return Text(f"{task.fields['articles'] / seconds:,.0f}/s" if seconds else "")

    return Progress(
        TextColumn("{task.fields[articles]:,} articles"),
        BarColumn(),
        Rate(),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
    )
