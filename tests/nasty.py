"""Families of text that make slow parsers slow: each can be made of any length, and a parse must take linear time."""

from __future__ import annotations

import itertools
import math
import random
from collections.abc import Callable, Iterator

PROSE = "The new bridge over the harbour was opened on Friday, and many came to walk across it in the sun."
HEADER = "Tolls from the first of June"
SCRIPTS = ("harbour", "Größe", "мост", "γέφυρα", "橋が開通", "다리", "جسر", "גשר", "पुल", "สะพาน")

UNITS: dict[str, str] = {
    "one endless word": "x",
    "one line of words": "word ",
    "one line of prose": PROSE + " ",
    "blank lines": "\n",
    "blank lines with spaces": "  \t \n",
    "line ends of every kind": "a\r\nb\rc\u2028d\u2029e\x85",
    "short lines": "a line\n",
    "short lines, spaced": "a line\n\n",
    "one letter a line": "a\n",
    "an interview": "Anne:\nNever.\nTom:\nWhy not?\n",
    "labels": "HEADLINE: a line\nLENGTH: 1\n",
    "labels of texts": "LENGTH: 1\nBYLINE: Jane\n\nBODY:\n\nGRAPHIC: a line\n",
    "printed pages": "https://example.org/a 1/9\n\x0c03.05.24, 16:20 A line\nanother line that goes\n",
    "ends of pages": "a line, 1/1\n\x0c",
    "a sentence in pieces": "a line that goes on, and on from page to page to page to page to page to page,\n***\n",
    "releases": f"{PROSE}\nAbout Harbour\n{PROSE}\nMedia contact:\nJane Roe, 0555 123 456, jane@example.org\n",
    "what wires write for editors": "(Adds quotes)\n- 30 -\nURGENT\n",
    "surnames first": "Author: Roe, Jane; Doe, John; ",
    "field codes": "HD  a line\nWC  1\nLP\na line\n",
    "letters read wrongly": "KÃ¶ln",
    "sentences read wrongly": "Die BrÃ¼cke Ã¼ber die Unde ist am Freitag erÃ¶ffnet worden.Neun Jahre hat das gedauert. ",
    "lines read wrongly": "Die BrÃ¼cke\n",
    "quotation marks as control characters": "\x93a\x94",
    "written line ends": "a line\\n",
    "quoted lines": "> a line\n>\n",
    "marks of quoting": ">",
    "bullets without text": "• \n",
    "bullets with text": "• item of a list\n",
    "bullets in one line": "• item ",
    "dashes": "– said he\n",
    "numbered items": "12. item of a list\n",
    "colons": ":",
    "quotes": '"',
    "nested quotes": "„“”«»‹›'",
    "openings without closings": "([{（「«",
    "parentheses with a word": "(a ",
    "parentheses closed": "(a) ",
    "question marks": "?\n",
    "full stops": ". ",
    "credits in one line": "Foto: ",
    "credits without spaces": "foto:",
    "copyright signs": "©",
    "credit lines": "Foto: dpa\n",
    "captions with credits": f"{PROSE}\n\nA ship below the bridge on Friday (photo: Jane Doe/Reuters)\n\nPhoto: Reuters\n\n",
    "the same caption twice, and credits": f"{PROSE}\n\nA ship below the bridge. Photo: Jane Doe\n\n© dpa\n\n",
    "agencies with slashes": "dpa/afp/",
    "capitalised words": "Aaa Bbb ",
    "capitals": "AAA BBB CCC\n",
    "credits of names in parentheses": "Jane,(photo)",
    "credits of labels without spaces": "a:\u3000",
    "names in one line": "Jane Doe, John Roe and ",
    "bylines": "By Jane Doe\n",
    "bylines below prose": f"By Jane Doe and John Roe | 3 May 2024\n\n{PROSE}\n\n",
    "signatures": f"{PROSE} (jd)\n\n(jd/dpa)\n\n",
    "e-mail addresses": "jane.doe@example.org ",
    "at signs": "a@",
    "web addresses": "https://example.org/a/b?c=d&e=f ",
    "digits": "1",
    "digits and dots": "1.2.",
    "digits and slashes": "1/2/",
    "dates in one line": "3 May 2024, 10:21 ",
    "dates on lines": "3 May 2024, 10:21\n",
    "dates in digits without spaces": "01.02.2024",
    "dates with times behind a word": "3 May 2024, 10:21 ",
    "dates with times between tabs": "03.05.2024\t10:21\t",
    "times in one line": "10:21:",
    "months in one line": "may 3 ",
    "reading times": "5 min read\n",
    "datelines": f"BERLIN (dpa) – {PROSE}\n\n",
    "dateline openings": "Aaa (b) — ",
    "nested indentation": "  " * 20 + "- a\n",
    "spaces in one line": "a" + " " * 200,
    "tabs in one line": "\t",
    "hard spaces in one line": "\xa0",
    "invisible characters": "a\u200b\u00ad\ufeff",
    "mixed scripts": "".join(SCRIPTS),
    "mixed scripts on lines": "\n".join(SCRIPTS) + "\n",
    "combining marks": "a\u0301\u0301",
    "characters beyond 16 bits": "😀👩‍👩‍👧",
    "right to left marks": "\u202eabc\u202c ",
    "Chinese without a stop": "橋",
    "Chinese sentences": "橋が開通した。多くの人が歩いて渡った。\n",
    "Korean words": "다리가 열렸다 ",
    "control characters": "\x00\x01\x1b[31m",
    "lone surrogates": "\ud800 \udfff\n",
    "letters that grow in lower case": "İ",
    "Markdown bold that never ends": "**a ",
    "Markdown emphasis that never ends": " *a _b",
    "Markdown links that never end": "[a](",
    "Markdown images that never end": "![a](b ",
    "Markdown links": "[a](b) ",
    "Markdown links with titles": '[a](b "c',
    "Markdown headings": "## a #\n",
    "Markdown heading with spaces": " ",
    "Markdown backslashes": "\\*",
    "Markdown quotes": "> ",
    "Markdown brackets": "[",
    "Markdown links in links": "[[a](b)",
    "Markdown targets": "](/(",
    "Markdown underlines": "a\n===\n",
    "Markdown definitions": "[1]: https://example.org/\n",
    "Markdown lists in order": "1. a\n2. b\n",
    "Markdown code": "`a ``b ",
    "HTML tags that never end": "<span a=b <!-- ",
    "HTML entities": "&amp;&a",
    "underscores": "_a ",
    "slashes and bars": "a / b | ",
    "arrows": "a › b » c > ",
    "prose": PROSE + "\n\n",
    "prose without blank lines": PROSE + "\n",
    "prose and headers": f"{HEADER}\n\n{PROSE}\n\n",
    "questions and answers": f"Is this a question that anybody asks?\n\n“{PROSE}”\n\n",
    "two articles over and over": f"{HEADER}\n\nBy Jane Doe\n\n{PROSE}\n\n{PROSE}\n\nRead more:\n\n{HEADER}\n\n",
    "related links": f"{PROSE}\n\nRead more: {HEADER}\n\n",
    "boilerplate": "Sign up for our newsletter\nShare on Facebook\nCookie settings\n",
    "wrapped lines": "this is a line of text that some old mail program has wrapped at a column\n",
    "Markdown links wrapped in their address": "[a link](https://example.org/a-\n",
    "Markdown links wrapped in their title": '[a](https://example.org/a "A title\n',
    "Markdown links wrapped in their text": "[a link whose text goes on\n",
    "Markdown lines that end behind links": "the [pier](/p)\n, as [it](/i)\n says, ",
    "divisions of Markdown": '::: {.a b="c\nd"}\nThe [ferry]{.x} runs -- as [it](/i){.y\n.z} did.\n:::\n\n',
    "divisions without an end": ':::\n::: {.a b="c\n',
    "tags in divisions without an end": ":::\n::: a\n<a b\n",
    "attributes that never end": ':::\n::: a\n[a]{b="',
    "titles of pages": "The ferry to the islands runs again | Ferries - The Mast | ",
    "lines cut at tags": 'The ferry, as\nThe Mast\n, a paper, has said (\n"\nit runs\n"\n), is back.\n',
    "lines cut at tags, without an end": "and\nso\n, \n",
    "quotation marks on lines of their own": '"\n',
    "glued paragraphs": f"{PROSE}{HEADER}{PROSE}",
    "glued headers": "harbourTolls ",
    "numbers of links": "[1]Tolls [2]of ",
    "numbers of links on wrapped lines": "   [1]Tolls [2]from the first of June, says the harbour office on its\n",
    "addresses of links": "   1. https://example.org/a/b?c=d&e=f\n",
    "words parted at the ends of lines": "The ferry runs again from Monday, says the har-\nbour office, and so does its older sister, if the wea-\n",
    "wrapped lines with hyphens": "this is a line of text that some old mail program has wrapped at a col-\n",
}
"""A unit that is repeated, by the name of its family."""

TAGGED: dict[str, str] = {
    "blocks of HTML": f'<p class="a">{PROSE}<br><ul><li>a <b>b</b></li></ul><img alt="x y"><!-- c --><script>x</script>',
    "escaped blocks of HTML": f"&lt;p title=&quot;a&quot;&gt;{PROSE}&lt;/p&gt;",
    "HTML blocks that never end": "<div><blockquote><li>a ",
    "HTML ends without beginnings": "a </div></p>",
    "HTML quotation marks that never end": "<p><a b=\"<a b=' ",
    "HTML comments that never end": "a <p><!-- ",
    "HTML scripts that never end": "a </style><script><p>",
    "HTML vectors in vectors": "a <p><svg>",
    "HTML line breaks": "a<br>",
    "tags of wires": f"<DOC>\n<DATELINE>Ardlee </DATELINE><BODY>\n   {PROSE}\n{PROSE}</BODY>\n<TEXT>\n   a\n</DOC>",
    "names in tags with many parts": "<p>a <a.b.c-d:e.f ",
}
"""The same for texts with tags: a few tags in a text of all families make none of it."""

CORPORA: dict[str, str] = {
    "marks of key points": "@highlight\n\na line\n\n",
    "marks of key points without any": "@highlight\n",
    "line ends that datasets write": "a line NEWLINE_CHAR ",
    "sentence ends that datasets write": "a line<n>",
    "articles of a cluster": f"{PROSE} ||||| ",
    "escaped quotation marks": 'a \\"b\\"\\n',
    "letters that JSON wrote": f"caf\\u00e9s <\\/p> {PROSE}\\n",
    "marks that may end a text": f"ENDS\n\n{PROSE}\n\nContact: +1 918-555-0133\n\n",
    "rules of ornaments": f"◆ ◆ ◆\n\n{PROSE}\n\n",
    "entities of entities": "a &amp;amp;amp;amp;amp;quot; b\n",
    "words cut apart": "`` a , '' b -LRB- c -RRB- . ",
    "signs cut apart": " , .",
    "quotation marks cut apart": ' " ',
    "brackets cut apart": "( ",
    "headings of wikis": "== a ==\nb [[c|d]]\n",
    "links of wikis that never end": "[[a|[[b ",
    "templates of wikis that never end": "{{a|{{b ",
    "pictures of wikis": "[[File:a.jpg|b|[[c|d]] e\n",
    "notes of wikis": "a<ref b<!-- <ref>c ",
    "strong text of wikis": "a ''b '''c ",
    "strings of a list": '"a \\n b \\u00e9 c d e f", ',
    "lists in lists": '["a", ',
    "strings that never end": '"a\\',
    "headers of newsgroups": "From: a\nSubject: a line\nLines: 1\n",
    "agencies below wrapped lines": "this is a line of text that some old mail program has wrapped at its column.\n(dpa)\n",
}
"""The same for texts as datasets have them: a mark of theirs would change a text of all families."""

WRAPPED = "words of a paragraph that is wrapped at some column or other, here\n" * 4 + "\n"
OPENINGS: dict[str, str] = {
    "strings of a list": "[",
    "strings that never end": '["a", ',
    "links of wikis that never end": "a\n== a ==\n\n",
    "templates of wikis that never end": "a\n== a ==\n\n[[b]]",
    "notes of wikis": "a\n== a ==\n\n",
    "strong text of wikis": "a\n== a ==\n\n",
    "tabs in one line": f"{HEADER}\n\n{PROSE}\n\n{PROSE}\n\na",
    "hard spaces in one line": f"{HEADER}\n\n{PROSE}\n\n{PROSE}\n\na",
    "copyright signs": f"{HEADER}\n\n{PROSE}\n\n{PROSE}\n\n",
    "credits of names in parentheses": f"{HEADER}\n\n",
    "credits of labels without spaces": f"{HEADER}\n\n",
    "credits without spaces": f"{HEADER}\n\n{PROSE}\n\n{PROSE}\n\n",
    "agencies with slashes": f"{HEADER}\n\n{PROSE}\n\n{PROSE}\n\n",
    "dates in digits without spaces": f"{HEADER}\n\n",
    "dates with times behind a word": f"{HEADER}\n\nUpdated: ",
    "dates with times between tabs": f"{HEADER}\n\n",
    "Markdown bold that never ends": "# a\n\n# b\n\n",
    "Markdown emphasis that never ends": "# a\n\n# b\n\n",
    "Markdown links that never end": "# a\n\n# b\n\n",
    "Markdown images that never end": "# a\n\n# b\n\n",
    "Markdown links with titles": "# a\n\n# b\n\n",
    "Markdown backslashes": "# a\n\n# b\n\n",
    "Markdown quotes": "# a\n\n# b\n\n",
    "Markdown brackets": "# a\n\n# b\n\n",
    "Markdown links in links": "# a\n\n# b\n\n",
    "Markdown targets": "# a\n\n# b\n\n",
    "Markdown lists in order": "# a\n\n# b\n\n",
    "Markdown code": "# a\n\n# b\n\n",
    "HTML tags that never end": "# a\n\n# b\n\n",
    "HTML entities": "# a\n\n# b\n\n",
    "HTML quotation marks that never end": f"<p>{PROSE}</p>",
    "Markdown heading with spaces": "# a\n\n## b",
    "lines cut at tags, without an end": f"{PROSE}\n, \n. a\n",
    "quotation marks on lines of their own": f"{PROSE}\n, a\n. a\n",
    "glued headers": f"{PROSE}{PROSE}{PROSE}{PROSE}{PROSE}",
    "numbers of links": f"1. https://a.b\n2. https://a.b\n3. https://a.b\n{PROSE}\n",
    "Markdown links wrapped in their address": f"# a\n\n{WRAPPED}",
    "Markdown links wrapped in their title": f"# a\n\n{WRAPPED}",
    "Markdown links wrapped in their text": f"# a\n\n{WRAPPED}",
}
"""What stands above the repeated units, where they do harm only below it."""
CLOSINGS: dict[str, str] = {
    "strings of a list": '"a"]',
    "strings that never end": "]",
    "tabs in one line": "b",
    "hard spaces in one line": "b",
    "credits of names in parentheses": f" © dpa\n\n{PROSE}\n\n{PROSE} The mayor came by ship.\n",
    "credits of labels without spaces": f" © dpa\n\n{PROSE}\n\n{PROSE} The mayor came by ship.\n",
    "dates in digits without spaces": f"\n\n{PROSE}\n\n{PROSE}\n",
    "dates with times behind a word": f"x\n\n{PROSE}\n\n{PROSE}\n",
    "dates with times between tabs": f"x\n\n{PROSE}\n\n{PROSE}\n",
    "Markdown heading with spaces": "b",
}
"""What stands below them."""


def repeated(name: str) -> Callable[[int], str]:
    """The family that repeats its unit."""
    unit, opening, closing = {**UNITS, **TAGGED, **CORPORA}[name], OPENINGS.get(name, ""), CLOSINGS.get(name, "")
    return lambda size: opening + unit * max(1, (size - len(opening) - len(closing)) // len(unit)) + closing


def different_lines(size: int) -> str:
    """Lines of prose no two of which share their words."""
    return until(size, (f"{PROSE} w{n:x}q v{n:x}k {n:x}z{n:x}\n\n" for n in itertools.count()))


def different_words(size: int) -> str:
    """One line of words that never come twice."""
    return until(size, (f"w{n:x}q " for n in itertools.count()))


def different_tags(size: int) -> str:
    """Tags of elements that HTML does not have, no two of the same name."""
    return until(size, itertools.chain([f"<p>{PROSE}</p>"], (f"a <w{n:x}q>\n" for n in itertools.count())))


def wider_gaps(size: int) -> str:
    """Headers over prose with ever more blank lines between."""
    return until(size, (f"{HEADER}{chr(10) * n}{PROSE}{chr(10) * n}" for n in itertools.count(1)))


def headers_of_every_look(size: int) -> str:
    """Questions over prose, each with other gaps above and below."""
    return until(
        size,
        (
            f"Is part {n:x} of it open?{chr(10) * (1 + n * 37 % 97)}{PROSE[:-1]} {n:x}q.{chr(10) * (1 + n * n % 89)}"
            for n in itertools.count()
        ),
    )


def deeper_lists(size: int) -> str:
    """A list in a list in a list."""
    return until(size, ("  " * n + f"- item {n}\n" for n in itertools.count()))


def longer_lines(size: int) -> str:
    """Each line longer than the one above."""
    return until(size, ("word " * n + "\n" for n in itertools.count(1)))


def shorter_lines(size: int) -> str:
    """Each line the one above without its first word."""
    words = math.isqrt(size)
    return "\n".join("a " * (words - n) for n in range(words))


def signed_entries(size: int) -> str:
    """Entries of a live blog, each of some other reporter, in the same words again and again."""
    chance = random.Random(1)
    words = PROSE[:-1].lower().split()

    def paragraph() -> str:
        return "".join(f"The {' '.join(chance.sample(words, len(words)))}. " for _ in range(2)) + "\n\n"

    def entry() -> str:
        name = "".join(chance.choices("aeiou", k=8))
        return f"Updated 3 May 2024 10:21 Anna W{name} reporter\n\n{paragraph()}{paragraph()}"

    opening = f"{HEADER}\n\n{paragraph()}{paragraph()}{paragraph()}"
    return until(size, itertools.chain([opening], (entry() for _ in itertools.count())))


def shuffled_pieces(size: int) -> str:
    """Lines of all families in a random order, the same in every run; each comes as often as any other."""
    chance = random.Random(1)
    rounds = (chance.sample(list(UNITS.values()), len(UNITS)) for _ in itertools.count())
    return until(size, (unit * chance.randint(1, 9) + "\n" for units in rounds for unit in units))


def numbered_lines(size: int) -> str:
    """Lines with a number each."""
    return until(size, (f"{n}. {PROSE if n > 1 else 'A title'}\n" for n in itertools.count(1)))


def until(size: int, pieces: Iterator[str]) -> str:
    """The first pieces, up to a length."""
    made: list[str] = []
    while size > 0:
        made.append(next(pieces))
        size -= len(made[-1])
    return "".join(made)


FAMILIES: dict[str, Callable[[int], str]] = {
    **{name: repeated(name) for name in (*UNITS, *TAGGED, *CORPORA)},
    "numbered lines": numbered_lines,
    "lines that share nothing": different_lines,
    "words that never come twice": different_words,
    "HTML tags that never come twice": different_tags,
    "ever wider gaps": wider_gaps,
    "headers of every look": headers_of_every_look,
    "ever deeper lists": deeper_lists,
    "ever longer lines": longer_lines,
    "ever shorter lines": shorter_lines,
    "entries of a live blog, each signed": signed_entries,
    "pieces of all families, shuffled": shuffled_pieces,
}
"""Each family as a function from a length in characters to a text of about that length."""
