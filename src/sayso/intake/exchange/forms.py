"""Which form a row has, told by its fields: ours, Citron's or GDELT's."""

import re
from collections.abc import Callable
from contextlib import suppress
from itertools import islice
from pathlib import Path

import msgspec

from sayso.errors import UnreadableReportError
from sayso.intake.exchange.checking import check_report
from sayso.intake.exchange.citron import citron_report
from sayso.intake.exchange.gdelt import gdelt_report
from sayso.intake.exchange.lines import find_rows
from sayso.intake.exchange.own import own_report
from sayso.records import Holding

__all__ = ["is_exchange", "parse_row"]

# JSON can hold a NUL, or half a character, by its number only; of the others this is rare.
_ODD = re.compile(rb"\\u(0000|[dD])")
_LOOKED_AT = 20  # rows by which a file is known
_Parse = Callable[[bytes, str], Holding]
_FIELDS = msgspec.json.Decoder(dict[str, msgspec.Raw])
_FORMS: tuple[tuple[frozenset[str], _Parse], ...] = (
    (frozenset({"report", "statements"}), own_report),
    (frozenset({"text", "quotes"}), citron_report),
    (frozenset({"url", "quotes"}), gdelt_report),
)


def is_exchange(path: Path) -> bool:
    """Whether the first rows of a file have a form that can be imported, any of them."""
    try:
        return any(_is_of_a_form(row) for _, row in islice(find_rows(path), _LOOKED_AT))
    except UnreadableReportError:
        return False


def parse_row(row: bytes, *, name: str) -> Holding:
    """The report of a row; UnreadableReportError where it is of no form, or not sound."""
    try:
        report = _parsed(row, name)
        if report is not None:
            return check_report(report, name, letters=bool(_ODD.search(row)))
    except (msgspec.DecodeError, RecursionError, ValueError) as error:
        raise UnreadableReportError(f"{name} cannot be imported: {error}.") from error
    raise UnreadableReportError(
        f"{name} is neither a line of `sayso export`, nor quotations of Citron or of GDELT."
    )


def _parsed(row: bytes, name: str) -> Holding | None:
    """The report of a row; ours by a try, for its fields alone take a tenth of its parsing."""
    with suppress(msgspec.ValidationError):
        return own_report(row, name)
    parse = _parser(row)
    return parse(row, name) if parse else None


def _is_of_a_form(row: bytes) -> bool:
    try:
        return _parser(row) is not None
    except (msgspec.DecodeError, RecursionError):
        return False


def _parser(row: bytes) -> _Parse | None:
    """What parses a row with these fields."""
    fields = _FIELDS.decode(row).keys()
    return next((parse for needed, parse in _FORMS if needed <= fields), None)
