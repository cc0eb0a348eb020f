"""An article as schema.org's `NewsArticle`, in JSON-LD."""

from __future__ import annotations

import json
from typing import Any

from newsparse.article import Article, Caption
from newsparse.formats.readable import date_for_machines, readable

IN_SCRIPT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})
"""With these escaped, no string can end a `<script>` element or open a comment in it (HTML standard, "Restrictions for
contents of script elements")."""


def to_json_ld(article: Article) -> str:
    """The article as a schema.org `NewsArticle`, safe inside `<script type="application/ld+json">`.

    Only properties that have a value. Agencies stand among the authors, as `Organization`: a byline names both as
    those who wrote it. The lead is `description`, the key points are `abstract`, the kicker `alternativeHeadline`,
    `Article.text` is `articleBody`. `articleSection` is left out, since it means a department of the paper
    ("Sports"), which a text does not say; so is what is not the article (`related`, `boilerplate`).
    """
    article = readable(article)
    people = [{"@type": "Person", "name": name} for name in article.authors]
    agencies = [{"@type": "Organization", "name": name} for name in article.agencies]
    properties: dict[str, Any] = {
        "headline": article.headline,
        "alternativeHeadline": article.kicker,
        "description": article.lead,
        "abstract": "\n".join(article.bullets),
        "author": people + agencies,
        "datePublished": date_for_machines(article.published) if article.published else None,
        "dateModified": date_for_machines(article.modified) if article.modified else None,
        "dateline": article.dateline,
        "articleBody": article.text,
        "associatedMedia": [image(caption) for caption in article.captions],
        "inLanguage": article.language,
        "publisher": {"@type": "NewsMediaOrganization", "name": article.publisher} if article.publisher else None,
    }
    data = {"@context": "https://schema.org", "@type": "NewsArticle"}
    data |= {name: value for name, value in properties.items() if value}
    return json.dumps(data, ensure_ascii=False, indent=2).translate(IN_SCRIPT)


def image(caption: Caption) -> dict[str, str]:
    """A caption, as the picture that it belongs to."""
    credit = {"creditText": caption.credit} if caption.credit else {}
    return {"@type": "ImageObject", "caption": caption.text, **credit}
