"""Drift to a word that cannot be true of the same thing: dead for missing, fell for rose."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import zip_longest

from sayso.comparing.statements.clauses import Clause, families, share
from sayso.comparing.statements.departure import Departure, departure
from sayso.comparing.statements.rendering import Rendering
from sayso.comparing.words import is_number
from sayso.lexicon import table
from sayso.records import DriftKind

__all__ = ["opposite_told"]

# So much of a clause has to stand in the other for them to be about one thing.
_TOUCHES = 0.3

_Column = frozenset[str]


def opposite_told(rendering: Rendering) -> Iterator[Departure]:
    """A word says another thing of it than the record's word does."""
    told, said = _names(rendering.told), _names(rendering.said)
    for one, other in rendering.pairs:
        if share(one, other) < _TOUCHES or _is_negated(one.forms) or _is_negated(other.forms):
            continue
        here, there = _names([one]), _names([other])
        for row in _rows():
            became = [it for it in row if it & here and not it & said]
            was = [it for it in row if it & there and not it & told]
            if became and was:
                kind = DriftKind.WORDING_CHANGED
                yield departure(kind, other.text, one.text, grave=True)
                return


def _names(clauses: Iterable[Clause]) -> _Column:
    return families(form for clause in clauses for form in _moves(clause.forms))


def _moves(forms: Sequence[str]) -> Iterator[str]:
    """The words; `up 12 percent` is a rise, `up to 12` is none, and `more than` has no contrary."""
    for form, after in zip_longest(forms, forms[1:], fillvalue=""):
        if after == "than":
            continue
        moved = bool(after) and (is_number(after) or after in {"by", "from"})
        yield table("tellings")["opposites"]["moves"].get(form, form) if moved else form


def _is_negated(forms: Sequence[str]) -> bool:
    return not frozenset(table("drift")["negation"]["words"]).isdisjoint(forms)


@cache
def _rows() -> list[list[_Column]]:
    """The columns of each row, as everything that their words may mean."""
    rows: list[list[list[str]]] = table("tellings")["opposites"]["rows"]
    return [[families(column) for column in row] for row in rows]
