"""Behind the parts of a statement: the heads of the encoder, or the rule that moved their edges."""

from collections.abc import Iterable, Iterator, Sequence

from sayso.lexicon import table
from sayso.reading.encoder.encoder import Encoded
from sayso.reading.encoder.tags import ROLES
from sayso.reading.layout import Layout
from sayso.reading.reasons.sentence import first_sentence
from sayso.reading.statements.draft import Draft, fragments
from sayso.reading.statements.flat import read_flat
from sayso.reading.statements.nesting import NESTING
from sayso.reading.statements.rules import RULES
from sayso.records import Mark, Reason, Span, Spans, Statement

__all__ = ["statement_reasons"]

_Part = tuple[str, Spans]
_Step = tuple[str, str]


def statement_reasons(
    statements: Sequence[Statement], layout: Layout, encoded: Encoded
) -> Iterator[Reason]:
    """For each source, cue and content the step after which it first stood as it stands now.

    What no step made comes from the second reading, of one statement within another.
    """
    steps = _first_steps(layout, encoded)
    sentences = table("reasons")["statements"]
    for statement in statements:
        parts = zip(ROLES, (statement.source, statement.cue, statement.content), strict=True)
        for role, spans in parts:
            again = ("encoder.again", sentences["again"])
            rule, because = steps.get((role, spans), again)
            if spans:
                yield Reason(of=statement.id, mark=Mark(role), rule=rule, because=because)


def _first_steps(layout: Layout, encoded: Encoded) -> dict[_Part, _Step]:
    found: dict[_Part, _Step] = {}
    heads = ("encoder.attribution", str(table("reasons")["statements"]["heads"]))
    board = read_flat(layout, encoded, rules=())
    _note(found, heads, _parts(board.drafts, layout))
    for count, rule in enumerate(RULES, start=1):
        board = read_flat(layout, encoded, rules=RULES[:count])
        _note(found, _step("statements", rule), _parts(board.drafts, layout))
    for nest in NESTING:
        nest(board.drafts, layout)
        _note(found, _step("nesting", nest), _parts(board.drafts, layout))
    return found


def _step(folder: str, rule: object) -> _Step:
    return f"{folder}.{getattr(rule, '__name__', '')}", first_sentence(rule)


def _note(found: dict[_Part, _Step], step: _Step, parts: Iterable[_Part]) -> None:
    for part in parts:
        found.setdefault(part, step)


def _parts(drafts: Sequence[Draft], layout: Layout) -> Iterator[_Part]:
    for draft in drafts:
        yield from ((role, _spans(draft.role(role), layout)) for role in ROLES)


def _spans(words: set[int], layout: Layout) -> Spans:
    return tuple(
        Span(layout.words[first].start, layout.words[after - 1].end)
        for first, after in fragments(words)
    )
