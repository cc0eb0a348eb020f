"""Text whose line ends a program has doubled."""

from __future__ import annotations

import textwrap

import pytest

from newsparse import parse
from newsparse.split import split
from newsparse.splitting.doubled import are_doubled
from newsparse.splitting.lines import find_lines
from tests.invariants import check_text
from tests.test_quoted import ARTICLE


@pytest.mark.parametrize("end", ["\n\n", "\r\r\n", "\r\n\r\n"])
@pytest.mark.parametrize("width", [60, 72, 1000])
def test_doubled_line_ends_are_read_as_single_ones(width: int, end: str) -> None:
    text = "\n\n".join(textwrap.fill(part, width) for part in ARTICLE) + "\n"
    article = check_text(text.replace("\n", end))
    assert [block.text for block in article.blocks] == [block.text for block in parse(text).blocks] == list(ARTICLE)
    assert [block.gap for block in split(text.replace("\n", end))] == [block.gap for block in split(text)]
    assert article.sections[-1].header == ARTICLE[2]


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(ARTICLE),
        "\n".join(ARTICLE),
        "\n\n\n".join(ARTICLE),
        "\n\n\n\n".join(ARTICLE[:2]) + "\n\n" + "\n\n".join(ARTICLE * 3),
        "",
    ],
)
def test_other_texts_have_the_blank_lines_that_they_have(text: str) -> None:
    assert not are_doubled(find_lines(text))
