"""One person across reports: linked by the full name, or by family name, office and day."""

import datetime
from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import itemgetter

from sayso.ledger.batches import Batch
from sayso.ledger.schema import COLUMNS
from sayso.records import Identity, Person

__all__ = ["foresee_people", "link_people"]

_STILL = datetime.timedelta(days=366)
"""For so long after somebody was seen in an office is he taken to hold it, and before."""


_SEEN = itemgetter(*map(COLUMNS["office"].index, ("person", "seen")))


def link_people(
    batch: Batch, people: Sequence[tuple[Person, Identity]], day: datetime.date | None
) -> list[int | None]:
    """The person of the ledger behind each of a report of that day, None where nobody is named.

    A family name alone never links: it makes a person of its own, for somebody to decide.
    """
    return [_linked(batch, person, (identity, day)) for person, identity in people]


def foresee_people(batch: Batch, people: Iterable[tuple[Person, Identity]]) -> None:
    """Look up at once those who are going to be linked one after the other."""
    told = list(people)
    batch.foresee("person", "full_name", (it.full for _, it in told if it.full is not None))
    keys = (_office_key(*it) for it in told)
    batch.foresee("office", "key", (key for key in keys if key is not None))


def _linked(
    batch: Batch, person: Person, told: tuple[Identity, datetime.date | None]
) -> int | None:
    identity, day = told
    if identity.full is None and identity.surname is None:
        return None
    key = _office_key(person, identity)
    number = _known(batch, identity) if identity.full else _in_office(batch, key, day)
    if number is None:
        number = batch.add(
            "person",
            {
                "name": identity.name or person.name,
                "full_name": identity.full,
                "surname": identity.surname,
            },
        )
    if key and identity.full is not None:
        _note_office(batch, person, (number, key, day))
    return number


def _known(batch: Batch, identity: Identity) -> int | None:
    found = batch.find("person", "full_name", identity.full)
    return found[0] if found else None


def _office_key(person: Person, identity: Identity) -> str | None:
    """Family name, office and what it is an office of: nothing less tells people apart."""
    if not (person.office and person.affiliation and identity.surname):
        return None
    return f"{identity.surname} | {person.office} | {person.affiliation}".lower()


def _in_office(batch: Batch, key: str | None, day: datetime.date | None) -> int | None:
    """Who alone was seen in that office about that day."""
    if key is None or day is None:
        return None
    seen = map(_SEEN, batch.rows("office", "key", key))
    holders = {person for person, when in seen if _is_among([when], day)}
    return holders.pop() if len(holders) == 1 else None


# The same few thousand days, again and again; compared as text, which is quicker.
@lru_cache(maxsize=20_000)
def _about(day: datetime.date) -> tuple[str, str]:
    """From when to when somebody holds an office who was seen in it that day."""
    first, last = datetime.date.min + _STILL, datetime.date.max - _STILL
    return (max(day, first) - _STILL).isoformat(), (min(day, last) + _STILL).isoformat()


def _is_among(seen: Sequence[str | None], day: datetime.date) -> bool:
    since, until = _about(day)
    return any(when is not None and since <= when <= until for when in seen)


def _note_office(batch: Batch, person: Person, seen: tuple[int, str, datetime.date | None]) -> None:
    """Note the office, unless the same is known of about the same day."""
    number, key, day = seen
    own = [when for one, when in map(_SEEN, batch.rows("office", "key", key)) if one == number]
    if own and (day is None or _is_among(own, day)):
        return
    batch.add(
        "office",
        {
            "person": number,
            "key": key,
            "title": person.office,
            "affiliation": person.affiliation,
            "seen": day and day.isoformat(),
        },
    )
