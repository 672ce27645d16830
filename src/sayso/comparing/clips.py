"""What a quotation leaves out of the record's sentence, before its first word and after it."""

from dataclasses import dataclass

from sayso.comparing.fitting import FRAGMENT
from sayso.comparing.placement import Placement
from sayso.records import Clip

__all__ = ["Cut", "clip_of", "cuts_of"]

# Marks that end a sentence in quotation marks: a comma stands for the full stop before "he said".
_CLOSING = frozenset(".,!?;")


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
    """The cut words as a finding holds them; a fragment of a few words leaves all of it out."""
    before, after = cuts_of(placement)
    if len(placement.wording.words) <= FRAGMENT or not (before.forms or after.forms):
        return None
    return Clip(
        before=before.text if before.forms else None, after=after.text if after.forms else None
    )


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
    wording = placement.wording
    closing = wording.text[wording.words[-1].end : wording.spans[-1].end]
    return Cut(
        text=text.strip(),
        forms=index.forms[last:ends],
        joined=not text.strip() or text.strip()[0].isalnum(),
        posed=not _CLOSING.isdisjoint(closing),
    )


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
