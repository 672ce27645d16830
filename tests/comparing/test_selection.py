import pytest

from sayso.comparing import Selection, select_findings
from sayso.records import Drift, DriftKind, Finding, FindingKind, Span, Suppression, Verdict

FINDING = Finding(
    kind=FindingKind.QUOTE,
    verdict=Verdict.ALTERED_WORDING,
    report_span=(Span(0, 20),),
    report_text="We  saw around 8,000",
    drift=(
        Drift(kind=DriftKind.WORDING_CHANGED, was="some", became="around"),
        Drift(kind=DriftKind.TENSE_CHANGED, was="see", became="saw"),
    ),
)
SEEN = Suppression(words="AROUND 8,000", reason="our own count")


@pytest.mark.parametrize(
    ("ignored", "kept"),
    [
        pytest.param(set(), True, id="nothing"),
        pytest.param({"altered_wording"}, False, id="its verdict"),
        pytest.param({"quote"}, False, id="its kind"),
        pytest.param({"wording_changed"}, True, id="one of its drifts"),
        pytest.param({"wording_changed", "tense_changed"}, False, id="all of its drifts"),
        pytest.param({"spliced"}, True, id="another verdict"),
    ],
)
def test_ignored_kinds(ignored: set[str], *, kept: bool) -> None:
    selection = Selection(ignored=frozenset(ignored))
    assert select_findings([FINDING], selection, report="a.txt") == ((FINDING,) * kept, ())


@pytest.mark.parametrize(
    ("suppression", "kept"),
    [
        pytest.param(SEEN, False, id="words, case and spaces apart"),
        pytest.param(Suppression(words="9,000", reason="x"), True, id="other words"),
        pytest.param(
            Suppression(words="8,000", reason="x", verdict=Verdict.ALTERED_WORDING),
            False,
            id="its verdict",
        ),
        pytest.param(
            Suppression(words="8,000", reason="x", verdict=Verdict.SPLICED),
            True,
            id="other verdict",
        ),
        pytest.param(Suppression(words="8,000", reason="x", report="a.txt"), False, id="report"),
        pytest.param(Suppression(words="8,000", reason="x", report="b.txt"), True, id="another"),
    ],
)
def test_suppressions(suppression: Suppression, *, kept: bool) -> None:
    selection = Selection(suppressions=(suppression,))
    found, used = select_findings([FINDING], selection, report="a.txt")
    assert found == (FINDING,) * kept
    assert used == (suppression,) * (not kept)


def test_a_suppressed_finding_counts_for_its_suppression_even_where_it_is_ignored() -> None:
    selection = Selection(ignored=frozenset({"quote"}), suppressions=(SEEN,))
    assert select_findings([FINDING], selection, report="a.txt") == ((), (SEEN,))
