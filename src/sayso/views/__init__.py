"""What was read and found: lines of JSON, tables for a terminal, annotations.

Pages (`finding_page`) and calendars (`calendar`) are imported by those who ask for one: what they
need takes a while to load.
"""

from sayso.views.access_table import token_table, user_table
from sayso.views.accuracy_table import accuracy_table
from sayso.views.agent_rows import (
    agent_entry,
    agent_finding,
    agent_forecast,
    agent_passage,
    agent_point,
    agent_story,
    agent_utterance,
)
from sayso.views.annotations import github_line, sarif_log
from sayso.views.answer_table import answer_table
from sayso.views.contradiction_table import contradiction_table
from sayso.views.entry_table import blank_table, entry_table, failure_table
from sayso.views.finding_table import finding_table
from sayso.views.forecast_table import forecast_board
from sayso.views.history_table import judgement_table, people_table, revision_table
from sayso.views.jsonl import finding_line, reading_line, record_line
from sayso.views.position import Position, find_position, place_findings
from sayso.views.printable import printable
from sayso.views.reading_table import reading_table
from sayso.views.series_table import series_table
from sayso.views.statement_row import statement_row
from sayso.views.story_rows import origin_line, story_line, utterance_line
from sayso.views.story_table import (
    drift_table,
    origin_table,
    stories_table,
    story_table,
    utterance_table,
)
from sayso.views.timeline_table import timeline_table

__all__ = [
    "Position",
    "accuracy_table",
    "agent_entry",
    "agent_finding",
    "agent_forecast",
    "agent_passage",
    "agent_point",
    "agent_story",
    "agent_utterance",
    "answer_table",
    "blank_table",
    "contradiction_table",
    "drift_table",
    "entry_table",
    "failure_table",
    "find_position",
    "finding_line",
    "finding_table",
    "forecast_board",
    "github_line",
    "judgement_table",
    "origin_line",
    "origin_table",
    "people_table",
    "place_findings",
    "printable",
    "reading_line",
    "reading_table",
    "record_line",
    "revision_table",
    "sarif_log",
    "series_table",
    "statement_row",
    "stories_table",
    "story_line",
    "story_table",
    "timeline_table",
    "token_table",
    "user_table",
    "utterance_line",
    "utterance_table",
]
