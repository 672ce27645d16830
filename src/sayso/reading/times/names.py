"""Checks of names: the Sunday Times, Easter Island and CBS This Morning are no times."""

from sayso.lexicon import table, words
from sayso.reading.times.found import Found

__all__ = [
    "a_deictic",
    "a_holiday",
    "a_part_of_day",
    "a_vague_word",
    "a_weekday",
    "an_event",
    "no_name",
    "no_title",
    "stands_alone",
]

_PREPOSITIONS = frozenset(table("timewords")["classes"]["PREPOSITION"])


def a_weekday(found: Found) -> bool:
    """Black Friday, Good Friday and the Sunday Times are no days to count from."""
    before = found.before()
    if before in words("timechecks", "day_names") or found.after() in words("timechecks", "papers"):
        return False
    return (found.before(2), before) != ("mail", "on")


def a_part_of_day(found: Found) -> bool:
    """Morning, afternoon and evening stand alone; night, dawn and the like need a preposition."""
    before = found.before()
    if not no_title(found):
        return False
    if found.word("part") in ("morning", "afternoon", "evening"):
        return before != "good"
    if before == "the":
        return found.before(2) in words("timechecks", "the_part_before")
    return before in words("timechecks", "part_before")


def a_deictic(found: Found) -> bool:
    """USA Today is a paper, an overnight loan no night."""
    is_loan = found.after() in words("timechecks", "overnight_after")
    return no_name(found) and not (found.word("day") == "overnight" and is_loan)


def a_vague_word(found: Found) -> bool:
    """No time is told by "now that", "every now and again", "most recent" and "shortly after"."""
    if found.before() in ("every", "most", "as"):
        return False
    if found.word("words") in ("soon", "shortly") and found.after().endswith("ed"):
        return False
    return found.after() not in words("timechecks", "vague_after")


def a_holiday(found: Found) -> bool:
    """Easter Island and Christmas trees are no days, nor is the election day of some country."""
    if not found.tokens.is_capital(found.parts["holiday"][0]):
        return False
    return found.after() not in words("timechecks", "holiday_after") and no_name(found)


def an_event(found: Found) -> bool:
    """An event that a time is told from, named but not dated."""
    return not {"the", "said"} & set(found.words("event"))


def stands_alone(found: Found) -> bool:
    """A noun as in "in the past": no word follows that it could belong to."""
    return not found.after().isalnum() or found.after() in words("timechecks", "alone_before")


def no_title(found: Found) -> bool:
    """Capitals on both words are a name's: "Nightly News", "CBS This Morning"."""
    tokens, last = found.tokens, found.end - 1
    if tokens.is_capital(last) and (tokens.is_capital(found.end) or last > found.first):
        return False
    return no_name(found)


def no_name(found: Found) -> bool:
    """A capital in the midst of a sentence, after another one, is a name's ("LA Weekly")."""
    tokens, first = found.tokens, found.first
    if not tokens.is_capital(first) or not found.is_inside():
        return True
    return not tokens.is_capital(first - 1) or found.before() in _PREPOSITIONS
