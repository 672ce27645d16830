"""A story for a terminal: what was said down the side, the reports across, a sign in each cell."""

import string
from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.records import KnownStory, Origin, Rendering, ReportCard, Utterance
from sayso.views.figures import day_words
from sayso.views.printable import folded, printable
from sayso.views.signs import origin_mark, tone_style
from sayso.views.story_columns import (
    by_origin,
    cells_of,
    echoes,
    is_shared,
    outlet_name,
    rendering_sign,
)

__all__ = ["drift_table", "origin_table", "stories_table", "story_table", "utterance_table"]

_LETTERS = string.ascii_lowercase + string.ascii_uppercase
_COLUMNS = 20  # reports that have a column each: 80 letters hold them beside the words
_ROWS = 6  # utterances that are shown at a glance, those that most reports tell
_INDENTED = (0, 0, 0, 3)


def stories_table(stories: Sequence[KnownStory]) -> RenderableType:
    """Two lines a story: its title; its reports, outlets and days."""
    return Group(*(line for one in stories for line in _story_lines(one)))


def story_table(
    story: KnownStory, utterances: Sequence[Utterance], origins: Sequence[Origin]
) -> RenderableType:
    """The reports by their origins, the matrix of what was said, and what its signs mean."""
    by_report = {it.report: it for it in origins}
    cards = by_origin(story.reports, by_report)
    letters = dict(zip((it.id for it in cards), _LETTERS, strict=False))
    counted = len({it.origin for it in origins})
    reports = f"{_count(len(cards), 'report')} of {_count(counted, 'origin')}"
    heading = Text.assemble(
        (printable(story.title or "without a title"), "bold"),
        (f" · story {story.id} · {reports}\n", "dim"),
    )
    shared = [it for it in utterances if is_shared(it)] or utterances
    matrix = _matrix(_most_told(shared), cards[:_COLUMNS], by_report)
    folded_away = (
        (len(shared) - _ROWS, f"more told by fewer: sayso utterances --story {story.id}"),
        (
            len(utterances) - len(shared),
            f"more told by one report: sayso utterances --story {story.id}",
        ),
        (len(cards) - _COLUMNS, "more reports have no column here"),
    )
    hidden = [Text(f"{count} {words}", "dim") for count, words in folded_away if count > 0]
    return Group(heading, _report_list(cards, letters, by_report), Text(), matrix, *hidden)


def _most_told(utterances: Sequence[Utterance]) -> list[Utterance]:
    """Those that most reports tell, in the order given."""
    told = [len({it.report for it in one.renderings}) for one in utterances]
    chosen = sorted(range(len(told)), key=lambda at: -told[at])[:_ROWS]
    return [utterances[at] for at in sorted(chosen)]


def utterance_table(
    utterances: Sequence[Utterance], cards: Mapping[str, ReportCard]
) -> RenderableType:
    """Two lines an utterance: its words; who said it when, and in how many reports it stands."""
    return Group(*(line for one in utterances for line in _utterance_lines(one, cards)))


def drift_table(utterances: Sequence[Utterance], cards: Mapping[str, ReportCard]) -> RenderableType:
    """Each utterance with the renderings that depart from it, and in what."""
    return Group(*(line for one in utterances for line in _drift_lines(one, cards)))


def origin_table(story: KnownStory, origins: Sequence[Origin]) -> RenderableType:
    """One line a report under the origin it goes back to, with the reason."""
    by_report = {it.report: it for it in origins}
    cards = by_origin(story.reports, by_report)
    rows = Table.grid(padding=(0, 1, 0, 0))
    rows.add_column(no_wrap=True)
    rows.add_column(ratio=1)
    for card in cards:
        one = by_report.get(card.id)
        if one:
            source = f" ← {printable(one.origin)}" if echoes(one) else ""
            name = f"{outlet_name(card)}{source}"
            rows.add_row(_mark(one), Text.assemble(name, (f"  {printable(one.because)}", "dim")))
    title = Text(f"{printable(story.title or 'without a title')} · story {story.id}", "bold")
    return Group(title, rows, Text())


def _story_lines(story: KnownStory) -> Iterator[RenderableType]:
    outlets = list(dict.fromkeys(outlet_name(it) for it in story.reports))
    days = [day_words(it.published) for it in story.reports if it.published]
    told = " – ".join(dict.fromkeys((*days[:1], *days[-1:]))) or "no day given"
    yield Text.assemble(
        (f"{story.id:>4}  ", "dim"), (printable(story.title or "without a title"), "bold")
    )
    named = ", ".join(outlets[:3]) + (f" and {len(outlets) - 3} more" if len(outlets) > 3 else "")
    facts = Text(f"{_count(len(story.reports), 'report')} · {told} · {named}", "dim")
    yield Padding(facts, (0, 0, 0, 6))


def _utterance_lines(one: Utterance, cards: Mapping[str, ReportCard]) -> Iterator[RenderableType]:
    outlets = {it.report for it in one.renderings}
    again = f" · said again: first {one.again[0]}" if one.again else ""
    day = one.said_on and one.said_on.latest
    yield Text(folded(printable(one.words), head=18, tail=6))
    facts = Text(
        f"{printable(one.speaker or 'nobody named')} · {day_words(day) if day else 'no day'} · "
        f"{_count(len(outlets), 'report')} · utterance {one.id}{again}",
        "dim",
    )
    yield Padding(facts, _INDENTED)


def _drift_lines(one: Utterance, cards: Mapping[str, ReportCard]) -> Iterator[RenderableType]:
    yield from _utterance_lines(one, cards)
    if one.record_words:
        words = folded(printable(one.record_words), head=18, tail=6)
        yield Padding(Text.assemble(("in the record: ", "bold"), words), _INDENTED)
    for it in one.renderings:
        for drift in it.drift:
            sign = rendering_sign(it, one)
            was, became = (_side(words) for words in (drift.was, drift.became))
            line = Text.assemble(
                (f"{sign.mark} ", tone_style(sign.tone) if it.verdict else "dim"),
                (drift.kind.replace("_", " "), "bold"),
                f": {was} → {became}",
                (f"  {outlet_name(cards[it.report]) if it.report in cards else ''}", "dim"),
            )
            yield Padding(line, _INDENTED)


def _side(words: str | None) -> str:
    return f"“{folded(printable(words), head=8, tail=4)}”" if words else "nothing"


def _report_list(
    cards: Sequence[ReportCard], letters: Mapping[str, str], origins: Mapping[str, Origin]
) -> RenderableType:
    rows = Table.grid(padding=(0, 1, 0, 0))
    rows.add_column(no_wrap=True)
    rows.add_column(no_wrap=True)
    rows.add_column(ratio=1)
    for card in cards:
        one = origins.get(card.id)
        day = f" · {day_words(card.published)}" if card.published else " · no day given"
        because = f"  {printable(one.because)}" if one and echoes(one) else ""
        rows.add_row(
            Text(letters.get(card.id, "")),
            _mark(one) if one else Text(" "),
            Text.assemble(outlet_name(card), (f"{day}{because}", "dim")),
        )
    return rows


def _matrix(
    utterances: Sequence[Utterance], cards: Sequence[ReportCard], origins: Mapping[str, Origin]
) -> RenderableType:
    rows = Table.grid(padding=(0, 1, 0, 0))
    rows.add_column(ratio=1)
    for _ in cards:
        rows.add_column(no_wrap=True, width=1)
    rows.add_row(Text(), *(Text(_LETTERS[at]) for at in range(len(cards))))
    rows.add_row(Text(), *(_mark(origins[it.id]) if it.id in origins else Text() for it in cards))
    for one in utterances:
        cells = cells_of(one)
        rows.add_row(_said(one), *(_cell(cells.get(it.id), one) for it in cards))
    return rows


def _said(one: Utterance) -> Text:
    speaker = folded(printable(one.speaker or "nobody named"), head=4, tail=1)
    return Text.assemble((f"{speaker} ", "bold"), folded(printable(one.words), head=4, tail=2))


def _cell(rendering: Rendering | None, one: Utterance) -> Text:
    if rendering is None:
        return Text(" ")
    sign = rendering_sign(rendering, one)
    if rendering.statement == one.reference:
        return Text(sign.mark, "bold")
    return Text(sign.mark, tone_style(sign.tone) if rendering.verdict else "")


def _mark(origin: Origin) -> Text:
    return Text(origin_mark(echo=echoes(origin)))


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
