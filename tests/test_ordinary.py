"""Rules do not ask again what a line's kind has been found out by: the answers of ordinary lines are known."""

from pathlib import Path

import pytest

from newsparse.captions.pictures import LONGEST_CAPTION, tells_places
from newsparse.cli.case import read_case
from newsparse.languages import LANGUAGES
from newsparse.languages.detect import detect
from newsparse.page import Page
from newsparse.parser import prose_of
from newsparse.rules.base import ORDINARY
from newsparse.split import split
from newsparse.survey.kinds import ASKED_FOR_BYLINE, ASKED_FOR_CALL, ASKED_FOR_LABEL, ASKED_FOR_NOTICE
from tests.test_cases import CASES


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_an_ordinary_line_has_passed_every_question(path: Path) -> None:
    text = read_case(path).text
    blocks = split(text)
    page = Page(text, blocks, detect(prose_of(blocks), LANGUAGES))
    cues = page.cues
    # what is said in turns is prose whatever it opens with
    told = (block for block in blocks if block.index not in page.turns.every)
    ordinary = [block for block in told if page.kinds[block.index] in ORDINARY]
    assert ordinary
    for block in ordinary:
        assert block.words > ASKED_FOR_BYLINE or not cues.byline_opening(block)
        assert block.words > ASKED_FOR_LABEL or not (cues.related_head(block) or cues.boilerplate_whole(block))
        assert block.words > ASKED_FOR_CALL or not cues.related_opening(block)
        assert block.words > ASKED_FOR_NOTICE or not cues.boilerplate_opening(block)
        assert block.words > LONGEST_CAPTION or not tells_places(block, cues)
