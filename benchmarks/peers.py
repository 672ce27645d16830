"""spaCy and textacy on the texts that sayso is measured on, in the same run."""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

__all__ = ["peer_rows"]

_PYTHON = os.environ.get("SAYSO_PEERS", sys.executable)
"""The Python in which spaCy with en_core_web_sm, and textacy, are installed, if any."""
_CHILD = Path(__file__).with_name("peer.py")
_FIGURES = ("detect J50", "SC-head", "direct SC-head")
_LEFT_OUT = "left out: not installed in the Python that SAYSO_PEERS names"

Row = tuple[str, str, str]


def peer_rows(shared: Path) -> list[Row]:
    """Words a second of both, start-up included, and the attributions of textacy."""
    texts = shared / "data" / "polnear" / "dev" / "text"
    if not texts.exists():
        return []
    with tempfile.TemporaryDirectory() as folder:
        return [
            _row(name, texts, shared=shared, folder=Path(folder)) for name in ("spacy", "textacy")
        ]


def _row(name: str, texts: Path, *, shared: Path, folder: Path) -> Row:
    asked = f"import spacy, {name}"
    if subprocess.run([_PYTHON, "-c", asked], capture_output=True, check=False).returncode:
        return f"{name} on the same reports", _LEFT_OUT, ""
    found = folder / f"{name}.jsonl"
    seconds = float(_output(_PYTHON, _CHILD, name, texts, found))
    words = sum(len(path.read_text("utf-8").split()) for path in texts.glob("*.txt"))
    speed = f"{words / seconds:,.0f} words a second"
    if name == "spacy":
        return "spaCy en_core_web_sm (grammar and names alone)", speed, ""
    return f"{name} (quotations alone)", f"{_scores(found, shared, folder)}; {speed}", ""


def _scores(found: Path, shared: Path, folder: Path) -> str:
    """Found, source right, and both of quotations, in per cent."""
    bench, gold = shared / "bench", folder / "gold.jsonl"
    corpus = _output(sys.executable, bench / "polnear.py", shared / "data" / "polnear", "dev")
    gold.write_text(corpus, "utf-8")
    scores = _output(sys.executable, bench / "score.py", gold, found)
    figures = (
        re.search(rf"^{re.escape(one)}\s+P .* F\s+([\d.]+) ", scores, re.MULTILINE)
        for one in _FIGURES
    )
    return " / ".join(f"{float(figure[1]):.1f}" for figure in figures if figure)


def _output(*command: str | Path) -> str:
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
