"""Drift of an answer: a no told as a yes, an open one as what was asked."""

from collections.abc import Iterator

from sayso.comparing.conditions import phrase_of
from sayso.comparing.negations import hidden_denials, negations, parity
from sayso.comparing.statements.departure import Departure, departure
from sayso.comparing.statements.rendering import Rendering
from sayso.records import DriftKind

__all__ = ["answer_denied", "answer_left_open"]


def answer_denied(rendering: Rendering) -> Iterator[Departure]:
    """The answer was no, and it is told as a yes."""
    answer, *asked = rendering.numbers
    sentences, telling = rendering.sentences, rendering.telling
    if not _is_answer(rendering):
        return
    if phrase_of(sentences.forms(answer), "certainty", "open_answers"):
        return
    question = [form for it in asked for form in sentences.forms(it)]
    as_asked = parity((*telling.forms, *telling.saying)) == parity(question)
    no_more = hidden_denials().intersection(telling.frame) <= set(question)
    if as_asked and no_more and negations().intersection(sentences.opening(answer)):
        yield _departure(rendering, DriftKind.NEGATION_CHANGED)


def answer_left_open(rendering: Rendering) -> Iterator[Departure]:
    """The answer left it open, and what was asked is told as so."""
    answer, sentences = rendering.numbers[0], rendering.sentences
    if not _is_answer(rendering):
        return
    said_next = sentences.forms(answer + 1) if sentences.goes_on(answer) else ()
    left_open = phrase_of((*sentences.forms(answer), *said_next), "certainty", "open_answers")
    told = (*rendering.telling.frame, *rendering.telling.saying)
    if left_open and not (
        phrase_of(told, "certainty", "open_answers")
        or phrase_of(told, "conditions", "told")
        or hidden_denials().intersection(told)
    ):
        yield _departure(rendering, DriftKind.CERTAINTY_RAISED)


def _is_answer(rendering: Rendering) -> bool:
    """Whether the nearest sentence answers a question that is told with it."""
    answer, *asked = rendering.numbers
    sentences = rendering.sentences
    return any(sentences.is_question(it) and sentences.answer(it) == answer for it in asked)


def _departure(rendering: Rendering, kind: DriftKind) -> Departure:
    sentences = rendering.sentences
    said = sentences.index.surface(*sentences.sentences[rendering.numbers[0]])
    return departure(kind, said, rendering.telling.printed(), grave=True)
