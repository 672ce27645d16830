"""Names with their titles: what stands before a name, or instead of one, in capitals."""

from collections.abc import Sequence
from functools import cache

from sayso.lexicon import table, words
from sayso.reading.speakers.given import is_given
from sayso.reading.speakers.kinds import given_gender, is_body, untitled
from sayso.reading.speakers.mentions import Form, Mention, Sort
from sayso.reading.speakers.offices import complement_end, modifiers_start, read_office
from sayso.reading.speakers.phrasebook import known_at
from sayso.reading.speakers.roles import Gender, Office, Role, role_of
from sayso.reading.speakers.runs import LINKS, Unit
from sayso.reading.speakers.tokens import Tokens

__all__ = ["read_run"]

_AMBIGUOUS = words("offices", "ambiguous")
_BODIES = words("offices", "bodies")
_BEFORE_TITLE = frozenset({"the", "a", "an", "his", "her", "their", "its"})
_LONGEST_TITLE = 5  # small words before a name
_PORTFOLIO = words("offices", "portfolio")


def read_run(tokens: Tokens, run: Sequence[Unit]) -> Mention | None:
    """The mention that the run makes, with its title; None where it names nobody."""
    address, run = _address(run)
    split, head = _title(tokens, run)
    title, name = run[:split], _own(tokens, run[split:])
    if title and name and _mere_adjective(title, name):
        return untitled(tokens, run)
    if not name:
        if _is_body(tokens, title):
            return untitled(tokens, title)
        return _only_title(tokens, title[head]) if title else None
    office = _office(tokens, (title[0], title[head]) if title else None, name)
    if title or address or office:
        return _person(tokens, (address, title, name), office)
    return untitled(tokens, name)


def _is_body(tokens: Tokens, run: Sequence[Unit]) -> bool:
    """Whether words of titles are a body's whole name: the Joint Chiefs of Staff."""
    if len(run) < 2:
        return False
    known = known_at(tokens.words, run[0].first, after=run[-1].after)
    return known is not None and known.length == run[-1].after - run[0].first


def _address(run: Sequence[Unit]) -> tuple[Unit | None, Sequence[Unit]]:
    """Mr., Dr., Sir before a name, apart from the rest; "old" before it is dropped."""
    for place, unit in enumerate(run[:-1]):
        if unit.lower in _addresses() and (place == 0 or role_of(run[0].lower) is None):
            return unit, run[place + 1 :]
    return None, run


def _mere_adjective(title: Sequence[Unit], name: Sequence[Unit]) -> bool:
    """Whether "Republican" before it makes it no person: the Republican National Convention."""
    ambiguous = title[-1].lower in _AMBIGUOUS
    return ambiguous and not is_given(name[0].text) and len(name) > 1


@cache
def _addresses() -> dict[str, Gender]:
    rows = table("titles")["address"]
    return {
        word: None if gender == "either" else gender
        for gender in ("either", "male", "female")
        for word in rows[gender]
    }


@cache
def _fields() -> frozenset[str]:
    """The words of what an office is about: defense, trade, justice."""
    return frozenset(word for row in table("offices")["fields"].values() for word in row)


def _title(tokens: Tokens, run: Sequence[Unit]) -> tuple[int, int]:
    """How many units the title has, and which of them is its head."""
    for index in reversed(range(len(run))):
        if not run[index].capital or role_of(run[index].lower) is None or _surname(run, index):
            continue
        split = _past_complement(tokens, run, index)
        if split < len(run) and is_body(run[split:]):
            return 0, 0
        pair = index > 0 and run[index].lower == "general" and role_of(run[index - 1].lower)
        return split, index - bool(pair)
    return 0, 0


def _surname(run: Sequence[Unit], index: int) -> bool:
    """Whether a role word is somebody's last name, as in Stephen King."""
    return index == len(run) - 1 and index > 0 and is_given(run[index - 1].text)


def _past_complement(tokens: Tokens, run: Sequence[Unit], head: int) -> int:
    """Where the name begins after "Secretary of State"."""
    start = index = head + 1
    if index >= len(run) or run[index].lower not in LINKS:
        return index
    while index < len(run) and _completes(tokens, run[index]):
        index += 1
    if all(unit.lower in LINKS for unit in run[start:index]):
        given = (at for at in range(index + 1, len(run)) if is_given(run[at].text))
        index = next(given, len(run) if len(run) - index < 3 else len(run) - 2)
    return index


def _completes(tokens: Tokens, unit: Unit) -> bool:
    small = unit.lower
    if small in LINKS or small in _PORTFOLIO or small in _BODIES:
        return True
    known = known_at(tokens.words, unit.first)
    return known is not None or small in _fields()


def _own(tokens: Tokens, name: Sequence[Unit]) -> Sequence[Unit]:
    """The name without the nationality or, after "minister of", the country before it."""
    while len(name) > 2:
        known = known_at(tokens.words, name[0].first)
        of = tokens.at(name[0].first - 1) == "of"
        if known is None or not (known.form == "adjective" or (of and known.country)):
            break
        name = [unit for unit in name if unit.first >= name[0].first + known.length]
    return name


def _only_title(tokens: Tokens, head: Unit) -> Mention:
    first, after = modifiers_start(tokens, head.first), complement_end(tokens, head.first)
    role = role_of(head.lower)
    assert role is not None
    before = tokens.at(first - 1)
    start = first - 1 if before in _BEFORE_TITLE else first
    return Mention(
        first=start,
        after=max(after, head.after),
        head=head.first,
        form=Form.DESCRIPTION,
        sort=Sort.GROUP if role.plural else Sort.PERSON,
        office=read_office(tokens, role, (first, head.first, max(after, head.after))),
        gender=role.gender,
        definite=_definite(before, role),
    )


def _definite(before: str, role: Role) -> bool:
    """Whether a title alone means somebody known: any single one, but plurals only with "the"."""
    if role.plural:
        return before in _BEFORE_TITLE and before not in {"a", "an"}
    return before not in {"a", "an"}


def _office(tokens: Tokens, title: tuple[Unit, Unit] | None, name: Sequence[Unit]) -> Office | None:
    """The office told by the small words right before the run, or by the title in it.

    The small words tell more where there are both: "spokesman Lt. Col. Doe".
    """
    start = title[0].first if title is not None else name[0].first
    apart = tokens.at(start - 1) == "of" or _mere_nationality(tokens, name)
    spans = [] if apart else [(_small_head(tokens, start), start)]
    if title is not None:
        spans.append((title[1].first, name[0].first))
    for head, after in spans:
        role = role_of(_word(tokens, head, title)) if head >= 0 else None
        if role is not None and tokens.sentence[head] == tokens.sentence[after]:
            return read_office(tokens, role, (modifiers_start(tokens, head), head, after))
    return None


def _mere_nationality(tokens: Tokens, name: Sequence[Unit]) -> bool:
    """Whether the name is no more than the "Japanese" of a deputy Japanese minister."""
    known = known_at(tokens.words, name[0].first)
    return known is not None and known.form == "adjective" and known.length >= len(name)


def _word(tokens: Tokens, head: int, title: tuple[Unit, Unit] | None) -> str:
    return title[1].lower if title is not None and head == title[1].first else tokens.at(head)


def _small_head(tokens: Tokens, after: int) -> int:
    """Where the role word of a title in small letters stands: "secretary of state" before a name.

    The word before the name itself where there is no "of" between.
    """
    index = after - 1
    while index > after - _LONGEST_TITLE and _in_small_title(tokens, index):
        index -= 1
    telling = any(tokens.at(at) not in {"of", "the"} for at in range(index + 2, after))
    whole = tokens.at(index + 1) == "of" and telling
    return index if whole and tokens.words[index][0].islower() else after - 1


def _in_small_title(tokens: Tokens, index: int) -> bool:
    small = tokens.at(index)
    listed = small in _fields() or small in {"of", "the"} or small in _PORTFOLIO
    return listed or _country(tokens, index)


def _country(tokens: Tokens, index: int) -> bool:
    return 0 <= index and known_at(tokens.words, index) is not None


def _person(
    tokens: Tokens,
    parts: tuple[Unit | None, Sequence[Unit], Sequence[Unit]],
    office: Office | None,
) -> Mention:
    address, title, name = parts
    first = address.first if address else (title or name)[0].first
    if office is not None:
        small = _small_head(tokens, first)
        first = modifiers_start(tokens, small if role_of(tokens.at(small)) else first)
    gender = _addresses().get(address.lower) if address else None
    gender = gender or (office.role.gender if office else None)
    return Mention(
        first=first,
        after=name[-1].after,
        head=name[-1].first,
        form=Form.NAME,
        sort=Sort.PERSON,
        name=tuple(unit.text for unit in name),
        office=office,
        gender=gender or given_gender(name),
        certain=gender is not None,
    )
