"""Where reports have their words from: credits, citations, copies, shared mistakes."""

from collections import defaultdict
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.comparing.origins import find_origins
from sayso.comparing.origins.credits import credits_in
from sayso.records import OriginKind, Reading, Report, text_id
from tests.comparing.across import FILES, GOLD, ORIGINS, pairs, readings, scores
from tests.gold import below_floor, same_corpus

READINGS = readings()
NAMES = {text_id(it.report.text): path.stem for it, path in zip(READINGS, FILES, strict=True)}

CREDITS = {
    "dateline": ("PORT NESS, March 4 (AFP) -- Rain fell.", ["AFP"]),
    "at the end": ("Rain fell in Port Ness.\n\nIt will go on. (Reuters)", ["Reuters"]),
    "by a dash": ("Rain fell in Port Ness. — Reuters", ["Reuters"]),
    "first appeared": ("Rain fell.\n\nThis story first appeared on Politico.", ["Politico"]),
    "nobody knows it": ("PORT NESS, May 2 (Tern Press) - Rain fell.", ["Tern Press"]),
    "cited": ("Rain fell in Port Ness, the Ledger reports, citing Yonhap.", ["Yonhap"]),
    "its own": ("PORT NESS (Yonhap) -- Rain fell.", []),
    "none": ("Rain fell in Port Ness, the mayor said.", []),
    "small letters": ("The fare is per ap, they said.", []),
}


@pytest.mark.parametrize(("text", "names"), CREDITS.values(), ids=CREDITS)
def test_credits(text: str, names: list[str]) -> None:
    outlet = "Yonhap" if not names and "Yonhap" in text else "The Ledger"
    report = Report(id="r", text=text, outlet=outlet)
    assert sorted({it.name for it in credits_in(report)}) == names


def test_the_gold_stays_above_its_floor() -> None:
    assert same_corpus("own_origins", [*FILES, GOLD / "origins.json"])
    found, wanted = defaultdict(list), defaultdict(list)
    for it in find_origins(READINGS):
        name = NAMES[it.report]
        if ORIGINS[name] is not None:
            found[it.origin].append(name)
            wanted[ORIGINS[name]].append(name)
    figures = scores(pairs(found.values()), pairs(wanted.values()))
    assert below_floor("own_origins", figures) == []


@settings(max_examples=10, deadline=None)
@given(st.permutations(READINGS))
def test_the_order_of_reports_does_not_matter(given_so: list[Reading]) -> None:
    assert find_origins(given_so) == find_origins(READINGS)


def test_a_report_given_twice_changes_nothing() -> None:
    assert find_origins([*READINGS, READINGS[3]]) == find_origins(READINGS)


def test_no_report_no_origin() -> None:
    assert find_origins([]) == ()


def test_a_report_alone_is_its_own_origin() -> None:
    (found,) = find_origins(READINGS[6:7])
    assert (found.origin, found.kind) == ("Coast Radio", OriginKind.OWN)


def test_every_link_has_its_reason() -> None:
    assert all(it.because for it in find_origins(READINGS))


def test_many_copies_of_one_wire_have_one_origin() -> None:
    wire = READINGS[0]
    copies = [
        replace(
            wire,
            report=replace(wire.report, id=f"copy{number}", outlet=f"Outlet {number}"),
        )
        for number in range(300)
    ]
    assert len({it.origin for it in find_origins(copies)}) == 1
