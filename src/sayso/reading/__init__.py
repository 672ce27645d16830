"""report → mentions: statements, quotations, people, quantities and times, in one pass."""

from typing import TYPE_CHECKING

from sayso.deferral import deferred

if TYPE_CHECKING:
    from sayso.reading.encoder.devices import Device, providers_for
    from sayso.reading.encoder.encoder import Encoder, weights_digest
    from sayso.reading.places import names_around
    from sayso.reading.quantities import read_quantities
    from sayso.reading.reading import prepare_readers, read_report
    from sayso.reading.reasons import explain_reading
    from sayso.reading.speakers import OfficeTable, identify, name_keys, office_table
    from sayso.reading.times import read_times

__all__ = [
    "Device",
    "Encoder",
    "OfficeTable",
    "explain_reading",
    "identify",
    "name_keys",
    "names_around",
    "office_table",
    "prepare_readers",
    "providers_for",
    "read_quantities",
    "read_report",
    "read_times",
    "weights_digest",
]

_HOMES = {
    "Device": "encoder.devices",
    "Encoder": "encoder.encoder",
    "OfficeTable": "speakers",
    "explain_reading": "reasons",
    "identify": "speakers",
    "name_keys": "speakers",
    "names_around": "places",
    "office_table": "speakers",
    "prepare_readers": "reading",
    "providers_for": "encoder.devices",
    "read_quantities": "quantities",
    "read_report": "reading",
    "read_times": "times",
    "weights_digest": "encoder.encoder",
}

if not TYPE_CHECKING:  # a type checker would take any name for one that is there
    __getattr__ = deferred(__name__, _HOMES)
