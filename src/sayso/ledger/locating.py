"""Where what a search finds lies on the map."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, text

from sayso.ledger.names import Names
from sayso.ledger.search import Search, hits_of
from sayso.records import PlaceCount, PlaceKind

__all__ = ["places_in"]

_LOOKED_AT = 5_000  # statements, the newest; of so many a facet is counted, too
_SHOWN = 200
_PLACES = """
select p.name, p.kind, p.latitude, p.longitude, count(distinct s.id) as count,
  count(distinct case when p.stands_for_government = 1 then s.id end) as governments
from ({hits}) hit
join statement s on s.id = hit.id
join place p on p.reading = s.reading and p.begins >= s.begins and p.ends <= s.ends
where p.latitude is not null and p.longitude is not null
group by p.name, p.kind, p.latitude, p.longitude
order by count desc, p.name limit :shown
"""


def places_in(connection: Connection, search: Search, *, names: Names) -> list[PlaceCount]:
    """The places that the statements name, those of most statements first.

    Of many statements only the newest are looked at, and of many places the first are given.
    """
    source, values = hits_of(connection, search, names)
    query = _PLACES.format(hits=f"select s.id {source} limit :most")
    asked = {**values, "most": _LOOKED_AT, "shown": _SHOWN}
    return [_place(dict(row)) for row in connection.execute(text(query), asked).mappings()]


def _place(row: Mapping[str, Any]) -> PlaceCount:
    return PlaceCount(**{**row, "kind": PlaceKind(row["kind"]) if row["kind"] else None})
