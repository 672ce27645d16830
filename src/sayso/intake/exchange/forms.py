"""Which form a row has, told by its fields: ours, Citron's or GDELT's."""

from collections.abc import Callable

import msgspec

from sayso.errors import UnreadableReportError
from sayso.intake.exchange.checking import check_report
from sayso.intake.exchange.citron import citron_report
from sayso.intake.exchange.gdelt import gdelt_report
from sayso.intake.exchange.own import own_report
from sayso.records import Holding

__all__ = ["parse_row"]

_FORMS: tuple[tuple[frozenset[str], Callable[[bytes, str], Holding]], ...] = (
    (frozenset({"report", "statements"}), own_report),
    (frozenset({"text", "quotes"}), citron_report),
    (frozenset({"url", "quotes"}), gdelt_report),
)


def parse_row(row: bytes, *, name: str) -> Holding:
    """The report of a row; UnreadableReportError where it is of no form, or not sound."""
    try:
        fields = msgspec.json.decode(row, type=dict[str, msgspec.Raw]).keys()
        for needed, parse in _FORMS:
            if needed <= fields:
                return check_report(parse(row, name), name)
    except (msgspec.DecodeError, RecursionError, ValueError) as error:
        raise UnreadableReportError(f"{name} cannot be imported: {error}.") from error
    raise UnreadableReportError(
        f"{name} is neither a line of `sayso export`, nor quotations of Citron or of GDELT."
    )
