"""What the process beside an import does: plan one lot after the other."""

import datetime
import os
import pickle
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO

from sayso.collecting import uncollected
from sayso.ledger import Plan, Planning
from sayso.pipeline.adding import Added
from sayso.pipeline.lots import Lot, keep_lot, make_ready
from sayso.pipeline.maker import MAKER

__all__ = ["Go", "Planned", "answer_lots"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Go:
    """Plan the next lot as if it was added at `now`.

    `afresh` is for a ledger in which nothing is left to write of what was planned before.
    """

    now: datetime.datetime
    afresh: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """What is to be written, and what has become of each row once it is."""

    plan: Plan
    added: Sequence[Added]


def answer_lots() -> None:
    """Plan what comes in, until who sends it is gone: lots and what begins them, by turns.

    The ledger's address comes before them all.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for who sends them
    given, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever anybody prints is no answer
    with suppress(EOFError, OSError), Planning(pickle.load(given)) as planning:
        while True:
            with uncollected():  # until what came in and what goes out is gone again
                _send(answers, _planned(planning, pickle.load(given), pickle.load(given)))


def _send(answers: BinaryIO, planned: Planned | None) -> None:
    pickle.dump(planned, answers, protocol=pickle.HIGHEST_PROTOCOL)
    answers.flush()


def _planned(planning: Planning, lot: Lot, go: Go) -> Planned | None:
    """The plan; None where anything is wrong, which is met again where the lot is kept then."""
    with suppress(Exception):
        fill = partial(keep_lot, lot=make_ready(lot))
        plan, added = planning.plan(fill, now=go.now, maker=MAKER, afresh=go.afresh)
        return Planned(plan=plan, added=added)
    return None
