"""The parser: the steps in order, configured once and used for any number of pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from newsparse.article import Article, Role
from newsparse.assemble import assemble
from newsparse.block import Block
from newsparse.checks import check_text, instances, shown
from newsparse.cues import cues_of
from newsparse.languages import LANGUAGES, Language, Languages
from newsparse.languages.detect import detect
from newsparse.outline import STATES, Outline
from newsparse.page import Page
from newsparse.publishers import Publisher, Publishers
from newsparse.rejoin import with_breaks
from newsparse.rules import Rule, default_rules
from newsparse.rules.base import usable
from newsparse.rules.window import FAR, far_below
from newsparse.split import split
from newsparse.splitting.breaks import apart
from newsparse.splitting.capitals import without_stops_of_titles
from newsparse.splitting.forms import meant_by
from newsparse.splitting.halves import find_upper_halves
from newsparse.splitting.handed_on import marked
from newsparse.splitting.releases import around_release
from newsparse.splitting.signed_prose import find_signed
from newsparse.splitting.wires import for_editors
from newsparse.weights import Finding, Weights, default_weights

if TYPE_CHECKING:
    from newsparse.explanation import Explanation


class Parser:
    """A chain of rules, languages and publishers that turns texts into articles.

    `rules` replaces the default rules (extend them with `[*DEFAULT_RULES, MyRule()]`); `languages` and
    `publishers` add to those that come with newsparse and with installed packages, or take the place of those
    of the same code or name; `weights` takes the place of `weights.toml` in choosing the headline and decoding
    the outline. A parser never changes once made: threads may share one, and it can be pickled for other processes
    if its rules and publishers can. Raises `TypeError` for what is none of these, `ValueError` for a profile that
    cannot be used.
    """

    def __init__(
        self,
        rules: Iterable[Rule] | None = None,
        languages: Iterable[Language] = (),
        publishers: Iterable[Publisher] = (),
        *,
        weights: Weights | None = None,
    ) -> None:
        self.rules: tuple[Rule, ...] = default_rules() if rules is None else usable(rules, "rules")
        given = instances(languages, Language, "languages")
        self.languages: Languages = Languages(given) if given else LANGUAGES
        self.publishers = Publishers(publishers)
        if not isinstance(weights, Weights | None):
            raise TypeError(f"weights must be newsparse.weights.Weights, got {shown(weights)}")
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
        check_text(text, "text")
        if reference_time is not None and not isinstance(reference_time, datetime):
            raise TypeError(f"reference_time must be a datetime, got {reference_time!r}")
        spoken = self.languages.named(language) if language is not None else None
        profile = self.publishers.named(publisher) if publisher is not None else None
        if meant := meant_by(text):
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
        below = far_below(page)
        page.forget()
        near = self.decide(page, findings)
        roles = [Role.BOILERPLATE] * page.window.start + near + [reasons[0].role for reasons in below]
        article = assemble(page, roles, [*[FAR] * page.window.start, *findings, *below], profile, reference_time)
        page.forget()  # captions have asked for credits again
        return with_breaks(article, breaks) if breaks else article

    def explain(
        self,
        text: str,
        *,
        language: str | None = None,
        publisher: str | None = None,
        reference_time: datetime | None = None,
    ) -> Explanation:
        """Each line of a page with its role, its runner-up and the reasons; takes and raises what `parse` does."""
        from newsparse.explanation import explain_article

        article = self.parse(text, language=language, publisher=publisher, reference_time=reference_time)
        return explain_article(article)

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


def sum_up(findings: Iterable[Finding]) -> int:
    """The sum of what was found for each role (millionths of a nat), packed into one number."""
    return sum([found.worth for found in findings])


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


WORDS_THAT_TELL, CHARACTERS_THAT_TELL = 12, 4000
"""Words of a line that tells a page's language, and characters of such lines that are enough."""
MOST_LINES = 200
"""Lines that are looked at where none is a sentence."""
READ, READ_OF_SHORT = 3000, 300
"""Characters of such a line that are looked at; and of each where all are short."""


def prose_of(blocks: Iterable[Block]) -> str:
    """The longer lines of a page that end as sentences do, as those of its menus may be in another language; where it
    has none, its longer lines, and where it has none of these, all: what tells its language."""
    sentences: list[str] = []
    longer: list[str] = []
    size = 0
    for block in blocks:
        if block.words >= WORDS_THAT_TELL:
            text = block.text[:READ]
            if block.ends_with_stop:
                sentences.append(text)
                size += len(text)
                if size > CHARACTERS_THAT_TELL:
                    break
            elif len(longer) < MOST_LINES:
                longer.append(text)
    return "\n".join(sentences or longer or [block.text[:READ_OF_SHORT] for block in list(blocks)[:MOST_LINES]])


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
