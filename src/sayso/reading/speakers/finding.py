"""All mentions of a text in order: names, descriptions and pronouns, appositions linked."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from sayso.lexicon import table, words
from sayso.reading.speakers.datelines import dateline_of
from sayso.reading.speakers.descriptions import find_descriptions
from sayso.reading.speakers.given import is_given
from sayso.reading.speakers.mentions import Form, Mention, Sort
from sayso.reading.speakers.runs import find_runs
from sayso.reading.speakers.titles import read_run
from sayso.reading.speakers.tokens import Tokens

__all__ = ["find_mentions", "pronoun_of"]

_LOOSE = words("offices", "loose")
_SPEECH = words("cues", "speech")
_VERBS = words("offices", "verbs")
# Python 3.11 takes ten times as long for a member of an enumeration as for a name.
_NAME, _PAIR, _PRONOUN, _DESCRIPTION = Form.NAME, Form.PAIR, Form.PRONOUN, Form.DESCRIPTION
_PERSON, _GROUP, _UNKNOWN = Sort.PERSON, Sort.GROUP, Sort.UNKNOWN

_LONGEST_LEAD = 2  # small words between a name and the title that it opens
_PERSONAL = frozenset({"he", "she"})
_PLACES = words("tellings", "places")
_MARKS = frozenset({",", ".", ";", ":", ")", "(", "—", "–", "-", "?", "!"})
_OWN = frozenset({Sort.PERSON, Sort.UNKNOWN})


def find_mentions(tokens: Tokens) -> list[Mention]:
    """The mentions in order of their first word, then longest first.

    Of the pronouns only those of single persons are among them; the others matter as sources alone.
    """
    dateline = dateline_of(tokens)
    runs = (run for run in find_runs(tokens) if run[0].first not in dateline)
    names = _apart(tokens, [m for run in runs if (m := read_run(tokens, run))])
    taken = [False] * len(tokens)
    for name in names:
        taken[name.first : name.after] = [True] * (name.after - name.first)
    found = [*names, *find_descriptions(tokens, taken), *_pronouns(tokens)]
    found.sort(key=lambda mention: (mention.first, -mention.after))
    found = _apart(tokens, found)
    _link_appositions(tokens, found)
    _raise_unknown(tokens, found)
    return sorted([*found, *_pairs(tokens, found)], key=lambda one: (one.first, -one.after))


def _pairs(tokens: Tokens, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Two persons named with an "and" between, whom "they" may mean after."""
    names = [one for one in mentions if one.form is _NAME and one.sort is _PERSON]
    for one, other in pairwise(names):
        if other.first == one.after + 1 and tokens.lower[one.after] == "and":
            yield Mention(
                first=one.first,
                after=other.after,
                head=other.head,
                form=_PAIR,
                sort=_GROUP,
                parts=(one, other),
            )


@cache
def _pronoun_table() -> dict[str, str]:
    return {form: name for name, row in table("pronouns").items() for form in row["forms"]}


def pronoun_of(word: str) -> str | None:
    """The pronoun that a word in small letters is a form of.

    >>> pronoun_of("her"), pronoun_of("minister")
    ('she', None)
    """
    return _pronoun_table().get(word)


def _pronouns(tokens: Tokens) -> list[Mention]:
    known = _pronoun_table()
    found = []
    for index, small in enumerate(tokens.lower):
        if small not in known or known[small] not in _PERSONAL or tokens.quoted[index]:
            continue
        if (len(small) > 2 or small == "he") and not small.endswith("self"):
            found.append(_pronoun(index, known[small]))
    return found


def _pronoun(index: int, pronoun: str) -> Mention:
    return Mention(
        first=index,
        after=index + 1,
        head=index,
        form=_PRONOUN,
        sort=_PERSON,
        name=(pronoun,),
        gender="male" if pronoun == "he" else "female",
    )


def _apart(tokens: Tokens, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions without those that lie inside another: the country in a minister's title.

    The person in "Trump's running mate" or "his wife" stays.
    """
    kept: list[Mention] = []
    for mention in mentions:
        while kept and mention.first <= kept[-1].first and kept[-1].after <= mention.after:
            kept.pop()
        if not kept or mention.first >= kept[-1].after or _possessor(tokens, mention):
            kept.append(mention)
    return kept


def _possessor(tokens: Tokens, mention: Mention) -> bool:
    unsure = mention.sort is _UNKNOWN or mention.form is _DESCRIPTION
    if unsure and mention.form is not _PRONOUN:
        return tokens.possesses(mention.after)
    return mention.form is _PRONOUN or (mention.form is _NAME and mention.sort is _PERSON)


def _link_appositions(tokens: Tokens, mentions: Sequence[Mention]) -> None:
    """A description beside a name with a comma between says who that is."""
    outer: list[Mention] = []
    for mention in mentions:
        if not outer or mention.first >= outer[-1].after:
            outer.append(mention)
    for one, other in pairwise(outer):
        if _leads(tokens, one, other):
            one.attribute = True
        if _beside(tokens, one, other):
            _link(tokens, one, other)
    for one, other in pairwise(outer):
        if _again(tokens, one, other):
            one.same = other.same


def _link(tokens: Tokens, one: Mention, other: Mention) -> None:
    name, told = (one, other) if one.form is _NAME else (other, one)
    if _tells(tokens, name, told):
        told.same = name
        name.sort = _PERSON
        if told.gender is not None and not name.certain:
            name.gender, name.certain = told.gender, True


def _again(tokens: Tokens, one: Mention, other: Mention) -> bool:
    """Whether both describe one person: "the chief, a former banker named Ann Doe,"."""
    described = {one.form, other.form} == {_DESCRIPTION} and one.sort is _PERSON
    told = one.definite and not other.definite and one.same is None
    return described and told and _beside(tokens, one, other)


def _leads(tokens: Tokens, one: Mention, other: Mention) -> bool:
    """Whether a name only opens the title of the next: "Doe communications director Ann Roe"."""
    gap = range(one.after, other.first)
    if other.form is not _NAME or other.office is None or len(gap) > _LONGEST_LEAD:
        return False
    if not tokens.words[other.first][0].islower():
        return False
    near = tokens.sentence[one.first] == tokens.sentence[other.first]
    return near and all(_noun(tokens.lower[index]) for index in gap)


def _noun(word: str) -> bool:
    if not word.isalpha() or word.endswith("ed"):
        return False
    lists = (("titles", "openers"), ("cues", "speech"), ("offices", "verbs"))
    return not any(word in words(*row) for row in lists)


def _beside(tokens: Tokens, one: Mention, other: Mention) -> bool:
    between = other.first - one.after
    if not 1 <= between <= 4:
        return False
    if between == 1 and tokens.words[one.after] in {",", "(", "named", "called"}:
        return True
    if tokens.words[one.after] not in {",", "("}:
        return False
    aged = tokens.words[one.after + 1].isdigit() and tokens.at(one.after + 2) == ","
    return between == 3 and aged


def _tells(tokens: Tokens, name: Mention, told: Mention) -> bool:
    if name.form is not _NAME or told.form is not _DESCRIPTION:
        return False
    if name.sort not in _OWN or told.sort is not _PERSON or name.same or told.same:
        return False
    if any(tokens.possesses(one.after) for one in (name, told)):
        return False
    if told.first > name.first:
        return not (_goes_on(tokens, told.after) or _only_placed(tokens, name, told))
    named = tokens.at(told.after) in {"named", "called"}
    enclosed = named or tokens.at(name.after) in {",", ")", "—"} or _goes_on(tokens, name.after)
    loose = told.office is not None and told.office.role.name in _LOOSE
    free = name.office is None or (loose and enclosed)
    full = len(name.name) > 1 or (enclosed and is_given(name.name[0]))
    return (told.definite or enclosed) and free and (full or _closes(tokens, name, told))


def _only_placed(tokens: Tokens, name: Mention, told: Mention) -> bool:
    """Whether it was in a place that somebody did it: "At a hearing in Harrow, the mayor put"."""
    return tokens.at(name.first - 1) in _PLACES and tokens.at(told.after) not in _MARKS


def _closes(tokens: Tokens, name: Mention, told: Mention) -> bool:
    """Whether a surname alone ends what the office begins: "Orrow's envoy, Doe, said"."""
    listed = tokens.at(name.after + 1) in {"and", "or"}
    marked = tokens.words[told.after] == "," and tokens.at(name.after) in {",", "."}
    office = told.office is not None and told.office.role.office
    return told.definite and office and marked and not listed


def _goes_on(tokens: Tokens, index: int) -> bool:
    """Whether a verb follows: what stood before it is a subject, no apposition."""
    small = tokens.at(index)
    return small in _SPEECH or small in _VERBS


def _raise_unknown(tokens: Tokens, mentions: Sequence[Mention]) -> None:
    """A name that only a person can have there is a person's: "Ivans, who", "Ivans, 43,"."""
    for mention in mentions:
        if mention.sort is _UNKNOWN and _personal(tokens, mention):
            mention.sort = _PERSON


def _personal(tokens: Tokens, mention: Mention) -> bool:
    if tokens.at(mention.first - 1) == "the":
        return False
    after = mention.after + (tokens.at(mention.after) == ",")
    if tokens.at(after) in {"who", "whose"}:
        return True
    aged = after > mention.after and tokens.at(after).isdigit() and len(tokens.at(after)) == 2
    return aged and tokens.at(after + 1) in {",", "."}
