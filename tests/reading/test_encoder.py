import json
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from sayso.errors import DamagedWeightsError
from sayso.reading.encoder.encoder import WEIGHTS, Encoder
from sayso.reading.encoder.pieces import Vocabulary
from sayso.reading.encoder.tags import best_tags, runs
from sayso.reading.encoder.windows import SIZE, cut_windows
from sayso.reading.words import split_words


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


def test_every_word_gets_scores(encoder: Encoder) -> None:
    text = "The minister said that talks would go on. " * 120
    words = split_words(text)
    encoded = encoder.encode(text, words)
    assert encoded.tags.shape == (len(words), 7)
    assert np.abs(encoded.tags).sum(1).all()
    assert encoded.rows.shape == (len(words),)
    assert encoded.queries.shape == encoded.keys.shape == (encoded.rows.max() + 1, 384)


def test_only_words_that_may_begin_a_span_keep_their_vectors(encoder: Encoder) -> None:
    text = "The mayor said that the ferry would sail. " * 50
    words = split_words(text)
    encoded = encoder.encode(text, words)
    tags = best_tags(encoded.tags, encoded.steps)
    assert encoded.rows[tags % 2 == 1].all()
    assert len(encoded.keys) < len(words) / 2


def test_attribution_alone_is_the_same_as_beside_grammar(encoder: Encoder) -> None:
    text = "The mayor told the court that her clerk had said the pier was safe. " * 40
    words = split_words(text)
    alone, whole = encoder.encode(text, words, grammar=False), encoder.encode(text, words)
    assert np.array_equal(alone.tags, whole.tags)
    assert np.array_equal(alone.queries, whole.queries)
    assert np.array_equal(alone.keys, whole.keys)
    assert not alone.grammar.words


def test_no_words_no_scores(encoder: Encoder) -> None:
    assert encoder.encode("", []).tags.shape == (0, 7)


def test_one_thread_or_two_give_the_same() -> None:
    text = "“We will see,” the mayor said on Friday. Nobody else spoke.\n" * 20
    words = split_words(text)
    one, two = (Encoder(threads=threads).encode(text, words) for threads in (1, 2))
    assert np.array_equal(one.tags, two.tags)
    assert np.array_equal(one.keys, two.keys)


def _cut_short(folder: Path) -> None:
    path = folder / "encoder.onnx"
    path.write_bytes(path.read_bytes()[:-1])


def _remove(folder: Path) -> None:
    (folder / "tokenizer.json").unlink()


def _garble(folder: Path) -> None:
    (folder / "weights.json").write_text("{", "utf-8")


@pytest.mark.parametrize("damage", [_cut_short, _remove, _garble])
def test_damaged_weights_are_named(damage: Callable[[Path], None], tmp_path: Path) -> None:
    shutil.copytree(WEIGHTS, tmp_path / "weights")
    damage(tmp_path / "weights")
    with pytest.raises(DamagedWeightsError, match="install sayso again"):
        Encoder(tmp_path / "weights")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("word " * 1000, id="one paragraph"),
        pytest.param("A sentence ends here. " * 300, id="sentences"),
        pytest.param("Short.\n" * 500, id="paragraphs"),
        pytest.param("x" * 5000, id="one word"),
    ],
)
def test_windows_cover_every_word_and_fit(text: str) -> None:
    words = split_words(text)
    pieces = Vocabulary(WEIGHTS / "tokenizer.json").pieces(text, words)
    windows = cut_windows(text, words, pieces)
    seen = [word for first, last in windows for word in range(first, last)]
    assert seen == list(range(len(words)))
    assert all(pieces.starts[last] - pieces.starts[first] <= SIZE for first, last in windows)


def test_best_tags_never_go_on_what_did_not_begin() -> None:
    scores = np.zeros((3, 7), np.float32)
    scores[:, 4] = 5.0  # the inside of a cue, everywhere
    tags = best_tags(scores, np.zeros((7, 7), np.float32))
    assert tags.tolist() == [3, 4, 4]
    assert runs(tags) == [(0, 3, "cue")]


def test_the_manifest_names_every_file() -> None:
    manifest = json.loads((WEIGHTS / "weights.json").read_text("utf-8"))
    shipped = {path.name for path in WEIGHTS.iterdir()} - {"weights.json"}
    assert set(manifest["sha256"]) == shipped
