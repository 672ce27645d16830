"""Count how often a word stands in a cue: `python -m training.cues POLNEAR > FILE`.

A word in small letters goes to the row of its log odds, rounded to halves; words of fewer than
three cues and words that stand in cues no more often than any word does are left out. Only the
counts are shipped, never the texts.
"""

import argparse
import math
import textwrap
from collections import Counter, defaultdict
from pathlib import Path

from sayso.reading.words import split_words
from training.polnear import Article, read_articles

_LEAST = 3
_SMOOTHING = 2  # words like any other that each word is seen to have been besides


def main() -> None:
    """Read the option and count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("polnear", type=Path)
    held, all_words = Counter[str](), Counter[str]()
    for article in read_articles(parser.parse_args().polnear, "train"):
        _count(article, held, all_words)
    share = held.total() / all_words.total()
    levels: dict[float, list[str]] = defaultdict(list)
    for word in sorted(word for word in held if held[word] >= _LEAST and word.isalpha()):
        level = _log_odds(held[word] + _SMOOTHING * share, all_words[word] + _SMOOTHING)
        if level > _log_odds(share, 1):
            levels[round(2 * level) / 2].append(word)
    print("# How often a word stands in a cue, in log odds: counted over PolNeAR train by")
    print("# python -m training.cues POLNEAR")
    print(f"any = {round(2 * _log_odds(share, 1)) / 2}\n\n[words]")
    for level, words in sorted(levels.items(), reverse=True):
        print(f'"{level}" = """\n{textwrap.fill(" ".join(words), 100)}\n"""')


def _count(article: Article, held: Counter[str], all_words: Counter[str]) -> None:
    cues = {unit for one in article.attributions for span in one["cue"] for unit in range(*span)}
    for word in split_words(article.text):
        form = word.of(article.text).lower()
        all_words[form] += 1
        held[form] += word.start in cues


def _log_odds(held: float, of: float) -> float:
    return math.log(held / (of - held))


if __name__ == "__main__":
    main()
