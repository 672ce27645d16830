import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.intake.coding import uncoded

PAGE = b"Around 300 ships are waiting, the minister said. " * 9


@pytest.mark.parametrize(
    ("body", "content", "transfer"),
    [
        pytest.param(PAGE, None, None, id="none"),
        pytest.param(PAGE, "identity", "", id="none by name"),
        pytest.param(gzip.compress(PAGE), " GZip ", None, id="gzip"),
        pytest.param(gzip.compress(gzip.compress(PAGE)), "gzip, gzip", None, id="gzip twice"),
        pytest.param(zlib.compress(PAGE), "deflate", None, id="deflate"),
        pytest.param(b"5\r\nAroun\r\n0\r\n\r\n", None, "chunked", id="chunks"),
        pytest.param(PAGE, "gzip", None, id="falsely"),
        pytest.param(PAGE, "no-such-coding", None, id="unknown"),
    ],
)
def test_codings_are_undone(body: bytes, content: str | None, transfer: str | None) -> None:
    done = uncoded(body, content=content, transfer=transfer, limit=10_000)
    assert PAGE.startswith(done)
    assert len(done) in {5, len(PAGE)}


def test_no_more_comes_out_than_asked_for() -> None:
    bomb = gzip.compress(gzip.compress(bytes(50_000_000)))
    assert uncoded(bomb, content="gzip, gzip", limit=1000) == bytes(1000)


@given(
    st.binary(max_size=200),
    st.sampled_from(["gzip", "deflate", "br", "zstd", "br, gzip"]),
    st.sampled_from([None, "chunked"]),
)
def test_never_raises(body: bytes, content: str, transfer: str | None) -> None:
    assert len(uncoded(body, content=content, transfer=transfer, limit=50)) <= 50
