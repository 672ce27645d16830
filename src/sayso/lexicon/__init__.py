"""Words as rows: cues, hedges, units and the rest, in TOML, with one reader."""

from sayso.lexicon.lexicon import document_share, rows, table, words

__all__ = ["document_share", "rows", "table", "words"]
