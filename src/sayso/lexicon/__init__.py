"""Words as rows: cues, hedges, units and the rest, in TOML, with one reader."""

from sayso.lexicon.lexicon import table, words

__all__ = ["table", "words"]
