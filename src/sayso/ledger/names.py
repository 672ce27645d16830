"""What people are called: their names in the ledger, after all that was decided."""

from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from sayso.ledger.schema import TABLES

__all__ = ["Names", "bearers"]

_MOST = 200  # people of one name that are looked for by number


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What was decided about people, by their numbers.

    `taken_for` says as whom somebody is taken, `called` by which name.
    """

    taken_for: dict[int, int] = field(default_factory=dict)
    called: dict[int, str] = field(default_factory=dict)

    def of(self, person: int | None, name: str | None) -> tuple[int | None, str | None]:
        """The number and the name to show for a person whom the ledger calls `name`."""
        if person is None:
            return None, name
        number = self.taken_for.get(person, person)
        return number, self.called.get(number, name)


def bearers(connection: Connection, name: str, names: Names) -> list[int]:
    """The numbers of all whose name has these words, and of those who are taken for them."""
    person = TABLES["person"].c
    query = select(person.id).where(person.full_name.is_not(None))
    for word in name.split():
        query = query.where(person.name.icontains(word, autoescape=True))
    found = set(connection.scalars(query.limit(_MOST)))
    wanted = set(name.lower().split())
    found |= {one for one, called in names.called.items() if wanted <= set(called.lower().split())}
    found |= {one for one, other in names.taken_for.items() if other in found}
    return sorted(found)
