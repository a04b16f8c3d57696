"""The rules that a pin is allowed to break are named, each with its cohort, and no others."""

import builders as b
import pytest

from scheduler.engine.outranked import outranked

FITTING = {"who": "I-1", "where": "R-1"}


@pytest.mark.parametrize(
    ("pinned", "broken"),
    [
        (FITTING, set()),
        ({"day": 7}, set()),
        ({"who": "I-2"}, {"instructor-qualified"}),
        ({"who": "I-3"}, set()),  # expired: the timeline that needs it says so itself
        ({"who": "I-4"}, {"instructor-campus"}),
        ({"who": "I-1 I-3"}, {"pin"}),
        ({"where": "R-2"}, {"room-type"}),
        ({"where": "R-3"}, {"room-type"}),
        ({"where": "R-4"}, {"room-capacity"}),
        ({"who": "I-4", "where": "R-4"}, {"instructor-campus", "room-capacity"}),
    ],
)
def test_a_pin_outranks_the_rules_of_eligibility_it_breaks(pinned: dict, broken: set[str]) -> None:
    problem = b.problem(
        b.module(),
        cohorts=[b.cohort("A", campus="North"), b.cohort("B", campus="North")],
        instructors=[
            b.instructor("I-1"), b.instructor("I-2"), b.instructor("I-3"), b.instructor("I-4", at="South")
        ],
        rooms=[
            b.room("R-1"), b.room("R-2", "ML"), b.room("R-3", campus="South"), b.room("R-4", seats=9)
        ],
        # I-3 expired before the cohorts start on Jan 5.
        qualifications=[b.qualified("I-1"), b.qualified("I-3", until=4), b.qualified("I-4", until=5)],
        pins=(b.pin("B", **pinned),),
    )  # fmt: skip

    assert outranked(problem) == {(code, "B") for code in broken}
