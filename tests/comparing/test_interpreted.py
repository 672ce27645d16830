"""Words through an interpreter, quoted in another translation."""

from dataclasses import replace

from sayso.records import Record, Verdict
from tests.comparing.factory import VARGA, check_one, record_of

SAID = "The fever is not passed from one person to another, and most patients recover quickly."
QUOTED = "Most of the sick recover fast; nobody passes on the fever"


def _record(*, interpreted: bool) -> Record:
    record = record_of([("MINISTER VARGA", SAID), ("QUESTION", "Why?")])
    return replace(record, turns=tuple(replace(it, interpreted=interpreted) for it in record.turns))


def test_another_translation_is_matched_on_its_meaning() -> None:
    finding = check_one(QUOTED, speaker=VARGA, record=_record(interpreted=True))
    assert finding.verdict is Verdict.ALTERED_WORDING
    assert finding.explanation.startswith("Through an interpreter: matched on what it means")
    assert finding.record_speaker == "MINISTER VARGA"


def test_without_an_interpreter_it_is_not() -> None:
    finding = check_one(QUOTED, speaker=VARGA, record=_record(interpreted=False))
    assert finding.verdict is Verdict.NOT_IN_RECORD


def test_words_of_another_matter_are_not_found() -> None:
    finding = check_one(
        "The orchestra plays violins for tourists on Sunday", record=_record(interpreted=True)
    )
    assert finding.verdict is Verdict.NOT_IN_RECORD
