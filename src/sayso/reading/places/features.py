"""What speaks for each place that a name may mean, as numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sayso.reading.places.gazetteer import KINDS, NONE, NUMBER, PARTS, PLACE, Candidates, Form
from sayso.records import PlaceKind

__all__ = ["FEATURES", "Board", "Question"]

_ANCHORS = 4  # places of each other name that a place may be near to
_NEAR = 60.0  # kilometres at which nearness has fallen to a half
_DEGREE = 111.2  # kilometres
_WIDE = np.isin(
    np.arange(len(KINDS)),
    [NUMBER[kind] for kind in (PlaceKind.CONTINENT, PlaceKind.COUNTRY, PlaceKind.STATE)]
    + [NUMBER[kind] for kind in (PlaceKind.REGION, PlaceKind.SEA)],
)
_SINGLE = (PlaceKind.COUNTRY, PlaceKind.STATE, PlaceKind.COUNTY, PlaceKind.CITY)

FEATURES = (
    "people",
    "country",
    "state",
    "county",
    "city",
    "area",
    "capital",
    "other_name",
    "county_by_alias",
    "main_town",
    "short_or_people",
    "kind_told",
    "other_kind_told",
    "inside_what_is_told",
    "holds_what_is_told",
    "state_beside_capital",
    "as_told_elsewhere",
    "country_shared",
    "state_shared",
    "county_shared",
    "near",
    "nearest",
)
"""What is weighed, in the order of the columns: what the place is and how the name names it, what
is told beside the name, what it shares with the other names, and how near it is to them."""
_COLUMN = {name: column for column, name in enumerate(FEATURES)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One name of a text with the places that it may mean.

    `spelling` is alike for all questions of one name, which differ in what is told beside it:
    `kind` is what it is told to be, `within` the number of the question of what it lies in,
    `holding` the candidates of what is told to lie in it.
    """

    candidates: Candidates
    spelling: tuple[int, int]
    kind: PlaceKind | None = None
    within: int | None = None
    holding: Candidates | None = None

    @property
    def told(self) -> bool:
        """Whether the words beside it tell where it lies, or what lies in it."""
        return self.within is not None or self.holding is not None


class Board:
    """All candidates of all questions of one text side by side."""

    def __init__(self, questions: Sequence[Question]) -> None:
        sizes = [len(question.candidates.numbers) for question in questions]
        self.starts = np.concatenate([[0], np.cumsum(sizes)])
        self.owner = np.repeat(np.arange(len(questions)), sizes)
        spellings = {question.spelling: number for number, question in enumerate(questions)}
        group = [spellings[question.spelling] for question in questions]
        self._group = np.repeat(np.array(group), sizes)
        self.numbers = np.concatenate([question.candidates.numbers for question in questions])
        self.forms = np.concatenate([question.candidates.forms for question in questions])
        self.rows = np.concatenate(
            [question.candidates.rows for question in questions], dtype=PLACE
        )
        self._questions = questions
        self._parents = [np.unique(self.rows[part], return_inverse=True) for part in PARTS]
        self._fixed = self._plain()

    def features(self, chance: np.ndarray | None) -> np.ndarray:
        """The features [candidates, features], given how likely each candidate was so far."""
        table = self._fixed.copy()
        if chance is None:
            return table
        table[:, _COLUMN["as_told_elsewhere"]] = self._as_told(chance)
        for part, parents in zip(PARTS, self._parents, strict=True):
            table[:, _COLUMN[f"{part}_shared"]] = self._shared(parents, chance)
        table[:, _COLUMN["near"]], table[:, _COLUMN["nearest"]] = self._near(chance)
        return table

    def chances(self, scores: np.ndarray) -> np.ndarray:
        """How likely each candidate is among those of its question, from their scores."""
        top = np.maximum.reduceat(scores, self.starts[:-1])
        raised = np.exp(scores - top[self.owner])
        sums = np.add.reduceat(raised, self.starts[:-1])
        return np.asarray(raised / sums[self.owner])

    def _plain(self) -> np.ndarray:
        table = np.zeros((len(self.numbers), len(FEATURES)))
        kinds, forms = self.rows["kind"], self.forms
        table[:, _COLUMN["people"]] = np.log10(self.rows["population"] + 1.0)
        for kind in _SINGLE:
            table[:, _COLUMN[kind]] = kinds == NUMBER[kind]
        table[:, _COLUMN["area"]] = ~np.isin(kinds, [NUMBER[kind] for kind in _SINGLE])
        table[:, _COLUMN["capital"]] = self.rows["capital"]
        table[:, _COLUMN["other_name"]] = forms == Form.ALIAS
        table[:, _COLUMN["county_by_alias"]] = (forms == Form.ALIAS) & (
            kinds == NUMBER[PlaceKind.COUNTY]
        )
        table[:, _COLUMN["main_town"]] = forms == Form.SEAT
        table[:, _COLUMN["short_or_people"]] = forms >= Form.SHORT
        for number, question in enumerate(self._questions):
            self._tell(table[self.starts[number] : self.starts[number + 1]], question)
        return table

    def _tell(self, table: np.ndarray, question: Question) -> None:
        """Fill in what is told beside the name."""
        rows = question.candidates.rows
        if question.kind is not None:
            table[:, _COLUMN["kind_told"]] = rows["kind"] == NUMBER[question.kind]
            table[:, _COLUMN["other_kind_told"]] = 1 - table[:, _COLUMN["kind_told"]]
        if question.within is not None:
            outer = self._questions[question.within].candidates.numbers
            own = question.candidates.numbers
            for part in PARTS:
                inside = (rows[part][:, None] == outer).any(1) & (rows[part] != own)
                table[:, _COLUMN["inside_what_is_told"]] = np.maximum(
                    table[:, _COLUMN["inside_what_is_told"]], inside
                )
        if question.holding is not None:
            table[:, _COLUMN["holds_what_is_told"]] = [
                number in question.holding.inside for number in question.candidates.numbers
            ]
        if question.candidates.seat:
            self._tell_states(table, rows)

    def _tell_states(self, table: np.ndarray, rows: np.ndarray) -> None:
        """Fill in which states are called like the capital of their country."""
        capitals = rows["country"][rows["capital"]]
        table[:, _COLUMN["state_beside_capital"]] = (
            rows["kind"] == NUMBER[PlaceKind.STATE]
        ) & np.isin(rows["country"], capitals)

    def _as_told(self, chance: np.ndarray) -> np.ndarray:
        """How likely the same place is where the same name stands with more told beside it."""
        found = np.zeros(len(self.numbers))
        told: dict[tuple[int, int], list[int]] = {}
        for number, question in enumerate(self._questions):
            told.setdefault(question.spelling, []).append(number)
        for alike in told.values():
            for one in (number for number in alike if not self._questions[number].told):
                for other in alike:
                    if self._questions[other].told:
                        mine = slice(self.starts[one], self.starts[one + 1])
                        theirs = slice(self.starts[other], self.starts[other + 1])
                        found[mine] = np.maximum(found[mine], chance[theirs])
        return found

    def _shared(self, part: tuple[np.ndarray, np.ndarray], chance: np.ndarray) -> np.ndarray:
        """How much of the other names lies in the same country, state or county."""
        values, place = part
        known = values[place] != NONE
        weight = np.where(known, chance, 0.0)
        everywhere = np.bincount(place, weight, len(values))[place]
        key = self._group * len(values) + place
        mine = np.bincount(key, weight)[key]
        return np.where(known, np.log1p(np.maximum(everywhere - mine, 0.0)), 0.0)

    def _near(self, chance: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Nearness to the likeliest places of the other names: to all of them, to the nearest."""
        weight = np.where(_WIDE[self.rows["kind"]] | np.isnan(self.rows["latitude"]), 0.0, chance)
        anchors = np.flatnonzero(weight > 1 / (_ANCHORS + 1))
        if not len(anchors):
            return np.zeros(len(self.numbers)), np.zeros(len(self.numbers))
        close = np.exp2(-self._distance(anchors) / _NEAR) * weight[anchors]
        close[self._group[:, None] == self._group[anchors]] = 0.0
        close = np.nan_to_num(close)
        return np.log1p(close.sum(1)), close.max(1)

    def _distance(self, anchors: np.ndarray) -> np.ndarray:
        """Kilometres from each candidate to each anchor, as on a map around the anchor."""
        latitude = self.rows["latitude"].astype(np.float64)
        longitude = self.rows["longitude"].astype(np.float64)
        north = latitude[:, None] - latitude[anchors]
        east = np.abs(longitude[:, None] - longitude[anchors])
        east = np.minimum(east, 360.0 - east) * np.cos(np.radians(latitude[anchors]))
        return np.asarray(_DEGREE * np.hypot(north, east))
