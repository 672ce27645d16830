"""The door for programs: `/api/v1` beside the pages of `sayso serve`."""

from sayso.interfaces.http.app import PREFIX, programs_app
from sayso.interfaces.http.limits import Limits
from sayso.interfaces.http.problems import Problem, status_of

__all__ = ["PREFIX", "Limits", "Problem", "programs_app", "status_of"]
