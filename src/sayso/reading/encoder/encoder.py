"""The encoder at run time: ONNX weights in, scores for every word out, no PyTorch."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from sayso.networks import open_network, read_shipped
from sayso.reading.encoder.devices import Device, network_for, providers_for, refuse_fallback
from sayso.reading.encoder.pieces import Pieces, Vocabulary
from sayso.reading.encoder.tags import ARC, TAGS
from sayso.reading.encoder.windows import cut_windows
from sayso.reading.grammar import Decoded, Scores, decode, grammar_of
from sayso.records import Grammar, Span

__all__ = ["WEIGHTS", "Encoded", "Encoder", "weights_digest"]

WEIGHTS = Path(__file__).parent / "weights"
"""Where the shipped weights lie."""
_NETWORK = "encoder.onnx"
_ARCS = 3 * ARC
_ATTRIBUTION = ["tags", "begins", "queries", "keys"]
# Addition and normalisation in one: a tenth of all slower than the one after the other.
_SLOW_FUSIONS = ["SkipLayerNormFusion"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoded:
    """What the encoder says of the words of a text.

    `tags` [words, 7] scores the BIO tags, `steps` [7, 7] the CRF. `queries` and `keys` [rows, 384]
    hold the vectors of three kinds of arc (span → cue, cue → source, cue → content) for the words
    at which a span may begin; `rows` [words] says in which row, the first, of noughts, for others.
    `grammar` is what the same pass says of tags, trees and names, empty where it was not asked.
    """

    words: Sequence[Span]
    grammar: Grammar
    tags: np.ndarray
    rows: np.ndarray
    queries: np.ndarray
    keys: np.ndarray
    steps: np.ndarray


class Encoder:
    """The weights in memory (about 90 MB); reading needs one, and one serves any number of texts.

    Raises DamagedWeightsError where a file of the weights is missing or not as it was shipped, and
    BadRequestError where the device is not there.
    """

    def __init__(
        self, folder: Path = WEIGHTS, *, threads: int = 1, device: Device = Device.CPU
    ) -> None:
        providers = providers_for(device)
        import onnxruntime  # late, as in sayso.networks

        manifest, network = read_shipped(folder, _NETWORK)
        self._needed = onnxruntime.RunOptions()
        self._needed.only_execute_path_to_fetches = True
        self._vocabulary = Vocabulary(folder / "tokenizer.json")
        self._steps = np.array(manifest["steps"], np.float32)
        self._session = open_network(
            network_for(device, network),
            providers=providers,
            threads=threads,
            left_out=_SLOW_FUSIONS,
        )
        refuse_fallback(device, self._session.get_providers())

    def encode(self, text: str, words: Sequence[Span], *, grammar: bool = True) -> Encoded:
        """The scores of `words`, each from the window that holds it, without `grammar` if need be.

        One window is a pass of its own: side by side they would cost a quarter more on one core.
        """
        pieces = self._vocabulary.pieces(text, words)
        opens = np.zeros(len(words), bool)
        opens[list(pieces.paragraphs)] = True
        tags = np.zeros((len(words), len(TAGS)), np.float32)
        begins: list[np.ndarray] = []
        vectors: list[list[np.ndarray]] = [[np.zeros((1, _ARCS), np.float32)] for _ in "qk"]
        decoded: list[Decoded] = []
        asked = None if grammar else _ATTRIBUTION
        for first, last in cut_windows(text, words, pieces):
            scores, begin, *others = self._run(pieces, first, last, names=asked)
            tags[first:last] = scores
            begins.append(first + begin)
            for kept, arc in zip(vectors, others[:2], strict=True):
                kept.append(arc)
            if grammar:
                of_words, of_heads, arcs = others[2:]
                found = Scores(tags=of_words, heads=of_heads, arcs=arcs)
                decoded.append(decode(found, opens[first:last]))
        rows = np.zeros(len(words), np.int64)
        found_at = np.concatenate([np.zeros(0, np.int64), *begins])
        rows[found_at] = np.arange(1, len(found_at) + 1)
        queries, keys = map(np.concatenate, vectors)
        return Encoded(
            words=words,
            grammar=grammar_of(text, words if grammar else (), decoded),
            tags=tags,
            rows=rows,
            queries=queries,
            keys=keys,
            steps=self._steps,
        )

    def _run(
        self, pieces: Pieces, first: int, after: int, *, names: list[str] | None
    ) -> list[np.ndarray]:
        """What is asked of words `[first, after)`, all if no `names`, [CLS] before, [SEP] after."""
        starts = pieces.starts[first : after + 1] - pieces.starts[first]
        start, end = int(pieces.starts[first]), int(pieces.starts[after])
        ids, features = np.zeros((2, 1, end - start + 2), np.int64)
        ids[0, 0], ids[0, -1] = self._vocabulary.cls, self._vocabulary.sep
        ids[0, 1:-1], features[0, 1:-1] = pieces.ids[start:end], pieces.features[start:end]
        inputs = {
            "ids": ids,
            "features": features,
            "first": starts[:-1] + 1,
            "last": starts[1:],
        }
        outputs: list[np.ndarray] = self._session.run(names, inputs, self._needed)
        return [output[0] for output in outputs]


def weights_digest(folder: Path = WEIGHTS) -> str:
    """The SHA-256 of the network in use: two readings with one digest came from the same weights.

    Raises DamagedWeightsError as the encoder does.
    """
    manifest, _ = read_shipped(folder, _NETWORK)
    return str(manifest["sha256"][_NETWORK])
