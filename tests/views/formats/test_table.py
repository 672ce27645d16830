"""What holds for every format alike."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count, islice
from pathlib import Path

import pytest

import sayso
from sayso.errors import BadRequestError
from sayso.records import Holding
from sayso.views.formats import CONVENTIONS, FORMATS, write_format
from tests.views.formats.holdings import TEXT, holding, with_statement

DOCS = Path(sayso.__file__).parents[2] / "docs" / "commands.md"
HOSTILE = "</script>\"'\r\n\t=1+1,;|\u202e ER  - \r\n[}] said dozens \U0001f600."


@pytest.mark.parametrize("name", FORMATS)
def test_it_is_documented_and_named_in_the_help(name: str) -> None:
    section = DOCS.read_text("utf-8").partition("## `sayso export")[2].partition("\n## ")[0]
    assert f"`{name}`" in section


@pytest.mark.parametrize("name", FORMATS)
def test_it_is_written_as_reports_come(name: str) -> None:
    asked = count()

    def endless() -> Iterator[Holding]:
        while True:
            next(asked)
            yield holding()

    pieces = list(islice(write_format(name, endless()), 3))
    assert len(pieces) == 3
    assert next(asked) <= 4_000


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_and_odd_words_are_written_too(name: str) -> None:
    odd = holding(HOSTILE, title=HOSTILE, outlet=HOSTILE, url=None, published=None)
    bare = with_statement(odd, {"speaker": None}, speaker=None, said_on=None, content=())
    whole = b"".join(write_format(name, [odd, bare, replace(odd, found=())]))
    assert whole
    assert len(b"".join(write_format(name, []))) < len(whole)


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_reports_give_the_same_bytes(name: str) -> None:
    first, second = (b"".join(write_format(name, [holding(), holding(TEXT * 2)])) for _ in "ab")
    assert first == second


@pytest.mark.parametrize("convention", CONVENTIONS)
def test_a_convention_is_for_figures(convention: str) -> None:
    assert b"".join(write_format("csv", [holding()], convention=convention))
    with pytest.raises(BadRequestError, match="no figures"):
        write_format("jsonl", [], convention=convention)


@pytest.mark.parametrize(("name", "convention"), [("tsv", None), ("csv", "mine")])
def test_what_is_not_known_is_said(name: str, convention: str | None) -> None:
    with pytest.raises(BadRequestError, match="csv|acled"):
        write_format(name, [], convention=convention)
