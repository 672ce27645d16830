"""Even out what goes into the matrices before they become 8-bit: SmoothQuant (Xiao et al. 2023).

A few columns of the activations are up to 90 times larger than the rest, and one scale for all of
them wastes the 8 bits. So each column is divided by a number and the row of the matrix that meets
it multiplied by it: the product stays the same. After the values of the attention the division
costs nothing, since it goes into the matrix before; elsewhere it is one more multiplication.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.layers import Layer

__all__ = ["SmoothLayer", "smooth"]

# How much of the difference between columns goes over to the matrix; each takes what suits it.
_SHARES = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


class SmoothLayer(Layer):
    """A layer whose matrices get evened inputs."""

    before_attention: Tensor
    before_widening: Tensor
    before_narrowing: Tensor

    def forward(self, x: Tensor, added: Tensor | None) -> Tensor:
        """As the layer it was, but for rounding."""
        even = x * self.before_attention
        attended = self.attend(self.query(even), self.key(even), self.value(even), added=added)
        x = self.norm_attention(x + self.out(attended))
        wide = functional.gelu(self.widen(x * self.before_widening))
        return self.norm_output(x + self.narrow(wide * self.before_narrowing))


def smooth(layers: nn.ModuleList, run: Callable[[], object]) -> None:
    """Smooth layers in place, by what goes through them while `run` runs their network."""
    with _inputs(layers) as seen, torch.inference_mode():
        run()
    for layer in layers:
        _smooth(layer, {matrix: torch.cat(rows) for matrix, rows in seen.items()})


@contextmanager
def _inputs(layers: nn.ModuleList) -> Iterator[dict[nn.Module, list[Tensor]]]:
    """What goes into each matrix [rows, columns] while the network runs."""
    seen: dict[nn.Module, list[Tensor]] = defaultdict(list)

    def note(matrix: nn.Module, inputs: tuple[Tensor, ...]) -> None:
        seen[matrix].append(inputs[0].flatten(0, -2))

    matrices = [
        part for layer in layers for part in layer.children() if isinstance(part, nn.Linear)
    ]
    handles = [matrix.register_forward_pre_hook(note) for matrix in matrices]
    yield seen
    for handle in handles:
        handle.remove()


@torch.no_grad()
def _smooth(layer: Layer, seen: dict[nn.Module, Tensor]) -> None:
    layer.__class__ = SmoothLayer
    layer.before_attention = _even(seen[layer.query], layer.query, layer.key, layer.value)
    layer.before_widening = _even(seen[layer.widen], layer.widen)
    layer.before_narrowing = _even(seen[layer.narrow], layer.narrow)
    before_out = _even(seen[layer.out], layer.out)
    layer.value.weight *= before_out[:, None]
    layer.value.bias *= before_out


def _even(inputs: Tensor, *matrices: nn.Linear) -> Tensor:
    """What to multiply the columns by; the matrices are changed to make up for it."""
    weights = torch.cat([matrix.weight for matrix in matrices])
    columns, rows = (x.abs().amax(0).clamp_min(1e-5) for x in (inputs, weights))
    scales = [columns**share / rows ** (1 - share) for share in _SHARES]
    tried = [torch.ones_like(columns), *scales]
    best = min(tried, key=lambda scale: _loss(inputs, weights, scale))
    for matrix in matrices:
        matrix.weight *= best
    return 1 / best


def _loss(inputs: Tensor, weights: Tensor, scale: Tensor) -> float:
    """How far the product in 8 bits is from the one in 32."""
    rounded = _rounded_inputs(inputs / scale) @ _rounded_rows(weights * scale).T
    return float((rounded - inputs @ weights.T).square().mean())


def _rounded_inputs(x: Tensor) -> Tensor:
    """One scale and one zero for all, as ONNX Runtime finds them at run time."""
    low, high = x.min().clamp_max(0), x.max().clamp_min(0)
    step = (high - low) / 255
    zero = (-low / step).round()
    return ((x / step + zero).round().clamp(0, 255) - zero) * step


def _rounded_rows(weights: Tensor) -> Tensor:
    step = weights.abs().amax(1, keepdim=True) / 127
    return (weights / step).round() * step
