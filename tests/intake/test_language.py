import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.intake.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "The minister said on Thursday that the harbour would not be open before the weekend.",
            "en",
        ),
        (
            "Ships wait. Prices rise. Talks fail. Workers strike. Ministers meet on Thursday.",
            "en",
        ),
        ("Der Minister sagte am Donnerstag, dass er von den Plänen nichts gewusst habe.", "de"),
        (
            "Le ministre a déclaré jeudi que le port ne serait pas ouvert avant la semaine.",
            "fr",
        ),
        ("북한은 러시아에 병력을 보냈다고 장관이 목요일에 말했다.", "ko"),
        ("Министр заявил в четверг, что порт будет закрыт до пятницы.", "ru"),
        ("He said no.", None),
        ("", None),
        ("1234 5678 " * 50, None),
    ],
)
def test_tells_the_language_or_leaves_it_open(text: str, language: str | None) -> None:
    assert language_of(text) == language


@given(st.text(max_size=200))
def test_never_raises(text: str) -> None:
    language_of(text)
