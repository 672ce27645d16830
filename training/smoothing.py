"""Even out what goes into the matrices before they become 8-bit: SmoothQuant (Xiao et al. 2023).

A few columns of the activations are far larger than the rest, and one scale for all of them wastes
the 8 bits. So each column is divided by a number and the row of the matrix that meets it multiplied
by it: the product stays the same. After the values of the attention the division costs nothing,
since it goes into the matrix before; elsewhere it is one more multiplication.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.network import Layer, Network

__all__ = ["SmoothLayer", "smooth"]

_SHARE = 0.5  # of the difficulty that goes over to the matrices


class SmoothLayer(Layer):
    """A layer whose matrices get evened inputs."""

    before_attention: Tensor
    before_widening: Tensor
    before_narrowing: Tensor

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """As the layer it was, but for rounding."""
        even = x * self.before_attention
        attended = self.attend(self.query(even), self.key(even), self.value(even), mask=mask)
        x = self.norm_attention(x + self.out(attended))
        wide = functional.gelu(self.widen(x * self.before_widening))
        return self.norm_output(x + self.narrow(wide * self.before_narrowing))


def smooth(network: Network, windows: list[tuple[Tensor, ...]]) -> None:
    """Smooth all layers of the network in place, by what they see of these windows.

    A window is what `Network.states` takes: ids, features and mask.
    """
    layers = [*network.layers]
    with _largest_inputs(layers) as largest, torch.inference_mode():
        for window in windows:
            network.states(*window)
    for layer in layers:
        _smooth(layer, largest)


@contextmanager
def _largest_inputs(layers: list[nn.Module]) -> Iterator[dict[nn.Module, Tensor]]:
    """The largest size of every column that goes into each matrix, while the network runs."""
    largest: dict[nn.Module, Tensor] = {}

    def note(matrix: nn.Module, inputs: tuple[Tensor, ...]) -> None:
        seen = inputs[0].abs().flatten(0, -2).amax(0)
        largest[matrix] = torch.maximum(seen, largest.get(matrix, seen))

    matrices = [
        part for layer in layers for part in layer.children() if isinstance(part, nn.Linear)
    ]
    handles = [matrix.register_forward_pre_hook(note) for matrix in matrices]
    yield largest
    for handle in handles:
        handle.remove()


def _smooth(layer: Layer, largest: dict[nn.Module, Tensor]) -> None:
    layer.__class__ = SmoothLayer
    attention = (layer.query, layer.key, layer.value)
    layer.before_attention = _even(attention, largest[layer.query])
    layer.before_widening = _even((layer.widen,), largest[layer.widen])
    layer.before_narrowing = _even((layer.narrow,), largest[layer.narrow])
    before_out = _even((layer.out,), largest[layer.out])
    layer.value.weight.data *= before_out[:, None]
    layer.value.bias.data *= before_out


def _even(matrices: tuple[nn.Linear, ...], largest: Tensor) -> Tensor:
    """What to multiply the columns by; the matrices are changed to make up for it."""
    rows = torch.stack([matrix.weight.detach().abs().amax(0) for matrix in matrices]).amax(0)
    scale = largest.clamp_min(1e-5) ** _SHARE / rows.clamp_min(1e-5) ** (1 - _SHARE)
    for matrix in matrices:
        matrix.weight.data *= scale
    return 1 / scale
