"""Who writes into a ledger, and when."""

import datetime
from collections.abc import Callable

from sayso import __version__

__all__ = ["MAKER", "Clock"]

Clock = Callable[[], datetime.datetime]
"""What tells the time when it is asked."""
MAKER = f"sayso {__version__}"
"""Who writes a batch."""
