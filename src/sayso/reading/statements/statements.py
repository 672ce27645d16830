"""Statements of a text: the encoder's tags decoded, linked and mended, as records."""

from collections.abc import Iterable, Sequence

from sayso.reading.encoder.encoder import Encoded
from sayso.reading.encoder.tags import ROLES, best_tags, runs
from sayso.reading.layout import Layout
from sayso.reading.statements.draft import Board, Draft, fragments
from sayso.reading.statements.linking import link_tags
from sayso.reading.statements.rules import RULES, Rule
from sayso.records import Mode, Span, Spans, Statement, mention_id

__all__ = ["read_statements"]

_DIRECT = 0.95  # share of quoted words from which a content is direct (PolNeAR's measure)


def read_statements(
    layout: Layout, encoded: Encoded, *, report_id: str, rules: Sequence[Rule] = RULES
) -> tuple[Statement, ...]:
    """The statements in order of their first word, none within another."""
    tags = best_tags(encoded.tags, encoded.steps)
    tagged = runs(tags)
    board = Board(link_tags(encoded, tags), layout, tagged)
    for rule in rules:
        rule(board)
    found = (_statement(draft, layout, report_id) for draft in board.drafts if draft.content)
    return tuple(sorted(found, key=_first))


def _statement(draft: Draft, layout: Layout, report_id: str) -> Statement:
    source, cue, content = (_spans(draft.role(role), layout.words) for role in ROLES)
    return Statement(
        id=mention_id(report_id, "s", *(cue[:1] + content)),
        source=source,
        cue=cue,
        content=content,
        mode=_mode(draft.content, layout),
    )


def _spans(words: Iterable[int], spans: Sequence[Span]) -> Spans:
    return tuple(
        Span(spans[first].start, spans[after - 1].end) for first, after in fragments(words)
    )


def _mode(words: Iterable[int], layout: Layout) -> Mode:
    said = [word for word in words if layout.word(word)[0].isalnum()]
    share = sum(layout.quoted[word] for word in said) / max(1, len(said))
    if share >= _DIRECT:
        return Mode.DIRECT
    return Mode.MIXED if share else Mode.INDIRECT


def _first(statement: Statement) -> tuple[Span, ...]:
    return min(spans for spans in (statement.source, statement.cue, statement.content) if spans)
