"""Jobs in a piece of a byline, and what they are of: cut from before and behind the name."""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.bylines.words import EDGES, is_medium
from newsparse.cues import PageCues
from newsparse.names import (
    editors,
    first_names_too,
    has_given_name,
    is_full_name,
    other_beats,
    particles,
    photographers,
)

GERSHAYIM = "״"
"""The mark in shortened words of Hebrew, for which many pages have the quotation mark of a keyboard."""


def without_jobs(words: list[str], cues: PageCues, *, named: bool = False) -> list[str]:
    """The words of the name, without the titles and jobs before and behind it; none where there is only a job."""
    other = cues.language.function_words
    while words and words[0].lower().replace('"', GERSHAYIM) in cues.titles:
        words = words[1:]
    lower = [word.lower().strip(EDGES) for word in words]
    jobs = [number for number, word in enumerate(lower) if cues.is_job(word)]
    if jobs:
        named_all = [] if cues.spaced else names_among_jobs(words, cues)
        if named_all:
            return named_all
        first, last = jobs[0], jobs[-1] + 1
        first -= words_of_beat(lower[:first], kept=2)
        behind = words[last:]
        if first >= (2 if cues.spaced else 1) and not is_beat(words[:first], behind, cues, named=named):
            return words[:first]
        if not cues.spaced:
            return [] if lower[first] in editors() else behind
        if len(behind) < 2 or (
            behind[0].islower() and (behind[0] not in particles() or behind[0] in cues.places or behind[0] in other)
        ):
            return []  # "Jane Roe, reporter in London", the job and more of it
        return [word for word in behind if word.lower() not in cues.titles]
    while len(words) > 2 and lower[len(words) - 1] in cues.words_of_pages and words[-2] not in particles():
        words = words[:-1]
    return words


def names_among_jobs(words: Sequence[str], cues: PageCues) -> list[str]:
    """The names of East Asia that jobs stand before or behind, but for those behind an editor's or a photographer's;
    none where there is anything else: "实习生 李响 记者 张伟"."""
    names: list[str] = []
    taken = True
    for word in words:
        if cues.is_job(word) or word in editors():
            taken = word not in editors() and word not in photographers()
        elif not is_full_name(word):
            return []
        elif taken:
            names.append(word)
    return names


def has_job(words: list[str], cues: PageCues) -> bool:
    """Whether a name stands before a job that has a desk's word: "Jane Roe Staff Writer"."""
    rest = without_jobs(words, cues)
    named = 2 <= len(rest) < len(words) and not any(cues.is_desk(word.lower()) for word in rest)
    return named and not is_medium(" ".join(rest), cues)


def without_beat(piece: str) -> str:
    """A piece that more of a job follows, without its beat: "Jane Roe Health" before "and science reporter"."""
    words = piece.split()
    return " ".join(words[:-1]) if len(words) > 2 and words[-1].lower() in other_beats() else piece


def words_of_beat(words: Sequence[str], *, kept: int) -> int:
    """How many words before a job, in lower case, say what the job is of, beyond those `kept` for the name."""
    end = len(words)
    while size := next(
        (n for n in (3, 2, 1) if end - n >= kept and " ".join(words[end - n : end]) in other_beats()), 0
    ):
        end -= size
    return len(words) - end


def is_beat(words: Sequence[str], behind: Sequence[str], cues: PageCues, *, named: bool) -> bool:
    """Whether all words before a job say what it is of ("Home Affairs", "Our Special", "AP Medical").

    They do without a known first name where somebody is named before them, or with one behind the job.
    """
    if has_given_name(" ".join(words)) or any("." in word or len(word) == 1 for word in words):
        return False
    if len(behind) > 1 and behind[0][0].isupper() and has_given_name(" ".join(behind)):
        return True
    first = words[0].lower()
    if not words[0][0].isupper() or not cues.spaced:
        return False
    small = first in cues.language.function_words and first not in particles() | first_names_too()
    told = named or small or words_of_beat([word.lower() for word in words], kept=0) == len(words)
    return told or (words[0].isupper() and not words[-1].isupper() and cues.is_agency(first))
