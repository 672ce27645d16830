"""Turn a checkpoint into the weights that are shipped: `python -m training.export RUN BASE OUT`.

The word table becomes 8-bit rows with one scale a row, constant matrices 8-bit per channel; heads
and the attention products stay in 32 bits. OUT gets encoder.onnx, tokenizer.json and weights.json
(checksums, CRF steps, where the weights come from).
"""

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.network import Network, from_runs

_HEADS = ("tag", "arc_query", "arc_key", "cue_query", "cue_key")
_INPUTS = ["ids", "features", "mask"]
_OUTPUTS = ["tags", "queries", "keys"]


class SmallTable(nn.Module):
    """An embedding table as 8-bit rows, each with its own scale."""

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        scale = table.abs().amax(1, keepdim=True).clamp_min(1e-8) / 127
        self.register_buffer("rows", (table / scale).round().clamp(-127, 127).to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        """The vectors of the pieces."""
        return self.rows[ids].float() * self.scale[ids]


def load_network(runs: list[Path], base: Path) -> Network:
    """The averaged weights of a run; of several runs that started alike, their mean."""
    network = Network(json.loads((base / "config.json").read_text("utf-8")))
    from_runs(network, runs)
    return network.eval()


def export_onnx(network: Network, path: Path) -> None:
    """The network as an ONNX graph in 32 bits."""
    ids = torch.randint(1000, 20000, (2, 31))
    axes = {name: {0: "texts", 1: "pieces"} for name in _INPUTS + _OUTPUTS}
    torch.onnx.export(
        network,
        (ids, torch.zeros_like(ids), torch.ones(2, 31)),
        str(path),
        input_names=_INPUTS,
        output_names=_OUTPUTS,
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def quantize(source: Path, target: Path) -> None:
    """Constant matrices in 8 bits per channel, but for the heads."""
    nodes = onnx.load(str(source)).graph.node
    kept = [
        node.name
        for node in nodes
        if node.op_type in {"MatMul", "Gemm"} and any(f"/{head}/" in node.name for head in _HEADS)
    ]
    quantize_dynamic(
        str(source),
        str(target),
        weight_type=QuantType.QInt8,
        per_channel=True,
        op_types_to_quantize=["MatMul", "Gemm"],
        nodes_to_exclude=kept,
        extra_options={"MatMulConstBOnly": True},
    )


def difference(network: Network, path: Path) -> list[float]:
    """The largest difference of each output of the ONNX file from the network's."""
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    torch.manual_seed(0)
    ids = torch.randint(1000, 20000, (3, 57))
    features, mask = torch.zeros_like(ids), torch.ones(3, 57)
    with torch.inference_mode():
        expected = network(ids, features, mask)
    inputs = {"ids": ids.numpy(), "features": features.numpy(), "mask": mask.numpy()}
    found = session.run(None, inputs)
    return [float(np.abs(a.numpy() - b).max()) for a, b in zip(expected, found, strict=True)]


def main() -> None:
    """Read the options and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path, nargs="+")
    parser.add_argument("base", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    network = load_network(options.run, options.base)
    steps = network.steps.detach().numpy().round(5).tolist()
    with tempfile.TemporaryDirectory() as folder, torch.inference_mode():
        exact, table = Path(folder) / "exact.onnx", Path(folder) / "table.onnx"
        export_onnx(network, exact)
        print("32 bits, largest difference:", difference(network, exact))
        network.word = SmallTable(network.word.weight)
        export_onnx(network, table)
        quantize(table, options.out / "encoder.onnx")
    print("8 bits, largest difference:", difference(network, options.out / "encoder.onnx"))
    shutil.copy(options.base / "tokenizer.json", options.out)
    digests = {
        name: hashlib.sha256((options.out / name).read_bytes()).hexdigest()
        for name in ("encoder.onnx", "tokenizer.json")
    }
    manifest = {"sha256": digests, "steps": steps}
    (options.out / "weights.json").write_text(json.dumps(manifest, indent=1) + "\n", "utf-8")
    print((options.out / "encoder.onnx").stat().st_size, "bytes")


if __name__ == "__main__":
    main()
