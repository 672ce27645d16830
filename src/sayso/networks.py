"""The networks that sayso ships: their files, checked, and what runs them."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.errors import DamagedWeightsError

if TYPE_CHECKING:
    import onnxruntime

__all__ = ["open_network", "read_shipped"]


def read_shipped(folder: Path, network: str) -> tuple[dict[str, Any], bytes]:
    """The table of contents of a folder of weights, and the network of that name.

    DamagedWeightsError where a file is missing or is not as the table says.
    """
    contents: dict[str, bytes] = {}
    try:
        manifest: dict[str, Any] = json.loads((folder / "weights.json").read_text("utf-8"))
        for name, digest in manifest["sha256"].items():
            contents[name] = (folder / name).read_bytes()
            if hashlib.sha256(contents[name]).hexdigest() != digest:
                message = f"{folder / name} is not the file that was shipped; install sayso again."
                raise DamagedWeightsError(message)
        return manifest, contents[network]
    except (OSError, ValueError, KeyError) as error:
        message = f"The weights in {folder} cannot be read ({error}); install sayso again."
        raise DamagedWeightsError(message) from error


def open_network(
    network: bytes,
    *,
    providers: Sequence[str],
    threads: int = 1,
    left_out: Sequence[str] = (),
) -> "onnxruntime.InferenceSession":
    """A session that runs the network; some of ONNX Runtime's optimisers can be `left_out`."""
    import onnxruntime  # takes a quarter of a second that a search of the ledger need not wait

    onnxruntime.disable_telemetry_events()  # nothing leaves the machine
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3  # its warnings are about the graph, not about the text
    return onnxruntime.InferenceSession(
        network, options, providers=list(providers), disabled_optimizers=list(left_out)
    )
