"""What news archives, mail programs and corpora write around an article, and what only looks like it."""

from __future__ import annotations

from random import Random

import pytest

from newsparse import Article, parse
from newsparse.split import split
from tests.invariants import check_text

TITLE = "Ferry company must repay fares after winter strike"
BODY = """\
The ferry company that links the islands with the mainland must repay some 40,000 fares, a court in Wendhaven ruled on Thursday.

"That is not what the law asks," said the judge, Helen Moore. "A company that sells a ticket has to know whether its ships can sail."

Passengers' groups welcomed the ruling. Tom Reed, who speaks for commuters on the northern islands, said that many had waited for long.
"""
WRAPPED = """\
The ferry company that links the islands with the mainland must repay
some 40,000 fares, a court in Wendhaven ruled on Thursday.

"That is not what the law asks," said the judge, Helen Moore. "A company
that sells a ticket has to know whether its ships can sail."

Passengers' groups welcomed the ruling. Tom Reed, who speaks for
commuters on the northern islands, said that many had waited for long.
"""
LEXIS = f"""\
                               3 of 120 DOCUMENTS

                               The Harbour Times

                             May 3, 2024 Friday

SECTION: NEWS; Pg. 4

LENGTH: 212 words

HEADLINE: Ferry company must repay fares after
winter strike

BYLINE: Susan Clark, Transport Correspondent

HIGHLIGHT: A court has ruled that passengers were right to ask for their money.

BODY:

{WRAPPED}
GRAPHIC: PHOTO: The ferry Anna in the harbour of Wendhaven. JIM STONE FOR
THE HARBOUR TIMES

LOAD-DATE: May 5, 2024

LANGUAGE: ENGLISH

Copyright 2024 Harbour Times Media Ltd.
All Rights Reserved
"""
NEXIS = f"""\
{TITLE}

The Harbour Times

May 3, 2024 Friday

Copyright 2024 Harbour Times Media Ltd. All Rights Reserved

Section: NEWS; Pg. 4

Length: 212 words

Byline: Susan Clark, Transport Correspondent

Highlight: A court has ruled that passengers were right to ask for their money.

Body

{BODY}
Graphic

The ferry Anna in the harbour of Wendhaven. JIM STONE FOR THE HARBOUR TIMES

Load-Date: May 5, 2024

End of Document
"""
FACTIVA = f"""\
SE  News
HD  {TITLE}
BY  Susan Clark
WC  212 words
PD  3 May 2024
SN  The Harbour Times
LA  English
CY  Copyright 2024. Harbour Times Media Ltd.

LP
{BODY.partition('"')[0]}
TD
"{BODY.partition('"')[2]}
RF  Not available for re-dissemination.
IN  i7651 : Water Transport
PUB Harbour Times Media Ltd.
AN  Document HARBT00020240503ek530001a
"""
CORPUS = f"""\
Title: {TITLE}
Author: Susan Clark
Date: 2024-05-03
Source: The Harbour Times
Text: {BODY}"""
MAIL = f"""\
From: The Harbour Times <news@harbourtimes.example>
Subject: {TITLE}
Date: Fri, 3 May 2024 10:21:00 +0100
To: reader@example.org

By Susan Clark

{WRAPPED}"""


def paragraphs(article: Article) -> list[str]:
    return [paragraph for section in article.sections for paragraph in section.paragraphs]


@pytest.mark.parametrize(
    "text", [LEXIS, NEXIS, FACTIVA, CORPUS, MAIL], ids=["lexis", "nexis", "factiva", "corpus", "mail"]
)
def test_labels_name_the_parts_of_the_article_and_are_none(text: str) -> None:
    article = parse(text)
    assert article.headline == TITLE
    assert paragraphs(article) == BODY.strip().split("\n\n")
    assert article.authors == ("Susan Clark",)
    assert article.published is not None
    assert article.published.date().isoformat() == "2024-05-03"


@pytest.mark.parametrize("text", [LEXIS, NEXIS])
def test_leads_and_pictures_are_known_by_their_labels(text: str) -> None:
    article = parse(text)
    assert article.lead == "A court has ruled that passengers were right to ask for their money."
    assert [(caption.text, caption.credit) for caption in article.captions] == [
        ("The ferry Anna in the harbour of Wendhaven.", "JIM STONE FOR THE HARBOUR TIMES")
    ]


def test_other_languages_have_labels_of_their_own() -> None:
    article = parse(
        "Von: Hafenzeitung <news@hafenzeitung.example>\n"
        "Gesendet: Freitag, 3. Mai 2024 10:21\n"
        "An: leser@example.org\n"
        "Betreff: Fährgesellschaft muss nach Winterstreik Fahrgeld erstatten\n\n"
        "Die Fährgesellschaft, die die Inseln mit dem Festland verbindet, muss rund 40.000 Fahrpreise erstatten, "
        "wie ein Gericht in Wendhafen am Donnerstag entschied.\n\n"
        "Fahrgastverbände begrüßten das Urteil. Viele hätten länger als ein Jahr auf ihr Geld gewartet, hieß es.\n"
    )
    assert article.headline == "Fährgesellschaft muss nach Winterstreik Fahrgeld erstatten"
    assert len(paragraphs(article)) == 2
    assert article.authors == ()  # the sender is none
    assert article.published is not None
    assert article.published.isoformat() == "2024-05-03T10:21:00"


def test_a_title_that_stands_below_too_is_said_once() -> None:
    article = parse(MAIL.replace("By Susan", f"{TITLE}\n\nBy Susan"))
    assert article.headline == TITLE
    assert [block.role.value for block in article.blocks if block.text.endswith(TITLE)] == ["boilerplate", "headline"]


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n\nBody\n\n{BODY}",
        f"Body: Two years after\n\nTitle: none\n\n{BODY}",
        f"{TITLE}\n\nText: Susan Clark\nPhoto: Jim Stone\n\n{BODY}",
        f"{BODY}\nSection: the last\nLength: too long\nBody\n\n{BODY}",
        f"TD Bank must repay fees\n\nHD screens are cheaper\n\n{BODY}",
    ],
)
def test_a_few_such_words_are_no_labels(text: str) -> None:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    assert [block.text for block in split(text)] == lines


def test_any_order_of_labelled_lines_loses_nothing() -> None:
    chance = Random(7)
    for text in (LEXIS, NEXIS, FACTIVA, CORPUS, MAIL):
        lines = text.splitlines()
        for _ in range(12):
            chance.shuffle(lines)
            check_text("\n".join(lines))
        check_text(text.replace("\n", "\r\n"))
        check_text("\n".join(line for line in text.splitlines() if line))


def test_what_a_label_names_is_not_parted_where_the_rest_of_the_text_is_glued() -> None:
    glued = BODY.replace("\n", "") * 3
    check_text(f"LENGTH: 1\nBYLINE: Jane Roe\nHIGHLIGHT: {glued}\n\nBODY:\n\n{glued}\n\n{glued}\n")


def test_a_row_of_labels_below_the_title_is_read_without_one_for_the_text() -> None:
    text = f"{TITLE}\n\nAuthor/Byline: Susan Clark\nReadability: 12 grade level\nLength: 212 words\nSection: News\n\n{BODY}"
    article = check_text(text)
    assert article.headline == TITLE
    assert article.authors == ("Susan Clark",)
    assert "Readability: 12 grade level" in article.boilerplate


def test_the_title_in_the_foot_of_an_archive_is_no_headline() -> None:
    text = (
        f"{TITLE}\n\nAuthor: Clark, Susan\n\nAbstract: A court has ruled.\n\nLinks: Full text\n\nFull text:\n\n{BODY}\n"
    )
    article = check_text(f"{text}\nSubject: Ferries\n\nTitle: {TITLE}\n\nPublication date: May 3, 2024\n")
    assert (article.headline, article.authors) == (TITLE, ("Susan Clark",))
    assert article.published is not None and article.published.day == 3
    assert article.boilerplate[-2:] == ("Subject: Ferries", f"Title: {TITLE}")


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("By Clark, Susan", ("Susan Clark",)),
        ("By Clark, Susan; Hollis, Peter", ("Susan Clark", "Peter Hollis")),
        ("By Susan Clark, Peter Hollis", ("Susan Clark", "Peter Hollis")),
    ],
)
def test_surnames_may_stand_first(byline: str, authors: tuple[str, ...]) -> None:
    assert parse(f"{TITLE}\n\n{byline}\n\n3 May 2024\n\n{BODY}").authors == authors


def test_a_site_alone_above_the_headline_is_no_kicker() -> None:
    article = check_text(f"harbourtimes.example\n\n{TITLE}\n\nSusan Clark\n\n6–8 minutes\n\n{BODY}")
    assert (article.kicker, article.headline) == (None, TITLE)
