"""Who there is in a report: every person, body and government with its names and offices."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from sayso.lexicon import words
from sayso.reading.speakers.given import fold, is_given
from sayso.reading.speakers.mentions import Mention, Sort
from sayso.reading.speakers.roles import Gender, Office, fit, is_another, roles_for
from sayso.reading.speakers.spelling import near_spellings, sound

__all__ = ["Cast", "Figure"]

_WITH_ARTICLE = words("small_words", "with_article")
_BODIES = words("offices", "bodies")
_SUFFIXES = words("titles", "suffixes")
_PARTICLES = words("titles", "particles")
_FIRST = words("titles", "first")
# Python 3.11 takes ten times as long for a member of an enumeration as for a name.
_PERSON, _UNKNOWN, _GOVERNMENT, _BODY, _GROUP = (
    Sort.PERSON,
    Sort.UNKNOWN,
    Sort.GOVERNMENT,
    Sort.BODY,
    Sort.GROUP,
)

_MOST_NAMESAKES = 12  # bearers of one name that are looked at, so that time stays linear
_LEAST_MISSPELT = 5  # letters from which a name with one letter off may be the same


@dataclass(slots=True, kw_only=True, eq=False)
class Figure:
    """Somebody who is named, described or speaks in the report.

    `aliases` ranks the words that can stand for the name: 0 a family name, 1 a middle, 2 a given
    one; `sounds` are the parts of a person's name as they are compared; `named` is false where
    `name` is a description, which `definite` is for "the minister" and not for "a minister";
    `certain` is false while only a given name tells the gender; `by_table` are those of `offices`
    that no word of the text tells; `members` are those who make up a group.
    `salience` is how much the text speaks of it, as of sentence `clock`.
    """

    sort: Sort
    name: tuple[str, ...]
    aliases: dict[str, int] = field(default_factory=dict)
    sounds: tuple[str, ...] = ()
    offices: list[Office] = field(default_factory=list)
    by_table: list[Office] = field(default_factory=list)
    members: "tuple[Figure, ...]" = ()
    gender: Gender = None
    certain: bool = False
    mentions: list[tuple[int, int]] = field(default_factory=list)
    named: bool = True
    definite: bool = True
    speaks: bool = False
    salience: float = 0.0
    clock: int = 0

    @property
    def title(self) -> str:
        """The name as a reader would write it; a country's stands for its government."""
        name = " ".join(self.name)
        if self.sort is not _GOVERNMENT:
            return name
        article = "the " if name in _WITH_ARTICLE else ""
        return f"government of {article}{name}"

    def suits(self, gender: Gender) -> bool:
        """Whether nothing known speaks against this gender."""
        return gender is None or self.gender is None or self.gender == gender

    def tell(self, gender: Gender, *, certain: bool) -> None:
        """Take in a gender that is told; what a given name says gives way to anything else."""
        if gender is not None and (self.gender is None or (certain and not self.certain)):
            self.gender, self.certain = gender, certain

    def holds(self, office: Office) -> float | None:
        """How well the description fits the best of its offices; None where they conflict."""
        fits = [fit(office, held) for held in self.offices]
        return max((one for one in fits if one is not None), default=None)

    def is_called(self, office: Office) -> float | None:
        """How well a description without a name fits it: that of a deputy fits deputies alone."""
        fits = [fit(office, held) for held in self.offices if not is_another(office, held)]
        return max((one for one in fits if one is not None), default=None)


class Cast:
    """All figures of a report; names are put together when they are added."""

    def __init__(self) -> None:
        self._by_alias: dict[str, list[Figure]] = {}
        self._by_name: dict[tuple[str, ...], Figure] = {}
        self._misspelt: dict[str, Figure] = {}
        self._bodies: dict[str, Figure] = {}
        self._holders: dict[str, list[Figure]] = {}

    def add(self, figure: Figure) -> Figure:
        """A new figure, found from now on by any of its aliases."""
        for alias in figure.aliases:
            self._by_alias.setdefault(alias, []).append(figure)
        self._by_name.setdefault(_key(figure.name), figure)
        if figure.sort is _BODY:
            for word in _short_names(figure.name):
                self._bodies[word] = figure
        for office in figure.offices:
            self.give(figure, office)
        return figure

    def give(self, figure: Figure, office: Office) -> None:
        """Note that the figure holds the office."""
        if office not in figure.offices:
            figure.offices.append(office)
        holders = self._holders.setdefault(office.role.name, [])
        if figure not in holders[-_MOST_NAMESAKES:]:
            holders.append(figure)

    @property
    def people(self) -> list[Figure]:
        """All persons who are named."""
        found = self._by_name.values()
        return [one for one in found if one.named and one.sort is _PERSON]

    def holders(self, office: Office) -> list[Figure]:
        """The figures with an office that the description may mean."""
        return [
            figure
            for role in roles_for(office.role)
            for figure in self._holders.get(role, [])[-_MOST_NAMESAKES:]
        ]

    def together(self, parts: Sequence[Figure]) -> Figure:
        """The group of these figures, always the same one; the figure itself where it is one."""
        members = {part.title: part for part in parts}
        titles = list(members)
        if len(titles) == 1:
            return parts[0]
        name = (" and ".join([", ".join(titles[:-1]), titles[-1]]),)
        group = Figure(sort=_GROUP, name=name, named=False, members=tuple(members.values()))
        return self.named(name) or self.add(group)

    def body(self, word: str) -> Figure | None:
        """The body that a single word stands for: the Times, Yonhap, the EPA."""
        return self._bodies.get(fold(word))

    def bearers(self, name: str) -> Sequence[Figure]:
        """The figures that the single word can stand for, those with one letter off at last."""
        found = self._by_alias.get(self.alias(name), [])[-_MOST_NAMESAKES:]
        if found or len(name) < _LEAST_MISSPELT:
            return found
        near = (self._misspelt.get(spelling) for spelling in near_spellings(name))
        return list(dict.fromkeys(figure for figure in near if figure is not None))[:1]

    @staticmethod
    def alias(name: str) -> str:
        """The key under which a single name is ranked among a figure's aliases."""
        return sound(_parts((name,))[-1])

    def named(self, name: tuple[str, ...]) -> Figure | None:
        """The figure of exactly this name."""
        return self._by_name.get(_key(name))

    def introduce(self, mention: Mention) -> Figure:
        """The figure of a full name: the one that has it, written so or nearly so, or a new one."""
        figure = self.named(mention.name) or self._variant(mention)
        if figure is None:
            figure = self.add(_figure(mention))
            self._remember_misspellings(figure)
        elif len(mention.name) > len(figure.name) and _fuller(mention.name, figure.name):
            self._rename(figure, mention.name)
        self.learn(figure, mention)
        return figure

    def learn(self, figure: Figure, mention: Mention) -> None:
        """Take what the mention tells of the figure: gender, that it is a person, an office."""
        figure.tell(mention.gender, certain=mention.certain)
        if mention.sort is _PERSON and figure.sort is _UNKNOWN:
            figure.sort = _PERSON
        if mention.office is not None:
            self.give(figure, mention.office)

    def _variant(self, mention: Mention) -> Figure | None:
        """A figure whose name differs in spelling, an initial or a part that one leaves out."""
        if mention.sort is _BODY:  # a foundation of somebody's name is not that person
            return None
        parts = _sounds(mention.name)
        bearers = [*self._by_alias.get(parts[0], [])[-_MOST_NAMESAKES:], *self.bearers(parts[-1])]
        alike = (one for one in reversed(bearers) if _same_person(parts, one.sounds))
        return next(alike, None)

    def _rename(self, figure: Figure, name: tuple[str, ...]) -> None:
        figure.name, figure.sounds = name, _sounds(name)
        for alias, rank in _ranked(name).items():
            if alias not in figure.aliases:
                self._by_alias.setdefault(alias, []).append(figure)
            figure.aliases[alias] = min(rank, figure.aliases.get(alias, rank))
        self._by_name.setdefault(_key(name), figure)

    def _remember_misspellings(self, figure: Figure) -> None:
        surname = _parts(figure.name)[-1]
        if len(surname) >= _LEAST_MISSPELT:
            for spelling in near_spellings(surname):
                self._misspelt.setdefault(spelling, figure)


def _figure(mention: Mention) -> Figure:
    person = mention.sort in {_PERSON, _UNKNOWN} and not mention.known
    return Figure(
        sort=mention.sort,
        name=mention.name,
        sounds=_sounds(mention.name) if person else (),
        aliases=_ranked(mention.name) if person else {},
    )


@lru_cache(maxsize=1 << 10)
def _key(name: tuple[str, ...]) -> tuple[str, ...]:
    """The name without marks of accent, hyphen or article."""
    joined = " ".join(fold(part) for part in name).replace("-", " ")
    return tuple(joined.removeprefix("the ").split())


def _short_names(name: Sequence[str]) -> list[str]:
    """What a body of that name is also called: its first word, its last, its initials."""
    small = [fold(part) for part in name]
    capitals = [part[0] for part in name if part[:1].isupper()]
    kinds = [part for part in small[1:] if part in _BODIES]
    return [small[0], small[-1], fold("".join(capitals)), *kinds] if len(name) > 1 else []


@lru_cache(maxsize=1 << 10)
def _parts(name: tuple[str, ...]) -> tuple[str, ...]:
    """The telling parts of a name in small letters: no Jr., no van, no al-."""
    small = [fold(part).rstrip(".") for part in name]
    kept = [
        part.removeprefix("al-").removeprefix("el-")
        for part in small
        if part not in _SUFFIXES and part not in _PARTICLES
    ]
    return tuple(kept or small)


def _fuller(name: Sequence[str], known: Sequence[str]) -> bool:
    """Whether what the longer form has in front is a name too, not "Crooked" or "Recalling"."""
    return sound(name[0]) == sound(known[0]) or is_given(name[0]) or not is_given(known[0])


@lru_cache(maxsize=1 << 10)
def _sounds(name: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sound(part) for part in _parts(name))


def _ranked(name: tuple[str, ...]) -> dict[str, int]:
    """The words that can stand for a name, with their rank."""
    parts = _parts(name)
    if len(parts) > 1 and _family_name_first(parts):
        parts = (*parts[1:], parts[0])
    last = len(parts) - 1
    ranks: dict[str, int] = {}
    for place, part in enumerate(parts):
        if len(part) > 1 or not last:
            ranks[sound(part)] = 0 if place == last else (2 if place == 0 else 1)
    return ranks


def _family_name_first(parts: Sequence[str]) -> bool:
    return parts[0] in _FIRST and not is_given(parts[-1])


def _same_person(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two full names can be one person's: Antony and Anthony, J. and John, Petro Urrego."""
    if min(len(one), len(other)) < 2:
        return False
    if one[-1] == other[-1] and _same_given(one[0], other[0]):
        return True
    fewer, more = (one, other) if len(one) < len(other) else (other, one)
    return len(set(fewer)) > 1 and set(fewer) <= set(more)


def _same_given(one: str, other: str) -> bool:
    return one == other or one.startswith(other) or other.startswith(one)
