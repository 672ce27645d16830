"""Speakers of marked paragraphs of our own, of the reports beside the checkout and of PolNeAR."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from sayso.reading.layout import lay_out
from sayso.reading.speakers import resolve_speakers
from sayso.reading.words import split_words
from sayso.records import Mode, Span, Spans, Statement
from tests.gold import SHARED, below_floor, same_corpus
from tests.reading.speakers.agreement import same_name, shares_word
from tests.reading.speakers.marked import OWN, Paragraph, paragraphs, speakers_of
from training.polnear import read_articles

REPORTS = SHARED / "data" / "reports"
EVENTS = ("fed-chair-2022-06-15", "pentagon-briefing-2024-10-28", "two-plus-two-2024-10-31")
SEED = (SHARED / "data" / "seed-report.txt", SHARED / "data" / "seed-gold.json")
POLNEAR = Path(__file__).with_name("polnear_pronouns.jsonl")
POLNEAR_TRAIN = Path(__file__).with_name("polnear_train_pronouns.jsonl")

shared = pytest.mark.shared
needs_data = pytest.mark.skipif(not SHARED.exists(), reason="the data is not beside this checkout")


def _spans(places: Sequence[Sequence[int]] | None) -> Spans:
    return tuple(Span(start, end) for start, end in places or ())


def _names(text: str, statements: Sequence[Statement]) -> dict[str, str | None]:
    """The name of each statement's speaker."""
    layout = lay_out(text, split_words(text))
    spoken, people = resolve_speakers(layout, tuple(statements), report_id="r")
    names = {person.id: person.name for person in people}
    return {one.id: names[one.speaker] if one.speaker else None for one in spoken}


def _share(right: Sequence[bool]) -> float:
    return 100 * sum(right) / len(right)


@pytest.mark.parametrize("kind", sorted({paragraph.kind for paragraph in paragraphs()}))
def test_every_kind_of_source_is_resolved(kind: str) -> None:
    wrong = [
        (number, want, got.get(number), paragraph.text)
        for paragraph in paragraphs()
        if paragraph.kind == kind
        for got in [speakers_of(paragraph)]
        for number, want in paragraph.speakers.items()
        if got.get(number) != want
    ]
    assert len(wrong) <= 1, wrong


def test_our_own_paragraphs_stay_above_the_floor() -> None:
    assert same_corpus("own_speakers", [OWN])
    right = [
        got.get(number) == want
        for paragraph in paragraphs()
        for got in [speakers_of(paragraph)]
        for number, want in paragraph.speakers.items()
    ]
    assert not below_floor("own_speakers", {"right": _share(right)})


def test_the_marks_of_our_own_paragraphs_are_whole() -> None:
    found = paragraphs()
    assert len(found) >= 100
    assert all(_is_whole(paragraph) for paragraph in found)


def _is_whole(paragraph: Paragraph) -> bool:
    marked = {statement.id for statement in paragraph.statements if statement.content}
    return marked == set(paragraph.speakers) and not set("{}[]") & set(paragraph.text)


def _reports() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The text and the statements by hand of every English report of the three events."""
    for folder in (REPORTS / event for event in EVENTS):
        origins = json.loads((folder / "origins.json").read_text("utf-8"))
        gold = defaultdict(list)
        for line in (folder / "gold.jsonl").read_text("utf-8").splitlines():
            row = json.loads(line)
            if row["mode"] != "own_voice":
                gold[row["report"]].append(row)
        for path in sorted(folder.glob("*.txt")):
            origin = origins.get(path.name)
            if isinstance(origin, dict) and origin.get("language", "en") == "en":
                yield path.read_text("utf-8").partition("\n\n")[2].rstrip("\n"), gold[path.name]


def _statement(row: Mapping[str, Any]) -> Statement:
    return Statement(
        id=row["id"],
        source=_spans(row["source"]),
        cue=_spans(row["cue_spans"]),
        content=_spans(row["content"]),
        mode=Mode(row["mode"]),
    )


def _seed() -> tuple[str, list[dict[str, Any]]]:
    rows = json.loads(SEED[1].read_text("utf-8"))["statements"]
    for row in rows:
        marked = row["speaker_start"] is not None and row["cue"]
        row["source"] = [_place(row["speaker_start"], row["speaker_surface"])] if marked else []
        row["cue_spans"] = [_place(row["cue_start"], row["cue"])] if row["cue"] else []
        row["content"] = [(row["start"], row["end"])]
        row["mode"] = row["type"]
    return SEED[0].read_text("utf-8"), rows


def _place(start: int, words: str) -> tuple[int, int]:
    return start, start + len(words)


def _right(text: str, rows: Sequence[Mapping[str, Any]]) -> list[bool]:
    names = _names(text, [_statement(row) for row in rows])
    return [shares_word(row["speaker"], names[row["id"]]) for row in rows]


@shared
@needs_data
def test_reports_stay_above_their_floors() -> None:
    files = [*SEED, *(REPORTS / event / "gold.jsonl" for event in EVENTS)]
    assert same_corpus("speakers", files)
    right = [one for text, rows in _reports() for one in _right(text, rows)]
    figures = {"reports": _share(right), "seed": sum(_right(*_seed()))}
    assert not below_floor("speakers", figures)


def _pronouns(part: str, path: Path) -> Iterator[tuple[dict[str, Any], bool]]:
    """Each labelled pronoun of that part of PolNeAR, and whether its person is the right one."""
    wanted = defaultdict(list)
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        wanted[row["doc"]].append(row)
    for article in read_articles(SHARED / "data" / "polnear", part):
        if article.name not in wanted:
            continue
        statements = [
            Statement(
                id=str(number),
                source=tuple(one["source"]),
                cue=tuple(one["cue"]),
                content=tuple(one["content"]),
                mode=Mode.INDIRECT,
            )
            for number, one in enumerate(article.attributions)
        ]
        names = _names(article.text, statements)
        for row in wanted[article.name]:
            told = next(one.id for one in statements if _spans([row["span"]])[0] in one.source)
            yield row, same_name(row["name"], names[told])


@shared
@needs_data
def test_pronouns_of_polnear_stay_above_their_floors() -> None:
    assert same_corpus("polnear_speakers", [POLNEAR, POLNEAR_TRAIN])
    known = list(_pronouns("dev", POLNEAR))
    # A hundred more of the other part, labelled when the rules stood: at most one a report, and
    # one left out whose name is no text. 95 of 99 were right when first read.
    unseen = list(_pronouns("train", POLNEAR_TRAIN))
    figures = {
        "all": _share([right for _, right in known]),
        "first_hundred": _share([right for row, right in known if row["half"] == 1]),
        "second_hundred": _share([right for row, right in known if row["half"] == 2]),
        "unseen": _share([right for _, right in unseen]),
    }
    assert not below_floor("polnear_speakers", figures), figures
