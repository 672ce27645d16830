"""Names of reports against labels of records."""

import pytest

from sayso.comparing.speakers import is_institution, same_speaker, voice_of
from sayso.records import Person


@pytest.mark.parametrize(
    ("name", "label", "same"),
    [
        ("Antony Blinken", "SECRETARY BLINKEN", True),
        ("Blinken", "SECRETARY OF STATE ANTONY J. BLINKEN", True),
        ("Anthony Blinken", "ANTONY BLINKEN", True),
        ("Volodymyr Zelensky", "PRESIDENT ZELENSKYY", True),
        ("Kim Yong-hyun", "MINISTER KIM", True),
        ("Gen. Smith", "GENERAL SMITH", True),
        ("Jones", "MR. JONES", True),
        ("Josune Ibarra", "SPECIAL ENVOY IBARRA", True),
        ("Josune Ibarra", "HIGH COMMISSIONER IBARRA", True),
        ("Josune Ibarra", "HIGH COMMISSIONER MARCO IBARRA", None),
        ("Lloyd Austin", "SECRETARY BLINKEN", False),
        ("Lee", "MINISTER KIM", False),
        ("the Fed chair", "CHAIR POWELL", None),
        ("Secretary of Defense", "SECRETARY AUSTIN", None),
        ("Jerome Powell", "QUESTION", None),
        ("Colby Smith", "MICHELLE SMITH", None),
        ("officials", "SECRETARY BLINKEN", None),
        ("", "SECRETARY BLINKEN", None),
        ("Antony Blinken", None, None),
    ],
)
def test_same_speaker(name: str, label: str | None, same: bool | None) -> None:
    assert same_speaker(name, label) is same


@pytest.mark.parametrize(
    ("name", "label", "own"),
    [
        ("Jerome Powell", "CHAIR POWELL", True),
        ("Jerome Powell", "QUESTION", False),
        ("Jerome Powell", "COLBY SMITH", False),
        ("Janet Yellen", "CHAIR POWELL", False),
        ("Yellen", "CHAIR POWELL", None),
        ("Federal Reserve", "CHAIR POWELL", None),
        ("South Korea", "CHAIR POWELL", None),
        ("Fed chair", "CHAIR POWELL", None),
    ],
)
def test_voice(name: str, label: str, own: bool | None) -> None:
    labels = {"CHAIR POWELL", "QUESTION", "COLBY SMITH", None}
    assert voice_of(Person(id="p", name=name), labels)(label) is own


def test_nobody_is_everybody() -> None:
    assert voice_of(None, {"CHAIR POWELL"})("CHAIR POWELL") is None


@pytest.mark.parametrize(("name", "body"), [("Pentagon", True), ("Lloyd Austin", False)])
def test_institutions(name: str, body: bool) -> None:
    assert is_institution(name) is body
