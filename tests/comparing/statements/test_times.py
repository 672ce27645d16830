"""When something is told to be, against the record."""

import pytest

from tests.comparing.factory import check_told, record_of

RECORD = record_of(
    [
        ("MINISTER VARGA", "At 2:47 p.m. on Tuesday the lock gates jammed."),
        ("MINISTER VARGA", "By midnight we had one of the gates open."),
        (
            "MINISTER VARGA",
            "The dredger returns on March 15, and divers inspect the keel tomorrow.",
        ),
        ("MINISTER VARGA", "The pilots were told in January that the buoys had drifted."),
        (
            "MINISTER VARGA",
            "If no deal is made by May 3, the toll that we halved in June returns.",
        ),
    ]
)


@pytest.mark.parametrize(
    ("told", "moved"),
    [
        ("the lock gates had jammed at 2:47 p.m. on Tuesday", False),
        ("the lock gates had jammed on Tuesday afternoon", False),
        ("the lock gates had jammed at 2:47 a.m. on Tuesday", True),
        ("the lock gates had jammed at 14:47 on Tuesday", False),
        ("the lock gates had jammed at 3:47 p.m. on Tuesday", True),
        ("by midnight on Tuesday one of the gates was open", False),
        ("the dredger would return on the 15th of March", False),
        ("the dredger would return on March 25", True),
        ("divers would inspect the keel on Friday", False),
        ("divers would inspect the keel tomorrow", False),
        ("divers would inspect the keel on Sunday", True),
        ("the pilots had been told in January that the buoys had drifted", False),
        ("the pilots had been told in February that the buoys had drifted", True),
        ("the toll that was halved in June would return on May 3 if there was no deal", False),
    ],
)
def test_the_moment_told_is_that_of_the_record(told: str, moved: bool) -> None:
    (finding,) = check_told(told, record=RECORD)
    assert ("time_changed" in {str(drift.kind) for drift in finding.drift}) is moved
