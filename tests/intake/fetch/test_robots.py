import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.intake.fetch.robots import parse_robots

# The cases of the paths are those of RFC 9309, sections 2.2.2, 2.2.3 and 5.2.


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        pytest.param("", "/a", True, id="no rules"),
        pytest.param("Disallow:", "/a", True, id="an empty rule"),
        pytest.param("Disallow: /", "/a", False, id="all"),
        pytest.param("Disallow: /a", "/b", True, id="elsewhere"),
        pytest.param("Disallow: /a", "/ab/c", False, id="what begins so"),
        pytest.param("Disallow: /a\nAllow: /a/b", "/a/b/c", True, id="the longer allows"),
        pytest.param("Allow: /a\nDisallow: /a/b", "/a/b/c", False, id="the longer forbids"),
        pytest.param("Disallow: /a\nAllow: /a", "/a", True, id="of two alike the kinder"),
        pytest.param("Disallow: *.gif$", "/a/b.gif", False, id="any end"),
        pytest.param("Disallow: *.gif$", "/a/b.gif?c", True, id="not the end"),
        pytest.param("Disallow: /a*b*c", "/a1b2c3", False, id="gaps"),
        pytest.param("Disallow: /a*b*c", "/a1c2b3", True, id="gaps in order"),
        pytest.param("Disallow: /a$", "/a", False, id="just that"),
        pytest.param("Disallow: /a$", "/ab", True, id="no more than that"),
        pytest.param("Disallow: /*a$", "/a", False, id="nothing in the gap"),
        pytest.param("Disallow: /ab*b$", "/ab", True, id="no sign twice"),
        pytest.param("disallow : /a # why", "/a", False, id="written loosely"),
        pytest.param("Disallow: /caf\u00e9", "/caf%C3%A9", False, id="other signs"),
    ],
)
def test_the_longest_rule_decides(rules: str, path: str, allowed: bool) -> None:
    robots = parse_robots(f"User-agent: *\n{rules}".encode(), robot="sayso")
    assert robots.allow(path) is allowed


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        pytest.param("User-agent: other\nDisallow: /", True, id="another's"),
        pytest.param("User-agent: *\nDisallow: /\nUser-agent: SaySo\nAllow: /", True, id="our own"),
        pytest.param("User-agent: *\nDisallow: /\n\nUser-agent: sayso", True, id="our own, empty"),
        pytest.param("User-agent: a\nUser-agent: sayso\nDisallow: /", False, id="shared"),
        pytest.param("User-agent: a\nAllow: /\nUser-agent: *\nDisallow: /", False, id="for all"),
        pytest.param(
            "User-agent: sayso\nAllow: /b\n\nUser-agent: sayso\nDisallow: /", False, id="in two"
        ),
        pytest.param("Disallow: /", True, id="nobody's"),
        pytest.param("<html>Disallow: /</html>", True, id="a page"),
    ],
)
def test_our_group_goes_before_that_of_all(text: str, allowed: bool) -> None:
    assert parse_robots(text.encode(), robot="sayso").allow("/a") is allowed


@pytest.mark.parametrize(
    ("value", "delay"), [("5", 5.0), ("0.5", 0.5), ("-1", 0.0), ("soon", 0.0), ("9" * 99, 0.0)]
)
def test_delay(value: str, delay: float) -> None:
    robots = parse_robots(f"User-agent: *\nCrawl-delay: {value}".encode(), robot="sayso")
    assert robots.delay == delay


@given(st.binary(), st.text())
def test_never_raises(data: bytes, path: str) -> None:
    parse_robots(b"User-agent: *\nDisallow: /" + data, robot="sayso").allow("/" + path)


def test_hostile_rules_take_no_time_to_speak_of() -> None:
    rules = b"User-agent: *\n" + b"Disallow: /" + b"*a" * 999 + b"*b$\n"
    assert parse_robots(rules * 200, robot="sayso").allow("/" + "a" * 2000)
