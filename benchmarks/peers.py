"""Others on the texts that sayso is measured on, in the same run."""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from sayso.comparing.stories import group_stories
from sayso.records import Report

__all__ = ["grouping_rows", "peer_rows"]

_PYTHON = os.environ.get("SAYSO_PEERS", sys.executable)
"""The Python in which spaCy with en_core_web_sm, and textacy, are installed, if any."""
_CHILD = Path(__file__).with_name("peer.py")
_GROUPING = Path(__file__).with_name("grouping_peer.py")
_SAID = {
    "spacy": ("spaCy en_core_web_sm (grammar and names alone)", "spacy"),
    "textacy": ("textacy (quotations alone)", "spacy, textacy"),
    "clauses": ("rules of clauses as in the Gender Gap Tracker, ours, over spaCy", "spacy"),
}
"""What is run: in words, and what it needs."""
_FIGURES = ("detect J50", "SC-head", "direct SC-head")
_LEFT_OUT = "left out: not installed in the Python that SAYSO_PEERS names"

Row = tuple[str, str, str]


def peer_rows(shared: Path) -> list[Row]:
    """Words a second of each, start-up included, and the attributions of those that find any."""
    texts = shared / "data" / "polnear" / "dev" / "text"
    if not texts.exists():
        return []
    with tempfile.TemporaryDirectory() as folder:
        return [_row(name, texts, shared=shared, folder=Path(folder)) for name in (*_SAID,)]


def _row(name: str, texts: Path, *, shared: Path, folder: Path) -> Row:
    what, needed = _SAID[name]
    if not _has(needed):
        return what, _LEFT_OUT, ""
    found = folder / f"{name}.jsonl"
    seconds = float(_output(_PYTHON, _CHILD, name, texts, found))
    words = sum(len(path.read_text("utf-8").split()) for path in texts.glob("*.txt"))
    speed = f"{words / seconds:,.0f} words a second"
    if name == "spacy":
        return what, speed, ""
    return what, f"{_scores(found, shared, folder)}; {speed}", ""


def grouping_rows(shared: Path) -> list[Row]:
    """Stories as TF-IDF and average linkage group them, and as sayso does."""
    folder = shared / "data" / "ecbplus"
    if not folder.exists():
        return []
    what = "stories of ECB+ topics 1-35: TF-IDF, average linkage, told how many there are"
    found = _output(_PYTHON, _GROUPING, folder) if _has("sklearn") else ""
    groups = json.loads(found) if found else None
    there = f"{_f1(groups, folder):.1f}" if groups else _LEFT_OUT
    own = "the same by sayso, whose likeness was fitted to them"
    return [(what, there, ""), (own, f"{_f1(_own_groups(folder), folder):.1f}", "")]


def _own_groups(folder: Path) -> list[Sequence[str]]:
    pages = {path.stem: json.loads(path.read_text("utf-8")) for path in folder.glob("*/*.json")}
    reports = [Report(id=of, text=it["text"], title=it["title"]) for of, it in pages.items()]
    return [story.reports for story in group_stories(reports)]


def _f1(groups: Iterable[Sequence[str]], folder: Path) -> float:
    """B-cubed F1 in per cent (Bagga and Baldwin 1998); a folder is a story."""
    gold = {path.stem: path.parent.name for path in folder.glob("*/*.json")}
    sizes = Counter(gold.values())
    precision = recall = 0.0
    for group in groups:
        for name, shared in Counter(gold[of] for of in group).items():
            precision += shared * shared / len(group) / len(gold)
            recall += shared * shared / sizes[name] / len(gold)
    return 200 * precision * recall / (precision + recall)


def _has(modules: str) -> bool:
    asked = [_PYTHON, "-c", f"import {modules}"]
    return not subprocess.run(asked, capture_output=True, check=False).returncode


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
