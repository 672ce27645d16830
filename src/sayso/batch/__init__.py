"""The same intake and reading over many processes or machines, kept as Parquet tables.

A name is imported when it is first used: a process that reads needs no tables, and no ledger.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.batch.across import Means, relate_batch
    from sayso.batch.asking import Answer, ask
    from sayso.batch.engines import Engine, Job
    from sayso.batch.found import Found, State
    from sayso.batch.run import read_batch

__all__ = [
    "Answer",
    "Engine",
    "Found",
    "Job",
    "Means",
    "State",
    "ask",
    "read_batch",
    "relate_batch",
]

_HOMES = {
    "Answer": "asking",
    "ask": "asking",
    "Engine": "engines",
    "Job": "engines",
    "Found": "found",
    "State": "found",
    "read_batch": "run",
    "Means": "across",
    "relate_batch": "across",
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"sayso.batch.{_HOMES[name]}"), name)
