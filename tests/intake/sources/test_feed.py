import datetime
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import UnreadableReportError
from sayso.intake import Options, find_items, parse_item
from sayso.records import Item, UnreadableItem

OCTOBER_31 = datetime.date(2024, 10, 31)
STORY = "<p>Around 300 ships are waiting, the minister said.</p>"
TEXT = "Around 300 ships are waiting, the minister said."
ESCAPED = STORY.replace("<", "&lt;")

RSS = f"""<?xml version="1.0" encoding="{{encoding}}"?>
<!-- <feed> --><rss version="2.0"><channel><title>The Courier – Ports</title>
<item><title>Ships &amp; cranes wait</title><link>https://courier.example/ships</link>
<guid>tag:1</guid><pubDate>Thu, 31 Oct 2024 23:30:00 -0400</pubDate>
<description>{ESCAPED}</description></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Courier – Ports</title>
<entry><title>Ships &amp; cranes wait</title><link href="https://courier.example/ships"/>
<id>tag:1</id><published>2024-10-31T23:30:00-04:00</published>
<updated>2024-11-05T00:00:00Z</updated><summary>In short.</summary>
<content type="html">{ESCAPED}</content></entry></feed>"""
RDF = f"""<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="x"><title>The Courier – Ports</title></channel>
<item rdf:about="tag:1"><title>Ships &amp; cranes wait</title>
<link>https://courier.example/ships</link><dc:date>2024-10-31</dc:date>
<description>{ESCAPED}</description></item></rdf:RDF>"""
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Courier – Ports",
        "items": [
            {
                "id": "tag:1",
                "title": "Ships & cranes wait",
                "url": "https://courier.example/ships",
                "date_published": "2024-10-31T23:30:00-04:00",
                "content_html": STORY,
            }
        ],
    }
)


def found(data: bytes, *, rows: bool = True) -> list[Item | UnreadableItem]:
    return list(find_items(["-"], stdin=io.BytesIO(data), options=Options(rows=rows)))


def only(data: bytes) -> Item:
    (item,) = found(data)
    assert isinstance(item, Item), item
    return item


def reason(data: bytes) -> str:
    (item,) = found(data)
    assert isinstance(item, UnreadableItem)
    return item.reason


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(RSS.format(encoding="utf-8").encode(), id="RSS"),
        pytest.param(RSS.format(encoding="windows-1252").encode("cp1252"), id="RSS in cp1252"),
        pytest.param(RSS.format(encoding="utf-16").encode("utf-16"), id="RSS in UTF-16"),
        pytest.param(ATOM.encode(), id="Atom"),
        pytest.param(RDF.encode(), id="RDF"),
        pytest.param(JSON.encode(), id="JSON Feed"),
    ],
)
def test_an_entry_is_a_report(data: bytes) -> None:
    item = only(data)
    assert item == Item(
        name=item.name,
        data=STORY.encode(),
        media_type="text/html; charset=utf-8",
        title="Ships & cranes wait",
        outlet="The Courier – Ports",
        url="https://courier.example/ships",
        published=OCTOBER_31,
    )
    assert item.name in {"standard input!tag:1", "standard input!https://courier.example/ships"}
    assert parse_item(item).text == TEXT
    assert parse_item(item).published == OCTOBER_31


def rss(entry: str) -> bytes:
    return f"<rss version='2.0'><channel><item>{entry}</item></channel></rss>".encode()


def test_words_without_tags_are_a_report_too() -> None:
    item = only(rss(f"<title>Ships</title><description>{TEXT}</description>"))
    assert parse_item(item).text == TEXT


def test_a_later_change_is_no_publication() -> None:
    item = only(ATOM.replace("<published>2024-10-31T23:30:00-04:00</published>", "").encode())
    assert item.published is None


def test_a_headline_alone_is_no_report() -> None:
    told = reason(rss("<title>Ships</title><link>https://courier.example/ships</link>"))
    assert "only a headline; add the page it leads to, https://courier.example/ships." in told


def test_a_feed_without_entries_is_told() -> None:
    assert "without entries" in reason(b"<rss version='2.0'><channel></channel></rss>")
    assert "without entries" in reason(JSON.partition("[")[0].encode() + b"[]}")


def test_a_broken_feed_gives_what_is_whole() -> None:
    item = only(RSS.format(encoding="utf-8").encode().partition(b"</item>")[0] + b"</item><x")
    assert parse_item(item).text == TEXT


def test_a_damaged_json_feed_is_told() -> None:
    assert "damaged feed" in reason(JSON.encode()[:-2])


LAUGHS = '<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True)
)


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(f"<!DOCTYPE rss [{LAUGHS}]>", id="laughs"),
        pytest.param(f"<!-- ]> --><!DOCTYPE rss [\n<!-- x -->{LAUGHS}]>", id="behind comments"),
        pytest.param('<!DOCTYPE rss [<!ENTITY j SYSTEM "file:///etc/passwd">]>', id="a file"),
        pytest.param('<!DOCTYPE rss [<!ENTITY % j SYSTEM "http://127.0.0.1">%j;]>', id="a page"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(head: str, encoding: str) -> None:
    body = "<rss version='2.0'><channel><item><description>&j;</description></item></channel></rss>"
    assert "declares entities" in reason((head + body).encode(encoding))


def test_a_document_type_elsewhere_is_not_fetched() -> None:
    head = b'<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/rss.dtd">'
    assert parse_item(only(head + rss(f"<description>{TEXT}</description>"))).text == TEXT


def test_with_follow_the_pages_are_fetched() -> None:
    def fetch(url: str) -> Item:
        if url.endswith("gone"):
            raise UnreadableReportError(f"{url} answered with 404 Not Found; check it.")
        return Item(name=url, data=b"<h1>The whole story</h1><p>" + TEXT.encode(), url=url)

    gone = RSS.format(encoding="utf-8").replace("/ships", "/gone").replace("tag:1", "tag:2")
    feeds = [RSS.format(encoding="utf-8"), gone]
    page, missing = (
        next(
            find_items(
                ["-"], stdin=io.BytesIO(feed.encode()), fetch=fetch, options=Options(follow=True)
            )
        )
        for feed in feeds
    )
    assert isinstance(page, Item)
    assert page.name == "standard input!tag:1"
    report = parse_item(page)
    assert (report.title, report.published) == ("The whole story", OCTOBER_31)
    assert isinstance(missing, UnreadableItem)
    assert "404" in missing.reason


def test_without_rows_a_feed_is_one_document() -> None:
    (item,) = found(ATOM.encode(), rows=False)
    assert isinstance(item, Item)
    assert item.data == ATOM.encode()


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_never_raises(data: bytes) -> None:
    for head in (
        b"<rss><channel><item>",
        b'{"version": "https://jsonfeed.org/version/1", "items": ',
    ):
        assert found(head + data) == found(head + data)
