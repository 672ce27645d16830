"""What reads one document in a process of its own."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from sayso.batch.crew import Died
from sayso.batch.found import Found, document_id
from sayso.batch.rows import rows_of
from sayso.errors import SaysoError
from sayso.pipeline import encoder, read_document
from sayso.reading import Device
from sayso.records import Item

__all__ = ["Prepared", "failed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """Loads the encoder once, on a device, and then reads documents.

    `published` is for those without a day.
    """

    published: datetime.date | None = None
    device: Device = Device.CPU

    def __call__(self) -> Callable[[Item], Found]:
        """The function that reads."""
        encoder(self.device)
        return self._read

    def _read(self, item: Item) -> Found:
        document = document_id(item)
        try:
            reading = read_document(item, published=self.published, device=self.device).result
        except Exception as error:  # noqa: BLE001 - a fault of a reader must not stop the rest
            reason = f"a reader failed on it ({type(error).__name__}: {error})"
            return Found(name=item.name, document=document, failure=f"{item.name}: {reason}.")
        if isinstance(reading, SaysoError):
            return Found(name=item.name, document=document, failure=str(reading))
        return Found(name=item.name, document=document, tables=rows_of(reading, document=document))


def failed(item: Item, died: Died) -> Found:
    """A document over which processes died."""
    reason = f"{item.name} ends the process that reads it ({died}); it is left out."
    return Found(name=item.name, document=document_id(item), failure=reason)
