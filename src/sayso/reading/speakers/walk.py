"""Through the text from mention to mention: whom each of them means."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sayso.lexicon import words
from sayso.reading.speakers.attention import Attention
from sayso.reading.speakers.cast import Cast, Figure
from sayso.reading.speakers.described import Described
from sayso.reading.speakers.mentions import Form, Mention, Sort
from sayso.reading.speakers.papers import told_before
from sayso.reading.speakers.pronouns import Pronouns
from sayso.reading.speakers.tokens import Tokens

__all__ = ["Walk", "is_full"]

_ATTRIBUTED = words("offices", "attributed")
_SUBORDINATORS = words("small_words", "subordinators")
_BEFORE_OBJECT = words("small_words", "before_object")
_PARTICLES = words("titles", "particles")
# Python 3.11 takes ten times as long for a member of an enumeration as for a name.
_PRONOUN, _NAME, _PAIR = Form.PRONOUN, Form.NAME, Form.PAIR
_PERSON, _GROUP, _BODY, _UNKNOWN = Sort.PERSON, Sort.GROUP, Sort.BODY, Sort.UNKNOWN

# Weights of a mention by its part in the sentence: flat within a quarter around these values on the
# pronouns of PolNeAR dev (200 by hand) and on the reports of three events.
_SPEAKER = 3.0
_SUBJECT = 2.0
_OTHER = 1.0
_TOPIC = 5.0  # "As for Doe, she ..." turns from whoever spoke before
_POSSESSOR = 0.7
_ATTRIBUTE = 0.4
_QUOTED = 0.15
_EMBEDDED = 0.6
_INTRODUCED = 1.0
_USUAL = 1.0  # for whom the bare surname meant before, else who was named first
_LONGEST_CLAUSE = 25  # words
_AHEAD = 8  # mentions to a name that a pronoun at the start of a text waits for
_SOON = 3  # sentences after an office has spoken in which its holder is named
_WHO_REACH = 8  # words between a name and its "who": a city, an age


class _Unnamed(NamedTuple):
    """Who spoke last, as of sentence `time`, told by an office alone in these mentions, by id."""

    figure: Figure
    time: int
    mentions: list[int]


class Walk:
    """Gives every mention its figure, in the order in which a reader understands them."""

    def __init__(self, tokens: Tokens, cast: Cast, sources: Iterable[Mention]) -> None:
        self._tokens = tokens
        self._cast = cast
        self._sources = {id(source) for source in sources}
        self._attention = Attention()
        self._pronouns = Pronouns(self._attention)
        self._described = Described(tokens, cast, self._attention)
        self._figures: dict[int, Figure | None] = {}
        self._usual: dict[str, Figure] = {}
        self._ends: dict[int, Figure] = {}
        self._subject_of = -1
        self._unnamed: _Unnamed | None = None

    def figure(self, mention: Mention) -> Figure | None:
        """Whom the mention means, once it has been met."""
        return self._figures.get(id(mention))

    def meet(self, mention: Mention, around: Figure | None, *, inside: bool) -> None:
        """Resolve the mention, which stands in the words of `around`, and turn attention to it.

        `inside` is true where it is content of any statement.
        """
        figure = self._resolve(mention, around)
        self._figures[id(mention)] = figure
        if figure is not None:
            self._note(mention, figure, inside=inside)

    def look_ahead(self, mention: Mention, mentions: Sequence[Mention]) -> Figure | None:
        """Whom a "he" or "she" before any name means: the next who is named and suits.

        `mentions` are in the order of the text.
        """
        if mention.form is not _PRONOUN or mention.gender is None:
            return None
        start = bisect_right(mentions, mention.first, key=lambda other: other.first)
        for other in mentions[start : start + _AHEAD]:
            figure = self.figure(other)
            if other.form is not _NAME or figure is None or figure.sort is not _PERSON:
                continue
            if figure.suits(mention.gender):
                figure.mentions.append((mention.first, mention.after))
                return figure
        return None

    def _resolve(self, mention: Mention, around: Figure | None) -> Figure | None:
        time = self._tokens.clock[mention.first]
        if mention.form is _PRONOUN and mention.name[0] in {"who", "which"}:
            return self._before(mention) or self._attention.best(time, lambda _: 1.0)
        if mention.form is _PRONOUN:
            quoted = self._tokens.quoted[mention.first]
            found = self._pronouns.antecedent(mention, time, around=(around, quoted))
            return found if quoted else self._paper(mention, found) or found
        if mention.form is _NAME:
            return self._named(mention, time)
        if mention.form is _PAIR:
            return self._pair(mention, around)
        if mention.same is not None:
            return self._same(mention, time)
        return self._described.figure(mention, around, speaks=id(mention) in self._sources)

    def _paper(self, mention: Mention, found: Figure | None) -> Figure | None:
        """The paper that "it" means, of which the text spoke after whoever else it may mean."""
        spoken = mention.name[0] == "it" and id(mention) in self._sources
        paper = told_before(self._tokens, mention.first) if spoken else None
        if paper is None or (found and found.clock >= self._tokens.clock[paper.first]):
            return None
        self.meet(paper, None, inside=False)
        return self.figure(paper)

    def _before(self, mention: Mention) -> Figure | None:
        """Whom the words right before "who" mean: the nearest person, else the nearest of all.

        For "which" the nearest that is no person.
        """
        reach = range(mention.first - 1, mention.first - 1 - _WHO_REACH, -1)
        near = [self._ends[place] for place in reach if place in self._ends]
        person = mention.name[0] == "who"
        right = (one for one in near if (one.sort in {_PERSON, _GROUP}) is person)
        return next(right, near[0] if near else None)

    def _same(self, mention: Mention, time: int) -> Figure:
        assert mention.same is not None
        figure = self._figures.get(id(mention.same)) or self._named(mention.same, time)
        self._cast.learn(figure, mention)
        return figure

    def _named(self, mention: Mention, time: int) -> Figure:
        if is_full(mention):
            figure = self._cast.named(mention.name) or self._cast.introduce(mention)
            self._name_late(mention, figure, time)
            return figure
        bearer = self._bearer(mention, time)
        if bearer is None and mention.sort is not _PERSON and id(mention) in self._sources:
            bearer = self._cast.body(mention.name[-1])
        if bearer is None:
            return self._cast.named(mention.name) or self._cast.introduce(mention)
        self._cast.learn(bearer, mention)
        return bearer

    def _name_late(self, mention: Mention, figure: Figure, time: int) -> None:
        """Whose office alone was told just before: The mayor said no. "Never," Ann Doe added.

        Somebody new would have been told with an office or in apposition.
        """
        told = self._unnamed
        if told is None or figure.mentions or figure.offices or id(mention) not in self._sources:
            return
        plain = self._tokens.at(mention.after) not in {",", "(", "of"}
        person = figure.sort in {_PERSON, _UNKNOWN} and figure.suits(told.figure.gender)
        if plain and person and time - told.time <= _SOON:
            self._figures.update(dict.fromkeys(told.mentions, figure))
            figure.mentions.extend(told.figure.mentions)
            for office in told.figure.offices:
                self._cast.give(figure, office)

    def _bearer(self, mention: Mention, time: int) -> Figure | None:
        """Who bears the single name: by its office and gender, then rank, then attention."""
        plain = mention.office is None
        if mention.sort is _BODY or (plain and self._tokens.at(mention.first - 1) == "the"):
            return None
        best, most = None, (-9.0, -9.0, -9.0)
        key = self._cast.alias(mention.name[-1])
        bearers = self._cast.bearers(mention.name[-1])
        first = self._usual.get(key) or next(iter(bearers), None)
        for figure in bearers:
            fits = self._fits(figure, mention)
            if fits is None:
                continue
            rank = figure.aliases.get(key, 3)
            usual = _USUAL * (figure is first)
            score = (fits, -float(rank), usual + self._attention.level(figure, time))
            if score > most:
                best, most = figure, score
        if best is not None:
            self._usual.setdefault(key, best)
        return best

    def _fits(self, figure: Figure, mention: Mention) -> float | None:
        if not figure.suits(mention.gender):
            return None
        if mention.office is None:
            return 0.0
        if not figure.offices:
            return 0.0
        return figure.holds(mention.office)

    def _pair(self, mention: Mention, around: Figure | None) -> Figure | None:
        parts = []
        for part in mention.parts:
            figure = self._figures.get(id(part)) or self._resolve(part, around)
            self._figures[id(part)] = figure
            if figure is not None:
                parts.append(figure)
        return self._cast.together(parts) if parts else None

    def _note(self, mention: Mention, figure: Figure, *, inside: bool) -> None:
        figure.mentions.append((mention.first, mention.after))
        self._ends[mention.after - 1] = figure
        source = id(mention) in self._sources
        figure.speaks = figure.speaks or source
        first = len(figure.mentions) == 1
        weight = self._weight(mention, first=first, source=source, inside=inside)
        if source:
            self._subject_of = self._tokens.sentence[mention.first]
            self._note_unnamed(mention, figure)
        self._attention.turn_to(figure, weight, self._tokens.clock[mention.first])

    def _note_unnamed(self, mention: Mention, figure: Figure) -> None:
        """Keep in mind whose office alone is told, until somebody else speaks."""
        before, time = self._unnamed, self._tokens.clock[mention.first]
        self._unnamed = None
        holder = not figure.named and figure.definite and figure.sort is _PERSON
        if holder and any(office.role.office for office in figure.offices):
            mentions = before.mentions if before and before.figure is figure else []
            mentions.append(id(mention))
            self._unnamed = _Unnamed(figure, time, mentions)

    def _weight(self, mention: Mention, *, first: bool, source: bool, inside: bool) -> float:
        tokens = self._tokens
        if tokens.quoted[mention.first]:
            return _QUOTED
        if tokens.at(mention.first - 1) == "asked":
            return _SPEAKER
        if source:
            return _SUBJECT if tokens.at(mention.after) == "asked" else _SPEAKER
        if tokens.possesses(mention.after) or tokens.at(mention.first) in {"his", "her"}:
            return _POSSESSOR
        if mention.attribute or tokens.at(mention.after) in _ATTRIBUTED:
            return _ATTRIBUTE
        new = _INTRODUCED * (len(mention.name) > 1 and (mention.office is not None or first))
        return (new + self._part(mention)) * (_EMBEDDED if inside else 1.0)

    def _fronted(self, index: int) -> bool:
        """Whether the word stands in a clause before the main one, up to its first comma."""
        tokens = self._tokens
        place = index
        while place > max(0, index - _LONGEST_CLAUSE) and not tokens.opens_sentence(place):
            place -= 1
            if tokens.words[place] == ",":
                return False
        return tokens.lower[place] in _SUBORDINATORS

    def _topic(self, mention: Mention) -> bool:
        """Whether it is what a sentence is about from the start: "As for Doe, she ..."."""
        opens = self._tokens.opens_sentence
        early = opens(mention.first - 1) or opens(mention.first - 2)
        return early and self._tokens.at(mention.after) == ","

    def _part(self, mention: Mention) -> float:
        """The first who is named in a sentence and is no object is its subject."""
        tokens = self._tokens
        before = tokens.at(mention.first - 1)
        topic = self._topic(mention)
        if topic and before == "for":
            return _TOPIC
        governed = before in _BEFORE_OBJECT and not topic
        if governed or tokens.at(mention.first) == "him":
            return _OTHER
        person = mention.sort in {_PERSON, _GROUP, _UNKNOWN}
        if not person or tokens.sentence[mention.first] == self._subject_of:
            return _OTHER
        if self._fronted(mention.first):
            return _OTHER
        self._subject_of = tokens.sentence[mention.first]
        return _SUBJECT


def is_full(mention: Mention) -> bool:
    """Whether the name is more than a family name, such as "Rashid" or "bin Rashid"."""
    before = mention.name[:-1]
    return mention.known or any(part.lower() not in _PARTICLES for part in before)
