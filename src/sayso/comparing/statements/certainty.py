"""Drift of how sure a claim is: what may be, is likely or foreseen told as what is, or less."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from sayso.comparing.conditions import phrase_of
from sayso.comparing.negations import count_negations
from sayso.comparing.statements.clauses import Clause, share
from sayso.comparing.statements.departure import Departure, departure
from sayso.comparing.statements.rendering import Rendering
from sayso.comparing.words import is_number, read_words
from sayso.lexicon import table, words
from sayso.records import DriftKind

__all__ = ["certainty_lowered", "certainty_raised", "hedge_lost"]

# A clause renders another where so many of its words of weight stand in it.
_RENDERS = 0.5
# For less sure so much is enough: such words stand where the report adds its own.
_TOUCHES = 0.3
# Of clauses that all share words with what is told, only those nearly as near as the nearest.
_AS_NEAR = 0.7
_POSSIBLE, _PROBABLE, _FLAT = 1, 2, 4


def certainty_raised(rendering: Rendering) -> Iterator[Departure]:
    """What may be, or is expected, is told as what is or will be."""
    frame = rendering.telling.frame
    cautious = _words("cautious").intersection(frame)
    if "will" in rendering.telling.forms:  # what somebody warns will happen is told as sure
        cautious -= _words("warning")
    if _claimed(frame) < _FLAT or cautious:
        return
    for told, said in _rendered(rendering):
        least = min(said, key=lambda clause: _claimed(clause.forms))
        hangs = rendering.conditions and "would" in least.forms and "would" not in frame
        due = "should" in least.forms and "will" in told.forms and share(least, told) >= _RENDERS
        if _claimed(least.forms) < _FLAT or hangs or due:
            yield departure(_raised(least, told), least.text, told.text, grave=True)
            return


def certainty_lowered(rendering: Rendering) -> Iterator[Departure]:
    """What is, or is expected, is told as what may be."""
    said_level = min((_level(clause.forms) for clause in rendering.said), default=_FLAT)
    for told, said in rendering.pairs:
        doubted = _words("doubting").intersection(_doubts_only(told.forms))
        if doubted == {"could"} and "can" in said.forms:  # "it can be done", he said it could
            continue
        enough = _RENDERS if said_level == _FLAT else _TOUCHES
        if doubted and _level(told.forms) < said_level and share(told, said) >= enough:
            yield departure(DriftKind.CERTAINTY_LOWERED, said.text, told.text)
            return


def hedge_lost(rendering: Rendering) -> Iterator[Departure]:
    """A hedge of the whole sentence is gone, and nothing as cautious stands in its place."""
    frame = rendering.telling.frame
    told = rendering.telling.forms
    doubtful = bool(_words("possible").intersection(told)) or bool(
        phrase_of(frame, "hedges", "phrases") or phrase_of(frame, "hedges", "momentary")
    )
    estimated = not words("cues", "putting").isdisjoint(rendering.telling.saying)
    careful = _level(frame) < _FLAT or estimated or bool(_words("cautious").intersection(frame))
    rendered = [clause for _, said in _rendered(rendering) for clause in said]
    turned = all(clause.forms[0] in _words("turns") for clause in rendered)
    own_word = rendering.voice is not False and not _says_no(rendering)
    for said in rendering.said if rendered else ():
        own = said.forms[0] in _words("goes_on") or turned or _hedges_itself(said)
        elsewhere = own and said not in rendered
        partly = said in rendered and _is_of_degree(said) and not _tells_degree(told)
        whole = (partly or (_is_hedged(said) and not elsewhere)) and not doubtful
        adverb = said in rendered and _words("adverbs").intersection(said.forms)
        hearsay = said in rendered and own_word and _is_hearsay(said)
        if whole or ((adverb or hearsay) and not careful):
            yield departure(DriftKind.HEDGE_DROPPED, said.text, None)
            return


def _says_no(rendering: Rendering) -> bool:
    """Whether it is an answer that takes back what the question has from others."""
    sentences, (answer, *asked) = rendering.sentences, rendering.numbers
    to_question = any(sentences.asks(it) for it in asked) and not sentences.asks(answer)
    return to_question and bool(count_negations(sentences.opening(answer)))


def _is_of_degree(clause: Clause) -> bool:
    return not frozenset(table("tellings")["hedges"]["degree"]).isdisjoint(clause.forms)


def _tells_degree(forms: Sequence[str]) -> bool:
    hedges = table("tellings")["hedges"]
    return not {*hedges["degree"], *hedges["same_degree"]}.isdisjoint(forms)


def _hedges_itself(clause: Clause) -> bool:
    """Whether a hedge closes a clause of figures: `there are 11 of them as far as we know`."""
    phrase = phrase_of(clause.forms, "hedges", "phrases")
    before = f"{' '.join(clause.forms)} ".partition(f"{phrase} ")[0].split()
    return phrase is not None and any(is_number(form) for form in before)


def _is_hedged(clause: Clause) -> bool:
    """Whether a hedge stands there; what a count is "at the moment" is no hedge of it."""
    if phrase_of(clause.forms, "hedges", "phrases"):
        return True
    counts = any(is_number(form) for form in clause.forms)
    return bool(phrase_of(clause.forms, "hedges", "momentary")) and not counts


def _rendered(rendering: Rendering) -> Iterator[tuple[Clause, list[Clause]]]:
    """Clauses told, each with those of the record that it renders."""
    for told in rendering.told:
        said = [clause for clause in rendering.said if _renders(told, clause)]
        near = max((share(told, clause) for clause in said), default=0.0)
        if said:
            yield told, [clause for clause in said if share(told, clause) >= _AS_NEAR * near]


def _renders(told: Clause, said: Clause) -> bool:
    """Whether most of one clause stands in the other, and more than a word of it."""
    inner = _without_hearsay(said)
    back = share(inner, told) if inner.weight > 1 else 0.0
    return share(told, said) >= _RENDERS or back > _RENDERS


def _without_hearsay(said: Clause) -> Clause:
    """`15,000 jobs` of `the steelmakers speak of 15,000 jobs`."""
    if not _is_hearsay(said):
        return said
    verbs = table("tellings")["hedges"]["hearsay"]
    at = next(at for at, form in enumerate(said.forms) if form in verbs)
    return Clause(text=said.text, forms=said.forms[at + 1 :])


def _claimed(forms: Sequence[str]) -> int:
    """How sure the words leave it; what somebody says that they cannot say may be."""
    return _POSSIBLE if phrase_of(forms, "certainty", "unclaimed") else _level(forms)


def _level(forms: Sequence[str]) -> int:
    """How sure the words leave it: by the least sure of them."""
    forms = _doubts_only(_unannounced(forms))
    if _words("possible").intersection(forms) or phrase_of(forms, "certainty", "possible_phrases"):
        return _POSSIBLE
    probable = _words("probable").intersection(forms)
    return _PROBABLE if probable or phrase_of(forms, "certainty", "probable_phrases") else _FLAT


def _unannounced(forms: Sequence[str]) -> Sequence[str]:
    """The words without those by which a speaker announces them: `I want to be clear that`."""
    phrase = phrase_of(forms, "certainty", "announcing")
    return f" {' '.join(forms)} ".replace(f" {phrase} ", " ").split() if phrase else forms


def _doubts_only(forms: Sequence[str]) -> list[str]:
    """The words without the `could` of `could not`, which leaves nothing open, or only a figure."""
    hedges = table("tellings")["certainty"]["of_figures"]
    return [
        form
        for form, after in pairwise((*forms, ""))
        if (form, after) != ("could", "not") and not (form in hedges and is_number(after))
    ]


def _raised(said: Clause, told: Clause) -> DriftKind:
    foreseen = _words("foreseen").intersection(said.forms)
    firm = _words("firm").intersection(told.forms)
    return DriftKind.FORECAST_TO_FACT if foreseen and firm else DriftKind.CERTAINTY_RAISED


def _is_hearsay(clause: Clause) -> bool:
    """Whether others than the speaker are said to think or say so: `our doctors believe`."""
    hedges = table("tellings")["hedges"]
    return any(
        form in hedges["hearsay"] and before not in hedges["speakers"]
        for before, form in pairwise(clause.forms)
    )


@cache
def _words(row: str) -> frozenset[str]:
    return frozenset(read_words(word)[0].form for word in table("tellings")["certainty"][row])
