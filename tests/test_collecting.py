import gc
from pathlib import Path

import pytest

import sayso
from sayso.collecting import uncollected

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("**/[0-9]*.txt"))


def test_python_looks_for_circles_again_after_an_error() -> None:
    with pytest.raises(ValueError, match="odd"), uncollected():
        _fail_uncollected()
    assert gc.isenabled()


def _fail_uncollected() -> None:
    assert not gc.isenabled()
    raise ValueError("odd")


def test_who_looks_for_no_circles_is_left_at_that() -> None:
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


@pytest.mark.parametrize("path", EXAMPLES[:5], ids=lambda path: path.name)
def test_a_reading_makes_no_circles(path: Path) -> None:
    sayso.read(path)  # loads what is kept, among it circles
    gc.collect()
    gc.disable()
    try:
        sayso.read(path)
        assert gc.collect() == 0
    finally:
        gc.enable()
    assert gc.isenabled()
