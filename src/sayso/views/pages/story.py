"""One story: who told what in which words, by which way it came, its figures and its days."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.records import (
    KnownStory,
    Origin,
    PlaceCount,
    Rendering,
    ReportCard,
    Utterance,
)
from sayso.views.figures import day_words
from sayso.views.pages.beside import Beside, beside_values
from sayso.views.pages.choosing import choices_of, chosen_from
from sayso.views.pages.entries import said_words
from sayso.views.pages.frame import Frame, framed
from sayso.views.pages.map import dots_of
from sayso.views.pages.ways import origin_ways
from sayso.views.signs import Sign, origin_mark, words_for
from sayso.views.story_columns import (
    cells_of,
    echoes,
    is_shared,
    origin_groups,
    outlet_name,
    rendering_sign,
)

__all__ = ["StoryParts", "story_page"]

_COLUMNS = 20  # reports that have a column each: a screen of 1280 points holds them beside words
_PLACES = 30
_NAMES = {**words_for("filters"), "speaker": words_for("filters")["person"]}
_TONES = ("grey", "blue", "amber", "vermilion")


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryParts:
    """What is known of a story: what was said in it, and where its reports have that from.

    `places` is what it names, `beside` its figures and days; None where they are not known yet.
    """

    story: KnownStory
    utterances: Sequence[Utterance]
    origins: Sequence[Origin]
    places: Sequence[PlaceCount] = ()
    beside: Beside | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    """One report; `first` is true where another origin begins, `source` the origin of an echo."""

    card: ReportCard
    outlet: str
    mark: str
    source: str | None
    first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cell:
    """How one report renders an utterance."""

    rendering: Rendering
    sign: Sign
    outlet: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """One utterance: a cell for each column, and every rendering, also those without a column."""

    utterance: Utterance
    said: str | None
    cells: tuple[_Cell | None, ...]
    told: tuple[_Cell, ...]


def story_page(parts: StoryParts, asked: Mapping[str, str], frame: Frame) -> str:
    """The matrix of a story, narrowed to what its address asks for.

    Utterances that one report alone renders stand in a second one; under it stand its figures, its
    days, and the places that it names.
    """
    story, by_report = parts.story, {one.report: one for one in parts.origins}
    shown = chosen_from(parts.utterances, story, asked)
    columns = _used(list(_columns(story.reports, by_report)), shown)
    rows = [_row(one, columns[:_COLUMNS], story.reports) for one in shown]
    shared = [row for row in rows if is_shared(row.utterance)]
    return framed(
        "story.html",
        frame,
        story=story,
        days=_days(story.reports),
        origins=len({one.origin for one in parts.origins}),
        columns=columns[:_COLUMNS],
        hidden=len(columns) - _COLUMNS,
        silent=0 if asked else len(story.reports) - len(columns),
        said=len(parts.utterances),
        asked=asked,
        facets=choices_of(parts.utterances, story, asked),
        names=_NAMES,
        shared=shared,
        legend=_legend(shared),
        single=[row for row in rows if not is_shared(row.utterance)],
        ways=origin_ways(story.reports, by_report),
        dots=dots_of(parts.places[:_PLACES], {"story": str(story.id)}),
        **beside_values(story.id, parts.beside),
    )


def _columns(reports: Sequence[ReportCard], origins: Mapping[str, Origin]) -> Iterator[_Column]:
    for name, group in origin_groups(reports, origins):
        for at, card in enumerate(group):
            echo = echoes(origins.get(card.id))
            yield _Column(
                card=card,
                outlet=outlet_name(card),
                mark=origin_mark(echo=echo),
                source=name if echo else None,
                first=at == 0,
            )


def _used(columns: Sequence[_Column], utterances: Iterable[Utterance]) -> list[_Column]:
    """Without the reports that render nothing."""
    telling = {it.report for one in utterances for it in one.renderings}
    return [column for column in columns if column.card.id in telling]


def _row(one: Utterance, columns: Sequence[_Column], reports: Iterable[ReportCard]) -> _Row:
    outlets = {card.id: outlet_name(card) for card in reports}
    told = tuple(
        _Cell(rendering=it, sign=rendering_sign(it, one), outlet=outlets.get(it.report, it.report))
        for it in one.renderings
    )
    chosen = [*cells_of(one).values()]
    shown = {it.rendering.report: it for it in told if it.rendering in chosen}
    return _Row(
        utterance=one,
        said=said_words(one.said_on),
        cells=tuple(shown.get(column.card.id) for column in columns),
        told=told,
    )


def _legend(rows: Sequence[_Row]) -> list[tuple[tuple[str, str, bool], list[str]]]:
    """Each sign of the matrix as it stands there, framed or not, with all that it says; each once.

    What departs most stands last, as the eye goes.
    """
    signs: dict[tuple[str, str, bool], list[str]] = {}
    for row in rows:
        for cell in filter(None, row.cells):
            framed = cell.rendering.statement == row.utterance.reference
            words = signs.setdefault((cell.sign.mark, cell.sign.tone, framed), [])
            if cell.sign.word not in words:
                words.append(cell.sign.word)
    return sorted(signs.items(), key=lambda it: (not it[0][2], _TONES.index(it[0][1]), it[0][0]))


def _days(reports: Sequence[ReportCard]) -> str:
    """From the day of the first report to that of the last."""
    days = [day_words(card.published) for card in reports if card.published]
    return " – ".join(dict.fromkeys((*days[:1], *days[-1:]))) or "no day given"
