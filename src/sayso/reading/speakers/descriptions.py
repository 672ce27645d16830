"""Noun phrases that describe somebody by a role: the defense minister, a Pentagon official."""

from collections.abc import Iterator, Sequence

from sayso.lexicon import words
from sayso.reading.speakers.mentions import Form, Mention, Sort
from sayso.reading.speakers.offices import (
    DETERMINERS,
    complement_end,
    modifiers_start,
    read_office,
)
from sayso.reading.speakers.roles import Role, role_of
from sayso.reading.speakers.tokens import Tokens

__all__ = ["find_descriptions"]

_BODIES = words("offices", "bodies")
_AMBIGUOUS = words("offices", "ambiguous")
_SPEECH = words("cues", "speech")
_PLAIN = words("offices", "plain")
_OPENERS = words("titles", "openers")
_REACH = 7  # words from a determiner to its role word
_BOUNDS = frozenset(',.;:()—–"“”?!')


def find_descriptions(tokens: Tokens, taken: Sequence[bool]) -> Iterator[Mention]:
    """The descriptions by small role words that no name has taken, in order."""
    roles = {word: role for word in set(tokens.lower) if (role := role_of(word)) is not None}
    for index, word in enumerate(tokens.lower):
        if word not in roles or taken[index] or tokens.heading[index] or not _heads(tokens, index):
            continue
        role, capital = roles[word], tokens.words[index][0].isupper()
        if capital and not (role.plural and tokens.opens_sentence(index)):
            continue
        mention = _description(tokens, index, role)
        if mention is not None:
            yield mention


def _heads(tokens: Tokens, index: int) -> bool:
    """Whether the role word is the last noun of its phrase, or the "secretary" of one "general"."""
    follows = tokens.at(index + 1)
    if tokens.lower[index] == "general" and _after_role(tokens, index):
        return False
    if follows == "general":
        return True
    if follows == "-" and tokens.glued(index + 1):
        return tokens.at(index + 2) in {"elect", "general", "designate"}
    if role_of(follows) is not None or follows in _BODIES:
        return False
    if tokens.lower[index] not in _AMBIGUOUS:
        return True
    return not follows.isalpha() or _follows_subject(follows)


def _after_role(tokens: Tokens, index: int) -> bool:
    before = index - 1 - (tokens.at(index - 1) == "-")
    return role_of(tokens.at(before)) is not None


def _follows_subject(word: str) -> bool:
    return any(
        word in words(*row)
        for row in (("offices", "after_subject"), ("offices", "verbs"), ("cues", "speech"))
    )


def _description(tokens: Tokens, head: int, role: Role) -> Mention | None:
    first, kind = _start(tokens, head, plural=role.plural)
    after = complement_end(tokens, head)
    if kind == "bare" and not (role.plural or _stands_alone(tokens, (first, head, after))):
        return None
    begin = first + (kind not in {"bare", "genitive"})
    return Mention(
        first=first,
        after=after,
        head=head,
        form=Form.DESCRIPTION,
        sort=Sort.GROUP if role.plural else Sort.PERSON,
        office=read_office(tokens, role, (begin, head, after)),
        gender=role.gender,
        definite=kind != "indefinite" and not (role.plural and kind == "bare"),
    )


def _start(tokens: Tokens, head: int, *, plural: bool) -> tuple[int, str]:
    """Where the phrase begins, and with what: definite, possessive, indefinite, genitive, bare."""
    for index in range(head - 1, max(-1, head - 1 - _REACH), -1):
        small = tokens.lower[index]
        if small in DETERMINERS and not (plural and small == "that"):
            begin = index - (tokens.at(index - 1) in {"the", "these", "those"})
            return begin, DETERMINERS[tokens.lower[begin]]
        if tokens.possesses(index):
            return _genitive(tokens, index), "genitive"
        if _ends_phrase(tokens, index, head):
            break
    return modifiers_start(tokens, head), "bare"


def _genitive(tokens: Tokens, mark: int) -> int:
    """The first word of the possessor: the capitalised words before 's, with their determiner."""
    index = mark
    while index > max(0, mark - _REACH) and tokens.words[index - 1][0].isupper():
        index -= 1
    index = max(0, index - (index == mark))
    return index - 1 if tokens.at(index - 1) in DETERMINERS else index


def _ends_phrase(tokens: Tokens, index: int, head: int) -> bool:
    word, small = tokens.words[index], tokens.lower[index]
    if tokens.sentence[index] != tokens.sentence[head] or small in _SPEECH:
        return True
    if word == "-":
        return not tokens.glued(index)
    if not word[0].isalnum():
        return True
    known = small in _PLAIN or (word.isupper() and len(word) > 1)
    return small in _OPENERS and not known


def _stands_alone(tokens: Tokens, bounds: tuple[int, int, int]) -> bool:
    """Whether a phrase without determiner is one: between marks, or led by a capital."""
    first, head, after = bounds
    if tokens.words[first][0].isupper() and first < head:
        return True
    return tokens.at(first - 1) in {",", "("} and (
        after > head + 1 or tokens.at(after) in _BOUNDS or after >= len(tokens)
    )
