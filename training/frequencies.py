"""Count in how many news texts a word stands: `python -m training.frequencies TEXT... > FILE`.

A word is written in small letters with the share of texts that hold it, in hundredths of a per
cent; words of a single text are left out. Only the counts are shipped, never the texts.
"""

import argparse
import re
from collections import Counter
from pathlib import Path

from sayso.comparing.stories.terms import find_words

_LEAST = 2


def main() -> None:
    """Read the options and count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path, nargs="+")
    texts = parser.parse_args().texts
    counts: Counter[str] = Counter()
    for path in texts:
        counts.update({word.lower() for word in find_words(path.read_text("utf-8", "replace"))})
    for word, count in sorted(counts.items()):
        if count >= _LEAST and re.fullmatch(r"[a-z'’-]+", word):
            print(f"{word} {round(10_000 * count / len(texts))}")


if __name__ == "__main__":
    main()
