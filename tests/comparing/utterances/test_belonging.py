"""How likely a statement belongs to a group."""

import pytest

from sayso.comparing.utterances.belonging import FEATURES, features, likelihood
from sayso.comparing.utterances.evidence import Background, Group

BACKGROUND = Background(expected={"docker": 0.1, "strike": 1.0, "bank": 0.1}, mass=20.0)


def _group(terms: dict[str, float], figures: dict[str, int], members: int = 1) -> Group:
    return Group(
        members=tuple(f"s{number}" for number in range(members)),
        terms=terms,
        total=sum(terms.values()),
        speakers={"s": members},
        reports={f"r{number}": 1 for number in range(members)},
        quoted=0,
        figures=figures,
    )


OWN = _group({"docker": 1.0, "strike": 1.0}, {"42": 1})
ALIKE = _group({"docker": 2.0, "strike": 2.0}, {"42": 1, "3": 2}, 2)
OTHER = _group({"bank": 1.0, "strike": 1.0}, {})


def test_a_group_is_ahead_of_the_next_by_what_its_words_say() -> None:
    rows = [
        dict(zip(FEATURES, row, strict=True))
        for row in features(OWN, [(ALIKE, 1), (OTHER, 0)], BACKGROUND)
    ]
    assert [row["figures"] for row in rows] == [0.5, 0.0]
    assert [row["open"] for row in rows] == [0.5, 0.0]
    assert rows[0]["ahead"] > 0 > rows[1]["ahead"]
    assert rows[0]["size"] > rows[1]["size"] == 0


@pytest.mark.parametrize(("name", "sign"), {"ahead": 1, "figures": 1, "open": -1}.items())
def test_each_counts_as_it_should(name: str, sign: int) -> None:
    none, some = (likelihood([value * (it == name) for it in FEATURES]) for value in (0, 1))
    assert 0 < none < 1
    assert (some - none) * sign > 0


def test_no_group_tells_nothing() -> None:
    assert features(OWN, [], BACKGROUND) == []
