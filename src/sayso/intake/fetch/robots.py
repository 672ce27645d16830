"""What a server asks of robots (RFC 9309): where they may go, and how fast."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["ANYWHERE", "Robots", "parse_robots"]

_KEYS = frozenset({"user-agent", "allow", "disallow", "crawl-delay"})
_DELAY = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,3})?\Z")
_FOREIGN = re.compile(r"[^\x21-\x7e]")
_LONGEST = 500_000  # bytes; RFC 9309 asks for 500 KiB at least
_MOST_RULES = 10_000
_LONGEST_RULE = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    """A path, `*` standing for anything and `$` for the end, that is allowed or not."""

    path: str
    allows: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Robots:
    """The rules of one server for one robot; `delay` is in seconds."""

    rules: tuple[_Rule, ...] = ()
    delay: float = 0

    def allow(self, path: str) -> bool:
        r"""Whether the robot may go to `path`: the longest rule that fits says so.

        >>> parse_robots(b"User-agent: *\nDisallow: /ships", robot="sayso").allow("/ships/1")
        False
        """
        fitting = [rule for rule in self.rules if _fits(rule.path, path)]
        return (
            max(fitting, key=lambda rule: (len(rule.path), rule.allows)).allows if fitting else True
        )


ANYWHERE = Robots()


def parse_robots(data: bytes, *, robot: str) -> Robots:
    r"""The rules in a `robots.txt` for `robot`: its own group's, else those for all.

    >>> parse_robots(b"User-agent: *\nCrawl-delay: 5\nDisallow: /*.php$", robot="sayso").delay
    5.0
    """
    groups: dict[str, list[tuple[str, str]]] = {}
    names: list[str] = []
    named = False  # names in a row share the lines that follow them
    for key, value in _lines(data):
        if key == "user-agent":
            names = [*(names if named else ()), value.lower()]
            groups.setdefault(value.lower(), [])
        else:
            for name in names:
                groups[name].append((key, value))
        named = key == "user-agent"
    return _robots(groups.get(robot, groups.get("*", [])))


def _lines(data: bytes) -> Iterator[tuple[str, str]]:
    for line in data[:_LONGEST].decode("utf-8", "replace").splitlines():
        key, mark, value = line.partition("#")[0].partition(":")
        if mark and key.strip().lower() in _KEYS:
            yield key.strip().lower(), value.strip()


def _robots(lines: list[tuple[str, str]]) -> Robots:
    rules = [
        _Rule(path=_ascii(value), allows=key == "allow")
        for key, value in lines[:_MOST_RULES]
        if key in {"allow", "disallow"} and 0 < len(value) <= _LONGEST_RULE
    ]
    delays = [float(value) for key, value in lines if key == "crawl-delay" and _DELAY.match(value)]
    return Robots(rules=tuple(rules), delay=max(delays, default=0.0))


def _ascii(path: str) -> str:
    """As addresses write it: other signs as the percents of their bytes."""
    return _FOREIGN.sub(lambda sign: "".join(f"%{byte:02X}" for byte in sign[0].encode()), path)


def _fits(pattern: str, path: str) -> bool:
    ends = pattern.endswith("$")
    first, *rest = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    last = rest.pop() if ends and rest else None
    for piece in rest:
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    if last is not None:
        return path.endswith(last) and len(path) - len(last) >= at
    return not ends or at == len(path)
