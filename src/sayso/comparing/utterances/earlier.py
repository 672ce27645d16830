"""Whether something was said on another occasion than the one that its report is about."""

import re
from functools import cache

from sayso.comparing.statements.telling import sentences_in
from sayso.lexicon import table
from sayso.records import Reading, Span, Statement

__all__ = ["said_earlier"]

# Characters round the source and the words of saying, within the sentence of these.
_NEAR = 60


def said_earlier(reading: Reading, statement: Statement) -> bool:
    """Whether the report tells beside the words of saying that this was said before.

    "The guild had said days before that ..." is another act of speaking than what the guild says
    on the day; "the guild said earlier on Monday" is the same.
    """
    said = [*statement.source, *statement.cue]
    if not said:
        return False
    text = reading.report.text
    near = _near(text, Span(min(said).start, max(span.end for span in said)))
    told = (found.start() for found in _before().finditer(text, *near))
    return any(not any(it.start <= at < it.end for it in statement.content) for at in told)


def _near(text: str, said: Span) -> Span:
    """The sentence that says who says it, as far as it stands near."""
    line = Span(text.rfind("\n", 0, said.start) + 1, _line_end(text, said.end))
    sentences = [it for it in sentences_in(line, text) if it.overlaps(said)]
    start = max(sentences[0].start if sentences else line.start, said.start - _NEAR)
    end = min(sentences[-1].end if sentences else line.end, said.end + _NEAR)
    return Span(start, end)


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


@cache
def _before() -> re.Pattern[str]:
    """What tells that it was before, in one pattern."""
    rows = {key: "|".join(listed) for key, listed in table("occasions").items()}
    earlier = rf"(?:{rows['earlier']})(?!\s(?:{rows['same_day']})\b)"
    stretch = rf"(?:{rows['stretches']})\s(?:{rows['behind']})"
    past = rf"(?:{rows['past']})\s(?:{rows['stretches']})"
    told = rf"had\s(?:(?:\w+ly|{rows['between']})\s)?(?:{rows['said']}|\w+ed)"
    return re.compile(rf"\b(?:{earlier}|{stretch}|{past}|{told})\b", re.IGNORECASE)
