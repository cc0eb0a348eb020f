"""A step for pipelines of datatrove, the engine that web-scale text corpora are made with (extra `datatrove`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from newsparse.parser import Parser, default_parser

try:
    from datatrove.data import Document
    from datatrove.pipeline.base import PipelineStep
except ModuleNotFoundError:
    from newsparse.extras import install

    raise ModuleNotFoundError(f"newsparse.datatrove needs datatrove: {install('datatrove')}") from None

MAX_CHARACTERS = 10_000_000


class NewsparseExtractor(PipelineStep):  # type: ignore[misc, unused-ignore]  # datatrove has no types where it is missing
    """Turns the plain text of each document, a news page, into its article.

    The document's text becomes `Article.text`: lead, section headers and paragraphs. `metadata["article"]` is the
    whole article as `Article.to_dict` gives it; its `blocks`, which hold every line of the page with its place, its
    role and the reasons, only with `blocks=True`. `language` (ISO 639-1) and `publisher` hold for every document;
    `parser` takes the place of the default one.

    Every document goes on. One that cannot be parsed (longer than `max_characters` code points, say) keeps its text
    and has `metadata["error"]`; a page without an article has an empty text. Statistics count `parsed`, `no_text`
    and `error`. Raises `ValueError` for an unknown language or publisher, before any document is read.
    """

    type = "🛢 - EXTRAC"
    name = "📰 newsparse"

    def __init__(
        self,
        language: str | None = None,
        publisher: str | None = None,
        *,
        blocks: bool = False,
        parser: Parser | None = None,
        max_characters: int = MAX_CHARACTERS,
    ) -> None:
        super().__init__()
        (parser or default_parser()).parse("", language=language, publisher=publisher)
        self.language, self.publisher, self.parser = language, publisher, parser
        self.blocks, self.max_characters = blocks, max_characters

    def run(self, data: Iterable[Document], rank: int = 0, world_size: int = 1) -> Iterator[Document]:
        """The documents with their articles; `rank` and `world_size` make no difference to this step."""
        parser = self.parser or default_parser()
        for document in data:
            self.stat_update("total")
            with self.track_time():
                self.extract(document, parser)
            if isinstance(document.text, str):  # a reader may leave it null, which the statistics do not bear
                self.update_doc_stats(document)
            yield document

    def extract(self, document: Document, parser: Parser) -> None:
        """Parse one document in place."""
        try:
            if isinstance(document.text, str) and len(document.text) > self.max_characters:
                raise ValueError(f"{len(document.text)} characters, more than the limit of {self.max_characters}")
            article = parser.parse(document.text, language=self.language, publisher=self.publisher)
        except Exception as error:  # a rule of the user's, or memory: one document must not cost the others
            document.metadata["error"] = f"{type(error).__name__}: {error}"
            self.stat_update("error")
            return
        data = article.to_dict() if self.blocks else attrs.evolve(article, blocks=()).to_dict()
        if not self.blocks:
            del data["blocks"]
        document.text, document.metadata["article"] = article.text, data
        self.stat_update("parsed" if article.text else "no_text")
