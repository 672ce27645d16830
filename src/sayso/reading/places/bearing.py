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

_LARGE = 5.0  # tenth power of people from which a town is known everywhere
_MIDDLE = 4.0


def _people(scene: Scene) -> float:
    return scene.candidates.people


def _country(scene: Scene) -> bool:
    return scene.has(PlaceKind.COUNTRY) and not _demonym(scene)


def _state(scene: Scene) -> bool:
    return scene.has(PlaceKind.STATE)


def _area(scene: Scene) -> bool:
    wide = max(scene.candidates.kinds) >= NUMBER[PlaceKind.REGION]
    return wide or scene.has(PlaceKind.CONTINENT)


def _demonym(scene: Scene) -> bool:
    return Form.DEMONYM in scene.candidates.named


def _short(scene: Scene) -> bool:
    return Form.SHORT in scene.candidates.named


def _improper(scene: Scene) -> bool:
    return Form.NAME not in scene.candidates.named


def _several_words(scene: Scene) -> bool:
    return not scene.single


def _kind_in_name(scene: Scene) -> bool:
    return not scene.single and scene.kind is not None


def _kind_beside(scene: Scene) -> bool:
    return scene.single and scene.kind is not None


def _given(scene: Scene) -> bool:
    return scene.single and is_given(scene.head)


def _surname(scene: Scene) -> bool:
    return scene.head in scene.surnames


def _opens(scene: Scene) -> bool:
    return scene.words.opens(scene.name.first)


def _small_too(scene: Scene) -> bool:
    return scene.single and scene.head in scene.words.vocabulary


def _opener(scene: Scene) -> bool:
    return scene.single and scene.head in words("titles", "openers")


def _role(scene: Scene) -> bool:
    return scene.single and role_of(scene.head) is not None


def _body(scene: Scene) -> bool:
    return scene.head in words("offices", "bodies")


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
    return scene.has(PlaceKind.BUILDING)


def _named_place(scene: Scene) -> bool:
    return scene.name.named is Naming.PLACE


def _named_more_than_place(scene: Scene) -> bool:
    return scene.name.named is Naming.MORE_THAN_PLACE


def _named_part_of_place(scene: Scene) -> bool:
    return scene.name.named is Naming.PART_OF_PLACE


def _named_organization(scene: Scene) -> bool:
    return scene.name.named is Naming.ORGANIZATION


def _named_person(scene: Scene) -> bool:
    return scene.name.named is Naming.PERSON


def _named_other(scene: Scene) -> bool:
    return scene.name.named is Naming.OTHER


def _named_nothing(scene: Scene) -> bool:
    return scene.name.named is Naming.NOTHING


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
