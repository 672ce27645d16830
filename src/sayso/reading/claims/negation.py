"""Whether a clause is negated by its own words, by its subject or by its object."""

from functools import cache

from sayso.lexicon import table
from sayso.reading.claims.clauses import Clause, Shape
from sayso.reading.claims.parse import Parse

__all__ = ["has_no", "is_negated"]

# Python 3.11 takes ten times as long for a member of an enumeration as for a name.
_DOING = Shape.DOING

_HAVE_OR_BE = frozenset({"have", "be"})


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(table("claims")["negation"][name])


@cache
def _negations() -> frozenset[str]:
    return _listed("nominal") | _listed("verbal")


def is_negated(parse: Parse, clause: Clause) -> bool:
    """Whether the clause says that something is not so."""
    if not parse.denying[clause.head]:
        return False
    negations = [word for word in clause.group if _negates(parse, clause, word)]
    odd = len(negations) % 2 == 1
    return odd or _without(parse, clause) or _in_noun(parse, clause)


def has_no(parse: Parse, noun: int) -> bool:
    """Whether a noun phrase is one of nothing: `no workers`, `none of them`, `not a house`."""
    if not parse.denying[noun]:
        return False
    if parse.forms[noun] in _listed("persons"):
        return True
    negations = _negations()
    found = (word for word in parse.phrase(noun) if parse.forms[word] in negations)
    return any(not _taken_back(parse, word) for word in found)


def _negates(parse: Parse, clause: Clause, word: int) -> bool:
    form = parse.forms[word]
    if form in _listed("longer"):
        return parse.form(word - 1) == "no"
    if form == "yet":
        return parse.form(word + 1) == "to" and parse.is_one_of(word - 1, _HAVE_OR_BE)
    if form not in _listed("verbal") or word > clause.head or _taken_back(parse, word):
        return False
    near = parse.grammar.heads[word] == clause.head or word >= clause.first
    return near and parse.form(word - 2) != "or"


def _taken_back(parse: Parse, word: int) -> bool:
    return parse.form(word + 1) in _listed("taken_back")


def _without(parse: Parse, clause: Clause) -> bool:
    """`without paying`, `instead of paying`."""
    if clause.shape is not _DOING or clause.marker is None:
        return False
    before = _listed("before_doing")
    return parse.form(clause.marker) in before or parse.form(clause.marker - 1) in before


def _in_noun(parse: Parse, clause: Clause) -> bool:
    """`Nobody came`, `they have no money`, `there is no water`, `he is no hero`."""
    grammar = parse.grammar
    if any(has_no(parse, noun) for noun in grammar.children(clause.head, "nsubj", "obj")):
        return True
    return has_no(parse, clause.head) and bool(grammar.children(clause.head, "cop"))
