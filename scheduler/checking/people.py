"""Modules that nobody may teach, or too few people at once: at all, on a campus, by date."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from scheduler.domain.findings import Finding
from scheduler.domain.ids import CohortId, InstructorId
from scheduler.domain.problem import Cohort, Module, Problem
from scheduler.rules import instructor_campus, instructor_qualified, who_may_teach
from scheduler.rules.instructor_qualified import valid_until
from scheduler.rules.wording import dated, listed


def findings(problem: Problem) -> Iterator[Finding]:
    """Yield what is short of people, for each module once, or once for each campus or expiry."""
    for program in problem.programs.values():
        cohorts = [cohort for cohort in problem.cohorts.values() if cohort.program == program.id]
        campuses = dict.fromkeys(cohort.campus for cohort in cohorts)
        expired: dict[_Expiry, list[Module]] = {}
        for module in program.modules if cohorts else ():
            qualified = [who for who in problem.instructors if problem.qualification(who, module)]
            if len(qualified) < module.instructors:
                yield _too_few(problem, module, qualified)
                continue
            for campus in campuses:
                there = [cohort for cohort in cohorts if cohort.campus == campus]
                here = who_may_teach(problem, there[0], module)
                if len(here) < module.instructors:
                    yield _elsewhere(problem, module, qualified, there)
                elif expiry := _expiry(problem, module, here, there):
                    expired.setdefault(expiry, []).append(module)
        yield from (_expired(problem, expiry, modules) for expiry, modules in expired.items())


def _too_few(problem: Problem, module: Module, qualified: Sequence[InstructorId]) -> Finding:
    return Finding(
        rule=instructor_qualified.CODE,
        what=f"{_only(qualified)} is qualified for {_named(module)}.",
        todo=f"Add a row to Qualifications for {_named(module)}.",
        where=problem.cell("Modules", module.row, "Instructors" if qualified else "Module"),
    )


def _elsewhere(
    problem: Problem, module: Module, qualified: Sequence[InstructorId], cohorts: Sequence[Cohort]
) -> Finding:
    here, campus = who_may_teach(problem, cohorts[0], module), cohorts[0].campus
    elsewhere = [who for who in qualified if who not in here]
    return Finding(
        rule=instructor_campus.CODE,
        what=f"On campus {campus} ({_named_cohorts(cohorts)}) {_only(here, 'only', 'nobody')} may teach "
        f"{_named(module)}; {listed(elsewhere)} {'teach' if len(elsewhere) > 1 else 'teaches'} elsewhere.",
        todo=f"Add {campus} to someone's Campuses, or qualify someone who teaches there.",
        where=problem.cell("Modules", module.row, "Module"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Expiry:
    """A qualification that ends before cohorts start, who else is left then, and how many are needed."""

    row: int
    who: InstructorId
    until: date
    late: tuple[CohortId, ...]
    begins: date
    left: int
    needed: int


def _expiry(
    problem: Problem, module: Module, here: Sequence[InstructorId], cohorts: Sequence[Cohort]
) -> _Expiry | None:
    """Give what ends too early if some cohorts start only when too few qualifications are still valid."""
    begins = {cohort.id: max(cohort.earliest_start, problem.settings.plan_from) for cohort in cohorts}
    until = {who: valid_until(problem, module, who) for who in here}
    left = {
        name: sum(end is None or end >= first for end in until.values()) for name, first in begins.items()
    }
    late = tuple(name for name, count in left.items() if count < module.instructors)
    if not late:
        return None
    last, who = max((end, who) for who, end in until.items() if end is not None)
    row = problem.qualification(who, module)
    return _Expiry(
        row=row.row if row else 0,
        who=who,
        until=last,
        late=late,
        begins=begins[late[0]],
        left=max(left[name] for name in late),
        needed=module.instructors,
    )


def _expired(problem: Problem, expiry: _Expiry, modules: Sequence[Module]) -> Finding:
    few = "too few people are" if expiry.left else "nobody is"
    at_once = _at_once(expiry.needed)
    return Finding(
        rule=instructor_qualified.CODE,
        what=f"When {listed(expiry.late)} starts, on {dated(expiry.begins)} or later, {few} still qualified "
        f"for {modules[0].program} {listed(module.id for module in modules)}{at_once}: "
        f"{expiry.who} is only until {dated(expiry.until)}.",
        todo="Renew a qualification and correct Valid until, or qualify someone else.",
        where=problem.cell("Qualifications", expiry.row, "Valid until"),
    )


def _only(people: Sequence[InstructorId], only: str = "Only", nobody: str = "Nobody") -> str:
    return f"{only} {listed(people)}" if people else nobody


def _named(module: Module) -> str:
    return f"{module.program} {module.id}{_at_once(module.instructors)}"


def _at_once(needed: int) -> str:
    return f", which needs {needed} instructors at once" if needed > 1 else ""


def _named_cohorts(cohorts: Sequence[Cohort]) -> str:
    return listed(cohort.id for cohort in cohorts)
