"""Article cases: a text and what should become of it, in one file. `newsparse case new FILE` makes one of a page."""

from newsparse.cli.case import Case, read_case

__all__ = ["Case", "read_case"]
