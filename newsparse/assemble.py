"""The last step: names, dates, credits and sections are read out of the labelled blocks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from newsparse.article import Article, BulletList, Paragraph, Role, Section
from newsparse.block import SET_REASONS, SET_ROLE, Block, Reasons
from newsparse.bylines.datelines import plain_place
from newsparse.captions.captions import read_captions
from newsparse.page import Page
from newsparse.publishers import Publisher
from newsparse.survey.page_title import without_site
from newsparse.weights import ROLES


def assemble(
    page: Page,
    roles: Sequence[Role],
    evidence: Sequence[Reasons],
    publisher: Publisher | None,
    reference_time: datetime | None,
) -> Article:
    """The article of a page whose blocks have their roles; times such as "2 hours ago" count from `reference_time`."""
    # here, so that `import newsparse` does not wait for their patterns
    from newsparse.bylines.bylines import read_bylines
    from newsparse.bylines.sign_offs import without_sign_offs

    blocks = tuple(page.blocks)
    by_role: dict[Role, list[Block]] = {role: [] for role in ROLES}
    set_role, set_reasons = SET_ROLE, SET_REASONS
    for block, role, found in zip(blocks, roles, evidence, strict=True):
        set_role(block, role)  # a call of `settle` takes as long as both
        set_reasons(block, found)
        by_role[role].append(block)
    those = by_role.__getitem__

    headline = next((block.text for block in those(Role.HEADLINE)), None)
    if headline and blocks[0].role is Role.HEADLINE:
        headline = without_site(headline, those(Role.BOILERPLATE))
    kickers = (block.text.rstrip(" :|") for block in reversed(those(Role.KICKER)))
    kicker = next(filter(None, kickers), None)
    if publisher is not None and publisher.kicker_before_colon and headline and ":" in headline:
        kicker = headline.partition(":")[0].strip() or kicker
    lead = " ".join([block.text for block in those(Role.LEAD)]) or None
    paragraphs = those(PARAGRAPH)
    bylines = read_bylines(page, blocks, paragraphs, those(Role.SIGNATURE), publisher, reference_time)
    captions = without_sign_offs(those(Role.CAPTION), bylines.sign_offs, blocks, paragraphs)
    opening = paragraphs[0].index if paragraphs else len(blocks)
    dateline = bylines.dateline
    place = dateline.place if dateline else plain_place([block.text for block in paragraphs], page.cues)
    return Article(
        headline=headline,
        kicker=kicker,
        lead=lead,
        authors=bylines.authors,
        agencies=bylines.agencies,
        published=bylines.published,
        modified=bylines.modified,
        dateline=place,
        bullets=tuple([block.text for block in those(BULLET) if block.index < opening]),
        sections=read_sections(blocks, opening),
        captions=read_captions(page, captions, publisher),
        related=tuple([block.text for block in those(Role.RELATED)]),
        boilerplate=tuple([block.text for block in those(Role.BOILERPLATE)]),
        signature=bylines.signature,
        publisher=publisher.name if publisher else None,
        language=page.language.code if page.language else None,
        blocks=blocks,
    )


BULLET, PARAGRAPH, SECTION_HEADER = Role.BULLET, Role.PARAGRAPH, Role.SECTION_HEADER
"""A member of an enumeration takes eight times as long to look up as these, and every block of a page is asked."""


def read_sections(blocks: Sequence[Block], opening: int) -> tuple[Section, ...]:
    """The body: a section for each header, and one without for what stands above the first."""
    sections: list[Section] = []
    header: str | None = None
    content: list[Paragraph | BulletList] = []
    items: list[str] = []

    def close_list() -> None:
        if items:
            content.append(BulletList(tuple(items)))
            items.clear()

    for block in blocks:
        role = block.role
        if role is BULLET and block.index > opening:
            items.append(block.text)
        elif role is PARAGRAPH:
            close_list()
            content.append(Paragraph(block.text))
        elif role is SECTION_HEADER:
            close_list()
            if header is not None or content:
                sections.append(Section(header, tuple(content)))
            header, content = block.text, []
    close_list()
    if header is not None or content:
        sections.append(Section(header, tuple(content)))
    return tuple(sections)
