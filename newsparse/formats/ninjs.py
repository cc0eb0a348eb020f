"""An article as ninjs 3.1, the IPTC's news in JSON."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from newsparse.article import Article, Caption
from newsparse.formats.html_page import body
from newsparse.formats.json_text import to_json
from newsparse.formats.readable import readable

STANDARD = {"name": "ninjs", "version": "3.1", "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"}


def to_ninjs(article: Article, *, uri: str | None = None) -> str:
    """The article as a ninjs 3.1 object.

    `uri` is the one property that ninjs requires, and a page's text does not tell it: give the page's own. Without
    one, a `urn:uuid:` made of the article's content stands there, the same for the same content.

    ninjs dates must name a zone. A date whose page named none is left out rather than moved by hours; give it the
    page's zone first (`attrs.evolve(article, published=article.published.replace(tzinfo=...))`) to have it.
    """
    uri = uri or f"urn:uuid:{uuid5(NAMESPACE_URL, to_json(article, blocks=False))}"
    article = readable(article)
    published, modified = moment(article.published), moment(article.modified)
    properties: dict[str, Any] = {
        "uri": uri,
        "standard": STANDARD,
        "type": "text",
        "language": article.language,
        "firstCreated": published,
        "versionCreated": modified or published,
        "headlines": roles(("main", article.headline), ("kicker", article.kicker)),
        "descriptions": roles(("lead", article.lead), *(("key-point", point) for point in article.bullets)),
        "by": ", ".join((*article.authors, *article.agencies)),
        "infoSources": [
            *({"name": name, "role": "author"} for name in article.authors),
            *({"name": name, "role": "agency"} for name in article.agencies),
            *({"name": name, "role": "publisher"} for name in (article.publisher,) if name),
        ],
        "located": article.dateline,
        "bodies": bodies(article),
        "associations": [picture(caption, number, uri) for number, caption in enumerate(article.captions, 1)],
    }
    return json.dumps({name: value for name, value in properties.items() if value}, ensure_ascii=False, indent=2)


def roles(*pairs: tuple[str, str | None]) -> list[dict[str, str]]:
    """Those of the strings that are there, each with its role."""
    return [{"role": role, "value": value} for role, value in pairs if value]


def bodies(article: Article) -> list[dict[str, Any]]:
    """The body twice: as plain text, and as HTML, which has its headers and lists."""
    found: list[dict[str, Any]] = []
    if article.text:
        found.append({"contentType": "text/plain", "charCount": len(article.text), "value": article.text})
    if html := "\n".join(body(article)):
        found.append({"contentType": "text/html", "value": html})
    return found


def picture(caption: Caption, number: int, uri: str) -> dict[str, Any]:
    """A caption, as the picture that it belongs to."""
    association: dict[str, Any] = {
        "name": f"picture-{number}",
        "uri": f"urn:uuid:{uuid5(NAMESPACE_URL, f'{uri} {number}')}",
        "type": "picture",
        "descriptions": roles(("caption", caption.text)),
    }
    return association | ({"by": caption.credit} if caption.credit else {})


def moment(date: datetime | None) -> str | None:
    """A date as RFC 3339 has it, None where it has no zone."""
    if date is None or (offset := date.utcoffset()) is None:
        return None
    # RFC 3339 has no zones that are off by seconds, as local time before about 1900 was
    return (date.astimezone(UTC) if offset.total_seconds() % 60 else date).isoformat()
