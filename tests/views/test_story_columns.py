"""The order, names and signs that a table and a page of a story share."""

import pytest

from sayso.records import Origin, OriginKind, Rendering, ReportCard, Utterance, Verdict
from sayso.views.pages.ways import origin_ways
from sayso.views.story_columns import by_origin, cells_of, is_shared, rendering_sign


def rendering(name: str, verdict: Verdict | None = None) -> Rendering:
    return Rendering(statement=name, report=name[0], verdict=verdict)


def utterance(*renderings: Rendering) -> Utterance:
    return Utterance(
        id="1",
        speaker=None,
        said_on=None,
        words="no",
        reference=renderings[0].statement,
        renderings=renderings,
    )


ROWS = {
    "the reference before all": ((rendering("a1"), rendering("a2", Verdict.SPLICED)), "a1"),
    "the gravest": (
        (rendering("b1"), rendering("a1", Verdict.SAME), rendering("a2", Verdict.SPLICED)),
        "a2",
    ),
    "the first of the same": (
        (rendering("b1"), rendering("a1", Verdict.HEDGE_DROPPED), rendering("a2", Verdict.DRIFTED)),
        "a1",
    ),
    "what was compared": ((rendering("b1"), rendering("a1"), rendering("a2", Verdict.SAME)), "a2"),
}


@pytest.mark.parametrize(("renderings", "shown"), ROWS.values(), ids=ROWS)
def test_one_rendering_stands_for_a_report(renderings: tuple[Rendering, ...], shown: str) -> None:
    assert cells_of(utterance(*renderings))["a"].statement == shown


def test_signs_tell_the_reference_from_what_was_not_compared() -> None:
    one = utterance(rendering("a1"), rendering("b1"), rendering("b2", Verdict.SPLICED))
    assert [rendering_sign(it, one).mark for it in one.renderings] == ["≡", "·", "⧉"]


def test_two_renderings_of_one_report_are_not_shared() -> None:
    assert not is_shared(utterance(rendering("a1"), rendering("a2")))
    assert is_shared(utterance(rendering("a1"), rendering("b1")))


def origin(report: str, name: str, *, source: str | None = None) -> Origin:
    kind = OriginKind.OWN if report == name else OriginKind.CREDIT
    return Origin(report=report, origin=name, source=source, kind=kind, because=f"cites {name}")


CARDS = [ReportCard(id=name, outlet=name) for name in "abcd"]


def test_echoes_stand_behind_their_origin_with_the_reason() -> None:
    told = [origin("a", "c"), origin("b", "b"), origin("c", "c"), origin("d", "c", source="a")]
    origins = {it.report: it for it in told}
    assert [card.id for card in by_origin(CARDS, origins)] == ["c", "a", "d", "b"]
    (way,) = origin_ways(CARDS, origins).repeated
    assert (way.name, way.because) == ("c", None)
    assert [(it.name, it.because) for it in way.onward] == [("a", "cites c")]
    assert [it.name for it in way.onward[0].onward] == ["d"]
    assert [card.id for card in origin_ways(CARDS, origins).alone] == ["b"]


def test_reports_that_name_each_other_are_all_shown_once() -> None:
    told = [origin("a", "x", source="b"), origin("b", "x", source="a"), origin("c", "x")]
    ways = origin_ways(CARDS[:3], {it.report: it for it in told})
    names: list[str] = []
    left = list(ways.repeated)
    while left:
        one = left.pop()
        names += [one.name] if one.card else []
        left += one.onward
    assert sorted(names) == ["a", "b", "c"]
