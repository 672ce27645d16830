"""Statements as entities of FollowTheMoney 4: notes on who speaks, documented by the article."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from sayso.records import Held, Holding, Person, PersonKind, text_id
from sayso.views.formats.naming import speaker_of

__all__ = ["entity_lines"]

# A group, or somebody of a kind that is not known, is only some legal entity.
_SCHEMAS: dict[PersonKind | None, str] = {
    PersonKind.PERSON: "Person",
    PersonKind.ORGANIZATION: "Organization",
    PersonKind.GOVERNMENT: "PublicBody",
}
_Entity = dict[str, Any]


def entity_lines(reports: Iterable[Holding]) -> Iterator[bytes]:
    """A line an entity; the speaker of several statements is told once a report."""
    for report in reports:
        entities = {one["id"]: one for one in _entities(report)} if report.found else {}
        for entity in entities.values():
            yield msgspec.json.encode(entity) + b"\n"


def _entities(report: Holding) -> Iterator[_Entity]:
    yield _article(report)
    for found in report.found:
        person = speaker_of(report, found.statement)
        if person and found.entry.speaker:
            yield _speaker(found, person)
            yield _mention(report, found, person)
        yield _note(report, found)
        yield _documentation(report, found)


def _article(report: Holding) -> _Entity:
    own = report.reading.report
    return _entity(
        own.id,
        "Article",
        title=own.title,
        name=own.title,
        publisher=own.outlet,
        sourceUrl=own.url,
        publishedAt=own.published,
        fileName=None if own.url else report.item.name,
    )


def _speaker(found: Held, person: Person) -> _Entity:
    schema = _SCHEMAS.get(person.kind, "LegalEntity")
    position = {"position": found.entry.office} if schema == "Person" else {}
    return _entity(_speaker_id(found), schema, name=found.entry.speaker, **position)


def _mention(report: Holding, found: Held, person: Person) -> _Entity:
    schema = _SCHEMAS.get(person.kind, "LegalEntity")
    return _entity(
        f"{report.reading.report.id}.{person.id}",
        "Mention",
        document=report.reading.report.id,
        resolved=_speaker_id(found),
        name=person.name,
        detectedSchema=schema,
    )


def _note(report: Holding, found: Held) -> _Entity:
    return _entity(
        _note_id(found),
        "Note",
        description=found.entry.words,
        entity=_speaker_id(found) if found.entry.speaker else None,
        proof=report.reading.report.id,
        keywords=found.entry.mode,
        sourceUrl=found.entry.url,
    )


def _documentation(report: Holding, found: Held) -> _Entity:
    said = found.statement.said_on
    return _entity(
        f"{_note_id(found)}.documentation",
        "Documentation",
        document=report.reading.report.id,
        entity=_speaker_id(found) if found.entry.speaker else _note_id(found),
        role="speaker" if found.entry.speaker else "note",
        date=said.earliest if said and said.earliest == said.latest else None,
    )


def _note_id(found: Held) -> str:
    """The id of the statement, without the sign that no id there can have."""
    return found.entry.id.replace("+", ".")


def _speaker_id(found: Held) -> str:
    """One id for a person across reports; who has no number there is one of his report."""
    entry = found.entry
    whom = entry.person if entry.person is not None else entry.report
    return f"speaker-{text_id(f'{entry.speaker} {whom}')}"


def _entity(id: str, schema: str, **properties: object) -> _Entity:  # noqa: A002 - the name there
    told = {name: [str(value)] for name, value in properties.items() if value is not None}
    return {"id": id, "schema": schema, "properties": told}
