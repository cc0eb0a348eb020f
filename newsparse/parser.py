"""The parser: the steps in order, configured once and used for any number of pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache

from newsparse.article import Article, Evidence, Role
from newsparse.assemble import assemble
from newsparse.block import Block
from newsparse.cues import cues_of
from newsparse.languages import LANGUAGES, Language, Languages
from newsparse.languages.detect import detect
from newsparse.outline import STATES, Outline
from newsparse.page import Page
from newsparse.publishers import Publisher, Publishers
from newsparse.rejoin import with_breaks
from newsparse.rules import Rule, default_rules
from newsparse.split import split
from newsparse.splitting.breaks import apart
from newsparse.splitting.capitals import without_stops_of_titles
from newsparse.splitting.halves import find_upper_halves
from newsparse.splitting.handed_on import marked
from newsparse.splitting.literals import as_strings
from newsparse.splitting.misread import as_meant
from newsparse.splitting.numbered import unnumbered
from newsparse.splitting.quoted import unquoted
from newsparse.splitting.releases import around_release
from newsparse.splitting.signed_prose import find_signed
from newsparse.splitting.tokens import untokenised
from newsparse.splitting.wires import for_editors
from newsparse.weights import Finding, Weights, default_weights


class Parser:
    """A chain of rules, languages and publishers that turns texts into articles.

    `rules` replaces the default rules (extend them with `[*default_rules(), MyRule()]`); `languages`
    and `publishers` add to those that come with newsparse and with installed packages; `weights` takes
    the place of `weights.toml` in choosing the headline and decoding the outline. A parser never changes
    once made: threads may share one.
    """

    def __init__(
        self,
        rules: Iterable[Rule] | None = None,
        languages: Iterable[Language] = (),
        publishers: Iterable[Publisher] = (),
        *,
        weights: Weights | None = None,
    ) -> None:
        self.rules: tuple[Rule, ...] = default_rules() if rules is None else tuple(rules)
        for rule in self.rules:
            if not isinstance(rule, Rule):
                raise TypeError(f"rules must be instances of newsparse.Rule, got {rule!r}")
            if not isinstance(getattr(rule, "role", None), Role):
                raise TypeError(f"{type(rule).__name__}.role must be a newsparse.Role")
        extra = tuple(languages)
        self.languages: Languages = Languages(extra) if extra else LANGUAGES
        self.publishers = Publishers(publishers)
        self._weights = weights or default_weights()
        self._outline = Outline(self._weights)

    def parse(
        self,
        text: str,
        *,
        language: str | None = None,
        publisher: str | None = None,
        reference_time: datetime | None = None,
    ) -> Article:
        """The article that the plain text of a news page holds; marks of Markdown and tags of HTML in it are hints.

        `language` (ISO 639-1) and `publisher` (a profile's name) are found out where they are not given.
        `reference_time` is when the page was fetched: with it, and only then, a page without a whole date is
        read for times that count from now ("2 hours ago", "yesterday, 18:50"); they take over its zone.
        Raises `TypeError` for anything but `str`, `ValueError` for an unknown language or publisher;
        no string makes it raise.
        """
        if not isinstance(text, str):
            raise TypeError(f"text must be str, got {type(text).__name__}{how_to_make_text(text)}")
        if reference_time is not None and not isinstance(reference_time, datetime):
            raise TypeError(f"reference_time must be a datetime, got {reference_time!r}")
        spoken = self.languages.named(language) if language is not None else None
        profile = self.publishers.named(publisher) if publisher is not None else None
        if meant := as_strings(text) or as_meant(text) or unquoted(text) or unnumbered(text) or untokenised(text):
            article = self.parse(meant.text, language=language, publisher=publisher, reference_time=reference_time)
            if article.blocks:  # none where nothing but line ends and the like was meant
                return meant.locate(article)
        blocks, breaks, spoken = cut(text, spoken, self.languages)
        if not blocks:
            return with_breaks(Article(language=language, publisher=publisher), breaks)
        if profile is None:
            profile = self.publishers.recognise(blocks)
        page = Page(text, blocks, spoken, self._weights)
        findings = self.judge(page, profile)
        below = [
            far_below(block, page) if block.words >= FEWEST_OF_TITLE else FAR
            for block in page.blocks[page.window.stop :]
        ]
        page.forget()
        near = self.decide(page, findings)
        roles = [Role.BOILERPLATE] * page.window.start + near + [reasons[0].role for reasons in below]
        article = assemble(page, roles, [*[FAR] * page.window.start, *findings, *below], profile, reference_time)
        page.forget()  # captions have asked for credits again
        return with_breaks(article, breaks) if breaks else article

    def judge(self, page: Page, publisher: Publisher | None = None) -> list[list[Finding]]:
        """What the rules find in each block of the page's window, in the order of the rules."""
        rules = self.rules if publisher is None else (*self.rules, *publisher.all_rules)
        found: list[list[Finding]] = [[] for _ in page.near]
        # rule by rule, not block by block: the interpreter's caches then hold, which takes a third off the time
        last_topical = max((n for n, rule in enumerate(rules) if rule.topical), default=-1)
        for number, rule in enumerate(rules):
            rule.find(page, found)
            if number == last_topical:
                page.topic.forget()
        return found

    def decide(self, page: Page, findings: Sequence[Sequence[Finding]]) -> list[Role]:
        """The role of each block of the page's window, decided for the whole page together."""
        has_body = page.body_end > 0
        ended = page.ending.is_above[page.window.start : page.window.stop] if page.end >= 0 else ()
        states = self._outline.decode(map(sum_up, findings), ended, has_body=has_body)
        return [STATES[state][1] for state in states]


def cut(
    text: str, language: Language | None = None, languages: Languages = LANGUAGES
) -> tuple[Sequence[Block], list[Block], Language | None]:
    """The blocks of a text without the breaks, the breaks, and the language: found out where it is not given."""
    every = split(text)
    language = language or detect(prose_of(every), languages)
    cues = cues_of(language)
    marks = marked(every)
    blocks, breaks = apart(every, cues.breaks, around_release(every, marks) | for_editors(every, marks))
    find_signed(blocks, cues)
    find_upper_halves(blocks, breaks)
    without_stops_of_titles(blocks)
    return blocks, breaks, language


def how_to_make_text(other: object) -> str:
    """What to do with what is no text: bytes, a path, an open file."""
    if isinstance(other, bytes | bytearray):
        return "; decode it first: text.decode('utf-8')"
    ways = [way for way in ("read_text", "read") if hasattr(other, way)]
    return f"; read it first: text.{ways[0]}()" if ways else ""


WORDS_THAT_TELL, CHARACTERS_THAT_TELL = 12, 4000
"""Words of a line that tells a page's language, and characters of such lines that are enough."""
MOST_LINES = 200
"""Lines that are looked at where none is a sentence."""
FAR = (Evidence("Window", Role.BOILERPLATE, 1.0, "far from the page's prose"),)
"""Why a block outside the page's window is boilerplate."""
LISTED = (Evidence("Window", Role.RELATED, 1.0, "far below the page's prose, under a heading of other articles"),)
CALLED = (Evidence("Window", Role.RELATED, 1.0, "far below the page's prose, opens like a link to another article"),)


def far_below(block: Block, page: Page) -> tuple[Evidence, ...]:
    """Why a block below the page's window, long enough for a title, is a link to another article, or boilerplate."""
    cues = page.cues
    may_open = page.may_open[block.index]
    listed = page.after_tail_heading(block)
    if not listed and not (may_open and cues.related_opening(block)):
        return FAR  # most lines, before their words are looked for
    if cues.boilerplate_whole(block) or (may_open and cues.boilerplate_opening(block)):
        return FAR
    if cues.boilerplate_inside(block.lower, page.topic.find_words(block) if cues.spaced else ()):
        return FAR
    return LISTED if listed else CALLED


FEWEST_OF_TITLE = 4
"""Words that a link to another article has at least; shorter lines there are menus."""


def sum_up(findings: Iterable[Finding]) -> int:
    """The sum of what was found for each role (millionths of a nat), packed into one number."""
    return sum([found.worth for found in findings])


def prose_of(blocks: Iterable[Block]) -> str:
    """The longer lines of a page that end as sentences do, as those of its menus may be in another language; where it
    has none, its longer lines, and where it has none of these, all: what tells its language."""
    sentences: list[str] = []
    longer: list[str] = []
    size = 0
    for block in blocks:
        if block.words >= WORDS_THAT_TELL:
            text = block.text[:3000]
            if block.ends_with_stop:
                sentences.append(text)
                size += len(text)
                if size > CHARACTERS_THAT_TELL:
                    break
            elif len(longer) < MOST_LINES:
                longer.append(text)
    return "\n".join(sentences or longer or [block.text[:300] for block in list(blocks)[:MOST_LINES]])


@cache
def default_parser() -> Parser:
    """The parser behind `parse()`."""
    return Parser()


def parse(
    text: str,
    *,
    language: str | None = None,
    publisher: str | None = None,
    rules: Iterable[Rule] | None = None,
    reference_time: datetime | None = None,
) -> Article:
    """The article that the plain text of a news page holds; see `Parser.parse`.

    >>> import newsparse
    >>> newsparse.parse("").headline is None
    True
    """
    parser = default_parser() if rules is None else Parser(rules)
    return parser.parse(text, language=language, publisher=publisher, reference_time=reference_time)
