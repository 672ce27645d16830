"""Signs of a place in the name itself: what it may mean, how it is written, what it is read as."""

from collections.abc import Callable

from sayso.lexicon import words
from sayso.reading.places.gazetteer import NUMBER, Form
from sayso.reading.places.naming import Naming
from sayso.reading.places.scenes import Scene
from sayso.reading.speakers.given import is_given
from sayso.reading.speakers.roles import role_of
from sayso.records import PlaceKind

__all__ = ["OWN_SIGNS"]

_OPENERS = words("titles", "openers")
_BODIES = words("offices", "bodies")
# Python 3.11 takes ten times as long for a member of an enumeration as for a name.
_COUNTRY, _STATE, _REGION, _CONTINENT, _BUILDING = (
    PlaceKind.COUNTRY,
    PlaceKind.STATE,
    PlaceKind.REGION,
    PlaceKind.CONTINENT,
    PlaceKind.BUILDING,
)
_DEMONYM, _SHORT, _NAME = Form.DEMONYM, Form.SHORT, Form.NAME
_PLACE, _MORE_THAN_PLACE, _PART_OF_PLACE, _ORGANIZATION, _PERSON, _OTHER, _NOTHING = (
    Naming.PLACE,
    Naming.MORE_THAN_PLACE,
    Naming.PART_OF_PLACE,
    Naming.ORGANIZATION,
    Naming.PERSON,
    Naming.OTHER,
    Naming.NOTHING,
)

_LARGE = 5.0  # tenth power of people from which a town is known everywhere
_MIDDLE = 4.0


def _people(scene: Scene) -> float:
    return scene.candidates.people


def _country(scene: Scene) -> bool:
    return scene.has(_COUNTRY) and not _demonym(scene)


def _state(scene: Scene) -> bool:
    return scene.has(_STATE)


def _area(scene: Scene) -> bool:
    wide = max(scene.candidates.kinds) >= NUMBER[_REGION]
    return wide or scene.has(_CONTINENT)


def _demonym(scene: Scene) -> bool:
    return _DEMONYM in scene.candidates.named


def _short(scene: Scene) -> bool:
    return _SHORT in scene.candidates.named


def _improper(scene: Scene) -> bool:
    return _NAME not in scene.candidates.named


def _several_words(scene: Scene) -> bool:
    return not scene.single


def _kind_in_name(scene: Scene) -> bool:
    return not scene.single and scene.kind is not None


def _kind_beside(scene: Scene) -> bool:
    return scene.single and scene.kind is not None


def _given(scene: Scene) -> bool:
    return scene.single and is_given(scene.head)


def _surname(scene: Scene) -> bool:
    return scene.head in scene.words.surnames


def _opens(scene: Scene) -> bool:
    return scene.words.opens(scene.name.first)


def _small_too(scene: Scene) -> bool:
    return scene.single and scene.head in scene.words.vocabulary


def _opener(scene: Scene) -> bool:
    return scene.single and scene.head in _OPENERS


def _role(scene: Scene) -> bool:
    return scene.single and role_of(scene.head) is not None


def _body(scene: Scene) -> bool:
    return scene.head in _BODIES


def _capitals(scene: Scene) -> bool:
    form = scene.words.at(scene.name.first)
    return len(form) > 3 and form.isupper()


def _large(scene: Scene) -> bool:
    return _people(scene) >= _LARGE


def _middling(scene: Scene) -> bool:
    return _MIDDLE <= _people(scene) < _LARGE


def _short_word(scene: Scene) -> bool:
    return scene.single and len(scene.words.at(scene.name.first)) <= 3


def _building(scene: Scene) -> bool:
    return scene.has(_BUILDING)


def _named_place(scene: Scene) -> bool:
    return scene.name.named is _PLACE


def _named_more_than_place(scene: Scene) -> bool:
    return scene.name.named is _MORE_THAN_PLACE


def _named_part_of_place(scene: Scene) -> bool:
    return scene.name.named is _PART_OF_PLACE


def _named_organization(scene: Scene) -> bool:
    return scene.name.named is _ORGANIZATION


def _named_person(scene: Scene) -> bool:
    return scene.name.named is _PERSON


def _named_other(scene: Scene) -> bool:
    return scene.name.named is _OTHER


def _named_nothing(scene: Scene) -> bool:
    return scene.name.named is _NOTHING


OWN_SIGNS: tuple[Callable[[Scene], float], ...] = (
    _people,
    _country,
    _state,
    _area,
    _demonym,
    _short,
    _improper,
    _several_words,
    _kind_in_name,
    _kind_beside,
    _given,
    _surname,
    _opens,
    _small_too,
    _opener,
    _role,
    _body,
    _capitals,
    _large,
    _middling,
    _short_word,
    _building,
    _named_place,
    _named_more_than_place,
    _named_part_of_place,
    _named_organization,
    _named_person,
    _named_other,
    _named_nothing,
)
"""Each 1 where it holds and 0 where not; the first is the tenth power of people.

None of the last seven holds where the encoder was not asked."""
