"""Places of LGL and GeoVirus: half of the reports that no weight was fitted to."""

from collections.abc import Iterable

import pytest

from benchmarks.geo import Document, end_to_end, geovirus, lgl, resolution
from tests.gold import SHARED, below_floor, same_corpus

GEO = SHARED / "data" / "geo"
FILES = [GEO / "lgl.xml", GEO / "GeoVirus.xml"]

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not GEO.exists(), reason="the shared data are not beside the checkout"),
]


def _half(documents: Iterable[Document]) -> list[Document]:
    return [document for document in documents if not document.tuned][::2]


def test_corpora() -> None:
    local, virus = _half(lgl(FILES[0])), _half(geovirus(FILES[1]))
    precision, recall, f1 = end_to_end(local)
    figures = {
        "lgl_names_given": resolution(local),
        "geovirus_names_given": resolution(virus),
        "lgl_precision": precision,
        "lgl_recall": recall,
        "lgl_f1": f1,
    }
    assert same_corpus("places", FILES)
    assert not below_floor("places", figures), figures
