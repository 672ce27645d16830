"""Attributions while they are put together, in word numbers."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from sayso.reading.encoder.tags import ROLES, Role
from sayso.reading.layout import Layout

__all__ = ["Board", "Draft", "fragments"]


@dataclass(slots=True, kw_only=True, eq=False)
class Draft:
    """One attribution in the making, `within` the one it is told in; set that by `tell_in`.

    `touches` is true once its cue is known to stand at its quotation, `nobody` where the encoder
    sees no source for it in its sentence, `verbatim` where a line of a transcript is somebody's own
    words without marks; `bond` is by how much its source beats having none.
    `found` and `right` are how likely it is a statement of about that extent, and by that source.
    """

    source: set[int] = field(default_factory=set)
    cue: set[int] = field(default_factory=set)
    content: set[int] = field(default_factory=set)
    touches: bool = False
    nobody: bool = False
    verbatim: bool = False
    bond: float = 0.0
    found: float = 1.0
    right: float | None = None
    within: "Draft | None" = None

    def tell_in(self, outer: "Draft") -> None:
        """Put it within `outer`, unless that one is told in it: nothing is told in itself."""
        above: Draft | None = outer
        while above is not None and above is not self:
            above = above.within
        if above is None:
            self.within = outer

    def role(self, role: Role) -> set[int]:
        """The words that play `role`."""
        if role == "source":
            return self.source
        return self.cue if role == "cue" else self.content

    @property
    def words(self) -> set[int]:
        """All its words."""
        return self.source | self.cue | self.content

    @property
    def anchor(self) -> int:
        """The word it hangs on: the first of its cue, else of its source, else of its content."""
        return min(self.cue or self.source or self.content)


class Board:
    """All drafts of a text, and who holds which word; until sources are shared, one draft each.

    `tagged` are the stretches that the encoder marked: first word, last + 1, role.
    """

    def __init__(
        self, drafts: Iterable[Draft], layout: Layout, tagged: list[tuple[int, int, Role]]
    ) -> None:
        self.drafts = list(drafts)
        self.layout = layout
        self.tagged = tagged
        self._holders: dict[Role, dict[int, Draft]] = {role: {} for role in ROLES}
        for draft in self.drafts:
            for role in ROLES:
                self._holders[role].update(dict.fromkeys(draft.role(role), draft))

    def holder(self, role: Role, word: int) -> Draft | None:
        """The draft in which `word` plays `role`."""
        return self._holders[role].get(word)

    def busy(self, word: int) -> bool:
        """Whether any draft holds the word."""
        return any(word in holders for holders in self._holders.values())

    def holders(self, role: Role, words: Iterable[int]) -> list[Draft]:
        """The drafts in which any of `words` plays `role`, each once, in order of the words."""
        found = (self._holders[role].get(word) for word in words)
        return list(dict.fromkeys(draft for draft in found if draft is not None))

    def free(self, words: Iterable[int], *roles: Role) -> None:
        """Take `words` out of these roles (all when none is named) of whoever holds them."""
        for word in words:
            for role in roles or ROLES:
                draft = self._holders[role].pop(word, None)
                if draft is not None:
                    draft.role(role).discard(word)

    def give(self, draft: Draft, words: Collection[int]) -> None:
        """Make `words` content of `draft` and of no other."""
        self.free(words, "content", "source")
        draft.content.update(words)
        self._holders["content"].update(dict.fromkeys(words, draft))

    def keep(self, draft: Draft, words: Collection[int]) -> None:
        """Leave the draft only those of its content words that are among `words`."""
        self.free([word for word in draft.content if word not in words], "content")

    def add(self, draft: Draft) -> Draft:
        """A new draft; its words leave the drafts that held them."""
        for role in ROLES:
            self.free(draft.role(role))
        self.drafts.append(draft)
        for role in ROLES:
            self._holders[role].update(dict.fromkeys(draft.role(role), draft))
        return draft


def fragments(words: Iterable[int]) -> list[tuple[int, int]]:
    """The unbroken runs of `words`, each there once: first, last + 1.

    >>> fragments({5, 1, 2})
    [(1, 3), (5, 6)]
    """
    ordered = sorted(words)
    if ordered and ordered[-1] - ordered[0] == len(ordered) - 1:
        return [(ordered[0], ordered[-1] + 1)]
    cuts = [at for at in range(1, len(ordered)) if ordered[at] != ordered[at - 1] + 1]
    edges = [0, *cuts, len(ordered)] if ordered else []
    return [(ordered[first], ordered[after - 1] + 1) for first, after in pairwise(edges)]
