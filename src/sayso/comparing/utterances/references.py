"""Which rendering of an utterance the others are measured by."""

from collections.abc import Sequence

from sayso.comparing.utterances.sayings import Saying
from sayso.comparing.wording import flat

__all__ = ["plain_words", "reference_of"]

_MARKS = " .,;:!?…\"'"


def plain_words(words: str) -> str:
    """Words without their marks and capitals, by which the same ones are known again."""
    return flat(words).strip(_MARKS).lower()


def reference_of(ordered: Sequence[Saying]) -> Saying:
    """The quotation that holds what most others quote, the longest of these; or the first telling.

    A figure that most who give one have otherwise is a mistake: what has it is no measure.
    """
    plain = {it.statement: plain_words(it.printed) for it in ordered}
    quoted = [(it.report, plain[it.statement]) for it in ordered if it.direct]

    def rank(one: Saying) -> tuple[bool, bool, int, int]:
        words = plain[one.statement]
        held = {report for report, others in quoted if others in words} if one.direct else ()
        length = len(words) if one.direct else 0
        return not _is_outvoted(one, ordered), one.direct, len(held), length

    return max(ordered, key=rank)


def _is_outvoted(one: Saying, ordered: Sequence[Saying]) -> bool:
    """Whether most of the other reports that give figures give none of this one's."""
    own = _figures(one)
    others = [_figures(it) for it in ordered if it.report != one.report]
    giving = [figures for figures in others if figures]
    return bool(own) and 2 * sum(not own.isdisjoint(it) for it in giving) < len(giving)


def _figures(saying: Saying) -> set[str]:
    return {term for term in saying.terms if term[0] == "="}
