"""Every verdict on quotations, by rows."""

from dataclasses import replace

import pytest

from sayso.comparing.quotations import check_quotations
from sayso.records import Clip, DriftKind, Quotation, Span, Verdict
from tests.comparing.factory import LINDQVIST, TURNS, VARGA, check_one, reading_of, record_of

V = Verdict

ROWS = [
    (V.VERBATIM, "we would expect that to happen in the coming weeks.", VARGA),
    (V.VERBATIM, "We’ve strengthened the sea-wall near the lighthouse,", VARGA),
    (V.VERBATIM, "sea-wall", VARGA),
    (V.VERBATIM, "a test of patience", None),
    (V.VERBATIM, "if the storm goes on, these ships will make themselves a danger", LINDQVIST),
    (V.VERBATIM, "If the storm goes on, these ships will become a danger", VARGA),
    (V.VERBATIM, "these ships will become a danger to everybody on the coast", "the ministers"),
    (V.TRIVIALLY_EDITED, "Closed the northern harbor", VARGA),
    (V.TRIVIALLY_EDITED, "We have strengthened the sea wall near the lighthouse.", VARGA),
    (V.TRIVIALLY_EDITED, "we have strengthened the seawall near the lighthouse", VARGA),
    (V.TRIVIALLY_EDITED, "We have not yet closed the northern harbour,", VARGA),
    (V.TRIVIALLY_EDITED, "Some four thousand two hundred dock workers are on strike", VARGA),
    (V.TRIVIALLY_EDITED, "4200 dock workers are on strike", VARGA),
    (V.TRIVIALLY_EDITED, "We spent 5 billion dollars on the eastern pier", LINDQVIST),
    (V.TRIVIALLY_EDITED, "Prices rose by three per cent in the capital.", LINDQVIST),
    (V.TRIVIALLY_EDITED, "[W]e may ask the army to unload the medicine.", VARGA),
    (V.TRIVIALLY_EDITED, "we may ask the army [in the south] to unload the medicine", VARGA),
    (V.TRIVIALLY_EDITED, "as many as 900 of [them] have been sent home without pay", VARGA),
    (V.TRIVIALLY_EDITED, "The port authority met behind closed doors.", VARGA),
    (V.TRIVIALLY_EDITED, "We hadn't seen waves like these in fifty years.", VARGA),
    (V.TRIVIALLY_EDITED, "It’s a test of patience for all of us.", VARGA),
    (V.TRIVIALLY_EDITED, "We've strengthened the sea-wall ... near the lighthouse", VARGA),
    (V.TRIVIALLY_EDITED, "Some 4,200 dock workers … have been sent home without pay", VARGA),
    (V.ALTERED_WORDING, "we may request the army to unload the medicine", VARGA),
    (V.ALTERED_WORDING, "The islands will get their supplies by helicopter", VARGA),
    (V.ALTERED_WORDING, "in coming weeks", VARGA),
    (V.ALTERED_WORDING, "confidence", VARGA),
    (V.ALTERED_MEANING, "Some 42,000 dock workers are on strike,", VARGA),
    (V.ALTERED_MEANING, "We have yet closed the northern harbor", VARGA),
    (V.ALTERED_MEANING, "They would expect that to happen in the coming weeks", VARGA),
    (V.SPLICED, "on strike, and as many as 900 of those workers. We may ask the army", VARGA),
    (
        V.SPLICED,
        "The port authority met behind closed doors. The islands will be supplied by helicopter",
        VARGA,
    ),
    (V.SPLICED, "Prices rose by 3 percent. The bridges remain open to trucks.", LINDQVIST),
    (V.MISATTRIBUTED, "The bridges remain open to heavy trucks.", VARGA),
    (V.MISATTRIBUTED, "these ships will become a danger to everybody on the coast", LINDQVIST),
    (V.MISATTRIBUTED, "have you lost control of the harbor, and who pays", VARGA),
    (V.MISATTRIBUTED, "open to heavy trucks", "Sofia Brandt"),
    (
        V.MISATTRIBUTED,
        "We have not closed the northern harbor, Varga said, while the dockers went on marching",
        VARGA,
    ),
    (V.NOT_IN_RECORD, "The museum reopens after the summer with a new wing.", VARGA),
    (V.NOT_IN_RECORD, "heavy trucks", VARGA),
    (V.NOT_IN_RECORD, "the", VARGA),
    (V.NOT_IN_RECORD, "Not anything to see here", VARGA),
    (V.NOT_IN_RECORD, "The port authority is committed to the ferry company", "Port Authority"),
    (V.NOT_A_QUOTATION, "green corridor", None),
    (V.NOT_A_QUOTATION, "cranes", None),
    (V.NOT_A_QUOTATION, "!?", VARGA),
]


@pytest.mark.parametrize(
    ("verdict", "words", "speaker"), [pytest.param(*row, id=row[1][:40]) for row in ROWS]
)
def test_verdict(verdict: Verdict, words: str, speaker: str | None) -> None:
    finding = check_one(words, speaker=speaker)
    assert finding.verdict is verdict, finding
    assert finding.report_text == words
    assert finding.speaker == speaker


def test_words_not_found_may_stand_where_the_record_has_a_gap() -> None:
    record = record_of(has_gaps=True)
    finding = check_one("The museum reopens after the summer.", record=record)
    assert finding.verdict is V.OUTSIDE_RECORD
    assert "gap" in finding.explanation


def test_words_added_where_the_record_has_a_gap_may_stand_there() -> None:
    words = "Prices rose by 3 percent in the capital and are falling again along the coast"
    assert check_one(words, speaker=LINDQVIST).verdict is not V.OUTSIDE_RECORD
    record = record_of(has_gaps=True)
    assert check_one(words, speaker=LINDQVIST, record=record).verdict is V.OUTSIDE_RECORD


@pytest.mark.parametrize(
    ("mark", "verdict"),
    [("We tried (inaudible) and failed.", V.NOT_IN_RECORD), ("(Inaudible)", V.OUTSIDE_RECORD)],
    ids=["a word", "a sentence"],
)
def test_a_word_not_heard_hides_no_sentence(mark: str, verdict: Verdict) -> None:
    record = record_of([*TURNS, ("MINISTER VARGA", mark)])
    start = record.text.lower().index("(inaudible)")
    record = replace(record, gaps=(Span(start, start + len("(inaudible)")),))
    assert check_one("The museum reopens after the summer.", record=record).verdict is verdict


def test_a_short_sentence_of_another_is_no_quotation_of_the_named_one() -> None:
    record = record_of([*TURNS, ("MR. PELL", "That is a scandal.")])
    assert check_one("That is a scandal,", record=record).verdict is V.MISATTRIBUTED
    assert check_one("such a scandal", record=record).verdict is V.NOT_IN_RECORD


def test_pieces_split_by_the_report_are_one_quotation() -> None:
    finding = check_one("We have not yet closed the northern harbor,", "but we would expect that.")
    assert finding.verdict is V.VERBATIM
    assert [span.of(record_of().text) for span in finding.record_span] == [
        "We have not yet closed the northern harbor, but we would expect that"
    ]


def test_sentences_said_apart_are_spliced_rather_than_one_altered() -> None:
    said = "It could. I'd be lying if I told you it couldn't. It's unlikely, I'd say."
    record = record_of([("MINISTER VARGA", said)])
    finding = check_one("It could. It's unlikely, I'd say.", record=record)
    assert finding.verdict is V.SPLICED


def test_common_words_are_found_where_nearly_all_stand_together() -> None:
    record = record_of([*TURNS, ("MINISTER VARGA", "We can't yet say where they were made.")])
    finding = check_one("We can say where they were made.", record=record)
    assert finding.verdict is V.ALTERED_MEANING


def test_words_left_out_where_the_report_speaks_in_between_are_no_splice() -> None:
    finding = check_one("Some 4,200 dock workers are on strike,", "have been sent home without pay")
    assert finding.verdict is V.VERBATIM
    assert len(finding.record_span) == 2


def test_paragraphs_of_one_quotation_are_joined() -> None:
    reading = reading_of("The bridges remain open to heavy trucks.", speaker=LINDQVIST)
    text = '"The bridges remain open to heavy trucks.\n\n"We spent $5 billion on the eastern pier,"'
    spans = (Span(1, 41), Span(44, len(text) - 1))
    reading = replace(
        reading,
        report=replace(reading.report, text=text),
        quotations=(Quotation(spans=spans, statement="s1"),),
    )
    (finding,) = check_quotations(reading, (record_of(),))
    assert finding.verdict is V.VERBATIM
    assert finding.report_span == spans


def test_a_name_in_marks_quotes_nobody_even_where_the_record_has_it() -> None:
    reading = reading_of("northern harbor")
    named = replace(reading, quotations=(replace(reading.quotations[0], names=True),))
    (finding,) = check_quotations(named, (record_of(),))
    assert finding.verdict is V.NOT_A_QUOTATION


def test_another_language_cannot_be_compared() -> None:
    reading = reading_of("Die Brücken bleiben für schwere Lastwagen offen", language="de")
    (finding,) = check_quotations(reading, (record_of(),))
    assert finding.verdict is V.OUTSIDE_RECORD
    assert "language" in finding.explanation


def test_an_interpreter_is_named() -> None:
    record = record_of()
    turns = tuple(replace(turn, interpreted=True) for turn in record.turns)
    finding = check_one("we may ask the army", record=replace(record, turns=turns))
    assert finding.explanation.startswith("Through an interpreter: ")


def test_a_body_that_speaks_of_itself_may_do_so_in_a_document() -> None:
    words = "The committee has not yet closed the northern harbor"
    assert check_one(words, speaker=VARGA).verdict is V.ALTERED_WORDING
    assert check_one(words, speaker="Harbor Committee").verdict is V.NOT_IN_RECORD
    words = "We have still not closed the northern harbor"
    assert check_one(words, speaker="Harbor Committee").verdict is V.ALTERED_WORDING


@pytest.mark.parametrize(
    ("words", "clip"),
    [
        (
            "Some 4,200 dock workers are on strike,",
            Clip(
                after=", and as many as 900 of those workers have been sent home without pay.",
            ),
        ),
        (
            "we may ask the army to unload the medicine",
            Clip(before="If the talks fail,"),
        ),
        ("We've strengthened the sea-wall near the lighthouse.", None),
        ("on strike", None),
    ],
    ids=["after", "before", "nothing cut", "fragment"],
)
def test_clip(words: str, clip: Clip | None) -> None:
    assert check_one(words).clip == clip


def test_both_passages_and_the_words_that_changed() -> None:
    finding = check_one("We've fortified the sea-wall near the lighthouse.")
    assert finding.record == record_of().id
    assert finding.record_speaker == "MINISTER VARGA"
    (span,) = finding.record_span
    assert span.of(record_of().text) == finding.record_text
    assert [(it.was, it.became, it.kept) for it in finding.changes] == [
        ("We've", "We've", True),
        ("strengthened", "fortified", False),
        (
            "the sea-wall near the lighthouse",
            "the sea-wall near the lighthouse",
            True,
        ),
    ]
    assert finding.explanation == (
        "The record puts it in other words: “strengthened” became “fortified”."
    )


def test_a_splice_shows_what_was_left_out() -> None:
    finding = check_one("The port authority met behind closed doors. It is a test of patience")
    assert len(finding.record_span) == 2
    left_out = [change.was for change in finding.changes if not change.kept]
    assert len(left_out) == 1
    assert left_out[0].startswith("I am confident")
    assert [drift.kind for drift in finding.drift] == [DriftKind.WORDS_LOST]


def test_without_a_record_there_is_nothing_to_find() -> None:
    assert check_quotations(reading_of("we may ask the army"), ()) == ()


def test_each_quotation_is_looked_for_in_every_record() -> None:
    records = (record_of(TURNS[:2], name="first"), record_of(TURNS[3:], name="second"))
    (finding,) = check_quotations(
        reading_of("Prices rose by 3 percent", speaker=LINDQVIST), records
    )
    assert (finding.verdict, finding.record) == (V.VERBATIM, records[1].id)


def test_a_record_without_turns_is_searched_whole() -> None:
    record = replace(record_of(), turns=())
    finding = check_one("The bridges remain open to heavy trucks.", record=record)
    assert (finding.verdict, finding.record_speaker) == (V.VERBATIM, None)


SAID = (
    "We will repair the bridge before winter. We have not decided who will pay. It meets on Monday."
)


@pytest.mark.parametrize(
    ("words", "added"),
    [
        ("We will repair the bridge before winter and pay in full.", "and pay in full"),
        (
            "We will repair the bridge before winter, as we have always promised.",
            "as we have always promised",
        ),
        ("As all in this town have heard, it meets on Monday.", "As all in this town have heard"),
    ],
)
def test_what_is_added_to_a_sentence_retells_no_other(words: str, added: str) -> None:
    finding = check_one(words, speaker=VARGA, record=record_of([("MINISTER VARGA", SAID)]))
    assert finding.verdict is V.ALTERED_WORDING
    assert [(it.was, it.became) for it in finding.drift] == [(None, added)]


@pytest.mark.parametrize("rest", ["we have decided who will pay", "we have decided"])
def test_two_sentences_retold_as_one_are_laid_beside_both(rest: str) -> None:
    words = f"We will repair the bridge before winter and {rest}."
    finding = check_one(words, speaker=VARGA, record=record_of([("MINISTER VARGA", SAID)]))
    assert finding.verdict is V.ALTERED_MEANING
    assert DriftKind.NEGATION_CHANGED in {it.kind for it in finding.drift}
