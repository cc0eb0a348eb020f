"""Lists: whose they are is told by the line above them."""

import pytest

import newsparse
from newsparse.rules.bullet import FURNITURE, KeyPoints
from newsparse.rules.shape import SYMBOL, Opening
from newsparse.survey.kinds import CALL, LINK, LONGISH, NOTICE
from newsparse.survey.lists import is_numbered_item
from tests.pages import page_of

TITLE = "Salt barges return to the Wend after forty years"
PROSE = (
    "Two flat boats laden with salt tied up at the old wharf in Hallow on Monday, the first since the line was closed.",
    "The salt company wants to take a hundred lorries a week off the valley's only road, which floods each spring.",
    "Villagers lined the bank to watch. Some had worked on the boats themselves, and one had brought his old cap along.",
)
ITEMS = ("The wharf at Hallow", "Salt barges on the Wend", "A hundred lorries")


def text_of(*below: str) -> str:
    return "\n\n".join([TITLE, *PROSE, *below])


@pytest.mark.parametrize(
    ("above", "seen"),
    [
        ("Read more:", "in a list below a call to read on"),
        ("Share this:", "in a list below a word to the reader"),
        ("The boats carry:", "a list after a colon"),
        ("What the boats carry", None),
    ],
)
def test_an_item_knows_the_line_above_its_list(above: str, seen: str | None) -> None:
    page = page_of(text_of(above, *(f"• {item}" for item in ITEMS)))
    for block in page.blocks[-len(ITEMS) :]:
        said = [
            reason for reason in KeyPoints().observe(block, page) if reason.startswith(("in a list", "a list after"))
        ]
        assert said == ([seen] if seen else [])


def test_every_item_of_a_long_list_knows_it() -> None:
    text = "\n\n".join([TITLE, "Read more:", *(f"• Barge number {number} on the Wend" for number in range(40)), *PROSE])
    page = page_of(text)
    assert "in a list below a call to read on" in list(KeyPoints().observe(page.blocks[41], page))


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Read more", CALL),
        ("Read more on the river in these articles:", CALL),
        ("Read more: The wharf at Hallow is to be a listed building", LINK),
        ("Share this:", NOTICE),
        ("The wharf at Hallow, they say, will be a listed building", LONGISH),
    ],
)
def test_a_link_is_not_a_call_above_links(line: str, kind: str) -> None:
    page = page_of(text_of(line))
    assert page.kinds[len(page.blocks) - 1] == kind


@pytest.mark.parametrize("above", ["Read more:", "Related articles"])
def test_links_on_the_subject_are_no_list_of_the_article(above: str) -> None:
    article = newsparse.parse(text_of(above, *(f"• {item}" for item in ITEMS)))
    assert set(ITEMS) <= {*article.related, *article.boilerplate}
    assert [section.bullets for section in article.sections] == [()]


def test_a_header_below_a_link_is_a_header() -> None:
    more = (
        "Forty years ago the last boat was sold to a museum for less than the price of its own anchor, and sank there."
    )
    link = "Read more: The wharf at Hallow is to be listed"
    text = text_of(link, "The last boat", more, PROSE[2].replace("e", "ee"))
    assert [section.header for section in newsparse.parse(text).sections] == [None, "The last boat"]


@pytest.mark.parametrize("head", ["Share this:", "Send it to your friends:", "What is on in Hallow"])
def test_buttons_to_share_an_article_are_no_list_of_it(head: str) -> None:
    text = text_of(head, "• Twitter", "• E-Mail", "• Print", "• Wendpost")
    assert newsparse.parse(text).bullets == ()
    page = page_of(text)
    assert FURNITURE in list(KeyPoints().observe(page.blocks[-1], page))


def test_a_list_that_names_one_of_them_is_no_list_of_buttons() -> None:
    page = page_of(text_of("The boats carry:", "• Print", *(f"• {item}" for item in ITEMS)))
    assert not any(FURNITURE in list(KeyPoints().observe(block, page)) for block in page.blocks[-4:])


def test_subjects_and_buttons_above_the_text_are_no_key_points() -> None:
    points = ["The barges take a hundred lorries off the road", "Villagers came to the wharf at Hallow to watch"]
    for items, found in ((ITEMS, ()), (("Hallow", "Salt", "Wend"), ()), (points, tuple(points))):
        text = "\n".join([TITLE, "", *(f"• {item}" for item in items), "", "\n\n".join(PROSE)])
        assert newsparse.parse(text).bullets == found


@pytest.mark.parametrize("above", ["Read more:", "Related articles", "Most read"])
def test_a_numbered_list_below_a_call_is_no_text_of_the_article(above: str) -> None:
    items = [f"  {number}. {item}" for number, item in enumerate(ITEMS, 1)]
    article = newsparse.parse(text_of(above, *items))
    assert not any(item in article.text for item in ITEMS)


def test_a_number_alone_or_at_the_margin_makes_no_list() -> None:
    page = page_of(text_of("  1. Water the roses", "2. Cut them", "3. Give them away", "  4. Sell", "  5. Rest"))
    assert [is_numbered_item(block, page) for block in page.blocks[-5:]] == [False, False, False, True, True]


def test_what_opens_a_question_in_spanish_is_no_symbol() -> None:
    page = page_of("¿Y ahora qué?\n→ Más")
    assert [SYMBOL in Opening().observe(block, page) for block in page.blocks] == [False, True]
