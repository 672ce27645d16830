"""What people are: the words for offices, trades and kin, and what one says about its holder."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.lexicon import table, words

__all__ = ["Gender", "Office", "Role", "fit", "is_another", "role_of", "roles_for", "tells_no_more"]

Gender = str | None
_OF_NO_FIELD = words("offices", "of_no_field")
_TRADES = ("ologist", "ographer", "onomer", "icist", "ician")


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A word for people: the role it stands for, whether that is an office, one or many."""

    name: str
    office: bool
    gender: Gender = None
    plural: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A title or description as it was read: "South Korea's deputy defense minister".

    `word` is its head, `terms` are its other telling words, such as a party; in small letters.
    """

    role: Role
    word: str
    text: str
    fields: frozenset[str] = frozenset()
    levels: frozenset[str] = frozenset()
    terms: frozenset[str] = frozenset()
    country: str | None = None
    affiliation: str | None = None


@lru_cache(maxsize=1 << 12)
def role_of(word: str) -> Role | None:
    """The role that a word in small letters stands for, in the plural too; None for other words.

    >>> role_of("secretary-general").name, role_of("spokeswoman").gender, role_of("envoys").plural
    ('secretary', 'female', True)
    """
    forms = _forms()
    head = word.rstrip(".")
    if head not in forms and "-" in head:
        head = next((part for part in head.split("-") if part in forms), head)
    if head not in forms and head.rstrip("s").endswith(_TRADES):
        return Role(name="researcher", office=False, plural=head.endswith("s"))
    return forms.get(head)


def fit(described: Office, held: Office) -> float | None:
    """How well a description fits an office: None where they conflict, else more is better."""
    if not _stands_for(described.role, held.role) or _apart(described.country, held.country):
        return None
    parties = _party_fit(_parties(described), _parties(held))
    if parties is None:
        return None
    if "vice" in held.levels and "vice" not in described.levels:
        return None
    fields = _field_fit(described, held)
    if fields is None:
        return None
    same = (described.role.name == held.role.name) + 0.5 * (described.word == held.word)
    terms = len(described.terms & held.terms) - 0.5 * len(described.terms - held.terms)
    country = bool(described.country) and described.country == held.country
    return same + fields + terms + parties + country - 0.5 * len(described.levels ^ held.levels)


def is_another(described: Office, held: Office) -> bool:
    """Whether words beside one and the same role tell them apart: governor, deputy governor."""
    if described.role.name != held.role.name or not held.role.office:
        return False
    ours, theirs = _told(described), _told(held)
    return any(ours.isdisjoint(row) != theirs.isdisjoint(row) for row in table("offices")["apart"])


def tells_no_more(described: Office, held: Office) -> bool:
    """Whether another word for an office says nothing that its holder is not known for.

    "The chief" may be the minister of whom no name is known; "the police chief" is somebody else.
    """
    same = described.role.name == held.role.name
    return same or described.fields | described.terms <= held.fields | held.terms


def _told(office: Office) -> frozenset[str]:
    return office.levels.union(office.text.lower().replace("-", " ").split())


def roles_for(role: Role) -> list[str]:
    """The names of the roles that a word for people can mean, its own first.

    >>> role = role_of("prosecutor")
    >>> role and roles_for(role)
    ['prosecutor', 'attorney']
    """
    general = table("offices")["general"].get(role.name, ())
    return list(dict.fromkeys((role.name, *general)))


def _stands_for(described: Role, held: Role) -> bool:
    return held.name in roles_for(described)


def _apart(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def _parties(office: Office) -> frozenset[str]:
    """The parties that the office names, each under one word."""
    rows = table("offices")["parties"]
    return frozenset(name for name, forms in rows.items() if office.terms.intersection(forms))


def _party_fit(wanted: frozenset[str], held: frozenset[str]) -> float | None:
    """A party that is not known of the holder makes him unlikely, another one impossible."""
    if not wanted or wanted & held:
        return 0.0
    return None if held else -1.5


def _field_fit(described: Office, held: Office) -> float | None:
    """Fields must meet where both have any; a diplomat's are those of foreign affairs."""
    wanted = described.fields
    if described.role.name == "diplomat" != held.role.name:
        wanted = wanted | {"diplomat"}
    if not wanted:
        return -0.25 * bool(held.fields)
    kin = table("offices")["kin_fields"]
    near = wanted.union(*(kin.get(field, ()) for field in wanted))
    if wanted & held.fields:
        return 2.0 * len(wanted & held.fields)
    if near & held.fields:
        return 1.0
    another = described.role.name != held.role.name and held.role.name in _OF_NO_FIELD
    return None if held.fields or another or "diplomat" in wanted else -1.0


@cache
def _forms() -> dict[str, Role]:
    found: dict[str, Role] = {}
    for name, form, office in _rows():
        gender = next((one for one in ("male", "female") if form in _gendered(one)), None)
        found.setdefault(form, Role(name=name, office=office, gender=gender))
        for plural in _plurals(form):
            found.setdefault(plural, Role(name=name, office=office, gender=gender, plural=True))
    for short, name in table("titles")["short"].items():
        found.setdefault(short, Role(name=name, office=True))
    return found


def _rows() -> Iterator[tuple[str, str, bool]]:
    for kind in ("offices", "others"):
        for name, forms in table("offices")[kind].items():
            for form in forms:
                yield name, form, kind == "offices"


def _gendered(gender: str) -> frozenset[str]:
    return frozenset(table("offices")["gender"][gender])


def _plurals(form: str) -> list[str]:
    if form.endswith("man"):
        return [form[:-2] + "en"]
    if form.endswith("y") and form[-2] not in "aeo":
        return [form[:-1] + "ies"]
    return [form + "es" if form.endswith(("s", "ch")) else form + "s"]
