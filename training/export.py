"""Turn a checkpoint into the weights that are shipped: `python -m training.export RUN BASE OUT`.

The word table becomes 8-bit rows with one scale a row, constant matrices 8-bit per channel; heads
and the attention products stay in 32 bits. OUT gets encoder.onnx, tokenizer.json and weights.json
(checksums, CRF steps). `--exact` keeps all in 32 bits, to measure what the 8 bits lose.
"""

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch._C import OptionalType

from sayso.reading.encoder.pieces import Vocabulary
from training.layers import Layer
from training.network import Network, from_runs
from training.polnear import read_articles
from training.smoothing import smooth
from training.targets import article_targets, window_examples

_HEADS = frozenset({"tag", "arc_query", "arc_key", "cue_query", "cue_key"}) | frozenset(
    {"tags", "heads", "dependent", "head"}
)
_INPUTS = ("ids", "features", "first", "last")
_OUTPUTS = ["tags", "begins", "queries", "keys", "words", "heads", "arcs"]

_SAMPLED = 120  # one training article in so many shows what goes through the matrices
# Below the best tag; in the 80,000 words of PolNeAR dev the CRF chose 12 that lie further down.
_MARGIN = 5.0


class Shipped(nn.Module):
    """What runs in the product: a window of one text in, the scores of its words out.

    Arcs have only the words at which a span may begin, about one in five: the whole pass takes 3 %
    less.
    """

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, *inputs: Tensor) -> tuple[Tensor, ...]:
        """The inputs are pieces [1, pieces] and each word's first and last piece [words]."""
        ids, features, first, last = inputs
        states = self.network.states(ids, features, None)
        mixed = self.network.grammar.mixed(states)
        grammar = self.network.grammar((mixed[:, first] + mixed[:, last]) / 2, None)
        of_grammar = (grammar[name] for name in ("tags", "heads", "arcs"))
        x = states[-1][:, first]
        tags = self.network.tag(x)
        begins = _may_begin(tags[0])
        return tags, begins[None], *self.network.arcs(x[:, begins]), *of_grammar


def _may_begin(tags: Tensor) -> Tensor:
    """The words at which a span may begin, by the scores of their tags [words, 7]."""
    return (tags[:, 1::2].amax(-1) > tags.amax(-1) - _MARGIN).nonzero()[:, 0]


class _Fused(torch.autograd.Function):
    """Attention as one operator of ONNX Runtime."""

    @staticmethod
    def forward(ctx: Any, *of: Any) -> Tensor:
        """As the network does it: query, key, value, what is added to the scores, and the layer."""
        query, key, value, added, layer = of
        return Layer.attend(layer, query, key, value, added=added)

    @staticmethod
    def symbolic(graph: Any, *of: Any) -> Any:
        """The operator in the graph."""
        query, key, value, added, layer = of
        inputs = [query, key, value]
        if added is not None:  # no bias, no mask of keys
            none = graph.op("prim::Constant").setType(OptionalType.ofTensor())
            inputs += [none, none, added]
        name = "com.microsoft::MultiHeadAttention"
        return graph.op(name, *inputs, num_heads_i=layer.heads).setType(query.type())


def fuse_attention(layer: Layer) -> None:
    """Export the attention of a layer as one operator: 7 % faster in all."""

    def attend(query: Tensor, key: Tensor, value: Tensor, *, added: Tensor | None) -> Tensor:
        attended: Tensor = _Fused.apply(query, key, value, added, layer)
        return attended

    layer.attend = attend  # type: ignore[method-assign]


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


def load_network(runs: list[str], base: Path) -> Network:
    """The weights that `from_runs` gives."""
    network = Network(json.loads((base / "config.json").read_text("utf-8")))
    from_runs(network, runs)
    return network.eval()


def export_onnx(network: Network, path: Path) -> None:
    """The network as an ONNX graph in 32 bits."""
    axes = {name: {1: "pieces"} for name in ("ids", "features")}
    axes |= {name: {0: "words"} for name in ("first", "last")}
    axes |= {name: {1: "words"} for name in _OUTPUTS}
    axes |= {name: {1: "begins"} for name in ("begins", "queries", "keys")}
    axes["arcs"][2] = "words and root"
    torch.onnx.export(
        Shipped(network).eval(),
        _example(31),
        str(path),
        input_names=list(_INPUTS),
        output_names=_OUTPUTS,
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def _example(words: int) -> tuple[Tensor, ...]:
    """A window of made-up words, each of two pieces."""
    torch.manual_seed(0)
    ids = torch.randint(1000, 20000, (1, 2 * words + 2))
    first = torch.arange(1, 2 * words, 2)
    return ids, torch.zeros_like(ids), first, first + 1


def quantize(source: Path, target: Path) -> None:
    """Constant matrices in 8 bits per channel, but for the heads."""
    nodes = onnx.load(str(source)).graph.node
    kept = [
        node.name
        for node in nodes
        if node.op_type in {"MatMul", "Gemm"} and _HEADS & set(node.name.split("/"))
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
    """The largest difference of each output of the ONNX file from the network's.

    Arcs of the words at which a span may begin are left out where 8 bits see other such words.
    """
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    example = _example(57)
    with torch.inference_mode():
        expected = Shipped(network).eval()(*example)
    inputs = {name: values.numpy() for name, values in zip(_INPUTS, example, strict=True)}
    found = session.run(None, inputs)
    pairs = [(a.numpy(), b) for a, b in zip(expected, found, strict=True) if a.shape == b.shape]
    return [float(np.abs(a - b).max()) for a, b in pairs]


def sample(polnear: Path, base: Path) -> list[tuple[Tensor, Tensor]]:
    """Ids and features of the windows of some training articles."""
    vocabulary = Vocabulary(base / "tokenizer.json")
    targets = [
        article_targets(article, vocabulary)
        for article in read_articles(polnear, "train")[::_SAMPLED]
    ]
    windows = [window for each in targets for window in window_examples(each, vocabulary, skip=0)]
    return [
        (torch.from_numpy(window.ids)[None], torch.from_numpy(window.features)[None])
        for window in windows
    ]


def write_contents(folder: Path, *names: str, **told: object) -> None:
    """The table of contents of shipped files, by which they are checked when they are loaded."""
    digests = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names}
    contents = json.dumps({"sha256": digests, **told}, indent=1)
    (folder / "weights.json").write_text(contents + "\n", "utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", nargs="+", help="RUN, or RUN@last for its last weights")
    parser.add_argument("base", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--smooth", type=Path, help="POLNEAR, to even out before quantising")
    parser.add_argument("--exact", action="store_true", help="all in 32 bits")
    return parser.parse_args()


def main() -> None:
    """Read the options and export."""
    options = _options()
    options.out.mkdir(parents=True, exist_ok=True)
    network = load_network(options.run, options.base)
    if options.smooth:
        windows = sample(options.smooth, options.base)
        smooth(network.layers, lambda: [network.states(*it, None) for it in windows])
    for layer in (*network.layers, network.grammar.layer):
        fuse_attention(layer)
    steps = network.steps.detach().numpy().round(5).tolist()
    with tempfile.TemporaryDirectory() as folder, torch.inference_mode():
        exact, table = Path(folder) / "exact.onnx", Path(folder) / "table.onnx"
        export_onnx(network, exact)
        print("32 bits, largest difference:", difference(network, exact))
        if options.exact:
            shutil.copy(exact, options.out / "encoder.onnx")
        else:
            network.word = SmallTable(network.word.weight)
            export_onnx(network, table)
            quantize(table, options.out / "encoder.onnx")
    print("shipped, largest difference:", difference(network, options.out / "encoder.onnx"))
    shutil.copy(options.base / "tokenizer.json", options.out)
    write_contents(options.out, "encoder.onnx", "tokenizer.json", steps=steps)
    print((options.out / "encoder.onnx").stat().st_size, "bytes")


if __name__ == "__main__":
    main()
