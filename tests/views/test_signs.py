import pytest

from sayso.lexicon import table
from sayso.records import FindingKind, Relation, Verdict
from sayso.views.signs import kind_word, relation_mark, tone_style, verdict_sign


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_has_a_sign_and_a_word(verdict: Verdict) -> None:
    sign = verdict_sign(verdict)
    assert len(sign.mark) == 1
    assert sign.word
    assert sign.tally
    assert tone_style(sign.tone)


def test_no_two_verdicts_of_a_quotation_look_alike() -> None:
    quotation = list(Verdict)[: list(Verdict).index(Verdict.SAME)]
    signs = [verdict_sign(verdict) for verdict in quotation]
    assert len({sign.mark for sign in signs}) == len({sign.word for sign in signs}) == len(signs)


@pytest.mark.parametrize("relation", Relation)
def test_every_relation_has_a_mark(relation: Relation) -> None:
    bare = relation in {Relation.EXACT, Relation.VAGUE}
    assert bool(relation_mark(relation)) is not bare


@pytest.mark.parametrize("kind", FindingKind)
def test_every_kind_has_a_singular_and_a_plural(kind: FindingKind) -> None:
    assert kind_word(kind, 2) == f"{kind_word(kind, 1)}s"


@pytest.mark.parametrize("tone", sorted(table("signs")["tones"]))
def test_tones_hold_on_white_and_on_black(tone: str) -> None:
    light = luminance(tone_style(tone))
    assert 1.05 / (light + 0.05) >= 4.5, "WCAG AA on white"
    assert (light + 0.05) / 0.05 >= 4.5, "WCAG AA on black"


def luminance(color: str) -> float:
    """Relative luminance by WCAG 2.1."""
    parts = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
