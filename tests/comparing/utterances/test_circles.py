"""Which reports are looked at together, because the same people speak in them."""

import datetime
from dataclasses import replace

import pytest

from sayso.comparing.utterances.circles import circles_of
from sayso.comparing.utterances.sayings import Saying
from sayso.records import Interval

DAY = datetime.date(2024, 5, 2)


def _saying(report: str, speaker: str | None, day: int | None = 0) -> Saying:
    said = DAY + datetime.timedelta(days=day) if day is not None else None
    return Saying(
        statement=f"{report}.{speaker}",
        report=report,
        speaker=speaker,
        kind=None,
        countries=frozenset(),
        day=Interval(earliest=said, latest=said) if said else None,
        terms={"dock": 1.0},
        printed="docks",
        direct=False,
        tells=False,
    )


ROWS: dict[str, tuple[list[tuple[str, str | None, int | None]], list[str]]] = {
    "one speaker": ([("a", "Ilse Varga", 0), ("b", "Ilse Varga", 0)], ["ab"]),
    "two spellings": ([("a", "Ilse Zelensky", 0), ("b", "Zelenskyy", 0)], ["ab"]),
    "two speakers": ([("a", "Ilse Varga", 0), ("b", "Joren Hale", 0)], ["a", "b"]),
    "a report between": (
        [
            ("a", "Ilse Varga", 0),
            ("b", "Ilse Varga", 0),
            ("b", "Joren Hale", 0),
            ("c", "Joren Hale", 0),
        ],
        ["abc"],
    ),
    "another day": ([("a", "Ilse Varga", 0), ("b", "Ilse Varga", 5)], ["a", "b"]),
    "the next day": ([("a", "Ilse Varga", 0), ("b", "Ilse Varga", 1)], ["ab"]),
    "no day": ([("a", "Ilse Varga", 0), ("b", "Ilse Varga", None)], ["ab"]),
    "nobody named": ([("a", None, 0), ("b", None, 0)], ["a", "b"]),
}


@pytest.mark.parametrize(("told", "circles"), ROWS.values(), ids=ROWS)
def test_circles(told: list[tuple[str, str | None, int | None]], circles: list[str]) -> None:
    found = circles_of([_saying(*one) for one in told])
    assert ["".join(sorted({it.report for it in one})) for one in found] == circles


def test_the_order_does_not_matter() -> None:
    many = [_saying(*one) for told, _ in ROWS.values() for one in told]
    many = [replace(one, statement=f"{at}{one.statement}") for at, one in enumerate(many)]
    assert circles_of(many) == circles_of(many[::-1])
