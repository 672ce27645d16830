"""What runs for months holds no more than after an hour: whatever is kept in memory has a bound."""

import inspect
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import sayso

PACKAGE = Path(sayso.__file__).parent
MOST = 1 << 12  # words, names or texts that one may hold: some megabytes at most
DAYS = {  # these hold days, of which there are as many as the archive is long
    "sayso.ledger.packed._day",
    "sayso.ledger.people._about",
}
OWN = {  # these are asked by names that stand in our own code and tables, never by what is read
    "sayso.batch.schema.arrow_schema",
    "sayso.comparing.claims._phrases",
    "sayso.comparing.conditions._phrases",
    "sayso.comparing.hedges._rows",
    "sayso.comparing.statements.certainty._words",
    "sayso.ledger.plain._makers",
    "sayso.lexicon.lexicon.table",
    "sayso.lexicon.lexicon.words",
    "sayso.reading.claims.events._firsts",
    "sayso.reading.claims.events._rows",
    "sayso.reading.claims.negation._listed",
    "sayso.reading.claims.verbs._auxiliaries",
    "sayso.reading.kinds._of_sources",
    "sayso.reading.kinds._rows",
    "sayso.reading.places.governments._government",
    "sayso.reading.quantities.relations._edges",
    "sayso.reading.quantities.relations._rows",
    "sayso.reading.speakers.given._names",
    "sayso.reading.statements.confidence._weights",
    "sayso.reading.times.forms._compiled",
    "sayso.reading.times.forms._expanded",
    "sayso.reading.times.forms.named_rows",
    "sayso.views.pages.frame._static_address",
    "sayso.views.pages.frame.static_file",
    "sayso.views.rendering.static_text",
}


def caches() -> Iterator[tuple[str, Any]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        if "_cache" in path.read_text("utf-8") or "@cache" in path.read_text("utf-8"):
            name = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
            for attribute, value in vars(import_module(name)).items():
                if hasattr(value, "cache_parameters") and value.__module__ == name:
                    yield f"{name}.{attribute}", value


CACHES = dict(caches())


@pytest.mark.parametrize("name", CACHES)
def test_a_cache_has_a_bound(name: str) -> None:
    most = CACHES[name].cache_parameters()["maxsize"]
    if most is None:
        assert name in OWN or not inspect.signature(CACHES[name]).parameters
    else:
        assert most <= MOST or name in DAYS


def test_the_caches_that_are_named_are_there() -> None:
    assert len(CACHES) > 100
    assert CACHES.keys() >= OWN | DAYS
