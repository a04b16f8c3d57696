"""Pinned starts that no schedule can meet: not class time, or before the cohort can be there."""

from collections.abc import Iterator, Sequence
from datetime import date

from scheduler.domain.availability import FREE, WHOLE_DAY, stretch
from scheduler.domain.calendar import ClassBlock, class_blocks, quarters_by_day
from scheduler.domain.clock import QUARTERS_PER_DAY, clock, day
from scheduler.domain.findings import Finding
from scheduler.domain.ids import ModuleId
from scheduler.domain.problem import Order, Pattern, Pin, Problem, Program
from scheduler.rules import pin as kept
from scheduler.rules.cohort_start import start_days
from scheduler.rules.module_order import predecessors
from scheduler.rules.wording import length, listed


def findings(problem: Problem) -> Iterator[Finding]:
    """Yield the rows of Pins whose start fits under none of the cohort's patterns, and why."""
    for pin in problem.pins:
        if pin.date is not None:
            patterns = [problem.patterns[name] for name in problem.cohorts[pin.cohort].patterns]
            causes = [_cause(problem, pin, pin.date, pattern) for pattern in patterns]
            if all(causes):
                yield Finding(
                    rule=kept.CODE,
                    what=f"{pin.cohort} {pin.module} is pinned to start {said_start(pin)}, "
                    f"but {listed(dict.fromkeys(causes))}.",
                    todo="Correct Start, or clear it.",
                    where=problem.cell("Pins", pin.row, "Start"),
                )


def said_start(pin: Pin) -> str:
    """Write when a pin wants its module to start: ``on Mon Jan 5, 8:00 AM``; empty if it does not say."""
    when = "" if pin.date is None else f"on {day(pin.date)}"
    return when if pin.start is None else f"{when}, {clock(pin.start)}"


def wanted_quarters(pin: Pin) -> int:
    """Give the quarters of the pinned day at which the module may start, as a bit set."""
    return WHOLE_DAY if pin.start is None else stretch(pin.start, pin.start + 1)


def before_it(program: Program, pattern: Pattern, module: ModuleId) -> frozenset[ModuleId]:
    """Give all modules that must have ended before a module starts, directly or through others."""
    direct = predecessors(program, pattern)
    found: set[ModuleId] = set()
    ahead = list(direct[module])
    while ahead:
        earlier = ahead.pop()
        if earlier not in found:
            found.add(earlier)
            ahead.extend(direct[earlier])
    return frozenset(found)


def _cause(problem: Problem, pin: Pin, when: date, pattern: Pattern) -> str:
    """Say why a module cannot start then under a pattern; empty if it can, as far as counting goes."""
    cohort, module = problem.cohorts[pin.cohort], problem.module(pin.cohort, pin.module)
    blocks = class_blocks(problem, cohort, pattern)
    time = quarters_by_day(block for block in blocks if block.serves(module))
    if not time.get(when, FREE) & wanted_quarters(pin):
        return f"that is not class time of {pattern.id}" + f" for track {module.track}" * bool(module.track)
    starts = start_days(problem, cohort, blocks)
    if not starts or when < starts[0]:
        return f"{cohort.id} starts on {day(starts[0])} or later" if starts else f"{cohort.id} cannot start"
    program = problem.programs[cohort.program]
    first = program.order is Order.FIXED and module is program.modules[0] and pattern.tracks == ("",)
    if first and when not in starts:
        return f"{cohort.id}, which begins with it, may not start that day"
    return _too_early(problem, pin, pattern, [block for block in blocks if block.date >= starts[0]])


def _too_early(problem: Problem, pin: Pin, pattern: Pattern, blocks: Sequence[ClassBlock]) -> str:
    """Say that what must come before a module takes longer than the class time up to its pinned start."""
    program = problem.program_of(pin.cohort)
    before = [m for m in program.modules if m.id in before_it(program, pattern, pin.module)]
    needed = sum(module.length for module in before)
    latest = (pin.date, QUARTERS_PER_DAY if pin.start is None else pin.start)
    available = sum(block.length for block in blocks if (block.date, block.end) <= latest)
    available += sum(
        latest[1] - b.start for b in blocks if b.date == pin.date and b.start < latest[1] < b.end
    )
    # Without a time of day, some of that day's class time has to be left for the module itself.
    if needed + (pin.start is None) <= available:
        return ""
    take = "takes" if len(before) == 1 else "take"
    named = listed(module.id for module in before)
    return f"{named} {take} {length(needed)}, with {length(available)} of class time before"
