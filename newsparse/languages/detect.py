"""Which language a page is written in, by its own most frequent words."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain

from newsparse.languages.language import Language
from newsparse.languages.registry import Languages

KANA = re.compile("[\u3041-\u30fa]")
HAN = re.compile("[\u4e00-\u9fff]")
HANGUL = re.compile("[\uac00-\ud7af]")
SAMPLE = 1500
"""Characters that are looked at; a few sentences tell."""
LEAST_SHARE = 0.12
"""Function words make up a third of most texts; a text with fewer than this is in some other language."""


def detect(text: str, languages: Languages) -> Language | None:
    """The language of `text` among `languages`, or None if it is in none of them."""
    sample = text[:SAMPLE].lower()
    if not sample.isascii():
        kana, hangul, han = (len(script.findall(sample)) for script in (KANA, HANGUL, HAN))
        if 4 * (kana + hangul + han) > len(sample.replace(" ", "")):
            code = "ko" if hangul > kana + han else "ja" if 10 * kana > han else "zh"
            return languages.get(code, None)
    # words that punctuation clings to are lost, which costs no language more than another
    words = sample.split()
    counts: Counter[str] = Counter(chain.from_iterable(filter(None, map(languages.function_words.get, words))))
    if not counts:
        return None
    # of two languages with as many hits, the first by code: the same on every run
    best = max(sorted(counts), key=lambda code: counts[code])
    return languages[best] if counts[best] >= LEAST_SHARE * len(words) else None
