"""Pages behind addresses: politely, and only where a person asked for them."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING

from sayso.errors import BusyServerError, UnreadableReportError
from sayso.intake.fetch.addresses import Address, is_public
from sayso.intake.fetch.connection import Clock, Resolve, resolve
from sayso.intake.fetch.exchange import ROBOT, Answer, Network
from sayso.intake.fetch.rest import rest_until
from sayso.intake.fetch.robots import ANYWHERE, Robots, parse_robots
from sayso.intake.fetch.validators import Validators
from sayso.records import Item

if TYPE_CHECKING:
    from httpx import URL

__all__ = ["Fetched", "Fetcher"]

_MOST_HOPS = 5  # as RFC 9309 asks for; news sites have up to three
_SHORTEST_WAIT = 1.0  # seconds between two requests to a host, which a person could make too
_LONGEST_WAIT = 60.0  # seconds; who asks for more hours between pages is read in a browser
_HIGHEST_PORT = 65_535
_BUSY = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE})
_MOVED = frozenset({301, 302, 303, 307, 308})
_SERVERS = 200  # whose rules are at hand, the last asked: who follows links meets ever more of them
_RULES_HOLD = datetime.timedelta(hours=24)  # RFC 9309, section 2.4
_UNKNOWN = Validators()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What is behind an address; `item` is None where it has not changed since the last time.

    `validators` are those to ask with the next time.
    """

    item: Item | None
    validators: Validators


class Fetcher:
    """Gets pages one after the other, each host at its own pace, by its rules for robots.

    A host that is busy and says until when is not asked before: BusyServerError.

    `clock` tells the time, `wait` waits so many seconds. `allow` tells which addresses may be
    connected to, and `resolve` which ones a host has.
    """

    def __init__(
        self,
        *,
        clock: Clock,
        wait: Callable[[float], None],
        allow: Callable[[Address], bool] = is_public,
        resolve: Resolve = resolve,
    ) -> None:
        self._network = Network(allow=allow, resolve=resolve, clock=clock)
        self._clock = clock
        self._wait = wait
        self._robots: dict[str, tuple[datetime.datetime, Robots]] = {}
        self._earliest: dict[str, datetime.datetime] = {}
        self._resting: dict[str, datetime.datetime] = {}

    def fetch(self, url: str) -> Item:
        """What is behind `url` now, redirects followed; UnreadableReportError if not to be had."""
        return self._item(url, *self._follow(_parsed(url), polite=True))

    def fetch_changed(self, url: str, known: Validators = _UNKNOWN) -> Fetched:
        """As `fetch`, where it has changed since a server gave the validators that are known."""
        answer, found_at = self._follow(_parsed(url), polite=True, headers=known.headers)
        if answer.status == HTTPStatus.NOT_MODIFIED and known.headers:
            return Fetched(item=None, validators=known)
        item = self._item(url, answer, found_at)
        return Fetched(item=item, validators=Validators.of(answer.headers))

    def _item(self, url: str, answer: Answer, found_at: "URL") -> Item:
        if answer.status != HTTPStatus.OK:
            raise UnreadableReportError(
                f"{url} answered with {_told(answer.status)}; check it in a browser."
            )
        return Item(
            name=url,
            data=answer.body,
            media_type=answer.headers.get("content-type"),
            url=str(found_at),
            fetched_at=self._clock(),
        )

    def _follow(
        self, url: "URL", *, polite: bool, headers: Mapping[str, str] | None = None
    ) -> "tuple[Answer, URL]":
        """The answer at the end of all redirects, and its address."""
        for _ in range(_MOST_HOPS + 1):
            robots = self._rules(url) if polite else ANYWHERE
            if not robots.allow(url.raw_path.decode("ascii")):
                raise UnreadableReportError(
                    f"{url} is closed to robots by its server; "
                    "save the page in a browser and add the file."
                )
            answer = self._get(url, robots.delay, headers or {})
            target = answer.headers.get("location")
            if answer.status not in _MOVED or not target:
                return answer, url
            url = _parsed(target, relative_to=url)
        raise UnreadableReportError(f"{url} leads on and on; check it in a browser.")

    def _rules(self, url: "URL") -> Robots:
        origin = str(url.copy_with(raw_path=b"/robots.txt", fragment=None))
        since, rules = self._robots.get(origin, (None, ANYWHERE))
        if since is None or self._clock() - since > _RULES_HOLD:
            answer, _ = self._follow(_parsed(origin), polite=False)
            rules = _robots(answer, origin)
            self._robots.pop(origin, None)
            self._robots[origin] = self._clock(), rules  # those asked last come last
            for other in [*self._robots][:-_SERVERS]:
                del self._robots[other]
        return rules

    def _get(self, url: "URL", delay: float, headers: Mapping[str, str]) -> Answer:
        now = self._clock()
        if (until := self._resting.get(url.host, now)) > now:
            raise _busy(url, until)
        pause = (self._earliest.get(url.host, now) - now).total_seconds()
        if pause > 0:
            self._wait(pause)
        answer = self._network.get(str(url.copy_with(fragment=None)), headers)
        seconds = min(max(delay, _SHORTEST_WAIT), _LONGEST_WAIT)
        now = self._clock()
        after = now + datetime.timedelta(seconds=seconds)
        self._earliest = {**_still(self._earliest, now), url.host: after}
        asked = rest_until(answer.headers, now=now) if answer.status in _BUSY else None
        if asked:
            self._resting = {**_still(self._resting, now), url.host: asked}
            raise _busy(url, asked)
        return answer


def _still(
    moments: Mapping[str, datetime.datetime], now: datetime.datetime
) -> dict[str, datetime.datetime]:
    """Those that have not come yet: what is over need not be known."""
    return {host: moment for host, moment in moments.items() if moment > now}


def _parsed(words: str, *, relative_to: "URL | None" = None) -> "URL":
    from httpx import URL, InvalidURL

    try:
        url = relative_to.join(words) if relative_to else URL(words)
    except (InvalidURL, ValueError) as error:
        raise UnreadableReportError(f"{words} is no address ({error}); check it.") from error
    if (url.port or 0) > _HIGHEST_PORT:
        raise UnreadableReportError(f"{url} is no address (there is no such port); check it.")
    if url.scheme not in {"http", "https"} or not url.host:
        raise UnreadableReportError(f"{url} is no web address; name one with http or https.")
    if url.userinfo:
        raise UnreadableReportError(
            f"{url.copy_with(userinfo=None)} was given with a password; leave that out, for "
            "addresses are kept."
        )
    return url


def _busy(url: "URL", until: datetime.datetime) -> BusyServerError:
    return BusyServerError(
        f"{url} is busy and asks to be left alone until {until:%Y-%m-%d %H:%M} UTC; try it then.",
        until=until,
    )


def _robots(answer: Answer, origin: str) -> Robots:
    if answer.status == HTTPStatus.OK:
        return parse_robots(answer.body, robot=ROBOT)
    if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise UnreadableReportError(
            f"{origin}, which says where robots may go, answered with {_told(answer.status)}; "
            "try it later."
        )
    return ANYWHERE


def _told(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
