"""report → mentions: statements, quotations, people, quantities and times, in one pass."""

from sayso.reading.encoder.encoder import Encoder, weights_digest
from sayso.reading.reading import read_report

__all__ = ["Encoder", "read_report", "weights_digest"]
