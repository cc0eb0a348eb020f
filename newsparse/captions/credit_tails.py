"""Where the credit at the end of a caption begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newsparse.block import AFTER_STOP, STOPS, Block, has_any
from newsparse.captions.credit_names import (
    FEWEST_LETTERS,
    LONGEST_NAMES,
    behind_slash,
    behind_stop,
    glued_word,
    last_stop,
    mark_alone,
    names_in_capitals,
)
from newsparse.captions.credits import (
    AROUND_CREDIT,
    BARS,
    COMMAS,
    FEWEST_WORDS,
    GLUED_NAME,
    LONGEST_SHORT,
    MOST_ALONE,
    MOST_WORDS,
    PARENTHESES,
    SLASHED,
    are_names,
    behind_bar,
    is_agency_list,
    is_mark_alone,
    is_short_medium,
    names_photo_agency,
    needs_name,
)
from newsparse.captions.eastern_credits import dated_tail, eastern_tail
from newsparse.captions.pictures import label_behind
from newsparse.dates.dated import DAY
from newsparse.languages import is_inside
from newsparse.names import has_given_name, is_name
from newsparse.splitting.signed_prose import is_day

if TYPE_CHECKING:
    from newsparse.cues import PageCues

TAIL, LONGEST = 120, 80
"""Characters at the end of a caption among which its credit is looked for, and of a credit there at most."""
MOST_UNTOLD = 5
"""Words of a credit behind a sentence that no word for a picture opens, at most; of more, all must be names."""
GLUED = re.compile(r"(?<=[^\W\d_])[.…](?=[^\W\d_]+$)|(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ][^\W\d_A-ZÀ-Þ]+$)")
"""Where the word for a picture begins that is glued to the caption's last word: "TurniersBild", "Haus.Foto"."""
LONGEST_GLUED = 30
LONGEST_WORDS = 27
"""Characters before a colon in which a word for a picture stands, or two."""
MARKS = tuple("©:：/|)]）")
"""One of them stands in every credit behind which a full stop may stand."""
BEFORE_NAMES = (". ", "।", "۔")
"""What ends the sentence before names that nothing but their form tells: East Asia's have none to tell them."""
SENTENCE_ENDS = (*BEFORE_NAMES, "。", ".) ", ".(")
"""What ends the sentence before a credit."""
DASHES = "-–—"
DIVIDERS_OF_NAMES = ("/", " | ")
"""What stands between a name and a medium in parentheses; behind a dash, links have where they lead."""
SIGNS_BEFORE = (*".,!?…-–。।۔", *COMMAS[1:])
"""One of them stands before every credit without such a mark: a stop, a dash or a comma."""
LONGEST_ABBREVIATION = 5
"""Letters of a word for a picture that is shortened."""
MOST_OF_MEDIUM = 3
"""Words of the medium before a colon and a name: "(ABC News: Jane Roe)"."""


def credit_tail(block: Block, cues: PageCues) -> int:
    """Where in the block's text the credit at its end begins, or 0.

    A credit begins with a copyright sign or a claim of rights, with a word for a picture and a colon, or is an
    agency's name in parentheses, behind a bar or slash, or as the last words. Below a text as long as a paragraph
    agencies alone sign the article; behind a day they are its source; a call to read on has none.
    """
    place = 0 if block.signed else find_tail(block, cues)
    if not place:
        return 0 if cues.spaced or block.signed else dated_tail(block.lower)
    return 0 if is_day(block.text[:place], cues) or cues.related_opening(block) else place


def find_tail(block: Block, cues: PageCues) -> int:
    """Where what looks like a credit begins at the end of a block's text, or 0."""
    text, lower = block.text, block.lower
    if text[-1] in DASHES:
        return 0  # a dateline alone
    first = max(0, len(text) - TAIL)
    end = lower[first:]  # what it has not is looked for no further: a look into it takes a third of a search's time
    for claim in cues.claims:
        if claim in end and (place := claim_of_rights(text, lower, first, cues)):
            return place
    if not cues.spaced and (place := eastern_tail(text, lower, cues)):
        return place
    if lower.endswith(cues.credit_behind) and (place := before_short_word(text, first, cues)):
        return place
    if text[-1] == "." and (place := mark_alone(lower, first, cues)):
        return place
    if text[-1] not in STOPS and cues.spaced and text[-2:].isupper() and (place := names_in_capitals(text)):
        return place
    marked = has_any(end, MARKS)
    if not marked and (text[-1] in STOPS or not has_any(lower, SIGNS_BEFORE)):
        return 0  # most paragraphs and most titles: nothing that a credit would begin with
    label = label_behind(lower, cues)
    if label:
        text, lower = text[:-label].rstrip(), lower[:-label].rstrip()
        if not text:
            return 0
        end = lower[first:]
    if marked:
        sign = max(text.rfind("©", first), letter_in_parentheses(text, first, cues))
        found = behind_word(text, lower, first, cues) or in_parentheses(text, lower, first, cues)
        if sign > 0 and len(text) - sign <= LONGEST:
            return min(found or sign, sign)
        if found:
            return found
    bars = [bar for bar in BARS if bar in end]
    slashed = behind_slash(text, first, cues) if " /" in end and cues.spaced else 0
    if slashed:
        return slashed
    for bar in bars:
        place = text.rfind(bar, first)
        if place > 0 and names_photo_agency(lower[place + len(bar) :], cues):
            return with_names_before(text, lower, place, first, cues)
    behind = behind_bar(lower, first, cues) if bars else 0
    if not behind and ("." in end or "。" in end or "।" in end or "۔" in end):
        behind = behind_last_sentence(text, lower, first, cues)
    if behind:
        return behind
    apart = (glued_word(text, lower, first, cues) or behind_stop(text, first, bars, cues)) if cues.spaced else 0
    if apart:
        return apart
    around = around_slash(text, lower, first, cues) if "/" in end else 0
    around = around or behind_comma(lower, cues, short=block.words <= MOST_ALONE)
    return around or (names_behind_slash(block, cues) if "/" in end and has_given_name(text[text.rfind("/") :]) else 0)


def behind_comma(lower: str, cues: PageCues, *, short: bool) -> int:
    """Where the comma stands behind which an agency that has nothing but pictures, or the words for a picture of the
    archive ("Přívoz, ilustrační foto"), end a short line, or 0."""
    place = max(map(lower.rfind, COMMAS))
    tail = lower[place + 1 :].strip()
    agency = short and tail in cues.picture_agencies
    return place if place > 0 and (agency or (" " in tail and tail in cues.marks)) else 0


def around_slash(text: str, lower: str, first: int, cues: PageCues) -> int:
    """Where the names begin that are divided by slashes at a line's end, one of them an agency, or 0."""
    slash = text.rfind("/", first)
    if slash <= 0:
        return 0
    if lower[slash + 1 :].strip(AROUND_CREDIT) in cues.photo_agencies:
        glued = GLUED_NAME.search(text, first, slash)
        if glued:
            return glued.end()
        end = len(text[:slash].rstrip())
        names = max(last_stop(text, ". ", first, slash), text.rfind("  ", first, end)) + 2
        word = text.rfind(" ", 0, end) + 1
        ahead = text.rfind(" ", 0, max(word - 1, 0)) + 1
        if text[word].isupper() and has_given_name(text[ahead:word]) and text[ahead].isupper():
            word = ahead  # "com festa Rui Melo/Folhapress"
        # the last word of a caption, written small, is no name
        return max(names, slash if text[word].islower() and end == slash and names < word else word, 1)
    slash = text.find("/", first)
    words = lower[first:slash].split()
    for size in (3, 2, 1):
        name = " ".join(words[-size:])
        if len(words) > size and name in cues.photo_agencies and are_names(text[slash + 1 :].split(), cues):
            place = lower.rfind(name, first, slash)
            return place if place > first or first == 0 else 0
    return 0


def before_short_word(text: str, first: int, cues: PageCues) -> int:
    """Where the names begin that stand between a line's last sentence and a shortened word for a picture, or 0."""
    end = text.rfind(" ")
    stop = last_stop(text, ". ", first, end)
    # without a sentence before, an initial tells where they begin: "Senasis tiltas J. Petraičio nuotr."
    place = stop + 2 if stop > 0 else text.rfind(" ", first, max(text.rfind(". ", first, end), 0)) + 1
    return place if place >= FEWEST_LETTERS and are_names(text[place:end].split(), cues) else 0


def claim_of_rights(text: str, lower: str, first: int, cues: PageCues) -> int:
    """Where a claim of rights behind a few words begins ("The bridge. Copyright Jane Roe"), or 0; it has a capital."""
    places = [place + 1 for claim in cues.claims if (place := lower.find(claim, first)) > 0]
    places = [place for place in places if not text[place].islower() and cues.rights.opening(lower[place:])]
    place = min(places, default=0)
    return place if place and len(lower[:place].split()) >= FEWEST_WORDS else 0


def behind_word(text: str, lower: str, first: int, cues: PageCues) -> int:
    """Where a word for a picture before a colon begins ("Foto: Jane Roe"), or 0; it may be glued to the caption."""
    # not the last sign, behind which nothing is: "as you see in our video:"
    for colon in colons(lower[:-1], first, ":：" if cues.spaced else ":：=＝"):
        if not cues.credit.ends(" ".join(lower[max(first, colon - LONGEST_WORDS) : colon].split())):
            continue  # most colons, at a third of the time
        start = colon
        while start > max(first, colon - LONGEST_WORDS) and (is_inside(lower[start - 1]) or lower[start - 1] in " .-_"):
            start -= 1
        words = lower[start:colon].split()
        if not words:
            continue
        last = words[-1]
        place = lower.rfind(last, start, colon)
        if text[place + 1 : place + len(last)] != last[1:] or "." in last or "…" in last:
            glued = GLUED.search(text, max(place, colon - LONGEST_GLUED), place + len(last))
            if glued:
                place, last = glued.end(), lower[glued.end() : place + len(last)]
        if len(words) >= 2 and " ".join(words[-2:]) in cues.credit:
            return lower.rfind(words[-2], 0, place)
        if place > 0 and last in cues.credit:
            return with_short_medium(text, place, place + len(last))
    return 0


def with_short_medium(text: str, place: int, end: int) -> int:
    """Where a credit begins whose word for a picture is in capitals: at the medium before it ("ST PHOTO: JANE ROE")."""
    before = text[:place].rstrip()
    caption, _, medium = before.rpartition(" ")
    short = is_short_medium(medium) and text[place:end].isupper()
    return len(caption) + 1 if short and caption and not caption.isupper() else place


def colons(text: str, first: int, signs: str) -> Iterator[int]:
    """The places of all colons, or what stands for them, from `first` on."""
    for sign in signs:
        place = text.find(sign, first)
        while place >= 0:
            yield place
            place = text.find(sign, place + 1)


def in_parentheses(text: str, lower: str, first: int, cues: PageCues) -> int:
    """Where parentheses with a credit at a text's end begin ("(AP Photo/Jane Roe)", "(Archivbild)."), or 0."""
    end = len(text) - (text[-1] == ".")
    if text[end - 1 : end] not in (")", "]", "）"):
        return 0
    opening = max(text.rfind("(", first), text.rfind("[", first), text.rfind("（", first))
    if opening <= 0:
        return 0
    inner = lower[opening + 1 : end - 1]
    if len(inner) <= LONGEST_SHORT and text[opening + 1 : end - 1].istitle():
        return 0  # "(Ap)", a party
    if names_photo_agency(inner.replace(". ", "/"), cues):
        return with_names_before(text, lower, opening, first, cues)
    names = text[opening + 1 : end - 1]
    if has_any(inner, DIVIDERS_OF_NAMES) and is_divided_credit(names, cues):
        return opening
    if ", " in inner and text[:opening].rstrip()[-1:] in STOPS and is_name_and_medium(names, cues):
        return opening
    if inner.strip() in cues.marks:
        return opening
    if not cues.spaced and cues.credit.closing(inner):
        return opening
    medium, colon, name = text[opening + 1 : end - 1].partition(": ")
    if colon and len(medium.split()) <= MOST_OF_MEDIUM and are_names(medium.split(), cues):
        return opening if len(name.split()) > 1 and are_names(name.split(), cues) else 0
    behind = cues.credit.closing(inner) if cues.spaced else ""
    if behind and are_names(text[opening + 1 : end - 1 - len(behind)].split(), cues):
        return opening  # "(Jane Roe photo)"
    word = cues.credit.opening(inner) or phrase_inside(inner, cues)
    return opening if word and len(inner) > len(word) and len(inner.split()) <= 8 else 0


def is_divided_credit(inner: str, cues: PageCues) -> bool:
    """Whether parentheses have names with a slash between, the last of them an agency ("Family handout/PA"), or the
    first a person's, with a slash or bar and spaces around it ("Jane Roe | Harbour Post")."""
    parts = inner.split("/")
    if len(parts) > 1 and parts[-1].strip().lower() in cues.news_agencies:
        return all(part.strip() for part in parts)
    parts = inner.split(" | " if " | " in inner else " / ")
    return len(parts) > 1 and has_given_name(parts[0]) and all(are_names(part.split(), cues) for part in parts)


def is_name_and_medium(inner: str, cues: PageCues) -> bool:
    """Whether parentheses have a full name, a comma and another name: "Jane Roe, Harbour Post"."""
    name, _, medium = inner.partition(", ")
    return is_name(name) and has_given_name(name) and "," not in medium and are_names(medium.split(), cues)


def letter_in_parentheses(text: str, first: int, cues: PageCues) -> int:
    """Where "(c)" stands before a few names at a text's end, or 0."""
    place = text.rfind("(c) ", first)
    return place if place > 0 and are_names(text[place + len("(c) ") :].split(), cues) else 0


def phrase_inside(inner: str, cues: PageCues) -> str:
    """Words for a picture that a name must follow, behind a few others ("Staff photo by Jane Roe"), or ""."""
    space = inner.find(" ")
    for _ in range(MOST_OF_MEDIUM):
        word = cues.credit.opening(inner[space + 1 :]) if space > 0 else ""
        if word and needs_name(word, cues):
            return word
        space = inner.find(" ", space + 1)
    return ""


def with_names_before(text: str, lower: str, place: int, first: int, cues: PageCues) -> int:
    """Where the credit of an agency at `place` begins: at the names before it, if a sentence ends before them."""
    start = last_stop(text, ". ", first, place) + 2
    agency = lower[start:place].strip() in cues.photo_agencies  # "picture alliance / dpa"
    if start < FEWEST_LETTERS or not (agency or are_names(text[start:place].split(), cues)):
        return place
    return before_abbreviation(lower, start, cues) or start


def before_abbreviation(lower: str, place: int, cues: PageCues) -> int:
    """Where the word for a picture begins that a full stop before `place` shortens ("Fot. Anna Nowak"), or 0."""
    if lower[place - 2 : place] != ". ":
        return 0
    word = cues.credit.closing(lower[max(0, place - LONGEST_WORDS) : place].rstrip(" ."))
    return lower.rfind(word, 0, place) if 0 < len(word) <= LONGEST_ABBREVIATION else 0


def behind_last_sentence(text: str, lower: str, first: int, cues: PageCues) -> int:
    """Where a credit behind the last sentence begins, or 0: an agency, a name and a job, two words and a slash."""
    if text.rstrip(AFTER_STOP)[-1:] in ".!?…。":
        return 0
    place = max([last_stop(text, stop, first) + len(stop) for stop in SENTENCE_ENDS])
    short = before_abbreviation(lower, place, cues)
    if short:
        return short
    mark = lower.rfind(") ", place)
    if mark > 0 and lower[place] == "(":
        place = mark + 2  # "(Archivbild) picture alliance / dpa"
    tail = lower[place:].strip(PARENTHESES)
    words = tail.split()
    if not cues.spaced and len(words) > 1 and "@" in words[-1]:
        tail = " ".join(words[:-1])  # the reporter's address
        if DAY.fullmatch(tail.strip(".")):
            return place
    if place < FEWEST_LETTERS or not 1 <= len(words) <= MOST_WORDS or len(tail) > LONGEST:
        return 0
    word = cues.credit.opening(tail)
    names = text[place:].strip(PARENTHESES).split()
    if is_mark_alone(tail, cues):
        return place
    if word and (tail in cues.marks or needs_name(word, cues) or are_names(names[len(word.split()) :], cues)):
        return place
    if len(words) > MOST_UNTOLD or len(tail) > LONGEST_NAMES:
        return place if are_agencies_or_names(names, cues) else 0
    if names_photo_agency(tail, cues) or is_agency_list(tail, cues):
        return place
    slashed = SLASHED.fullmatch(text[place:].strip(PARENTHESES))
    if slashed and (len(words) <= 3 or (are_names(names, cues) and has_given_name(names[0]))):
        return place
    return place if 2 <= len(words) <= 4 and cues.job_after(tail) else 0


def are_agencies_or_names(words: Sequence[str], cues: PageCues) -> bool:
    """Whether words are names with slashes between, one of them an agency: "picture alliance / dpa / Jane Roe"."""
    parts = [part.strip() for part in " ".join(words).split("/")]
    agencies = [part for part in parts if part.lower() in cues.photo_agencies]
    return 0 < len(agencies) < len(parts) and all(part in agencies or are_names(part.split(), cues) for part in parts)


def names_behind_sentence(block: Block, cues: PageCues) -> int:
    """Where names begin that stand behind a line's last sentence and have no full stop, or 0: mostly a credit."""
    if block.ends_with_stop:
        return 0  # most lines
    text = block.text
    place = max([last_stop(text, stop, 0) + len(stop) for stop in BEFORE_NAMES])
    if place < FEWEST_LETTERS or len(text) - place > LONGEST_NAMES:
        return 0
    return place if are_names(text[place:].split(), cues) else 0


def names_behind_slash(block: Block, cues: PageCues) -> int:
    """Where the slash stands behind which a name ends a caption ("Die Fähre legt am Morgen ab / J. Roe"), or 0."""
    before, slash, name = block.text.rpartition(" / ")
    told, names = before.split(), name.split()
    if not slash or len(told) < FEWEST_WORDS or not 1 < len(names) <= FEWEST_WORDS or block.ends_with_stop:
        return 0
    return len(before) if are_names(names, cues) and not are_names(told[-FEWEST_WORDS:], cues) else 0
