"""Reports grouped into stories: likely pairs first, then average linkage among them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from sayso.comparing.stories.likeness import likeness
from sayso.comparing.stories.linkage import link_average
from sayso.comparing.stories.terms import Card, card_of
from sayso.records import Report, Story, text_id

__all__ = [
    "APART",
    "candidate_pairs",
    "group_stories",
    "likely_pairs",
    "link_stories",
    "telling_terms",
]

_Pair = tuple[str, str]

# Swept 0.1-0.8 on ECB+ topics 1-35 without the topics measured: 0.5 or 0.55 in all five folds.
_SAME_STORY = 0.5
_TELLING = 15  # terms of a report by which others are found that may tell of the same
_SHARED = 2  # of them that both must have
APART = 10
"""Days between two reports of one happening, at most."""
_ANY = -1  # the period that every report is also found under


def group_stories(reports: Sequence[Report]) -> tuple[Story, ...]:
    """The stories that the reports tell, every report in one; their order does not matter.

    Average linkage (Sokal and Michener 1958) over the pairs that share telling terms and days.
    """
    return link_stories({report.id for report in reports}, likely_pairs(map(card_of, reports)))


def link_stories(reports: Iterable[str], likely: Mapping[_Pair, float]) -> tuple[Story, ...]:
    """The stories of reports, by their ids, of which every likely pair is known.

    Those of which none is likely are never one story, so that each set of reports that pairs hold
    together can be linked by itself.
    """
    return tuple(_story(group) for group in link_average(reports, likely, least=_SAME_STORY))


def likely_pairs(cards: Iterable[Card], near: Iterable[Card] = ()) -> dict[_Pair, float]:
    """The pairs of reports that can tell of one happening, with how likely they do.

    Of those that are `near` only pairs with one of the others.
    """
    own = {card.report: card for card in cards}
    by_id = {card.report: card for card in near} | own
    return {
        (one, other): likeness(by_id[one].terms, by_id[other].terms)
        for one, other in candidate_pairs(by_id)
        if one in own or other in own
    }


def telling_terms(report: Report) -> frozenset[str]:
    """The terms by which others are found that may tell of the same happening."""
    return card_of(report).terms.telling(_TELLING)


def _story(reports: Sequence[str]) -> Story:
    return Story(id=text_id("\n".join(reports)), reports=tuple(reports))


def candidate_pairs(cards: Mapping[str, Card]) -> Iterator[_Pair]:
    """Pairs of reports, near in time, that share enough of their most telling terms."""
    having: dict[tuple[str, int | None], list[str]] = defaultdict(list)
    for of, card in sorted(cards.items()):
        its, period = card.terms.telling(_TELLING), _period(card)
        near = (having.get((term, at), ()) for term in its for at in _periods(period))
        shared = Counter(chain.from_iterable(near))
        for term in its:
            having[term, period].append(of)
            having[term, _ANY].append(of)
        for earlier in sorted(other for other, count in shared.items() if count >= _SHARED):
            if _near(cards[earlier], card):
                yield earlier, of


def _period(card: Card) -> int | None:
    return card.published.toordinal() // APART if card.published else None


def _periods(period: int | None) -> tuple[int | None, ...]:
    """Where reports may lie that are near; one without a day may be near to any."""
    return (_ANY,) if period is None else (period - 1, period, period + 1, None)


def _near(one: Card, other: Card) -> bool:
    if one.published is None or other.published is None:
        return True
    return abs((one.published - other.published).days) <= APART
