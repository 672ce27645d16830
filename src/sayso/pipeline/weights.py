"""The weights of the encoder, loaded beside whatever else a command has to do first."""

from concurrent.futures import Future, ThreadPoolExecutor
from functools import lru_cache

from sayso.reading import Device, Encoder

__all__ = ["encoder", "load_encoder"]


def load_encoder() -> None:
    """Begin to load the weights; asked for before the other imports, they are there after them."""
    _loading(Device.CPU)


def encoder(device: Device = Device.CPU) -> Encoder:
    """The shipped weights on a device, loaded when the first report is read."""
    return _loading(device).result()


@lru_cache(maxsize=len(Device))
def _loading(device: Device) -> Future[Encoder]:
    """The weights on their way, in a thread that lets go of the interpreter most of the time.

    After them it prepares the other readers, while the first report is on its way through the
    encoder.
    """
    import onnxruntime  # noqa: F401 - a thread would wait for the interpreter at each of its files

    beside = ThreadPoolExecutor(max_workers=1)
    loading = beside.submit(Encoder, device=device)
    beside.submit(_prepare)
    beside.shutdown(wait=False)
    return loading


def _prepare() -> None:
    from sayso.reading import prepare_readers

    prepare_readers()
