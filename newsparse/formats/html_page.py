"""An article as one self-contained page of semantic HTML."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from newsparse.article import Article, BulletList, Section
from newsparse.formats.readable import UPDATED, date_for_machines, date_for_reading, kicker_above, readable

RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})
"""Languages written from right to left (Unicode CLDR, `characterOrder`)."""
LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
"""Near enough to BCP 47 to keep what is no language out of the attribute."""
UNTITLED = "newsparse"
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""The page loads and runs nothing, whatever gets into it."""
STYLE = """
:root { color-scheme: light dark; --rule: 1px solid color-mix(in srgb, currentcolor 25%, transparent) }
body { max-width: 40rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; font: 1.125rem/1.6 Georgia, serif;
  overflow-wrap: break-word }
h1, h2 { line-height: 1.2; text-wrap: balance }
h1 { font-size: 2.1rem; margin: 0 0 1rem }
h2 { font-size: 1.3rem; margin: 2rem 0 .5rem }
ul { padding-inline-start: 1.25rem }
figure { margin: 1.5rem 0 0 }
.kicker, .byline, .signature, figcaption { font: .9rem/1.5 system-ui, sans-serif; opacity: .8 }
.kicker { margin: 0 0 .5rem; letter-spacing: .02em }
.lead { font-weight: bold }
.byline { padding-block-end: 1rem; border-block-end: var(--rule) }
aside { margin-block-start: 2.5rem; border-block-start: var(--rule) }
""".strip()


def to_html(article: Article) -> str:
    """The article as a page: `<article>` with its header, sections and captions, no script, no outside resource.

    `lang` and `dir` follow `Article.language`; without one, `dir="auto"` follows the first letters. The order is that
    of `to_markdown`.
    """
    article = readable(article)
    tag = article.language if article.language and LANGUAGE_TAG.fullmatch(article.language) else None
    direction = "auto" if tag is None else "rtl" if tag.lower().partition("-")[0] in RIGHT_TO_LEFT else "ltr"
    language = f' lang="{tag}"' if tag else ""
    title = article.headline or article.kicker or article.lead or article.text.partition("\n")[0] or UNTITLED
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html{language} dir="{direction}">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{in_text(title)}</title>",
            f"<style>\n{STYLE}\n</style>",
            "</head>",
            "<body>",
            "<main>",
            "<article>",
            *header(article),
            *body(article),
            *captions(article),
            "</article>",
            "</main>",
            "</body>",
            "</html>",
        ]
    )


def header(article: Article) -> Iterable[str]:
    """Kicker, headline, lead and byline."""
    inside: list[str] = []
    if kicker := kicker_above(article):
        inside.append(element("p", kicker, "kicker"))
    if article.headline:
        inside.append(element("h1", article.headline))
    if article.lead:
        inside.append(element("p", article.lead, "lead"))
    who = [f"<bdi>{in_text(name)}</bdi>" for name in (*article.authors, *article.agencies)]
    for mark, moment in (("", article.published), (f"{UPDATED} ", article.modified)):
        if moment:
            # digits and hyphens behind Arabic letters would otherwise be shown year last
            machine, shown = date_for_machines(moment), date_for_reading(moment)
            who.append(f'{mark}<time dir="ltr" datetime="{machine}">{shown}</time>')
    if who:
        inside.append(f'<p class="byline">{" · ".join(who)}</p>')
    return ["<header>", *inside, "</header>"] if inside else []


def body(article: Article) -> Iterable[str]:
    """Key points, sections, signature."""
    if article.bullets:
        yield from bullet_list(article.bullets)
    for section in article.sections:
        yield from section_element(section)
    if article.signature:
        yield element("p", article.signature, "signature")


def section_element(section: Section) -> Iterable[str]:
    """A section; what stands above the first header is in none, since a section wants a header."""
    if section.header:
        yield "<section>"
        yield element("h2", section.header)
    for part in section.content:
        if isinstance(part, BulletList):
            yield from bullet_list(part.items)
        else:
            yield element("p", part.text)
    if section.header:
        yield "</section>"


def bullet_list(items: Iterable[str]) -> Iterable[str]:
    """A list."""
    return ["<ul>", *(element("li", item) for item in items), "</ul>"]


def captions(article: Article) -> Iterable[str]:
    """The captions, each the caption of a figure whose picture is not there."""
    if not article.captions:
        return
    yield "<aside>"
    for caption in article.captions:
        credit = f" <small>{in_text(caption.credit)}</small>" if caption.credit else ""
        yield f"<figure><figcaption>{in_text(caption.text)}{credit}</figcaption></figure>"
    yield "</aside>"


def element(name: str, text: str, kind: str = "") -> str:
    """An element that holds a string."""
    attribute = f' class="{kind}"' if kind else ""
    return f"<{name}{attribute}>{in_text(text)}</{name}>"


def in_text(text: str) -> str:
    """A string between tags. Attributes hold none of the article's strings."""
    return html.escape(text, quote=False)
