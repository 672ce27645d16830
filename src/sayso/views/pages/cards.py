"""What was read of a statement, in the few words of a card beside the text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.records import Certainty, Claim, KeptReport, Polarity, Quantity, Reading, Role, Statement
from sayso.views.figures import figure_words, time_words
from sayso.views.pages.entries import said_words
from sayso.views.signs import words_for

__all__ = ["Card", "statement_card", "statement_cards"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One statement of a report: who (`person` is his number in the ledger), how, in which words.

    `within` is the number of the statement that it is told in, `sure` in per cent; `judged` are
    the numbers of the judgements that stand about it.
    """

    number: int
    id: str
    speaker: str | None
    person: int | None
    office: str | None
    words: str
    how: str
    kind: str | None
    within: int | None
    figures: tuple[tuple[Quantity, str], ...]
    times: tuple[str, ...]
    claims: tuple[str, ...]
    said: str | None
    sure: int | None
    judged: tuple[int, ...]


def statement_cards(kept: KeptReport) -> list[Card]:
    """A card for every statement, in the order of the text."""
    return [_card(kept, number, one) for number, one in enumerate(kept.reading.statements, 1)]


def statement_card(kept: KeptReport, statement: Statement) -> Card:
    """The card of one statement."""
    return _card(kept, kept.reading.statements.index(statement) + 1, statement)


def _card(kept: KeptReport, number: int, statement: Statement) -> Card:
    reading = kept.reading
    person = reading.person(statement.speaker)
    known = kept.people.get(statement.speaker or "")
    numbers = {one.id: at for at, one in enumerate(reading.statements, 1)}
    return Card(
        number=number,
        id=statement.id,
        speaker=known[1] if known else person.name if person else None,
        person=known[0] if known else None,
        office=person.office if person else None,
        words=" … ".join(span.of(reading.report.text) for span in statement.content),
        how=words_for("modes")[statement.mode],
        kind=words_for("statements")[statement.kind] if statement.kind else None,
        within=numbers.get(statement.within or ""),
        figures=tuple(_figures(reading, statement)),
        times=tuple(_times(reading, statement)),
        claims=tuple(_fullest(dict.fromkeys(_claims(reading, statement)))),
        said=said_words(statement.said_on),
        sure=round(100 * statement.confidence) if statement.confidence is not None else None,
        judged=_judged(kept, statement),
    )


def _figures(reading: Reading, statement: Statement) -> Iterator[tuple[Quantity, str]]:
    for quantity in reading.quantities:
        if quantity.statement == statement.id:
            yield quantity, figure_words(quantity, reading.report)


def _times(reading: Reading, statement: Statement) -> Iterator[str]:
    for time in reading.times:
        if any(span.covers(time.span) for span in statement.content):
            yield time_words(time, reading.report)


def _claims(reading: Reading, statement: Statement) -> Iterator[str]:
    """What is more to a claim than that somebody makes it."""
    for claim in statement.claims:
        if claim.role is Role.MAIN:
            yield from _of_claim(claim, reading)


def _fullest(told: Iterable[str]) -> Iterator[str]:
    """Without what another one says more fully: a forecast beside one with its time."""
    known = list(told)
    return (one for one in known if not any(it.startswith(f"{one}:") for it in known))


def _of_claim(claim: Claim, reading: Reading) -> Iterator[str]:
    if claim.speech_act:
        yield words_for("acts")[claim.speech_act]
    if claim.polarity is Polarity.NEGATIVE:
        yield words_for("claim_labels")["negative"]
    if claim.certainty is not Certainty.ASSERTED:
        yield words_for("certainties")[claim.certainty]
    if claim.forecast:
        window = next((it for it in reading.times if it.id == claim.forecast.window), None)
        by = f": {window.span.of(reading.report.text)}" if window else ""
        yield words_for("claim_labels")["forecast"] + by
    for span in claim.condition:
        yield f"{words_for('claim_labels')['condition']} “{span.of(reading.report.text)}”"


def _judged(kept: KeptReport, statement: Statement) -> tuple[int, ...]:
    mentions = {statement.id, *(quantity.id for quantity, _ in _figures(kept.reading, statement))}
    return tuple(
        one.number
        for one in kept.judgements
        if one.stands and one.anchor and one.anchor.mention in mentions
    )
