"""The network without products of 8-bit matrices, for devices that have none."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from sayso.packages import needed

__all__ = ["in_floats"]

_ROUNDS, _MULTIPLIES = "DynamicQuantizeLinear", "MatMulInteger"
_EIGHT_BITS, _SCALE, _ZERO, _FLOATS = "_quantized", "_scale", "_zero_point", "_floats"


@dataclass(frozen=True, slots=True)
class _Product:
    """What stands for one product of floats: rounding, multiplying, casting and scaling.

    `given` is what was rounded, `matrix` the name of the weights, `result` what the scaling gives;
    `between` are what the others give.
    """

    given: str
    matrix: str
    result: str
    between: tuple[str, ...]


def in_floats(network: bytes) -> bytes:
    """The network with its products of 8-bit matrices as products of floats; needs `onnx`.

    ONNX Runtime's CUDA provider multiplies signed 8-bit matrices only, by its list of kernels
    (docs/OperatorKernels.md there), and cannot round what comes in; the network's are unsigned,
    so that all of it would be sent back to the processor. The weights are the same numbers; what
    is multiplied with them is no longer rounded.
    """
    onnx = needed("onnx", extra="gpu")
    model = onnx.load_model_from_string(network)
    graph = model.graph
    products = {it.result: it for it in _products(graph.node)}
    graph.initializer.extend([*_matrices(onnx, graph.initializer, products.values())])
    gone = {name for it in products.values() for name in it.between}
    nodes = [
        _plain(onnx, products[it.output[0]]) if it.output[0] in products else it
        for it in graph.node
        if it.op_type != _ROUNDS and it.output[0] not in gone
    ]
    del graph.node[:]
    graph.node.extend(nodes)
    found: bytes = model.SerializeToString()
    return found


def _products(nodes: Sequence[Any]) -> Iterator[_Product]:
    readers = {name: node for node in nodes for name in node.input}
    rounded = {it.output[0]: it.input[0] for it in nodes if it.op_type == _ROUNDS}
    for node in nodes:
        if node.op_type == _MULTIPLIES:
            cast = readers[node.output[0]].output[0]
            scaled = readers[cast]
            (scales,) = (name for name in scaled.input if name != cast)
            yield _Product(
                given=rounded[node.input[0]],
                matrix=node.input[1].removesuffix(_EIGHT_BITS),
                result=scaled.output[0],
                between=(node.output[0], cast, scales),
            )


def _matrices(onnx: Any, constants: Iterable[Any], products: Iterable[_Product]) -> Iterator[Any]:
    """The weights of the products as floats."""
    known = {it.name: it for it in constants}
    for name in sorted({it.matrix for it in products}):
        eight_bits, zero, scale = (
            onnx.numpy_helper.to_array(known[name + part]).astype(np.float32)
            for part in (_EIGHT_BITS, _ZERO, _SCALE)
        )
        yield onnx.numpy_helper.from_array((eight_bits - zero) * scale, name + _FLOATS)


def _plain(onnx: Any, product: _Product) -> Any:
    inputs = [product.given, product.matrix + _FLOATS]
    return onnx.helper.make_node("MatMul", inputs, [product.result])
