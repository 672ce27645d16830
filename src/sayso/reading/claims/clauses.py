"""The clauses of a text: each verb, or what somebody or something is, with the words round it."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from sayso.lexicon import table
from sayso.reading.claims.governing import row_at
from sayso.reading.claims.parse import Parse

__all__ = ["Clause", "Shape", "find_clauses"]

_ROWS = table("claims")["clauses"]
_AUXILIARIES = frozenset(form for forms in _ROWS["auxiliaries"].values() for form in forms)
_FINITE_FORMS = frozenset([*_ROWS["auxiliaries"]["past"], *_ROWS["auxiliaries"]["present"]])
_NEGATORS = frozenset(table("claims")["negation"]["verbal"])
# What a verb is called where it is no verb of a clause: "the dancing bear", "according to".
_NO_CLAUSE = (
    "aux",
    "cop",
    "mark",
    "case",
    "fixed",
    "flat",
    "compound",
    "amod",
    "punct",
    "det",
    "cc",
)
_PREPOSITIONS = frozenset(table("claims")["governors"]["prepositions"])
_TELLING = frozenset([*table("claims")["governors"]["asking"], "that"])
_LONGEST_GROUP = 8  # words: "would not then have been being asked to"
_OBJECT = 4  # words of an object before its "of"
_VERBAL = frozenset({"VERB", "AUX"})
_ASKING_TAGS = frozenset({"WRB", "WP"})
_SUBORDINATE = frozenset({"ccomp", "advcl", "advcl:relcl", "acl", "acl:relcl"})
_NOMINAL = ("nsubj", "obj", "obl", "nmod", "iobj", "appos")


class Shape(StrEnum):
    """The form of a clause's verb: with a tense, bare, with `to`, in -ing, or a bare participle.

    A thing is a noun that stands for a clause.
    """

    FINITE = "finite"
    BARE = "bare"
    TO = "to"
    DOING = "doing"
    DONE = "done"
    THING = "thing"


# Python 3.11 takes ten times as long for a member of an enumeration as for a name.
_TO, _FINITE, _DOING, _DONE, _BARE = Shape.TO, Shape.FINITE, Shape.DOING, Shape.DONE, Shape.BARE
_BY_TAG = {"VBN": _DONE, "VB": _BARE, "NN": _BARE}


class Clause(NamedTuple):
    """A clause by its head word, and the auxiliaries, adverbs and negations of it in order.

    `first` is the first word of the group of verbs, `subject` and `marker` (that, if, of) are
    numbers of words.
    """

    head: int
    first: int
    shape: Shape
    group: tuple[int, ...]
    subject: int | None
    marker: int | None


def find_clauses(parse: Parse) -> dict[int, Clause]:
    """Every clause by the number of its head word, in order of the text."""
    asking = _asking(parse)
    return {head: _clause(parse, head, asking.get(head)) for head in _heads(parse)}


def _asking(parse: Parse) -> dict[int, int]:
    """By the head of a clause the first "where" or "who" that opens it, as few clauses have one."""
    grammar = parse.grammar
    found: dict[int, int] = {}
    for word, tag in enumerate(grammar.xpos):
        if tag in _ASKING_TAGS and grammar.has(word, "advmod", "nsubj", "obj", "det"):
            head = grammar.heads[word]
            if word < head:
                found.setdefault(head, word)
    return found


def _heads(parse: Parse) -> Iterator[int]:
    grammar = parse.grammar
    labels = grammar.labels
    copular = {head for head, label in zip(grammar.heads, labels, strict=True) if label == "cop"}
    tags = zip(grammar.xpos, grammar.upos, labels, strict=True)
    for word, (tag, kind, label) in enumerate(tags):
        if kind in _VERBAL or tag[:1] == "V":
            if _is_verb_of_clause(parse, word):
                yield word
        elif word in copular or (label in _SUBORDINATE and _has_subject(parse, word)):
            yield word


def _has_subject(parse: Parse, word: int) -> bool:
    """Whether a word that is no verb by its tag still opens with "that" and has a subject."""
    grammar = parse.grammar
    return bool(grammar.children(word, "nsubj") and grammar.children(word, "mark", "aux"))


def _is_verb_of_clause(parse: Parse, word: int) -> bool:
    grammar = parse.grammar
    if grammar.xpos[word] == "VBG" and grammar.has(word, "amod", "compound"):
        return _follows_governor(parse, word)
    if grammar.has(word, *_NO_CLAUSE) or grammar.xpos[word] in ("MD", "TO"):
        return False
    if grammar.xpos[word] in ("VBG", "VBN") and grammar.has(word, *_NOMINAL):
        return bool(grammar.children(word, "obj", "xcomp", "ccomp"))
    return parse.forms[word][:1].isalnum()


def _follows_governor(parse: Parse, word: int) -> bool:
    """`denied supplying drones`, `accused Beijing of supplying chips`: no kind of drone or chip."""
    before = parse.form(word - 1)
    if before not in _PREPOSITIONS:
        return row_at(parse, word - 1, "doing") is not None
    near = range(max(0, word - 1 - _OBJECT), word - 1)
    return any(row_at(parse, at, before) is not None for at in near)


def _clause(parse: Parse, head: int, asking: int | None) -> Clause:
    below = parse.grammar.labelled(head)
    marker = _marker(parse, head, below)
    copulas = below.get("cop", ())
    near = _words_left(parse, _start(parse, head, copulas))
    verbs = [*near, *copulas, *below.get("aux", ())]
    nor = [word for word in below.get("cc", ()) if parse.forms[word] == "nor"]
    group = tuple(sorted({*verbs, *below.get("advmod", ()), *below.get("cc:preconj", ()), *nor}))
    return Clause(
        head=head,
        first=min(verbs + [head]) if verbs else head,
        shape=_shape(parse, head, group),
        group=group,
        subject=min(below.get("nsubj", ()) + below.get("csubj", ()), default=None),
        marker=asking if marker is None else marker,
    )


def _start(parse: Parse, head: int, copulas: Sequence[int]) -> int:
    """Where the verbs of a clause end: before its verb, or before the "be" of what it says."""
    verbal = parse.grammar.xpos[head].startswith("V")  # "are to merge"
    before = copulas and copulas[0] < head and not verbal
    return copulas[0] + 1 if before else head


def _words_left(parse: Parse, end: int) -> list[int]:
    """The auxiliaries, adverbs and negations that stand right before a verb."""
    found: list[int] = []
    word = end - 1
    if word < 0 or not _is_near(parse, word):
        return found
    first = max(parse.grammar.sentence(word).start, end - _LONGEST_GROUP)
    while word >= first and _is_near(parse, word):
        found.append(word)
        if parse.forms[word] == "to":
            if parse.form(word - 1) in _NEGATORS:
                found.append(word - 1)
            break
        word -= 1
    return found


def _is_near(parse: Parse, word: int) -> bool:
    form, tag = parse.forms[word], parse.grammar.xpos[word]
    return tag in ("MD", "TO", "RB", "RBR") or form in _AUXILIARIES or form in _NEGATORS


def _shape(parse: Parse, head: int, group: tuple[int, ...]) -> Shape:
    grammar = parse.grammar
    before = [word for word in group if word < head]
    forms = [parse.forms[word] for word in before]
    if "to" in forms:
        return _TO
    if not _FINITE_FORMS.isdisjoint(forms) or "MD" in [grammar.xpos[word] for word in before]:
        return _FINITE
    tag = grammar.xpos[head]
    last = forms[-1] if forms else ""
    if tag == "VBG" or last in ("being", "having"):
        return _DOING
    return _BY_TAG.get(tag, _FINITE)


def _marker(parse: Parse, head: int, below: Mapping[str, tuple[int, ...]]) -> int | None:
    """The word that opens the clause: "that", "whether", "if", "without"."""
    marks = [
        word
        for word in below.get("mark", ()) + below.get("case", ())
        if word < head and parse.forms[word] != "to"
    ]
    telling = [word for word in marks if parse.forms[word] in _TELLING]
    return min(telling or marks, default=None)
