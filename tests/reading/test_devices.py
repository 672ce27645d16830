"""The network on other devices than a processor: as far as it can be tried without one."""

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import onnxruntime
import pytest

from sayso.errors import BadRequestError
from sayso.reading.encoder.devices import Device, providers_for, refuse_fallback
from sayso.reading.encoder.encoder import WEIGHTS, Encoder
from sayso.reading.encoder.floats import in_floats
from sayso.reading.words import split_words

REPORTS = sorted((Path(__file__).parents[2] / "examples").glob("*/[0-9]*.txt"))
NO_CARD = "CUDAExecutionProvider" not in onnxruntime.get_available_providers()


def _weights_in_floats(folder: Path) -> Path:
    """The shipped weights with that network in the place of theirs."""
    shutil.copytree(WEIGHTS, folder)
    network = in_floats((WEIGHTS / "encoder.onnx").read_bytes())
    (folder / "encoder.onnx").write_bytes(network)
    manifest = json.loads((folder / "weights.json").read_text("utf-8"))
    manifest["sha256"]["encoder.onnx"] = hashlib.sha256(network).hexdigest()
    (folder / "weights.json").write_text(json.dumps(manifest), "utf-8")
    return folder


def test_in_floats_nearly_every_word_has_the_same_tag(tmp_path: Path) -> None:
    shipped, plain = Encoder(), Encoder(_weights_in_floats(tmp_path / "weights"))
    same, words = 0, 0
    for path in REPORTS[:5]:
        text = path.read_text("utf-8")
        one, other = (it.encode(text, split_words(text)).tags for it in (shipped, plain))
        assert not np.array_equal(one, other)  # it is another network
        same += int((one.argmax(1) == other.argmax(1)).sum())
        words += len(one)
    assert same / words > 0.97


def test_in_floats_nothing_is_rounded() -> None:
    network = in_floats((WEIGHTS / "encoder.onnx").read_bytes())
    assert b"MatMulInteger" not in network
    assert b"DynamicQuantizeLinear" not in network


@pytest.mark.skipif(not NO_CARD, reason="there is a card")
def test_a_gpu_that_is_not_there_is_told() -> None:
    with pytest.raises(BadRequestError, match=r"sayso\[gpu\]"):
        providers_for(Device.GPU)


def test_a_session_that_fell_back_is_refused() -> None:
    refuse_fallback(Device.CPU, ["CPUExecutionProvider"])
    with pytest.raises(BadRequestError, match="driver"):
        refuse_fallback(Device.GPU, ["CPUExecutionProvider"])


@pytest.mark.skipif(not NO_CARD, reason="there is a card")
def test_a_batch_begins_nothing_where_there_is_no_gpu(tmp_path: Path) -> None:
    out = tmp_path / "tables"
    line = [sys.executable, "-m", "sayso", "batch", str(REPORTS[0]), "--out", str(out)]
    done = subprocess.run(
        [*line, "--device", "gpu"], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "--device" in done.stderr
    assert not out.exists()
