"""Modules that nobody may teach, or too few people at once: at all, on a campus, by date."""

from collections.abc import Iterator, Sequence

from scheduler.domain.clock import day
from scheduler.domain.findings import Finding
from scheduler.domain.ids import InstructorId
from scheduler.domain.problem import Cohort, Module, Problem
from scheduler.rules import instructor_campus, instructor_qualified, who_may_teach
from scheduler.rules.instructor_qualified import valid_until
from scheduler.rules.wording import listed


def findings(problem: Problem) -> Iterator[Finding]:
    """Yield what is short of people, for each module once, or once for each campus or expiry."""
    for program in problem.programs.values():
        cohorts = [cohort for cohort in problem.cohorts.values() if cohort.program == program.id]
        campuses = dict.fromkeys(cohort.campus for cohort in cohorts)
        for module in program.modules if cohorts else ():
            qualified = [who for who in problem.instructors if problem.qualification(who, module)]
            if len(qualified) < module.instructors:
                yield _too_few(problem, module, qualified)
                continue
            for campus in campuses:
                there = [cohort for cohort in cohorts if cohort.campus == campus]
                yield from _on_campus(problem, module, qualified, there)


def _too_few(problem: Problem, module: Module, qualified: Sequence[InstructorId]) -> Finding:
    return Finding(
        rule=instructor_qualified.CODE,
        what=f"{_only(qualified)} is qualified for {_named(module)}.",
        todo=f"Add a row to Qualifications for {_named(module)}.",
        where=problem.cell("Modules", module.row, "Instructors" if qualified else "Module"),
    )


def _on_campus(
    problem: Problem, module: Module, qualified: Sequence[InstructorId], cohorts: Sequence[Cohort]
) -> Iterator[Finding]:
    """Yield what is short of people for the cohorts of one campus."""
    here, campus = who_may_teach(problem, cohorts[0], module), cohorts[0].campus
    if len(here) < module.instructors:
        elsewhere = listed(who for who in qualified if who not in here)
        yield Finding(
            rule=instructor_campus.CODE,
            what=f"On campus {campus} ({_named_cohorts(cohorts)}) {_only(here, 'only', 'nobody')} may teach "
            f"{_named(module)}; {elsewhere} teaches elsewhere.",
            todo=f"Add {campus} to someone's Campuses, or qualify someone who teaches there.",
            where=problem.cell("Modules", module.row, "Module"),
        )
    else:
        yield from _expired(problem, module, here, cohorts)


def _expired(
    problem: Problem, module: Module, here: Sequence[InstructorId], cohorts: Sequence[Cohort]
) -> Iterator[Finding]:
    """Yield the cohorts that start only when too few qualifications are still valid."""
    begins = {cohort.id: max(cohort.earliest_start, problem.settings.plan_from) for cohort in cohorts}
    until = {who: valid_until(problem, module, who) for who in here}
    late = [
        cohort
        for cohort in cohorts
        if sum(end is None or end >= begins[cohort.id] for end in until.values()) < module.instructors
    ]
    if late:
        last, who = max((end, who) for who, end in until.items() if end is not None)
        row = problem.qualification(who, module)
        yield Finding(
            rule=instructor_qualified.CODE,
            what=f"When {_named_cohorts(late)} starts, on {day(begins[late[0].id])} or later, too few people "
            f"are still qualified for {_named(module)}: {who} is only until {day(last)}.",
            todo="Renew a qualification and correct Valid until, or qualify someone else.",
            where=problem.cell("Qualifications", row.row if row else 0, "Valid until"),
        )


def _only(people: Sequence[InstructorId], only: str = "Only", nobody: str = "Nobody") -> str:
    return f"{only} {listed(people)}" if people else nobody


def _named(module: Module) -> str:
    at_once = f", which needs {module.instructors} instructors at once" if module.instructors > 1 else ""
    return f"{module.program} {module.id}{at_once}"


def _named_cohorts(cohorts: Sequence[Cohort]) -> str:
    return listed(cohort.id for cohort in cohorts)
