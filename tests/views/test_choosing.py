"""The filters of a story: every count leads to as many utterances as it says."""

from urllib.parse import parse_qsl, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from sayso.records import Drift, DriftKind, KnownStory, Rendering, ReportCard, Utterance, Verdict
from sayso.views.pages import STORY_FILTERS
from sayso.views.pages.choosing import choices_of, chosen_from

STORY = KnownStory(
    id=3,
    title="Harbour pay",
    reports=tuple(ReportCard(id=f"r{at}", outlet=f"Outlet {'AAB'[at]}") for at in range(3)),
)
KINDS = st.sampled_from([DriftKind.HEDGE_DROPPED, DriftKind.VALUE_CHANGED])


@st.composite
def renderings(draw: st.DrawFn) -> Rendering:
    report = draw(st.sampled_from([card.id for card in STORY.reports]))
    kinds = draw(st.lists(KINDS, max_size=2))
    return Rendering(
        statement=f"{report}.s{draw(st.integers(0, 9))}",
        report=report,
        verdict=draw(st.sampled_from([None, Verdict.VERBATIM, Verdict.ALTERED_MEANING])),
        drift=tuple(Drift(kind=kind, was=None, became="8,000") for kind in kinds),
    )


@st.composite
def utterances(draw: st.DrawFn) -> Utterance:
    told = draw(st.lists(renderings(), min_size=1, max_size=4))
    speaker = draw(st.sampled_from([None, "Tom Brandt", "Ilse Varga"]))
    return Utterance(
        id="1", speaker=speaker, said_on=None, words="", reference="", renderings=tuple(told)
    )


@given(st.lists(utterances(), max_size=6), st.data())
def test_every_count_leads_to_as_many(said: list[Utterance], data: st.DataObject) -> None:
    asked: dict[str, str] = {}
    for _ in range(3):
        links = [link for _, links in choices_of(said, STORY, asked) for link in links]
        for link in links:
            leading = dict(parse_qsl(urlsplit(link.address).query))
            assert set(leading) <= STORY_FILTERS
            found = chosen_from(said, STORY, asked if link.chosen else leading)
            assert len(found) == link.count > 0
        if links:
            asked = dict(parse_qsl(urlsplit(data.draw(st.sampled_from(links)).address).query))


@given(st.lists(utterances(), max_size=6))
def test_who_asks_for_nothing_is_shown_all(said: list[Utterance]) -> None:
    assert chosen_from(said, STORY, {}) == said
    assert not chosen_from(said, STORY, {"speaker": "Nobody"})
