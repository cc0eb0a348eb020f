"""Pages printed to PDF and turned to text: what stands at their tops and feet is none of the article's."""

from __future__ import annotations

import pytest

import newsparse
from newsparse import Article, Role
from newsparse.parser import cut
from newsparse.split import split
from newsparse.splitting.breaks import apart
from tests.invariants import check_text

HEAD = "03.05.24, 16:20                Council rejects second bridge – Harbour Courier"
FOOT = "https://www.harbourcourier.example/2024/05/bridge                        "
TEXT = f"""\
{HEAD}

Council rejects second bridge
By Rachel Osgood

The town council of Wendhaven has voted nine to four against a second bridge
over the river, ending a debate that has lasted for more than a decade and has
split the parties as no other question.

"There is no money for it, and there will be none," the mayor, Peter Hollis,
said after the vote on Thursday night. Supporters had gathered about 3,000

{FOOT}1/2
\x0c{HEAD}

signatures for the plan, most of them from commuters who cross the old bridge
each morning.

The council will now look into a ferry for cyclists and walkers. It could run
from next summer, at a cost of 200,000 pounds a year.

{FOOT}2/2
"""
SEEN = ["Nothing", "The old bridge", "A ferry of the northern line", "The mayor"]


def texts_of(article: Article, role: Role) -> list[str]:
    return [block.text for block in article.blocks if block.role is role]


def test_tops_and_feet_are_boilerplate_and_a_sentence_goes_on_to_the_next_page() -> None:
    article = check_text(TEXT)
    assert article.headline == "Council rejects second bridge"
    assert article.authors == ("Rachel Osgood",)
    (section,) = article.sections
    assert section.paragraphs[-2].endswith(
        "had gathered about 3,000 signatures for the plan, most of them from commuters who cross the old bridge "
        "each morning."
    )
    assert [text[-3:] for text in texts_of(article, Role.BOILERPLATE)] == ["ier", "1/2", "ier", "2/2"]
    assert "Courier" not in article.text


def test_without_form_feeds_the_count_of_pages_tells() -> None:
    assert check_text(TEXT.replace("\x0c", "")).text == newsparse.parse(TEXT).text


def test_form_feeds_tell_without_a_count() -> None:
    text = TEXT.replace("1/2", "").replace("2/2", "").replace("03.05.24, 16:20  ", "")
    assert check_text(text).text == newsparse.parse(TEXT).text


def test_a_single_page_is_known_by_its_address() -> None:
    page = TEXT.partition("\x0c")[0].replace("1/2", "1/1")
    _, breaks = apart(split(page))
    assert [block.text[-3:] for block in breaks] == ["ier", "1/1"]


@pytest.mark.parametrize("label", ["Image {} of 3", "{}/3", "Photo {}/3"])
def test_a_gallery_is_no_print(label: str) -> None:
    lines = [line for n in (1, 2, 3) for line in (label.format(n), f"{SEEN[n]} is to be seen from the quay.")]
    _, breaks = apart(split("\n\n".join(lines)))
    assert breaks == []


@pytest.mark.parametrize("label", ["Page {} of 3", "Seite {} von 3", "Der Hafenbote, 3. Mai 2024 – {}/3"])
def test_pages_may_be_counted_in_words(label: str) -> None:
    lines = [line for n in (1, 2, 3) for line in (f"{SEEN[n]} is to be seen from the quay. " * 12, label.format(n))]
    _, breaks = apart(split("\n\n".join(lines)))
    assert [block.text for block in breaks] == [label.format(n) for n in (1, 2, 3)]


def test_an_advertisement_within_a_sentence_does_not_part_the_paragraph() -> None:
    sentence = "The new bridge over the harbour was opened on Friday, and many came to walk across it in the sun."
    upper, lower = "Those who had waited longest were the people of the eastern quarter,", "who had a ferry until then."
    article = newsparse.parse(
        f"A bridge opens\n\n{sentence}\n\n{sentence[:-1]} and rain.\n\n{upper}\n\n* * *\n\n{lower}\n\n{sentence}"
    )
    assert f"{upper} {lower}" in article.sections[0].paragraphs


def test_a_page_may_end_above_a_word_with_a_capital() -> None:
    pages = [
        "Council rejects second bridge\n\nThe town council of Marlow has voted nine to four against a second bridge over the"
        " river, ending a debate of six years.\n\nThe plan had been drawn up by a commission that was led by the former mayor",
        "Rachel Osgood of the ferry company. She called the vote a shame.\n\nThe old bridge will be closed for repairs in"
        " the spring, the council said, and the ferry will run at night.",
    ]
    top, foot = "03.05.24, 16:20   The Marlow Courier", "https://example.org/news/1   {}/2"
    article = check_text("\x0c".join(f"{top}\n\n{page}\n\n{foot.format(n)}" for n, page in enumerate(pages, 1)))
    paragraphs = [paragraph for section in article.sections for paragraph in section.paragraphs]
    assert (
        "The plan had been drawn up by a commission that was led by the former mayor Rachel Osgood of the ferry company."
        " She called the vote a shame."
    ) in paragraphs


def test_counted_credits_of_pictures_are_no_feet_of_pages() -> None:
    times = ("dawn", "noon", "night")
    pictures = [f"The bridge at {time}.\nPhoto: Jane Doe/Wire {number}/3" for number, time in enumerate(times, 1)]
    above = "The council said on Tuesday that the work on the bridge would begin in May, and that it stays open. " * 4
    article = newsparse.parse("\n\n".join(["Photos of the bridge", above, *pictures, above]))
    assert not any("Photo" in line for line in article.boilerplate)


def test_a_picture_without_text_is_no_end_of_a_page() -> None:
    title = "Council of Marlow rejects the second bridge over the river"
    text = "The town council has voted nine to four against a second bridge, ending a debate of six years on Thursday."
    title_block, *_ = cut(f"# {title}\n\n![](/bridge.jpg)\n\n{text}\n\n**{text}**")[0]
    assert title_block.text == title
    assert title_block.final == "r"
