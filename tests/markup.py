"""What an HTML parser sees in a page: for tests of what was written."""

from __future__ import annotations

from html.parser import HTMLParser


class Seen(HTMLParser):
    """Every element with its attributes, and the text inside `.text` and `.gap`, which is the page's source."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.raw: dict[str, str] = {}
        """What stands in `script` and `style`."""
        self.source = ""
        self._inside: list[bool] = []
        self._raw: str | None = None
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._raw = tag if tag in ("script", "style") else None
        if tag == "span":
            self._inside.append(dict(attrs).get("class") in ("text", "gap"))

    def handle_endtag(self, tag: str) -> None:
        self._raw = None
        if tag == "span":
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        if self._raw:
            self.raw[self._raw] = self.raw.get(self._raw, "") + data
        elif self._inside and self._inside[-1]:
            self.source += data

    @property
    def tags(self) -> set[str]:
        """The names of all elements."""
        return {tag for tag, _ in self.elements}
