"""What somebody said, told by a report with nobody's name: the source was lost on the way."""

from dataclasses import replace
from functools import cache

from sayso.comparing.utterances.renderings import Told
from sayso.comparing.utterances.sayings import Saying
from sayso.comparing.words import read_words
from sayso.lexicon import table
from sayso.records import Drift, DriftKind, Rendering, Verdict

__all__ = ["with_lost_source"]

_UNMARKED = frozenset({None, Verdict.SAME})


def with_lost_source(rendering: Rendering, told: Told, reference: Saying) -> Rendering:
    """The rendering, drifted where it names no source though the reference has a speaker.

    A pronoun is a source all the same, if nobody knows whose: then nothing is told of it.
    """
    reading, statement = told
    source = " ".join(span.of(reading.report.text) for span in statement.source)
    named = {word.form for word in read_words(source)}
    if statement.speaker or not reference.speaker or (named and named <= _pronouns()):
        return rendering
    lost = Drift(kind=DriftKind.SPEAKER_CHANGED, was=reference.speaker, became=source or None)
    verdict = Verdict.DRIFTED if rendering.verdict in _UNMARKED else rendering.verdict
    return replace(rendering, verdict=verdict, drift=(*rendering.drift, lost))


@cache
def _pronouns() -> frozenset[str]:
    return frozenset(form for row in table("pronouns").values() for form in row.get("forms", ()))
