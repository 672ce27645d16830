"""When a speaker that was found is the one that was marked."""

__all__ = ["same_name", "shares_word"]

# As the scorer of whole reports leaves them out: words of titles and names of bodies.
_TITLES = frozenset(
    {"the", "a", "of", "us", "u.s", "mr", "dr", "president", "secretary", "news", "agency"}
    | {"department", "state", "minister"}
)
_SMALL = frozenset({"the", "and", "a", "of", "my", "jr"})


def shares_word(want: str | None, got: str | None) -> bool:
    """Whether both names share a word that is no title, or there is nobody on both sides."""
    if not want or not got:
        return not want and not got
    one, other = _words(want, ".,'’s") - _TITLES, _words(got, ".,'’s") - _TITLES
    return bool(one & other) or not one or not other


def same_name(want: str | None, got: str | None) -> bool:
    """Whether one name is part of the other, or both share two words: a wife is not her husband."""
    one, other = _words(want or "", ".,'’\"“”()"), _words(got or "", ".,'’\"“”()")
    one, other = one - _SMALL, other - _SMALL
    if not one or not other:
        return not one and not other
    return len(one & other) >= min(len(one), len(other), 2)


def _words(name: str, marks: str) -> set[str]:
    return {word.strip(marks).lower() for word in name.replace(";", " ").replace("-", " ").split()}
