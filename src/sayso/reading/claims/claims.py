"""Clauses → claims: what each statement, and the report itself, says to be so."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.lexicon import table
from sayso.reading.claims.clauses import Clause, find_clauses
from sayso.reading.claims.events import find_event
from sayso.reading.claims.finishing import Circumstances, finish
from sayso.reading.claims.conditions import Condition, find_conditions
from sayso.reading.claims.governing import Row, row_at
from sayso.reading.claims.parse import Parse, parse_words
from sayso.reading.claims.resolving import Resolved, Scene, resolve
from sayso.reading.claims.speech import find_speech
from sayso.reading.claims.things import find_things
from sayso.reading.claims.windows import find_times
from sayso.records import (
    Certainty,
    Claim,
    Forecast,
    Grammar,
    Polarity,
    Role,
    Span,
    Spans,
    SpeechAct,
    Statement,
    Tense,
    Timex,
    mention_id,
)

__all__ = ["read_claims"]

_REFUSALS = frozenset(table("plover")["refused"]["verbs"])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What the claims of a text are made of."""

    scene: Scene
    conditions: Sequence[Condition]
    times: Mapping[int, Timex]
    report_id: str


def read_claims(
    text: str,
    grammar: Grammar,
    *,
    report_id: str,
    statements: Sequence[Statement],
    times: Sequence[Timex],
) -> tuple[tuple[Statement, ...], tuple[Claim, ...]]:
    """The statements with their claims, and the claims in the report's own voice."""
    parse = parse_words(text, grammar)
    verbal = find_clauses(parse)
    speech = find_speech(parse, statements)
    things = find_things(parse, verbal, speech)
    clauses = dict(sorted((verbal | things).items()))
    conditions = find_conditions(parse, clauses, speech)
    hypothetical = frozenset(head for condition in conditions for head in condition.heads)
    scene = Scene(parse=parse, clauses=clauses, speech=speech, hypothetical=hypothetical)
    page = _Page(
        scene=scene,
        conditions=conditions,
        times=find_times(parse, clauses, times),
        report_id=report_id,
    )
    found: dict[int, list[Claim]] = {}
    for head, claim in _claims(page):
        found.setdefault(speech.told[head], []).append(claim)
    read = tuple(
        replace(statement, claims=tuple(found.get(at, ())))
        for at, statement in enumerate(statements)
    )
    return read, tuple(found.get(-1, ()))


def _claims(page: _Page) -> Iterator[tuple[int, Claim]]:
    """Every claim with the head word of its clause, in order of the text."""
    resolved = [resolve(page.scene, head) for head in page.scene.clauses]
    carriers = {
        found.governor.word: found.governor.row
        for found in resolved
        if found.governor is not None and found.governor.row is not None and found.governor.row.carries
    }
    carriers |= _cues(page, resolved)
    conditions = _conditions(page)
    openers = {word for one in page.conditions for word in range(one.first, one.after)}
    for found in resolved:
        head = found.clause.head
        if head in openers:
            continue
        claim = _claim(page, found, conditions.get(head, ()))
        carried = carriers.get(head)
        if carried is None or not (carried.raises or _is_plain(claim)):
            yield head, claim


def _cues(page: _Page, resolved: Sequence[Resolved]) -> Mapping[int, Row]:
    """The verbs of saying whose statement claims something."""
    speech = page.scene.speech
    claiming = {speech.told[found.clause.head] for found in resolved} - {-1}
    rows = {word: row_at(page.scene.parse, word, "that") for at in claiming for word in speech.cues[at]}
    return {word: row for word, row in rows.items() if row is not None and row.carries}


def _is_plain(claim: Claim) -> bool:
    """Whether somebody simply says, thinks or plans it."""
    sure = claim.certainty in (Certainty.ASSERTED, Certainty.PROBABLE)
    return sure and claim.polarity is Polarity.POSITIVE and claim.tense is not Tense.FUTURE


def _conditions(page: _Page) -> Mapping[int, tuple[Condition, ...]]:
    """The conditions of each clause: its own, those that opened its sentence, those passed on."""
    found: dict[int, tuple[Condition, ...]] = {}
    for condition in page.conditions:
        found[condition.main] = (*found.get(condition.main, ()), condition)
    for head in page.scene.clauses:
        found[head] = (*found.get(head, ()), *_inherited(page, found, head))
    return found


def _inherited(
    page: _Page, found: Mapping[int, tuple[Condition, ...]], head: int
) -> Iterator[Condition]:
    scene = page.scene
    if head in scene.hypothetical:
        return
    governor = resolve(scene, head).governor
    if governor is not None and governor.row is not None and governor.row.carries:
        yield from found.get(governor.word, ())
    elif scene.parse.grammar.has(head, "conj"):
        first = scene.parse.grammar.heads[head]
        yield from (one for one in found.get(first, ()) if one.first < first)


def _claim(page: _Page, found: Resolved, conditions: Sequence[Condition]) -> Claim:
    scene, head = page.scene, found.clause.head
    time = _time(page, found)
    is_condition = head in scene.hypothetical
    status = finish(
        Circumstances(
            scene=scene, resolved=found, is_condition=is_condition, hangs=bool(conditions), time=time
        )
    )
    if is_condition and not status.perfect and _leads_ahead(page, head):
        status = replace(status, tense=Tense.FUTURE)
    span = _span(scene.parse, head)
    open_end = status.tense is Tense.FUTURE and status.certainty is not Certainty.UNKNOWN
    event = find_event(
        scene.parse,
        found.clause,
        asker=_asker(scene, found),
        refused=_is_refused(scene.parse, found),
        ahead=open_end and not is_condition,
    )
    return Claim(
        id=mention_id(page.report_id, "c", span),
        head=span,
        polarity=Polarity.NEGATIVE if status.negative else Polarity.POSITIVE,
        certainty=status.certainty,
        tense=status.tense,
        role=Role.CONDITION if is_condition else Role.MAIN,
        condition=_spans(scene.parse, conditions),
        forecast=Forecast(window=time.id if time else None) if open_end and not is_condition else None,
        speech_act=found.act,
        plover=event.type if event else None,
        mode=event.mode if event else None,
        actor=event.actor if event else None,
        recipient=event.recipient if event else None,
    )


def _asker(scene: Scene, found: Resolved) -> Clause | None:
    """The clause of whoever asks for it or orders it."""
    if found.act not in (SpeechAct.ASK, SpeechAct.ORDER) or found.status.tense is not Tense.FUTURE:
        return None
    return scene.clauses.get(found.governor.word) if found.governor is not None else None


def _is_refused(parse: Parse, found: Resolved) -> bool:
    """Whether somebody will not do it, rather than that it did not happen."""
    return found.governor is not None and parse.is_one_of(found.governor.word, _REFUSALS)


def _time(page: _Page, found: Resolved) -> Timex | None:
    """Its own time, or one that stands after it and hangs on the word that carries it."""
    head, governor = found.clause.head, found.governor
    own = page.times.get(head)
    if own is not None or governor is None or governor.row is None or not governor.row.carries:
        return own
    above = page.times.get(governor.word)
    return above if above is not None and above.span.start > page.scene.parse.span(head, head).start else None


def _leads_ahead(page: _Page, head: int) -> bool:
    mains = [one.main for one in page.conditions if head in one.heads]
    return any(resolve(page.scene, main).status.tense is Tense.FUTURE for main in mains)


def _spans(parse: Parse, conditions: Sequence[Condition]) -> Spans:
    return tuple(sorted({parse.span(one.first, one.last) for one in conditions}))


def _span(parse: Parse, head: int) -> Span:
    """The verb with its particle; "be" with what somebody or something is."""
    grammar = parse.grammar
    copulas = [word for word in grammar.children(head, "cop") if word < head]
    particles = [w for w in grammar.children(head, "compound:prt") if w == head + 1]
    return parse.span(min([head, *copulas[-1:]]), max([head, *particles]))
