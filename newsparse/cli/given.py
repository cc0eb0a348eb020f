"""What is known of the pages before they are parsed: language, publisher, when they were fetched."""

from __future__ import annotations

import contextlib
from datetime import date, datetime

import attrs

from newsparse.cli.problems import UsageError
from newsparse.languages import LANGUAGES
from newsparse.publishers import Publishers


@attrs.frozen
class Given:
    """What the user says of the pages; None where it is to be found out."""

    language: str | None = None
    publisher: str | None = None
    reference_time: datetime | None = None

    @classmethod
    def checked(cls, language: str | None, publisher: str | None, reference_time: str | None = None) -> Given:
        """What the options say; raises `UsageError` for what is not known or is no time."""
        try:
            if language is not None:
                LANGUAGES.named(language)
            if publisher is not None:
                Publishers().named(publisher)
        except ValueError as error:
            raise UsageError(str(error)) from None
        return cls(language, publisher, time(reference_time) if reference_time is not None else None)


def time(written: str) -> datetime:
    """When pages were fetched."""
    with contextlib.suppress(ValueError):
        date.fromisoformat(written)
        raise UsageError(f"--reference-time needs the time of day, too: {written}T10:21, +01:00 behind it for the zone")
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        raise UsageError(
            f"--reference-time must be a time in ISO 8601, such as 2024-05-03T10:21+01:00, got {written!r}"
        ) from None
