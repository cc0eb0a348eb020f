"""Captions: the text apart from the credit, repeats merged."""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.article import Caption
from newsparse.block import Block, measure
from newsparse.captions.credit_places import behind_repeat
from newsparse.captions.credit_tails import find_tail, names_behind_sentence, names_behind_slash
from newsparse.captions.credits import PARENTHESES, are_names, is_credit_line, is_divided, needs_name
from newsparse.captions.eastern_credits import SIGNS
from newsparse.captions.pictures import gallery_count, label_around
from newsparse.cues import PageCues
from newsparse.dates.dated import DAY
from newsparse.page import Page
from newsparse.publishers import Publisher
from newsparse.splitting.lines import BLANK
from newsparse.splitting.signed_prose import ADDRESS, is_day

MOST_MARKS = 8
"""Words for a picture and signs that are taken off one credit: a line of nothing else must not cost its square."""
ADDRESSES = ("http://", "https://", "www.")
CREDIT_EDGES = PARENTHESES + ":：|｜/／=＝,،，;-–—" + BLANK
SIGNS_OF_RIGHTS = (*SIGNS, "c)")
"""Signs of rights before a name; of "(C)" the first sign may be gone, as an edge."""
CLOSED = ")."
BEFORE_CREDIT = "|｜/／–—-([（©＝=" + BLANK
"""What stands between a caption and its credit."""
COLONS = (":", "：")
BELOW_LEAD = 3
"""Lines below the first that is prose, the lead mostly, among which a byline stands."""
POINTERS = "▲△▼▽◀▶◁▷"
"""What points from a caption to its picture."""


def read_captions(page: Page, blocks: Sequence[Block], publisher: Publisher | None) -> tuple[Caption, ...]:
    """The captions of a page, in order; a caption said twice counts once, with the credit of either."""
    found: dict[str, Caption] = {}
    places: dict[str, int] = {}
    last: str | None = None
    blocks = [block for block in blocks if not is_byline(block, page)]
    captions = [read_caption(block, page, publisher) for block in blocks]
    for n, (block, caption) in enumerate(zip(blocks, captions, strict=True)):
        if caption.credit and is_day(caption.text, page.cues):
            continue  # a date and its source
        if not caption.text or (caption.text == caption.credit):
            if last is not None and caption.credit and found[last].credit == caption.credit:
                continue  # the credit behind the caption above, once more
            if last is not None and block.index - places[last] <= 2 and is_without_credit(found[last], page.cues):
                # a mark ("(Archivbild)") stays where it stands: who took the picture is below
                marked = found[last].credit is not None
                text = without_label(page.blocks[places[last]].text, page.cues) if marked else found[last].text
                found[last] = Caption(text, caption.credit)
                last = None
                continue
            if is_credit_of_next(n, blocks, captions):
                captions[n + 1] = Caption(captions[n + 1].text, caption.credit)
                continue
            caption = Caption(caption.credit or block.text, caption.credit)
        key = caption.text.lower().strip(" .")
        if key in found:
            caption = Caption(found[key].text, found[key].credit or caption.credit)
        found[key] = caption
        places.setdefault(key, block.index)
        last = key
    return tuple(found.values())


def is_without_credit(caption: Caption, cues: PageCues) -> bool:
    """Whether a caption has no credit, or nothing but a mark for one."""
    return caption.credit is None or (caption.text != caption.credit and caption.credit.lower() in cues.marks)


def is_byline(block: Block, page: Page) -> bool:
    """Whether a line above the body or below it says who wrote the text and who took the pictures: "Text: Jane Roe,
    photos: Ann Pell"; a word for a source is one of pictures too."""
    around = block.index <= page.first_prose + BELOW_LEAD or block.index >= page.body_end
    opening = page.cues.byline_opening(block) if around else ""
    return opening.endswith(COLONS) and not page.cues.credit.opening(opening)


def is_credit_of_next(n: int, blocks: Sequence[Block], captions: Sequence[Caption]) -> bool:
    """Whether a credit stands right above a caption that has none, without a blank line between."""
    if n + 1 == len(blocks) or not captions[n + 1].text or captions[n + 1].credit is not None:
        return False
    return blocks[n + 1].index == blocks[n].index + 1 and blocks[n + 1].gap == 0


def read_caption(block: Block, page: Page, publisher: Publisher | None) -> Caption:
    """One caption's text and credit."""
    cues = page.cues
    text = without_label(block.text, cues)
    text = text[gallery_count(text, cues) :] or block.text
    if publisher is not None:
        for tail in publisher.caption_tails:
            text = text.removesuffix(tail).rstrip()
    repeated = 0
    if text != block.text:
        block = measure(text or block.text, 0, 0)
    elif page.credits[block.index].alone:
        return credited("", strip_credit(text, cues), block)
    else:
        repeated = behind_repeat(block, page.neighbour(block, -1) or block)
    if is_credit_line(block, cues):
        return credited("", strip_credit(block.text, cues), block)
    place = find_tail(block, cues) or names_behind_sentence(block, cues) or names_behind_slash(block, cues) or repeated
    if place:
        credit = strip_credit(block.text[place:], cues)
        return credited(block.text[:place].rstrip(BEFORE_CREDIT), credit, block)
    return Caption(block.text)


def credited(text: str, credit: str, block: Block) -> Caption:
    """A caption with its credit, if it has one; what is an address names nobody, and stays in the block's text."""
    if credit.startswith(ADDRESSES):
        return Caption(block.text)
    return Caption(text, credit or None)


def without_label(text: str, cues: PageCues) -> str:
    """A caption without the label before or behind it; a text that is nothing else stays as it is."""
    text = text.lstrip(POINTERS).lstrip() or text
    before, behind = label_around(text.lower(), cues)
    told = text[before : len(text) - behind].strip()
    return (told.rstrip(BEFORE_CREDIT) if behind else told) or text


def strip_credit(text: str, cues: PageCues) -> str:
    """A credit without the word for a picture, the sign, the claim of rights and the parentheses around it."""
    text = text.strip(CREDIT_EDGES)
    if text.endswith(CLOSED) and "(" not in text:
        text = text[: -len(CLOSED)]  # "(Archivbild)."
    if text.lower().endswith(cues.credit_behind):
        text = text[: text.rfind(" ")]
    claim = cues.rights.closing(text.lower().rstrip("."))
    if claim and len(claim) < len(text):
        text = text.rstrip(".")[: -len(claim)].rstrip(CREDIT_EDGES + ".")
    for _ in range(MOST_MARKS):
        marked, text = text, without_mark(text, cues)
        if text == marked:
            break
    if not cues.spaced and (word := cues.credit.closing(text.lower())):
        text = text[: -len(word)].rpartition("、")[2] or text  # "新潟市で、佐藤健撮影": without the place
    text = ADDRESS.sub("", text.strip(CREDIT_EDGES))
    if not cues.spaced and (day := DAY.match(text.rstrip(CREDIT_EDGES))):
        text = text[day.end() :].strip(CREDIT_EDGES + ".")  # "2024.07.25. [사진공동취재단]"
    if text.lower().strip("*") in cues.rights or DAY.fullmatch(text.strip(".")):
        return ""
    for opening, closing in ("()", "（）"):
        text += closing * (text.count(opening) > text.count(closing))  # "Jane Roe (AFP)"
    return text


def without_mark(text: str, cues: PageCues) -> str:
    """A credit without a word for a picture, a claim of rights and a sign of them, as far as they open it in that
    order."""
    word = cues.credit.opening(text.lower())
    if word == text.lower():
        word = word.partition(":")[0]  # a word for a picture and what is behind it may be listed as one
    if word and len(text) > len(word):
        rest = text[len(word) :].lstrip()
        names = rest.split()
        named = len(names) > 1 and are_names(names, cues)  # "Archivo Municipal" is one
        named = named or rest.lower() in cues.photo_agencies or rest.lower() in cues.news_agencies
        if named or word[-1] == "." or is_divided(word, rest) or needs_name(word, cues):
            text = rest.lstrip(CREDIT_EDGES + ".…")
    claim = cues.rights.opening(text.lower())
    if claim and len(text) > len(claim):
        text = text[len(claim) :].lstrip(CREDIT_EDGES + ".")
    sign = next((sign for sign in SIGNS_OF_RIGHTS if text[: len(sign)].lower() == sign), "")
    return text[len(sign) :].strip(CREDIT_EDGES) if sign else text
