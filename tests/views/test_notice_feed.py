"""The feed of notices: every reader can read it, each notice is in it once."""

import datetime

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import BadRequestError
from sayso.records import Notice, NoticeKind
from sayso.views.notice_feed import notice_feed

NOW = datetime.datetime(2024, 11, 1, tzinfo=datetime.UTC)


def notice(number: int, words: str = "We will not pay.") -> Notice:
    return Notice(
        id=str(number),
        kind=NoticeKind.STATEMENT,
        speaker="Tom Brandt",
        words=words,
        statement=f"r.s{number}",
        address=f"https://example.org/{number}",
    )


def ids(feed: bytes) -> list[str]:
    return [entry.id for entry in feedparser.parse(feed).entries]


def test_the_newest_is_in_front_and_each_is_there_once() -> None:
    feed = notice_feed([notice(1), notice(2)], None, moment=NOW)
    feed = notice_feed([notice(2), notice(3)], feed, moment=NOW)
    assert ids(feed) == ["3", "2", "1"]
    assert notice_feed([], feed, moment=NOW) == feed


def test_the_oldest_make_room() -> None:
    feed = notice_feed([notice(number) for number in range(300)], None, moment=NOW)
    assert ids(feed) == [str(number) for number in range(299, 99, -1)]


@given(st.text(st.characters()))
def test_any_words_fit(words: str) -> None:
    feed = notice_feed([notice(1, words)], None, moment=NOW)
    assert ids(notice_feed([notice(2)], feed, moment=NOW)) == ["2", "1"]


@pytest.mark.parametrize(
    "data", [b"<rss/>", b"no feed", b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"]
)
def test_what_sayso_did_not_write_is_refused(data: bytes) -> None:
    with pytest.raises(BadRequestError, match="no feed of sayso watch"):
        notice_feed([notice(1)], data, moment=NOW)
