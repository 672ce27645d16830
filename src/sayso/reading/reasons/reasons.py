"""The reasons behind all marks of a reading."""

from dataclasses import replace

from sayso.reading.encoder.encoder import Encoder
from sayso.reading.layout import lay_out
from sayso.reading.reasons.claims import claim_reasons
from sayso.reading.reasons.places import place_reasons
from sayso.reading.reasons.quantities import quantity_reasons
from sayso.reading.reasons.speakers import speaker_reasons
from sayso.reading.reasons.statements import statement_reasons
from sayso.reading.reasons.times import time_reasons
from sayso.reading.words import split_words
from sayso.records import Reading

__all__ = ["explain_reading"]


def explain_reading(reading: Reading, encoder: Encoder) -> Reading:
    """The same reading with its `reasons`, found by reading the report once more."""
    text = reading.report.text
    words = split_words(text)
    layout = lay_out(text, words)
    encoded = encoder.encode(text, words)
    reasons = (
        *statement_reasons(reading.statements, layout, encoded),
        *speaker_reasons(reading, layout),
        *quantity_reasons(reading),
        *time_reasons(reading),
        *claim_reasons(reading, encoded.grammar),
        *place_reasons(reading, layout, encoded.grammar.names),
    )
    return replace(reading, reasons=reasons)
