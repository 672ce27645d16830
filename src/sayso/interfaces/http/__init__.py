"""The door for programs: `/api/v1` beside the pages of `sayso serve`."""

from sayso.interfaces.http.app import PREFIX, programs_app
from sayso.interfaces.http.gate import Gate
from sayso.interfaces.http.limits import Bucket, Limits, Rate, drained
from sayso.interfaces.http.problems import Problem, status_of

__all__ = [
    "PREFIX",
    "Bucket",
    "Gate",
    "Limits",
    "Problem",
    "Rate",
    "drained",
    "programs_app",
    "status_of",
]
