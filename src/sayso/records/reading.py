"""All that was read in one report."""

from dataclasses import dataclass

from sayso.records.claim import Claim
from sayso.records.person import Person
from sayso.records.place import Place
from sayso.records.quantity import Quantity
from sayso.records.reason import Reason
from sayso.records.statement import Quotation, Statement
from sayso.records.text import Report
from sayso.records.timex import Timex

__all__ = ["Reading"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One report and every mention in it, in the order of the text.

    `reasons` are there only where somebody asked why it was read so.
    """

    report: Report
    statements: tuple[Statement, ...] = ()
    own_claims: tuple[Claim, ...] = ()
    people: tuple[Person, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[Timex, ...] = ()
    places: tuple[Place, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    reasons: tuple[Reason, ...] = ()

    def person(self, id: str | None) -> Person | None:  # noqa: A002 - the field it looks up
        """The person of that id, if there is one."""
        return next((person for person in self.people if person.id == id), None)
