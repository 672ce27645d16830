"""What can be searched of new statements: what the view `passage` shows of them, out of their rows.

For files only, where the view took a third of the time of indexing. PostgreSQL asks its own.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any

from sayso.ledger.magnitudes import magnitude
from sayso.ledger.plain import spans_of
from sayso.ledger.rows import NUMBERS, Row, Rows
from sayso.ledger.schema import COLUMNS

__all__ = ["Worded", "numbered_wordings", "worded_statements"]

Worded = tuple[str, int | None, str, str, str]
"""A statement's words, its speaker's number in the reading, its places, what it counts, its marks;
all of a row of the index for which no ledger need be asked."""
_Found = tuple[int, int, str]  # where something stands, and the word for it


def _values(table: str, *names: str) -> Callable[[Row], tuple[Any, ...]]:
    """What gets some values of the rows of a reading, which have no numbers yet."""
    return itemgetter(*(COLUMNS[table].index(name) - NUMBERS for name in names))


_STATEMENT = _values("statement", "begins", "ends", "content", "mode", "kind", "speaker")
_CLAIM = _values("claim", "statement", "certainty", "forecast")
_QUANTITY = _values("quantity", "statement", "counted", "begins", "figure")
_PLACE = _values("place", "begins", "ends", "name")
_NAME, _OFFICE, _AFFILIATION = range(3)  # of a row of `mention`


def worded_statements(rows: Rows, body: str) -> list[Worded]:
    """What can be searched of each statement of a reading of a text."""
    marks, places = _marks(rows), [*map(_PLACE, rows["place"])]
    counted, figures = _counted(rows)
    return [
        (
            body[begins:ends] if content is None else _pieces(body, content),
            speaker,
            " ".join(_within(places, begins, ends)) if places else "",
            " ".join([*counts, *_within(figures, begins, ends)]) if figures else " ".join(counts),
            f"{mode} {kind or ''} {' '.join(marked)}",
        )
        for (begins, ends, content, mode, kind, speaker), marked, counts in zip(
            map(_STATEMENT, rows["statement"]), marks, counted, strict=True
        )
    ]


def numbered_wordings(
    worded: Sequence[Worded],
    mentions: Iterable[Row],
    *,
    people: Iterable[int | None],
    first: int,
    outlet: str | None,
) -> Iterator[Row]:
    """The rows of the full-text index for statements that count from `first`.

    `mentions` are the people of the reading, `people` their numbers in the ledger.
    """
    speakers = [*map(_speaker, mentions, people)]
    for number, (words, speaker, places, counted, marks) in enumerate(worded, first):
        name, office = (None, None) if speaker is None else speakers[speaker]
        yield (number, words, name, office, outlet, places, counted, marks)


def _speaker(row: Row, person: int | None) -> tuple[str, str]:
    """The name with the number across reports, and the office."""
    name = row[_NAME]
    office = f"{row[_OFFICE] or ''} {row[_AFFILIATION] or ''}"
    return (name if person is None else f"{name} p{person}"), office


def _pieces(body: str, content: str) -> str:
    return " … ".join(body[begins:ends] for begins, ends in spans_of(content))


def _marks(rows: Rows) -> list[list[str]]:
    """The marks of the claims of each statement."""
    marks: list[list[str]] = [[] for _ in rows["statement"]]
    for statement, certainty, forecast in map(_CLAIM, rows["claim"]):
        if statement is not None:
            marks[statement].append(certainty or "")
            if forecast is not None:
                marks[statement].append("forecast")
    return marks


def _counted(rows: Rows) -> tuple[list[list[str]], list[_Found]]:
    """What each statement counts; how large the figures are: one stands where its first letter."""
    counted: list[list[str]] = [[] for _ in rows["statement"]]
    figures = []
    for statement, noun, begins, figure in map(_QUANTITY, rows["quantity"]):
        if noun is not None and statement is not None:
            counted[statement].append(noun)
        if figure is not None:
            figures.append((begins, begins + 1, magnitude(figure)))
    return counted, figures


def _within(found: Sequence[_Found], begins: int, ends: int) -> list[str]:
    """The words for what stands between those letters."""
    return [word for start, end, word in found if start >= begins and end <= ends]
