"""Who says what to one claim, for a terminal: a line of heading, then both passages."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from sayso.lexicon import table
from sayso.records import Contradiction, ContradictionKind, Position
from sayso.views.figures import day_words
from sayso.views.printable import folded, printable
from sayso.views.signs import tone_style

__all__ = ["contradiction_sections", "contradiction_table"]

_HEADINGS = {
    ContradictionKind.OPPOSED: "one says yes, another no",
    ContradictionKind.DOUBTED: "one says it is so or not, another perhaps",
    ContradictionKind.CHANGED: "one who said another thing before",
}
_HEAD, _TAIL = 30, 10


def contradiction_table(found: Sequence[Contradiction]) -> RenderableType:
    """Under each kind its pairs, the earlier position first; nothing says who is right."""
    return Group(*(line for part in contradiction_sections(found) for line in _section(*part)))


def contradiction_sections(
    found: Sequence[Contradiction],
) -> list[tuple[str, list[Contradiction]]]:
    """What each kind means, with its pairs; kinds without any are left out."""
    kinds = [(kind, [pair for pair in found if pair.kind is kind]) for kind in ContradictionKind]
    return [(_HEADINGS[kind], pairs) for kind, pairs in kinds if pairs]


def _section(heading: str, pairs: Sequence[Contradiction]) -> Iterator[RenderableType]:
    yield Text(f"{heading} ({len(pairs)})\n", "bold")
    for pair in pairs:
        yield from _position_lines(pair.one)
        yield from _position_lines(pair.other)
        yield Text()


def _position_lines(position: Position) -> Iterator[RenderableType]:
    sign = table("signs")["stances"][position.stance]
    day = day_words(position.day) if position.day else "no day given"
    more = len(position.repeated)
    again = f", and {more} more {'report' if more == 1 else 'reports'}" if more else ""
    where = folded(printable(position.outlet or position.address), head=12, tail=4)
    yield Text.assemble(
        (f"{sign['mark']} {sign['word']}".ljust(10), tone_style("blue")),
        (printable(position.speaker or "in its own words"), "bold"),
        (f" · {day} · {where}{again}", "dim"),
    )
    words = Text(folded(printable(position.passage), head=_HEAD, tail=_TAIL))
    yield Padding(Text("\n").join([words, Text(position.id, "dim")]), (0, 0, 0, 10))
