"""Words that came through an interpreter: another translation of them is found by its meaning."""

from collections.abc import Sequence
from functools import partial

from sayso.comparing.speakers import Voice
from sayso.comparing.statements.sentences import SentenceIndex, sentences_of, telling_words
from sayso.comparing.wording import Wording
from sayso.records import Drift, DriftKind, Finding, FindingKind, Record, Verdict

__all__ = ["find_by_meaning"]

# So much of the words, by what they tell, has to stand in the interpreter's.
_COVERED = 0.5
_FEWEST_WORDS = 3


def find_by_meaning(
    wording: Wording, records: Sequence[Record], voice: Voice, *, name: str | None
) -> Finding | None:
    """The finding on a quotation that an interpreted sentence says in other words, if one does."""
    wanted = telling_words(wording.forms)
    if len(set(wanted)) < _FEWEST_WORDS:
        return None
    for record in records:
        sentences = sentences_of(record)
        near = sentences.nearest(wanted, partial(_may_say, sentences, voice))[:1]
        for match in near:
            if match.coverage >= _COVERED and sentences.interpreted(match.sentence):
                run = sentences.sentences[match.sentence]
                said = sentences.index.surface(*run)
                return Finding(
                    kind=FindingKind.QUOTE,
                    verdict=Verdict.ALTERED_WORDING,
                    report_span=wording.spans,
                    report_text=wording.printed(),
                    speaker=name,
                    record=record.id,
                    record_span=tuple(sentences.index.slices(*run)),
                    record_text=said,
                    record_speaker=sentences.speaker(match.sentence),
                    drift=(Drift(kind=DriftKind.WORDING_CHANGED, was=said, became=None),),
                    explanation="Through an interpreter: matched on what it means, "
                    "for another translation may put it so.",
                )
    return None


def _may_say(sentences: SentenceIndex, voice: Voice, number: int) -> bool:
    return voice(sentences.speaker(number)) is not False
