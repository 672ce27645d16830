"""Whether a name in a report and a label in a record mean the same speaker."""

import re
from collections.abc import Callable, Collection
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from sayso.lexicon import words
from sayso.records import Person

__all__ = ["Voice", "is_institution", "is_unnamed", "may_speak", "same_speaker", "voice_of"]

Voice = Callable[[str | None], bool | None]
"""Whether a label of the record is the named speaker's; None where that cannot be told."""

_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_])*")
# Two spellings of one surname differ in a letter or two: Zelensky, Zelenskyy; Mueller, Muller.
_SPELLINGS = 0.8
# Kim and Kin, Lee and Li are two families.
_LONG_ENOUGH = 4


def same_speaker(name: str | None, label: str | None) -> bool | None:
    """Whether `name` and the record's `label` are one speaker; None where that cannot be told.

    >>> same_speaker("Antony Blinken", "SECRETARY BLINKEN"), same_speaker("Blinken", "MR. JONES")
    (True, False)
    >>> same_speaker("the Fed chair", "CHAIR POWELL") is None
    True
    """
    given, labelled = _name_words(name or ""), _name_words(label or "")
    if not given or not labelled or is_unnamed(label):
        return None
    if not any(_alike(one, other) for one in given for other in labelled):
        return False
    return None if _namesakes(name or "", label or "") else True


def is_unnamed(label: str | None) -> bool:
    """Whether a label names nobody.

    >>> is_unnamed("Moderator"), is_unnamed("Q."), is_unnamed("SECRETARY BLINKEN")
    (True, True, False)
    """
    named = _all_words(label or "")
    return bool(named) and named <= words("voices", "unnamed")


def voice_of(person: Person | None, labels: Collection[str | None]) -> Voice:
    """Tells the person's labels from others' in a record that knows these `labels`.

    A person the record has words of is nobody else in it. One it does not know is told apart only
    by a full name: a surname, a country or an office alone may be anybody.
    """
    if person is None:
        return _nobody
    own = {label for label in labels if same_speaker(person.name, label)}
    others = {label for label in labels if _is_other(person.name, label)} - own

    def voice(label: str | None) -> bool | None:
        if label in own:
            return True
        return False if own or label in others else None

    return voice


def may_speak(name: str | None, labels: Collection[str | None]) -> bool:
    """Whether some of these labels may be the named speaker's; with no labels anybody may speak.

    >>> may_speak("Amara Diallo", ["JANE WHITCOMBE", "QUESTION"]), may_speak("Diallo", ["Q."])
    (False, True)
    """
    told = {same_speaker(name, label) for label in labels}
    return name is None or not _is_full_name(name) or True in told or False not in told


def _nobody(label: str | None) -> bool | None:
    return None


def _is_other(name: str, label: str | None) -> bool:
    return same_speaker(name, label) is False and _is_full_name(name)


def is_institution(name: str) -> bool:
    """Whether the name is an office's or a body's, which speaks in documents too.

    >>> is_institution("Federal Reserve"), is_institution("Jerome Powell")
    (True, False)
    """
    return not _all_words(name).isdisjoint(words("voices", "institutions"))


def _is_full_name(name: str) -> bool:
    parts = [part for part in _WORD.findall(name) if part.lower() not in words("voices", "titles")]
    return len(parts) > 1 and all(part[0].isupper() for part in parts) and not is_institution(name)


def _namesakes(name: str, label: str) -> bool:
    """Whether both give a first name and these begin with other letters: two people, or one."""
    first, other = _ordered(name), _ordered(label)
    return (
        min(len(first), len(other)) > 1
        and first[-1] == other[-1]
        and not {part[0] for part in first[:-1]} & {part[0] for part in other[:-1]}
    )


def _alike(one: str, other: str) -> bool:
    return one == other or (
        min(len(one), len(other)) >= _LONG_ENOUGH
        and Levenshtein.normalized_similarity(one, other) >= _SPELLINGS
    )


@lru_cache(maxsize=1 << 10)
def _all_words(name: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(name))


def _name_words(name: str) -> frozenset[str]:
    """The words of a name without titles, initials and bodies."""
    named = {word for word in _all_words(name) if len(word) > 1}
    return frozenset(named - words("voices", "titles") - words("voices", "institutions"))


def _ordered(name: str) -> list[str]:
    """The words of a name in order; `HIGH ENVOY IBARRA` has a title of two words."""
    titles = words("voices", "titles")
    lower = [word.lower() for word in _WORD.findall(name)]
    behind = max((at + 1 for at, word in enumerate(lower) if word in titles), default=0)
    named = lower[behind:] or lower
    return [word for word in named if word not in titles and len(word) > 1]
