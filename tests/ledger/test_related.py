"""Stories, what they are about, and where on the map."""

from dataclasses import replace

from sayso.ledger import (
    Ledger,
    Search,
    keep_origins,
    keep_stories,
    last_stories,
    names_in,
    origins_by_story,
    origins_in,
    places_in,
    stories_in,
    story_of,
    topics_in,
)
from sayso.records import Origin, OriginKind, Place, PlaceKind, Reading, Span
from tests.ledger.factory import NOW, TEXT, add, reading

TEXTS = [TEXT.replace("dockers", word) for word in ("dockers", "bakers", "drivers", "nurses")]


def told(ledger: Ledger, *stories: tuple[int, ...]) -> list[Reading]:
    """Four reports in those stories, by their numbers from 1 on."""
    readings = [reading(text) for text in TEXTS]
    add(ledger, *readings)
    with ledger.batch(now=NOW, maker="test") as batch:
        keep_stories(batch, stories, {})
    return readings


def test_stories_are_paged_from_the_last_one_on(ledger: Ledger) -> None:
    told(ledger, (1, 2), (3,), (4,))
    with ledger.seen() as connection:
        every = stories_in(connection)
        first = last_stories(connection, limit=2)
        rest = last_stories(connection, before=first[-1].id, limit=2)
    assert [*first, *rest] == every[::-1]
    assert [len(one.reports) for one in rest] == [2]


def test_a_ledger_without_stories_has_no_last_ones(ledger: Ledger) -> None:
    with ledger.seen() as connection:
        assert last_stories(connection, limit=2) == []


def test_a_story_is_found_by_any_of_its_reports(ledger: Ledger) -> None:
    one, other, alone, _ = told(ledger, (1, 2), (3,))
    with ledger.seen() as connection:
        assert story_of(connection, one.report.id) == story_of(connection, other.report.id)
        assert story_of(connection, alone.report.id) != story_of(connection, one.report.id)
        assert story_of(connection, "0" * 16) is None


def test_topics_are_the_stories_of_most_statements_first(ledger: Ledger) -> None:
    told(ledger, (1,), (2, 3))
    with ledger.seen() as connection:
        names = names_in(connection)
        found = topics_in(connection, Search(speaker="Varga"), names=names)
        narrowed = topics_in(connection, Search(words="dockers"), names=names)
        assert topics_in(connection, Search(speaker="Nobody"), names=names) == []
    assert [(one.value, one.count) for one in found] == [("Strike", 2), ("Strike", 1)]
    assert [(one.key, one.count) for one in narrowed] == [(found[1].key, 1)]


def test_a_search_within_a_story_finds_its_statements_alone(ledger: Ledger) -> None:
    told(ledger, (1, 2), (3, 4))
    for words, count in (("", 2), ("dockers", 1), ("nurses", 0)):
        assert ledger.count(Search(words=words, story=1)) == count


def test_origins_are_asked_for_by_report(ledger: Ledger) -> None:
    readings = told(ledger, (1, 2))
    origins = [
        Origin(report=it.report.id, origin="A", source=None, kind=OriginKind.OWN, because="")
        for it in readings[:2]
    ]
    with ledger.batch(now=NOW, maker="test") as batch:
        keep_origins(batch, origins, {it.report.id: at for at, it in enumerate(readings, 1)})
    with ledger.seen() as connection:
        assert len(origins_in(connection)) == 2
        assert origins_in(connection, reports=[readings[1].report.id]) == [origins[1]]
        assert origins_in(connection, reports=[]) == []
        stories = [1, 2, 99]
        alone = {number: origins_in(connection, number) for number in stories}
        assert origins_by_story(connection, stories) == alone
        assert origins_by_story(connection, []) == {}


def located(text: str, *names: str) -> Reading:
    """A reading whose statement names places, the last of them for its government."""
    made = reading(text)
    span = Span(made.statements[0].content[0].start, made.statements[0].content[0].start + 4)
    places = tuple(
        Place(
            id=f"x{at}",
            span=span,
            name=name,
            latitude=1.5,
            longitude=2.5,
            kind=PlaceKind.CITY,
            stands_for_government=at == len(names) - 1,
        )
        for at, name in enumerate(names)
    )
    return replace(made, places=places)


def test_places_are_counted_in_statements(ledger: Ledger) -> None:
    add(ledger, located(TEXTS[0], "Port Ness", "Tarnwick"), located(TEXTS[1], "Tarnwick"))
    with ledger.seen() as connection:
        names = names_in(connection)
        found = places_in(connection, Search(), names=names)
        narrowed = places_in(connection, Search(words="dockers"), names=names)
    assert [(it.name, it.count, it.governments) for it in found] == [
        ("Tarnwick", 2, 2),
        ("Port Ness", 1, 0),
    ]
    assert [(it.name, it.count) for it in narrowed] == [("Port Ness", 1), ("Tarnwick", 1)]
    assert (found[0].latitude, found[0].longitude, found[0].kind) == (1.5, 2.5, PlaceKind.CITY)


def test_a_place_that_nobody_knows_where_is_not_on_the_map(ledger: Ledger) -> None:
    add(ledger, reading())
    with ledger.seen() as connection:
        assert places_in(connection, Search(), names=names_in(connection)) == []
