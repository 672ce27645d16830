"""ClearNLP trees (Choi and Palmer 2012), as spaCy has them, rewritten to UD as GUM annotates.

ClearNLP lets prepositions govern their objects, "be" its predicate, a conjunct the next one, and a
month its day. UD turns these round. The rules were written beside GUM's training documents.
"""

from calendar import month_abbr, month_name
from dataclasses import dataclass, field
from types import MappingProxyType

__all__ = ["Tree", "to_universal"]

_RENAMED = MappingProxyType(
    {
        "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "auxpass": "aux:pass",
        "dobj": "obj", "dative": "iobj", "attr": "xcomp", "acomp": "xcomp", "oprd": "xcomp",
        "neg": "advmod", "quantmod": "advmod", "prt": "compound:prt", "relcl": "acl:relcl",
        "poss": "nmod:poss", "predet": "det:predet", "preconj": "cc:preconj", "intj": "discourse",
        "meta": "parataxis", "prep": "advmod", "agent": "advmod",
        "pobj": "obl", "pcomp": "advcl", "ROOT": "root", "": "dep",
    }
)  # fmt: skip
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})
_BE = frozenset(
    [
        "be",
        "am",
        "is",
        "are",
        "was",
        "were",
        "been",
        "being",
        "'s",
        "’s",
        "'re",
        "’re",
        "'m",
        "’m",
        "ai",
    ]
)
_FIXED = frozenset(
    {
        ("according", "to"), ("because", "of"), ("such", "as"), ("due", "to"), ("as", "of"),
        ("instead", "of"), ("rather", "than"), ("as", "to"), ("less", "than"), ("more", "than"),
    }
)  # fmt: skip


_TELL = frozenset({"tell", "tells", "told", "telling"})
_TO = frozenset({"to", "-", "–"})
_MONTHS = frozenset({*month_name, *month_abbr} - {""}) | {"Sept."}


@dataclass(slots=True, kw_only=True)
class Tree:
    """The words of a text while their tree is rewritten; `person` is the name each belongs to."""

    forms: list[str]
    upos: list[str]
    xpos: list[str]
    heads: list[int]
    labels: list[str]
    person: list[int | None]
    children: list[set[int]] = field(init=False)

    def __post_init__(self) -> None:
        self.children = [set() for _ in self.heads]
        for word, head in enumerate(self.heads):
            if head >= 0:
                self.children[head].add(word)

    def hang(self, word: int, head: int, label: str | None = None) -> None:
        """Hang a word on another one."""
        if self.heads[word] >= 0:
            self.children[self.heads[word]].discard(word)
        if head >= 0:
            self.children[head].add(word)
        self.heads[word] = head
        self.labels[word] = label or self.labels[word]

    def below(self, word: int, *labels: str) -> list[int]:
        """The words that hang on this one by one of these labels."""
        return sorted(child for child in self.children[word] if self.labels[child] in labels)

    def promote(self, word: int, label: str, *, stay: bool = False) -> None:
        """Put a word in the place of its head, which hangs on it by `label` from now on.

        What else hung on the head comes along, unless it is to `stay`.
        """
        head = self.heads[word]
        self.hang(word, self.heads[head], self.labels[head])
        for child in () if stay else sorted(self.children[head]):
            self.hang(child, word)
        self.hang(head, word, label)


def to_universal(tree: Tree) -> None:
    """Rewrite a ClearNLP tree to basic Universal Dependencies, in place."""
    for rule in _RULES:
        rule(tree)


def _before(tree: Tree) -> None:
    """The "to" of an infinitive marks the clause; what ClearNLP calls nmod is UD's compound."""
    for word, label in enumerate(tree.labels):
        if label == "aux" and tree.xpos[word] == "TO":
            tree.labels[word] = "mark"
        elif label in {"nmod", "compound"}:
            tree.labels[word] = "amod" if tree.xpos[word][:2] == "JJ" else "compound"


def _prepositions(tree: Tree) -> None:
    """A preposition becomes the case of its object; from the right, so that inner ones go first."""
    for word in range(len(tree.forms) - 1, -1, -1):
        label = tree.labels[word]
        if label not in {"prep", "agent"} and not (label == "dative" and tree.upos[word] == "ADP"):
            continue
        objects = tree.below(word, "pobj", "pcomp") or [
            child for child in tree.below(word, "obl", "nmod") if child > word
        ]
        if objects:
            _case(tree, word, objects[0])


def _case(tree: Tree, word: int, thing: int) -> None:
    head, agent = tree.heads[word], tree.labels[word] == "agent"
    nominal = head >= 0 and tree.upos[head] in _NOMINAL
    clause = tree.labels[thing] == "pcomp" and tree.upos[thing] in {"VERB", "AUX"}
    fixed = [
        child
        for child in tree.children[thing]
        if (tree.forms[word].lower(), tree.forms[child].lower()) in _FIXED
        and tree.labels[child] in {"case", "mark"}
    ]
    tree.promote(thing, "mark" if clause else "case")
    for child in fixed:
        tree.hang(child, word, "fixed")
    if clause:
        tree.labels[thing] = "acl" if nominal else "advcl"
    else:
        tree.labels[thing] = "obl:agent" if agent else "nmod" if nominal else "obl"


def _conjuncts(tree: Tree) -> None:
    """All conjuncts hang on the first; each has the conjunction before it."""
    for word, label in enumerate(tree.labels):
        if label != "conj":
            continue
        before = first = tree.heads[word]
        while tree.labels[first] == "conj":
            first = tree.heads[first]
        for child in tree.below(before, "cc", "punct"):
            if before < child < word and not any(
                child < other < word for other in tree.below(before, "conj")
            ):
                tree.hang(child, word)
        tree.hang(word, first)


def _copulas(tree: Tree) -> None:
    """What somebody or something is takes the place of "be"."""
    for word, form in enumerate(tree.forms):
        if tree.labels[word] in {"aux", "auxpass"} or tree.below(word, "expl"):
            continue
        if tree.xpos[word][:1] == "V" and form.lower() in _BE and (said := _said(tree, word)):
            _swap(tree, word, said[0])


def _said(tree: Tree, word: int) -> list[int]:
    found = tree.below(word, "attr", "acomp")
    places = [child for child in tree.below(word, "obl", "advmod") if child > word]
    clauses = [child for child in tree.below(word, "ccomp", "xcomp") if child > word]
    if found or not tree.below(word, "nsubj", "csubj"):
        return found
    cased = [child for child in places if tree.below(child, "case")]
    return clauses[:1] or cased[:1] or [child for child in places if tree.xpos[child] == "RB"][-1:]


def _swap(tree: Tree, word: int, thing: int) -> None:
    clause = tree.labels[thing] in {"ccomp", "xcomp"}
    if clause:
        for child in tree.below(word, "nsubj", "csubj"):
            tree.labels[child] += ":outer"
    tree.promote(thing, "cop")


def _existence(tree: Tree) -> None:
    """What there is is the subject."""
    for word in range(len(tree.forms)):
        if tree.below(word, "expl"):
            for child in tree.below(word, "attr", "acomp")[:1]:
                tree.labels[child] = "nsubj"


def _raised(tree: Tree) -> None:
    """Who is wanted, let or seen to do something is the object of wanting, letting or seeing."""
    for word, label in enumerate(tree.labels):
        if label != "ccomp" or tree.xpos[word] != "VB" or tree.below(word, "aux"):
            continue
        if (subject := tree.below(word, "nsubj")) and not tree.below(word, "cop"):
            tree.hang(subject[0], tree.heads[word], "obj")
            tree.labels[word] = "xcomp"


def _told(tree: Tree) -> None:
    """Who is told something said in a clause is the indirect object."""
    for word, form in enumerate(tree.forms):
        if form.lower() in _TELL and tree.below(word, "ccomp"):
            for person in tree.below(word, "dobj")[:1]:
                tree.labels[person] = "iobj"


def _ranges(tree: Tree) -> None:
    """In "six to eight weeks" the weeks are six, and the eight hangs on the six."""
    for word, label in enumerate(tree.labels):
        if label != "nummod" or word < 2 or tree.forms[word - 1] not in _TO:
            continue
        if tree.upos[word - 2] == "NUM" and tree.heads[word - 2] in {word, tree.heads[word]}:
            tree.hang(word - 2, tree.heads[word], "nummod")
            tree.hang(word, word - 2, "nmod")
            tree.hang(word - 1, word, "case")


def _dates(tree: Tree) -> None:
    """A day governs its month, and the year."""
    for word, form in enumerate(tree.forms):
        days = [child for child in tree.below(word, "nummod") if abs(child - word) == 1]
        days = [day for day in days if tree.forms[day].isdigit() and len(tree.forms[day]) < 3]
        if form in _MONTHS and days:
            tree.promote(days[0], "compound" if days[0] > word else "nmod:unmarked")


def _years(tree: Tree) -> None:
    """A year counts nothing: it names its noun, or follows what happened in it."""
    for word, label in enumerate(tree.labels):
        if label == "nummod" and _is_year(tree.forms[word]):
            tree.labels[word] = "compound" if word < tree.heads[word] else "nmod:unmarked"


def _is_year(form: str) -> bool:
    return len(form) == 4 and form.isdecimal() and "1800" <= form < "2100"


def _numbered(tree: Tree) -> None:
    """The number after its noun ("Rule 37") belongs to a name."""
    for word, label in enumerate(tree.labels):
        if label == "nummod" and tree.heads[word] == word - 1:
            tree.labels[word] = "flat"


def _names(tree: Tree) -> None:
    """The first word of a person's name is its head; a title before it describes it."""
    for word in range(len(tree.forms)):
        parts = [
            child
            for child in tree.below(word, "compound")
            if child < word and tree.upos[child] == "PROPN"
        ]
        of_name = [
            part
            for part in parts
            if tree.person[part] is not None and tree.person[part] == tree.person[word]
        ]
        if tree.person[word] is not None:
            for part in set(parts) - set(of_name):
                tree.labels[part] = "nmod:desc"
        if of_name:
            tree.promote(of_name[0], "flat")
            for part in of_name[1:]:
                tree.hang(part, of_name[0], "flat")


def _labels(tree: Tree) -> None:
    """The names of the labels that stay where they were."""
    for word, head in enumerate(tree.heads):
        label = tree.labels[word]
        if head < 0:
            tree.labels[word] = "root"
        elif label == "npadvmod":
            nominal = tree.upos[head] in _NOMINAL
            tree.labels[word] = "nmod:unmarked" if nominal else "obl:unmarked"
        else:
            tree.labels[word] = _RENAMED.get(label, label)


_RULES = (
    _before, _prepositions, _conjuncts, _copulas, _existence, _raised, _told, _ranges, _dates,
    _years, _numbered, _names, _labels,
)  # fmt: skip
