"""`fixed`: modules run in Sequence order (on each track). `prerequisites`: a module starts only after all its prerequisites have ended."""  # noqa: E501

from collections.abc import Iterator, Mapping

from scheduler.domain.calendar import chosen_pattern
from scheduler.domain.clock import day
from scheduler.domain.findings import Finding
from scheduler.domain.ids import ModuleId
from scheduler.domain.problem import Cohort, Module, Order, Pattern, Problem, Program
from scheduler.domain.schedule import Schedule, Session, beginning, ending
from scheduler.rules.wording import listed, moment

CODE = "module-order"


def tracks(module: Module, pattern: Pattern) -> tuple[str, ...]:
    """Give the tracks a module is on: its own if the pattern has it, else every track of the pattern.

    A pattern without tracks is one track, called ``""``.
    """
    return (module.track,) if module.track in pattern.tracks else pattern.tracks


def share_a_track(one: Module, other: Module, pattern: Pattern) -> bool:
    """Whether two modules are on one track, so that one has to end before the other begins."""
    return not set(tracks(one, pattern)).isdisjoint(tracks(other, pattern))


def predecessors(program: Program, pattern: Pattern) -> Mapping[ModuleId, frozenset[ModuleId]]:
    """Give for each module those that must have ended before it starts."""
    if program.order is Order.PREREQUISITES:
        return {module.id: frozenset(module.prerequisites) for module in program.modules}
    return {
        module.id: frozenset(
            earlier.id for earlier in program.modules[:place] if share_a_track(earlier, module, pattern)
        )
        for place, module in enumerate(program.modules)
    }


def violations(problem: Problem, schedule: Schedule) -> Iterator[Finding]:
    """Yield the modules that start too early; those that are not held at all hold nobody up."""
    for cohort in problem.cohorts.values():
        if cohort.id in schedule.by_cohort:
            pattern = chosen_pattern(problem, schedule, cohort)
            for module, before in predecessors(problem.programs[cohort.program], pattern).items():
                yield from _too_early(schedule, cohort, module, before)


def _too_early(
    schedule: Schedule, cohort: Cohort, module: ModuleId, before: frozenset[ModuleId]
) -> Iterator[Finding]:
    if (cohort.id, module) not in schedule.by_placement:
        return
    start = schedule.by_placement[cohort.id, module][0]
    late = {
        earlier: last
        for earlier in sorted(before)
        if (last := _last(schedule, cohort, earlier)) and ending(last) > beginning(start)
    }
    if late:
        end = max(late.values(), key=ending)
        yield Finding(
            rule=CODE,
            what=f"{cohort.id} {module} starts on {moment(*beginning(start))}, before {listed(late)} "
            f"{'has' if len(late) == 1 else 'have'} ended on {day(end.date)}.",
            todo=f"Move {module} behind {listed(late)}.",
            sessions=(start, end),
            column="Date",
        )


def _last(schedule: Schedule, cohort: Cohort, module: ModuleId) -> Session | None:
    return max(schedule.by_placement.get((cohort.id, module), ()), key=ending, default=None)
