"""Repair an edited schedule: keep the edits, and change as little else as possible."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import inf
from pathlib import Path

from scheduler import goals
from scheduler.app import planning, reasoning, runs
from scheduler.app.edited import Edited, inputs_of, is_schedule, read_edited, workbook
from scheduler.app.faults import refused
from scheduler.app.inputs import exact, fingerprint
from scheduler.app.located import LETTERS, findings
from scheduler.app.planning import Run, Search
from scheduler.checking import WANTED, accepted, bottlenecks, certify, excuses, is_sound
from scheduler.domain.continuing import continued
from scheduler.domain.edits import PLANNER, edits
from scheduler.domain.findings import Finding
from scheduler.domain.outcome import PROVEN, Outcome
from scheduler.domain.pinning import cleared, replaced
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule, Session, fresh_ids
from scheduler.goals import changes, days_late, unplaced_hours, unstaffed_hours
from scheduler.rules import idle, pin

CHANGE = 500.0
"""What a change costs at least while repairing: as much as finishing ten days later, by default."""
LEFT = "It is left free, as a session was moved away from there (accepted)."
"""What is said of class time that nobody wants any more."""
MISSING = 20.0
"""How many times dearer missing hours are while repairing, or than a change, so that they outrank it."""


def repair(
    files: Sequence[Path],
    inputs: Path | None,
    out: Path,
    *,
    since: date | None,
    today: date,
    search: Search,
) -> Run:
    """Repair a schedule workbook, or several edited copies of one; write the next version.

    Parameters
    ----------
    inputs
        What to repair it against, if not the inputs kept beside it.
    since
        What was held before this day stays as it was; None if that is as it was at the last repair.

    Raises
    ------
    InputError
        If a file or its inputs cannot be used; then nothing is written.
    Uncertified
        If the checker disagrees with the engine, which is a bug; then nothing is written.
    OSError
        If the run folder cannot be written; said before the search where that can be seen.
    """
    books = tuple(map(workbook, files))
    for book in books:
        if not is_schedule(book):
            raise refused(book, "this is no schedule workbook", "Plan it first: scheduler plan")
    source, notes = inputs_of(books, inputs)
    with exact(source) as known:
        edited = read_edited(books, known.problem, since)
        runs.check_writable(out)
        version = edited.version or runs.named(books[0])
        later = runs.later_versions(out, version)
        outcome = repaired(edited, search)
        parent = runs.Parent(workbook=books[0].name, sha256=fingerprint(books[0]), version=version)
        kept = replace(known, problem=edited.problem, called=version.rpartition(" v")[0])
        book = planning.written(out, today, kept, outcome, parent)
        said = (*later, *notes, *known.notes, *edited.notes, *runs.renaming(book))
        return Run(
            problem=edited.problem,
            outcome=outcome,
            workbook=book,
            inputs=known.copy.name,
            notes=said,
        )


def repaired(edited: Edited, search: Search) -> Outcome:
    """Give the certified schedule with the fewest changes; the same one if nothing is wrong with it."""
    case = _Case.of(edited)
    begun, first = search.clock(), 0.0
    rows: Sequence[Session] = case.previous.sessions
    patterns = case.previous.patterns
    if not case.is_sound:
        quiet = replace(search, watch=lambda told: search.watch(replace(told, score=inf)))
        solution = planning.searched(case.wanted, quiet)
        rows = continued(case.previous, solution.schedule.sessions)
        patterns, first = solution.schedule.patterns, solution.seconds_to_first
        certify(
            case.wanted,
            Schedule(sessions=tuple(rows), patterns=patterns),
            score=solution.score,
            declared=solution.declared,
        )
    schedule = Schedule(sessions=tuple(case.identified(rows)), patterns=patterns)
    schedule = schedule.numbered(case.problem.cohorts)
    outcome = case.outcome(schedule, seconds=search.clock() - begun, first=first, seed=search.seed)
    return reasoning.with_reasons(case.problem, outcome, search)


@dataclass(frozen=True, kw_only=True)
class _Case:
    """What there is to repair.

    Attributes
    ----------
    problem
        With the schedule as it was given back, what was edited pinned.
    wanted
        The same as the engine is to see it: changes first, and what is accepted left alone.
    is_sound
        Whether there is nothing to repair.
    left
        What is said of class time that is left free since somebody moved a row away from it.
    """

    edited: Edited
    problem: Problem
    wanted: Problem
    is_sound: bool
    left: tuple[str, ...]

    @classmethod
    def of(cls, edited: Edited) -> "_Case":
        held = [row for row in edited.schedule.sessions if not _was_lost(edited.problem, row)]
        previous = replace(edited.schedule, sessions=tuple(held))
        problem = replace(edited.problem, previous=previous)
        agreed = accepted(problem, previous, edited.edits or (), edited.accepted)
        wanted = replace(
            _foremost(problem),
            previous=_settled(previous, agreed),
            unwanted=tuple(cleared(edited.edits or ())),
            accepted=frozenset(found.what for found in agreed),
        )
        whole = len(held) == len(edited.schedule.sessions)
        sound = whole and is_sound(problem, previous, agreed)
        left = tuple(found.what for found in agreed if found.rule == idle.CODE)
        return cls(edited=edited, problem=problem, wanted=wanted, is_sound=sound, left=left)

    @property
    def previous(self) -> Schedule:
        """The schedule as it was given back, without what was lost."""
        return self.problem.previous or Schedule()

    def identified(self, rows: Iterable[Session]) -> Iterator[Session]:
        """Give new rows a Row ID that no row ever had, be it deleted since; pin who was found instead."""
        before = self.edited.written.sessions if self.edited.written else ()
        fresh = fresh_ids({row.id for row in (*before, *self.edited.schedule.sessions)})
        cleared = {row.id: row for row, _ in self.wanted.unwanted}
        for row in rows:
            found = replaced(cleared[row.id], row) if row.id in cleared else frozenset()
            yield replace(row, id=row.id or next(fresh), pin=row.pin | found)

    def outcome(self, schedule: Schedule, *, seconds: float, first: float, seed: int) -> Outcome:
        """Give what is to be said about the next version."""
        prices = goals.prices(self.problem, schedule)
        score = goals.score(prices)
        bound = min(score, planning.least(self.problem))
        given = (*self.edited.schedule.sessions, *self.edited.left_out)
        by_planner = edits(given, schedule.sessions)
        return Outcome(
            schedule=schedule,
            status="optimal" if score - bound <= PROVEN * max(1.0, abs(score)) else "feasible",
            score=score,
            bound=bound,
            goals=prices,
            findings=(*self._conflicts(schedule), *self._findings(schedule)),
            seconds=seconds,
            seconds_to_first=first,
            seed=seed,
            edits=(*(self.edited.edits or ()), *(replace(edit, by=PLANNER) for edit in by_planner)),
            before=self.edited.schedule,
            written=self.edited.written,
            accepted=self.left,
            bottlenecks=bottlenecks(self.problem, schedule),
        )

    def _findings(self, schedule: Schedule) -> Iterator[Finding]:
        """Yield what is wrong; of class time that is left free, that it is so on purpose."""
        for found in findings(self.problem, schedule):
            meant = found.rule == idle.CODE and any(found.what.startswith(what) for what in self.left)
            yield replace(found, what=f"{found.what} {LEFT}", todo=WANTED) if meant else found

    def _conflicts(self, schedule: Schedule) -> Iterator[Finding]:
        """Yield where copies were edited differently, at the rows of the next version."""
        rows = {row.id: row for row in schedule.sessions}
        for conflict in self.edited.conflicts:
            now = tuple(rows.get(row.id, replace(row, row=0)) for row in conflict.sessions)
            yield replace(conflict, sessions=now).located(LETTERS)


def _was_lost(problem: Problem, row: Session) -> bool:
    """Whether a row that should have been held was on a day that is closed now; its hours are made up.

    Not if its time is pinned.
    """
    if not pin.is_history(problem, row) or "time" in row.pin:
        return False
    cohort = problem.cohorts[row.cohort]
    return any(
        closure.first <= row.date <= closure.last and closure.until is None and closure.concerns(cohort)
        for closure in problem.closures
    )


def _foremost(problem: Problem) -> Problem:
    """Give the problem with changes before every other preference, but after missing hours.

    All the days that cohorts are late already cost less than one change.
    """
    weights = dict(problem.settings.weights)
    late = goals.weight(problem, days_late) * days_late.units(problem, problem.previous or Schedule())
    change = weights[changes.NAME] = max(CHANGE, goals.weight(problem, changes), 2 * late)
    for goal in (unplaced_hours, unstaffed_hours):
        weights[goal.NAME] = MISSING * max(change, goals.weight(problem, goal))
    return replace(problem, settings=replace(problem.settings, weights=weights))


def _settled(previous: Schedule, agreed: Collection[Finding]) -> Schedule:
    """Let the rows stay that share a fault with one that is pinned for a reason: it is accepted."""
    stay = {
        row.id
        for found in agreed
        if len(found.sessions) > 1 and any(excuses(row, found) for row in found.sessions)
        for row in found.sessions
    }
    rows = (replace(row, pin=pin.PARTS) if row.id in stay else row for row in previous.sessions)
    return replace(previous, sessions=tuple(rows))
