"""All facts that have to do with a question."""

from collections.abc import Collection, Sequence

from scheduler.domain.ids import CohortId
from scheduler.domain.problem import Problem
from scheduler.reasons import of_people, of_pins, of_rooms, of_time
from scheduler.reasons.premises import Premise, Rank, Wanting
from scheduler.reasons.question import Need


def all_facts(
    problem: Problem, cohort: CohortId, needs: Collection[Need], missing: Collection[Need]
) -> tuple[Premise, ...]:
    """Give all facts about a cohort, its modules that need somebody, and those who may serve them."""
    lacking = [_wanting(problem, need) for need in needs if need in missing]
    others = [_wanting(problem, need) for need in needs if need not in missing]
    modules = [*lacking, *others]
    return (
        *of_time.facts(problem, problem.cohorts[cohort]),
        *of_people.needs(problem, lacking, lambda _: Rank.NEEDS),
        *of_rooms.needs(problem, lacking, lambda _: Rank.NEEDS),
        *of_people.needs(problem, others, lambda _: Rank.OWN),
        *of_rooms.needs(problem, others, lambda _: Rank.OWN),
        *of_people.facts(problem, modules),
        *of_rooms.facts(problem, modules),
        *of_pins.facts(problem, [cohort]),
    )


def joint_facts(
    problem: Problem, cohorts: Sequence[CohortId], needs: Collection[Need], missing: Collection[Need]
) -> tuple[Premise, ...]:
    """Give the facts about several cohorts: each one's time, what they want, their pins."""

    def rank(group: Collection[Wanting]) -> Rank:
        lacks = any((cohort.id, module.id) in missing for cohort, module in group)
        return Rank.NEEDS if lacks else Rank.OWN

    modules = [_wanting(problem, need) for need in needs]
    return (
        *(of_time.joint(problem, problem.cohorts[name]) for name in cohorts),
        *of_people.needs(problem, modules, rank),
        *of_rooms.needs(problem, modules, rank),
        *of_people.loads(problem, modules),
        *of_pins.facts(problem, cohorts),
    )


def _wanting(problem: Problem, need: Need) -> Wanting:
    return problem.cohorts[need[0]], problem.module(*need)
