"""sayso tells who said what in the news, in which words, and what became of it on the way."""

__version__ = "0.1.0"
