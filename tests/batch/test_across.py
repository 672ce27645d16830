"""Batches laid beside one another: what comes of it is what comes of the reports at once."""

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sayso.batch import Means, relate_batch
from sayso.batch.across.unions import Unions
from sayso.batch.folder import Folder
from sayso.batch.readings import part_readings
from sayso.batch.rows import rows_of
from sayso.batch.schema import TABLES
from sayso.comparing.origins import find_origins
from sayso.comparing.stories import group_stories
from sayso.comparing.utterances import group_utterances
from sayso.errors import BatchError
from sayso.pipeline import read_document
from sayso.records import Item, Reading

EXAMPLES = Path(__file__).parents[2] / "examples"
ACROSS = ("stories", "utterances", "renderings", "origins")
SAID = (
    '"We will not pay around 8,000 dollars to dockers who block the grain terminal," Mayor Tom '
    "Brandt told reporters on Monday."
)
STRIKE = f"""Title: Strike in Odesa
Outlet: Courier
Published: 2024-11-04

The cranes of Odesa stood still for the ninth day. {SAID} Wheat from Mykolaiv waited in 40 barges.
"""
VOTE = f"""Title: Bulgaria votes
Outlet: Bulletin
Published: 2024-11-04

Bulgaria chooses a parliament on Sunday, its seventh since 2021. Boyko Borisov and Kiril Petkov
spoke in Sofia and Plovdiv. In Varna they spoke of wages. {SAID}
"""

Tables = Mapping[str, Sequence[tuple[Any, ...]]]


def read(text: str, name: str) -> Reading:
    reading = read_document(Item(name=name, data=text.encode())).result
    assert isinstance(reading, Reading)
    return reading


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    """Two events, and one sentence of a mayor in two stories that have little else in common."""
    paths = sorted(EXAMPLES.glob("*/0[1-4]*.txt"))
    texts = {path.name: path.read_text("utf-8") for path in paths}
    texts |= {"strike": STRIKE, "vote": VOTE}
    return [read(text, name) for name, text in texts.items()]


def lay(readings: Sequence[Reading], folder: Path, *, parts: int) -> str:
    """A folder as `sayso batch` would have filled it."""
    made = Folder(str(folder))
    made.begin({})
    for first in range(parts):
        rows: dict[str, list[Any]] = {}
        for reading in readings[first::parts]:
            document = f"d{reading.report.id}"
            rows.setdefault("documents", []).append({"name": document, "document": document})
            for table, found in rows_of(reading, document=document).items():
                rows.setdefault(table, []).extend(found)
        made.keep(rows)
    return str(folder)


def tables(folder: Path | str) -> Tables:
    found = Folder(str(folder))
    return {name: sorted(found.column(name, *TABLES[name]), key=repr) for name in ACROSS}


@pytest.fixture(scope="module")
def source(readings: list[Reading], tmp_path_factory: pytest.TempPathFactory) -> str:
    return lay(readings, tmp_path_factory.mktemp("across") / "tables", parts=3)


@pytest.fixture(scope="module")
def out(source: str) -> str:
    out = str(Path(source).with_name("out"))
    counts = relate_batch([source], out, Means(workers=2))
    assert counts["reports"] == 10
    return out


def test_readings_come_back_as_they_were(readings: list[Reading], source: str) -> None:
    folder = Folder(source)
    parts = (path.rpartition("/")[2] for path in folder.parts("reports"))
    back = {it.report.id: it for part in parts for it in part_readings(folder, part)}
    for reading in readings:
        bounds = {it.id: (it.low, it.high) for it in reading.quantities}
        found = back[reading.report.id]
        # a bound is a number there, which has no digits behind that mean nothing
        assert {it.id: (it.low, it.high) for it in found.quantities} == bounds
        plain = replace(found, quantities=reading.quantities)
        assert plain == replace(reading, reasons=())


def test_stories_and_origins_are_those_of_all_reports_at_once(
    readings: list[Reading], out: str
) -> None:
    stories = group_stories([it.report for it in readings])
    found = tables(out)
    assert found["stories"] == sorted((it.id, of) for it in stories for of in it.reports)
    by_id = {it.report.id: it for it in readings}
    origins = [
        (story.id, it.report, it.origin, it.source, it.kind.value, it.because)
        for story in stories
        for it in find_origins([by_id[of] for of in story.reports])
    ]
    assert found["origins"] == sorted(origins, key=repr)


def test_utterances_are_those_of_all_reports_at_once(readings: list[Reading], out: str) -> None:
    utterances = group_utterances(readings)
    found = tables(out)
    assert found["utterances"] == sorted(
        (
            (
                it.id,
                it.speaker,
                it.said_on and it.said_on.earliest,
                it.said_on and it.said_on.latest,
                it.said_on and it.said_on.anchor,
                it.words,
                it.reference,
            )
            for it in utterances
        ),
        key=repr,
    )
    assert len(found["renderings"]) == sum(len(it.renderings) for it in utterances)


def test_one_sentence_in_two_stories_is_one_utterance(readings: list[Reading], out: str) -> None:
    found = tables(out)
    story = {report: story for story, report in found["stories"]}
    strike, vote = (it.report.id for it in readings[-2:])
    assert story[strike] != story[vote]
    mayor = {row[0] for row in found["renderings"] if row[2] in {strike, vote}}
    both = [{row[2] for row in found["renderings"] if row[0] == one} for one in mayor]
    assert {strike, vote} in both


def test_parts_make_no_difference(readings: list[Reading], out: str, tmp_path: Path) -> None:
    source = lay(readings[::-1], tmp_path / "tables", parts=2)
    relate_batch([source], str(tmp_path / "out"))
    assert tables(tmp_path / "out") == tables(out)


def test_a_run_that_was_broken_off_goes_on(source: str, out: str, tmp_path: Path) -> None:
    kept = Path(shutil.copytree(out, tmp_path / "out"))
    (part,) = (path.name for path in (kept / "utterances").iterdir())
    (kept / "reports" / part).unlink()  # it is written last, so without it the part is not whole
    assert tables(kept)["utterances"] == []
    relate_batch([source], str(kept))
    assert tables(kept) == tables(out)


def test_a_folder_of_other_reports_is_left_as_it_is(
    readings: list[Reading], source: str, out: str, tmp_path: Path
) -> None:
    other = lay(readings[:1], tmp_path / "tables", parts=1)
    with pytest.raises(BatchError, match="another run"):
        relate_batch([other], out)
    with pytest.raises(BatchError, match="no folder of sayso batch"):
        relate_batch([str(tmp_path)], str(tmp_path / "out"))
    with pytest.raises(BatchError, match="other"):
        relate_batch([other], source)


def test_unions_do_not_depend_on_the_order() -> None:
    pairs = [("d", "e"), ("a", "b"), ("b", "d"), ("x", "y")]
    found = []
    for order in (pairs, pairs[::-1]):
        unions = Unions()
        for pair in order:
            unions.join(*pair)
        found.append(sorted(unions.members()))
    assert found[0] == found[1]
    assert {held for _, held in found[0]} == {"a", "x"}
