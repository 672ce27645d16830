"""Offices that a report gives to somebody, against those held on the day and each other."""

from collections.abc import Collection
from dataclasses import replace
from functools import cache
from typing import Any

from sayso.lexicon import table
from sayso.records import Drift, DriftKind, Finding, FindingKind, Reading, Span, Tenure, Verdict

__all__ = ["check_offices", "check_titles"]

_LINKS = ("of", "and", "for")


def check_offices(reading: Reading) -> tuple[Finding, ...]:
    """A finding for each person with an office that they did not hold on the report's day.

    >>> import datetime
    >>> from sayso.records import Person, Report, Tenure
    >>> day = datetime.date(2030, 1, 2)
    >>> report = Report(id="r", text="Mayor Vale spoke.", published=datetime.date(2031, 3, 4))
    >>> held = Tenure(name="Ann Vale", office="Mayor", since=day, until=day)
    >>> vale = Person(id="p", name="Ann Vale", office="Mayor", office_fits=False, tenure=held)
    >>> check_offices(Reading(report=report, people=(vale,)))[0].explanation
    'Ann Vale was Mayor from 2030-01-02 to 2030-01-02, and not on the day of the report.'
    """
    return tuple(
        _finding(
            reading,
            person.mentions[:1],
            (person.tenure.office, person.office or "", _held(person.tenure)),
        )
        for person in reading.people
        if person.office_fits is False and person.tenure
    )


def _held(tenure: Tenure) -> str:
    until = f" to {tenure.until}" if tenure.until else " on"
    return (
        f"{tenure.name} was {tenure.office} from {tenure.since}{until}, "
        "and not on the day of the report."
    )


def check_titles(reading: Reading) -> tuple[Finding, ...]:
    """A finding for each person whom the report gives two titles that cannot both be right."""
    text = reading.report.text
    found = []
    for person in reading.people:
        titled = [(span, title) for span in person.mentions if (title := _title(span.of(text)))]
        for span, title in titled[1:]:
            first_span, first = titled[0]
            if _conflict(first, title):
                explanation = f"The report calls {person.name} “{first}” first and “{title}” later."
                finding = _finding(reading, (span,), (first, title, explanation))
                found.append((finding, first_span, first))
                break
    return tuple(_beside(*it) for it in found)


def _finding(reading: Reading, spans: tuple[Span, ...], words: tuple[str, str, str]) -> Finding:
    was, became, explanation = words
    text = reading.report.text
    return Finding(
        kind=FindingKind.SPEAKER,
        verdict=Verdict.DRIFTED,
        report_span=spans,
        report_text=" ".join(span.of(text) for span in spans),
        drift=(Drift(kind=DriftKind.SPEAKER_CHANGED, was=was, became=became),),
        explanation=explanation,
    )


def _beside(finding: Finding, span: Span, words: str) -> Finding:
    return replace(finding, record_span=(span,), record_text=words)


def _title(mention: str) -> str:
    """The words of an office before a name: `Deputy Governor` of `Deputy Governor Ann Vale`."""
    title: list[str] = []
    for word in mention.split():
        if word.lower() in _words() or (title and word in _LINKS):
            title.append(word)
        elif title:
            break
    return " ".join(title) if _rows(title, "heads") else ""


def _conflict(one: str, other: str) -> bool:
    """Whether nobody holds both: another head, another rank, or another field of the same head."""
    first, second = ({word.lower() for word in title.split()} for title in (one, other))
    ranks = [words & set(_table()["ranks"]) for words in (first, second)]
    heads, fields = (
        [_rows(words, name) for words in (first, second)] for name in ("heads", "fields")
    )
    if not (heads[0] and heads[1]) or "former" in ranks[0] | ranks[1]:
        return False
    if heads[0].isdisjoint(heads[1]) or ranks[0] != ranks[1]:
        return True
    return bool(fields[0] and fields[1] and fields[0].isdisjoint(fields[1]))


def _rows(title: Collection[str], name: str) -> set[int]:
    """The numbers of the rows that the title has a word of."""
    words = {word.lower() for word in title}
    return {number for number, row in enumerate(_table()[name]) if not words.isdisjoint(row)}


@cache
def _words() -> frozenset[str]:
    rows = (word for name in ("heads", "fields") for row in _table()[name] for word in row)
    return frozenset([*rows, *_table()["ranks"]])


def _table() -> dict[str, Any]:
    rows: dict[str, Any] = table("voices")["offices"]
    return rows
