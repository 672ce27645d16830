import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.intake.boilerplate import strip_boilerplate


@pytest.mark.parametrize(
    "line",
    [
        "Read also| Prices rise as the harbour stays closed",
        "READ ALSO: Prices rise",
        "Also read: Prices rise",
        "READ MORE: Prices rise",
        "Read more » Prices rise",
        "**Read also:** Prices rise",
        "• Related: Prices rise",
        "See also | Prices rise",
        "Also Read |Prices rise",
        "You may also like: Prices rise",
        "Watch: Minister speaks at the harbour",
        "Read more",
        "Related stories:",
        "Advertisement",
        "ADVERTISEMENT",
        "Advertisement - continue reading below",
        "Story continues below advertisement",
        "(Photo: Norvale Press)",
        "[Photo/Norvale Press]",
        "(File photo)",
        "Photo: Norvale Press",
        "Image credit: Norvale Press",
        "Ships wait outside the harbour on Monday. (AP Photo/Norvale Press)",
        "Ships wait outside the harbour on Monday. [Image: Norvale Press].",
        "Sign up for our newsletter and never miss a story.",
        "Subscribe to our channel.",
        "Share this article",
        "Follow us on every network",
        "  Read also| Prices rise  ",
        "Subscribe to read on. Already a subscriber? Log in.",
        "© 2024 The Norvale Courier",
        "Copyright (c) 2024 The Norvale Courier. No reuse.",
        "3 min read",
    ],
)
def test_takes_out_what_belongs_to_the_page(line: str) -> None:
    assert strip_boilerplate(f"Nobody was hurt.\n{line}\nTalks go on.\n") == (
        "Nobody was hurt.\nTalks go on.\n"
    )


@pytest.mark.parametrize(
    "line",
    [
        "Read my lips, he said: no new taxes.",
        "Watch the harbour, she said.",
        "Related talks broke down on Monday.",
        "The minister (photo) said that more would come.",
        "A photo: that is all they wanted.",
        "Photo opportunities were few.",
        "She held a picture (a photo by her son) in her hand and said nothing.",
        "Advertisement spending fell, the ministry said.",
        "See also how the union put it, he said.",
        "Copyright law is old, she said in 2024.",
        "30 minutes read like hours, he said.",
        "Image matters, Varga said.",
        "Follow the money, he said.",
        "Recommended by doctors: rest.",
        "“Read also: the fine print,” she said.",
        "Share prices fell.",
    ],
)
def test_keeps_what_a_report_says(line: str) -> None:
    text = f"Nobody was hurt.\n{line}\nTalks go on.\n"
    assert strip_boilerplate(text) == text


def test_keeps_every_other_line_as_it_was() -> None:
    text = "A said.\r\n\r\nRead also| B\r\n\r\n  C said. \r\nD said."
    assert strip_boilerplate(text) == "A said.\r\n\r\n\r\n  C said. \r\nD said."


@given(st.text())
def test_only_whole_lines_go(text: str) -> None:
    left = strip_boilerplate(text)
    lines = iter(text.replace("\r", "\n").split("\n"))
    assert all(line in lines for line in left.replace("\r", "\n").split("\n") if line)
    assert strip_boilerplate(left) == left
