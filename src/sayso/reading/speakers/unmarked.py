"""Who speaks where the text names no source: the speaker of the words that these run on from."""

from collections.abc import Sequence

import numpy as np

from sayso.reading.speakers.cast import Figure
from sayso.reading.speakers.tokens import Tokens
from sayso.records import Span, Statement

__all__ = ["follow_on"]

_PASSIVE = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s"})
_FAR = 2  # paragraphs from the words before, beyond which nothing runs on
_LONGEST_HEADING = 8  # words of a line that quotes what the text below it says


def follow_on(
    tokens: Tokens, statements: Sequence[Statement], speakers: Sequence[Figure | None]
) -> list[Figure | None]:
    """The speakers, with those of statements without source filled in where the text lets one.

    Words without source or cue go on those before; a heading in marks quotes those that follow.
    """
    found = list(speakers)
    order = sorted(range(len(statements)), key=lambda number: _first(statements[number]))
    before: int | None = None
    for place, number in enumerate(order):
        statement = statements[number]
        if not statement.source:
            model = order[place + 1 : place + 2] if _is_heading(tokens, statement) else [before]
            found[number] = _model(tokens, statements, (number, model, found))
        if statement.source or found[number] is not None:
            before = number
    return found


def _model(
    tokens: Tokens,
    statements: Sequence[Statement],
    told: tuple[int, Sequence[int | None], Sequence[Figure | None]],
) -> Figure | None:
    number, models, speakers = told
    for model in models:
        if model is not None and _runs_on(tokens, statements[model], statements[number]):
            return speakers[model]
    return None


def _first(statement: Statement) -> Span:
    roles = (statement.content, statement.cue, statement.source)
    return min((spans[0] for spans in roles if spans), default=Span(0, 0))


def _runs_on(tokens: Tokens, model: Statement, statement: Statement) -> bool:
    one, other = _place(tokens, model), _place(tokens, statement)
    paragraph, text = tokens.layout.paragraph, tokens.layout.text
    near = abs(int(paragraph[other]) - int(paragraph[one])) <= _FAR
    if not any(word.isalpha() for span in statement.cue for word in span.of(text).split()):
        return near
    cue = min(tokens.range(statement.cue[0])[0], len(tokens) - 1)
    same = tokens.sentence[cue] == tokens.sentence[one]
    return same and tokens.at(cue - 1) not in _PASSIVE


def _place(tokens: Tokens, statement: Statement) -> int:
    return min(tokens.range(_first(statement))[0], len(tokens) - 1)


def _is_heading(tokens: Tokens, statement: Statement) -> bool:
    """Whether the words stand alone in a short line that no full stop ends."""
    if statement.cue or not len(tokens):
        return False
    paragraph = tokens.layout.paragraph
    number = paragraph[_place(tokens, statement)]
    first, after = np.searchsorted(paragraph, [number, number + 1]).tolist()
    if after - first > _LONGEST_HEADING:
        return False
    return not any(tokens.words[index] in {".", "?", "!"} for index in range(first, after))
