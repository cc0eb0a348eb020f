"""Ways out: an article as plain data, and in the formats of other tools."""

from newsparse.formats.csv_table import CSV_COLUMNS, to_csv, to_csv_row
from newsparse.formats.html_page import to_html
from newsparse.formats.json_ld import to_json_ld
from newsparse.formats.json_text import from_json, json_schema, to_json
from newsparse.formats.markdown import to_markdown
from newsparse.formats.ninjs import to_ninjs
from newsparse.formats.plain_text import to_plain_text

__all__ = [
    "CSV_COLUMNS",
    "from_json",
    "json_schema",
    "to_csv",
    "to_csv_row",
    "to_html",
    "to_json",
    "to_json_ld",
    "to_markdown",
    "to_ninjs",
    "to_plain_text",
]
