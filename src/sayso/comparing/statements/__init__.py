"""What somebody is told to have said, in other words, against what the record has."""

from sayso.comparing.statements.rendering import Rendering
from sayso.comparing.statements.sentences import sentences_of
from sayso.comparing.statements.statements import check_statements, place_tellings

__all__ = ["Rendering", "check_statements", "place_tellings", "sentences_of"]
