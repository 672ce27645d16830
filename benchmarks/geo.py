"""Two corpora of places in news, and how often sayso is right on them.

LGL (Lieberman et al. 2010): 588 reports of local papers, GeoNames ids. GeoVirus (Gritta et al.
2018): 229 reports on epidemics, points. Half of each, by the hash of a report's name, was used for
tuning.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from xml.etree import ElementTree

from sayso.reading import Encoder, read_report
from sayso.reading.layout import lay_out
from sayso.reading.places import resolve_names
from sayso.reading.words import split_words
from sayso.records import Place, Report, Span

__all__ = ["Document", "Toponym", "end_to_end", "geovirus", "lgl", "place_rows", "resolution"]

Row = tuple[str, str, str]

_EARTH = 12742.0  # kilometres through the middle
_REACH = 161.0  # kilometres; a hundred miles, the usual measure of this task


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A name of a place as it was marked; `id` of GeoNames, `at` in degrees."""

    span: Span
    id: int | None = None
    at: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A report with its toponyms in order; `tuned` where weights were fitted to it."""

    text: str
    toponyms: tuple[Toponym, ...]
    tuned: bool


def lgl(path: Path) -> Iterator[Document]:
    """The reports of `lgl.xml`; a toponym without id is one that its makers found nowhere."""
    for article in ElementTree.parse(path).getroot():
        found = []
        for row in article.iter("toponym"):
            tag = row.find("gaztag")
            span = Span(int(row.findtext("start", "0")), int(row.findtext("end", "0")))
            id_ = int(tag.get("geonameid", "0")) if tag is not None else None
            found.append(Toponym(span=span, id=id_))
        yield _document(article.findtext("text", ""), found, article.get("docid", ""))


def geovirus(path: Path) -> Iterator[Document]:
    """The reports of `GeoVirus.xml`, whose offsets count from one."""
    for article in ElementTree.parse(path).getroot():
        found = []
        for row in article.iter("location"):
            start, end, north, east = (
                row.findtext(name, "0") for name in ("start", "end", "lat", "lon")
            )
            span = Span(int(start) - 1, int(end) - 1)
            found.append(Toponym(span=span, at=(float(north), float(east))))
        yield _document(article.findtext("text", ""), found, article.findtext("source", ""))


def _document(text: str, found: Sequence[Toponym], name: str) -> Document:
    tuned = blake2b(name.encode(), digest_size=1).digest()[0] % 2 == 0
    ordered = tuple(sorted(found, key=lambda toponym: toponym.span))
    return Document(text=text, toponyms=ordered, tuned=tuned)


def resolution(documents: Sequence[Document]) -> float:
    """Per cent of the toponyms, the names given, that get the right id or point."""
    counts: Counter[bool] = Counter()
    for document in documents:
        told = [one for one in document.toponyms if one.id is not None or one.at is not None]
        layout = lay_out(document.text, split_words(document.text))
        read = resolve_names(layout, [one.span for one in told], report_id="r")
        counts.update(_right(one, place) for one, place in zip(told, read, strict=True))
    return 100 * counts[True] / counts.total()


def end_to_end(documents: Sequence[Document]) -> tuple[float, float, float]:
    """Precision, recall and F1 in per cent of exact stretches with the right id.

    What the makers marked without an id counts neither for nor against.
    """
    encoder = Encoder()
    right = found = told = 0
    for document in documents:
        gold = {one.span: one for one in document.toponyms}
        for place in read_report(Report(id="r", text=document.text), encoder).places:
            one = gold.get(place.span)
            found += one is None or one.id is not None
            right += one is not None and one.id is not None and _right(one, place)
        told += sum(one.id is not None for one in document.toponyms)
    return 100 * right / found, 100 * right / told, 200 * right / (found + told)


def _right(toponym: Toponym, place: Place | None) -> bool:
    if place is None:
        return False
    if toponym.at is None or place.latitude is None or place.longitude is None:
        return toponym.id is not None and toponym.id == place.geonames
    return _kilometres(toponym.at, (place.latitude, place.longitude)) <= _REACH


def _kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    north, east, other_north, other_east = map(radians, (*one, *other))
    half = sin((other_north - north) / 2) ** 2
    half += cos(north) * cos(other_north) * sin((other_east - east) / 2) ** 2
    return _EARTH * asin(sqrt(min(1.0, half)))


def place_rows(shared: Path) -> list[Row]:
    """What was measured on the reports that no weight was fitted to, its figure and the floor."""
    folder = shared / "data" / "geo"
    if not folder.exists():
        return []
    local = [one for one in lgl(folder / "lgl.xml") if not one.tuned]
    virus = [one for one in geovirus(folder / "GeoVirus.xml") if not one.tuned]
    return [
        ("places of LGL, names given, the right GeoNames id", f"{resolution(local):.1f}", "≥ 70"),
        ("places of LGL, found with the right id", f"{end_to_end(local)[2]:.1f}", "≥ 55"),
        ("places of GeoVirus, names given, within 161 km", f"{resolution(virus):.1f}", "≥ 85"),
    ]
