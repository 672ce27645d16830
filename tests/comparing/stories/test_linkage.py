import random

from hypothesis import given
from hypothesis import strategies as st

from sayso.comparing.stories.linkage import link_average

NAMES = "abcdefg"
PAIRS = st.dictionaries(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(
        lambda pair: pair[0] < pair[1]
    ),
    st.floats(0, 1),
    max_size=12,
)


def test_what_was_not_compared_counts_as_unlike() -> None:
    likely = {("a", "b"): 0.9, ("b", "c"): 0.9}
    assert link_average("abc", likely, least=0.5) == [["a", "b"], ["c"]]
    assert link_average("abc", likely, least=0.4) == [["a", "b", "c"]]


@given(likely=PAIRS, least=st.floats(0.1, 1))
def test_every_name_is_in_one_group(likely: dict[tuple[str, str], float], least: float) -> None:
    groups = link_average(NAMES, likely, least=least)
    assert sorted(name for group in groups for name in group) == list(NAMES)


@given(likely=PAIRS, least=st.floats(0.1, 1), seed=st.randoms())
def test_the_order_of_pairs_does_not_matter(
    likely: dict[tuple[str, str], float], least: float, seed: random.Random
) -> None:
    pairs = list(likely.items())
    seed.shuffle(pairs)
    expected = link_average(NAMES, likely, least=least)
    assert link_average(reversed(NAMES), dict(pairs), least=least) == expected


@given(likely=PAIRS, least=st.floats(0.1, 1))
def test_the_likest_of_all_are_together(likely: dict[tuple[str, str], float], least: float) -> None:
    groups = link_average(NAMES, likely, least=least)
    best = max(likely.values(), default=0)
    if best >= least:
        likest = [pair for pair, value in likely.items() if value == best]
        assert any(set(pair) <= set(group) for pair in likest for group in groups)
