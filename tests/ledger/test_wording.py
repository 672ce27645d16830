"""The full-text index of a file holds what its view of statements shows, and nothing else."""

from dataclasses import replace
from pathlib import Path

import pytest

from sayso.ledger import Ledger
from sayso.ledger.fulltext import COLUMNS
from sayso.records import Certainty, Forecast, Kind, Reading, Span
from tests.ledger.factory import TEXT, add, reading

_NAMES = ", ".join(COLUMNS)
_WORDS = "create virtual table temp.word using fts5vocab(main, fulltext, instance)"


def odd() -> Reading:
    """Statements in pieces, of nobody and of nothing; claims, figures and places of several."""
    one = reading(f"Räte — ne plus ultra. {TEXT}", speaker="Vale")
    (first,), (claim,) = one.statements, one.statements[0].claims
    begins, ends = first.content[0]
    sure = replace(claim, id="sure", certainty=Certainty.PROBABLE, forecast=None)
    unsaid = replace(claim, id="unsaid", forecast=Forecast(window=None))
    pieces = (Span(begins, begins + 9), Span(begins + 12, ends))
    second = replace(first, id="two", content=pieces, speaker=None, kind=Kind.BELIEF)
    third = replace(first, id="three", content=(), claims=())
    (figure,), (place,) = one.quantities, one.places
    return replace(
        one,
        statements=(replace(first, claims=(claim, sure, unsaid)), second, third),
        people=(replace(one.people[0], office=None, affiliation="Port Ness"),),
        quantities=(figure, replace(figure, id="q2", counted="ships"), replace(figure, counted="")),
        places=(
            place,
            replace(place, id="p2", name="Ness"),
            replace(place, id="p3", span=Span(0, 4)),
        ),
    )


@pytest.mark.parametrize("address", ["sqlite"], indirect=True)
def test_the_index_is_that_of_the_view(ledger: Ledger, tmp_path: Path) -> None:
    add(ledger, odd(), reading(outlet=None), reading(published=None, url="https://a.example"))
    add(ledger, reading(f"{TEXT} Again."))
    with ledger.seen() as connection:
        do = connection.exec_driver_sql
        do(_WORDS)
        found = sorted(do("select term, doc, col, offset from temp.word").all())
        do("insert into fulltext(fulltext) values ('delete-all')")
        do(f"insert into fulltext(rowid, {_NAMES}) select id, {_NAMES} from passage order by id")
        assert sorted(do("select term, doc, col, offset from temp.word").all()) == found
        columns = {column for _, _, column, _ in found}
    assert columns == set(COLUMNS)
