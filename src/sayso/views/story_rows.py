"""Stories, utterances and origins as lines of JSON, by the contract in `docs/commands.md`."""

from collections.abc import Mapping, Sequence
from typing import Any

from sayso.records import KnownStory, Origin, ReportCard, Utterance
from sayso.views.jsonl import record_line

__all__ = ["origin_line", "story_line", "utterance_line"]


def story_line(story: KnownStory) -> bytes:
    """One story with its reports, on one line."""
    reports = [{name: getattr(it, name) for name in ("id", "url", "file")} for it in story.reports]
    return record_line({"id": story.id, "title": story.title, "reports": reports})


def utterance_line(utterance: Utterance) -> bytes:
    """One utterance with the statements that render it, on one line."""
    return record_line(
        {
            "id": utterance.id,
            "speaker": utterance.speaker,
            "said_on": utterance.said_on,
            "words": utterance.words,
            "reference": utterance.reference,
            "again": utterance.again,
            "record_words": utterance.record_words,
            "statements": [_statement(it) for it in utterance.renderings],
        }
    )


def origin_line(origin: Origin, cards: Mapping[str, ReportCard]) -> bytes:
    """Where one report has its words from, on one line; reports are named by file or address."""
    return record_line(
        {
            "report": _name(origin.report, cards),
            "id": origin.report,
            "origin": origin.origin,
            "source": _name(origin.source, cards),
            "kind": origin.kind,
            "because": origin.because,
        }
    )


def _statement(rendering: Any) -> dict[str, Any]:
    drift: Sequence[Any] = rendering.drift
    return {
        "id": rendering.statement,
        "report": rendering.report,
        "verdict": rendering.verdict,
        "drift": [{"kind": it.kind, "from": it.was, "to": it.became} for it in drift],
        "record": rendering.record,
        "record_span": rendering.record_span,
    }


def _name(report: str | None, cards: Mapping[str, ReportCard]) -> str | None:
    card = cards.get(report or "")
    return (card.file or card.url or card.id) if card else report
