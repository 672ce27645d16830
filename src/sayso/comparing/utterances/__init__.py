"""Utterances: which statements of many reports render one act of speaking."""

from sayso.comparing.utterances.days import APART
from sayso.comparing.utterances.decisions import regroup
from sayso.comparing.utterances.passages import fitting_records
from sayso.comparing.utterances.utterances import (
    group_statements,
    group_utterances,
    key_of,
    read_utterance,
    read_utterances,
    statements_of,
)

__all__ = [
    "APART",
    "fitting_records",
    "group_statements",
    "group_utterances",
    "key_of",
    "read_utterance",
    "read_utterances",
    "regroup",
    "statements_of",
]
