"""Statements of a text: read flat, then within each other, as records."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from sayso.reading.encoder.encoder import Encoded, Encoder
from sayso.reading.encoder.tags import ROLES
from sayso.reading.layout import Layout
from sayso.reading.statements.draft import Draft, fragments
from sayso.reading.statements.flat import read_flat
from sayso.reading.statements.nesting import NESTING
from sayso.reading.statements.nesting.again import read_again
from sayso.reading.statements.nesting.asides import tell_aside
from sayso.reading.statements.nesting.figures import put_at_figures
from sayso.reading.statements.nesting.going_on import go_on
from sayso.reading.statements.nesting.parts import part_sayings
from sayso.reading.statements.nesting.relatives import tell_of_relatives
from sayso.reading.statements.nesting.running_on import run_on
from sayso.reading.statements.nesting.so import say_so
from sayso.records import Mode, Span, Spans, Statement, mention_id

__all__ = ["read_statements"]

# Swept 0.3-0.5 on each fourth of PolNeAR dev with weights fitted on the others: found +.5, source
# right +1.1; what falls away is mostly attitudes and plans.
_LEAST_LIKELY = 0.43
_DIRECT = 0.95  # share of quoted words from which a content is direct (PolNeAR's measure)


def read_statements(
    layout: Layout, encoded: Encoded, *, encoder: Encoder, report_id: str
) -> tuple[Statement, ...]:
    """The statements in order of their first word."""
    drafts = read_flat(layout, encoded).drafts
    for rule in NESTING:
        rule(drafts, layout)
    drafts = _likely(drafts)
    for rule in (put_at_figures, say_so, tell_aside):
        rule(drafts, layout)
    tell_of_relatives(drafts, layout, encoded.grammar)
    drafts.extend([*go_on(drafts, layout, encoded.grammar), *run_on(drafts, layout)])
    drafts.extend(read_again(drafts, layout, encoded, encoder=encoder))
    drafts.extend([*part_sayings(drafts, layout, encoded.grammar)])
    ids = {draft: _id(draft, layout, report_id) for draft in drafts}
    outer = _outer(ids)
    found = {
        id_: _statement(draft, layout, id_=id_, within=outer.get(id_)) for draft, id_ in ids.items()
    }
    return tuple(sorted(found.values(), key=_first))


def _likely(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with a content that are likely enough, or told in each other."""
    nested = {draft.within for draft in drafts if draft.within}
    return [
        draft
        for draft in drafts
        if draft.content and (_is_likely(draft) or draft.within or draft in nested)
    ]


def _is_likely(draft: Draft) -> bool:
    return draft.verbatim or draft.found > _LEAST_LIKELY


def _id(draft: Draft, layout: Layout, report_id: str) -> str:
    cue, content = _spans(draft.cue, layout.words), _spans(draft.content, layout.words)
    return mention_id(report_id, "s", *(cue[:1] + content))


def _outer(ids: Mapping[Draft, str]) -> dict[str, str]:
    """By id the statement that one is told in; of the same words there may be several drafts."""
    outer: dict[str, str] = {}
    for draft, own in ids.items():
        above = ids.get(draft.within) if draft.within else None
        if above and own not in _line(above, outer):
            outer[own] = above
    return outer


def _line(own: str, outer: Mapping[str, str]) -> Iterator[str]:
    """The statement and all that it is told in, the nearest first."""
    while own:
        yield own
        own = outer.get(own, "")


def _statement(draft: Draft, layout: Layout, *, id_: str, within: str | None) -> Statement:
    source, cue, content = (_spans(draft.role(role), layout.words) for role in ROLES)
    return Statement(
        id=id_,
        source=source,
        cue=cue,
        content=content,
        mode=Mode.DIRECT if draft.verbatim else _mode(draft.content, layout),
        within=within,
        confidence=None if draft.right is None else round(draft.right, 3),
    )


def _spans(words: Iterable[int], spans: Sequence[Span]) -> Spans:
    return tuple(
        Span(spans[first].start, spans[after - 1].end) for first, after in fragments(words)
    )


def _mode(words: Iterable[int], layout: Layout) -> Mode:
    said = [word for word in words if layout.written[word][0].isalnum()]
    share = np.count_nonzero(layout.quoted[said]) / len(said) if said else 0
    if share >= _DIRECT:
        return Mode.DIRECT
    return Mode.MIXED if share else Mode.INDIRECT


def _first(statement: Statement) -> tuple[Span, ...]:
    return min(spans for spans in (statement.source, statement.cue, statement.content) if spans)
