import datetime
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.comparing.stories import group_stories
from sayso.records import Report, Story, text_id
from tests.gold import SHARED, below_floor, same_corpus

DAY = datetime.date(2031, 5, 4)
BRIDGE = "The Orlava bridge over the Tessen was shut after engineer Petra Nowell found cracks."
STRIKE = "Dockers in Port Calder walked out over night pay, union leader Hamid Rourke said."


def report(text: str, *, published: datetime.date | None = DAY) -> Report:
    return Report(id=text_id(text), text=text, published=published)


BRIDGES = [report(f"{BRIDGE} {more}") for more in ("Traffic waited.", "Ferries ran.", "It is old.")]
STRIKES = [report(f"{STRIKE} {more}") for more in ("Ships waited.", "Nobody was hurt.")]


def ids(stories: Sequence[Story]) -> set[frozenset[str]]:
    return {frozenset(story.reports) for story in stories}


def test_reports_of_one_happening_are_one_story() -> None:
    stories = group_stories([*BRIDGES, *STRIKES])
    expected = {frozenset(one.id for one in those) for those in (BRIDGES, STRIKES)}
    assert ids(stories) == expected


@given(st.permutations([*BRIDGES, *STRIKES]))
@settings(max_examples=20)
def test_order_does_not_matter(reports: list[Report]) -> None:
    assert group_stories(reports) == group_stories([*BRIDGES, *STRIKES])


def test_a_report_given_twice_changes_nothing() -> None:
    assert group_stories([*BRIDGES, *BRIDGES]) == group_stories(BRIDGES)


def test_the_same_words_months_later_are_another_happening() -> None:
    later = report(f"{BRIDGE} Again.", published=DAY + datetime.timedelta(days=90))
    assert frozenset({later.id}) in ids(group_stories([*BRIDGES, later]))


def test_a_report_without_a_day_may_join_any() -> None:
    undated = report(f"{BRIDGE} Some say so.", published=None)
    assert len(group_stories([*BRIDGES, undated])) == 1


@pytest.mark.parametrize(
    "text",
    ["", "\x00", "1 2 3", "\ud800", "word " * 10_000, "x" * 100_000, "The the THE"],
    ids=["empty", "nul", "numbers", "surrogate", "one word", "no space", "common words"],
)
def test_any_text_is_in_one_story(text: str) -> None:
    odd = Report(id="odd", text=text)
    stories = group_stories([*BRIDGES, odd])
    assert Counter(of for story in stories for of in story.reports)["odd"] == 1


def test_the_id_follows_from_the_reports() -> None:
    (story,) = group_stories(BRIDGES)
    assert story == replace(story, id=text_id("\n".join(sorted(one.id for one in BRIDGES))))


def test_nothing_makes_no_story() -> None:
    assert group_stories([]) == ()


@pytest.mark.shared
def test_ecb_plus() -> None:
    paths = sorted((SHARED / "data" / "ecbplus").glob("*/*.json"))
    assert same_corpus("stories", paths)
    gold: dict[str, str] = {}
    reports = []
    for path in paths:
        page = json.loads(path.read_text("utf-8"))
        reports.append(Report(id=path.stem, text=page["text"], title=page["title"]))
        gold[path.stem] = path.parent.name
    figures = b_cubed(group_stories(reports), gold)
    assert not below_floor("stories", figures)


def b_cubed(stories: Sequence[Story], gold: dict[str, str]) -> dict[str, float]:
    """B-cubed precision, recall and F1 in per cent (Bagga and Baldwin 1998)."""
    sizes = Counter(gold.values())
    precision = recall = 0.0
    for story in stories:
        for name, shared in Counter(gold[of] for of in story.reports).items():
            precision += shared * shared / len(story.reports) / len(gold)
            recall += shared * shared / sizes[name] / len(gold)
    f1 = 2 * precision * recall / (precision + recall)
    return {"precision": 100 * precision, "recall": 100 * recall, "f1": 100 * f1}
