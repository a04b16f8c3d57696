"""The goals' weights as the engine counts: by the quarter, the day and the head."""

from dataclasses import dataclass

from scheduler import goals
from scheduler.domain.clock import QUARTERS_PER_HOUR
from scheduler.domain.problem import Problem

USUAL_STAKE = 60.0
"""The dearest thing that is commonly at stake where no schedule is being repaired: three more heads."""
BREACH = 1e9
"""What it costs in search to break a rule that the input leaves no way to keep."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prices:
    """The goals' weights: per quarter where hours are counted, else per day, head or change.

    ``stake`` says how many times dearer what is at stake is than usual: what search pays for the
    sake of its way is as many times dearer.
    """

    unplaced: float
    unstaffed: float
    late: float
    finish: float
    last_finish: float
    idle: float
    instructor: float
    room: float
    cover: float
    move: float
    preference: float
    uneven: float
    change: float
    stake: float = 1.0

    @property
    def shared(self) -> bool:
        """Whether a goal has weight that concerns all cohorts together."""
        return bool(self.last_finish or self.uneven)

    @classmethod
    def of(cls, problem: Problem) -> "Prices":
        """Read them off the problem's weights."""
        weight = {goal.NAME: goals.weight(problem, goal) for goal in goals.GOALS}

        def quarterly(name: str) -> float:
            return weight[name] / QUARTERS_PER_HOUR

        return cls(
            unplaced=quarterly("unplaced hours"),
            unstaffed=quarterly("unstaffed hours"),
            late=weight["days late"],
            finish=weight["finish"],
            last_finish=weight["last finish"],
            idle=quarterly("idle hours"),
            instructor=weight["instructors"],
            room=weight["rooms"],
            cover=quarterly("cover hours"),
            move=quarterly("room moves"),
            preference=quarterly("preference"),
            uneven=quarterly("uneven load"),
            change=weight["changes"],
            stake=1.0 if problem.previous is None else max(1.0, weight["changes"] / USUAL_STAKE),
        )
