"""report → mentions: statements, quotations, people, quantities and times, in one pass."""

from sayso.reading.encoder.encoder import Encoder, weights_digest
from sayso.reading.places import names_around
from sayso.reading.quantities import read_quantities
from sayso.reading.reading import prepare_readers, read_report
from sayso.reading.reasons import explain_reading
from sayso.reading.speakers import OfficeTable, identify, name_keys, office_table

__all__ = [
    "Encoder",
    "OfficeTable",
    "explain_reading",
    "identify",
    "name_keys",
    "names_around",
    "office_table",
    "prepare_readers",
    "read_quantities",
    "read_report",
    "weights_digest",
]
