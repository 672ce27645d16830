from collections.abc import Callable
from dataclasses import replace

import pytest
from rich.console import RenderableType

from sayso.records import (
    Clip,
    Drift,
    DriftKind,
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
from sayso.views.finding_table import finding_table

TEXT = 'On Thursday he said: "We estimate there are around 10,000 troops," and then he left.'
SAID = "We estimate there are around 10,000 troops"
WORDS = "From today's perspective, we assess there are some 10,000 soldiers in Russia."
HELD = "we assess there are some 10,000 soldiers"
RECORD = Record(
    id="k",
    name="record.txt",
    text=f"MODERATOR: Please.\nSECRETARY: {WORDS}",
    turns=(
        Turn(speaker="MODERATOR", span=Span(11, 18)),
        Turn(speaker="SECRETARY", span=Span(30, 30 + len(WORDS))),
    ),
    title="Press conference",
)
READING = Reading(report=Report(id="r", text=TEXT, title="Ten thousand"))
ALTERED = Finding(
    kind=FindingKind.QUOTE,
    verdict=Verdict.ALTERED_WORDING,
    report_span=(Span(TEXT.index(SAID), TEXT.index(SAID) + len(SAID)),),
    report_text=SAID,
    speaker="Blinken",
    record="k",
    record_span=(Span(RECORD.text.index(HELD), RECORD.text.index(HELD) + len(HELD)),),
    record_text=HELD,
    record_speaker="SECRETARY",
    drift=(Drift(kind=DriftKind.WORDING_CHANGED, was="assess", became="estimate"),),
    changes=(
        WordChange(was="we", became="We", kept=True),
        WordChange(was="assess", became="estimate", kept=False),
        WordChange(was="there are", became="there are", kept=True),
        WordChange(was="some", became="around", kept=False),
        WordChange(was="10,000", became="10,000", kept=True),
        WordChange(was="soldiers", became="troops", kept=False),
    ),
    explanation="Three words are not those of the record.",
)

Show = Callable[[RenderableType, int], str]


def table(*findings: Finding, records: tuple[Record, ...] = (RECORD,)) -> RenderableType:
    return finding_table(READING, findings, records, name="a.txt")


def test_passage_stands_above_passage(show: Show) -> None:
    assert show(table(ALTERED), 80) == (
        "Ten thousand\n"
        "a.txt · no day given\n"
        "against Press conference\n"
        "\n"
        "~ other words  Three words are not those of the record.\n"
        "  report  On Thursday he said: “We [+estimate+] there are [+around+] 10,000\n"
        "          [+troops+]”, and then he left. (Blinken)\n"
        "  record  From today's perspective, “we [-assess-] there are [-some-] 10,000\n"
        "          [-soldiers-]” in Russia. (SECRETARY)\n"
        "  drift   wording changed: “assess” → “estimate”\n"
        "\n"
        "1 quotation: 1 other words.\n"
    )


def test_clipped_words_are_shown_where_they_were(show: Show) -> None:
    clipped = replace(
        ALTERED,
        verdict=Verdict.VERBATIM,
        changes=(),
        drift=(),
        clip=Clip(before="From today's perspective,", after="in Russia."),
    )
    shown = show(table(clipped), 120)
    assert "≡ same words, clipped" in shown
    assert f"[cut: From today's perspective,] “{HELD}” [cut: in Russia.]" in shown


def test_the_same_words_are_shown_once(show: Show) -> None:
    assert "record  " not in show(table(replace(ALTERED, verdict=Verdict.VERBATIM)), 80)


def test_what_is_not_found_has_no_record_passage(show: Show) -> None:
    missing = replace(ALTERED, verdict=Verdict.NOT_IN_RECORD, record_text=None, record_span=())
    assert "record  " not in show(table(missing), 80)


def test_a_report_beside_itself_shows_its_own_passage(show: Show) -> None:
    own = replace(
        ALTERED,
        kind=FindingKind.LEAD,
        record=None,
        record_span=(Span(0, 11),),
        record_text="On Thursday",
        changes=(),
    )
    shown = show(table(own, records=()), 80)
    assert "against itself" in shown
    assert "beside  “On Thursday” he said:" in shown


def test_another_report_is_not_called_the_record(show: Show) -> None:
    beside = replace(RECORD, is_report=True)
    shown = show(finding_table(READING, [ALTERED], [beside], name="r.txt"), 100)
    assert "  other " in shown
    assert "  record " not in shown


def test_who_has_the_same_against_the_record_is_named(show: Show) -> None:
    agreed = replace(ALTERED, agreeing=("The Harbour Post", "Inland Radio"))
    shown = show(finding_table(READING, [agreed], [RECORD], name="r.txt"), 100)
    assert "also    The Harbour Post, Inland Radio" in shown


def test_a_report_that_agrees_with_itself_says_so(show: Show) -> None:
    shown = show(table(records=()), 80)
    assert "Nothing in the lead departs from the report's own quotations." in shown


def test_long_passages_keep_both_ends_and_every_change(show: Show) -> None:
    same = " ".join(f"word{number}" for number in range(500))
    long = replace(
        ALTERED,
        changes=(
            WordChange(was=same, became=same, kept=True),
            WordChange(was="not", became="now", kept=False),
            WordChange(was=same, became=same, kept=True),
        ),
    )
    shown = show(table(long), 80)
    assert "[+now+]" in shown
    assert "[-not-]" in shown
    assert len(shown.splitlines()) < 30


def test_hostile_words_are_shown_as_they_are(show: Show) -> None:
    hostile = "[bold]\x1b[2J\u202e:smile:"
    words = replace(ALTERED, report_text=hostile, speaker=hostile, explanation=hostile, changes=())
    shown = show(table(words), 80)
    assert shown.count("[bold]␛[2J�:smile:") == 3


@pytest.mark.parametrize(
    ("findings", "summary"),
    [
        pytest.param((), "No quotation, statement or figure was found to compare.", id="none"),
        pytest.param(
            (ALTERED, replace(ALTERED, verdict=Verdict.OUTSIDE_RECORD), ALTERED),
            "3 quotations: 2 other words, 1 outside the record.",
            id="counted",
        ),
        pytest.param(
            (ALTERED, replace(ALTERED, kind=FindingKind.LEAD, verdict=Verdict.HEDGE_DROPPED)),
            "1 quotation: 1 other words; 1 lead: 1 hedge dropped.",
            id="two kinds",
        ),
    ],
)
def test_the_last_line_sums_up(show: Show, findings: tuple[Finding, ...], summary: str) -> None:
    assert show(table(*findings), 80).splitlines()[-1] == summary


def test_a_finding_about_the_whole_report_has_no_passage(show: Show) -> None:
    whole = replace(
        ALTERED, verdict=Verdict.NOT_IN_RECORD, report_span=(), record=None, record_text=None
    )
    shown = show(table(replace(whole, drift=(), changes=())), 80)
    assert "report  " not in shown
    assert "1 quotation" not in shown
    assert shown.strip().endswith("Three words are not those of the record.")


def test_findings_come_in_the_order_of_the_report(show: Show) -> None:
    first = replace(ALTERED, report_span=(Span(0, 11),), report_text="On Thursday", changes=())
    shown = show(table(ALTERED, replace(first, verdict=Verdict.VERBATIM)), 80)
    assert shown.index("same words") < shown.index("other words")


def test_a_comma_stands_next_to_the_words_that_changed(show: Show) -> None:
    changes = (
        WordChange(was="8 men", became="80 men", kept=False),
        WordChange(was=", he said", became=", he said", kept=True),
    )
    assert "[+80 men+], he said" in show(table(replace(ALTERED, changes=changes)), 80)


def test_a_figure_that_its_sentence_tells_is_told_once(show: Show) -> None:
    drift = (Drift(kind=DriftKind.VALUE_CHANGED, was="some 10,000", became="around 10,000"),)
    sentence = replace(ALTERED, kind=FindingKind.STATEMENT, verdict=Verdict.DRIFTED, drift=drift)
    start = TEXT.index("around 10,000")
    figure = replace(
        ALTERED,
        kind=FindingKind.QUANTITY,
        verdict=Verdict.VALUE_CHANGED,
        report_span=(Span(start, start + len("around 10,000")),),
        report_text="around 10,000",
        drift=drift,
        changes=(),
        explanation="The record says another figure.",
    )
    both = show(finding_table(READING, [sentence, figure], [RECORD], name="a.txt"), 80)
    assert "another figure" not in both
    other = replace(figure, drift=(replace(drift[0], became="12,000"),))
    apart = show(finding_table(READING, [sentence, other], [RECORD], name="a.txt"), 80)
    assert "another figure" in apart
