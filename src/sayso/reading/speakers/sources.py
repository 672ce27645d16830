"""Whom the source of a statement names: the head of the phrase among all its words."""

from bisect import bisect_left
from collections.abc import Sequence

from sayso.lexicon import words
from sayso.reading.speakers.finding import pronoun_of
from sayso.reading.speakers.joints import joints
from sayso.reading.speakers.mentions import Form, Mention, Sort
from sayso.reading.speakers.offices import DETERMINERS, read_office
from sayso.reading.speakers.phrases import capitalised, chunk_end, goes_on, last_word, stop
from sayso.reading.speakers.roles import Role, role_of
from sayso.reading.speakers.scenes import past_place
from sayso.reading.speakers.sorts import is_document, sort_of
from sayso.reading.speakers.tokens import Tokens
from sayso.reading.speakers.trades import opens_trade, read_trade, trade_before
from sayso.records import Spans

__all__ = ["SourceReader"]

_CALENDAR = words("titles", "calendar")
_HEARSAY = words("offices", "hearsay")
_AUTHORED = words("offices", "authored")
_OPENERS = words("titles", "openers")
# Python 3.11 takes ten times as long for a member of an enumeration as for a name.
_PRONOUN, _NAME, _PAIR, _DESCRIPTION = Form.PRONOUN, Form.NAME, Form.PAIR, Form.DESCRIPTION
_BODY, _GROUP, _PERSON, _UNKNOWN, _GOVERNMENT = (
    Sort.BODY,
    Sort.GROUP,
    Sort.PERSON,
    Sort.UNKNOWN,
    Sort.GOVERNMENT,
)

_BREAKS = frozenset(",;:()—–") | {"who", "whose", "which", "that", "whom"}
_LEADING = words("small_words", "leading")
_AFTER_HEAD = frozenset(
    {"himself", "herself", "itself", "themselves", "also", "later", "both", "'s"}
)
_CORRELATIVES = frozenset({"both", "either", "neither"})
_PERSONAL = frozenset({Sort.PERSON, Sort.UNKNOWN})
_BODILY = frozenset({Sort.BODY, Sort.UNKNOWN})
_LONGEST_NAME = 6  # words from which the head of a name in apposition is sought
_LONGEST = 80  # words of a source that are read
_LOOK_BACK = 40  # mentions before a source that may reach into it


class SourceReader:
    """Reads sources against the mentions of a text, and adds a mention where there was none."""

    def __init__(self, tokens: Tokens, mentions: Sequence[Mention]) -> None:
        self._tokens = tokens
        self._mentions = mentions
        self._firsts = [mention.first for mention in mentions]
        self._made: dict[tuple[int, int], Mention | None] = {}
        self._trades: dict[str, Role] = {}

    @property
    def added(self) -> list[Mention]:
        """The mentions that sources made which were none before, pairs with their parts."""
        made = [mention for mention in self._made.values() if mention is not None]
        parts = [part for mention in made for part in mention.parts]
        known = set(map(id, self._mentions))
        return list({id(m): m for m in (*parts, *made) if id(m) not in known}.values())

    def read(self, source: Spans) -> Mention | None:
        """The mention that heads the source; None where it names nobody."""
        for span in source:
            first, after = self._tokens.range(span)
            first, after = self._trimmed(first, min(after, first + _LONGEST))
            if first < after:
                if (first, after) not in self._made:
                    self._made[first, after] = self._head(first, after)
                return self._made[first, after]
        return None

    def _trimmed(self, first: int, after: int) -> tuple[int, int]:
        lower = self._tokens.lower
        while first < after and (lower[first] in _LEADING or not _opens_name(lower[first])):
            first += 1
        first = past_place(self._tokens, first, after)
        while first < after and self._trails(after - 1):
            after -= 1
        return first, after

    def _trails(self, index: int) -> bool:
        small = self._tokens.lower[index]
        if not _opens_name(small):
            return True
        return small in _AFTER_HEAD or small in _CALENDAR

    def _head(self, first: int, after: int) -> Mention | None:
        word = self._tokens.words[first]
        pronoun = pronoun_of(self._tokens.small(first)) if word != "I" else "i"
        if pronoun is not None and after == first + 1:
            return self._pronoun(first, pronoun)
        if self._tokens.lower[after - 1] in _HEARSAY:
            return None
        return self._pair(first, after) or self._single(first, after)

    def _pronoun(self, index: int, pronoun: str) -> Mention:
        for mention in self._inside(index, index + 1):
            if mention.form is _PRONOUN:
                return mention
        gender = {"he": "male", "she": "female"}.get(pronoun)
        sort = _PERSON if gender else _UNKNOWN
        return Mention(
            first=index,
            after=index + 1,
            head=index,
            form=_PRONOUN,
            sort=sort,
            name=(pronoun,),
            gender=gender,
        )

    def _inside(self, first: int, after: int) -> list[Mention]:
        """The mentions whose head stands in these words, in order."""
        low = max(0, bisect_left(self._firsts, first) - _LOOK_BACK)
        found = []
        for index in range(low, bisect_left(self._firsts, after)):
            if first <= self._mentions[index].head < after:
                found.append(self._mentions[index])
        return found

    def _pair(self, first: int, after: int) -> Mention | None:
        """Those who speak together: "Blinken and Austin", "Seoul and its allies", "A, B and C"."""
        first += self._tokens.lower[first] in _CORRELATIVES
        names = [one for one in self._inside(first, after) if one.form is _NAME]
        cuts = joints(self._tokens, names, bounds=(first, after))
        if not cuts:
            return None
        starts, ends = [first, *(cut + 1 for cut in cuts)], [*cuts, after]
        parts = [self._single(*bounds) for bounds in zip(starts, ends, strict=True)]
        return self._together((first, after), [part for part in parts if part is not None])

    def _together(self, bounds: tuple[int, int], parts: Sequence[Mention]) -> Mention | None:
        first, after = bounds
        one, other = parts[0], parts[-1]
        if len(parts) < 2 or one is other or self._same_head(one, other):
            return None
        if any(part.sort is _UNKNOWN and part.form is not _NAME for part in parts):
            return None
        if not any(part.definite or part.form is _NAME for part in parts):
            return self._described(first, after, after)
        return Mention(
            first=first,
            after=after,
            head=other.head,
            form=_PAIR,
            sort=_GROUP,
            parts=tuple(parts),
        )

    def _same_head(self, one: Mention, other: Mention) -> bool:
        """Whether both tell of one person: "the delegate and activist", "poet and nun Ann Doe"."""
        lower = self._tokens.lower
        if lower[other.first] in DETERMINERS or _GROUP in {one.sort, other.sort}:
            return False
        if other.form is _DESCRIPTION:
            return lower[one.first] in DETERMINERS
        bare = one.form is _DESCRIPTION and lower[one.first] not in DETERMINERS
        return bare and other.office is not None

    def _single(self, first: int, after: int) -> Mention | None:
        inside = self._inside(first, after)
        end = chunk_end(self._tokens, (first, after), inside)
        for mention in reversed(inside):
            if mention.head < end and self._ends(mention, end):
                self._tell_trade(mention, first, after)
                return mention.same or self._widened(mention, first, after)
        made = self._described(first, after, end)
        if is_document(self._tokens.lower[made.head]):
            return self._author(made, inside, end) or made
        if made.sort is _BODY:
            return self._apposed_body(end, after) or made
        if made.sort in {_UNKNOWN, _PERSON}:
            beside = self._beside(end, inside)
            if beside is not None and made.form is _DESCRIPTION:
                return self._called(made, beside)
        if made.sort is _UNKNOWN:
            names = (one for one in inside if one.form is _NAME and one.head < end)
            return next((one for one in names if one.sort is not _GOVERNMENT), made)
        return made

    def _author(self, made: Mention, inside: Sequence[Mention], end: int) -> Mention | None:
        """Whose document speaks: "Doe's letter", "a report by Oxfam"; None where nobody is named.

        What it is made of or about is no author: a study of Chinese firms.
        """
        joint = self._tokens.at(end)
        after = {end + 1, end + 2} if joint in _AUTHORED else set()
        for mention in inside:
            owns = mention.head < made.head and self._tokens.possesses(mention.after)
            # "a report from Aleppo" was sent from there
            sure = joint == "by" or mention.sort not in {_UNKNOWN, _GOVERNMENT}
            if mention.form is _NAME and (owns or (sure and mention.first in after)):
                return mention
        return None

    def _beside(self, end: int, inside: Sequence[Mention]) -> Mention | None:
        """The person named right after the comma that ends the phrase, and before another mark."""
        if self._tokens.at(end) != ",":
            return None
        named = (one for one in inside if one.form is _NAME and one.first == end + 1)
        whole = (one for one in named if len(one.name) > 1 and one.sort in _PERSONAL)
        return next((one for one in whole if one.office is None), None)

    def _apposed_body(self, end: int, after: int) -> Mention | None:
        """The body named between commas behind the phrase: "the company, Doe Lines, said"."""
        if self._tokens.at(end) != ",":
            return None
        first = end + 1 + (self._tokens.at(end + 1) == "the")
        named = (one for one in self._inside(first, first + _LONGEST_NAME) if one.first == first)
        found = next((one for one in named if one.form is _NAME and one.sort in _BODILY), None)
        if found is None or (found.after < after and self._tokens.at(found.after) != ","):
            return None
        found.sort = _BODY
        return found

    def _called(self, made: Mention, beside: Mention) -> Mention:
        """The phrase as the office of the person whose name stands in apposition to it."""
        made.office = read_trade(self._tokens, made.first, made.head)
        made.sort = beside.sort = _PERSON
        made.same = beside
        return made

    def _tell_trade(self, name: Mention, first: int, after: int) -> None:
        """Give a person the office beside his name that no list has, known as his from then on."""
        name.office = trade_before(self._tokens, name, first) or name.office
        self._tell_apposed(name, after)
        if name.office is not None and role_of(name.office.word) is None:
            self._trades[name.office.text.lower()] = name.office.role

    def _tell_apposed(self, name: Mention, after: int) -> None:
        """Give a person the office after his name: "Doe, the harbour master,"."""
        first = name.after + 1
        if first >= after or not opens_trade(self._tokens, name):
            return
        head = chunk_end(self._tokens, (first, after), ()) - 1
        word = self._tokens.words[head]
        unlisted = sort_of(word, role_of(word)) is _UNKNOWN
        if head > first + 1 and unlisted and word.isalpha() and word.islower():
            name.office = read_trade(self._tokens, first, head)

    def _widened(self, mention: Mention, first: int, after: int) -> Mention:
        """The description with all that the source says of it, up to a mark or a "who"."""
        if mention.form is _DESCRIPTION:
            mention.first = min(mention.first, first)
            mention.after = max(mention.after, stop(self._tokens, first, after))
        return mention

    def _ends(self, mention: Mention, end: int) -> bool:
        """Whether the mention ends the phrase, so that it is no mere attribute of another noun."""
        if mention.after >= end:
            return mention.form is not _PRONOUN
        follows = self._tokens.lower[mention.after]
        return mention.form is _NAME and mention.after == end - 1 and follows in _AFTER_HEAD

    def _described(self, first: int, after: int, end: int) -> Mention:
        """A mention for a phrase that no reader of names or roles has seen, as in a heading."""
        if capitalised(self._tokens, first, end) and not goes_on(self._tokens, end, after):
            return self._heading_name(first, end)
        last = last_word(self._tokens, first, end)
        determiner = DETERMINERS.get(self._tokens.lower[first])
        bounds = (first + (determiner is not None and first < last), last, last + 1)
        told = self._trades.get(" ".join(self._tokens.lower[bounds[0] : last + 1]))
        role = role_of(self._tokens.lower[last]) or told
        sort = sort_of(self._tokens.lower[last], role)
        return Mention(
            first=first,
            after=stop(self._tokens, first, after),
            head=last,
            form=_DESCRIPTION,
            sort=sort,
            office=read_office(self._tokens, role, bounds) if role is not None else None,
            definite=determiner != "indefinite" and not (sort is _GROUP and not determiner),
        )

    def _heading_name(self, first: int, end: int) -> Mention:
        return Mention(
            first=first,
            after=end,
            head=end - 1,
            form=_NAME,
            sort=_UNKNOWN,
            name=tuple(self._tokens.words[first:end]),
        )


def _opens_name(word: str) -> bool:
    return word[0].isalnum() or (word[0] in "@#" and len(word) > 1)
