"""Markdown in the forms of single converters: lines that end behind each link, and pandoc's divisions and attributes."""

from __future__ import annotations

import pytest

import newsparse
from newsparse.split import split


def texts(source: str) -> list[str]:
    return [block.text for block in split(source) if block.marker != "~"]


def test_a_sentence_goes_on_below_a_link_that_ends_the_line() -> None:
    source = (
        "# Ferry returns\n\n[Ferries](/f)\n[Piers](/p)\n\nThe ferry will run again, [The Daily Mast](https://mast.example/1)\n"
        ' has written. The harbour office, [PortCo](/portco "PortCo")\n, had closed [the pier](/pier)\n whose [beams](/b)\n'
        " _were rotten_, says its [head](/head)\n's deputy.\n\n[Tickets](/t)\nAre sold in the harbour.\n\n港湾局は[記者](/k)\nに語った。"
    )
    assert texts(source)[1:] == [
        "Ferries",
        "Piers",
        "The ferry will run again, The Daily Mast has written. The harbour office, PortCo, had closed the pier whose beams"
        " were rotten, says its head's deputy.",
        "Tickets",
        "Are sold in the harbour.",
        "港湾局は記者に語った。",
    ]


@pytest.mark.parametrize(
    "lines",
    ["[Home](/)\n![The pier](p.jpg)", "[Home](/)\n:   Ferries", "[Home](/)\n- Ferries", "[Home](/)\n[Ferries](/f)"],
)
def test_what_is_no_sentence_stays_below_a_link(lines: str) -> None:
    source = f"The [ferry](/f)\n, the [pier](/p)\n.\n\n{lines}\n"
    assert [block.text for block in split(source)][:2] == ["The ferry, the pier.", "Home"]


PANDOC = """\
:::::: {#page .layout theme="{\\"dark\\": 1}"}
::::: nav-bar
-   [Home](https://mast.example/){.nav-link
    target="_self"}
-   [Ferries](/f){.nav-link}
:::::

::: {.article-head component="head"
testid="head"}
# Ferry to the islands runs again after two years {#ferry-to-the-islands .title style="--size: 2"}
[By Jane Doe]{.byline} [3 May 2024]{.date}
:::

::: {.text}
The ferry to the outer islands will run again from Monday \\-- as the
[council of the harbour
town](https://mast.example/council){.link-1 .link-2 target="_blank"
rel="noopener"} has said -- and [the\u00a0pier]{style="font-weight: 400;"}
--- which had been closed for two years --- is open to everybody.[]{#more-1}
:::

::: {.text}
The pier had been closed since the
12. May, when a beam broke under a lorry that brought
fish to the market, \\"and nobody was hurt\\", says the office.
:::

## What the crossing costs {#what-it-costs .sub}

<figure class="picture">
<img src="https://mast.example/ferry.jpg" loading="lazy"
alt="The ferry" />
<figcaption>The ferry at the pier of the island, two years after it was
closed.</figcaption>
</figure>

::: {.text}
A crossing costs four crowns, and those who live on the islands pay half
of it, as they did before.\\
Children pay nothing at all.

> Dogs that are carried do not pay, nor do cats, says the office of the
> harbour.
:::
::::::
"""


def test_paragraphs_in_divisions_are_whole_and_without_attributes() -> None:
    assert texts(PANDOC) == [
        "Home",
        "Ferries",
        "Ferry to the islands runs again after two years",
        "By Jane Doe 3 May 2024",
        "The ferry to the outer islands will run again from Monday -- as the council of the harbour town has said – and the"
        " pier — which had been closed for two years — is open to everybody.",
        'The pier had been closed since the 12. May, when a beam broke under a lorry that brought fish to the market, "and nobody was'
        ' hurt", says the office.',
        "What the crossing costs",
        "The ferry at the pier of the island, two years after it was closed.",
        "A crossing costs four crowns, and those who live on the islands pay half of it, as they did before.",
        "Children pay nothing at all.",
        "Dogs that are carried do not pay, nor do cats, says the office of the harbour.",
    ]


def test_every_line_of_divisions_is_in_one_block() -> None:
    place = 0
    for block in split(PANDOC):
        assert not PANDOC[place : block.start].strip() and block.start < block.end
        place = block.end
    assert not PANDOC[place:].strip()


def test_an_article_in_divisions_is_read() -> None:
    article = newsparse.parse(PANDOC)
    assert article.headline == "Ferry to the islands runs again after two years"
    assert article.authors == ("Jane Doe",)
    assert article.published is not None and article.published.day == 3
    assert [section.header for section in article.sections][-1] == "What the crossing costs"


@pytest.mark.parametrize("fence", ["::: News :::", "::::", ":::tip", ":::: {"])
def test_colons_alone_are_no_divisions(fence: str) -> None:
    source = f"# Ferry returns\n\n{fence}\nThe ferry runs again.\nThe pier is open.\n"
    assert texts(source)[-2:] == ["The ferry runs again.", "The pier is open."]


@pytest.mark.parametrize(
    "line", ["The pier [of the town] {sic} is open", "The set {a, b} and [c]{d}", "[c]{d} is open"]
)
def test_braces_of_a_text_stay(line: str) -> None:
    assert texts(f"# Ferry returns\n\n{line}\n")[-1] == line
