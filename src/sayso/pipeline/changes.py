"""What somebody typed to correct a mention, checked before it is kept."""

import datetime
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from sayso.errors import BadRequestError
from sayso.records import Judgement, JudgementKind, Outcome, Relation, Verdict

__all__ = ["is_sound", "parse_change", "refuse_beyond"]

_NAME = r"\S.{0,199}"
_SPANS = r"\d{1,9}-\d{1,9}(\+\d{1,9}-\d{1,9})*"
# With or without commas between thousands; as many digits as any figure has.
_NUMBER = r"-?(\d{1,40}|\d{1,3}(,\d{3}){1,12})(\.\d{1,20})?"
_DAY = r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
_CHOICES = {"relation": Relation, "verdict": Verdict, "outcome": Outcome}
# Which kind of judgement a field belongs to, and what its value must be like.
_FIELDS = {
    "outlet": (JudgementKind.FILL, _NAME),
    "published": (JudgementKind.FILL, _DAY),
    "speaker": (JudgementKind.SPEAKER, _NAME),
    "office": (JudgementKind.SPEAKER, _NAME),
    "affiliation": (JudgementKind.SPEAKER, _NAME),
    "source": (JudgementKind.SPAN, _SPANS),
    "cue": (JudgementKind.SPAN, _SPANS),
    "content": (JudgementKind.SPAN, _SPANS),
    "value": (JudgementKind.QUANTITY, _NUMBER),
    "low": (JudgementKind.QUANTITY, _NUMBER),
    "high": (JudgementKind.QUANTITY, _NUMBER),
    "relation": (JudgementKind.QUANTITY, "|".join(_CHOICES["relation"])),
    "counted": (JudgementKind.QUANTITY, _NAME),
    "unit": (JudgementKind.QUANTITY, r".{1,100}"),
    "earliest": (JudgementKind.TIME, _DAY),
    "latest": (JudgementKind.TIME, _DAY),
    "verdict": (JudgementKind.VERDICT, "|".join(_CHOICES["verdict"])),
    "same_as": (JudgementKind.GROUPING, r"\S+"),
    "other_than": (JudgementKind.GROUPING, r"\S+"),
    "same_story": (JudgementKind.GROUPING, r"\S+"),
    "other_story": (JudgementKind.GROUPING, r"\S+"),
    "outcome": (JudgementKind.FORECAST, "|".join(_CHOICES["outcome"])),
}


def parse_change(fields: Sequence[str]) -> tuple[JudgementKind, dict[str, Any]]:
    """What the fields, each `name=value`, change; BadRequestError where they cannot be meant.

    >>> parse_change(["value=8,000", "relation=at_most"])[1]
    {'value': '8000', 'relation': 'at_most'}
    """
    change, kinds = {}, set()
    for field in fields:
        name, _, value = field.partition("=")
        kind, pattern = _FIELDS.get(name, (None, ""))
        if kind is None or not re.fullmatch(pattern, value):
            raise BadRequestError(f"{field!r} changes nothing; {_meant(name)}.")
        kinds.add(kind)
        change[name] = str(Decimal(value.replace(",", ""))) if pattern == _NUMBER else value
    if len(kinds) != 1:
        raise BadRequestError("One judgement is about one thing; judge the others by themselves.")
    for refuse in _RULES:
        refuse(change)
    return kinds.pop(), change


def _meant(name: str) -> str:
    """What could have been typed, as the end of a sentence."""
    if name in _CHOICES:
        return f"{name} is one of {', '.join(_CHOICES[name])}"
    return f"write FIELD=VALUE ({', '.join(_FIELDS)})"


def refuse_beyond(change: Mapping[str, Any], text: str) -> None:
    """BadRequestError where a span stands nowhere in the text."""
    for name in ("source", "cue", "content"):
        if name in change and not _is_in(change[name], text):
            raise BadRequestError(
                f"{name}={change[name]} is nowhere in the text, which has {len(text):,} letters."
            )


def is_sound(judgement: Judgement, text: str) -> bool:
    """Whether a judgement of another ledger, about that text, could have been made here."""
    change = dict(judgement.change)
    if judgement.kind is JudgementKind.SPLIT:
        return list(change) == ["name"] and isinstance(change["name"], str)
    try:
        told = parse_change([f"{name}={value}" for name, value in change.items()])
        refuse_beyond(change, text)
    except BadRequestError:
        return False
    return told == (judgement.kind, change)


def _is_in(spans: str, text: str) -> bool:
    """Whether spans in short stand in the text, one after the other."""
    ends = [int(end) for span in spans.split("+") for end in span.split("-")]
    return ends == sorted(ends) and ends[0] < ends[-1] <= len(text)


def _refuse_nobody(change: Mapping[str, Any]) -> None:
    if change.keys() & {"office", "affiliation"} and "speaker" not in change:
        raise BadRequestError("An office is somebody's; give speaker=NAME beside it.")


def _refuse_days(change: Mapping[str, Any]) -> None:
    for name in change.keys() & {"published", "earliest", "latest"}:
        try:
            datetime.date.fromisoformat(change[name])
        except ValueError as error:
            raise BadRequestError(f"There is no day {change[name]}.") from error


def _refuse_order(change: Mapping[str, Any]) -> None:
    if change.get("earliest", "") > change.get("latest", "9999"):
        raise BadRequestError("The latest day is before the earliest one; give them in order.")
    if "low" in change and "high" in change and Decimal(change["low"]) > Decimal(change["high"]):
        raise BadRequestError("The highest figure is below the lowest one; give them in order.")


_RULES = (_refuse_nobody, _refuse_days, _refuse_order)
