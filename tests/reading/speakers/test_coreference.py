"""The people of MEANTIME and GUM: how far their chains agree, and whether speakers are theirs."""

from collections.abc import Iterable

import pytest

from sayso.reading import Encoder
from tests.gold import SHARED, below_floor, same_corpus
from tests.reading.speakers.chains import (
    Page,
    found_chains,
    gold_chains,
    gum,
    meantime,
    read_page,
    speakers,
)
from tests.reading.speakers.coreference import Mention, b_cubed, ceaf, conll_f1, muc

MEANTIME = SHARED / "data" / "meantime" / "intra-doc_annotation"
GUM = SHARED / "data" / "gum" / "coref" / "gum" / "conll"
AIRBUS = sorted((MEANTIME / "corpus_airbus").glob("*.xml"))
GM = sorted((MEANTIME / "corpus_gm").glob("*.xml"))
NEWS = sorted(GUM.glob("GUM_news_*.conll"))


def _chains(*rows: str) -> list[frozenset[Mention]]:
    return [frozenset((letter, 0) for letter in row) for row in rows]


# The first pair is that of Luo 2005, figures 1 and 2, with his values.
@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [
        pytest.param(
            _chains("12345", "67", "89ABC"),
            _chains("12345", "6789ABC"),
            (94.7, 86.5, 73.3),
            id="two merged",
        ),
        pytest.param(
            _chains("12345", "67", "89ABC"),
            _chains("1234589ABC", "67"),
            (94.7, 73.7, 66.7),
            id="two large ones merged",
        ),
        pytest.param(
            _chains("12", "34"), _chains("12", "34"), (100.0, 100.0, 100.0), id="the same"
        ),
        pytest.param(_chains("12"), [], (0.0, 0.0, 0.0), id="nothing found"),
    ],
)
def test_the_measures_are_those_of_their_papers(
    gold: list[frozenset[Mention]], found: list[frozenset[Mention]], expected: tuple[float, ...]
) -> None:
    got = tuple(measure(gold, found).f1 for measure in (muc, b_cubed, ceaf))
    assert got == pytest.approx(expected, abs=0.06)


def _figures(name: str, pages: Iterable[Page], encoder: Encoder) -> dict[str, float]:
    gold: list[frozenset[Mention]] = []
    found: list[frozenset[Mention]] = []
    right: list[bool] = []
    for page in pages:
        reading = read_page(page, encoder)
        gold += gold_chains(page)
        found += found_chains(page, reading)
        right += speakers(page, reading)
    return {
        f"{name}_conll": conll_f1(gold, found),
        f"{name}_speakers": 100 * sum(right) / len(right),
    }


@pytest.mark.shared
@pytest.mark.skipif(not NEWS, reason="the data is not beside this checkout")
def test_people_stay_above_their_floors() -> None:
    assert same_corpus("coreference", [*AIRBUS, *GM, *NEWS])
    encoder = Encoder()
    figures = {
        **_figures("airbus", meantime(AIRBUS), encoder),
        **_figures("gm", meantime(GM), encoder),
        **_figures("gum_news", gum(NEWS), encoder),
    }
    assert not below_floor("coreference", figures), figures
