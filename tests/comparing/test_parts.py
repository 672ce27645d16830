"""A statement that holds several remarks is compared remark by remark."""

from dataclasses import replace

from sayso.comparing.parts import each_remark
from sayso.records import Mode, Reading, Report, Span, Statement

TEXT = "“It is cold,” she said. “Let us go.”"
WHOLE = Statement(
    id="a",
    source=(Span(14, 17),),
    cue=(Span(18, 22),),
    content=(Span(0, 13), Span(24, 36)),
    mode=Mode.DIRECT,
)
PART = replace(WHOLE, id="b", content=(Span(24, 36),), within="a")


def _reading(*statements: Statement) -> Reading:
    return Reading(report=Report(id="r", text=TEXT), statements=statements)


def test_a_part_is_taken_out_of_the_whole() -> None:
    whole, part = each_remark(_reading(WHOLE, PART)).statements
    assert [it.of(TEXT) for it in whole.content] == ["“It is cold,”"]
    assert [it.of(TEXT) for it in part.content] == ["“Let us go.”"]
    assert part.within is None


def test_once_more_changes_nothing() -> None:
    once = each_remark(_reading(WHOLE, PART))
    assert each_remark(once) == once


def test_what_another_is_told_to_have_said_stays_within() -> None:
    told = replace(PART, source=(Span(0, 3),))
    assert each_remark(_reading(WHOLE, told)).statements == (WHOLE, told)


def test_the_word_that_links_two_remarks_is_of_neither() -> None:
    text = "She said that it is cold and that we shall go."
    whole = Statement(
        id="a", source=(Span(0, 3),), cue=(Span(4, 8),), content=(Span(9, 45),), mode=Mode.INDIRECT
    )
    part = replace(whole, id="b", content=(Span(29, 45),), within="a")
    reading = Reading(report=Report(id="r", text=text), statements=(whole, part))
    first, second = each_remark(reading).statements
    assert [it.of(text) for it in first.content] == ["that it is cold"]
    assert [it.of(text) for it in second.content] == ["that we shall go"]
