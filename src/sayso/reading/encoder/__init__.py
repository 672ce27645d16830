"""The encoder: one pass over the words of a text that every reader builds on."""
