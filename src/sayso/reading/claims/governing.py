"""What a word does to the clause that it governs: the rows of the lexicon, and how to find one."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from sayso.lexicon import table
from sayso.reading.claims.parse import Parse
from sayso.reading.inflection import dictionary_forms
from sayso.records import Certainty, SpeechAct, Tense

__all__ = ["Effect", "Row", "row_at"]

_FORMS = ("that", "bare", "to", "doing", "whether", "thing", "from", "of", "against")


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What becomes of the governed clause: turned round, how sure at most, and when."""

    flips: bool = False
    certainty: Certainty = Certainty.ASSERTED
    tense: Tense | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What a word does: where it holds, and where it is itself negated.

    `carries` where the word is no claim beside what it governs if it simply holds, `raises` where
    it never is one, `holds` where its subject is who holds the claim.
    """

    plain: Effect
    negated: Effect
    act: SpeechAct | None = None
    carries: bool = False
    raises: bool = False
    holds: bool = False


def row_at(parse: Parse, word: int, *forms: str) -> Row | None:
    """The row of the word for the first of those forms that has one; longer phrases go first."""
    known = _known(parse.form(word))
    for form in forms if known else ():
        found: tuple[int, Row | None] = (-1, None)
        for by_form in known:
            for rest, row in by_form.get(form, ()):
                if len(rest) > found[0] and parse.forms[word + 1 : word + 1 + len(rest)] == rest:
                    found = (len(rest), row)
        if found[1] is not None:
            return found[1]
    return None


@lru_cache(maxsize=1 << 12)
def _known(word: str) -> tuple[Mapping[str, list[tuple[list[str], Row]]], ...]:
    """The rows of every dictionary form of a word that has any, as few words do."""
    rows = _rows()
    return tuple(rows[base] for base in dictionary_forms(word) if base in rows)


@cache
def _rows() -> Mapping[str, Mapping[str, list[tuple[list[str], Row]]]]:
    """By first word and form the rows with the words that follow.

    Of two rows for one word and form the first holds.
    """
    rows: dict[str, dict[str, list[tuple[list[str], Row]]]] = {}
    for entry in table("claims")["governing"]:
        row = _row(entry)
        for form in entry.get("forms", _FORMS):
            for phrase in entry["words"]:
                first, *rest = phrase.split()
                rows.setdefault(first, {}).setdefault(form, []).append((rest, row))
    return rows


def _row(entry: Mapping[str, Any]) -> Row:
    return Row(
        plain=_effect(entry),
        negated=_effect(entry.get("negated", entry)),
        act=SpeechAct(entry["act"]) if "act" in entry else None,
        carries=entry.get("carries", False),
        raises=entry.get("raises", False),
        holds=entry.get("holds", False),
    )


def _effect(entry: Mapping[str, Any]) -> Effect:
    return Effect(
        flips=entry.get("polarity") == "flip",
        certainty=Certainty(entry.get("certainty", Certainty.ASSERTED)),
        tense=Tense(entry["tense"]) if "tense" in entry else None,
    )
