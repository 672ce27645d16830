"""What a quotation leaves out of the record's sentence, before its first word and after it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sayso.comparing.fitting import FRAGMENT
from sayso.comparing.placement import Placement
from sayso.comparing.wording import Wording
from sayso.lexicon import table
from sayso.records import Clip

__all__ = ["Cut", "clip_of", "cuts_of", "is_whole"]

# Marks that end a sentence in quotation marks: a comma stands for the full stop before "he said".
_CLOSING = frozenset(".,!?;")
# Some print the mark of a sentence's end behind the closing quotation mark.
_BEHIND = 2
# Fewer words are a word or two of the report's own sentence, whatever they are.
_FEWEST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """Words of the record left out on one side: as printed, as forms, and how the rest stands.

    `joined` where no mark parts them from the quotation's words; `posed` where the quotation poses
    as whole on that side, by a capital at its start or a mark at its end; `recased` where the
    record has no capital there.
    """

    text: str
    forms: tuple[str, ...]
    joined: bool
    posed: bool
    recased: bool = False


def cuts_of(placement: Placement) -> tuple[Cut, Cut]:
    """The words of the record's sentences cut before the quotation and after it."""
    return _before(placement), _after(placement)


def clip_of(placement: Placement) -> Clip | None:
    """The cut words as a finding holds them; a phrase of a few words leaves all of it out."""
    before, after = cuts_of(placement)
    if not is_whole(placement) or not (before.forms or after.forms):
        return None
    return Clip(
        before=before.text if before.forms else None, after=after.text if after.forms else None
    )


def is_whole(placement: Placement) -> bool:
    """Whether a reader may take the quotation for a sentence: a clause, or more than a few words.

    A few words are one where they have a subject or a verb that tells, or where they pose as a
    sentence and the record has one there.
    """
    forms = placement.wording.forms
    if len(forms) > FRAGMENT:
        return True
    return len(forms) >= _FEWEST and (_is_clause(forms) or _is_set_apart(*cuts_of(placement)))


def _is_clause(forms: Sequence[str]) -> bool:
    """Whether a verb stands behind its subject: `taxes will rise`, but not `who we are`."""
    rows = table("drift")["clauses"]
    subject = any(form in rows["subjects"] for form in forms[:-1])
    verb = any(form in _verbs() for form in forms[1:])
    return (subject or verb) and forms[0] not in rows["openers"]


@cache
def _verbs() -> frozenset[str]:
    """Verbs that make a clause of any words before them."""
    drift = table("drift")
    tenses = (form for row in drift["tenses"].values() for form in row)
    return frozenset({*tenses, *drift["certainty"], *drift["clauses"]["verbs"]})


def _is_set_apart(before: Cut, after: Cut) -> bool:
    """Whether it is printed as a sentence, and the record begins and ends a clause there."""
    openers = table("drift")["clauses"]["after"]
    begins = not (before.forms and before.joined) or before.forms[-1] in openers
    return before.posed and after.posed and begins and not (after.forms and after.joined)


def _before(placement: Placement) -> Cut:
    index, first = placement.index, placement.pieces[0].was[0]
    begins = index.sentence_start(min(first, len(index.words) - 1))
    text = _between(placement, begins, first)
    opening = placement.wording.text[placement.wording.words[0].start]
    return Cut(
        text=text.strip(),
        forms=index.forms[begins:first],
        joined=not text.rstrip() or text.rstrip()[-1].isalnum(),
        posed=opening.isupper(),
        recased=opening.isupper() and not index.surface(first, first + 1)[:1].isupper(),
    )


def _after(placement: Placement) -> Cut:
    index, last = placement.index, placement.pieces[-1].was[1]
    ends = index.sentence_end(last - 1) if last else last
    text = _rest(placement, last, ends)
    return Cut(
        text=text.strip(),
        forms=index.forms[last:ends],
        joined=not text.strip() or text.strip()[0].isalnum(),
        posed=not _CLOSING.isdisjoint(_closing(placement.wording)),
    )


def _closing(wording: Wording) -> str:
    """What stands behind the last word within the marks; behind them too where a sentence began."""
    last, end = wording.words[-1].end, wording.spans[-1].end
    begins = wording.text[wording.words[0].start].isupper()
    return wording.text[last : end + _BEHIND * begins]


def _between(placement: Placement, first: int, last: int) -> str:
    """The record's text from one word to the start of another, within one turn."""
    words = placement.index.words
    if first >= last:
        return ""
    end = words[last].start if last < len(words) else words[last - 1].end
    return placement.index.record.text[words[first].start : end]


def _rest(placement: Placement, first: int, last: int) -> str:
    """The record's text after the word before `first` to the end of the sentence."""
    index = placement.index
    if first >= last:
        return ""
    turn = index.turns[index.turn_of[last - 1]].span.end
    end = min(index.words[last].start, turn) if last < len(index.words) else turn
    return index.record.text[index.words[first - 1].end : end]
