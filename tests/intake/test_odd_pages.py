"""Pages built in the ways news sites build them, all around the same three paragraphs."""

import pytest

from sayso.intake import parse_item
from sayso.records import Item

FIRST = "Around 300 ships are waiting outside the harbour, the minister said on Thursday."
SECOND = "“More will come,” she said, and nobody knows when they will be let in."
THIRD = "The union had “not been told” of any plan, and called the offer a joke."
STORY = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
PLAIN = [FIRST, SECOND, THIRD]

DIVS = f"""<div><a href=/>Home</a> <a href=/w>World</a></div><div><div><h1>Ships wait</h1>
<div>{FIRST}</div><div>{SECOND}</div><div>{THIRD}</div></div><div><ul>
<li><a href=1>Prices rise again in June</a><li><a href=2>Mayor denies all charges today</a></ul>
</div></div><div>© 2024 The Courier. All rights reserved.</div>"""
BREAKS = f"<h1>Ships wait</h1><div class=story>{FIRST}<br><br>{SECOND}<br><br>{THIRD}</div>"
AMP = f"""<amp-sidebar><ul><li><a href=/>Home</a></ul></amp-sidebar><article><h1>Ships wait</h1>
<amp-img src=x alt=ships></amp-img><figcaption>Ships off Norvale.</figcaption><p>{FIRST}</p>
<amp-ad type=x>Advertisement</amp-ad><p>{SECOND}</p><p>{THIRD}</p></article>"""
CAPTIONS = f"""<article><h1>x</h1><figure><img src=a><figcaption>Ilse Varga speaks in Norvale.
<span class=credit>Tom Orr/Courier</span></figcaption></figure><p>{FIRST}</p>
<div class=image-caption>The harbour at dawn</div><p>{SECOND}</p><div class=wp-caption>
<p class=wp-caption-text>Cranes stand still.</p></div><p>{THIRD}</p></article>"""
LINKS = f"""<article><h1>x</h1><p>{FIRST}</p><p><b>Read also:</b> <a href=1>Prices rise</a></p>
<p>{SECOND}</p><div class=related><h3>Related</h3><ul><li><a href=2>Mayor denies all</a></ul></div>
<p>READ MORE: <a href=3>Nobody was hurt, police say</a></p><p>{THIRD}</p>
<p>Sign up for our newsletter and never miss a story.</p></article>"""
COOKIES = f"""<div id=cookie-banner role=dialog><p>We use cookies to make this site work. By going
on you agree to our policy.</p><button>Accept</button></div><article><h1>x</h1>{STORY}</article>"""
PAYWALL = f"<article><h1>x</h1>{STORY}<p>Subscribe to read on. Already a subscriber?</p></article>"
BYLINE = f"""<article><h1>x</h1><p class=byline>By Tom Orr</p><p class=dateline><time>October 31,
2024</time> 3 min read</p>{STORY}<p class=author-bio>Tom Orr covers ports.</p><p>© 2024 Courier</p>
</article>"""
COMMENTS = f"""<article><h1>x</h1>{STORY}</article><section id=comments><div class=comment>
<p>“This is nonsense,” said nobody ever, and I say it again here.</p></div></section>"""
TEASERS = f"""<main><article class=main><h1>x</h1>{STORY}</article><aside><article><h3><a href=1>
Prices rise</a></h3><p>Prices rose again in June, the bank said.</p></article></aside></main>"""
HIDDEN = f"""<article><h1>x</h1>{STORY}<p style="display:none">Words nobody sees on this page.</p>
<p hidden>More words that nobody sees here.</p></article>"""


def lines(data: bytes, media_type: str | None = None) -> list[str]:
    item = Item(name="page.html", data=data, media_type=media_type)
    return parse_item(item).text.split("\n")


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(DIVS, id="no article"),
        pytest.param(BREAKS, id="line breaks for paragraphs"),
        pytest.param(AMP, id="AMP"),
        pytest.param(CAPTIONS, id="captions"),
        pytest.param(LINKS, id="links to others"),
        pytest.param(COOKIES, id="cookies"),
        pytest.param(PAYWALL, id="subscription"),
        pytest.param(BYLINE, id="byline and notice"),
        pytest.param(COMMENTS, id="comments"),
        pytest.param(TEASERS, id="teasers"),
        pytest.param(HIDDEN, id="hidden words"),
        pytest.param(f"<table><tr><td><a href=/>Home</a><td>{STORY}</table>", id="table"),
        pytest.param(f"<div id=app></div><noscript>{STORY}</noscript>", id="without scripts"),
    ],
)
def test_only_the_story_is_read(body: str) -> None:
    assert lines(f"<!doctype html><html><body>{body}</body></html>".encode()) == PLAIN


@pytest.mark.parametrize("tag", ["div class=post", "article class=block", "article"])
def test_a_live_blog_is_read_post_by_post(tag: str) -> None:
    posts = "".join(
        f"<{tag}><time>{hour}:00</time><h2>{title}</h2><p>{words}</p></{tag.split()[0]}>"
        for hour, title, words in ((12, "Minister speaks", FIRST), (11, "Union walks out", THIRD))
    )
    page = f"<main><h1>Live: ships wait</h1><div class=live-blog>{posts}</div></main>"
    assert lines(page.encode()) == ["Minister speaks", FIRST, "Union walks out", THIRD]


def test_quotations_in_quotations_keep_their_marks() -> None:
    page = f"""<article><h1>x</h1><p>{FIRST}</p><blockquote><p>“He told me: ‘Nobody said “no” to
me,’ and left,” she said.</p></blockquote><p><q>He said <q>no</q> to me</q>, she added.</p>"""
    assert lines(page.encode())[1:] == [
        "“He told me: ‘Nobody said “no” to me,’ and left,” she said.",
        "“He said ‘no’ to me”, she added.",
    ]


@pytest.mark.parametrize(
    ("encoding", "declared", "media_type"),
    [
        pytest.param("utf-8", "iso-8859-1", None, id="UTF-8 as Latin-1"),
        pytest.param("cp1252", "utf-8", None, id="Windows as UTF-8"),
        pytest.param("cp1252", "iso-8859-1", "text/html; charset=utf-8", id="the server wrong"),
        pytest.param("cp1252", "koi8-r", "text/html; charset=windows-1252", id="the page wrong"),
        pytest.param("utf-16", "utf-8", None, id="UTF-16 as UTF-8"),
        pytest.param("utf-8", "no-such-thing", "text/html; charset=neither", id="no encoding"),
    ],
)
def test_a_wrong_encoding_is_seen(encoding: str, declared: str, media_type: str | None) -> None:
    page = f"<html><head><meta charset={declared}></head><body><article>{STORY}</article>"
    assert lines(page.encode(encoding), media_type) == PLAIN


@pytest.mark.parametrize(
    ("found_at", "canonical", "url"),
    [
        ("https://a.example/x?ref=1", "https://a.example/x", "https://a.example/x"),
        ("https://a.example/x", "https://b.example/y", "https://a.example/x"),
        ("https://a.example/x", "", "https://a.example/x"),
        (None, "https://b.example/y", "https://b.example/y"),
    ],
    ids=["on its host", "on another's", "none", "found nowhere"],
)
def test_a_page_names_its_address_on_its_own_host(
    found_at: str | None, canonical: str, url: str
) -> None:
    page = f"<html><link rel=canonical href='{canonical}'><article>{STORY}</article>".encode()
    assert parse_item(Item(name="x", data=page, url=found_at)).url == url
