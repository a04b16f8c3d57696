"""Counting rosters: how many students a cohort has, without anybody's name."""

from collections.abc import Mapping, Sequence

from scheduler.reading.records import Record
from scheduler.reading.references import Records

COUNTED = {"", "active", "enrolled", "current", "registered"}


def counted(rosters: Sequence[Record]) -> dict[str, int]:
    """Give the number of different students of each cohort whose status counts."""
    students: dict[str, set[str]] = {}
    for record in rosters:
        if _counts(record):
            students.setdefault(record.text("Cohort"), set()).add(record.text("Student ID"))
    return {cohort: len(ids) for cohort, ids in students.items()}


def _counts(record: Record) -> bool:
    return record.text("Status").casefold() in COUNTED


def sizes(records: Records, notes: list[str]) -> dict[str, int]:
    """Give each cohort's number of students; a number written in Students wins over the roster."""
    rosters = records.get("Rosters", ())
    on_roster = counted(rosters)
    if rosters:
        _note_counts(rosters, on_roster, notes)
    return {cohort.text("Cohort"): _size(cohort, on_roster, notes) for cohort in records.get("Cohorts", ())}


def _size(cohort: Record, on_roster: Mapping[str, int], notes: list[str]) -> int:
    name, given = cohort.text("Cohort"), cohort.count("Students")
    found = on_roster.get(name)
    if given is not None:
        if found is not None:
            notes.append(
                f"{cohort.where('Students')}: {name} is planned with the {given} Students given; "
                f"its roster has {found}"
            )
        return given
    if not found:
        notes.append(
            f"{cohort.where('Cohort')}: {name} has no Students and nobody on its roster; planned with 0"
        )
    return found or 0


def _note_counts(rosters: Sequence[Record], on_roster: Mapping[str, int], notes: list[str]) -> None:
    rows = [record for record in rosters if _counts(record)]
    name = rosters[0].table.grid.name
    total, ignored = sum(on_roster.values()), len(rosters) - len(rows)
    repeated = len(rows) - total
    said = [f"students counted: {total}, in cohorts: {len(on_roster)}"]
    said += [f"rows not counted because of their Status: {ignored}"] if ignored else []
    said += [f"rows that repeat a student, counted once: {repeated}"] if repeated else []
    notes.append(f"{name}: {'; '.join(said)}")
