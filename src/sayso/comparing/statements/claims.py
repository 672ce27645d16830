"""Drift of what is claimed: a negation, a condition, how much of the whole."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import takewhile

from sayso.comparing.conditions import phrase_in, phrase_of
from sayso.comparing.kinship import family, kin
from sayso.comparing.negations import count_negations
from sayso.comparing.statements.clauses import Clause, families, share
from sayso.comparing.statements.departure import Departure, departure
from sayso.comparing.statements.rendering import Rendering
from sayso.comparing.statements.telling import Telling
from sayso.comparing.words import is_function, is_number
from sayso.lexicon import table, words
from sayso.records import DriftKind

__all__ = [
    "answer_denied",
    "answer_left_open",
    "condition_behind",
    "condition_dropped",
    "failure_told",
    "negation_changed",
    "part_denied",
    "scope_changed",
    "undone_told",
]

# Polarity is compared only between clauses that say nearly the same, in both directions.
_THE_SAME = 0.6
# A clause that is denied has to stand whole in what is told.
_WHOLE = 0.9
_RENDERS = 0.5
# So much of a condition in what is told, and it is told in other words: "had to be built before".
_TOLD = 0.7
# Words after "most" among which the thing stands that it counts.
_REACH = 7
# Words among which an answer says no.
_OPENING = 4


def negation_changed(rendering: Rendering) -> Iterator[Departure]:
    """What is not so is told as so, or the other way."""
    negations = frozenset(table("drift")["negation"]["words"])
    hidden = frozenset(table("tellings")["negation"]["hidden"])
    told_count = _count(rendering.told)
    if told_count in {_count(it) for it in (rendering.paired, rendering.said)}:
        return
    for told, said in rendering.pairs:
        one, other = _affirmed(told), _affirmed(said)
        if min(share(one, other), share(other, one)) < _THE_SAME or "until" in said.forms:
            continue
        # "I can't rule out that it is": may be, which another check looks at
        if phrase_of(said.forms, "certainty", "possible_phrases"):
            continue
        was, became = _count([said]), _count([told])
        # the report may say "not" before what it tells: "she did not expect", "he denied"
        silent = said.forms if became else (*told.forms, *rendering.telling.saying)
        if was != became and (hidden | negations).isdisjoint(silent):
            yield departure(DriftKind.NEGATION_CHANGED, said.text, told.text, grave=True)


def _affirmed(clause: Clause) -> Clause:
    """The clause without its "not", to see whether the rest is the same."""
    negation = table("drift")["negation"]
    without = frozenset((*negation["words"], *negation["with_not"]))
    forms = tuple(form for form in clause.forms if form not in without)
    return Clause(text=clause.text, forms=forms)


def undone_told(rendering: Rendering) -> Iterator[Departure]:
    """What the record says was not done is told as done."""
    negations = frozenset(table("drift")["negation"]["words"])
    hidden = frozenset(table("tellings")["negation"]["hidden"])
    undone = [it for it in rendering.said if phrase_of(it.forms, "negation", "undone")]
    silent = (*rendering.telling.frame, *rendering.telling.saying)
    if undone and (hidden | negations).isdisjoint(silent):
        told = rendering.telling.printed()
        yield departure(DriftKind.NEGATION_CHANGED, undone[0].text, told, grave=True)


def failure_told(rendering: Rendering) -> Iterator[Departure]:
    """What the record says was done is told as failed or refused."""
    failing = frozenset(table("tellings")["negation"]["failing"])
    forms = rendering.telling.forms
    verbs = [
        verb
        for it, to, verb in zip(forms, forms[1:], forms[2:], strict=False)
        if it in failing and to == "to"
    ]
    said = [it for it in rendering.said if verbs and kin(verbs, it.forms)]
    others = {form for it in said for form in it.forms if not kin([form], verbs)}
    if said and _silent().isdisjoint(others):
        told = rendering.telling.printed()
        yield departure(DriftKind.NEGATION_CHANGED, said[0].text, told, grave=True)


def part_denied(rendering: Rendering) -> Iterator[Departure]:
    """A clause that says "not" of something, and the whole of that is told as so."""
    telling = rendering.telling
    told = Clause(text=telling.printed(), forms=telling.forms)
    if rendering.conditions or not _silent().isdisjoint((*telling.forms, *telling.saying)):
        return
    for said in rendering.said:
        other = _affirmed(said)
        whole = other.weight > 1 and share(other, told) >= _WHOLE
        if whole and _count([said]) and not phrase_of(said.forms, "certainty", "possible_phrases"):
            yield departure(DriftKind.NEGATION_CHANGED, said.text, told.text, grave=True)
            return


def _silent() -> frozenset[str]:
    """Words that say "not", aloud or hidden in another word."""
    hidden: list[str] = table("tellings")["negation"]["hidden"]
    return frozenset((*hidden, *table("drift")["negation"]["words"]))


def answer_denied(rendering: Rendering) -> Iterator[Departure]:
    """The answer was no, and it is told as a yes."""
    answer, *asked = rendering.numbers
    sentences = rendering.sentences
    if not any(sentences.is_question(it) and sentences.answer(it) == answer for it in asked):
        return
    negations = frozenset(table("drift")["negation"]["words"])
    hidden = frozenset(table("tellings")["negation"]["hidden"])
    if phrase_of(sentences.forms(answer), "certainty", "open_answers"):
        return
    denied = negations.intersection(sentences.forms(answer)[:_OPENING])
    question = [form for it in asked for form in sentences.forms(it)]
    told = (*rendering.telling.forms, *rendering.telling.saying)
    as_asked = _parity(told) == _parity(question)
    if denied and as_asked and hidden.intersection(rendering.telling.frame) <= set(question):
        said = sentences.index.surface(*sentences.sentences[answer])
        printed = rendering.telling.printed()
        yield departure(DriftKind.NEGATION_CHANGED, said, printed, grave=True)


def answer_left_open(rendering: Rendering) -> Iterator[Departure]:
    """The answer left it open, and what was asked is told as so."""
    answer, *asked = rendering.numbers
    sentences = rendering.sentences
    if not any(sentences.is_question(it) and sentences.answer(it) == answer for it in asked):
        return
    said_next = sentences.forms(answer + 1) if sentences.goes_on(answer) else ()
    left_open = phrase_of((*sentences.forms(answer), *said_next), "certainty", "open_answers")
    told = (*rendering.telling.frame, *rendering.telling.saying)
    if left_open and not (
        phrase_of(told, "certainty", "open_answers")
        or phrase_of(told, "conditions", "told")
        or frozenset(table("tellings")["negation"]["hidden"]).intersection(told)
    ):
        said = sentences.index.surface(*sentences.sentences[answer])
        kind = DriftKind.CERTAINTY_RAISED
        yield departure(kind, said, rendering.telling.printed(), grave=True)


def _count(clauses: Iterable[Clause]) -> int:
    return _parity([form for clause in clauses for form in clause.forms])


def _parity(forms: Sequence[str]) -> int:
    """Whether the words say "not" an odd number of times."""
    return count_negations(forms) % 2


def condition_dropped(rendering: Rendering) -> Iterator[Departure]:
    """What the claim hangs on is not told."""
    if phrase_in(rendering.telling.frame, "told"):
        return
    told = Clause(text=rendering.telling.printed(), forms=rendering.telling.forms)
    for sentence in rendering.sentences_said:
        conditions = [clause for clause in sentence if clause in rendering.conditions]
        main = [clause for clause in sentence if clause not in conditions]
        conditions = [clause for clause in conditions if not _is_told(clause, main, told)]
        main = _hanging(main, conditions, sentence)
        # a condition that makes a sentence of its own is one of what was said before it
        if not any(clause.weight for clause in main):
            main = [clause for clause in rendering.said if clause not in rendering.conditions]
        if conditions and _is_rendered(main, told, rendering):
            kind = DriftKind.CONDITION_DROPPED
            yield departure(kind, conditions[0].text, None, grave=True)
            return


def condition_behind(rendering: Rendering) -> Iterator[Departure]:
    """The sentence that follows says what it depends on, and that is not told."""
    sentences, after = rendering.sentences, rendering.numbers[0] + 1
    told = phrase_in(rendering.telling.frame, "told") or after in rendering.numbers
    if told or not sentences.goes_on(after - 1):
        return
    if phrase_in(sentences.forms(after)[:_OPENING], "behind"):
        said = sentences.index.surface(*sentences.sentences[after])
        yield departure(DriftKind.CONDITION_DROPPED, said, None, grave=True)


def _hanging(
    main: Sequence[Clause], conditions: Sequence[Clause], sentence: Sequence[Clause]
) -> list[Clause]:
    """The clauses that a condition binds: none before "and if it rains", none behind a "but".

    In "they are safe, and we will go on, weather permitting" it binds only what "we" begins.
    """
    if not conditions:
        return list(main)
    first, certainty = sentence.index(conditions[0]), table("tellings")["certainty"]
    turn = next(
        (at for at, it in enumerate(sentence) if at > first and it.forms[0] in certainty["turns"]),
        len(sentence),
    )
    begun = (at for at in range(first + 1) if _begins(sentence[at], alone=at < first))
    begins = max(begun, default=0)
    return [it for it in main if begins <= sentence.index(it) < turn]


def _begins(clause: Clause, *, alone: bool) -> bool:
    """Whether a remark of its own begins there: `and if it rains`; by itself only `and we go`."""
    opens = clause.forms[0] in table("tellings")["certainty"]["goes_on"]
    return opens and not (alone and words("tellings", "subjects").isdisjoint(clause.forms[1:2]))


def _is_told(condition: Clause, main: Sequence[Clause], told: Clause) -> bool:
    """Whether the words that only the condition has are told, in whatever form."""
    said = families(form for clause in main for form in clause.forms)
    own = tuple(form for form in condition.forms if family(form).isdisjoint(said))
    return share(Clause(text=condition.text, forms=own), told) >= _TOLD


def _is_rendered(main: Sequence[Clause], told: Clause, rendering: Rendering) -> bool:
    """Whether any of these clauses is told."""
    return any(share(clause, told) >= _RENDERS and clause.weight > 1 for clause in main) or any(
        share(clause, said) >= _RENDERS for clause, said in rendering.pairs if said in main
    )


def scope_changed(rendering: Rendering) -> Iterator[Departure]:
    """All, most, some: more or less of the whole is told."""
    rows = [frozenset(row) for row in table("tellings")["scopes"]["rows"]]
    added = frozenset(table("tellings")["scopes"]["added"])
    was_forms = rendering.said_forms
    for at, form in enumerate(rendering.telling.forms):
        row = next((row for row in rows if form in row), None)
        if row is None or _counts_the_same(rendering.telling.forms, at, was_forms):
            continue
        counted = _after(rendering.telling.forms, at) or _adverb_of(rendering.telling, form)
        was = [
            other
            for place, other in enumerate(was_forms)
            if any(other in it for it in rows)
            and _count_alike(counted, _after(was_forms, place))
            and was_forms[max(place - 1, 0)] != "not"
        ]
        if row.intersection(was):
            continue
        new = form in added and form not in was_forms and kin(counted, was_forms)
        if was or new:
            yield departure(DriftKind.SCOPE_CHANGED, " ".join(was), form)
            return


def _adverb_of(telling: Telling, form: str) -> list[str]:
    """All that is told, where the word is said of all of it: `flown out entirely`."""
    return list(telling.wanted) if form.endswith("ly") else []


def _count_alike(told: Sequence[str], said: Sequence[str]) -> bool:
    """Whether both are of one thing, or neither names it: `all of it` for `half`."""
    return bool(kin(told, said)) if told else not said


def _counts_the_same(forms: Sequence[str], at: int, said: Collection[str]) -> bool:
    """`all three counties` for `three counties`."""
    after = forms[at + 1 : at + 2]
    return bool(after) and is_number(after[0]) and after[0] in said


def _after(forms: Sequence[str], at: int) -> list[str]:
    near = takewhile(lambda form: form != "…", forms[at + 1 : at + 1 + _REACH])
    return [form for form in near if not is_function(form) and not is_number(form)]
