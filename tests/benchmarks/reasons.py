"""How soon the reason of a shortage is named, whether it is the seeded one and minimal, and what mends it.

``python -m benchmarks.reasons FILE.csv [NAME ...]`` explains the samples with each shortage (see
`benchmarks.shortages`), or those named, as ``scheduler explain`` does it, and writes a row for each.
"""

import csv
import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from benchmarks.shortages import IN_A_DISTRICT, SHORTAGES, workbook
from scheduler.app import planning, reasoning
from scheduler.app.explaining import explain
from scheduler.app.planning import Search
from scheduler.checking import judge
from scheduler.domain.ids import CohortId
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule
from scheduler.goals import unplaced_hours
from scheduler.reading import read_problem
from scheduler.reasons import Cause

SECONDS = 60.0
"""How long an explanation may take."""
CHECKING = 10.0
"""How long is planned to check a remedy, or that a fact counts."""
WORKERS = 2

Row = dict[str, str | float | int]


def measured(name: str, folder: Path) -> Row:
    """Explain a shortage; check that the reason is the seeded one and minimal, and what the remedy gives."""
    source = workbook(name, folder)
    begun, heard = monotonic(), list[float]()
    search = Search(clock=monotonic, seconds=SECONDS, workers=WORKERS)
    explained = explain(source, search, lambda _: heard.append(monotonic() - begun))
    seconds = monotonic() - begun
    named = {fact.where for reason in explained.reasons[:1] for fact in reason.facts}
    problem = _problem(source)
    causes = reasoning.found(problem, explained.schedule, search, SECONDS)
    counting = [
        _counts(problem, cause, number) for cause in causes[:1] for number in range(len(cause.premises))
    ]
    return {
        "shortage": name,
        "standing": explained.standing,
        "reasons": len(explained.reasons),
        "seeded": int(set((SHORTAGES | IN_A_DISTRICT)[name].cells) <= named),
        "proven": int(all(reason.proven for reason in explained.reasons[:1])),
        "facts": len(counting),
        "needed": sum(counting),
        "seconds to the reason": round(heard[2] if len(heard) > 2 else seconds, 1),
        "seconds": round(seconds, 1),
        "remedy": explained.remedies[0].what if explained.remedies else "",
        "mended": int(bool(explained.remedies) and _mends(source, explained.remedies[0].cells)),
    }


def _problem(source: Path, cells: tuple = ()) -> Problem:
    problem = read_problem(source, cells).problem
    assert problem is not None
    return problem


def _mends(source: Path, cells: tuple) -> bool:
    """Whether planning the workbook with these cells leaves nothing wrong or late."""
    problem = _problem(source, cells)
    outcome = planning.solve(problem, Search(clock=monotonic, seconds=CHECKING, workers=WORKERS))
    return not reasoning.is_short(problem, outcome.schedule, outcome.findings)


def _counts(problem: Problem, cause: Cause, number: int) -> bool:
    """Whether the cohorts of a cause, planned by themselves without one of its facts, lack nothing."""
    premise = cause.premises[number]
    freed = premise.drop(replace(problem, cohorts={c: problem.cohorts[c] for c in cause.cohorts}))
    freed = replace(freed, pins=tuple(pin for pin in freed.pins if pin.cohort in freed.cohorts))
    outcome = planning.solve(freed, Search(clock=monotonic, seconds=CHECKING, workers=WORKERS))
    return any(
        not _lacks(freed, outcome.schedule, cohort) for cohort in cause.cohorts if cohort in freed.cohorts
    )


def _lacks(problem: Problem, schedule: Schedule, cohort: CohortId) -> bool:
    """Whether a cohort lacks hours, breaks a rule or is late."""
    held, known = schedule.by_cohort.get(cohort, ()), problem.cohorts[cohort]
    broken = any(s.cohort == cohort for finding in judge(problem, schedule) for s in finding.sessions)
    short = any(unplaced_hours.missing(schedule, known, m) for m in problem.program_of(cohort).modules)
    late = known.finish_by is not None and bool(held) and held[-1].date > known.finish_by
    return broken or short or late


def main(arguments: list[str]) -> None:
    """Measure, and write the table."""
    target, names = Path(arguments[0]), arguments[1:] or [*SHORTAGES, *IN_A_DISTRICT]
    target.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder, target.open("w", newline="") as file:
        writer = None
        for name in names:
            row = measured(name, Path(folder))
            writer = writer or csv.DictWriter(file, list(row))
            if file.tell() == 0:
                writer.writeheader()
            writer.writerow(row)
            file.flush()
            print(row)


if __name__ == "__main__":
    main(sys.argv[1:])
