"""What changed and who decided, for a terminal."""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from sayso.records import Change, Judgement, KnownPerson, Revision
from sayso.views.printable import folded, printable

__all__ = ["judgement_table", "people_table", "revision_table"]

_SIGNS = {"added": "+", "dropped": "-", "changed": "~"}


def revision_table(revision: Revision) -> RenderableType:
    """The version, and a line for each side of every change."""
    head = f"{revision.address} · version {revision.number} · {revision.added_at}"
    lines = [line for change in revision.changes for line in _change_lines(change)]
    none = [] if lines or revision.number == 1 else [Text("  the same statements")]
    title = Text.assemble((printable(head), "bold"), f" · read by {printable(revision.reader)}")
    return Group(title, *lines, *none)


def people_table(rows: Iterable[tuple[KnownPerson, ...]]) -> RenderableType:
    """A line a person, or a line a pair that may be one."""
    return Group(*(Text(" | ".join(map(_person, row))) for row in rows))


def judgement_table(judgements: Iterable[Judgement]) -> RenderableType:
    """Two lines a judgement: what and about which words; who, when, why."""
    return Group(*(line for one in judgements for line in _judgement_lines(one)))


def _change_lines(change: Change) -> Iterator[Text]:
    sign = _SIGNS[change.kind]
    if change.before is not None:
        yield Text(f"  {sign} was {_said(change.before, change.speaker_before)}")
    if change.after is not None:
        yield Text(f"  {sign} is  {_said(change.after, change.speaker_after)}")


def _said(words: str, speaker: str | None) -> str:
    return f"{printable(speaker or 'nobody named')}: {folded(printable(words), head=24, tail=8)}"


def _person(person: KnownPerson) -> str:
    also = f", also {', '.join(person.also)}" if person.also else ""
    held = f" · {', '.join(person.offices[:3])}" if person.offices else ""
    return printable(f"{person.number}  {person.name}{also}{held}")


def _judgement_lines(one: Judgement) -> Iterator[Text]:
    what = f"undoes {one.undoes}" if one.undoes else _changed(one)
    about = f" “{folded(printable(one.anchor.words), head=10, tail=3)}”" if one.anchor else ""
    stands = "" if one.stands else " (taken back)"
    lost = " (its words are not in the newest text: look again)" if one.lost else ""
    yield Text(f"{one.number}  {one.kind}: {printable(what)}{stands}{lost}")
    why = f" · {printable(one.reason)}" if one.reason else ""
    yield Text(f"   {printable(one.made_by)} · {one.made_at}{why}{about}", "dim")


def _changed(one: Judgement) -> str:
    return ", ".join(f"{name}={value}" for name, value in one.change.items())
