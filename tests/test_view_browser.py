"""The HTML page in a real Chromium: what it shows, how it is used, and that nothing in it runs."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest

from newsparse import parse
from newsparse.view import to_fragment, to_page
from newsparse.view.element import writable
from tests.test_view import HOSTILE, TEXT, other_parse

pytest.importorskip("playwright", reason="playwright is not installed")
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine (Debian: apt install chromium)")
SOURCE = "[...document.querySelectorAll('.source :is(.text, .gap)')].map(e => e.textContent).join('')"
WIDE = "document.documentElement.scrollWidth - innerWidth"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


class Visit:
    """A page opened from a file, with everything that it complained of or asked for."""

    def __init__(self, browser: Browser, folder: Path, html: str, width: int = 1280) -> None:
        path = folder / "page.html"
        path.write_text(html, encoding="utf-8", newline="")
        self.page: Page = browser.new_page(viewport={"width": width, "height": 800})
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(path.as_uri())

    def focused(self) -> str:
        """The text of the element that has the focus."""
        return str(self.page.evaluate("document.activeElement.textContent"))


@pytest.fixture
def visit(browser: Browser, tmp_path: Path) -> Iterator[Visit]:
    opened = Visit(browser, tmp_path, to_page(TEXT, parse(TEXT)))
    yield opened
    assert opened.complaints == []
    opened.page.close()


@pytest.fixture
def phone(browser: Browser, tmp_path: Path) -> Iterator[Visit]:
    opened = Visit(browser, tmp_path, to_page(TEXT, parse(TEXT)), width=390)
    yield opened
    assert opened.complaints == []
    opened.page.close()


def test_the_page_shows_the_text_whole_and_asks_for_nothing(visit: Visit) -> None:
    assert visit.page.evaluate(SOURCE) == TEXT
    assert len(visit.requests) == 1


def test_every_line_end_and_blank_reaches_the_browser(browser: Browser, tmp_path: Path) -> None:
    text = "\n \r\nBridge opens\r\r\tNew bridge\u2028\n   By Jane  Doe \t\r\n\n"
    visit = Visit(browser, tmp_path, to_page(text, parse(text)))
    assert visit.page.evaluate(SOURCE) == text


def test_nothing_that_a_text_contains_runs(browser: Browser, tmp_path: Path) -> None:
    text = "\n\n".join([*HOSTILE, TEXT])
    article = parse(text)
    for html in (to_page(text, article), to_page(text, article, against=other_parse(text))):
        visit = Visit(browser, tmp_path, html)
        for label in visit.page.locator(".label").all()[:6]:
            label.focus()
        assert visit.complaints == [] and len(visit.requests) == 1
    shown = Visit(browser, tmp_path, to_page(text, article)).page.evaluate(SOURCE)
    assert shown == writable(text)


def test_a_fragment_runs_nothing_and_unfolds_by_keyboard(browser: Browser, tmp_path: Path) -> None:
    text = "\n\n".join([*HOSTILE, TEXT])
    visit = Visit(browser, tmp_path, f"<!DOCTYPE html><meta charset=utf-8>{to_fragment(parse(text))}")
    visit.page.keyboard.press("Tab")
    visit.page.keyboard.press("Enter")
    assert visit.page.locator("details[open] .why").first.is_visible()
    assert visit.complaints == [] and len(visit.requests) == 1


def test_the_policy_stops_a_script_that_got_in(browser: Browser, tmp_path: Path) -> None:
    html = to_page(TEXT, parse(TEXT)).replace("<main>", "<main><script>document.title = 'ran'</script>")
    visit = Visit(browser, tmp_path, html)
    assert visit.page.title() != "ran"
    assert any("Content Security Policy" in complaint for complaint in visit.complaints)


def test_reasons_show_on_hover_and_go_again(visit: Visit) -> None:
    block = visit.page.locator('.block[data-role="headline"]')
    block.hover()
    assert visit.page.locator(".reasons .verdict").inner_text() == "Headline"
    visit.page.mouse.move(5, 5)
    assert visit.page.locator(".hint").is_visible()


def test_the_keyboard_goes_through_the_text_and_shows_reasons(visit: Visit) -> None:
    page = visit.page
    page.locator(".label").first.focus()
    for key, role in (
        ("ArrowDown", "Headline"),
        ("End", "Boilerplate"),
        ("ArrowDown", "Boilerplate"),
        ("Home", "Kicker"),
    ):
        page.keyboard.press(key)
        assert visit.focused() == role
        assert page.locator(".reasons .verdict").inner_text() == role
    page.keyboard.press("Enter")
    assert page.locator('.label[aria-expanded="true"]').count() == 1
    page.keyboard.press("Escape")
    assert page.locator('.label[aria-expanded="true"]').count() == 0


def test_one_tab_leads_past_the_text(visit: Visit) -> None:
    visit.page.locator(".label").first.focus()
    visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("document.activeElement.id") == "after"


def test_the_first_tab_offers_to_skip_the_text(visit: Visit) -> None:
    visit.page.keyboard.press("Tab")
    assert visit.focused() == "Skip the text"
    visit.page.keyboard.press("Enter")
    assert visit.page.evaluate("document.activeElement.id") == "after"


def test_the_legend_folds_roles_away_and_shows_them_again(visit: Visit) -> None:
    page = visit.page
    text = page.locator('.block[data-role="paragraph"] .text').first
    height = text.bounding_box()["height"]  # type: ignore[index]
    switch = page.get_by_role("button", name="Paragraph 2")
    switch.focus()
    page.keyboard.press("Space")
    assert switch.get_attribute("aria-pressed") == "false"
    assert text.bounding_box()["height"] < 10 < height  # type: ignore[index]
    assert page.get_by_role("status").inner_text() == "Paragraph: folded away"
    page.get_by_role("button", name="Show all").click()
    assert switch.get_attribute("aria-pressed") == "true"
    assert text.bounding_box()["height"] == height  # type: ignore[index]


def test_screen_readers_hear_the_reasons_of_a_block(visit: Visit) -> None:
    label = visit.page.locator('.block[data-role="headline"] .label')
    described = visit.page.evaluate(
        "e => document.getElementById(e.getAttribute('aria-describedby')).textContent", label.element_handle()
    )
    assert "ahead of" in described and "HeadlineForm" in described


def test_on_a_phone_nothing_is_cut_off_and_a_tap_opens_the_reasons(phone: Visit) -> None:
    page = phone.page
    assert page.evaluate(WIDE) <= 0
    assert not page.locator(".inspector").is_visible()
    page.locator('.block[data-role="headline"] .text').click()
    assert page.locator(".reasons .verdict").inner_text() == "Headline"
    page.get_by_role("button", name="Close").click()
    assert not page.locator(".inspector").is_visible()


def test_on_a_phone_the_reasons_do_not_cover_what_they_are_about(phone: Visit) -> None:
    for block in phone.page.locator(".block").all():
        block.locator(".text").click()
        text, sheet = block.locator(".text").bounding_box(), phone.page.locator(".inspector").bounding_box()
        assert text and sheet
        assert text["y"] + text["height"] <= sheet["y"] + 1


def test_between_phone_and_desk_the_reasons_are_in_sight(browser: Browser, tmp_path: Path) -> None:
    visit = Visit(browser, tmp_path, to_page(TEXT, parse(TEXT)), width=800)
    visit.page.locator('.block[data-role="headline"]').hover()
    assert not visit.page.locator(".inspector").is_visible()
    visit.page.locator('.block[data-role="headline"] .text').click()
    sheet = visit.page.locator(".inspector").bounding_box()
    assert sheet and 400 < sheet["y"] < 800


def test_reasons_that_open_under_the_pointer_stay(browser: Browser, tmp_path: Path) -> None:
    visit = Visit(browser, tmp_path, to_page(TEXT * 3, parse(TEXT * 3), against=other_parse(TEXT * 3)))
    visit.page.mouse.move(1000, 740)
    visit.page.mouse.move(1001, 741)
    for step in range(5):
        visit.page.mouse.move(1002 + step, 742)
        assert visit.page.locator(".inspector").is_visible()
    visit.page.mouse.move(5, 5)
    assert not visit.page.locator(".inspector").is_visible()


def test_on_a_phone_a_link_leads_to_the_article_below(phone: Visit, visit: Visit) -> None:
    link = phone.page.locator(".top").get_by_role("link", name="Article")
    link.click()
    heading, legend = phone.page.locator("#article-title").bounding_box(), phone.page.locator(".legend").bounding_box()
    assert heading and legend
    assert legend["y"] + legend["height"] <= heading["y"] < 400
    assert not visit.page.locator(".to-after").is_visible()


def test_a_fragment_fits_a_phone(browser: Browser, tmp_path: Path) -> None:
    head = "<!DOCTYPE html><meta charset=utf-8><meta name=viewport content='width=device-width'>"
    visit = Visit(browser, tmp_path, head + to_fragment(parse(TEXT)), width=390)
    for summary in visit.page.locator("summary").all():
        summary.click()
    assert visit.page.evaluate(WIDE) <= 0
    # a reason is read in a few lines, not word by word
    widths = visit.page.evaluate(
        "[...document.querySelectorAll('.why li span')].map(e => e.getBoundingClientRect().width)"
    )
    assert min(widths) > 150


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_follows_the_scheme_of_the_reader(scheme: str, browser: Browser, tmp_path: Path) -> None:
    visit = Visit(browser, tmp_path, to_page(TEXT, parse(TEXT)))
    visit.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    paper, ink = visit.page.evaluate(
        "(({backgroundColor, color}) => [backgroundColor, color])(getComputedStyle(document.querySelector('.pane')))"
    )
    light = "rgb(255, 255, 255)"
    assert (paper == light) is (scheme == "light")
    assert (ink == light) is False


def test_screen_readers_find_their_way(visit: Visit) -> None:
    tree = visit.page.locator("body").aria_snapshot()
    for line in (
        '- heading "Text" [level=2]',
        '- heading "Article" [level=2]',
        '- heading "Reasons" [level=2]',
        '- group "Roles shown"',
        '- button "Paragraph 2" [pressed]',
        "- main",
        "- status",
    ):
        assert line in tree
    assert visit.page.locator(".label").first.get_attribute("aria-expanded") == "false"


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
@pytest.mark.parametrize("kind", ["page", "comparison", "fragment", "article"])
def test_axe_finds_no_barrier(
    kind: str, scheme: Literal["light", "dark"], width: int, browser: Browser, tmp_path: Path
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed").Axe()
    article = parse(TEXT)
    html = {
        "page": lambda: to_page(TEXT, article),
        "comparison": lambda: to_page(TEXT, article, against=other_parse(TEXT)),
        "fragment": lambda: (
            f"<!DOCTYPE html><html lang=en><title>n</title><main><h1>n</h1>{to_fragment(article)}</main>"
        ),
        "article": article.to_html,
    }[kind]()
    (tmp_path / "page.html").write_text(html, encoding="utf-8")
    # what the page's own policy forbids, axe needs
    context = browser.new_context(bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto((tmp_path / "page.html").as_uri())
    for opened in page.locator("summary, .label:visible").all()[:2]:
        opened.click()
    if page.locator(".role").count():
        page.locator(".role").nth(2).click()
    found = [(rule["id"], rule["nodes"][0]["html"]) for rule in axe.run(page).response["violations"]]
    context.close()
    assert found == []


def test_two_parses_are_walked_through_difference_by_difference(browser: Browser, tmp_path: Path) -> None:
    html = to_page(TEXT, parse(TEXT), against=other_parse(TEXT))
    for width in (1280, 390):
        visit = Visit(browser, tmp_path, html, width)
        page = visit.page
        assert page.evaluate(WIDE) <= 0
        button = page.get_by_role("button", name="Next difference").bounding_box()
        assert button and button["x"] + button["width"] <= width
        page.get_by_role("button", name="Next difference").click()
        assert "Differs" in visit.focused()
        mark, legend = page.locator(".row:focus .mark").bounding_box(), page.locator(".legend").bounding_box()
        assert mark and legend and mark["y"] >= legend["y"] + legend["height"] - 1
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.matches('.differs .label')")
        page.get_by_role("button", name="Next difference").click()
        assert "Signature" in visit.focused()
        page.get_by_role("button", name="Only differences").click()
        assert page.locator(".row:not(.titles):visible").count() == 2
        assert visit.complaints == []
