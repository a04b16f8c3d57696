"""Sessions lie inside the blocks of the one pattern chosen for the cohort, on open days, between Plan from and Plan to. A module with a Track uses blocks of that Track or without one; a module without a Track uses any block."""  # noqa: E501

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from scheduler.domain.availability import FREE, stretch
from scheduler.domain.calendar import ClassBlock, chosen_pattern, class_blocks, quarters_by_day
from scheduler.domain.clock import clock, day
from scheduler.domain.findings import Finding
from scheduler.domain.problem import Cohort, Module, Pattern, Problem
from scheduler.domain.schedule import Schedule, Session, grouped
from scheduler.rules.wording import dated, listed, several, told_in

CODE = "cohort-time"


def violations(problem: Problem, schedule: Schedule) -> Iterator[Finding]:
    """Yield the sessions outside class time, those of one module for the same cause together."""
    for cohort in problem.cohorts.values():
        sessions = schedule.by_cohort.get(cohort.id, ())
        if sessions:
            time = _ClassTime.of(problem, cohort, chosen_pattern(problem, schedule, cohort))
            yield from _foreign_pattern(problem, time, sessions[0])
            outside = (((s.module, time.cause(s)), s) for s in sessions if not time.holds(s))
            for (_, cause), held in grouped(outside).items():
                yield _outside(time, cause, held)


def _foreign_pattern(problem: Problem, time: "_ClassTime", first: Session) -> Iterator[Finding]:
    cohort, pattern = time.cohort, time.pattern.id
    if pattern not in cohort.patterns:
        told = told_in(problem, "Cohorts", cohort.row, "Patterns")
        yield Finding(
            rule=CODE,
            what=f"{cohort.id} follows pattern {pattern}, which is not one of its Patterns{told}: "
            f"{', '.join(cohort.patterns)}.",
            todo=f"Choose one of these for {cohort.id}, or add {pattern} to its Patterns.",
            sessions=(first,),
            column="Date",
        )


def _outside(time: "_ClassTime", cause: str, held: Sequence[Session]) -> Finding:
    return Finding(
        rule=CODE,
        what=f"{several(held)} is not in class time: {cause}.",
        todo="Move the session into class time, or change Patterns or Calendar.",
        sessions=tuple(held),
        column="Start" if held[0].date in time.days else "Date",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _ClassTime:
    """A cohort's class time under a pattern, looked up by day: all of it, and what serves each track."""

    problem: Problem
    cohort: Cohort
    pattern: Pattern
    days: Mapping[date, Sequence[ClassBlock]]
    quarters: Mapping[str, Mapping[date, int]]

    @classmethod
    def of(cls, problem: Problem, cohort: Cohort, pattern: Pattern) -> "_ClassTime":
        blocks = class_blocks(problem, cohort, pattern)
        days: dict[date, list[ClassBlock]] = {}
        for block in blocks:
            days.setdefault(block.date, []).append(block)
        modules = {module.track: module for module in problem.programs[cohort.program].modules}
        quarters = {
            track: quarters_by_day(block for block in blocks if block.serves(module))
            for track, module in modules.items()
        }
        return cls(problem=problem, cohort=cohort, pattern=pattern, days=days, quarters=quarters)

    def module(self, session: Session) -> Module:
        return self.problem.module(self.cohort.id, session.module)

    def holds(self, session: Session) -> bool:
        open_then = self.quarters[self.module(session).track].get(session.date, FREE)
        return not stretch(session.start, session.end) & ~open_then

    def cause(self, session: Session) -> str:
        settings, today = self.problem.settings, self.days.get(session.date, ())
        if not settings.plan_from <= session.date <= settings.plan_to:
            first, last = settings.plan_from, settings.plan_to
            if first.year == last.year == session.date.year:
                return f"the plan runs from {day(first)} to {day(last)}"
            return f"the plan runs from {dated(first)} to {dated(last)}, and that is in {session.date.year}"
        serving = [block for block in today if block.serves(self.module(session))]
        if serving:
            return f"{self.pattern.id} has class {_times(serving)} then"
        if today:
            return f"{self.pattern.id} has only {_times(today)} of another track then"
        return self._closed(session.date) or f"{self.pattern.id} has no class on {session.date:%A}s"

    def _closed(self, when: date) -> str:
        for closure in self.problem.closures:
            if closure.concerns(self.cohort) and closure.first <= when <= closure.last:
                told = told_in(self.problem, "Calendar", closure.row, "From")
                return f"there is no class on {day(when)}{told}"
        return ""


def _times(blocks: Sequence[ClassBlock]) -> str:
    return listed(f"{clock(block.start)} to {clock(block.end)}" for block in blocks)
