import datetime
from pathlib import Path

import pytest

from sayso.intake.markup import parse_markup
from sayso.intake.masthead import read_masthead
from sayso.intake.metadata import Metadata

PAGES = Path(__file__).parent / "pages"
HALLOWEEN = datetime.date(2024, 10, 31)


def page(name: str) -> str:
    return (PAGES / name).read_text("utf-8")


def masthead(page: str) -> Metadata:
    root, _ = parse_markup(page)
    assert root is not None
    return read_masthead(root)


def test_reads_what_a_page_states_for_machines() -> None:
    assert masthead(page("courier.html")) == Metadata(
        title="Harbour dispute widens, minister says",
        outlet="The Norvale Courier",
        url="https://courier.example/news/harbour-dispute",
        day=HALLOWEEN,  # as written there, whatever the hour in London
        language="en",
    )


def test_reads_linked_data_and_its_references() -> None:
    assert masthead(page("linked.html")) == Metadata(
        title="Ships wait & wait",
        outlet="The Norvale Courier",
        url="https://courier.example/ships",
        day=HALLOWEEN,
        language="en",
    )


def test_takes_nothing_from_hostile_data() -> None:
    assert masthead(page("hostile.html")) == Metadata(title="Ships <script>alert(1)</script> wait")


def test_the_outlet_stands_after_the_heading_in_the_title() -> None:
    found = masthead(page("broken.html"))
    assert (found.title, found.outlet) == ("Ships wait", "The Orlow Gazette")


LINKED = '<script type="application/ld+json">{}</script>'
LONG = (
    "<p>Around 300 ships are waiting outside the harbour, the minister said there on Thursday.</p>"
)


@pytest.mark.parametrize(
    "html",
    [
        '<meta name="date" content="2024-10-31">',
        '<meta name="pubdate" content="Thu, 31 Oct 2024 18:00:00 GMT">',
        '<meta itemprop="datePublished" content="2024-10-31T18:05">',
        '<meta name="DC.date.issued" content="2024-10-31">',
        '<link rel="canonical" href="https://courier.example/2024/10/31/ships">',
        f'<h1>Ships wait</h1><time datetime="2024-10-31T10:00Z">today</time>{LONG}',
        f'<h1>Ships wait</h1><span class="post-date">31.10.2024</span>{LONG}',
        f'<h1>Ships wait</h1><p class="dateline">Published: October 31, 2024 at 6 p.m.</p>{LONG}',
        f"<article><time>31 October 2024</time>{LONG}</article>",
        LINKED.format('[{"@type":"NewsArticle","datePublished":"2024-10-31"}]'),
    ],
)
def test_finds_the_day(html: str) -> None:
    assert masthead(f"<html><body>{html}").day == HALLOWEEN


@pytest.mark.parametrize(
    "html",
    [
        f"<h1>Ships wait</h1>{LONG}<footer>© 2023 The Norvale Courier</footer>",
        f'<h1>Ships wait</h1>{LONG}<aside><time datetime="2020-01-01">1 Jan</time></aside>',
        f'<h1>Ships wait</h1><time class="updated" datetime="2024-11-02">2 Nov</time>{LONG}',
        f"<h1>Ships wait</h1><p>On 12 March 2019 ships waited too.</p>{LONG}",
        f'<h1>Ships wait</h1><span class="date">03/04/2024</span>{LONG}',
        '<meta property="article:modified_time" content="2024-11-02">',
        '<meta property="article:published_time" content="2024-13-45">',
        LINKED.format('{"@type":"WebSite","datePublished":"2024-10-31"}'),
        LINKED.format('{"@type":"NewsArticle","datePublished":"2024-10-31",}'),
        LINKED.format("[" * 100_000),
    ],
)
def test_invents_no_day(html: str) -> None:
    assert masthead(f"<html><body>{html}").day is None


@pytest.mark.parametrize(
    ("html", "title", "outlet"),
    [
        ("<title>Ships wait</title>", "Ships wait", None),
        (
            "<title>Ships wait | News | The Courier</title><h1>Ships wait</h1>",
            "Ships wait",
            "The Courier",
        ),
        ("<title>Ships - and crews - wait</title>", "Ships - and crews - wait", None),
        ("<title>Shipshape</title><h1>Ships</h1>", "Ships", None),
        ('<meta property="og:title" content=" "><h1>Ships\n wait</h1>', "Ships wait", None),
        ('<link rel="canonical" href="https://courier.example/x">', None, None),
        ("", None, None),
    ],
)
def test_title_and_outlet(html: str, title: str | None, outlet: str | None) -> None:
    found = masthead(f"<html><body>{html}<p>Nobody was hurt.</p>")
    assert (found.title, found.outlet) == (title, outlet)


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "/ships", "data:text/html,x", "//x.example", "x" * 99]
)
def test_an_address_that_leads_nowhere_on_the_web_is_unknown(href: str) -> None:
    assert masthead(f'<html><link rel="canonical" href="{href}"><p>Ships').url is None
