"""The formats by their names: a new one is a file beside this one and a row here."""

from collections.abc import Callable, Iterable, Iterator

from sayso.errors import BadRequestError
from sayso.lexicon import table
from sayso.records import Holding
from sayso.views.formats.annotation import annotation_list
from sayso.views.formats.csl_json import csl_items
from sayso.views.formats.delimited import statement_lines
from sayso.views.formats.figure_lines import figure_lines
from sayso.views.formats.follow_the_money import entity_lines
from sayso.views.formats.geojson import feature_collection
from sayso.views.formats.kept_line import kept_lines
from sayso.views.formats.parquet import parquet_file
from sayso.views.formats.ris import ris_references
from sayso.views.formats.schema_org import schema_org_graph
from sayso.views.formats.time_lines import time_lines
from sayso.views.formats.timesketch import timeline_lines

__all__ = ["CONVENTIONS", "FORMATS", "write_format"]

_Reports = Iterable[Holding]

_PLAIN: dict[str, Callable[[_Reports], Iterator[bytes]]] = {
    "jsonl": kept_lines,
    "edtf": time_lines,
    "annotation": annotation_list,
    "schema-org": schema_org_graph,
    "ftm": entity_lines,
    "geojson": feature_collection,
    "ris": ris_references,
    "csl-json": csl_items,
    "timesketch": timeline_lines,
}
# Those with figures, which vague words become by the convention that is asked for.
_COUNTING: dict[str, Callable[[_Reports, str | None], Iterator[bytes]]] = {
    "csv": statement_lines,
    "parquet": parquet_file,
    "figures": figure_lines,
}
FORMATS = (*_PLAIN, *_COUNTING)
"""The names of all formats."""
CONVENTIONS = tuple(table("conventions"))
"""The conventions by which vague words become figures."""


def write_format(name: str, reports: _Reports, *, convention: str | None = None) -> Iterator[bytes]:
    """The statements found in the reports, in the format of that name, as they come.

    BadRequestError where there is no such format, or where it has no figures for a convention.
    """
    if name not in FORMATS:
        raise BadRequestError(f"{name!r} is no format; there are {', '.join(FORMATS)}.")
    if convention is not None and convention not in CONVENTIONS:
        raise BadRequestError(f"{convention!r} is none of {', '.join(CONVENTIONS)}.")
    if name in _COUNTING:
        return _COUNTING[name](reports, convention)
    if convention is not None:
        known = ", ".join(_COUNTING)
        raise BadRequestError(f"{name} has no figures for a convention; export {known}.")
    return _PLAIN[name](reports)
