"""Photo credits on lines of their own, and what tells them; those at the end of captions are elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from newsparse.block import STOPS, Block, has_any
from newsparse.captions.eastern_credits import is_credit, is_credit_alone, stands_in_credit
from newsparse.names import has_given_name, names_table, particles

if TYPE_CHECKING:
    from newsparse.cues import PageCues

SLASHED = re.compile(r"[^\W\d_][^/|]{1,25}/\s?[^\W\d_][^/|]{1,40}")
BETWEEN_AGENCIES = re.compile(r"[/|,;&+\-–](?:(?<![\-–])|(?<=\s[\-–])(?=\s))")
"""One of them, or a word such as "via", stands wherever `between_parts` cuts: most lines have none, and it takes eight
times as long."""
GLUED_NAME = re.compile(r"[^\W\d_]{2}[.!?…](?=[A-ZÀ-Þ][^\W\d_A-ZÀ-Þ])")
"""Where a name begins that is glued to the caption's last word: "Haus.Jane Roe/Agency"."""
PARENTHESES = " ()[]（）［］【】<>"
AROUND_CREDIT = PARENTHESES + "."
BEFORE_ALONE = PARENTHESES + "/"
AROUND_AGENCIES = PARENTHESES + "./-–—"
EDGES = PARENTHESES + "|/–- "
BARS = (" | ", " / ", " – ", " - ", " — ")
SIGNS = frozenset("©ⓒ📷📸")
WIDE_COMMA = "，"
COMMAS = ",،" + WIDE_COMMA
DOTS = ("...", "…")
DIVIDERS = frozenset(":：/／|｜=＝" + COMMAS)
DIVIDERS_OF_WORDS = frozenset("／｜・")
"""What a word for a picture ends with that is listed with it."""
LONG = 4
"""Letters of a word for a picture, at least, that a mark of one word ends in."""
FEWEST_WORDS = 4
"""Words of the shortest caption before a claim of rights."""
MOST_ALONE = 9
"""Words of a line of names and an agency, at most."""
LONGEST_SHORT = 3
"""Letters of a medium's short name, at most."""
MOST_WITHOUT_CAPITALS = 3
"""Words of a name in a script without capitals, at most."""
MOST_OF_NAMES = 8
"""Words of names at a line's end, at most."""
LONGEST_CREDIT = 16
"""Words of a line that is nothing but a credit, at most."""
MOST_BEHIND = 7
"""Words of one that names an agency of pictures without a colon, at most, the words for a picture counted as one."""
MOST_WORDS = 10
"""Words of the longest credit that opens with a word for a picture and has no colon ("Photo by Jane Roe on Flickr")."""


def agency_parts(lower: str) -> list[str]:
    """What stands between bars, slashes, commas and the like."""
    if BETWEEN_AGENCIES.search(lower) is None and not has_any(lower, words_between()):
        return [lower] if lower else []
    return [part for part in between_parts().split(lower) if part]


@cache
def words_between() -> tuple[str, ...]:
    """Words before the agency through which a picture of another came, with the spaces around them."""
    return tuple(f" {word} " for word in names_table()["through"])


@cache
def between_parts() -> re.Pattern[str]:
    """What stands between the parts of a credit: signs, with the spaces around them, and words such as "via"."""
    words = "|".join(map(re.escape, names_table()["through"]))
    # white space is tried from its first character only: else a line with a million tabs costs a million squared
    return re.compile(rf"(?:(?<!\s)\s+)?[/|,;&+]\s*|\s-\s|\s–\s|\s(?:{words})\s")


def is_agency_list(lower: str, cues: PageCues) -> bool:
    """Whether a text is nothing but names of news agencies."""
    parts = agency_parts(lower.strip(AROUND_AGENCIES))
    return 0 < len(parts) <= 6 and cues.news_agencies.issuperset(parts)


def names_photo_agency(lower: str, cues: PageCues) -> bool:
    """Whether one of the parts of a credit is an agency."""
    parts = agency_parts(lower.strip(AROUND_CREDIT))
    return len(parts) <= 12 and not cues.photo_agencies.isdisjoint(parts)


def is_credit_line(block: Block, cues: PageCues) -> bool:
    """Whether a block is nothing but a credit."""
    return block.words <= LONGEST_CREDIT and reads_like_credit(block, cues) and not cues.boilerplate_whole(block)


def reads_like_credit(block: Block, cues: PageCues) -> bool:
    """The same, though a line that pages have about themselves may read so too."""
    text, lower = block.text, block.lower.strip(BEFORE_ALONE)
    if text[0] in SIGNS or lower.startswith(("(c) ", "c) ")):
        return block.words <= 12
    if not cues.spaced and is_credit_alone(block.lower, cues):
        return True
    if is_mark_alone(block.lower, cues):
        return True
    opening = cues.credit.opening(lower)
    if not opening and has_short_medium(text, cues):
        return True
    if opening:
        rest = lower[len(opening) :].lstrip()
        if not rest:
            return needs_name(opening, cues)  # another word alone is a menu's item as often as a picture's mark
        if is_divided(opening, rest):
            bar = behind_bar(lower, 0, cues)
            told = text.strip(BEFORE_ALONE)[len(opening) : bar].strip(EDGES + ":：")
            caption = bar > 0 and not are_names(told.split(), cues)  # "Symbolbild: Die neue Schule | Bildquelle: dpa"
            behind = text.strip(BEFORE_ALONE)[-len(rest) :].strip(EDGES + ":：")
            caption = caption or is_title_of_pictures(opening, behind, cues)
            # "Image: The ferry leaves. Pic: Reuters"
            caption = caption or (". " in rest and bool(cues.credit.closing(rest.rpartition(":")[0])))
            return block.words <= 14 and not block.ends_with_question and not caption and "。" not in lower
        if not block.ends_with_stop and (
            (block.words <= MOST_WORDS and needs_name(opening, cues))
            or (block.words - opening.count(" ") <= MOST_BEHIND and names_photo_agency(rest, cues))
            or (
                rest[0] == ","
                and block.words <= FEWEST_WORDS
                and has_given_name(text.strip(BEFORE_ALONE)[-len(rest) + 1 :])
            )
            or (block.words <= MOST_WORDS and are_divided_names(text.strip(BEFORE_ALONE)[-len(rest) :], cues))
        ):
            return True
    # a sentence before it makes it a caption with its credit
    return (
        block.words <= MOST_ALONE
        and not block.ends_with_stop
        and ". " not in lower
        and "。" not in lower
        and names_photo_agency(lower, cues)
        and not behind_bar(lower, 0, cues)
        and len(lower.rpartition(" | ")[0].split()) < FEWEST_WORDS
        and not GLUED_NAME.search(text)
        and not tells_of_picture(text, cues)
    )


def is_mark_alone(lower: str, cues: PageCues) -> bool:
    """Whether a line is nothing but a mark of pictures: of several words, in parentheses ("(Archiv)"), or one that ends
    in a word for a picture ("Archivbild"); another word alone may be a menu's."""
    inner = lower.strip(AROUND_CREDIT)
    if inner not in cues.marks:
        return False
    compound = any(inner.endswith(word) for word in cues.credit.phrases if LONG <= len(word) < len(inner))
    return compound or " " in inner or lower[0] in PARENTHESES


def has_short_medium(text: str, cues: PageCues) -> bool:
    """Whether a credit opens with a medium's short name, and is in capitals down to its colon: "ST PHOTO: JANE ROE"."""
    words, colon, names = text.partition(": ")
    medium, _, word = words.partition(" ")
    if not colon or not is_short_medium(medium) or not word.isupper():
        return False  # most lines
    return word.lower() in cues.credit and are_names(names.split(), cues)


def is_short_medium(word: str) -> bool:
    """Whether a word may be a medium's short name: two or three capitals."""
    return 1 < len(word) <= LONGEST_SHORT and word.isalpha() and word.isupper()


def is_title_of_pictures(opening: str, told: str, cues: PageCues) -> bool:
    """Whether a title stands behind a label of videos or pictures ("VIDEO: How the ferry came into port"), not a name
    and its medium ("Фото: Иван Петров, Портовая газета")."""
    words = told.split()
    first = told.partition(",")[0].split()
    named = len(words) > len(first) > 1 and are_names(first, cues) and len(words) <= MOST_OF_NAMES
    return (
        opening in cues.kicker_labels
        and len(words) >= FEWEST_WORDS
        and not named
        and not are_names(words, cues)
        and not names_photo_agency(told.lower(), cues)
    )


def are_divided_names(text: str, cues: PageCues) -> bool:
    """Whether names stand behind a word for a picture: with a slash between, or in capitals with a comma before an
    agency or another such word ("PHOTO JEANNE MARTIN, ARCHIVES LE MATIN")."""
    if not text[0].isalpha():
        return False
    parts = [part.strip() for part in text.split("/")]
    if len(parts) == 1 and text.isupper():
        parts = [part.strip() for part in text.split(",")]
        last = parts[-1].lower()
        if last not in cues.photo_agencies and not cues.credit.opening(last):
            return False
    return len(parts) > 1 and all(are_names(part.split(), cues) for part in parts)


def tells_of_picture(text: str, cues: PageCues) -> bool:
    """Whether what stands beside an agency is no name but a caption, which has words written small, or in a script
    without capitals several."""
    if not cues.spaced:
        return not all(stands_in_credit(part, cues) for part in text.lower().strip(AROUND_CREDIT).split())
    for part in agency_parts(text.strip(AROUND_CREDIT)):
        words = part.strip(PARENTHESES).split()
        if len(words) < 2 or part.strip(AROUND_CREDIT).lower() in cues.photo_agencies:
            continue
        if len(words) > MOST_WITHOUT_CAPITALS if part == part.upper() == part.lower() else not are_names(words, cues):
            return True
    return False


def signs_picture(block: Block, above: Block, cues: PageCues) -> bool:
    """Whether a line is a name and a news agency with a slash between ("Jane Roe/AP"), below a sentence: elsewhere it
    may name the author."""
    if "/" not in block.text or block.words > MOST_OF_NAMES or not above.ends_with_stop or above.words < FEWEST_WORDS:
        return False
    if ". " in block.text or ":" in block.text:
        return False  # a caption and its credit
    names = [part.strip(PARENTHESES) for part in block.text.split("/")]
    agencies = [name.lower() in cues.news_agencies for name in names]
    return (
        any(agencies)
        and not tells_of_picture(block.text, cues)
        and all(told or are_names(name.split(), cues) for told, name in zip(agencies, names, strict=True))
    )


def is_divided(opening: str, rest: str) -> bool:
    """Whether a colon, slash or bar, dots with words glued to them ("Credit...Jane Roe"), or a comma behind several
    words, divides words for a picture from the `rest`."""
    if opening[-1:] in DIVIDERS_OF_WORDS:
        return bool(rest)
    if rest.startswith(DOTS):
        return rest.lstrip(".…")[:1].isalpha()
    whole = " " in opening or (rest[:1] == WIDE_COMMA and len(opening) > 1)
    return rest[:1] in DIVIDERS and (rest[:1] not in COMMAS or whole)


def needs_name(opening: str, cues: PageCues) -> bool:
    """Whether words for a picture end in one that a name must follow, as "photo by" does."""
    before, _, last = opening.rpartition(" ")
    return bool(before) and last in cues.language.function_words


def is_marked(credit: str, cues: PageCues, *, tail: bool) -> bool:
    """Whether a credit (in lower case) says that it is one: by a sign, a word for a picture or an agency that has
    nothing but pictures; or, as the `tail` of a line, by a name and an agency with a slash between."""
    if tail and SLASHED.fullmatch(credit) and " " in credit.strip():
        return True
    if tail and not cues.spaced and is_credit(credit, cues):
        return True
    agency, slash, name = credit.partition("/")
    if slash and agency.lstrip(PARENTHESES) in cues.photo_agencies and " " in name.strip():
        return True  # "APA/Jane Roe", "PAP/ Jane Roe"; a byline has the name first, or spaces on both sides
    credit = credit.lstrip(EDGES)
    if credit[:1] in SIGNS or cues.rights.opening(credit):
        return True
    opening = cues.credit.opening(credit)
    if (opening and len(credit) > len(opening)) or credit.rstrip(EDGES + ".") in cues.marks:
        return True
    medium, _, behind = credit.partition(" ")
    if len(medium) <= LONGEST_SHORT and ":" in behind and cues.credit.opening(behind):
        return True  # "ST PHOTO: JANE ROE"
    return not cues.picture_agencies.isdisjoint(agency_parts(credit.strip(AROUND_CREDIT)))


def are_names(words: Sequence[str], cues: PageCues) -> bool:
    """Whether words may be one to a few names, of people or media: with capitals, but for a few small words between."""
    if not 0 < len(words) <= MOST_OF_NAMES or words[0][0].islower() or words[-1][0].islower():
        return False
    small = [word for word in words if word[0].islower()]
    between = cues.language.function_words
    return 3 * len(small) <= len(words) and all(word in particles() or word in between for word in small)


def behind_bar(lower: str, first: int, cues: PageCues) -> int:
    """Where the bar or dash stands behind which a word for a picture and a few names end a line, or 0."""
    if lower[-1] in STOPS:
        return 0
    for bar in BARS:
        place = lower.rfind(bar, first) if bar in lower else 0
        if place > 0:
            tail = lower[place + len(bar) :]
            word = cues.credit.opening(tail)
            if word and len(word) < len(tail) and len(tail.split()) <= 8 and len(lower[:place].split()) >= 3:
                return place
    return 0
