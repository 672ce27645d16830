"""The door for programs: `/api/v1` beside the pages of `sayso serve`.

Its application is imported when it is first used: most who look at pages run no program.
"""

from typing import TYPE_CHECKING, Any

from sayso.interfaces.http.gate import PREFIX, Gate
from sayso.interfaces.http.limits import Bucket, Limits, Rate, drained
from sayso.interfaces.http.problems import Problem, status_of
from sayso.interfaces.http.programs import Programs

if TYPE_CHECKING:
    from sayso.interfaces.http.app import programs_app

__all__ = [
    "PREFIX",
    "Bucket",
    "Gate",
    "Limits",
    "Problem",
    "Programs",
    "Rate",
    "drained",
    "programs_app",
    "status_of",
]


def __getattr__(name: str) -> Any:
    if name != "programs_app":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from sayso.interfaces.http.app import programs_app

    return programs_app
