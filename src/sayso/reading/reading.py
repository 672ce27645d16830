"""The readers in order: one report in, everything said in it out."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.collecting import uncollected
from sayso.reading.claims import read_claims
from sayso.reading.encoder.encoder import Encoder
from sayso.reading.kinds import read_kind
from sayso.reading.layout import lay_out
from sayso.reading.places import read_places
from sayso.reading.quantities import read_quantities, with_nouns, with_places, with_times
from sayso.reading.quotations import read_quotations
from sayso.reading.speakers import OfficeTable, office_table, resolve_speakers
from sayso.reading.statements.statements import read_statements
from sayso.reading.times import compile_forms, read_times
from sayso.reading.words import split_words
from sayso.records import Grammar, Place, Quantity, Reading, Report, Statement, Timex

__all__ = ["prepare_readers", "read_report"]


def prepare_readers() -> None:
    """Make ready what is made once a process, which the first report would have to wait for."""
    compile_forms()
    office_table()


@uncollected()
def read_report(report: Report, encoder: Encoder, *, offices: OfficeTable | None = None) -> Reading:
    """Everything that the readers find in a report; odd text yields less, never an error.

    `offices` tells who held which office on the day of publication; without it the shipped table.
    """
    text = report.text
    words = split_words(text)
    layout = lay_out(text, words)
    encoded = encoder.encode(text, words)
    found = read_statements(layout, encoded, encoder=encoder, report_id=report.id)
    kinds = tuple(replace(statement, kind=read_kind(statement, text)) for statement in found)
    statements, people = resolve_speakers(
        layout, kinds, report_id=report.id, published=report.published, offices=offices
    )
    quotations = read_quotations(layout, statements)
    quoted = tuple(span for quotation in quotations for span in quotation.spans)
    times = read_times(text, report_id=report.id, published=report.published, quoted=quoted)
    told = encoded.grammar.names
    places = read_places(layout, report_id=report.id, people=people, told=told)
    quantities = _quantities(report, encoded.grammar, times=times, places=places)
    statements, own_claims = read_claims(
        text, encoded.grammar, report_id=report.id, statements=statements, times=times
    )
    return Reading(
        report=report,
        statements=statements,
        own_claims=own_claims,
        people=people,
        quantities=_with_statements(quantities, statements),
        times=times,
        places=places,
        quotations=quotations,
    )


def _quantities(
    report: Report, grammar: Grammar, *, times: Sequence[Timex], places: Sequence[Place]
) -> tuple[Quantity, ...]:
    """The quantities with what the tree says they count, when and where."""
    text = report.text
    found = read_quantities(text, report_id=report.id, language=report.language)
    counted = with_nouns(text, with_times(text, found, times), grammar)
    return with_places(text, counted, places, grammar=grammar)


def _with_statements(
    quantities: Sequence[Quantity], statements: Sequence[Statement]
) -> tuple[Quantity, ...]:
    """Each quantity with the statement whose content holds it; both come in order of the text."""
    contents = sorted(
        (span, statement.id) for statement in statements for span in statement.content
    )
    found = []
    place = 0
    for quantity in quantities:
        while place < len(contents) and contents[place][0].end <= quantity.span.start:
            place += 1
        holds = place < len(contents) and contents[place][0].covers(quantity.span)
        found.append(replace(quantity, statement=contents[place][1]) if holds else quantity)
    return tuple(found)
