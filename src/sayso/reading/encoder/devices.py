"""What the network runs on: the processor, or a GPU by ONNX Runtime's CUDA provider."""

from collections.abc import Sequence
from enum import StrEnum

from sayso.errors import BadRequestError

__all__ = ["Device", "network_for", "providers_for", "refuse_fallback"]

_CPU, _CUDA = "CPUExecutionProvider", "CUDAExecutionProvider"


class Device(StrEnum):
    """What the encoder runs on."""

    CPU = "cpu"
    GPU = "gpu"


def providers_for(device: Device) -> list[str]:
    """What ONNX Runtime is to run the network with; BadRequestError where it knows no GPU."""
    if device is Device.CPU:
        return [_CPU]
    import onnxruntime

    if _CUDA not in onnxruntime.get_available_providers():
        raise BadRequestError(
            "No GPU can be used here: that takes an NVIDIA card and pip install 'sayso[gpu]', as "
            "docs/batch.md tells; leave --device out to read on the processor."
        )
    return [_CUDA, _CPU]


def network_for(device: Device, network: bytes) -> bytes:
    """The shipped network as the device can compute it."""
    if device is Device.CPU:
        return network
    from sayso.reading.encoder.floats import in_floats

    return in_floats(network)


def refuse_fallback(device: Device, providers: Sequence[str]) -> None:
    """BadRequestError where a session that was to use the GPU does not, which nobody would see."""
    if device is Device.GPU and _CUDA not in providers:
        raise BadRequestError(
            "The GPU cannot be used: its driver or CUDA does not fit onnxruntime-gpu; mend that, "
            "or leave --device out to read on the processor."
        )
