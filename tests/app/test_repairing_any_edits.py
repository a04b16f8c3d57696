"""Whatever is edited, each pinned cell is in the next version or a finding says why not; no row vanishes."""

from collections.abc import Iterable
from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from planted.hand_edits import edited as random_edits
from planted.tiny import Features, tiny

from scheduler.app.edited import Edited
from scheduler.app.planning import Search
from scheduler.app.repairing import repaired
from scheduler.domain.edits import PLANNER, YOU, Edit, edits
from scheduler.domain.outcome import Outcome
from scheduler.domain.pinning import with_edits_pinned
from scheduler.domain.schedule import Schedule, Session
from scheduler.rules import pin

SEARCH = Search(clock=lambda: 0.0, seconds=None, work=12)
REPEATABLE = settings(max_examples=25, deadline=None, derandomize=True)


def given_back(seed: int) -> Edited:
    """Plant a term, and edit it at random: rows moved, given to others, pinned, copied, deleted."""
    chance = Random(seed)
    problem, written = tiny(Random(seed), Features(cohorts=chance.choice((1, 2, 3)), tracks=False))
    before = written.numbered(problem.cohorts)
    known = random_edits(problem, before, chance)
    assert known.previous
    by_hand = edits(before.sessions, known.previous.sessions)
    return Edited(
        problem=replace(known, previous=None),
        schedule=with_edits_pinned(known.previous, by_hand),
        written=before,
        edits=by_hand,
        letters={},
    )


@settings(REPEATABLE)
@given(st.integers(min_value=0, max_value=10**6))
def test_what_is_pinned_stays_or_is_named(seed: int) -> None:
    edited = given_back(seed)

    outcome = repaired(edited, SEARCH)

    problem = replace(edited.problem, previous=edited.schedule)
    lost = {found.what for found in pin.violations(problem, outcome.schedule)}
    assert lost <= {found.what for found in outcome.findings if found.rule == pin.CODE}
    for row in edited.schedule.sessions:
        if not still(row, outcome.schedule):
            assert any(f"{row.cohort} {row.module}" in what for what in lost), row


def still(row: Session, schedule: Schedule) -> bool:
    """Whether each pinned cell of a row is in a schedule: it may be in pieces, or elsewhere by its Row ID.

    Where its module has more hours than it needs, the row may be gone, and others of it hold the same.
    """
    placement = schedule.by_placement.get((row.cohort, row.module), ())
    held = [s for s in placement if s.overlaps(row)]
    same = held or [s for s in schedule.sessions if s.id == row.id] or placement
    found = {
        "time": sum(min(s.end, row.end) - max(s.start, row.start) for s in held) >= row.length,
        "instructor": any(set(row.instructors) <= set(s.instructors) for s in same),
        "room": any(set(row.rooms) <= set(s.rooms) for s in same),
    }
    return all(found[part] for part in row.pin)


@settings(REPEATABLE)
@given(st.integers(min_value=0, max_value=10**6))
def test_no_row_vanishes_without_a_word(seed: int) -> None:
    edited = given_back(seed)

    outcome = repaired(edited, SEARCH)

    assert edited.written
    there = {row.id for row in outcome.schedule.sessions}
    assert {row.id for row in edited.written.sessions} - there <= deleted(outcome.edits)
    assert {row.id for row in edited.schedule.sessions} - there <= deleted(
        edit for edit in outcome.edits if edit.by == PLANNER
    )
    assert [edit for edit in outcome.edits if edit.by == YOU] == list(edited.edits or ())


def deleted(found: Iterable[Edit]) -> set[str]:
    return {edit.before.id for edit in found if edit.before and not edit.after}


@settings(REPEATABLE)
@given(st.integers(min_value=0, max_value=10**6))
def test_what_was_repaired_needs_no_repair(seed: int) -> None:
    outcome = repaired(given_back(seed), SEARCH)
    again = again_given_back(seed, outcome)

    if not outcome.findings:
        assert repaired(again, SEARCH).schedule == outcome.schedule


def again_given_back(seed: int, outcome: Outcome) -> Edited:
    """Give the repaired schedule back as it is."""
    first = given_back(seed)
    return replace(first, schedule=outcome.schedule, written=outcome.schedule, edits=())
