"""What stands under the words of a statement: its figures, times, places, claims, and why."""

from collections.abc import Iterator, Mapping, Sequence

from rich.table import Table
from rich.text import Text

from sayso.records import Place, PlaceKind, Reading, Reason, Role, Statement
from sayso.views.claim_words import claim_words, is_plain
from sayso.views.figures import figure_words, time_words
from sayso.views.marked_words import mentions_in
from sayso.views.printable import printable
from sayso.views.signs import relation_tone, tone_style

__all__ = ["Reasons", "reasons_of", "statement_margin"]

Reasons = Mapping[str, Sequence[Reason]]
"""The reasons for each mark, by the id of what they are given for."""
_Line = tuple[str, Text, str]


def reasons_of(reading: Reading) -> Reasons:
    """The reasons of a reading by what they are given for; empty where nobody asked for them."""
    found: dict[str, list[Reason]] = {}
    for reason in reading.reasons:
        found.setdefault(reason.of, []).append(reason)
    return found


def statement_margin(statement: Statement, reading: Reading, reasons: Reasons) -> Table:
    """A line for each mark in the words, named at its first, with the reason where one is known."""
    rows = Table.grid(padding=(0, 1, 0, 0))
    rows.add_column(style="dim", no_wrap=True)
    rows.add_column()
    named = ""
    for label, words, of in _lines(statement, reading):
        rows.add_row("" if label == named else label, words)
        named = label
        for reason in reasons.get(of, ()):
            rows.add_row("", _why(reason))
    for reason in reasons.get(statement.id, ()):
        rows.add_row(reason.mark, _why(reason))
    return rows


def _why(reason: Reason) -> Text:
    return Text(f"{reason.rule}: {printable(reason.because)}", "dim")


def _lines(statement: Statement, reading: Reading) -> Iterator[_Line]:
    for quantity in mentions_in(statement.content, reading.quantities):
        if quantity.statement in (None, statement.id):
            tone = tone_style(relation_tone(quantity.relation))
            yield "figure", Text(figure_words(quantity, reading.report), tone), quantity.id
    for time in mentions_in(statement.content, reading.times):
        yield "time", Text(time_words(time, reading.report)), time.id
    yield from _together(
        "place",
        [(_place(place), place.id) for place in mentions_in(statement.content, reading.places)],
        each=bool(reading.reasons),
    )
    plain = [(claim_words(one, reading), one.id) for one in statement.claims if is_plain(one)]
    yield from _together("claim", plain, each=bool(reading.reasons))
    for claim in statement.claims:
        told = (
            claim.role is Role.MAIN or reading.reasons
        )  # a condition stands with what hangs on it
        if told and not is_plain(claim):
            yield "claim", Text(claim_words(claim, reading)), claim.id


def _together(label: str, told: Sequence[tuple[str, str]], *, each: bool) -> Iterator[_Line]:
    """A line for each, where its reason is to follow; else one line for all, each once."""
    if each:
        yield from ((label, Text(words), of) for words, of in told)
    elif told:
        yield label, Text(", ".join(dict(told))), ""


def _place(place: Place) -> str:
    """The name and, of what is no country, what it is or that it stands for its government."""
    kind = "government" if place.stands_for_government else place.kind
    name = printable(place.name)
    return name if kind in {None, PlaceKind.COUNTRY} else f"{name} ({kind})"
