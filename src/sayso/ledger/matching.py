"""A search as each database's full-text query."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sayso.ledger.fulltext import STEMS
from sayso.ledger.words import Both, Either, Not, Phrase, Words

__all__ = ["ENDS", "STARTS", "Asked", "Matched", "match"]

STARTS = "\x02"
"""The mark before words that were searched for."""
ENDS = "\x03"
"""The mark after them."""

Asked = Mapping[str, Sequence[Words]]
"""What must be found, by the column of the index in which it must be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """The parts of a query: where rows come from, on which conditions, with what parameters.

    `words` gives the statement's words with what was searched for marked, `rank` its fit.
    """

    source: str
    words: str
    rank: str | None = None
    conditions: tuple[str, ...] = ()
    values: dict[str, Any] = field(default_factory=dict)


def match(dialect: str, asked: Asked) -> Matched:
    """How the database of that dialect is asked; statements stand in it as `s`."""
    if not any(asked.values()):
        words = "(select p.words from passage p where p.id = s.id)"
        return Matched(source="statement s", words=words)
    return _postgres(asked) if dialect == "postgresql" else _sqlite(asked)


def _sqlite(asked: Asked) -> Matched:
    wanted = [f"{column} : ({_fts(part)})" for column, parts in asked.items() for part in parts]
    return Matched(
        source="fulltext f cross join statement s on s.id = f.rowid",
        words=f"highlight(fulltext, 0, '{STARTS}', '{ENDS}')",
        rank="f.rank",
        conditions=("fulltext match :match",),
        values={"match": " AND ".join(wanted)},
    )


def _fts(words: Words) -> str:
    """The words in the language of FTS5."""
    match words:
        case Phrase(text=text, prefix=prefix):
            return '"' + text.replace('"', '""') + '"' + " *" * prefix
        case Either(parts=parts):
            return " OR ".join(f"({_fts(part)})" for part in parts)
        case Both(parts=parts):
            wanted = [_fts(part) for part in parts if not isinstance(part, Not)]
            unwanted = [_fts(part.part) for part in parts if isinstance(part, Not)]
            first = " AND ".join(f"({part})" for part in wanted)
            return " NOT ".join([f"({first})", *(f"({part})" for part in unwanted)])
        case Not(part=part):  # parsing leaves none but within Both
            return _fts(part)


def _postgres(asked: Asked) -> Matched:
    values: dict[str, Any] = {}
    queries = [
        (column, _tsquery(part, values)) for column, parts in asked.items() for part in parts
    ]
    marked = " && ".join(query for column, query in queries if column == "words")
    words = "(select p.words from passage p where p.id = s.id)"
    marks = f"StartSel={STARTS}, StopSel={ENDS}, HighlightAll=true"
    return Matched(
        source="fulltext f join statement s on s.id = f.id",
        words=f"ts_headline('{STEMS}', {words}, {marked}, '{marks}')" if marked else words,
        rank=f"-ts_rank(f.words, {marked})" if marked else None,
        conditions=tuple(f"f.{column} @@ {query}" for column, query in queries),
        values=values,
    )


def _tsquery(words: Words, values: dict[str, Any]) -> str:
    """The words as a tsquery; `values` takes up its parameters."""
    match words:
        case Phrase(text=text, prefix=prefix):
            name = f"match{len(values)}"
            values[name] = text
            found = f"phraseto_tsquery('{STEMS}', :{name})"
            return f"cast(cast({found} as text) || ':*' as tsquery)" if prefix else found
        case Either(parts=parts):
            return "(" + " || ".join(_tsquery(part, values) for part in parts) + ")"
        case Both(parts=parts):
            return "(" + " && ".join(_tsquery(part, values) for part in parts) + ")"
        case Not(part=part):
            return f"(!! {_tsquery(part, values)})"
