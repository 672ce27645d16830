"""Signs of a place, or against one, in the words beside the name."""

from collections.abc import Callable

from sayso.lexicon import words
from sayso.reading.places.governments import names_government
from sayso.reading.places.scenes import Scene
from sayso.reading.speakers.given import is_given
from sayso.reading.speakers.roles import role_of
from sayso.records import PlaceKind

__all__ = ["BESIDE_SIGNS"]

_INSIDE = words("toponymy", "inside")
_TOWARD = words("toponymy", "toward")
_FOUNDED = words("toponymy", "founded")
_LOCALS = words("toponymy", "locals")
_ADDRESSES = words("toponymy", "addresses")
_OPENERS = words("titles", "openers")
_LEADING = words("toponymy", "leading")
_BODIES = words("offices", "bodies")
_STREETS = words("toponymy", "streets")
_TEAMS = words("toponymy", "teams")
_SPEECH = words("cues", "speech")
# Python 3.11 takes ten times as long for a member of an enumeration as for a name.
_BUILDING = PlaceKind.BUILDING
_POSSESSIVE = frozenset({"'s", "’s"})


def _inside(scene: Scene) -> bool:
    return scene.left in _INSIDE


def _toward(scene: Scene) -> bool:
    return scene.left in _TOWARD


def _of(scene: Scene) -> bool:
    return scene.left == "of" and scene.before(2) not in _FOUNDED


def _founded(scene: Scene) -> bool:
    return scene.left == "of" and scene.before(2) in _FOUNDED


def _locals(scene: Scene) -> bool:
    return scene.right in _LOCALS or scene.after(1) == "based"


def _within(scene: Scene) -> bool:
    return scene.within is not None


def _holds(scene: Scene) -> bool:
    return scene.holding is not None


def _led_by_given(scene: Scene) -> bool:
    return scene.led and is_given(scene.left)


def _led_by_title(scene: Scene) -> bool:
    before = scene.left.rstrip(".")
    if before in _ADDRESSES:
        return True
    return before not in _OPENERS and role_of(before) is not None


def _led_by_other(scene: Scene) -> bool:
    return scene.led and not is_given(scene.left) and not _led_by_title(scene)


def _led_by_initial(scene: Scene) -> bool:
    before = scene.left
    return before == "." and len(scene.before(2)) == 1


def _leading_word(scene: Scene) -> bool:
    return scene.left in _LEADING


def _follows_body(scene: Scene) -> bool:
    return scene.followed and scene.right in _BODIES


def _follows_street(scene: Scene) -> bool:
    return scene.followed and scene.right.rstrip(".") in _STREETS


def _follows_team(scene: Scene) -> bool:
    return scene.followed and scene.right in _TEAMS


def _follows_name(scene: Scene) -> bool:
    other = not (_follows_body(scene) or _follows_street(scene) or _follows_team(scene))
    return scene.followed and other and role_of(scene.right) is None


def _given_and_more(scene: Scene) -> bool:
    return scene.single and is_given(scene.head) and scene.followed


def _placed(scene: Scene) -> bool:
    return scene.name.stretch in scene.placed and scene.left not in _INSIDE


def _possessive(scene: Scene) -> bool:
    return scene.right in _POSSESSIVE


def _speaks(scene: Scene) -> bool:
    return scene.right in _SPEECH


def _after_article(scene: Scene) -> bool:
    return scene.left in {"the", "a", "an"}


def _before_number(scene: Scene) -> bool:
    return scene.right[:1].isdigit()


def _after_number(scene: Scene) -> bool:
    return scene.left[:1].isdigit()


def _dateline(scene: Scene) -> bool:
    return scene.right in {"—", "–", "--"} or (
        scene.right == "(" and scene.words.at(scene.name.first).isupper()
    )


def _joined(scene: Scene) -> bool:
    return scene.left == "-" or scene.right == "-"


def _and_capital(scene: Scene) -> bool:
    return scene.right in {"and", "&"} and scene.words.capital(scene.name.after + 1)


def _comma_capital(scene: Scene) -> bool:
    return scene.right == "," and scene.words.capital(scene.name.after + 1)


def _after_comma(scene: Scene) -> bool:
    return scene.left == "," and scene.words.capital(scene.name.first - 2)


def _governs(scene: Scene) -> bool:
    seat = scene.candidates.seat or scene.has(_BUILDING)
    person = scene.led or scene.head in scene.words.surnames
    return seat and not person and names_government(scene.words, scene.name)


def _office_of(scene: Scene) -> bool:
    return scene.left == "of" and role_of(scene.before(2)) is not None


def _apposed(scene: Scene) -> bool:
    beside = scene.right == "," and scene.after(1) in {"the", "a", "an", "who", "his", "her"}
    return beside and any(role_of(scene.after(step)) for step in (2, 3, 4))


def _opens_before_article(scene: Scene) -> bool:
    return (
        scene.words.opens(scene.name.first)
        and scene.single
        and scene.right in {"the", "a", "an", "this", "these"}
    )


BESIDE_SIGNS: tuple[Callable[[Scene], float], ...] = (
    _inside,
    _toward,
    _of,
    _founded,
    _locals,
    _within,
    _holds,
    _led_by_given,
    _led_by_title,
    _led_by_other,
    _led_by_initial,
    _leading_word,
    _follows_body,
    _follows_street,
    _follows_team,
    _follows_name,
    _given_and_more,
    _placed,
    _possessive,
    _speaks,
    _after_article,
    _before_number,
    _after_number,
    _dateline,
    _joined,
    _and_capital,
    _comma_capital,
    _after_comma,
    _governs,
    _office_of,
    _apposed,
    _opens_before_article,
)
"""Each 1 where it holds and 0 where not."""
