"""Copies that several people edited become one: nothing is lost, and what conflicts is told."""

from dataclasses import replace

import builders as b
import pytest

from scheduler.domain.merging import Conflict, Version, merged
from scheduler.domain.schedule import Session

MON = b.session(day=5, id="R1", row=2)
TUE = b.session(day=6, id="R2", row=3)
WED = b.session(day=7, id="R3", row=4)
WRITTEN = (MON, TUE, WED)
NEW = b.session(day=8, row=5)


def copy(*changed: Session) -> list[Session]:
    """Give a copy in which these rows are changed or added."""
    by_id = {session.id: session for session in changed}
    added = [session for session in changed if not session.id]
    return [*(by_id.get(row.id, row) for row in WRITTEN), *added]


def conflict(
    part: str, row: Session, kept: Session | None, other: Session | None, before: Session = TUE
) -> Conflict:
    """Give the conflict about a row, R2 if not said otherwise, between the first copy and the second."""
    here, there = Version(copy=0, row=kept), Version(copy=1, row=other)
    return Conflict(part=part, before=before, row=row, kept=here, other=there)


def test_what_one_changed_is_taken() -> None:
    given, moved = replace(TUE, instructors=("I-2",)), replace(WED, date=b.on(9), row=9)

    result = merged(WRITTEN, [copy(given), copy(moved)])

    assert result.sessions == (MON, given, replace(moved, row=4))
    assert result.conflicts == ()


def test_different_cells_of_a_row_are_put_together() -> None:
    first = replace(TUE, date=b.on(9), pin=frozenset({"time"}))
    second = replace(TUE, start=36, end=48, rooms=("R-2",), note="Moved")
    third = replace(TUE, cohort="B", module="M2", instructors=("I-2",))

    result = merged(WRITTEN, [copy(first), copy(second), copy(third)])

    pin = frozenset({"time"})
    all_of_it = b.session("B", "M2", 9, "9-12", who="I-2", where="R-2", pin=pin, note="Moved", id="R2", row=3)
    assert result.sessions == (MON, all_of_it, WED)
    assert result.conflicts == ()


def test_what_both_changed_alike_is_taken_once() -> None:
    given = replace(TUE, instructors=("I-1", "I-2"))

    result = merged(WRITTEN, [copy(given), copy(replace(given, instructors=("I-2", "I-1")))])

    assert result.sessions == (MON, given, WED)
    assert result.conflicts == ()


@pytest.mark.parametrize(
    ("part", "first", "second"),
    [
        ("cohort", {"cohort": "B"}, {"cohort": "C"}),
        ("module", {"module": "M2"}, {"module": "M3"}),
        ("date", {"date": b.on(8)}, {"date": b.on(9)}),
        ("start", {"start": 36}, {"start": 40}),
        ("end", {"end": 36}, {"end": 40}),
        ("instructor", {"instructors": ("I-2",)}, {"instructors": ()}),
        ("room", {"rooms": ()}, {"rooms": ("R-2",)}),
        ("pin", {"pin": frozenset({"time"})}, {"pin": frozenset({"room"})}),
        ("note", {"note": "Fire drill"}, {"note": "Guest"}),
    ],
)
def test_where_both_changed_the_same_the_first_stays_and_the_other_is_told(
    part: str, first: dict[str, object], second: dict[str, object]
) -> None:
    here, there = replace(TUE, **first), replace(TUE, **second)

    result = merged(WRITTEN, [copy(here), copy(there)])

    assert result.sessions == (MON, here, WED)
    assert result.conflicts == (conflict(part, here, here, there),)


def test_the_first_copy_that_changed_a_cell_is_the_one_that_stays() -> None:
    second, third, fourth = (replace(TUE, instructors=(who,)) for who in ("I-2", "I-3", "I-4"))

    result = merged(WRITTEN, [copy(), copy(second), copy(third), copy(fourth)])

    assert result.sessions == (MON, second, WED)
    kept = Version(copy=1, row=second)
    assert [found.kept for found in result.conflicts] == [kept, kept]
    assert [found.other for found in result.conflicts] == [
        Version(copy=2, row=third),
        Version(copy=3, row=fourth),
    ]


def test_what_one_deleted_and_nobody_edited_is_deleted() -> None:
    for copies in ([[MON, WED], copy()], [copy(), [MON, WED]], [[MON, WED], [MON, WED]]):
        result = merged(WRITTEN, copies)
        assert result.sessions == (MON, WED)
        assert result.conflicts == ()


def test_what_one_deleted_and_another_edited_stays_and_is_told() -> None:
    given = replace(TUE, instructors=("I-2",))

    result = merged(WRITTEN, [copy(given), [MON, WED]])

    assert result.sessions == (MON, given, WED)
    assert result.conflicts == (conflict("row", given, given, None),)


def test_a_row_that_is_not_in_the_first_copy_comes_last_and_has_no_number() -> None:
    given = replace(TUE, instructors=("I-2",))

    result = merged(WRITTEN, [[WED, MON], copy(given)])

    last = replace(given, row=0)
    assert result.sessions == (WED, MON, last)
    kept, other = Version(copy=1, row=given), Version(copy=0, row=None)
    assert result.conflicts == (Conflict(part="row", before=TUE, row=last, kept=kept, other=other),)


def test_added_rows_are_added_with_a_new_row_id() -> None:
    mine, theirs = replace(NEW, id="mine"), b.session(day=9, row=5)

    result = merged(WRITTEN, [[*WRITTEN, mine], [MON, theirs, theirs, TUE, WED]])

    added = [replace(theirs, row=0, id=row_id) for row_id in ("R00001", "R00002")]
    assert result.sessions == (*WRITTEN, mine, *added)
    assert result.conflicts == ()


def test_a_new_row_id_is_nobody_elses() -> None:
    written = replace(MON, id="R00001")

    result = merged([written], [[replace(TUE, id="R00002")], [written, NEW]])

    assert [session.id for session in result.sessions] == ["R00002", "R00003"]


def test_the_same_row_added_in_both_is_added_once() -> None:
    noted = replace(NEW, note="Make-up", row=9)
    pinned = replace(NEW, pin=frozenset({"time"}))

    result = merged(WRITTEN, [copy(pinned), copy(noted)])

    assert result.sessions == (*WRITTEN, replace(pinned, note="Make-up"))
    assert result.conflicts == ()


def test_the_same_row_added_with_other_notes_is_a_conflict() -> None:
    mine, theirs = replace(NEW, note="Make-up"), replace(NEW, note="Extra")

    result = merged(WRITTEN, [copy(mine), copy(theirs)])

    assert result.sessions == (*WRITTEN, mine)
    assert result.conflicts == (conflict("note", mine, mine, theirs, before=NEW),)


def test_a_row_of_the_same_module_added_at_the_same_time_otherwise_is_a_conflict() -> None:
    theirs, longer = replace(NEW, instructors=("I-2",)), replace(NEW, end=48)

    for other, part in ((theirs, "instructor"), (longer, "time")):
        result = merged(WRITTEN, [copy(NEW), copy(other)])

        assert result.sessions == (*WRITTEN, NEW)
        assert result.conflicts == (conflict(part, NEW, NEW, other, before=NEW),)


def test_a_row_added_at_the_same_time_for_another_cohort_is_another_row() -> None:
    theirs = replace(NEW, cohort="B")

    result = merged(WRITTEN, [copy(NEW), copy(theirs)])

    assert result.sessions == (*WRITTEN, NEW, replace(theirs, id="R00001", row=0))


def test_a_split_row_is_cut_short_and_another_added() -> None:
    late = b.session(day=6, at="10-11", who="I-2", row=4)
    noted = replace(TUE, note="Guest")

    result = merged(WRITTEN, [copy(noted), [MON, replace(TUE, end=40), late, WED]])

    assert result.sessions == (MON, replace(noted, end=40), WED, replace(late, id="R00001", row=0))
    assert result.conflicts == ()


def test_a_row_that_lost_its_id_is_known_again() -> None:
    given = replace(TUE, instructors=("I-2",), id="")

    result = merged(WRITTEN, [[MON, given, WED], copy(replace(TUE, date=b.on(9)))])

    assert result.sessions == (MON, replace(TUE, instructors=("I-2",), date=b.on(9)), WED)


def test_where_the_end_would_not_be_after_the_start_the_first_ones_whole_time_stays() -> None:
    """8:00 to 11:00 became 10:00 to 11:00 on Friday, and 8:00 to 10:00."""
    late, early = replace(TUE, date=b.on(9), start=40), replace(TUE, end=40, note="Short")

    result = merged(WRITTEN, [copy(late), copy(early)])

    row = replace(late, note="Short")
    assert result.sessions == (MON, row, WED)
    assert result.conflicts == (conflict("time", row, late, early),)


def test_hours_that_nobody_wrote_do_not_come_of_a_conflict() -> None:
    """9:00 to 11:00 and 1:00 PM to 4:00 PM do not become 9:00 AM to 4:00 PM."""
    later, afternoon = replace(TUE, start=36), replace(TUE, start=52, end=64)

    result = merged(WRITTEN, [copy(later), copy(afternoon)])

    assert result.sessions == (MON, later, WED)
    assert result.conflicts == (conflict("time", later, later, afternoon),)
