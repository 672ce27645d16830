import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.intake.page import is_page, read_page

PAGES = Path(__file__).parent / "pages"
FIRST = "Around 300 ships are waiting outside the harbour, the minister said on Thursday."
SECOND = "“More will come,” she said, and nobody knows when they will be let in."
THIRD = "The union had “not been told” of any plan, and called the offer a joke."
STORY = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
TEXT = f"{FIRST}\n{SECOND}\n{THIRD}"


def page(name: str) -> str:
    return (PAGES / name).read_text("utf-8")


def test_keeps_the_report_and_leaves_the_page() -> None:
    _, text = read_page(page("courier.html"))
    assert text.split("\n") == [
        "Around 300 ships wait outside Norvale, she said, and “more will come in the next days.”",
        "The minister, Ilse Varga, met the workers — the third time this week — in the town hall.",
        "Read also: What the dock workers want, and why",  # a line for `boilerplate`
        '"We never promised it for Friday," Varga said. "We said that we would try."',
        "Ilse Varga, transport minister",
        "Her deputy called the offer “a gift, not a ‘joke’”, and named two conditions:",
        "that the cranes are inspected before work goes on,",
        "that nobody is dismissed.",
        "Day Ships",
        "Monday 120",
        "Thursday 300",
        "Talks go on tomorrow & on Saturday.",
        "No decision is likely before the weekend, according to people close to them.",
    ]


def test_reads_a_broken_page_to_its_end() -> None:
    _, text = read_page(page("broken.html"))
    assert text.split("\n")[-4:] == [
        FIRST,
        SECOND,
        "The union said it had not been told of any plan for the port & called the offer a joke.",
        "Talks go on tomorrow, people close to them said",
    ]


def test_keeps_the_paragraphs_of_a_page_laid_out_in_a_table() -> None:
    _, text = read_page(page("layout.html"))
    assert [line.split()[0] for line in text.split("\n")] == ["Around", "“More", "The"]


def test_nothing_hostile_survives() -> None:
    metadata, text = read_page(page("hostile.html"))
    assert text.split("\n") == [
        FIRST,
        SECOND,
        (
            "The union said it had not been told of any plan for the port, and called the offer a"
            " joke. &b; &f;"
        ),
    ]
    assert metadata.url is None


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"<article>{STORY}</article>", id="article"),
        pytest.param(f"<div id=content>{STORY.replace('p>', 'div>')}</div>", id="no paragraphs"),
        pytest.param(STORY.replace("<p>", "<div>"), id="blocks left open"),
        pytest.param(STORY.replace(" ", "\n"), id="source broken into lines"),
        pytest.param(STORY.replace(" ", "\r\n").replace("p>", "div>"), id="blocks in lines"),
        pytest.param("<div>" * 300 + STORY.replace(" ", "\n"), id="deep and in lines"),
        pytest.param(f"<main>{FIRST}<br>{SECOND}<br>{THIRD}</main>", id="breaks in main"),
        pytest.param(
            f"{FIRST}<p><i>{SECOND[:9]}</i>{SECOND[9:]}</p>{THIRD}", id="half in paragraphs"
        ),
        pytest.param(f"<div>{FIRST}<br><br>{SECOND}<br><br>{THIRD}</div>", id="breaks"),
        pytest.param(f"<p>{FIRST}<p>{SECOND}<p>{THIRD}", id="nothing closed"),
        pytest.param(
            f"<main>{STORY}</main><ol class=commentlist><li>They should all resign at once,"
            " every single one of them, I say.</li></ol>",
            id="comments",
        ),
        pytest.param(
            f"<article><p>{FIRST}</p><div class=related-articles><h4>Related Articles</h4><ul>"
            "<li><a href=/x>Prices rise as harbour stays closed</a></li></ul></div>"
            f"<p>{SECOND}</p><p>{THIRD}</p></article>",
            id="links between",
        ),
        pytest.param(
            f"<article><p>{FIRST}</p><div><img src=x><span class='image__credit'>Ships on"
            f" Monday. Norvale Press</span></div><p>{SECOND}</p><p>{THIRD}</p></article>",
            id="credit",
        ),
        pytest.param(
            f"<article>{STORY}<p><a href=/x>Prices rise as harbour stays closed</a></p></article>",
            id="link alone",
        ),
        pytest.param("<div>" * 300 + STORY, id="300 deep"),
        pytest.param("<div>" * 10_000 + STORY + "</div>" * 10_000, id="10,000 deep"),
        pytest.param(
            f"<p>{FIRST}</p>{'<i>' * 400}<b>{'</i>' * 400}</b><p>{SECOND}</p><p>{THIRD}</p>",
            id="deep in the middle",
        ),
        pytest.param(STORY.replace("more", "m&shy;ore").replace(" ", "&nbsp; "), id="odd spaces"),
    ],
)
def test_finds_the_text_in_many_shapes(body: str) -> None:
    _, text = read_page(f"<html><body><nav><a href=/>Home page</a></nav>{body}</body></html>")
    assert text == TEXT


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("<q>no</q>", "“no”"),
        ("<q>“no”</q>", "“no”"),
        ("<q>not <q>now</q></q>", "“not ‘now’”"),
        ("<q>no<br></q>", "“no”"),
        ("<pre>no\nnever</pre>", "no\nnever"),
    ],
)
def test_keeps_marks_and_lines_that_the_markup_stands_for(words: str, text: str) -> None:
    assert text in read_page(f"<html><body><p>{FIRST}</p><p>She said it: {words}</p>")[1]


@pytest.mark.parametrize(
    "page",
    [
        "<!DOCTYPE html><p>Ships",
        "  <html><body>Ships</body></html>",
        "<!-- saved --> <!-- twice --><html>",
        '<?xml version="1.0"?>\n<!DOCTYPE html>',
        "<p>Ships wait.</p>",
        "Ships <br> wait <br> and <br> wait.",
    ],
)
def test_knows_a_page(page: str) -> None:
    assert is_page(page)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ships wait.",
        "<3, he wrote.",
        "<varga@norvale.example> wrote",
        "Put it in <p> and </p>.",
        "a < b > c",
        "<!-- " * 1000,
    ],
)
def test_knows_a_text(text: str) -> None:
    assert not is_page(text)


@pytest.mark.parametrize(
    "page", ["<html></html>", "<script>alert(1)</script>", "<p>", "<!DOCTYPE html>"]
)
def test_a_page_without_words_has_no_text(page: str) -> None:
    assert read_page(page)[1] == ""


FRAGMENTS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<q>",
        "</q>",
        "<table>",
        "<tr>",
        "<td>",
        "<blockquote>",
        "<footer>",
        "<article>",
        "<b>",
        "</b>",
        "<a href=x>",
        "</a>",
        "<script>",
        "</script>",
        "<h1>",
        "<ul>",
        "<li>",
        "<dl>",
        "<dt>",
        "<dd>",
        "<img src=x>",
        "<!--",
        "-->",
        "<br>",
        "&nbsp;",
        "&#0;",
        "&#1;",
        "&#xFFFF;",
        "\x07",
        "\ud800",
        "&#xD800;",
        "\x00",
        "<span class='caption pull speaker date'>",
        "<time datetime=2024-10-31>",
        "VARGA",
        ":",
        FIRST,
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(FRAGMENTS, max_size=25).map("".join), st.booleans())
def test_any_page_is_read(page: str, spoken: bool) -> None:
    first = read_page(f"<html>{page}", spoken=spoken)
    assert first == read_page(f"<html>{page}", spoken=spoken)
    assert not re.search(r"^\s|\s$|\n\n|[ \t]{2}|\x00", first[1])
