"""Reporters: the authors that datelines name, and those that sign the last paragraph or a picture."""

from __future__ import annotations

import pytest

from newsparse.article import Role
from newsparse.parser import parse

IN_KOREAN = (
    "도시의 항구에 내년에 새 부두가 들어선다. 낡은 부두는 폭풍 뒤에 살릴 수 없었기 때문이며 공사는 3월에 시작될 예정이다.",
    "도시는 오랫동안 이날을 기다려 왔다고 시의회가 월요일에 밝혔다. 어부들은 겨울 내내 바닷가에서 고기를 내려야 했다.",
)


def test_a_dateline_of_east_asia_names_the_author() -> None:
    text = "\n\n".join(
        ["항구 도시, 겨울 폭풍 뒤 새 부두 계획", f"(서울=뉴스1) 김서연 기자 = {IN_KOREAN[0]}", IN_KOREAN[1]]
    )
    assert parse(text, language="ko").authors == ("김서연",)


@pytest.mark.parametrize(
    ("language", "source", "dateline", "expected"),
    [
        ("zh", "2024-06-05 16:42 来源：新华网", "新华社西宁6月5日电（记者李晓雯、张波）", ("李晓雯", "张波")),
        ("zh", "2024/3/12 10:21", "（中央社記者林怡君、王大明台北12日電）", ("林怡君", "王大明")),
        ("zh", "2024-03-12 10:21", "〔記者黃大為／台北報導〕", ("黃大為",)),
        ("ja", "2024年3月12日 10時21分", "【ロンドン=佐藤陽子】", ("佐藤陽子",)),
        ("tr", "12 Mart 2024", "ANKARA (AA) - MERT AKSOY - ", ("MERT AKSOY",)),
        ("tr", "12 Mart 2024", "Mehmet YALIN-Ayşe DURU/ANKARA, (DHA) - ", ("Mehmet YALIN", "Ayşe DURU")),
    ],
)
def test_a_dateline_names_the_reporters_beside_the_agency_that_the_article_is_from(
    language: str, source: str, dateline: str, expected: tuple[str, ...]
) -> None:
    body = (
        "港口城市明年将建一座新码头，旧码头在风暴之后已经无法修复，工程预计三月动工，整个冬天渔民都只能在海滩上卸鱼。",
        "市政府周一表示，这座城市等待这一天已经很久了，新码头将可停靠更大的船只，也会为游客修建一条沿海步道。",
    )
    text = "\n\n".join(["风暴过后港口城市计划修建新码头", source, f"{dateline}{body[0]}", body[1]])
    assert parse(text, language=language).authors == expected


def test_a_reporter_may_sign_the_last_paragraph_with_an_address() -> None:
    last = "한편 도시는 지난해부터 모두 열두 곳의 부두를 새로 고치고 있다. 공사는 3월에 시작될 예정이다."
    for end in ("김서연 기자", "김서연 기자 seoyeon@post.example", "/김서연 기자 seoyeon@post.example"):
        article = parse("\n\n".join(["새 부두 계획", *IN_KOREAN, f"{last} {end}"]), language="ko")
        assert (article.authors, article.captions) == (("김서연",), ())
        assert article.blocks[-1].role is Role.PARAGRAPH


def test_who_took_the_picture_of_a_caption_is_no_author() -> None:
    lines = [
        "오세린",
        "2024.05.17 10:03",
        "폭풍에 무너진 낡은 부두를 어부들이 바라보고 있다. 김도현 선임기자 dhkim@post.example",
    ]
    article = parse("\n\n".join(["항구 도시, 겨울 폭풍 뒤 새 부두 계획", *lines, *IN_KOREAN]), language="ko")
    assert article.authors == ("오세린",)
    assert [(caption.text, caption.credit) for caption in article.captions] == [
        ("폭풍에 무너진 낡은 부두를 어부들이 바라보고 있다.", "김도현 선임기자")
    ]
