"""One statement at its permanent address, and a place where nothing is read."""

from sayso.records import KeptReport, Relation, Span, Statement
from sayso.views.heading import report_facts
from sayso.views.located import located
from sayso.views.pages.cards import statement_card
from sayso.views.pages.citing import citation, live_link, selector_link
from sayso.views.pages.frame import Frame, framed
from sayso.views.pages.marking import marked_pieces

__all__ = ["lost_page", "statement_page"]

_AROUND = 400  # letters before and after a passage, at most


def statement_page(
    kept: KeptReport, statement: Statement, frame: Frame, *, made: int | None = None
) -> str:
    """The words in their paragraph, what was read of them, how to cite and how to correct them.

    `made` is the number of the judgement that was just made.
    """
    card = statement_card(kept, statement)
    mentions = {statement.id, *(quantity.id for quantity, _ in card.figures)}
    report = kept.reading.report
    return framed(
        "statement.html",
        frame,
        **_told(kept, (*statement.source, *statement.cue, *statement.content), only=card.number),
        card=card,
        statement=statement,
        citation=citation(kept, statement, frame, speaker=card.speaker),
        selector=selector_link(report, statement.content[0], frame),
        live=live_link(report, statement.content[0]),
        relations=list(Relation),
        seen=max((one.number for one in kept.judgements), default=0),
        history=[one for one in kept.judgements if one.anchor and one.anchor.mention in mentions],
        made=made,
    )


def lost_page(kept: KeptReport, mention: str, frame: Frame) -> str:
    """The words at that place of that very text, where no statement is read."""
    last = mention.rpartition(".s")[2].split("+")[1:] or [mention.rpartition(".s")[2]]
    length = len(kept.reading.report.text)
    spans = [Span(*(min(int(end[:9]), length) for end in piece.split("-"))) for piece in last]
    return framed("lost.html", frame, mention=mention, **_told(kept, tuple(spans), only=0))


def _told(kept: KeptReport, spans: tuple[Span, ...], *, only: int) -> dict[str, object]:
    report = kept.reading.report
    stretch = _paragraphs(report.text, spans)
    return {
        "kept": kept,
        "title": report.title or located(kept.shelved.address),
        "facts": report_facts(report),
        "pieces": marked_pieces(kept.reading, within=stretch, only=only),
    }


def _paragraphs(text: str, spans: tuple[Span, ...]) -> Span:
    """From the beginning of the first paragraph to the end of the last, or so far as is shown."""
    first = min((span.start for span in spans), default=0)
    last = max((span.end for span in spans), default=0)
    before = text.rfind("\n\n", 0, first)
    end = text.find("\n\n", last)
    start = max(0 if before < 0 else before + 2, first - _AROUND)
    return Span(min(start, first), min(len(text) if end < 0 else end, last + _AROUND))
