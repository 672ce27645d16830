"""Utterances of an event that was written before anything was read of it, end to end."""

from sayso.comparing.utterances import group_statements
from tests.comparing import railway
from tests.comparing.across import scores
from tests.gold import below_floor, same_corpus


def test_an_invented_event_stays_above_its_floors() -> None:
    told = railway.as_read()
    assert same_corpus("railway", railway.FILES)
    figures = {
        name: scores(told.pairs(group_statements(told.readings, records)), railway.wanted())["f1"]
        for name, records in {"read": [], "read_with_record": [railway.record()]}.items()
    }
    assert below_floor("railway", figures) == []


def test_most_of_its_statements_are_found() -> None:
    told = railway.as_read()
    own_voice = {of for of, row in railway.rows().items() if row["speaker"] is None}
    wanted = railway.rows().keys() - own_voice
    found = wanted.intersection(told.rows.values())
    assert len(found) / len(wanted) >= 0.88
