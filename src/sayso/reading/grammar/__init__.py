"""Scores of the encoder → grammar: tags, sentences, trees and names of the words of a text."""

from sayso.reading.grammar.decoding import Decoded, Scores, decode, grammar_of
from sayso.reading.grammar.labels import BLOCKS, RELATIONS

__all__ = ["BLOCKS", "RELATIONS", "Decoded", "Scores", "decode", "grammar_of"]
