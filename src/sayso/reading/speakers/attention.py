"""What the text speaks of at each place: figures gain weight by mentions and lose it by sentences.

Source: salience after Lappin and Leass 1994, without their grammar.
"""

from collections import OrderedDict
from collections.abc import Callable

from sayso.reading.speakers.cast import Figure

__all__ = ["Attention"]

_DECAY = 0.45  # of the weight is left after a sentence; .35 to .5 do the same on PolNeAR dev
_CAP = 3.5  # of weight, so that a long run of mentions does not outlive a change of topic
_MOST = 16  # figures that are kept in mind


class Attention:
    """The figures in mind, the last mentioned at the end."""

    def __init__(self) -> None:
        self._minded: OrderedDict[int, Figure] = OrderedDict()

    def turn_to(self, figure: Figure, weight: float, time: int) -> None:
        """Note a mention of that weight in sentence `time`."""
        figure.salience = min(_CAP, self.level(figure, time) + weight)
        figure.clock = time
        self._minded[id(figure)] = figure
        self._minded.move_to_end(id(figure))
        if len(self._minded) > _MOST:
            self._minded.popitem(last=False)

    def level(self, figure: Figure, time: int) -> float:
        """How much of its weight is left in sentence `time`."""
        return float(figure.salience * _DECAY ** max(0, time - figure.clock))

    def best(self, time: int, suits: Callable[[Figure], float]) -> Figure | None:
        """The figure in mind with the most weight times fit; None where nobody suits."""
        best, most = None, 0.0
        for figure in self._minded.values():
            fit = suits(figure)
            score = fit * (self.level(figure, time) + 1e-9) if fit > 0 else 0.0
            if score >= most and score > 0:
                best, most = figure, score
        return best
