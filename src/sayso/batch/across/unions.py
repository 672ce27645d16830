"""What holds together: sets that are joined pair by pair."""

from collections.abc import Iterator

__all__ = ["Unions"]


class Unions:
    """Disjoint sets, each known by its smallest member (Galler and Fischer 1964).

    >>> unions = Unions()
    >>> unions.join("b", "c"), unions.join("a", "c")
    (None, None)
    >>> unions.of("b"), unions.of("z")
    ('a', 'z')
    """

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def join(self, one: str, other: str) -> None:
        """Make one set of the two in which these are."""
        first, second = sorted((self.of(one), self.of(other)))
        self._above.setdefault(first, first)
        self._above[second] = first

    def of(self, member: str) -> str:
        """The smallest member of the set; the member itself where it was never joined."""
        above = self._above.get(member, member)
        while above != member:
            next_above = self._above[above]
            self._above[member] = next_above  # half the way the next time
            member, above = above, next_above
        return member

    def members(self) -> Iterator[tuple[str, str]]:
        """Every member that was joined, with the smallest one of its set."""
        yield from ((member, self.of(member)) for member in self._above)
