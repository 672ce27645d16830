"""What comparing promises, whatever it is given."""

from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sayso.comparing.itself import check_itself
from sayso.comparing.quotations import check_quotations
from sayso.comparing.report import check_report
from sayso.comparing.words import read_words
from sayso.reading.quantities import read_quantities
from sayso.records import (
    DriftKind,
    Finding,
    Mode,
    Person,
    Quotation,
    Reading,
    Record,
    Report,
    Span,
    Statement,
    Turn,
    Verdict,
)
from tests.comparing.factory import (
    TURNS,
    check_one,
    check_told,
    reading_of,
    record_of,
    telling_of,
)

# The first example reads the word lists too, which takes longer than the rest together.
UNTIMED = settings(deadline=None, max_examples=60)
NOUNS = ["harbor", "storm", "lighthouse", "bridge", "coast", "village", "doctor", "engine"]
NOUNS += ["orchard", "ladder", "blanket", "mirror", "kettle", "garden", "window", "pocket"]
NOUNS += ["candle", "button", "pencil", "basket", "hammer", "carpet", "saddle", "marble"]
WORDS = [*NOUNS, "the", "of", "we've", "can't", "it's", "8,000", "three-quarters", "U.S.", "and"]
WORDS += ["North Korean", "—", "[inaudible]", "(laughter)", "she's", "Dr.", "half a million", "..."]
TOKENS = st.lists(st.sampled_from(WORDS), min_size=12, max_size=60)
CLAUSE = st.lists(st.sampled_from(NOUNS), min_size=3, max_size=8, unique=True).map(" ".join)
FEW = st.lists(st.sampled_from(NOUNS), min_size=1, max_size=5, unique=True).map(" ".join)
ODD = st.one_of(
    st.text(max_size=80),
    st.lists(
        st.sampled_from([*WORDS, "\x00", "\ud800", "“", "'", "[", ")", "İ", "9" * 400, "\n", "."]),
        max_size=40,
    ).map(" ".join),
)


def _noisy(sentence: str) -> Record:
    """A record with that sentence among others that share no word of weight with it."""
    return record_of(
        [(TURNS[2][0], TURNS[2][1]), ("MINISTER VARGA", f"Welcome. {sentence} Thanks.")]
    )


@UNTIMED
@given(TOKENS, st.data())
def test_a_faithful_copy_of_any_stretch_is_verbatim(tokens: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(tokens) - 6))
    last = data.draw(st.integers(first + 6, len(tokens)))
    stretch = " ".join(tokens[first:last])
    assume(sum(word.form != "…" for word in read_words(stretch)) > 5)
    assume(stretch[:1].isalnum())
    record = record_of([("QUESTION", "Why?"), ("MINISTER VARGA", " ".join(tokens)), ("Q", "So?")])
    assert check_one(stretch, record=record).verdict is Verdict.VERBATIM


@UNTIMED
@given(CLAUSE, CLAUSE)
def test_a_dropped_not_is_found_and_named(before: str, after: str) -> None:
    record = _noisy(f"The {before} do not {after}.")
    finding = check_one(f"The {before} do {after}.", record=record)
    assert finding.verdict is Verdict.ALTERED_MEANING
    assert DriftKind.NEGATION_CHANGED in {drift.kind for drift in finding.drift}


@UNTIMED
@given(CLAUSE, CLAUSE, st.integers(2, 10**7), st.integers(2, 10**7))
def test_a_changed_number_is_found_and_named(before: str, after: str, was: int, now: int) -> None:
    assume(was != now)
    record = _noisy(f"The {before} {was:,} {after}.")
    finding = check_one(f"The {before} {now:,} {after}.", record=record)
    assert finding.verdict is Verdict.ALTERED_MEANING
    assert DriftKind.VALUE_CHANGED in {drift.kind for drift in finding.drift}


@UNTIMED
@given(CLAUSE, CLAUSE, st.sampled_from(["up to", "some", "more than", "nearly", "at least"]))
def test_a_dropped_hedge_is_found_and_named(before: str, after: str, hedge: str) -> None:
    record = _noisy(f"The {before} {hedge} 700 {after}.")
    finding = check_one(f"The {before} 700 {after}.", record=record)
    assert finding.verdict is Verdict.ALTERED_WORDING
    assert [drift.kind for drift in finding.drift] == [DriftKind.HEDGE_DROPPED]


@UNTIMED
@given(CLAUSE, CLAUSE, st.sampled_from(["if", "unless", "provided", "as long as"]))
def test_a_dropped_condition_is_found_and_named(before: str, after: str, marker: str) -> None:
    record = _noisy(f"The {before} {marker} the {after} is there, then all is well.")
    finding = check_one(f"The {before}, then all is well.", record=record)
    assert DriftKind.CONDITION_DROPPED in {drift.kind for drift in finding.drift}


@UNTIMED
@given(FEW, CLAUSE, st.sampled_from(["if", "unless", "provided", "as long as"]))
def test_a_condition_cut_beside_a_sentence_of_any_length_is_found(
    claim: str, condition: str, marker: str
) -> None:
    behind = _noisy(f"We carry {claim}, {marker} the {condition} is there.")
    before = _noisy(f"{marker.capitalize()} the {condition} is there, we carry {claim}.")
    for record in (behind, before):
        finding = check_one(f"We carry {claim},", record=record)
        assert [drift.kind for drift in finding.drift] == [DriftKind.CONDITION_DROPPED]


@UNTIMED
@given(FEW, st.sampled_from(["I think", "Perhaps", "It seems", "In our view,", "So far"]))
def test_a_hedge_cut_before_a_sentence_of_any_length_is_found(claim: str, hedge: str) -> None:
    finding = check_one(f"We carry {claim}.", record=_noisy(f"{hedge} we carry {claim}."))
    assert [drift.kind for drift in finding.drift] == [DriftKind.HEDGE_DROPPED]


@UNTIMED
@given(FEW, st.sampled_from(["I do not believe", "Nobody says that", "We never said"]))
def test_a_not_cut_before_a_sentence_of_any_length_is_found(claim: str, denial: str) -> None:
    finding = check_one(f"We carry {claim}.", record=_noisy(f"{denial} we carry {claim}."))
    assert finding.verdict is Verdict.ALTERED_MEANING
    assert [drift.kind for drift in finding.drift] == [DriftKind.NEGATION_CHANGED]


@UNTIMED
@given(FEW)
def test_a_whole_sentence_of_any_length_alarms_nobody(claim: str) -> None:
    finding = check_one(f"We carry {claim}.", record=_noisy(f"We carry {claim}."))
    assert (finding.verdict, finding.drift, finding.clip) == (Verdict.VERBATIM, (), None)


@UNTIMED
@given(CLAUSE, st.integers(101, 10**6), st.integers(101, 10**6))
def test_a_changed_number_is_found_where_it_is_told(said: str, was: int, now: int) -> None:
    assume(was != now and not {was, now} & set(range(1800, 2101)))
    record = _noisy(f"We counted {was:,} parcels beside the {said}.")
    (finding,) = check_told(f"{now:,} parcels were counted beside the {said}", record=record)
    assert DriftKind.VALUE_CHANGED in {drift.kind for drift in finding.drift}


@UNTIMED
@given(CLAUSE, CLAUSE)
def test_a_dropped_not_is_found_where_it_is_told(before: str, after: str) -> None:
    record = _noisy(f"The {before} do not carry the {after}.")
    (finding,) = check_told(f"the {before} carried the {after}", record=record)
    assert DriftKind.NEGATION_CHANGED in {drift.kind for drift in finding.drift}


@UNTIMED
@given(CLAUSE, st.sampled_from(["up to", "some", "more than", "nearly", "at least"]))
def test_a_dropped_hedge_is_found_where_it_is_told(said: str, hedge: str) -> None:
    record = _noisy(f"We counted {hedge} 700 parcels beside the {said}.")
    (finding,) = check_told(f"700 parcels were counted beside the {said}", record=record)
    assert [drift.kind for drift in finding.drift] == [DriftKind.HEDGE_DROPPED]


@UNTIMED
@given(CLAUSE, CLAUSE, st.sampled_from(["if", "unless", "provided", "as long as"]))
def test_a_dropped_condition_is_found_where_it_is_told(
    claim: str, condition: str, marker: str
) -> None:
    record = _noisy(f"We carry the {claim}, {marker} the {condition} is there.")
    (finding,) = check_told(f"the {claim} would be carried", record=record)
    assert DriftKind.CONDITION_DROPPED in {drift.kind for drift in finding.drift}


@UNTIMED
@given(CLAUSE, st.integers(101, 10**6))
def test_a_faithful_telling_alarms_nobody(said: str, figure: int) -> None:
    record = _noisy(f"We have counted some {figure:,} parcels beside the {said}.")
    (finding,) = check_told(
        f"about {figure:,} parcels were counted beside the {said}", record=record
    )
    assert finding.verdict is Verdict.SAME


@UNTIMED
@given(st.permutations(range(4)), st.sampled_from([turn[1][20:120] for turn in TURNS]))
def test_the_order_of_records_does_not_matter_to_what_is_told(order: list[int], words: str) -> None:
    records = [record_of(TURNS[at:], name=str(at)) for at in range(4)]
    reading = telling_of(" ".join(words.split()))
    there = check_report(reading, [records[at] for at in order])
    assert there == check_report(reading, records)


@UNTIMED
@given(text=ODD, said=ODD, edges=st.lists(st.integers(0, 200), min_size=2, max_size=6))
def test_any_telling_gives_sound_findings(text: str, said: str, edges: list[int]) -> None:
    ends = sorted({min(edge, len(text)) for edge in edges})
    spans = tuple(Span(*pair) for pair in pairwise(ends))
    statements = tuple(
        Statement(id=str(at), source=(), cue=(), content=(span,), mode=Mode.INDIRECT, speaker="p")
        for at, span in enumerate(spans)
    )
    reading = Reading(
        report=Report(id="r", text=text),
        statements=statements,
        people=(Person(id="p", name="Ilona Varga"),),
        quantities=read_quantities(text, report_id="r"),
    )
    turns = (Turn(speaker="VARGA", span=Span(0, len(said))),)
    quantities = read_quantities(said, report_id="s")
    record = Record(id="s", name="s", text=said, turns=turns, quantities=quantities)
    findings = check_report(reading, [record])
    for finding in findings:
        _is_sound(finding, len(said))
    assert findings == check_report(reading, [record])


@UNTIMED
@given(st.permutations(range(4)), st.sampled_from([turn[1][:90] for turn in TURNS]))
def test_the_order_of_records_does_not_matter(order: list[int], words: str) -> None:
    records = [record_of(TURNS[at:], name=str(at)) for at in range(4)]
    reading = reading_of(words)
    assert check_quotations(reading, [records[at] for at in order]) == check_quotations(
        reading, records
    )


@UNTIMED
@given(
    text=ODD,
    said=ODD,
    edges=st.lists(st.integers(0, 200), min_size=2, max_size=6),
    has_turns=st.booleans(),
)
def test_any_text_gives_a_finding_for_each_quotation(
    text: str, said: str, edges: list[int], *, has_turns: bool
) -> None:
    ends = sorted({min(edge, len(text)) for edge in edges})
    spans = tuple(Span(*pair) for pair in pairwise(ends))
    quotations = (Quotation(spans=spans), *(Quotation(spans=(span,)) for span in spans))
    reading = Reading(report=Report(id="r", text=text, title=said), quotations=quotations)
    turns = (Turn(speaker=said[:9], span=Span(0, len(said) // 2)),) if has_turns else ()
    record = Record(id="s", name="s", text=said, turns=turns)
    findings = check_quotations(reading, (record,))
    assert len(findings) == len(quotations)
    for finding in findings:
        _is_sound(finding, len(said))
    assert findings == check_quotations(reading, (record,))
    for finding in check_itself(reading):
        _is_sound(finding, len(text))


def _is_sound(finding: Finding, length: int) -> None:
    spans = finding.record_span
    assert all(0 <= span.start < span.end <= length for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert finding.explanation.endswith(".")
    assert finding.explanation[0].isupper()


@UNTIMED
@given(st.sampled_from([turn[1][20:120] for turn in TURNS]))
def test_a_paragraph_in_front_only_moves_what_is_found(words: str) -> None:
    lead = "The harbor lies in the north.\n\n"
    (here,) = check_quotations(reading_of(words), (record_of(),))
    (there,) = check_quotations(reading_of(words, before=lead), (record_of(),))
    moved = tuple(Span(a + len(lead), b + len(lead)) for a, b in here.report_span)
    assert there.report_span == moved
    assert (there.verdict, there.record_span, there.drift, there.changes) == (
        here.verdict,
        here.record_span,
        here.drift,
        here.changes,
    )
