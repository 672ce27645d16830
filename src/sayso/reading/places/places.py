"""Places in a text: the names of places found, and each given the place that it means."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from math import isnan

from sayso import records
from sayso.reading.layout import Layout
from sayso.reading.places.choosing import choose
from sayso.reading.places.gazetteer import KINDS, PLACE, Gazetteer
from sayso.reading.places.governments import names_government
from sayso.reading.places.names import Name, Words, find_names, look_up, words_of
from sayso.reading.places.naming import naming_of
from sayso.reading.places.people import without_people
from sayso.reading.places.pieces import find_pieces
from sayso.reading.places.scenes import Scene, scenes_of
from sayso.reading.places.signs import evidence
from sayso.reading.places.surroundings import with_kind
from sayso.records import Person, Place, PlaceKind, Span, mention_id

__all__ = ["name_at", "possible_places", "read_places", "resolve_names", "shipped"]

# Odds from which a name counts: swept on half of LGL, best F1 here, flat from -0.5 to 0.
_ENOUGH = -0.35


def read_places(
    layout: Layout,
    *,
    report_id: str,
    people: Sequence[Person] = (),
    told: Sequence[records.Name] | None = None,
) -> tuple[Place, ...]:
    """The places named in a text, in order, each with the one it means.

    Names of `people` are none, unless the encoder takes them for places: `told` are the names that
    it sees. Raises DamagedGazetteerError where the gazetteer is not whole.
    """
    possible = possible_places(layout, people, told)
    kept = [scene.name for scene in possible if evidence(scene) > _ENOUGH]
    scenes = scenes_of(possible[0].words, kept, shipped()) if kept else []
    pieces = find_pieces(scenes)
    return tuple(
        _place(scene, number, report_id)
        for scene, number in zip(scenes, choose(scenes), strict=True)
        if scene.name.first not in pieces
    )


def possible_places(
    layout: Layout, people: Sequence[Person], told: Sequence[records.Name] | None
) -> list[Scene]:
    """All that is written like the name of a place, those of people left out."""
    words = words_of(layout)
    names = find_names(words, shipped())
    if told is not None:
        for name in names:
            name.named = naming_of(words.span(name.first, name.after), told)
    return scenes_of(words, without_people(words, names, people), shipped())


def resolve_names(
    layout: Layout, spans: Sequence[Span], *, report_id: str
) -> tuple[Place | None, ...]:
    """The place that each of these stretches of a text names; None where no place is so called."""
    words = words_of(layout)
    found = look_up([span.of(layout.text) for span in spans], shipped())
    ordered = sorted(range(len(spans)), key=spans.__getitem__)
    known = [number for number in ordered if found[number][0] < found[number][1]]
    names = [name_at(words, spans[number], found[number]) for number in known]
    scenes = scenes_of(words, names, shipped())
    places: list[Place | None] = [None] * len(spans)
    for number, scene, row in zip(known, scenes, choose(scenes), strict=True):
        places[number] = _place(scene, row, report_id, span=spans[number])
    return tuple(places)


def name_at(words: Words, span: Span, stretch: tuple[int, int]) -> Name:
    """The name at a stretch of characters that is known to be one."""
    spans = words.layout.words
    first = max(0, bisect_right(spans, span.start, key=_start) - 1)
    after = max(first + 1, bisect_left(spans, span.end, key=_start))
    return Name(first=first, after=after, stretch=stretch)


def _start(span: Span) -> int:
    return span.start


def _place(scene: Scene, number: int, report_id: str, *, span: Span | None = None) -> Place:
    gazetteer = shipped()
    row = dict(zip(PLACE.names or (), gazetteer.places[number].item(), strict=True))
    kind = KINDS[row["kind"]]
    latitude, longitude = round(row["latitude"], 5), round(row["longitude"], 5)
    span = span or with_kind(scene.words, scene.name, kind)
    seat = row["capital"] or kind is PlaceKind.BUILDING
    return Place(
        id=mention_id(report_id, "l", span),
        span=span,
        name=gazetteer.name(number),
        geonames=row["id"] or None,
        latitude=None if isnan(latitude) else latitude,
        longitude=None if isnan(longitude) else longitude,
        kind=kind,
        stands_for_government=seat and names_government(scene.words, scene.name),
    )


@cache
def shipped() -> Gazetteer:
    """The shipped gazetteer, opened when the first text with it is read."""
    return Gazetteer()
