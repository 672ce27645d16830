"""Names that only begin a longer one which no place known here has: the Port of Port Ness."""

from collections.abc import Sequence

from sayso.lexicon import words
from sayso.reading.places.naming import Naming
from sayso.reading.places.scenes import Scene
from sayso.reading.places.surroundings import is_kind
from sayso.reading.speakers.roles import role_of
from sayso.records import PlaceKind

__all__ = ["find_pieces"]

# Tenth power of people from which a town is known by one word alone. Of the smaller ones before
# another word with a capital, 10 of 12 are pieces (LGL); they still tell where the report plays.
_KNOWN = 5.0
_PLACES = frozenset({Naming.PLACE, Naming.PART_OF_PLACE})


def find_pieces(scenes: Sequence[Scene]) -> frozenset[int]:
    """The first words of the names of small towns that go on with what names no place.

    Not where the report has the name alone too or the next word is a state or country, nor where
    that tells the kind of a place, its people or the day: Ness Township.
    """
    alone = {scene.name.stretch for scene in scenes if not scene.followed}
    wide = {scene.name.first for scene in scenes if _is_wide(scene)}
    return frozenset(
        scene.name.first
        for scene in scenes
        if _goes_on(scene) and scene.name.stretch not in alone and scene.name.after not in wide
    )


def _goes_on(scene: Scene) -> bool:
    """Whether a town of few people is followed by a name, and the encoder sees a place in it."""
    small = scene.single and scene.candidates.people < _KNOWN and not _is_wide(scene)
    named = scene.followed and scene.name.named in _PLACES
    return small and named and not _tells(scene.right)


def _is_wide(scene: Scene) -> bool:
    return scene.has(PlaceKind.COUNTRY) or scene.has(PlaceKind.STATE)


def _tells(word: str) -> bool:
    """Whether the word tells of a place rather than going on its name."""
    beside = words("toponymy", "locals") | words("titles", "calendar")
    return is_kind(word) or word in beside or role_of(word) is not None
