"""The weights of the encoder, loaded beside whatever else a command has to do first."""

from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache

from sayso.reading import Encoder

__all__ = ["encoder", "load_encoder"]


def load_encoder() -> None:
    """Begin to load the weights; asked for before the other imports, they are there after them."""
    _loading()


def encoder() -> Encoder:
    """The shipped weights, loaded when the first report is read."""
    return _loading().result()


@cache
def _loading() -> Future[Encoder]:
    """The weights on their way, in a thread that lets go of the interpreter most of the time.

    After them it prepares the other readers, while the first report is on its way through the
    encoder.
    """
    import onnxruntime  # noqa: F401 - a thread would wait for the interpreter at each of its files

    beside = ThreadPoolExecutor(max_workers=1)
    loading = beside.submit(Encoder)
    beside.submit(_prepare)
    beside.shutdown(wait=False)
    return loading


def _prepare() -> None:
    from sayso.reading import prepare_readers

    prepare_readers()
