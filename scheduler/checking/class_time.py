"""Cohorts that cannot start, have too little class time, or too few weeks for financial aid."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from scheduler.domain.calendar import ClassBlock, class_blocks
from scheduler.domain.clock import Quarter, day
from scheduler.domain.findings import Finding
from scheduler.domain.ids import PatternId
from scheduler.domain.problem import Cohort, Module, Problem, Program
from scheduler.goals import unplaced_hours
from scheduler.rules import cohort_start, daily_limit, min_weeks
from scheduler.rules.wording import length, listed


def findings(problem: Problem) -> Iterator[Finding]:
    """Yield for each cohort the first of these that holds it up: its start, its hours, its weeks."""
    for cohort in problem.cohorts.values():
        blocks = {name: class_blocks(problem, cohort, problem.patterns[name]) for name in cohort.patterns}
        runs = [
            _Run(pattern=name, starts=starts, blocks=blocks[name])
            for name in cohort.patterns
            if (starts := cohort_start.start_days(problem, cohort, blocks[name]))
        ]
        if not runs:
            yield _no_start(problem, cohort)
            continue
        short = [_shortage(problem, cohort, run) for run in runs]
        if all(short):
            yield _too_little(problem, cohort, short)
        else:
            yield from _too_few_weeks(problem, cohort, runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """A pattern a cohort can start on: on which days, and its class time."""

    pattern: PatternId
    starts: Sequence[date]
    blocks: Sequence[ClassBlock]

    def since(self, start: date) -> tuple[ClassBlock, ...]:
        return tuple(block for block in self.blocks if block.date >= start)


def _no_start(problem: Problem, cohort: Cohort) -> Finding:
    settings, latest = problem.settings, cohort.latest_start
    cause, column = "has no class day on which it may start", "Earliest start"
    if cohort.earliest_start > settings.plan_to:
        cause = f"starts on {day(cohort.earliest_start)} or later, after Plan to ({day(settings.plan_to)})"
    elif latest is not None:
        column = "Latest start"
        cause += f" from {day(cohort.earliest_start)} to {day(latest)}"
        if latest < settings.plan_from:
            cause = f"starts by {day(latest)}, before Plan from ({day(settings.plan_from)})"
    return Finding(
        rule=cohort_start.CODE,
        what=f"{cohort.id} {cause}.",
        todo="Correct Earliest start, Latest start or Start days, or Plan from and Plan to.",
        where=problem.cell("Cohorts", cohort.row, column),
    )


def _shortage(problem: Problem, cohort: Cohort, run: _Run) -> str:
    """Say which hours a pattern has no class time for, even from the first start day; empty if none."""
    blocks, modules = run.since(run.starts[0]), problem.programs[cohort.program].modules
    for track in ("", *dict.fromkeys(module.track for module in modules if module.track)):
        needing = [module for module in modules if track in ("", module.track)]
        needed = sum(module.length for module in needing)
        available = sum(block.length for block in blocks if not track or block.serves(needing[0]))
        if available < needed:
            on_track = f" for track {track}" if track else ""
            return f"{run.pattern} has {length(available)} of the {length(needed)} needed{on_track}"
    return ""


def _too_little(problem: Problem, cohort: Cohort, short: Sequence[str]) -> Finding:
    settings = problem.settings
    return Finding(
        rule=unplaced_hours.NAME,
        what=f"{cohort.id} has too little class time up to Plan to ({day(settings.plan_to)}): "
        f"{listed(short)}.",
        todo="Set a later Plan to, start earlier, or choose a pattern with more class time.",
        where=problem.cell("Cohorts", cohort.row, "Patterns"),
    )


def _too_few_weeks(problem: Problem, cohort: Cohort, runs: Sequence[_Run]) -> Iterator[Finding]:
    needed, program = min_weeks.required(problem, cohort), problem.programs[cohort.program]
    lasts = 0
    for blocks in (run.since(start) for run in runs for start in run.starts):
        if lasts < needed:
            lasts = max(lasts, min_weeks.weeks(_class_days(program, cohort, blocks)))
    if lasts < needed:
        yield Finding(
            rule=min_weeks.CODE,
            what=f"{cohort.id} is aided and needs class in {needed} different weeks, "
            f"but {program.id} lasts {lasts} at most on {listed(cohort.patterns)}.",
            todo="Choose a pattern with fewer hours a week, raise Max idle days, or correct Min weeks.",
            where=problem.cell("Programs", program.row, "Min weeks"),
        )


def _class_days(program: Program, cohort: Cohort, blocks: Sequence[ClassBlock]) -> list[date]:
    """Give the class days a cohort uses at most: one module after the other, then its idle days."""
    days = {when: tuple(group) for when, group in groupby(blocks, key=lambda block: block.date)}
    left = {module: module.length for module in program.modules if module.length}
    held: dict[Module, int] = {}
    for place, when in enumerate(days):
        if not left:
            return list(days)[: place + cohort.max_idle_days]
        _hold(left, held, days[when])
    return list(days)


def _hold(left: dict[Module, Quarter], held: dict[Module, int], blocks: Sequence[ClassBlock]) -> None:
    """Use up a class day: each module as long as its limits let it, until one has to go on another day."""
    free = sum(block.length for block in blocks)
    for module, rest in tuple(left.items()):
        serving = sum(block.length for block in blocks if block.serves(module))
        available = min(free, serving)
        got = daily_limit.share(module, left=rest, available=available, days_held=held.get(module, 0))
        free -= got
        held[module] = held.get(module, 0) + bool(got)
        if got < rest:
            left[module] = rest - got
            return
        del left[module]
