"""One clause → one claim."""

from collections.abc import Sequence

from sayso.lexicon import table
from sayso.reading.claims.clauses import Clause
from sayso.reading.claims.conditions import Condition
from sayso.reading.claims.events import Event, event_row, event_type, make_event
from sayso.reading.claims.finishing import Circumstances, finish
from sayso.reading.claims.page import Page
from sayso.reading.claims.parse import Parse
from sayso.reading.claims.resolving import Resolved
from sayso.reading.claims.scene import Scene
from sayso.reading.claims.status import Status
from sayso.records import (
    Certainty,
    Claim,
    Forecast,
    Polarity,
    Role,
    Span,
    Spans,
    SpeechAct,
    Tense,
    Timex,
    mention_id,
)

__all__ = ["circumstances", "make_claim", "status_of"]

# Python 3.11 takes ten times as long for a member of an enumeration as for a name.
_UNKNOWN = Certainty.UNKNOWN
_FUTURE = Tense.FUTURE
_ASK, _ORDER = SpeechAct.ASK, SpeechAct.ORDER
_NEGATIVE, _POSITIVE = Polarity.NEGATIVE, Polarity.POSITIVE
_CONDITION, _MAIN = Role.CONDITION, Role.MAIN

_REFUSALS = frozenset(table("plover")["refused"]["verbs"])


def make_claim(page: Page, found: Resolved, status: Status, *, report_id: str) -> Claim:
    """The claim that a clause of this status makes."""
    head = found.clause.head
    span = _span(page.scene.parse, head)
    possible = status.certainty is not _UNKNOWN
    ahead = status.tense is _FUTURE and possible and head not in page.mains
    event = _event(page.scene, found, ahead=ahead)
    return Claim(
        id=mention_id(report_id, "c", span),
        head=span,
        polarity=_NEGATIVE if status.negative else _POSITIVE,
        certainty=status.certainty,
        tense=status.tense,
        role=_CONDITION if head in page.mains else _MAIN,
        condition=_spans(page.scene.parse, page.conditions.get(head, ())),
        forecast=_forecast(page, found) if ahead else None,
        speech_act=found.act,
        plover=event.type if event else None,
        mode=event.mode if event else None,
        actor=event.actor if event else None,
        recipient=event.recipient if event else None,
    )


def circumstances(page: Page, found: Resolved) -> Circumstances:
    """What the clause stands in on its page."""
    head = found.clause.head
    return Circumstances(
        scene=page.scene,
        resolved=found,
        head=page.resolved.get(page.scene.parse.grammar.heads[head]),
        is_condition=head in page.mains,
        hangs=bool(page.conditions.get(head)),
        time=_time(page, found),
    )


def status_of(page: Page, found: Resolved) -> Status:
    """The status of a clause after all that stands around it."""
    head = found.clause.head
    status = finish(circumstances(page, found))
    main = page.mains.get(head)
    if main is None or status.perfect or main == head:
        return status
    ahead = page.resolved[main].status.tense is _FUTURE
    return status._replace(tense=_FUTURE) if ahead else status


def _forecast(page: Page, found: Resolved) -> Forecast:
    time = _time(page, found)
    return Forecast(window=time.id if time else None)


def _event(scene: Scene, found: Resolved, *, ahead: bool) -> Event | None:
    row = event_row(scene.parse, found.clause.head)
    if row is None:
        return None
    asker, refused = _asker(scene, found), _is_refused(scene.parse, found)
    kind = event_type(row, asked=asker is not None, refused=refused, ahead=ahead)
    return make_event(scene.parse, found.clause, row, asker=asker, kind=kind)


def _asker(scene: Scene, found: Resolved) -> Clause | None:
    """The clause of whoever asks for it or orders it."""
    asked = found.act in (_ASK, _ORDER)
    if found.governor is None or not asked or found.status.tense is not _FUTURE:
        return None
    return scene.clauses.get(found.governor.word)


def _is_refused(parse: Parse, found: Resolved) -> bool:
    """Whether somebody will not do it, rather than that it did not happen."""
    return found.governor is not None and parse.is_one_of(found.governor.word, _REFUSALS)


def _time(page: Page, found: Resolved) -> Timex | None:
    """Its own time, or one that stands after it and hangs on the word that carries it."""
    head, governor = found.clause.head, found.governor
    own = page.times.get(head)
    if own is not None or governor is None or governor.row is None or not governor.row.carries:
        return own
    above = page.times.get(governor.word)
    start = page.scene.parse.grammar.words[head].start
    return above if above is not None and above.span.start > start else None


def _spans(parse: Parse, conditions: Sequence[Condition]) -> Spans:
    """The words of the conditions, those within another left out."""
    if not conditions:
        return ()
    found = sorted({(one.first, -one.last) for one in conditions})
    pieces: list[tuple[int, int]] = []
    for first, last in found:
        if not pieces or first > pieces[-1][1]:
            pieces.append((first, -last))
    return tuple(parse.span(first, last) for first, last in pieces)


def _span(parse: Parse, head: int) -> Span:
    """The verb with its particle; "be" with what somebody or something is."""
    grammar = parse.grammar
    verbal = grammar.xpos[head].startswith("V")  # "the news is that the ship sank"
    below = grammar.labelled(head)
    copulas = [word for word in below.get("cop", ()) if word < head and not verbal]
    particle = head + 1 in below.get("compound:prt", ())
    return parse.span(copulas[-1] if copulas else head, head + particle)
