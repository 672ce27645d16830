"""How sure sayso is of a statement, and whether it is right to be."""

import tomllib
from importlib.resources import files

import pytest

from sayso.reading import Encoder, read_report
from sayso.reading.statements.confidence import FEATURES
from sayso.records import Report, text_id
from tests.gold import SHARED
from training.confidence import held_out_error, read_samples


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


@pytest.mark.parametrize("name", ["found", "right"])
def test_there_is_a_weight_for_every_feature_and_no_other(name: str) -> None:
    text = files("sayso.reading.statements").joinpath("confidence.toml").read_text("utf-8")
    features = {feature.__name__.removeprefix("_") for feature in FEATURES}
    assert set(tomllib.loads(text)[name]) == features | {"constant"}


SURE = "The mayor said on Monday that the bridge would be closed until the spring."
UNSURE = "The mayor, it seemed to some of those in the hall, had other things than bridges in mind."


def test_plain_words_of_saying_are_surer_than_hints(encoder: Encoder) -> None:
    text = f"{SURE}\n{UNSURE}"
    found = read_report(Report(id=text_id(text), text=text), encoder).statements
    sure = max(one.confidence or 0 for one in found if one.content[0].start < len(SURE))
    others = [one.confidence or 0 for one in found if one.content[0].start > len(SURE)]
    assert sure > 0.85
    assert all(one < sure for one in others)


def test_every_statement_says_how_sure_it_is(encoder: Encoder) -> None:
    text = '"We go," she said, the Harbour Wire reported, citing two guards who denied it. ' * 5
    found = read_report(Report(id=text_id(text), text=text), encoder).statements
    assert found
    assert all(one.confidence is not None and 0 <= one.confidence <= 1 for one in found)


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the corpus is not beside this checkout")
def test_nine_of_ten_are_right_where_it_says_so(encoder: Encoder) -> None:
    samples = read_samples(SHARED / "data" / "polnear", encoder)
    assert held_out_error(samples, "found") <= 5
    assert held_out_error(samples, "right") <= 5
