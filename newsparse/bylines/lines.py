"""What a line beside a headline may be: short, a job and no more, or one that names no author."""

from __future__ import annotations

from newsparse.article import Role
from newsparse.block import Block
from newsparse.bylines.parts import parts
from newsparse.bylines.places import LONGEST, SENTENCE
from newsparse.captions.credits import agency_parts, is_agency_list, is_credit_line
from newsparse.cues import PageCues
from newsparse.dates.absolute import find_dates
from newsparse.dates.dated import DIGITS
from newsparse.names import LONGEST_PARTICLE, has_given_name, other_beats, photographers
from newsparse.page import Page

WORDS_OF_A_JOB = 6
"""Words of a line that says a job and no more."""
WORDS_OF_A_NAME = 2
WORDS_OF_A_NAME_LINE = 14
WORDS_OF_A_CREDIT = 16
LEAST_SHARE = 0.5
"""The share of words of dates in a line that says how long ago a reader wrote."""
LABEL_ENDS = ":："
MARKS = " .,:：;()"


def is_job_alone(block: Block, cues: PageCues) -> bool:
    """Whether a line says what somebody does, and names nobody: "Reporter", "Home Affairs Editor".

    Where two words or more stand before the job, a known first name, an initial or a comma makes them a name.
    """
    if not cues.spaced or block.words > WORDS_OF_A_JOB or block.ends_with_stop or block.text[-1] in LABEL_ENDS:
        return False
    if names_photographers(block):
        return True
    words = [word.strip(MARKS) for word in block.lower.split()]
    if not cues.has_job(words):
        return False  # most lines
    jobs = [number for number, word in enumerate(words) if cues.is_job(word)]
    if all(words[number] in other_beats() for number in jobs):
        return False
    first, behind = jobs[0], block.text.split()[jobs[-1] + 1 :]
    if first >= WORDS_OF_A_NAME and ("," in block.text or "." in block.text or has_given_name(" ".join(words[:first]))):
        return False
    beat = not first and cues.language.capital_nouns and not has_given_name(" ".join(behind))  # "Redakteurin Politik"
    return (beat or not any(word[0].isupper() for word in behind)) and len(parts(block.text)) == 1


def names_photographers(block: Block) -> bool:
    """Whether a line is nothing but what those are called who take pictures."""
    return block.lower.strip(MARKS) in photographers()


def has_other_words(block: Block, page: Page) -> bool:
    """Whether a line is a date, a sentence or one word, or has more words written small than others, or one no byline
    has."""
    words = block.text.split()
    if len(words) == 1 and page.cues.spaced and not page.cues.is_agency(words[0]):
        return True
    if page.date_shares[block.index][0] == 1 or (not page.cues.spaced and SENTENCE.search(block.text)):
        return True
    small = [word for word in words if word[0].islower() and not page.cues.is_agency(word)]
    if 2 * len(small) > block.words:
        return True
    known = page.cues.words_of_bylines
    return any(
        len(word) > LONGEST_PARTICLE and word.isalpha() and word.islower() and word not in known for word in small
    )


def names_picture_agency(block: Block, cues: PageCues) -> bool:
    """Whether one of the parts of a line is an agency for pictures alone."""
    if "/" not in block.text and "," not in block.text and "|" not in block.text:
        return False
    found = agency_parts(block.lower)
    return any(part in cues.photo_agencies and part not in cues.news_agencies for part in found)


def is_short(block: Block, words: int) -> bool:
    """Whether a line is no longer than bylines are."""
    return block.words <= words and len(block.text) <= LONGEST


def is_name_line(block: Block, page: Page) -> bool:
    """Whether a line is no longer than those that have names and no word that tells them, without its words of
    dates."""
    share, dated = page.date_shares[block.index]
    return is_short(block, round(WORDS_OF_A_NAME_LINE / (1.1 - share)) if dated else WORDS_OF_A_NAME_LINE)


def above_photographers(block: Block, page: Page) -> bool:
    """Whether the line below says that the one who is named took the pictures."""
    below = page.neighbour(block, 1)
    return below is not None and names_photographers(below)


def is_furniture(block: Block, page: Page) -> bool:
    """Whether a line is one of those that pages have about themselves, or names who is in the picture below, or who
    took the one above."""
    above, following, cues = page.neighbour(block, -1), page.neighbour(block, 1), page.cues
    dated = page.date_shares[block.index][1]  # which no caption of a few words is
    return (
        cues.boilerplate_whole(block)
        or cues.related_head(block)
        or (
            not dated
            and following is not None
            and following.words <= WORDS_OF_A_CREDIT
            and is_credit_line(following, cues)
            and not is_agency_list(following.lower, cues)  # the author's, or beside the author
        )
        or (above is not None and above.role is Role.CAPTION and is_credit_line(block, cues))
        or above_photographers(block, page)
        or (page.credits[block.index].alone and page.has_marked_credit(block.index))
        or names_picture_agency(block, cues)
    )


def is_hangul(text: str) -> bool:
    """Whether a text is two syllables of Korean."""
    return len(text) == 2 and all("\uac00" <= character <= "\ud7af" for character in text)


def tells_time_ago(block: Block | None, page: Page) -> bool:
    """Whether a short line has a number, but no whole date: "2 hours ago"."""
    if block is None or block.words > WORDS_OF_A_NAME_LINE or not DIGITS.search(block.text):
        return False
    if page.cues.dates_opening(block):
        return False  # "Updated 14:05", of the article
    return page.date_shares[block.index][0] > LEAST_SHARE and not find_dates(block.lower, page.cues.language)
