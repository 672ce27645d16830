import base64
import hashlib
import re
from dataclasses import replace

import pytest
from lxml import html

from sayso.records import (
    Clip,
    Finding,
    FindingKind,
    Reading,
    Record,
    Report,
    Span,
    Turn,
    Verdict,
    WordChange,
)
from sayso.views.finding_page import Checked, finding_page

TEXT = "He said: “We saw 80,000 men.”"
WORDS = "SECRETARY: We saw 8,000 men, perhaps."
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>\u202e"
FINDING = Finding(
    kind=FindingKind.QUOTE,
    verdict=Verdict.ALTERED_MEANING,
    report_span=(Span(10, 27),),
    report_text="We saw 80,000 men",
    speaker="Blinken",
    record="k",
    record_span=(Span(11, 27),),
    record_text="We saw 8,000 men",
    record_speaker="SECRETARY",
    clip=Clip(after="perhaps"),
    changes=(
        WordChange(was="We saw", became="We saw", kept=True),
        WordChange(was="8,000", became="80,000", kept=False),
        WordChange(was="men", became="men", kept=True),
    ),
    explanation="The figure is another one.",
)
RECORD = Record(
    id="k", name="r.txt", text=WORDS, turns=(Turn(speaker="SECRETARY", span=Span(11, 37)),)
)


def page(*findings: Finding, text: str = TEXT, record: Record = RECORD) -> html.HtmlElement:
    reading = Reading(report=Report(id="r", text=text, title="Eighty thousand"))
    checked = Checked(name="a.txt", reading=reading, findings=findings)
    return html.fromstring(finding_page([checked], [record], version="1"))


def test_a_first_line_that_is_the_title_is_shown_once() -> None:
    tree = page(replace(FINDING, report_span=(Span(0, 6),)), text=f"Eighty thousand\n\n{TEXT}")
    (heading,) = tree.xpath("//section[@id='report']//h1")
    assert heading.text_content().strip() == "Eighty thousand"
    assert heading.xpath("string(.//a)") == "Eighty"
    assert tree.xpath("string(//section[@id='report']//div[@class='text'])") == TEXT


def test_every_finding_leads_to_its_passages_and_back() -> None:
    tree = page(FINDING, replace(FINDING, report_span=(Span(17, 23),)))
    cards = tree.xpath("//li[@data-f]")
    assert [card.get("id") for card in cards] == ["c1", "c2"]
    for number in ("1", "2"):
        (place,) = tree.xpath(f"//*[@id='r{number}']")
        assert place.getnext().get("href").startswith("#c")
        assert tree.xpath(f"//li[@id='c{number}']//a[@href='#r{number}']")
        assert tree.xpath(f"//*[@id='s{number}']")
    assert "80,000" in tree.xpath("string(//section[@id='report'])")


def test_the_difference_is_marked_in_words() -> None:
    tree = page(FINDING)
    assert tree.xpath("//li//ins/text()") == ["80,000"]
    assert tree.xpath("//li//del/text()") == ["8,000", "perhaps"]


def test_same_words_are_shown_once() -> None:
    same = replace(FINDING, verdict=Verdict.VERBATIM, clip=None)
    assert [term.text_content() for term in page(same).xpath("//li//dt")] == ["report"]


def test_with_no_record_both_passages_stand_in_the_report() -> None:
    itself = replace(FINDING, record=None, record_span=(Span(0, 2),), record_text="He")
    tree = page(itself)
    assert [mark.text for mark in tree.xpath("//section[@id='report']//a[@data-f='1']")] == [
        "He",
        "We saw 80,000 men",
    ]


def test_the_policy_allows_its_own_style_and_script_only() -> None:
    tree = page(FINDING)
    policy = tree.xpath("//meta[@http-equiv]/@content")[0]
    assert policy.startswith("default-src 'none'")
    for kind in ("style", "script"):
        (own,) = tree.xpath(f"//{kind}")
        digest = base64.b64encode(hashlib.sha256(own.text.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy


def test_nothing_in_a_report_or_record_is_markup() -> None:
    hostile = replace(
        FINDING,
        report_text=HOSTILE,
        speaker=HOSTILE,
        record_speaker=HOSTILE,
        explanation=HOSTILE,
        changes=(WordChange(was=HOSTILE, became=HOSTILE, kept=False),),
    )
    tree = page(hostile, text=HOSTILE, record=replace(RECORD, title=HOSTILE, text=HOSTILE))
    assert len(tree.xpath("//script")) == 1
    assert not tree.xpath("//img | //@onerror")


@pytest.mark.parametrize("asks", ["http:", "https:", "//", "url(", "@import"])
def test_nothing_is_asked_of_the_network(asks: str) -> None:
    reading = Reading(report=Report(id="r", text=TEXT))
    text = finding_page(
        [Checked(name="a", reading=reading, findings=(FINDING,))], [RECORD], version="1"
    )
    without_comments = re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE)
    assert asks not in without_comments


def test_no_finding_is_said() -> None:
    assert "Nothing was found to compare" in page().xpath("string(//section[@id='rail'])")


def test_what_no_record_holds_is_marked_as_that_and_not_as_wrong() -> None:
    tree = page(replace(FINDING, verdict=Verdict.NOT_IN_RECORD, record_span=()))
    (mark,) = tree.xpath("//section[@id='report']//a[@data-f]")
    assert "blue" in mark.get("class").split()


def test_a_figure_that_is_another_one_shows_within_a_sentence_that_drifted() -> None:
    sentence = replace(
        FINDING, kind=FindingKind.STATEMENT, verdict=Verdict.DRIFTED, report_span=(Span(10, 27),)
    )
    figure = replace(
        FINDING,
        kind=FindingKind.QUANTITY,
        verdict=Verdict.VALUE_CHANGED,
        report_span=(Span(17, 23),),
    )
    tree = page(sentence, figure)
    (mark,) = tree.xpath("//section[@id='report']//a[text()='80,000']")
    assert mark.get("class") == "mark severe"
    assert mark.get("href") == "#c2"


def test_a_figure_that_is_another_one_shows_within_words_that_were_not_found() -> None:
    unfound = replace(
        FINDING, verdict=Verdict.NOT_IN_RECORD, record=None, record_span=(), record_text=None
    )
    figure = replace(FINDING, kind=FindingKind.QUANTITY, verdict=Verdict.VALUE_CHANGED)
    for findings in ((unfound, figure), (figure, unfound)):
        (mark,) = page(*findings).xpath("//section[@id='report']//a[contains(., '80,000')]")
        assert "blue" not in mark.get("class").split()


def test_findings_come_in_the_order_of_the_report() -> None:
    later, first = FINDING, replace(FINDING, report_span=(Span(0, 2),), verdict=Verdict.VERBATIM)
    verdicts = page(later, first).xpath("//li[@data-f]/@data-verdict")
    assert verdicts == ["verbatim", "altered_meaning"]


def test_a_comma_stands_next_to_the_words_that_changed() -> None:
    changes = (
        WordChange(was="We saw 8,000 men", became="We saw 80,000 men", kept=False),
        WordChange(was=", perhaps", became=", perhaps", kept=True),
    )
    (card,) = page(replace(FINDING, changes=changes)).xpath("//li[@data-f]")
    assert "We saw 80,000 men, perhaps" in card.text_content()
