"""Entities, by FollowTheMoney's own model."""

import json
from collections.abc import Iterable

import pytest
from followthemoney import model
from followthemoney.proxy import EntityProxy
from followthemoney.types import registry

from sayso.records import Holding, Person, PersonKind
from sayso.views.formats import write_format
from tests.views.formats.holdings import TEXT, holding, with_reading, with_statement


def entities(*reports: Holding) -> dict[str, EntityProxy]:
    lines = b"".join(write_format("ftm", reports)).splitlines()
    proxies = [EntityProxy.from_dict(json.loads(line)) for line in lines]
    for proxy in proxies:
        check(proxy)
    return {str(proxy.id): proxy for proxy in proxies}


def check(proxy: EntityProxy) -> None:
    """What the schema requires is there, and every value is as the type cleans it."""
    assert registry.entity.clean(proxy.id) == proxy.id
    assert all(proxy.has(name) for name in proxy.schema.required)
    for prop, value in proxy.itervalues():
        assert prop.type.clean(value) == value, prop


def by_schema(proxies: Iterable[EntityProxy], schema: str) -> EntityProxy:
    (found,) = [proxy for proxy in proxies if proxy.schema.name == schema]
    return found


def test_a_note_on_who_speaks_documented_by_the_article() -> None:
    found = entities(holding())
    article, person = by_schema(found.values(), "Article"), by_schema(found.values(), "Person")
    note = by_schema(found.values(), "Note")
    assert note.first("description", quiet=False) == TEXT[22:]
    assert note.get("entity") == [person.id]
    documentation = by_schema(found.values(), "Documentation")
    assert documentation.get("document") == [article.id]
    assert documentation.get("entity") == [person.id]
    assert documentation.get("role") == ["speaker"]
    assert by_schema(found.values(), "Mention").get("resolved") == [person.id]
    assert person.get("position") == ["Mayor"]


@pytest.mark.parametrize(
    ("kind", "schema"),
    [
        (PersonKind.PERSON, "Person"),
        (PersonKind.ORGANIZATION, "Organization"),
        (PersonKind.GOVERNMENT, "PublicBody"),
        (PersonKind.GROUP, "LegalEntity"),
        (None, "LegalEntity"),
    ],
)
def test_who_speaks(kind: PersonKind | None, schema: str) -> None:
    people = (Person(id="p1", name="Ilse Varga", kind=kind),)
    assert by_schema(entities(with_reading(holding(), people=people)).values(), schema)


def test_one_person_has_one_id_in_all_reports() -> None:
    found = entities(holding(), holding(f"{TEXT} Rain fell."))
    people = [proxy for proxy in found.values() if proxy.schema.name == "Person"]
    assert len(people) == 1


def test_where_nobody_is_named_the_note_itself_is_documented() -> None:
    found = entities(with_statement(holding(), {"speaker": None, "person": None}, speaker=None))
    note = by_schema(found.values(), "Note")
    assert by_schema(found.values(), "Documentation").get("entity") == [note.id]


def test_the_word_that_is_taken_is_not_used() -> None:
    assert "Statement" not in {proxy.schema.name for proxy in entities(holding()).values()}
    assert model.get("Note") is not None
