"""The parts of pages that need no browser to be tried."""

from dataclasses import replace
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from sayso.records import (
    Certainty,
    Claim,
    Facet,
    FacetCount,
    Forecast,
    KeptReport,
    Mode,
    Person,
    Polarity,
    Quantity,
    Reading,
    Relation,
    Report,
    Shelved,
    Span,
    Statement,
    Tense,
    Timex,
)
from sayso.views.pages import (
    Frame,
    Results,
    lost_page,
    report_page,
    search_page,
    statement_page,
)
from sayso.views.pages.cards import statement_cards
from sayso.views.pages.citing import citation, live_link, selector_link, web_address
from sayso.views.pages.marking import marked_pieces

TEXT = "The mayor said some 80 ships would leave by Friday. Rain fell."
FRAME = Frame(ledger="news.db", version="1", user="ana", origin="http://127.0.0.1:8000")
STATEMENT = Statement(
    id="r.s10-14+15-50",
    source=(Span(0, 9),),
    cue=(Span(10, 14),),
    content=(Span(15, 50),),
    mode=Mode.INDIRECT,
    speaker="p1",
    confidence=0.931,
    claims=(
        Claim(
            id="r.c32-37",
            head=Span(32, 37),
            polarity=Polarity.NEGATIVE,
            certainty=Certainty.POSSIBLE,
            tense=Tense.FUTURE,
            forecast=Forecast(window="r.t41-50"),
        ),
    ),
)
FIGURE = Quantity(
    id="r.q15-22", span=Span(15, 22), value=None, relation=Relation.APPROX, statement=STATEMENT.id
)
READING = Reading(
    report=Report(id="r", text=TEXT, title="Ships", url="https://example.org/a#b"),
    statements=(STATEMENT,),
    people=(Person(id="p1", name="Ilse Varga"),),
    quantities=(FIGURE,),
    times=(Timex(id="r.t41-50", span=Span(41, 50), type="DATE"),),
)
SHELVED = Shelved(report="r", address="a.txt", number=1, added_at="2026-01-01", statements=1)
KEPT = KeptReport(reading=READING, reader="1", shelved=SHELVED, versions=(SHELVED,))


def test_pieces_know_every_mark_on_them() -> None:
    kinds = {piece.text: piece.kinds for piece in marked_pieces(READING)}
    assert kinds["The mayor"] == ("source",)
    assert kinds["some 80"] == ("content", "figure")
    assert kinds["by Friday."[:9]] == ("content", "time")
    assert kinds[". Rain fell."] == ()


def test_a_statement_begins_once_and_its_figure_has_a_sign() -> None:
    begins = [piece for piece in marked_pieces(READING) if piece.begins]
    assert [(piece.text, piece.begins, piece.sign) for piece in begins] == [("some 80", (1,), "≈")]


def test_the_marks_of_other_statements_can_be_left_out() -> None:
    assert all(not piece.kinds for piece in marked_pieces(READING, only=2))
    assert "".join(piece.text for piece in marked_pieces(READING, within=Span(4, 14))) == TEXT[4:14]


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50))))
def test_pieces_are_the_text_in_order_and_whole(text: str, spans: list[tuple[int, int]]) -> None:
    times = tuple(Timex(id=str(at), span=Span(*span), type="DATE") for at, span in enumerate(spans))
    reading = Reading(report=Report(id="r", text=text), times=times)
    assert "".join(piece.text for piece in marked_pieces(reading)) == text


def test_a_first_line_that_is_the_title_is_shown_once() -> None:
    title = "Some 80 ships leave by Friday, mayor says"
    text = f"{title}\n\n{TEXT}"
    said = replace(STATEMENT, source=(), cue=(), content=(Span(0, 29),), claims=())
    report = replace(READING.report, title=title, text=text)
    reading = replace(READING, report=report, statements=(said,), times=())
    page = html.fromstring(report_page(replace(KEPT, reading=reading), [], FRAME, records=[]))
    (heading,) = page.xpath("//article/h1")
    assert heading.text_content().strip() == title
    assert "".join(heading.xpath(".//a[@data-s='1']//text()")) == title[:29]
    (rest,) = page.xpath("//*[@id='text']")
    assert heading.text_content() + rest.text_content() == text


def test_a_title_beside_the_text_stands_above_it() -> None:
    page = html.fromstring(report_page(KEPT, [], FRAME, records=[]))
    assert page.xpath("string(//article/h1)") == "Ships"
    assert page.xpath("string(//*[@id='text'])") == TEXT


def test_a_card_says_in_words_what_was_read() -> None:
    (card,) = statement_cards(KEPT)
    assert card.speaker == "Ilse Varga"
    assert card.sure == 93
    assert card.claims == ("≠ says it is not so", "possible", "◷ forecast: by Friday")
    assert [words for _, words in card.figures] == ["some 80"]


def test_a_citation_names_who_where_and_the_permalink() -> None:
    line = citation(KEPT, STATEMENT, FRAME, speaker="Ilse Varga")
    assert line.startswith("Ilse Varga, as reported: some 80 ships would leave by Friday (“")
    assert line.endswith("http://127.0.0.1:8000/statement/r.s10-14+15-50")


def test_only_words_in_quotation_marks_are_cited_in_them() -> None:
    quoted = replace(STATEMENT, mode=Mode.DIRECT)
    line = citation(KEPT, quoted, FRAME, speaker=None)
    assert line.startswith("Nobody named: “some 80 ships would leave by Friday” (“")


def test_a_selector_holds_the_words_and_those_around_them() -> None:
    link = selector_link(READING.report, Span(15, 22), FRAME)
    assert link.startswith("http://127.0.0.1:8000/report/r#selector(type=TextQuoteSelector,exact=")
    assert "prefix=The mayor said ,suffix= ships would" in unquote(link)


def test_the_page_that_was_published_is_asked_for_the_words() -> None:
    assert live_link(READING.report, Span(15, 22)) == "https://example.org/a#:~:text=some%2080"
    long = Report(id="r", text="a-b " * 20, url="https://example.org/")
    assert live_link(long, Span(0, 79)) == (
        "https://example.org/#:~:text=" + ",".join(["%20".join(["a%2Db"] * 5)] * 2)
    )


@pytest.mark.parametrize("url", [None, "javascript:alert(1)", "data:text/html,x", "a.txt", "//x"])
def test_only_addresses_of_the_web_are_followed(url: str | None) -> None:
    assert web_address(url) is None
    assert live_link(Report(id="r", text=TEXT, url=url), Span(0, 3)) is None


def test_a_facet_adds_to_the_address_and_is_taken_out_of_it() -> None:
    facet = Facet(name="published", tallies=(FacetCount(key="2024-02", value="2024-02", count=3),))
    results = Results(entries=(), total=0, page=1, facets=(facet,), more=False)
    page = search_page({"words": "a b"}, results, FRAME)
    assert 'href="/search?words=a+b&amp;since=2024-02-01&amp;until=2024-02-29"' in page
    assert "Feb 2024" in page
    asked = {"words": "a b", "since": "2024-02-01", "until": "2024-02-29"}
    assert 'href="/search?words=a+b" aria-current="true"' in search_page(asked, results, FRAME)


def test_counts_that_are_not_all_say_so() -> None:
    tally = FacetCount(key="direct", value="direct", count=1200, at_least=True)
    facet = Facet(name="mode", tallies=(tally,))
    results = Results(entries=(), total=None, page=1, facets=(facet,), more=True)
    page = search_page({}, results, FRAME)
    assert "≥ 1,200" in page
    assert "more than 20,000 statements" in page


def test_what_gave_way_to_a_newer_reading_or_version_says_so() -> None:
    later = Shelved(report="q", address="a.txt", number=2, added_at="2026-01-02", statements=1)
    old = KeptReport(
        reading=READING, reader="0", shelved=SHELVED, versions=(SHELVED, later), current=False
    )
    page = statement_page(old, STATEMENT, FRAME)
    assert 'href="/report/q"' in page
    assert "is no longer" in page
    assert "A newer version" not in statement_page(KEPT, STATEMENT, FRAME)


@pytest.mark.parametrize("end", ["s0-9", "s4-2", "s0-999999999999", "s9-9+1-2"])
def test_a_place_without_a_statement_shows_its_words(end: str) -> None:
    assert "never moved" in lost_page(KEPT, f"r.{end}", FRAME)
