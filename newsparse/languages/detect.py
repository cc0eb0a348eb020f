"""Which language a page is written in, by its own most frequent words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain

from newsparse.languages.language import Language
from newsparse.languages.registry import Languages

NO_UNSPACED = re.compile("[\x00-\u0dff\u1e00-\u3040]*")
"""Characters that none of the scripts that tell the language by themselves has, all but exact."""
SAMPLE = 1500
"""Characters that are looked at; a few sentences tell."""
LEAST_SHARE = 0.12
"""Function words make up a third of most texts; a text with fewer than this is in some other language."""

LEAST_LETTERS, FEWEST_LETTERS = 0.01, 4
"""The share of letters that only one language has which tells it; and how many: a name may have one."""
SURE = 2
"""How many times as many function words as the next language has tell it where they are half as many: where words have
many endings, fewer of them are always the same. Languages with as many words as the first do not count as next."""
AT_ONCE = 60
"""Words that are read before another look at whether they tell."""
CLEAR = 12
"""Function words of a language, twice as many as of any other, that tell."""


def detect(text: str, languages: Languages) -> Language | None:
    """The language of `text` among `languages`, or None if it is in none of them."""
    sample = text[:SAMPLE]
    if not sample.isascii() and NO_UNSPACED.fullmatch(sample) is None:
        sample = sample.lower()
        in_kana, in_hangul, in_han, in_thai = (
            len(script.findall(sample)) for script in (kana(), hangul(), han(), thai())
        )
        east = in_kana + in_hangul + in_han
        if 4 * max(in_thai, east) > len(sample.replace(" ", "")):
            if in_thai > east:
                return languages.get("th", None)
            code = "ko" if in_hangul > in_kana + in_han else "ja" if 10 * in_kana > in_han else "zh"
            return languages.get(code, None)
    # words that punctuation clings to are lost, which costs no language more than another
    counts: Counter[str] = Counter()
    read, rest = 0, sample
    while rest and not is_clear(counts):
        words = rest.split(None, AT_ONCE)
        rest = words.pop() if len(words) > AT_ONCE else ""
        read += len(words)
        # only what is read is made lower-case: the first words tell the language of most pages
        codes = filter(None, map(languages.function_words.get, " ".join(words).lower().split()))
        counts.update(chain.from_iterable(codes))
    if not counts:
        return by_letters(sample.lower(), languages)
    most = max(counts.values())
    second = max((count for count in counts.values() if count < most), default=0)
    if most < LEAST_SHARE * read * (0.5 if most >= SURE * second else 1.0):
        return by_letters(sample.lower(), languages)
    best = sorted(code for code, count in counts.items() if count == most)
    return languages[best[0] if len(best) == 1 else most_of_its_own(best, sample.lower().split(), languages)]


def by_letters(lower: str, languages: Languages) -> Language | None:
    """The language that has enough of its own letters in a text, where function words do not tell: a short text whose
    words have many endings has few of them."""
    if lower.isascii():
        return None
    counts = {code: sum(map(lower.count, letters)) for code, letters in languages.letters.items()}
    best = max(counts, key=counts.__getitem__, default="")
    return languages[best] if best and counts[best] >= max(FEWEST_LETTERS, LEAST_LETTERS * len(lower)) else None


def most_of_its_own(codes: Sequence[str], words: Iterable[str], languages: Languages) -> str:
    """Of languages with as many hits, the one whose words fewer other languages have; or the first."""
    shares = dict.fromkeys(codes, 0.0)
    for word in words:
        known = languages.function_words.get(word, ())
        for code in codes:
            if code in known:
                shares[code] += 1 / len(known)
    return max(codes, key=lambda code: shares[code])


@cache
def kana() -> re.Pattern[str]:
    """A sign of hiragana or katakana. This and the next are compiled for pages that may have them: to compile a class
    takes longer the more characters it has."""
    return re.compile("[\u3041-\u30fa]")


@cache
def han() -> re.Pattern[str]:
    """A sign of Chinese."""
    return re.compile("[\u4e00-\u9fff]")


@cache
def hangul() -> re.Pattern[str]:
    """A syllable of Korean."""
    return re.compile("[\uac00-\ud7af]")


@cache
def thai() -> re.Pattern[str]:
    """A sign of Thai."""
    return re.compile("[\u0e00-\u0e7f]")


def is_clear(counts: Counter[str]) -> bool:
    """Whether one language has many more function words than any other."""
    (best, second) = sorted([0, 0, *counts.values()])[:-3:-1]
    return best >= CLEAR and best >= 2 * second
