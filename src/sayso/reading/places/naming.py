"""What the encoder takes the words of a name for."""

from bisect import bisect_right
from collections.abc import Sequence
from enum import StrEnum

from sayso.records import Name, NameKind, Span

__all__ = ["Naming", "naming_of"]


class Naming(StrEnum):
    """What the encoder takes a stretch for: a place, more or less than one, or something else."""

    PLACE = "place"
    MORE_THAN_PLACE = "more_than_place"
    PART_OF_PLACE = "part_of_place"
    ORGANIZATION = "organization"
    PERSON = "person"
    OTHER = "other"
    NOTHING = "nothing"


_KINDS = {NameKind.ORGANIZATION: Naming.ORGANIZATION, NameKind.PERSON: Naming.PERSON}


def naming_of(span: Span, names: Sequence[Name]) -> Naming:
    """What the first of the names, which come in order, that shares a word with the span is.

    >>> naming_of(Span(0, 5), [Name(span=Span(0, 12), kind=NameKind.PLACE)])
    <Naming.PART_OF_PLACE: 'part_of_place'>
    """
    at = bisect_right(names, span.start, key=lambda name: name.span.end)
    if at == len(names) or not names[at].span.overlaps(span):
        return Naming.NOTHING
    name = names[at]
    if name.kind is not NameKind.PLACE:
        return _KINDS.get(name.kind, Naming.OTHER)
    if name.span == span:
        return Naming.PLACE
    return Naming.PART_OF_PLACE if name.span.covers(span) else Naming.MORE_THAN_PLACE
