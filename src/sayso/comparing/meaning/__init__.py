"""What a statement says as a vector: renderings of one utterance lie near each other."""

from sayso.comparing.meaning.meaning import meanings
from sayso.comparing.meaning.vocabulary import Vocabulary

__all__ = ["Vocabulary", "meanings"]
