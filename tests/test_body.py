"""Where the body is, on pages that have much else."""

from __future__ import annotations

import newsparse
from newsparse.block import Block, measure
from newsparse.survey.prose import PROSE_WORDS, densest_stretch

ARTICLE = """Ferry to the islands runs again after the storm

The ferry to the outer islands left the harbour on Tuesday for the first time since the storm tore away its pier.
{first}
Sixty passengers were on board, most of them islanders who had spent nine days with friends in the town.

The harbour master said the new pier would hold for one winter; a stronger one is to be built in the spring.
{second}
Shops on the islands had run out of milk and flour, and the school had sent the children home for the week."""
SERVICES = "\n\n".join(
    f"{name}\n\n{text}"
    for name, text in (
        (
            "Cookbook",
            "Four hundred recipes of our kitchen, from the soups of the north to the cakes of the coast, sorted by season.",
        ),
        (
            "Museum guide",
            "All exhibitions of the region with their opening hours, prices and the way by bus or on foot.",
        ),
        (
            "House and garden",
            "How to plant a hedge, paint a window and mend a gutter: the advice page of the weekly paper.",
        ),
        (
            "Archive",
            "Every page printed since the founding year, searchable by word and day, for schools and for the curious.",
        ),
        (
            "Lecture evenings",
            "Authors, scientists and mayors speak at the press house, once a month, and answer questions.",
        ),
        (
            "Travel shop",
            "Tours to the lakes and the mountains with guides of the newsroom, bookable until the end of March.",
        ),
        (
            "Puzzles",
            "A new crossword every morning and a larger one on Saturdays, with the solutions on the day after.",
        ),
        (
            "Notices",
            "Births, weddings and deaths of the county, as families have them printed, with a page for condolences.",
        ),
    )
)


def paragraphs(text: str) -> list[str]:
    """The article's running text, the lead with it."""
    article = newsparse.parse(text)
    body = [paragraph for section in article.sections for paragraph in section.paragraphs]
    return [article.lead, *body] if article.lead else body


MENU = "\n\n".join(
    f"{place} {day}" for place in ("Harbour", "Market", "Theatre", "Council") for day in ("today", "week")
)


def test_a_list_of_services_far_below_a_short_article_is_not_its_body() -> None:
    article = ARTICLE.format(first="", second="")
    found = paragraphs("\n\n".join((article, MENU, "Share this page", MENU.lower(), "Our other offers", SERVICES)))
    assert [line[:9] for line in found] == ["The ferry", "Sixty pas", "The harbo", "Shops on "]


def test_short_sentences_between_paragraphs_do_not_end_the_body() -> None:
    first = "\n\nNobody had told them.\n\nThey waited in the rain.\n\nNo boat came that day.\n"
    second = "\n\nIt will cost two millions.\n\nThe state pays half of it.\n\nThe rest comes from tolls.\n"
    found = paragraphs(ARTICLE.format(first=first, second=second))
    assert len(found) == 10
    assert found[-1].startswith("Shops on the islands")


def lines(*texts: str) -> list[Block]:
    """Each text a block."""
    return [measure(text, 0, len(text), index) for index, text in enumerate(texts)]


def test_short_sentences_do_not_cut_a_stretch_of_prose_and_labels_do() -> None:
    prose = "The harbour master said that the new pier would hold for one winter, and no longer."
    told = [True, False, False, False, True]
    assert densest_stretch(lines(prose, *["He was not asked why."] * 3, prose), told, PROSE_WORDS) == (0, 5)
    assert densest_stretch(lines(prose, *["More from the harbour"] * 3, prose), told, PROSE_WORDS) == (0, 1)


def test_prose_alone_between_titles_counts_less_than_prose_next_to_prose() -> None:
    def sized(words: int) -> str:
        return " ".join(["pier"] * (words - 1) + ["held."])

    article, gap = [sized(20)] * 3, ["Harbour news"] * 10
    teasers = [text for _ in range(5) for text in (sized(30), "Harbour news")]
    texts = [*article, *gap, *teasers]
    told = [text.endswith(".") for text in texts]
    assert densest_stretch(lines(*texts), told, PROSE_WORDS) == (0, 3)
    # as many words in paragraphs next to each other are worth more than the article above
    texts = [*article, *gap, *[sized(30)] * 4]
    assert densest_stretch(lines(*texts), [text.endswith(".") for text in texts], PROSE_WORDS) == (13, 17)


def test_rows_of_a_table_are_no_prose() -> None:
    cookies = "\n".join(
        f"_id{n}\t\t{n} months\t\tThis cookie is set by the archive of the town to tell its visitors apart, and goes after a while."
        for n in range(2, 30)
    )
    article = newsparse.parse(ARTICLE.format(first="", second="") + "\n\nSettings\n\n" + cookies)
    assert article.headline == "Ferry to the islands runs again after the storm"
    assert not any("cookie" in paragraph for section in article.sections for paragraph in section.paragraphs)


def test_a_tab_by_mistake_leaves_prose_what_it_is() -> None:
    article = newsparse.parse(ARTICLE.format(first="", second="").replace("left the harbour", "left\tthe harbour"))
    assert any("left" in block.text for block in article.blocks if block.role.value in {"paragraph", "lead"})
