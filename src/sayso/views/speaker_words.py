"""Who says it: the name with its office, the cue, how sure that is, and on whose word."""

from collections.abc import Mapping

from rich.text import Text

from sayso.records import Person, Reading, Spans, Statement
from sayso.views.printable import folded, printable

__all__ = ["source_names", "speaker_words"]


def source_names(reading: Reading) -> Mapping[str, str]:
    """Whom each statement is given to, by its id: the person's name, else the source's words."""
    people = {person.id: printable(person.name) for person in reading.people}
    named = {
        statement.id: people.get(statement.speaker or "") or _pieces(statement.source, reading)
        for statement in reading.statements
    }
    return {of: folded(name, head=10, tail=4) or "nobody named" for of, name in named.items()}


def speaker_words(statement: Statement, names: Mapping[str, str], reading: Reading) -> Text:
    """A few lines for the margin, the name first; `names` are those of the sources."""
    person = reading.person(statement.speaker)
    how = (_pieces(statement.cue, reading), statement.mode)
    sure = statement.confidence
    lines = (
        *(_office(person) if person else ()),
        " · ".join(part for part in how if part),
        "" if sure is None else f"{sure * 100:.0f} % sure",
        _teller(statement, names),
    )
    return Text("\n").join(
        [Text(names[statement.id], "bold"), *(Text(line, "dim") for line in lines if line)]
    )


def _teller(statement: Statement, names: Mapping[str, str]) -> str:
    """On whose word it stands; what somebody goes on to say stands on nobody else's."""
    teller = names.get(statement.within or "")
    return f"as told by {teller}" if teller and teller != names[statement.id] else ""


def _office(person: Person) -> tuple[str, ...]:
    """The office that the report tells, and what the table of offices adds to it or against it."""
    office, body = person.office or "", person.affiliation or ""
    told = ", ".join(part for part in (office, body if body not in office else "") if part)
    tenure = person.tenure
    if tenure is None or (person.office and person.office_fits is not False):
        return (_line(told),)
    row = "the table" if tenure.checked else "the table (unchecked)"
    if person.office_fits is False:
        return _line(told), f"≠ not that day, by {row}"
    held = tenure.name if person.office is None and person.name != tenure.name else tenure.office
    return _line(told), f"{held}, by {row}"


def _line(words: str) -> str:
    return folded(printable(words), head=8, tail=3)


def _pieces(spans: Spans, reading: Reading) -> str:
    return " … ".join(printable(span.of(reading.report.text)) for span in spans)
