"""What agents may ask: small answers, each with the ids and addresses of its passages."""

import datetime
from collections.abc import Callable, Sequence
from typing import Annotated, Any, Literal

from pydantic import Field

from sayso import pipeline
from sayso.errors import BadRequestError, NotKeptError
from sayso.pipeline import Ledger
from sayso.records import Item
from sayso.views.agent_rows import (
    agent_entry,
    agent_finding,
    agent_forecast,
    agent_passage,
    agent_point,
    agent_story,
    agent_utterance,
)

__all__ = ["Tools"]

_MOST = 20  # records in one answer; whoever wants more narrows the question
_LONGEST = 100_000  # letters of a text that is checked
_Day = Annotated[str | None, Field(description="A day like 2024-10-31.")]
_Limit = Annotated[int, Field(ge=1, le=_MOST, description="How many at most.")]
_Answer = dict[str, Any]


class Tools:
    """The tools over one ledger; `site` is the address at which `sayso serve` shows it."""

    def __init__(self, ledger: Ledger, *, site: str) -> None:
        self._ledger = ledger
        self._site = site.rstrip("/")

    def all(self) -> Sequence[Callable[..., _Answer]]:
        """Every tool."""
        return (
            self.search_statements,
            self.get_passage,
            self.check_text,
            self.story,
            self.series,
            self.forecasts,
        )

    def search_statements(
        self,
        *,
        words: Annotated[str, Field(description='Words, "phrases", AND, OR, NOT.')] = "",
        speaker: Annotated[str | None, Field(description="Who spoke.")] = None,
        quantity: Annotated[str | None, Field(description='Like "troops > 5,000".')] = None,
        since: _Day = None,
        until: _Day = None,
        sort: Literal["new", "old", "rank"] = "new",
        limit: _Limit = 10,
    ) -> _Answer:
        """Find who said what in the reports of the ledger."""
        given = {"words": words, "speaker": speaker, "quantity": quantity, "sort": sort}
        search = pipeline.search_of({**given, "since": _day(since), "until": _day(until)})
        found = pipeline.search_page(self._ledger, search, limit=limit)
        lines = [agent_entry(one, self._site) for one in found.entries]
        return {"statements": lines, "total": found.total}

    def get_passage(
        self,
        id: Annotated[str, Field(description="The id of a statement.")],  # noqa: A002 - its name for agents
    ) -> _Answer:
        """The paragraph that a statement stands in, its speaker, and its report."""
        found = pipeline.locate(self._ledger, id)
        if found.statement is None:
            raise NotKeptError(f"No statement is read at {id!r} any more; search for its words.")
        return agent_passage(found.kept, found.statement, self._site)

    def check_text(
        self,
        draft: Annotated[str, Field(max_length=_LONGEST, description="The text to be checked.")],
        record: Annotated[
            str, Field(max_length=_LONGEST, description="What was said; none: with itself.")
        ] = "",
    ) -> _Answer:
        """Compare the quotations of a draft with the record of what was said; nothing is kept."""
        records = [_item(record, "the record")] if record.strip() else []
        found = pipeline.check_draft([_item(draft, "the draft")], records, ledger=self._ledger)
        shown = found.findings[:_MOST]
        lines = [agent_finding(one, found.reading.report.id) for one in shown]
        return {"findings": lines, "total": len(found.findings)}

    def story(
        self,
        number: Annotated[int | None, Field(ge=1, description="None: list the newest.")] = None,
    ) -> _Answer:
        """What was said in one story and how its reports depart; without a number, the stories."""
        if number is None:
            found = pipeline.stories(self._ledger)
            lines = [agent_story(one, self._site) for one in found[: -_MOST - 1 : -1]]
            return {"stories": lines, "total": len(found)}
        told = pipeline.story(self._ledger, number)
        said = [agent_utterance(one, self._site) for one in told.utterances[:_MOST]]
        return {**agent_story(told.story, self._site), "utterances": said}

    def series(
        self,
        thing: Annotated[str, Field(description="What is counted.")],
        place: Annotated[str | None, Field(description="Where.")] = None,
        limit: _Limit = 10,
    ) -> _Answer:
        """How often one thing was counted, by whom and when, with bounds."""
        search = pipeline.search_of({"place": place})
        found = pipeline.series(self._ledger, thing, search)
        lines = [agent_point(one, self._site) for one in found.points[-limit:]]
        return {"thing": found.thing, "points": lines, "total": len(found.points)}

    def forecasts(
        self,
        *,
        words: Annotated[str, Field(description="Words that it must hold.")] = "",
        speaker: Annotated[str | None, Field(description="Who foretold it.")] = None,
        due: _Day = None,
        limit: _Limit = 10,
    ) -> _Answer:
        """What was foretold, until when, and how it came out."""
        search = pipeline.search_of({"words": words, "speaker": speaker})
        board = pipeline.forecasts(self._ledger, search, due=_day(due))
        lines = [agent_forecast(one, self._site) for one in board.forecasts[:limit]]
        return {"forecasts": lines, "total": len(board.forecasts)}


def _item(text: str, name: str) -> Item:
    data = text.encode("utf-8", "replace")
    return Item(name=name, data=data, media_type="text/plain; charset=utf-8")


def _day(text: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text) if text else None
    except ValueError as error:
        raise BadRequestError(f"{text!r} is no day; write it like 2024-10-31.") from error
