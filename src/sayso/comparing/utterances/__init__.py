"""Utterances: which statements of many reports render one act of speaking."""

from sayso.comparing.utterances.days import APART
from sayso.comparing.utterances.decisions import regroup
from sayso.comparing.utterances.utterances import (
    group_statements,
    group_utterances,
    key_of,
    read_utterance,
    statements_of,
)

__all__ = [
    "APART",
    "group_statements",
    "group_utterances",
    "key_of",
    "read_utterance",
    "regroup",
    "statements_of",
]
