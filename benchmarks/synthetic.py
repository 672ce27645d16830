"""Reports that are made up: as many as asked for, some of them about one happening.

Words are real ones, as frequent as in news, in no order; names are made up. They stand for sizes;
how often sayso is right they cannot tell.
"""

import datetime
import random
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.stages import ROOT

__all__ = ["Made", "made_reports"]

_FIRST = datetime.date(2024, 1, 1)
_SHARES = ROOT / "src" / "sayso" / "lexicon" / "frequencies.txt"
_LETTERS = "etaoinshrdlucmfwypvbgk"
_TOLD_BY = 4  # reports of one happening, on the average
_CUES = ("said", "told reporters", "announced", "warned", "added")
_PEOPLE = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A report: its outlet, day and text, and what its speaker is quoted as saying in it."""

    outlet: str
    day: datetime.date
    title: str
    text: str
    speaker: str
    said: tuple[str, ...]


def made_reports(count: int, *, a_day: int, seed: int = 5) -> Iterator[Made]:
    """So many reports, in order of their days, so many on each."""
    chance = random.Random(seed)
    words, weights = _words()
    names = ["".join(chance.choices(_LETTERS, k=chance.randint(4, 9))).title() for _ in "x" * 3_000]
    people = [f"{chance.choice(names)} {chance.choice(names)}" for _ in range(_PEOPLE)]
    happenings: list[tuple[str, str, list[str]]] = []
    for number in range(count):
        if number % _TOLD_BY == 0:
            happenings = [*happenings[-a_day:], _happening(chance, (words, weights, names, people))]
        what, who, said = happenings[-1 - min(int(chance.expovariate(1)), len(happenings) - 1)]
        own = " ".join(chance.choices(words, weights, k=60))
        told = chance.sample(said, 2)
        quoted = [f'"{it}," {who} {chance.choice(_CUES)}.' for it in told]
        yield Made(
            outlet=f"Outlet {chance.choice(_LETTERS.upper())}",
            day=_FIRST + datetime.timedelta(days=number // a_day),
            title=what,
            text=f"{what} {quoted[0]} {own.capitalize()}. {quoted[1]}",
            speaker=who,
            said=tuple(told),
        )


def _words() -> tuple[list[str], list[int]]:
    """Words, and in how many of ten thousand news texts each stands."""
    lines = _SHARES.read_text("utf-8").split("\n")
    rows = [line.split() for line in lines if line]
    return [word for word, _ in rows], [int(share) for _, share in rows]


def _happening(
    chance: random.Random, given: tuple[list[str], list[int], list[str], list[str]]
) -> tuple[str, str, list[str]]:
    words, weights, names, people = given
    places = chance.sample(names, 4)
    what = f"{places[0]} and {places[1]} met {places[2]} in {places[3]} over {places[0]}."
    figure = chance.randrange(100, 90_000)
    said = [" ".join(chance.choices(words, weights, k=18)).capitalize() for _ in range(3)]
    said[0] += f" of around {figure:,} troops"
    return what, chance.choice(people), said
