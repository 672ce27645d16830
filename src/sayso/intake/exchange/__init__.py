"""What others have read, or another ledger kept: rows in, reports with their readings out."""

from sayso.intake.exchange.forms import is_exchange, parse_row
from sayso.intake.exchange.lines import find_rows

__all__ = ["find_rows", "is_exchange", "parse_row"]
