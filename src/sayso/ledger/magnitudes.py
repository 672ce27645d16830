"""How large figures are, as words of the full-text index.

A search for "troops > 5,000" is then asked of statements with a figure about as large only.
"""

from bisect import bisect_right
from collections.abc import Sequence

__all__ = ["magnitude", "magnitude_case", "magnitudes"]

# The words for what lies between them are in every ledger: none of these ever changes.
_BOUNDS = tuple(float(step * 10**power) for power in range(12) for step in (1, 2, 5))


def magnitude(figure: float) -> str:
    """The word for figures of that size.

    >>> magnitude(4_200), magnitude(5_000), magnitude(-1)
    ('fig11', 'fig12', 'fig00')
    """
    return _word(bisect_right(_BOUNDS, figure))


def magnitudes(relation: str, figure: float) -> Sequence[str]:
    """The words of all figures that can stand in that relation to one.

    >>> magnitudes("<", 4)
    ['fig00', 'fig01', 'fig02']
    """
    at = bisect_right(_BOUNDS, figure)
    first = 0 if relation.startswith("<") else at
    last = len(_BOUNDS) if relation.startswith(">") else at
    return [_word(number) for number in range(first, last + 1)]


def magnitude_case(column: str) -> str:
    """The SQL that gives the word for a column's figure; null where it has none."""
    below = " ".join(
        f"when {column} < {bound} then '{_word(number)}'" for number, bound in enumerate(_BOUNDS)
    )
    return f"case when {column} is null then null {below} else '{_word(len(_BOUNDS))}' end"


def _word(number: int) -> str:
    return f"fig{number:02}"
