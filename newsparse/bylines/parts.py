"""A byline cut into the parts that names are read from: without addresses and dates, and without the photographers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from newsparse.cues import PageCues
from newsparse.names import (
    LONGEST_NAME,
    editors,
    glued_openings,
    has_given_name,
    is_east_asian_name,
    is_surname_first,
    names_table,
    particles,
)

PART = re.compile(
    r"(?:(?<!\s)\s+)?(?:[|•●·∙⋅/／｜丨;；=＝\t]|(?<=[^\W\d_]{4})\.\s|"
    r"[(（\[【〔](?:[^()（）\[\]【】〔〕]{0,40}[(\[][^()（）\[\]【】〔〕]{0,40}[)\]])?[^()（）\[\]【】〔〕]{0,80}[)）\]】〕])\s*"
)
"""What stands between the parts of a byline: bars, dots, full stops, parentheses with what is in them."""
DASH = re.compile(r"\s[–—―-]+\s")
"""What a place, a medium or a date stands behind, hardly ever another author."""
PART_MARK = re.compile(r"[|•●·∙⋅/／｜丨;；=＝\t.(（\[【〔](?:(?<!\.)|(?=\s))")
DASH_MARK = re.compile("[–—―-]")
"""One of each stands in every line that `PART` or `DASH` cuts: most lines have none."""
ADDRESS = re.compile(
    r"\S{1,80}@\S{0,80}|(?<!\S)@\w{1,40}|(?:https?://|www\.)\S{1,200}|(?<![^\s,])[^\W\d_][\w-]{3,20}\.[a-z]{2,3}(?![^\s,])"
)
"""Where somebody is written to or read: a mail address, a handle, a site."""
PLACED = re.compile(r"\s?[(（\[【][^()（）\[\]【】=＝]{1,12}[=＝]([^()（）\[\]【】=＝]{2,12})[)）\]】]\s?(?=\S)")
"""A place and an agency before the reporter: "(서울=뉴스1) 김서연 기자"."""
BETWEEN_LETTERS = re.compile(r"(?<=[^\W\d_])[|•·｜/](?=[^\W\d_])")
BEFORE_DIGIT = re.compile(r"(?:(?<=[^\W\d_])|(?<=[^\W\d_],))(?=\d)")
GLUED_DASH = re.compile(r"(?<=[^\W\d_]{2})-$")
"""A dash glued to the word before it: "ALİ KAYA- ANKARA"."""
LABEL_MARKS = frozenset(":：=＝/／|｜丨")
LABEL = re.compile(r"(?<!\S)([^\W\d_][^\s:：]{0,24})\s?[:：]\s?")
"""A word before a colon."""
LABEL_UNSPACED = re.compile(r"(?<!\S)([^\W\d_][^\s:：=＝/／|｜丨]{0,8})\s?[:：=＝/／|｜丨]\s?")
"""A word before a colon, bar, slash or equals sign, as the scripts without spaces have labels."""
NAME_OF_CHINA = 3
"""Signs of a Chinese name, mostly."""
SHORTEST_FULL_NAME = 3
"""Signs of a name with its given name behind a label."""
WORDS_OF_A_NAME = 2
MOST_WORDS = 10
"""Words of a line of names in which a letter for "and" is looked for."""
SHORTEST_GLUED = 4
"""Letters of two words written together without a space ("MackenzieLifestyle") that each must have at least."""


def names_alone(text: str, cues: PageCues) -> list[str]:
    """A byline cut at its labels, with a bar in place of every address, date and seam between elements of the page."""
    if not cues.spaced:
        placed = PLACED.match(text)
        if placed and cues.is_agency(placed[1]):
            text = text[placed.end() :]
        text = dot_of_japan().sub("、", labels_with_colons(behind_media(text, cues), cues))
    if "@" in text or "/" in text or "." in text:
        text = ADDRESS.sub(" | ", text)
    if cues.and_prefixes:
        text = without_prefix(text, cues)
    return [without_dates(segment, cues) for segment in segments(unglued(text, cues), cues)]


def given_first(text: str) -> str:
    """A text that is nothing but surnames, each with a comma before the given name, as in archives, the other way
    round: "Redmond, Clara; Brix, Jo" becomes "Clara Redmond, Jo Brix"."""
    if "," not in text:
        return text  # most bylines
    people = [person.strip().split(", ") for person in text.split(";")]
    turned = [
        f"{names[1]} {names[0]}"
        for names in people
        if len(names) == WORDS_OF_A_NAME
        and " " not in names[0]
        and names[1].count(" ") < WORDS_OF_A_NAME
        and has_given_name(names[1].partition(" ")[0])
    ]
    return ", ".join(turned) if len(turned) == len(people) else text


def without_prefix(text: str, cues: PageCues) -> str:
    """A text with a comma for the word for "and" that opens the third word of four, or a desk, behind two of a name.

    First names that begin with the same letter stay whole.
    """
    words = text.split()
    if len(words) > MOST_WORDS:
        return text
    behind = 0  # words since the last comma
    for number, word in enumerate(words):
        short = word[1:]
        if behind >= WORDS_OF_A_NAME and len(short) >= WORDS_OF_A_NAME and word.startswith(cues.and_prefixes):
            rest = " ".join([short, *words[number + 1 :]])
            name = (
                word not in names_table()["prefixed_alike"]
                and word.isalpha()
                and "".join(words[number + 1 : number + 2]).isalpha()
            )
            if cues.is_desk(rest) or name:
                words[number - 1] += ","
                words[number] = short
                behind = 0
        behind = 0 if words[number][-1] in ",،:" else behind + 1
    return " ".join(words)


def labels_with_colons(text: str, cues: PageCues) -> str:
    """A text with a colon for the dot or space behind the labels of those who edited or took the pictures:
    "写真・佐藤健", "编辑 陈静"."""
    words = text.split()
    for number, word in enumerate(words):
        if word in editors() and is_east_asian_name("".join(words[number + 1 : number + 2])):
            words[number] = f"{word}："
        label, _, name = word.partition("・")
        known = label in cues.credit or f"{label}・" in cues.credit or label in editors()
        if len(name) >= SHORTEST_FULL_NAME and known:
            words[number] = f"{label}：{name}"
    return " ".join(words)


def behind_media(text: str, cues: PageCues) -> str:
    """A text with a space behind each job that has a medium before it, or nothing, and a name behind it:
    "江城日报记者周启明", "記者黃大為"."""
    words = text.split(" ")
    for number, word in enumerate(words):
        start = next((len(job) for job in cues.jobs_behind if word.startswith(job)), 0)
        named = start > 0 and is_surname_first(word[start : start + NAME_OF_CHINA])
        place = start if named else cues.job_behind_medium(word)
        if 0 < place < len(word):
            words[number] = f"{word[:place]} {word[place:]}"
    return " ".join(words)


@cache
def dot_of_japan() -> re.Pattern[str]:
    """A dot between signs, not one inside a foreign name; compiled when first used, as its classes take 3 ms."""
    return re.compile("(?<=[\u3400-\u9fff])・(?=[\u3400-\u9fff])")


def stretches(text: str) -> list[str]:
    """A text cut at its dashes."""
    return [text] if DASH_MARK.search(text) is None else DASH.split(text)


def parts(text: str) -> list[str]:
    """A text cut at its bars, dots, full stops and parentheses."""
    return [text] if PART_MARK.search(text) is None else PART.split(text)


def before_picture_label(text: str, cues: PageCues) -> str:
    """A line up to a word for a picture and a colon: who took the picture is no author of the text."""
    if ":" not in text and "：" not in text:
        return text
    label = next((match for match in LABEL.finditer(text) if match[1].lower() in cues.credit), None)
    return text if label is None else text[: label.start()]


def segments(line: str, cues: PageCues) -> Iterator[str]:
    """A line cut at the labels inside it, without what stands behind those of pictures, editors and translators.

    "Jane Roe Photos: John Doe" is cut to "Jane Roe", and so is "王小明 编辑：陈静" to "王小明".
    """
    label_pattern = LABEL if cues.spaced else LABEL_UNSPACED
    if LABEL_MARKS.isdisjoint(line):
        yield line
        return
    kept = 0
    taken = True
    for match in label_pattern.finditer(line):
        label, start = match[1].lower(), match.start()
        words = line[kept:start].split()
        if words and f"{words[-1].lower()} {label}" in editors():
            label, start = f"{words[-1].lower()} {label}", line.rindex(words[-1], kept, start)
        known = label in cues.credit or label in editors()
        if not known and (cues.job_after(label) or (label not in cues.by and f"{label}:" not in cues.by)):
            continue
        if taken:
            yield line[kept:start]
        kept, taken = match.end(), not known
    if taken:
        yield line[kept:]


def unglued(text: str, cues: PageCues) -> str:
    """A line with a bar between words that a page has set in two elements without a space.

    "Jane RoeSports Writer" becomes "Jane Roe | Sports Writer"; "byJane Roe" becomes "by Jane Roe".
    """
    if PART_MARK.search(text) is not None:
        text = BETWEEN_LETTERS.sub(" | ", text)
    words = BEFORE_DIGIT.sub(" ", text).split(" ")
    for number, word in enumerate(words):
        if "-" in word[1:]:
            words[number] = word = GLUED_DASH.sub(" - ", behind_surname(word))
        if not word[1:].islower() and not word.isupper() and len(word) > 2:
            words[number] = split_hump(word, cues, first=number == 0)
    return " ".join(words)


def behind_surname(word: str) -> str:
    """A word with a comma for the hyphen between a surname in capitals and the next one's first name: "YALIN-Ayşe"."""
    left, hyphen, right = word.partition("-")
    glued = (
        hyphen and len(left) >= SHORTEST_FULL_NAME and left.isupper() and right[:1].isupper() and right[1:].islower()
    )
    return f"{left}, {right}" if glued else word


def split_hump(word: str, cues: PageCues, *, first: bool) -> str:
    """A word with a capital inside, cut in two where both halves are words."""
    for place in range(2, min(len(word), LONGEST_NAME)):
        if not (word[place].isupper() and word[place - 1].islower()):
            continue
        left, right = word[:place].lower(), word[place:].lower().rstrip(".,:")
        if (first or word[:place].islower()) and cues.byline_words(left) == left:
            return f"{word[:place]} {word[place:]}"
        if left in glued_openings():
            continue
        known = right in cues.jobs or right in cues.words_of_pages or right in cues.language.date_words
        if known or (len(left) >= SHORTEST_GLUED and len(right) >= SHORTEST_GLUED):
            return f"{word[:place]} | {word[place:]}"
    return word


def without_dates(text: str, cues: PageCues) -> str:
    """A line with a bar in place of every date, time, reading time and word such as "updated"."""
    words = text.split()
    kinds = [kind_of(word, cues) for word in words]
    kept: list[str] = []
    index = 0
    while index < len(words):
        end = index
        while end < len(words) and kinds[end]:
            end += 1
        if end == index:
            kept.append(words[index])
            index += 1
            continue
        run, last = words[index:end], end == len(words)
        named = last and is_surname(run, kept, cues)
        stop = 0 if named else end_of_date(run, kinds[index:end], cues, last=last, first=index == 0)
        kept += [*(["|"] if stop else []), *words[index + stop : end]]
        index = end
    return " ".join(kept)


def kind_of(word: str, cues: PageCues) -> str:
    """What a word says of a date: "digit", "telling" ("updated"), "word" ("May", "min"), or "" for any other."""
    if not word.isalpha() and any(map(str.isdecimal, word)):
        return "digit"
    lower = word.lower().strip(".,:：()•")
    if lower in cues.date_telling:
        return "telling"
    return "word" if lower in cues.language.date_words else ""


def is_surname(run: Sequence[str], before: Sequence[str], cues: PageCues) -> bool:
    """Whether words of dates that end a line end a name: one with a capital behind one word of a name ("Elizabeth
    Day"), or two that are the whole line, the first of them a first name ("Jan Heute")."""
    if not (run[-1].isalpha() and run[-1][0].isupper()) or run[-1].lower() in cues.date_telling:
        return False
    if len(run) == 2 and not before:
        return run[0].isalpha() and run[0][0].isupper() and has_given_name(run[0])
    words = list(before[-2:])
    if len(words) == 2 and (
        words[0].endswith((",", ";", "|"))
        or cues.is_job(words[0].lower())
        or words[0].lower() in cues.titles
        or cues.between_names.fullmatch(words[0])
    ):
        words = words[1:]
    return (
        len(run) == len(words) == 1
        and words[0].isalpha()
        and words[0][0].isupper()
        and not cues.is_job(words[0].lower())
    )


def end_of_date(words: Sequence[str], kinds: Sequence[str], cues: PageCues, *, first: bool, last: bool) -> int:
    """How many words of a run of words of dates are one; 0 where they are part of a name ("April", "Jan", "Di").

    Behind a whole day in digits a month's name is a first name: "3.5.2024 Jan Roe".
    """
    if "digit" in kinds:
        stop = len(words) - kinds[::-1].index("digit")
        if stop < len(words) and words[stop].lower() in cues.language.months and not last:
            return stop if len(words[stop - 1].strip(".,")) > 2 else stop + 1
        return len(words)
    if not last and words[0].lower() in cues.language.months and particles().issuperset(words[1:]):
        return 0  # "Jan van Wijk"
    if "telling" in kinds or (len(words) > 1 and (first or last)):
        return len(words)
    return 1 if last and not first and words[0].lower().strip(".,") not in cues.language.months else 0
